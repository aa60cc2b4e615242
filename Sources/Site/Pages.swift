import Diagrams
import Lessons
import Markdown
import Markup
import Names
import Record

/// Makes the pages of the site in one language.
struct Pages {
  let run: Run
  let course: Course
  let language: Language
  /// What the equations between the parts of the run say.
  let report: EquationReport
  /// Whether there is a page about asking the model, and whether the model runs in it.
  let hasLivePage: Bool
  let modelRuns: Bool
  /// Whether there is a page in which a small model learns.
  let hasTrainPage: Bool
  /// Whether there is a page in which a text is cleaned.
  let hasCleanPage: Bool
  var wording: SiteWording { .of(language) }
  private var nodes: [FlowNode] { course.nodes(in: language) }

  init(
    run: Run, course: Course, language: Language, report: EquationReport? = nil,
    live: LiveContent? = nil, hasTrainPage: Bool = false, hasCleanPage: Bool = false
  ) {
    hasLivePage = live != nil
    modelRuns = live?.hasModel == true
    self.hasTrainPage = hasTrainPage
    self.hasCleanPage = hasCleanPage
    self.report = report ?? EquationReport(run)
    self.run = run
    self.course = course
    self.language = language
  }

  func map() -> Page {
    let address = Address.map(language)
    return Page(
      address: address, title: wording.mapTitle, summary: wording.mapLead, run: run,
      content: [
        tag("h1", wording.mapTitle),
        tag("p", ["class": "lead"], wording.mapLead),
        opening(from: address),
        Proof.markup(of: report, rows: FlowRow.all.map(\.id), language),
        chart(.learning, from: address),
        tag("p", ["class": "door"], wording.door),
        chart(.usage, from: address),
        tag("p", ["class": "door"], wording.feedbackNote),
        tag("section", ["class": "stations", "aria-labelledby": "stations"]) {
          tag("h2", ["id": "stations"], wording.nodeList)
          tag("ol") { for node in nodes { station(node, from: address) } }
        },
        tag("p", ["class": "diagrams"]) {
          wording.diagrams
          for (index, stage) in FlowStage.allCases.enumerated() {
            if index > 0 { " · " }
            tag(
              "a",
              ["href": address.link(to: SiteWriter.diagramPath(stage, language))],
              stage.name[language])
          }
          if let versions = VersionChart(run, in: language) {
            " · "
            tag("a", ["href": address.link(to: SiteWriter.versionPath(language))], versions.title)
          }
          for diagram in FigureDiagram.all(of: run, in: language) {
            " · "
            tag("a", ["href": address.link(to: diagram.path)], diagram.title)
          }
        },
      ])
  }

  /// What one may begin with: a recorded answer, and the pages that are alive.
  private func opening(from address: Address) -> Markup {
    tag("div", ["class": "opening"]) {
      exchange(from: address)
      if hasLivePage || hasTrainPage || hasCleanPage {
        tag("div", ["class": "alive"]) {
          liveLink(from: address)
          trainLink(from: address)
          cleanLink(from: address)
        }
      }
    }
  }

  /// A question and the answer that the recorded model gave.
  private func exchange(from address: Address) -> Markup {
    guard let answer = run.exhibits(for: language).answer, answer.language == language else {
      return .empty
    }
    let lesson = course.lessons(in: language).first { $0.row?.id == "U3" }
    return tag("dl", ["class": "exchange"]) {
      tag("dt", answer.kind == .continuation ? wording.begun : wording.asked)
      tag("dd", answer.prompt)
      tag("dt", answer.kind == .continuation ? wording.continued : wording.answered)
      tag("dd") {
        tag("span", ["class": "answer"], answer.text.isEmpty ? wording.silence : answer.text)
        if let lesson {
          tag("p") {
            tag("a", ["href": address.link(to: .lesson(lesson.id, language))], wording.howSo)
          }
        }
      }
    }
  }

  private func chart(_ stage: FlowStage, from address: Address) -> Markup {
    let chart = Flowchart(stage, in: language)
    return tag("section", ["class": "chart", "aria-labelledby": stage.rawValue]) {
      tag("h2", ["id": stage.rawValue], chart.title)
      for layout in [FlowMap.Layout.horizontal, .vertical] {
        FlowMap(chart, layout: layout, prefix: "map") {
          nodes.contains($0) ? address.link(to: .node($0, language)) : nil
        }.markup()
      }
    }
  }

  private func station(_ node: FlowNode, from address: Address) -> Markup {
    let lessons = course.lessons(of: node, in: language)
    return tag("li", ["class": "station station-" + node.material.rawValue]) {
      tag("h3") {
        tag("a", ["href": address.link(to: .node(node, language))], node.name(in: language))
      }
      tag("p", course.page(of: node, in: language).summary)
      if !lessons.isEmpty {
        tag("ul") {
          for lesson in lessons {
            tag("li") {
              tag("a", ["href": address.link(to: .lesson(lesson.id, language))], lesson.title)
            }
          }
        }
      }
    }
  }

