import Diagrams
import Lessons
import Markup
import Names

/// The map of the flow beside a page, with the reader's place marked: the way to everything.
///
/// On a wide screen it stays at the side. On a narrow one a bar stays at the top, with a small picture of
/// the flow; it opens the map, which needs no script.
struct Place {
  /// A lesson that is named under its station.
  struct Stop {
    var title: String
    var address: Address
    var stage: FlowStage
  }

  var address: Address
  /// The station that the page belongs to; nil for one about all of them.
  var node: FlowNode?
  /// Those that have a page.
  var nodes: [FlowNode]
  /// The lessons of the station.
  var lessons: [Stop] = []
  /// Anchor and name of each part of the page.
  var parts: [(anchor: String, name: String)] = []

  private var language: Language { address.language }
  private var wording: SiteWording { .of(language) }

  func markup() -> Markup {
    tag("aside", ["class": "place"]) {
      tag("details", ["class": "place-fold"]) {
        tag("summary", ["class": "place-open"]) {
          for stage in node?.stages ?? FlowStage.allCases {
            FlowBadge.markup(Flowchart(stage, in: language), current: node)
          }
          tag("span", ["class": "place-name"]) {
            if node != nil { tag("span", ["class": "unseen"], wording.youAreHere) }
            node?.name(in: language) ?? wording.map
          }
        }
        tag("nav", ["class": "place-tree", "id": "place", "aria-label": wording.whereOnTheFlow]) {
          for stage in FlowStage.allCases { flow(stage) }
          tag("p", ["class": "place-all"]) {
            tag("a", ["href": address.link(to: .map(language))], wording.map)
            tag("a", ["href": address.link(to: .lessonList(language))], wording.lessonList)
          }
        }
      }
    }
  }

  private func flow(_ stage: FlowStage) -> Markup {
    let chart = Flowchart(stage, in: language)
    return .fragment([
      tag("p", ["class": "place-stage"], stage.name[language]),
      tag("ol", ["class": "place-flow"]) {
        for node in chart.axis { station(node, nil, stage, parts: chart.parts(of: node)) }
        if stage == .usage { station(.feedback, "place-back", stage) }
      },
    ])
  }

  /// - Parameter style: nil for a station of the axis and for a part, which are known by their place.
  private func station(
    _ node: FlowNode, _ style: String?, _ stage: FlowStage, parts: [FlowNode] = []
  ) -> Markup {
    tag("li", ["class": style]) {
      name(node)
      if node == self.node { stops(stage) }
      if !parts.isEmpty {
        tag("ul") { for part in parts { station(part, nil, stage) } }
      }
    }
  }

  private func name(_ node: FlowNode) -> Markup {
    let isHere = node == self.node
    return tag(
      nodes.contains(node) ? "a" : "span",
      [
        "class": "place-node place-\(node.material.rawValue)",
        "href": nodes.contains(node) ? address.link(to: .node(node, language)) : nil,
        "aria-current": isHere ? "true" : nil,
      ], node.name(in: language))
  }

  /// The lessons of the station on one of the flows, with the parts of the page where it is one of them;
  /// else the parts alone, once.
  @MarkupBuilder private func stops(_ stage: FlowStage) -> [Markup] {
    let own = lessons.filter { $0.stage == stage }
    let isLesson = lessons.contains { $0.address == address }
    if !isLesson, stage == node?.stages.first { partList }
    if !own.isEmpty {
      tag("ul", ["class": "place-lessons"]) {
        for stop in own {
          tag("li") {
            tag(
              "a",
              [
                "href": address.link(to: stop.address),
                "aria-current": stop.address == address ? "page" : nil,
              ], stop.title)
            if stop.address == address { partList }
          }
        }
      }
    }
  }

  private var partList: Markup {
    guard parts.count > 1 else { return .empty }
    return tag("ol", ["class": "place-parts", "aria-label": wording.onThisPage]) {
      for part in parts {
        tag("li") { tag("a", ["href": "#" + part.anchor], part.name) }
      }
    }
  }
}
