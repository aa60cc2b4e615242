import Markup
import SampleRuns
import Testing

@testable import Charts

/// What a film makes of its frames: one list for a page, one frame at a time for a terminal, and the same
/// things in the same places.
@Suite struct FilmTests {
  private static func frame(_ name: String, _ chart: some Chart) -> Film.Frame {
    Film.Frame(name, sentence: "This is \(name).", check: .init("1 + 1 = 2", "sum"), chart)
  }

  private static func bars(_ label: String, _ text: String) -> BarChart {
    BarChart(axis: "share", rows: [.init(label, [0.5], text: text)], upTo: 1)
  }

  private static func map(_ value: Float, pointed: Set<HeatMap.Cell> = []) -> HeatMap {
    HeatMap(
      panels: [.init("", [[value, 0], [0.25, 1]])], palette: .divergingLearned, rowAxis: "row",
      columnAxis: "column", valueAxis: "weight", pointed: pointed)
  }

  private static func figure(_ frames: [Film.Frame]) -> Figure {
    Figure(
      id: "f", language: .english, title: "Title", description: "What is seen: 2.",
      table: DataTable(["a"], [["1"]]), body: Film(frames))
  }

  @Test func aPageListsTheFramesInTheirOrderWithAnAddressForEach() throws {
    let figure = Self.figure(["one", "two", "three"].map { Self.frame($0, Self.map(0.5)) })
    let list = try #require(figure.markup(prefix: "figure-f-2").elements("ol").first)
    #expect(list.attributes["class"] == "film")
    let items = list.element.elements("li")
    #expect(items.map { $0.attributes["id"] } == ["figure-f-2.1", "figure-f-2.2", "figure-f-2.3"])
    for (index, (item, name)) in zip(items, ["one", "two", "three"]).enumerated() {
      let words = item.element.elements("p").map { $0.element.plainText }
      #expect(
        words == [
          "\(index + 1)/3 \(name)", "This is \(name).", "A number to check: 1 + 1 = 2 (sum)",
        ])
      let titles = Set(item.element.elements("title").map { $0.element.plainText })
      #expect(titles == [name])
    }
    // A script has no language: its words stand here.
    for word in ["back", "next", "play", "stop", "frames", "print"] {
      #expect(list.attributes["data-" + word]?.isEmpty == false, "\(word)")
    }
    #expect(figure.markup().elements("li").first?.attributes["id"] == "figure-f.1")
  }

  @Test func aFrameIsShownAlone() {
    let figure = Self.figure([
      Self.frame("one", Self.bars("a", "first")), Self.frame("two", Self.bars("b", "second")),
    ])
    let second = figure.terminal(width: 60, style: .plain, frame: 1).map(\.text)
    #expect(second[0] == "Title" && second[2] == "2/2  two" && second[3] == "This is two.")
    #expect(second.last == "A number to check: 1 + 1 = 2 (sum)")
    #expect(second.contains { $0.contains("second") } && !second.contains { $0.contains("first") })
    let all = figure.terminal(width: 60, style: .plain).map(\.text)
    #expect(all.contains("1/2  one") && all.contains("2/2  two"))
  }

  @Test func barsOfAllFramesBeginAtOnePlace() throws {
    let film = Film([
      Self.frame("one", Self.bars("a", "x")), Self.frame("two", Self.bars("longer than a", "yyyy")),
    ])
    let places = film.frames.map { frame in
      DrawnShape.all(frame.chart).filter { $0.style == "bar series0" }.map(\.x)
    }
    #expect(places[0] == places[1] && places[0].count == 1)
    let terminal = TerminalFrame(width: 60, style: .plain, wording: .english)
    let columns = film.frames.map { frame in
      frame.chart.terminal(terminal)[0].text.prefix { $0 != "█" }.count
    }
    #expect(columns[0] == columns[1])
  }

  @Test func valuesHaveTheSameColorInAllFrames() throws {
    let film = Film([Self.frame("one", Self.map(0.5)), Self.frame("two", Self.map(-4))])
    let styles = film.frames.map { frame in
      // The cell of 1, on a palette that ends at 4 in both.
      Set(DrawnShape.all(frame.chart).filter { $0.style.hasPrefix("cell ") }.map(\.style))
    }
    #expect(styles[0].contains("cell lp2") && styles[1].contains("cell lp2"))
    #expect(!styles[0].contains("cell lp5") && styles[1].contains("cell ln5"))
  }

  /// Scores reach far beyond 1, but beside them the shares keep their own colors.
  @Test func aPaletteIsSharedByTheSameSortOfValueOnly() throws {
    let shares = HeatMap(
      panels: [.init("", [[1, 0.5]])], palette: .sequential, rowAxis: "r", columnAxis: "c",
      valueAxis: "v")
    let film = Film([Self.frame("one", Self.map(-40)), Self.frame("two", shares)])
    let styles = DrawnShape.all(film.frames[1].chart).map(\.style)
    #expect(styles.contains("cell q9") && !styles.contains("cell q0"))
  }

  @Test func theEndOfALineIsPointedAt() throws {
    let chart = LineChart(
      x: Axis("step", from: 0, to: 100), y: Axis("loss", from: 0, to: 10),
      series: [.init("loss", [.init(0, 10), .init(50, 5)])], pointed: .init(50, 5))
    let shapes = DrawnShape.all(chart)
    let ring = try #require(shapes.styled("pointed", "circle").first)
    let end = try #require(shapes.styled("line series0", "path").last?.points.last)
    #expect((ring.x - end.x).magnitude < 0.2 && (ring.y - end.y).magnitude < 0.2)
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    let row = try #require(lines.firstIndex { $0.text.contains("▸") })
    #expect(lines.filter { $0.text.contains("▸") }.count == 1)
    let first = try #require(lines.firstIndex { $0.text.contains("10") })
    // Half way down, half way across.
    #expect(row - first == 6)
    let column = lines[row].text.distance(
      from: lines[row].text.startIndex, to: try #require(lines[row].text.firstIndex(of: "▸")))
    #expect((28...34).contains(column), "\(column)")
  }

  @Test func aFilmOfTextNeedsNoTableAndAnotherDoes() {
    let tape = PaperTape([
      .init("", formulas: ["y = 2x"], lines: [.init("y", "2·3", "6")])
    ])
    let text = Self.figure([Self.frame("one", tape), Self.frame("two", tape)]).markup()
    // The words for those who do not see it stand there without a table.
    #expect(text.elements("details").count == 1)
    #expect(text.elements("details")[0].element.elements("table").isEmpty)
    let headings = text.elements("th").map { $0.element.plainText }
    #expect(headings == ["y = 2x", "y = 2x"])
    let terminal = tape.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(terminal.map(\.text).first == "y = 2x")
    let drawn = Self.figure([Self.frame("one", tape), Self.frame("two", Self.map(1))]).markup()
    #expect(drawn.elements("details").count == 1)
    #expect(drawn.elements("details")[0].element.elements("table").count == 1)
  }

  @Test func whatChangedIsPointedAtWithoutColor() throws {
    let map = Self.map(0.5, pointed: [.init(1, 0)])
    let shapes = DrawnShape.all(map)
    let box = try #require(shapes.styled("pointed", "rect").first)
    let number = try #require(shapes.text("0.25"))
    #expect(number.x > box.x && number.x < box.x + box.width)
    #expect(number.y > box.y && number.y < box.y + box.height)
    #expect(shapes.styled("pointed", "rect").count == 2 && shapes.text("what changed most") != nil)
    let lines = map.terminal(TerminalFrame(width: 60, style: .plain, wording: .english)).map(\.text)
    #expect(lines.contains { $0.hasPrefix("▸  0.25") && $0.contains("1.00") })
    #expect(lines.filter { $0.contains("▸") }.count == 2 && lines.contains("▸ what changed most"))
    #expect(DrawnShape.all(Self.map(0.5)).styled("pointed", "rect").isEmpty)
    // A full share leaves no column free for the sign.
    let names = (0..<24).map { "\($0)" }
    let shares = HeatMap(
      panels: [.init("", [names.map { _ in 1 }])], palette: .sequential, columnLabels: names,
      rowAxis: "r", columnAxis: "c", valueAxis: "v", pointed: [.init(0, 0)])
    let row = shares.terminal(TerminalFrame(width: 76, style: .plain, wording: .english)).map(
      \.text)
    #expect(row.contains { $0.hasPrefix("▸1.100100") })
  }

  @Test func thePointThatMovedHasARing() {
    let chart = Scatter(
      x: Axis("x", from: -1, to: 1), y: Axis("y", from: -1, to: 1),
      points: [.init(-0.5, 0, label: "a"), .init(0.5, 0, label: "b", isPointed: true)])
    let shapes = DrawnShape.all(chart)
    let ring = shapes.styled("pointed", "circle")
    #expect(ring.count == 1 && ring[0].x > 300)
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.contains { $0.text.contains("▸b") } && !lines.contains { $0.text.contains("▸a") })
  }

  @Test func textOfAFrameIsInert() {
    let hostile = "</script><b>\u{0}\u{202E}<|end|>\u{1B}[31m"
    var figure = Self.figure([
      Film.Frame(
        hostile, sentence: hostile, check: .init(hostile, hostile),
        TokenStrip(rows: [.init(items: [.token(.init(text: hostile, id: 1))])]))
    ])
    figure = Figure(
      id: "f", language: .english, title: hostile, description: hostile, table: figure.table,
      body: figure.body)
    let page = figure.markup().html()
    #expect(!page.contains("</script>") && !page.contains("<b>") && page.contains("&lt;|end|&gt;"))
    for text in [page] + figure.terminal(width: 60, style: .plain, frame: 0).map(\.text) {
      #expect(!text.unicodeScalars.contains { [0, 0x1B, 0x202E].contains($0.value) })
    }
  }
}
