import Charts

/// A residual stream as boxes and arrows: what reads from it, what is added to it.
///
/// Where the stream is added to stands a `+`, and the arrow past the branch to it is the stream itself.
struct StreamChart {
  /// Room for the words of a frame, which Mermaid would lay over what is in it.
  static let room = #"%%{init: {"flowchart": {"subGraphTitleMargin": {"top": 4, "bottom": 28}}}}%%"#

  private(set) var lines: [String] = []
  /// The node up to which the stream has come.
  private var stream: String?
  private var nodeCount = 0
  private var groupCount = 0
  private var indent = "  "
  private var arrows: [String] = []

  init(_ map: StreamMap) {
    for station in map.stations { draw(station) }
  }

  func mermaid(_ head: [String]) -> [String] { head + lines + arrows }

  private mutating func draw(_ station: StreamMap.Station) {
    switch station {
    case .sum(let columns):
      let ends = columns.map { chain($0, from: nil) }
      let plus = plus()
      for end in ends { arrow(end, plus) }
      stream = plus
    case .reading(let text):
      let node = node([text], "([", "])")
      arrow(stream, node)
      stream = node
    case .branch(let boxes):
      let last = chain(boxes, from: stream)
      let plus = plus()
      arrow(stream, plus)
      arrow(last, plus)
      stream = plus
    case .stretch(let stretch):
      group([stretch.name] + stretch.facts) { chart in
        for station in stretch.stations { chart.draw(station) }
      }
    case .through(let boxes):
      stream = chain(boxes, from: stream) ?? stream
    }
  }

  /// Boxes one after the other.
  /// - Returns: the last of them.
  private mutating func chain(_ boxes: [StreamMap.Box], from start: String?) -> String? {
    var last = start
    for box in boxes { last = draw(box, from: last) }
    return last
  }

  private mutating func draw(_ box: StreamMap.Box, from start: String?) -> String? {
    guard box.boxes.isEmpty else {
      var last = start
      group([box.name] + box.facts) { last = $0.chain(box.boxes, from: start) }
      return last
    }
    // What is learned has corners, what is computed has none, as in the drawing.
    let isRound = box.role == .computed
    let node = node([box.name] + box.facts, isRound ? "(" : "[", isRound ? ")" : "]")
    arrow(start, node)
    return node
  }

  private mutating func group(_ label: [String], _ inner: (inout StreamChart) -> Void) {
    groupCount += 1
    lines.append("\(indent)subgraph g\(groupCount)[\"\(MermaidText.label(label))\"]")
    indent += "  "
    inner(&self)
    indent.removeLast(2)
    lines.append("\(indent)end")
  }

  private mutating func plus() -> String { node(["+"], "((", "))") }

  private mutating func node(_ label: [String], _ open: String, _ close: String) -> String {
    nodeCount += 1
    lines.append("\(indent)n\(nodeCount)\(open)\"\(MermaidText.label(label))\"\(close)")
    return "n\(nodeCount)"
  }

  private mutating func arrow(_ from: String?, _ to: String?) {
    if let from, let to { arrows.append("  \(from) --> \(to)") }
  }
}
