import Record

extension Flowchart {
  /// The chart in Mermaid's language, ending with a line break.
  ///
  /// Labels are quoted, and a node has the same id in both charts.
  public var mermaid: String {
    var lines = [
      "graph LR", "  accTitle: \(title)", "  accDescr: \(summary)",
    ]
    var introduced: Set<FlowNode> = []
    func mention(_ node: FlowNode) -> String {
      guard introduced.insert(node).inserted else { return Self.mermaidID(node) }
      let name = "\"\(node.name(in: language))\""
      return Self.mermaidID(node)
        + (Self.shape(of: node) == .hexagon ? "{{\(name)}}" : "[\(name)]")
    }
    for edge in edges {
      let arrow =
        switch edge.kind {
        case .flow: "-->"
        case .part: "--o"
        }
      let label = edge.label.map { "|\"\($0[language])\"|" } ?? ""
      lines.append("  \(mention(edge.from)) \(arrow)\(label) \(mention(edge.to))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `n1`, `n2`, … in the order of `FlowNode.allCases`.
  static func mermaidID(_ node: FlowNode) -> String {
    "n\(FlowNode.allCases.firstIndex(of: node)! + 1)"
  }
}
