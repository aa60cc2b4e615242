import Charts

extension Figure {
  /// The same structure in Mermaid's language, ending with a line break; nil for a picture that is no chart of
  /// boxes or messages.
  public var mermaid: String? {
    let lines: [String]? =
      switch body {
      case .nodes(let map): map.mermaid(MermaidText.head("graph TD", self))
      case .sequence(let map): map.mermaid(MermaidText.head("sequenceDiagram", self))
      case .stream(let map):
        StreamChart(map).mermaid([StreamChart.room] + MermaidText.head("graph TD", self))
      default: nil
      }
    return lines.map { $0.joined(separator: "\n") + "\n" }
  }
}

extension NodeMap {
  /// Each node with all its facts, then the arrows.
  func mermaid(_ head: [String]) -> [String] {
    var lines = head
    for (index, node) in nodes.enumerated() {
      let label = "\"" + MermaidText.label([node.name] + node.facts) + "\""
      let shape =
        switch node.shape {
        case .thing: "[\(label)]"
        case .work: "([\(label)])"
        case .model: "{{\(label)}}"
        }
      lines.append("  n\(index + 1)\(shape)")
    }
    for edge in edges {
      let label = edge.label.isEmpty ? "" : "|\"\(MermaidText.label(edge.label))\"|"
      lines.append("  n\(edge.from + 1) -->\(label) n\(edge.to + 1)")
    }
    return lines
  }
}

extension SequenceMap {
  func mermaid(_ head: [String]) -> [String] {
    head + ["  autonumber"]
      + participants.enumerated().map { "  participant p\($0 + 1) as \(MermaidText.label($1))" }
      + messages.map { message in
        "  p\(message.from + 1)\(message.isReply ? "-->>" : "->>")p\(message.to + 1): "
          + MermaidText.label(message.text)
      }
  }
}