  func meta(_ lesson: Lesson) -> String {
    let place = [
      lesson.node.name(in: language), lesson.row.map { "\($0.id) \($0.name[language])" },
    ]
    return
      (place.compactMap { $0 } + [
        wording.stepCount(lesson.steps.count), wording.minutes(lesson.minutes ?? 0),
      ]).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: "\u{A0}· ")
  }

  func node(_ node: FlowNode) throws(SiteError) -> Page {
    let address = Address.node(node, language)
    let text = course.page(of: node, in: language).filled(from: run)
    let lessons = course.lessons(of: node, in: language)
    var blocks = BlockMarkup(page: address, course: course, run: run)
    var content = [
      tag(
        "p", ["class": "eyebrow"],
        node.stages.map { $0.name[language] }.joined(separator: "\u{A0}· ")),
      tag("h1", node.name(in: language)),
      tag("p", ["class": "lead"], text.summary),
    ]
    content += try blocks.markup(text.introduction)
    content += try steps(text, &blocks)
    if [.inferenceProgram, .inputData].contains(node) { content.append(liveLink(from: address)) }
    if node == .trainingProgram { content.append(trainLink(from: address)) }
    if node == .trainingDataset { content.append(cleanLink(from: address)) }
    if node == .trainedModel {
      let rows = FlowRow.all.filter { $0.node == node }.map(\.id)
      content.append(Proof.markup(of: report, rows: rows, language))
    }
    content.append(
      tag("section", ["class": "lessons-here", "id": "lessons"]) {
        tag("h2", wording.lessonsHere)
        if lessons.isEmpty { tag("p", wording.noLessonsHere) }
        if !lessons.isEmpty {
          tag("ul", ["class": "lesson-list"]) {
            for lesson in lessons { listed(lesson, from: address) }
          }
        }
      })
    let all = nodes
    let index = all.firstIndex(of: node)!
    func neighbour(_ index: Int) -> Page.Neighbour? {
      all.indices.contains(index)
        ? Page.Neighbour(title: all[index].name(in: language), address: .node(all[index], language))
        : nil
    }
    return Page(
      address: address, title: node.name(in: language), summary: text.summary, run: run,
      crumbs: [
        Page.Crumb(name: wording.map, address: .map(language)),
        Page.Crumb(name: node.name(in: language)),
      ], place: place(address, node, parts(text) + [("lessons", wording.lessonsHere)]),
      previous: neighbour(index - 1), next: neighbour(index + 1), scripts: scripts(text, blocks),
      content: content)
  }

  func lesson(_ lesson: Lesson) throws(SiteError) -> Page {
    let address = Address.lesson(lesson.id, language)
    let text = lesson.filled(from: run)
    var blocks = BlockMarkup(page: address, course: course, run: run)
    var content = [
      tag("p", ["class": "eyebrow"], meta(text)), tag("h1", text.title),
      tag("p", ["class": "lead"], text.summary),
    ]
    content += try blocks.markup(text.introduction)
    content += try steps(text, &blocks)
    if lesson.row?.id == "L2a" { content.append(cleanLink(from: address)) }
    let all = course.lessons(in: language)
    let index = all.firstIndex { $0.id == lesson.id }!
    func neighbour(_ index: Int) -> Page.Neighbour? {
      all.indices.contains(index)
        ? Page.Neighbour(title: all[index].title, address: .lesson(all[index].id, language))
        : nil
    }
    var onward: Page.Neighbour?
    let path = Route.short.lessons(of: course, in: language)
    if let place = path.firstIndex(where: { $0.id == lesson.id }), path.indices.contains(place + 1),
      !all.indices.contains(index + 1) || all[index + 1].id != path[place + 1].id
    {
      let next = path[place + 1]
      onward = Page.Neighbour(title: next.title, address: .lesson(next.id, language))
    }
    return Page(
      address: address, title: text.title, summary: text.summary, run: run,
      crumbs: [
        Page.Crumb(name: wording.map, address: .map(language)),
        Page.Crumb(name: lesson.node.name(in: language), address: .node(lesson.node, language)),
        Page.Crumb(name: text.title),
      ], place: place(address, lesson.node, parts(text)), previous: neighbour(index - 1),
      next: neighbour(index + 1), onward: onward, scripts: scripts(text, blocks), content: content)
  }

  private func steps(
    _ lesson: Lesson, _ blocks: inout BlockMarkup
  ) throws(SiteError) -> [Markup] {
    var sections: [Markup] = []
    for (index, step) in lesson.steps.enumerated() {
      let inner = try blocks.markup(step.blocks)
      sections.append(
        tag("section", ["class": "step", "id": "step-\(index + 1)"]) {
          tag("h2", [:], blocks.inlines(step.title))
          inner
        })
    }
    return sections
  }

  /// What stands beside a page of a station.
  private func place(
    _ address: Address, _ node: FlowNode, _ parts: [(anchor: String, name: String)]
  ) -> Place {
    Place(
      address: address, node: node, nodes: nodes,
      lessons: course.lessons(of: node, in: language).map {
        Place.Stop(title: $0.title, address: .lesson($0.id, language), stage: $0.stage)
      }, parts: parts)
  }

  private func scripts(_ lesson: Lesson, _ blocks: BlockMarkup) -> [Script] {
    (blocks.hasFilm ? [.film] : []) + (lesson.steps.isEmpty ? [.place] : [.place, .present])
      + (blocks.hasFigure ? [.save] : [])
  }

  private func parts(_ lesson: Lesson) -> [(anchor: String, name: String)] {
    lesson.steps.enumerated().map { ("step-\($0 + 1)", $1.title.plainText) }
  }
}
