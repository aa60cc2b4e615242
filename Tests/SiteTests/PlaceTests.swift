import Diagrams
import Foundation
import Lessons
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// The map of the flow beside a page: what it leads to and what it marks.
@Suite struct PlaceTests {
  private static let course = try! Course.load(folder: SiteTests.lessons)

  private func place(_ address: Address) throws -> Markup {
    let pages = Pages(
      run: SampleRun.make(), course: Self.course, language: address.language,
      report: FrameTests.report)
    let page =
      switch address {
      case .lesson(let id, let language):
        try pages.lesson(try #require(Self.course.lesson(id, in: language)))
      case .node(let node, _): try pages.node(node)
      case .lessonList: pages.lessonList()
      case .map: pages.map()
      case .notes: pages.notes()
      case .live: try pages.live(.model([1]))
      case .train: try pages.train(.model([1]))
      case .clean: try pages.clean(.model([1]))
      }
    return try #require(page.place).markup()
  }

  private func nodes(_ markup: Markup) -> [String] {
    markup.elements("a").filter { $0.attributes["class"]?.hasPrefix("place-node") == true }
      .map { $0.attributes["href"] ?? "" }
  }

  @Test func theSmallMapHasEveryBoxAndMarksTheReaders() throws {
    for stage in FlowStage.allCases {
      let chart = Flowchart(stage, in: .english)
      let boxes = chart.nodes.filter { Flowchart.shape(of: $0) == .box && $0 != .feedback }
      for current in [nil] + boxes.map(Optional.some) {
        let groups = FlowBadge.markup(chart, current: current).elements("g")
        let outlines = groups.filter { $0.attributes["class"]?.hasPrefix("flow-") == true }
          .flatMap { $0.element.elements("path") }.compactMap { $0.attributes["d"] }
          .flatMap { $0.split(separator: "M") }.filter { $0.hasSuffix("z") }
        #expect(outlines.count == boxes.count)
        let here = groups.filter { $0.attributes["class"]?.hasSuffix("flow-here") == true }
        #expect(here.count == (current == nil ? 0 : 1))
      }
    }
    for material in ["data", "program", "parameters"] {
      #expect(Stylesheet.css.contains(".flow-\(material) :is(rect, path) {"))
    }
  }

  @Test(arguments: Language.allCases)
  func itLeadsToEveryStationInTheOrderOfTheFlows(language: Language) throws {
    let wanted = [
      "raw-data", "training-dataset", "training-program", "initial-parameters", "hyperparameters",
      "trained-model", "learned-parameters", "inference-program", "input-data", "trained-model",
      "ai-output", "feedback",
    ]
    let near = try place(.lessonList(language))
    #expect(nodes(near) == wanted.map { "../\($0).html" })
    #expect(nodes(try place(.node(.rawData, language))) == wanted.map { "\($0).html" })
    let names = near.elements("a").map { $0.element.plainText }
    for node in FlowNode.allCases { #expect(names.contains(node.name[language])) }
    for stage in FlowStage.allCases { #expect(near.plainText.contains(stage.name[language])) }
    // Parts stand within what they belong to.
    let parts = near.elements("ul").map { $0.element.elements("a").map { $0.element.plainText } }
    #expect(parts.count == 2 && parts[0][0] == FlowNode.initialParameters.name[language])
    #expect(parts[1] == [FlowNode.learnedParameters, .inferenceProgram].map { $0.name[language] })
  }

  @Test func itMarksThePlaceOnEachFlowAndTheLessonThatIsRead() throws {
    for (address, here, times) in [
      (Address.lesson("merging-pairs", .english), "training-dataset", 1),
      (.lesson("inside-the-model", .japanese), "trained-model", 2),
      (.node(.feedback, .english), "feedback", 1), (.lessonList(.english), "", 0),
    ] {
      let links = try place(address).elements("a")
      let marked = links.filter { $0.attributes["aria-current"] == "true" }
      #expect(marked.count == times, "\(address)")
      #expect(marked.allSatisfy { $0.attributes["href"]?.hasSuffix("\(here).html") == true })
      let read = links.filter { $0.attributes["aria-current"] == "page" }
      guard case .lesson(let id, _) = address else {
        #expect(read.isEmpty)
        continue
      }
      #expect(read.map { $0.attributes["href"] } == ["\(id).html"])
    }
  }

  @Test func lessonsOfTheModelStandOnTheFlowThatTheyBelongTo() throws {
    let markup = try place(.node(.trainedModel, .english))
    let flows = markup.elements("ol").filter { $0.attributes["class"] == "place-flow" }
    let ids = flows.map { flow in
      flow.element.elements("a").compactMap { link -> String? in
        let address = link.attributes["href"] ?? ""
        guard address.hasPrefix("lessons/") else { return nil }
        return String(address.dropFirst(8).dropLast(5))
      }
    }
    let lessons = Self.course.lessons(of: .trainedModel, in: .english)
    #expect(ids.count == 2 && ids[0].contains("the-exam") && ids[1].contains("inside-the-model"))
    #expect(ids[0] == lessons.filter { $0.row!.id.hasPrefix("L") }.map(\.id))
    #expect(ids[1] == lessons.filter { $0.row!.id.hasPrefix("U") }.map(\.id))
    // The parts of the page stand there once.
    let parts = markup.elements("ol").filter { $0.attributes["class"] == "place-parts" }
    #expect(parts.count == 1)
  }

  /// On a narrow screen a button opens the map, without script.
  @Test func aButtonOpensTheMapAndSaysWhereOneIs() throws {
    for (address, name, marked) in [
      (Address.lesson("merging-pairs", .english), "You are here: Training dataset", 1),
      (.node(.trainedModel, .japanese), "いまここ：学習済みモデル", 2), (.lessonList(.english), "Map", 0),
    ] {
      let markup = try place(address)
      let fold = try #require(markup.elements("details").first)
      let button = try #require(fold.element.elements("summary").first)
      let map = try #require(fold.element.elements("nav").first)
      #expect(fold.attributes["open"] == nil && map.attributes["aria-label"]?.isEmpty == false)
      #expect(button.element.plainText == name)
      let shapes = button.element.elements("g").filter {
        $0.attributes["class"]?.hasSuffix(" flow-here") == true
      }
      #expect(shapes.count == marked, "\(address)")
    }
  }

  @Test func theShortPathLeadsOnWhereTheNextLessonIsAnother() throws {
    let pages = Pages(
      run: SampleRun.make(), course: Self.course, language: .english, report: FrameTests.report)
    let path = Route.short.lessons(of: Self.course, in: .english)
    #expect(path.count == 7)
    for (index, lesson) in path.enumerated() {
      let page = try pages.lesson(lesson)
      let next = index + 1 < path.count ? Address.lesson(path[index + 1].id, .english) : nil
      #expect(page.onward?.address == (page.next?.address == next ? nil : next), "\(lesson.id)")
    }
    let other = try #require(Self.course.lesson("the-exam", in: .english))
    #expect(try pages.lesson(other).onward == nil)
  }

  @Test(arguments: Language.allCases)
  func bothPathsSayHowLongTheyAre(language: Language) throws {
    let pages = Pages(
      run: SampleRun.make(), course: Self.course, language: language, report: FrameTests.report)
    let content = Markup.fragment(pages.lessonList().content)
    let short = try #require(content.elements("h2").first { $0.attributes["id"] == "route-70" })
    #expect(short.element.plainText.contains("7") && short.element.plainText.contains("70"))
    let long = try #require(content.elements("p").first { $0.attributes["class"] == "long-path" })
    let lessons = Self.course.lessons(in: language)
    let minutes = lessons.reduce(0) { $0 + ($1.minutes ?? 0) }
    let numbers = long.element.plainText.split { !$0.isNumber }.map(String.init)
    #expect(numbers == [lessons.count, minutes / 60, minutes % 60].map(String.init))
  }
}
