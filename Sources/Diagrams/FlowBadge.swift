import Markup
import Record

/// A flowchart as a small picture for one glance: which shape is the reader's place, and no words.
///
/// It stands beside words that say the same, so it is silent for a reader of the screen.
public enum FlowBadge {
  /// - Parameter current: the node that is marked; nil marks none.
  public static func markup(_ chart: Flowchart, current: FlowNode?) -> Markup {
    let geometry = FlowGeometry(chart, layout: .horizontal, isSmall: true)
    return tag(
      "svg",
      [
        "class": "flow flow-small flow-badge", "aria-hidden": "true",
        "viewBox": "0 0 \(geometry.size.width) \(geometry.size.height)",
        "width": "\(geometry.size.width / 2)", "height": "\(geometry.size.height / 2)",
      ]
    ) {
      lines(geometry.edges.filter { $0.kind == .flow }, "flow-edge")
      lines(geometry.edges.filter { $0.kind == .part }, "flow-part")
      if let feedback = geometry.feedback {
        tag("g", ["class": "flow-feedback"]) { tag("path", ["d": feedback.path]) }
      }
      for material in FlowNode.Material.allCases {
        let nodes = chart.nodes.filter { $0.material == material && $0 != current }
        shapes(nodes, "flow-\(material.rawValue)", geometry)
      }
      if let current, chart.nodes.contains(current) {
        shapes([current], "flow-\(current.material.rawValue) flow-here", geometry)
      }
      if let feedback = geometry.feedback {
        tag("g", ["class": "flow-pill" + (current == .feedback ? " flow-here" : "")]) {
          rectangle(feedback.box, corner: feedback.box.height / 2)
        }
      }
    }
  }

  /// All edges of a kind, drawn as one: the picture stands on every page.
  private static func lines(_ edges: [FlowGeometry.Edge], _ style: String) -> Markup {
    guard !edges.isEmpty else { return .fragment([]) }
    return tag("g", ["class": style]) {
      tag("path", ["d": edges.map(\.path).joined()])
      for edge in edges where edge.kind == .part {
        tag("circle", ["cx": "\(edge.end.x)", "cy": "\(edge.end.y)", "r": "2.5"])
      }
    }
  }

  private static func shapes(
    _ nodes: [FlowNode], _ style: String, _ geometry: FlowGeometry
  ) -> Markup {
    guard !nodes.isEmpty else { return .fragment([]) }
    let boxes = nodes.filter { Flowchart.shape(of: $0) == .box }.map { geometry.boxes[$0]! }
    let hexagons = nodes.filter { Flowchart.shape(of: $0) == .hexagon }
    return tag("g", ["class": style]) {
      if !boxes.isEmpty { tag("path", ["d": boxes.map(outline).joined()]) }
      for node in hexagons {
        tag("polygon", ["points": FlowMap.hexagon(geometry.boxes[node]!)])
      }
    }
  }

  /// The corners are rounded by the style.
  private static func outline(_ box: FlowGeometry.Box) -> String {
    "M\(box.x) \(box.y)h\(box.width)v\(box.height)H\(box.x)z"
  }

  private static func rectangle(_ box: FlowGeometry.Box, corner: Int) -> Markup {
    tag(
      "rect",
      [
        "x": "\(box.x)", "y": "\(box.y)", "width": "\(box.width)", "height": "\(box.height)",
        "rx": "\(corner)",
      ])
  }
}
