import Charts
import Markup
import Names
import SampleRuns
import Testing

/// What stands below a figure on a page: one text, and the rest behind a summary.
@Suite struct CaptionTests {
  private static let table = DataTable(
    columns: [.init("part"), .init("size", isNumber: true)], rows: [["a", "1"], ["b", "2"]])

  private func figure(_ body: some Chart) -> Figure {
    Figure(
      id: "sizes", language: .english, title: "Sizes", description: "Two sizes.",
      table: Self.table, body: body)
  }

  private static let bars = BarChart(
    axis: "size", rows: [.init("a", [1], text: "1"), .init("b", [2], text: "2")])

  private static let film = Film([
    .init("one", sentence: "First.", check: .init("1", "one"), bars),
    .init("two", sentence: "Second.", check: .init("2", "two"), bars),
  ])

  /// The paragraphs that stand openly below the picture, and those behind the summary.
  private func texts(_ markup: Markup) -> (open: [String], behind: [String], summary: String?) {
    guard let caption = markup.elements("figcaption").first?.element else { return ([], [], nil) }
    let details = caption.elements("details").first?.element
    let behind = details?.elements("p").map { $0.element.plainText } ?? []
    let all = caption.elements("p").map { $0.element.plainText }
    return (
      Array(all.prefix(all.count - behind.count)), behind,
      details?.elements("summary").first?.element.plainText
    )
  }

  @Test func aDescriptionIsTheCaptionWhereALessonHasNone() {
    let shown = texts(figure(Self.bars).markup())
    #expect(shown.open == ["Two sizes."] && shown.behind == [])
    #expect(shown.summary == "The numbers in a table")
  }

  @Test func aCaptionTakesItsPlaceAndLosesNothing() {
    let markup = figure(Self.bars).markup(caption: [tag("em", "Mine"), .text(" and more.")])
    let shown = texts(markup)
    #expect(shown.open == ["Mine and more."] && shown.behind == ["Two sizes."])
    #expect(shown.summary == "In words, and the numbers in a table")
    #expect(markup.elements("table").count == 1)
    #expect(markup.elements("em").count == 1)
  }

  @Test func aFilmHasItsSentencesAndNoTextMore() {
    let shown = texts(figure(Self.film).markup())
    #expect(shown.open == [] && shown.behind == ["Two sizes."])
    let captioned = texts(figure(Self.film).markup(caption: [.text("Look here. Twice.")]))
    #expect(captioned.open == ["Look here. Twice."] && captioned.behind == ["Two sizes."])
  }

  @Test func aTableThatIsShownWholeIsNotRepeatedBelowItsCaption() {
    let table = figure(TableChart(Self.table, marks: []))
    #expect(texts(table.markup()).summary == nil)
    let markup = table.markup(caption: [.text("Mine. Yours.")])
    #expect(texts(markup).summary == "In words" && texts(markup).behind == ["Two sizes."])
    #expect(markup.elements("table").count == 1)
  }
}
