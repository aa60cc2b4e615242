import Names
import Record

/// Where the boxes and lines of a flowchart lie, in whole pixels.
struct FlowGeometry {
  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  struct Box: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
    var right: Int { x + width }
    var bottom: Int { y + height }
  }

  struct Edge {
    var kind: Flowchart.Kind
    var path: String
    /// The arrow's head, a triangle.
    var head: String
    var end: Point
    var label: String?
    var labelPlace: Point
  }

  /// The way back from the answer to the model, beside the chart.
  struct Feedback {
    var path: String
    var head: String
    var box: Box
  }

  /// Lengths of one kind of map.
  private struct Measure {
    var width: Int
    var height: Int
    /// Between two boxes of the axis.
    var gap: Int
    /// Between a box and the parts below it, and between parts.
    var partGap: Int
    /// From the left side of a box to the line from which its parts hang, and on to the parts.
    var trunk: Int
    var indent: Int
    var head: Int
    var margin: Int

    static func of(_ layout: FlowMap.Layout, isSmall: Bool) -> Measure {
      if isSmall {
        return Measure(
          width: 44, height: 24, gap: 20, partGap: 8, trunk: 15, indent: 26, head: 5, margin: 4)
      }
      return switch layout {
      case .horizontal:
        Measure(
          width: 190, height: 60, gap: 76, partGap: 22, trunk: 36, indent: 60, head: 10, margin: 4)
      case .vertical:
        Measure(
          width: 208, height: 56, gap: 52, partGap: 16, trunk: 98, indent: 118, head: 9, margin: 4)
      }
    }
  }

  private(set) var boxes: [FlowNode: Box] = [:]
  private(set) var edges: [Edge] = []
  private(set) var feedback: Feedback?
  private(set) var size: (width: Int, height: Int) = (0, 0)

  init(_ chart: Flowchart, layout: FlowMap.Layout, isSmall: Bool) {
    let measure = Measure.of(layout, isSmall: isSmall)
    place(chart, layout, measure)
    edges = chart.edges.map { edge($0, in: chart.language, layout, measure) }
    if chart.stage == .usage { feedback = feedbackLoop(layout, measure, isSmall: isSmall) }
    let all = boxes.values + (feedback.map { [$0.box] } ?? [])
    size = (all.map(\.right).max()! + measure.margin, all.map(\.bottom).max()! + measure.margin)
    if chart.stage == .usage, !isSmall {
      // Both charts of a page are as wide, so that they are drawn at one scale.
      size.width =
        FlowGeometry(Flowchart(.learning, in: chart.language), layout: layout, isSmall: false)
        .size.width
    }
  }

  private mutating func place(_ chart: Flowchart, _ layout: FlowMap.Layout, _ m: Measure) {
    var (x, y) = (m.margin, m.margin)
    for node in chart.axis {
      let box = Box(x: x, y: y, width: m.width, height: m.height)
      boxes[node] = box
      var below = box.bottom + m.partGap
      for part in chart.parts(of: node) {
        boxes[part] = Box(x: x + m.indent, y: below, width: m.width, height: m.height)
        below += m.height + m.partGap
      }
      switch layout {
      case .horizontal: x += m.width + m.gap
      case .vertical: y = max(box.bottom + m.gap, below + m.partGap)
      }
    }
  }

  private func edge(
    _ edge: Flowchart.Edge, in language: Language, _ layout: FlowMap.Layout, _ m: Measure
  ) -> Edge {
    let (from, to) = (boxes[edge.from]!, boxes[edge.to]!)
    let label = edge.label?[language]
    switch (edge.kind, layout) {
    case (.part, _):
      let start = Point(x: from.x + m.trunk, y: from.bottom)
      let end = Point(x: to.x - (m.head + 1) / 2, y: to.middle.y)
      return Edge(
        kind: .part, path: "M\(start.x) \(start.y)V\(end.y)H\(end.x - (m.head + 1) / 2)", head: "",
        end: end, label: nil, labelPlace: end)
    case (.flow, .horizontal):
      let (start, end) = (Point(x: from.right, y: from.middle.y), Point(x: to.x, y: to.middle.y))
      return Edge(
        kind: .flow, path: "M\(start.x) \(start.y)H\(end.x - m.head)",
        head: Self.headRight(end, m.head), end: end, label: label,
        labelPlace: Point(x: (start.x + end.x - m.head) / 2, y: start.y - 10))
    case (.flow, .vertical):
      let x = from.x + 30
      let (start, end) = (Point(x: x, y: from.bottom), Point(x: x, y: to.y))
      return Edge(
        kind: .flow, path: "M\(x) \(start.y)V\(end.y - m.head)", head: Self.headDown(end, m.head),
        end: end, label: label, labelPlace: Point(x: x + 10, y: start.y + 24))
    }
  }

  private func feedbackLoop(
    _ layout: FlowMap.Layout, _ m: Measure, isSmall: Bool
  ) -> Feedback {
    let (model, answer) = (boxes[.trainedModel]!, boxes[.aiOutput]!)
    switch layout {
    case .horizontal:
      let y = model.bottom + m.partGap + (isSmall ? 12 : 22)
      let (width, height) = isSmall ? (32, 24) : (150, 44)
      let middle = (model.middle.x + answer.middle.x) / 2
      let end = Point(x: model.middle.x, y: model.bottom)
      return Feedback(
        path: "M\(answer.middle.x) \(answer.bottom)V\(y)H\(end.x)V\(end.y + m.head)",
        head: Self.headUp(end, m.head),
        box: Box(x: middle - width / 2, y: y - height / 2, width: width, height: height))
    case .vertical:
      let x = model.right + 56
      let end = Point(x: model.right, y: model.middle.y)
      let middle = (model.middle.y + answer.middle.y) / 2
      return Feedback(
        path: "M\(answer.right) \(answer.middle.y)H\(x)V\(end.y)H\(end.x + m.head)",
        head: Self.headLeft(end, m.head),
        box: Box(x: x - 68, y: middle - 18, width: 124, height: 36))
    }
  }

  private static func headRight(_ tip: Point, _ size: Int) -> String {
    "M\(tip.x) \(tip.y)l-\(size) -\(size / 2)v\(size / 2 * 2)z"
  }

  private static func headLeft(_ tip: Point, _ size: Int) -> String {
    "M\(tip.x) \(tip.y)l\(size) -\(size / 2)v\(size / 2 * 2)z"
  }

  private static func headDown(_ tip: Point, _ size: Int) -> String {
    "M\(tip.x) \(tip.y)l-\(size / 2) -\(size)h\(size / 2 * 2)z"
  }

  private static func headUp(_ tip: Point, _ size: Int) -> String {
    "M\(tip.x) \(tip.y)l-\(size / 2) \(size)h\(size / 2 * 2)z"
  }
}
