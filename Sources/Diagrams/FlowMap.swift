import Markup
import Record

/// A flowchart as SVG in which every node is a link.
///
/// Flow runs along the axis (to the right, or down on a narrow page); parts hang from what they belong
/// to. Colors come from the page's stylesheet, by class.
public struct FlowMap {
  public enum Layout: String, Sendable { case horizontal, vertical }

  public var chart: Flowchart
  public var layout: Layout
  /// Small maps show where one is; they carry no names and no labels.
  public var isSmall: Bool
  /// The node of the page that shows the map.
  public var current: FlowNode?
  /// Address of a node's page; nil where there is none.
  public var address: (FlowNode) -> String?
  /// Tells several maps of one page apart.
  public var prefix: String

  public init(
    _ chart: Flowchart, layout: Layout, isSmall: Bool = false, current: FlowNode? = nil,
    prefix: String, address: @escaping (FlowNode) -> String?
  ) {
    self.chart = chart
    self.layout = layout
    self.isSmall = isSmall
    self.current = current
    self.address = address
    self.prefix = prefix
  }

  /// The map for a page: a group of links that a reader of the screen hears as one.
  public func markup() -> Markup {
    tag(
      "div",
      [
        "class": "flow flow-\(layout.rawValue)" + (isSmall ? " flow-small" : ""),
        "role": "group", "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-desc",
      ], [svg()])
  }

  private var id: String { "\(prefix)-\(chart.stage.rawValue)-\(layout.rawValue)" }

  private func svg() -> Markup {
    let geometry = FlowGeometry(chart, layout: layout, isSmall: isSmall)
    return tag(
      "svg",
      [
        "viewBox": "0 0 \(geometry.size.width) \(geometry.size.height)",
        "width": "\(geometry.size.width)", "height": "\(geometry.size.height)",
      ]
    ) {
      tag("title", ["id": "\(id)-title"], chart.title)
      tag("desc", ["id": "\(id)-desc"], chart.summary)
      tag("g", ["class": "flow-edges", "aria-hidden": "true"]) {
        geometry.edges.map(edge)
        if chart.stage == .usage { geometry.feedback.map(feedbackLine) ?? .empty }
      }
      chart.nodes.map { node($0, geometry.boxes[$0]!) }
      if chart.stage == .usage { geometry.feedback.map(feedbackLink) ?? .empty }
    }
  }

  private func node(_ node: FlowNode, _ box: FlowGeometry.Box) -> Markup {
    let isCurrent = node == current
    let name = node.name(in: chart.language)
    return tag(
      "a",
      [
        "href": address(node), "class": "flow-node flow-\(node.material.rawValue)",
        "aria-current": isCurrent ? "true" : nil, "aria-label": isSmall ? name : nil,
      ]
    ) {
      tag("title", name)
      switch Flowchart.shape(of: node) {
      case .box:
        tag(
          "rect",
          [
            "x": "\(box.x)", "y": "\(box.y)", "width": "\(box.width)", "height": "\(box.height)",
            "rx": isSmall ? "4" : "10",
          ])
      case .hexagon: tag("polygon", ["points": Self.hexagon(box)])
      }
      if !isSmall {
        tag(
          "text",
          [
            "x": "\(box.x + box.width / 2)", "y": "\(box.y + box.height / 2)",
            "dominant-baseline": "central", "text-anchor": "middle",
          ], name)
      }
    }
  }

  private func edge(_ edge: FlowGeometry.Edge) -> Markup {
    tag("g", ["class": edge.kind == .flow ? "flow-edge" : "flow-part"]) {
      tag("path", ["d": edge.path])
      switch edge.kind {
      case .flow: tag("path", ["class": "flow-head", "d": edge.head])
      case .part:
        tag(
          "circle",
          ["cx": "\(edge.end.x)", "cy": "\(edge.end.y)", "r": isSmall ? "2.5" : "5"])
      }
      if !isSmall, let label = edge.label {
        tag(
          "text",
          [
            "x": "\(edge.labelPlace.x)", "y": "\(edge.labelPlace.y)",
            "text-anchor": layout == .horizontal ? "middle" : "start",
          ], label)
      }
    }
  }

  private func feedbackLine(_ feedback: FlowGeometry.Feedback) -> Markup {
    tag("g", ["class": "flow-feedback"]) {
      tag("path", ["d": feedback.path])
      tag("path", ["class": "flow-head", "d": feedback.head])
    }
  }

  private func feedbackLink(_ feedback: FlowGeometry.Feedback) -> Markup {
    let (box, name) = (feedback.box, FlowNode.feedback.name(in: chart.language))
    return tag(
      "a",
      [
        "href": address(.feedback), "class": "flow-node flow-pill",
        "aria-current": current == .feedback ? "true" : nil, "aria-label": isSmall ? name : nil,
      ]
    ) {
      tag("title", name)
      tag(
        "rect",
        [
          "x": "\(box.x)", "y": "\(box.y)", "width": "\(box.width)", "height": "\(box.height)",
          "rx": "\(box.height / 2)",
        ])
      if !isSmall {
        tag(
          "text",
          [
            "x": "\(box.x + box.width / 2)", "y": "\(box.y + box.height / 2)",
            "dominant-baseline": "central", "text-anchor": "middle",
          ], name)
      }
    }
  }

  static func hexagon(_ box: FlowGeometry.Box) -> String {
    let inset = box.height / 2
    let (left, right) = (box.x, box.x + box.width)
    let (top, middle, bottom) = (box.y, box.y + box.height / 2, box.y + box.height)
    return [
      "\(left),\(middle)", "\(left + inset),\(top)", "\(right - inset),\(top)",
      "\(right),\(middle)", "\(right - inset),\(bottom)", "\(left + inset),\(bottom)",
    ].joined(separator: " ")
  }
}
