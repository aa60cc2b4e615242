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
      for edge in geometry.edges {
        tag("g", ["class": edge.kind == .flow ? "flow-edge" : "flow-part"]) {
          tag("path", ["d": edge.path])
          if edge.kind == .part {
            tag("circle", ["cx": "\(edge.end.x)", "cy": "\(edge.end.y)", "r": "2.5"])
          }
        }
      }
      if let feedback = geometry.feedback {
        tag("g", ["class": "flow-feedback"]) { tag("path", ["d": feedback.path]) }
      }
      for node in chart.nodes { shape(node, geometry.boxes[node]!, isHere: node == current) }
      if let feedback = geometry.feedback {
        tag("g", ["class": "flow-pill" + (current == .feedback ? " flow-here" : "")]) {
          rectangle(feedback.box, corner: feedback.box.height / 2)
        }
      }
    }
  }

  private static func shape(
    _ node: FlowNode, _ box: FlowGeometry.Box, isHere: Bool
  ) -> Markup {
    tag("g", ["class": "flow-\(node.material.rawValue)" + (isHere ? " flow-here" : "")]) {
      switch Flowchart.shape(of: node) {
      case .box: rectangle(box, corner: 4)
      case .hexagon: tag("polygon", ["points": FlowMap.hexagon(box)])
      }
    }
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
