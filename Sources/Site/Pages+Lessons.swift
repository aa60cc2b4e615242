import Diagrams
import Lessons
import Markup
import Names
import Record

extension Pages {
  func lessonList() -> Page {
    let address = Address.lessonList(language)
    return Page(
      address: address, title: wording.lessons, summary: wording.lessonListLead, run: run,
      crumbs: [
        Page.Crumb(name: wording.map, address: .map(language)), Page.Crumb(name: wording.lessons),
      ],
      place: Place(address: address, nodes: course.nodes(in: language)), scripts: [.place],
      content: [
        tag("h1", wording.lessons),
        tag("p", ["class": "lead"], wording.lessonListLead),
        tag("div", ["class": "routes"]) {
          for route in Route.all { routeMarkup(route, from: address) }
        },
        longPath(),
      ] + FlowStage.allCases.map { stageMarkup($0, from: address) })
  }

  /// The window of notes, which a lesson that is presented fills.
  func notes() -> Page {
    Page(
      address: .notes(language), title: wording.notes, summary: wording.notesLead, run: run,
      scripts: [.notes],
      content: [
        tag("h1", wording.notes), tag("p", ["class": "lead"], wording.notesLead),
        tag("div", ["id": "notes", "hidden": ""]),
      ])
  }

  /// The lessons of a route, in its order.
  private func routeMarkup(_ route: Route, from address: Address) -> Markup {
    let lessons = route.lessons(of: course, in: language)
    guard lessons.count > 1 else { return .empty }
    return tag("section", ["aria-labelledby": "route-\(route.minutes)"]) {
      tag(
        "h2", ["id": "route-\(route.minutes)"],
        route == .short
          ? wording.shortPath(lessons.count, lessons.minutes) : wording.route(route.minutes))
      tag("ol") {
        for lesson in lessons {
          tag("li") {
            tag("a", ["href": address.link(to: .lesson(lesson.id, language))], lesson.title)
            " "
            tag("span", ["class": "meta"], wording.minutes(lesson.minutes ?? 0))
          }
        }
      }
    }
  }

  /// What comes below: everything, in the order of the flow. Of a run with few lessons it is not long.
  private func longPath() -> Markup {
    let lessons = course.lessons(in: language)
    guard lessons.minutes >= 60 else { return .empty }
    return tag("p", ["class": "long-path"]) {
      tag("strong", wording.longPath)
      wording.longPathLine(lessons.count, lessons.minutes)
    }
  }

  /// The lessons of a flow under the names of their stations.
  private func stageMarkup(_ stage: FlowStage, from address: Address) -> Markup {
    let lessons = course.lessons(in: language).filter { $0.stage == stage }
    guard !lessons.isEmpty else { return .empty }
    return tag("section", ["class": "lesson-stage", "aria-labelledby": stage.rawValue]) {
      tag(
        "h2", ["id": stage.rawValue],
        wording.stageTitle(
          stage.name[language], lessons.count, lessons.minutes))
      for group in Self.neighbours(lessons) {
        tag("h3", group[0].node.name(in: language))
        tag("ol", ["class": "lesson-list"]) {
          for lesson in group { listed(lesson, from: address) }
        }
      }
    }
  }

  /// Lessons of one station that follow each other.
  private static func neighbours(_ lessons: [Lesson]) -> [[Lesson]] {
    lessons.reduce(into: []) { groups, lesson in
      if groups.last?.last?.node == lesson.node {
        groups[groups.count - 1].append(lesson)
      } else {
        groups.append([lesson])
      }
    }
  }

  func listed(_ lesson: Lesson, from address: Address) -> Markup {
    tag("li", ["class": "station-" + lesson.node.material.rawValue]) {
      tag("a", ["href": address.link(to: .lesson(lesson.id, language))], lesson.title)
      tag("p", lesson.summary)
      tag("p", ["class": "meta"], meta(lesson))
    }
  }
}

extension Lesson {
  /// The flow that its row belongs to: the trained model stands in both.
  var stage: FlowStage {
    row.map { $0.id.hasPrefix("U") ? .usage : .learning } ?? node.stages.first ?? .learning
  }
}

extension [Lesson] {
  /// How long they take together, about.
  fileprivate var minutes: Int { reduce(0) { $0 + ($1.minutes ?? 0) } }
}
