import Foundation
import Markup
import Testing

@testable import Charts

/// Every text of a chart has room of its own, and every axis says what it measures.
@Suite struct RoomTests {
  @Test(arguments: [(0.0, 3500.0), (0, 1), (0.2, 0.9), (17, 18.4), (0, 26), (-1, 1)])
  func everyAxisHasThreeTicks(lower: Double, upper: Double) {
    for count in 1...6 {
      let ticks = Axis("x", from: lower, to: upper).ticks(count)
      #expect(ticks.count >= 3, "\(lower)…\(upper) in \(count): \(ticks)")
      #expect(ticks == ticks.sorted() && ticks[0] >= lower - 1e-9 && ticks.last! <= upper + 1e-9)
    }
  }

  @Test(arguments: [
    ([18.0, 72.0], [10.0, 20, 50]), ([3.8, 5.5], [3, 3.5, 4]), ([0.5995, 4.37], [0.5, 1, 2, 5]),
    ([0.003, 40], [0.01, 0.1, 1, 10]),
  ])
  func logarithmicAxesHaveRoundTicksAndEndAtThem(values: [Double], ticks: [Double]) {
    let axis = Axis("loss", spanning: values, scale: .logarithmic)
    for (tick, wanted) in zip(axis.ticks(9), ticks) {
      #expect((tick / wanted - 1).magnitude < 1e-9)
    }
    #expect(axis.lower <= values[0] && axis.upper >= values[1])
    #expect(axis.title(.english) == "loss, log scale")
    #expect(axis.title(.japanese) == "loss、対数目盛")
  }

  @Test func stepsEndWhereTheDataEnds() {
    let axis = Axis("step", steps: [1, 3500])
    #expect((axis.lower, axis.upper) == (0, 3500))
    #expect(Axis("step", steps: []).upper == 1)
  }

  static func marked(_ marks: [(String, Double)]) -> LineChart {
    LineChart(
      x: Axis("step", from: 0, to: 400), y: Axis("loss", from: 0, to: 8),
      series: [.init("one", [.init(0, 8), .init(400, 2)])],
      marks: marks.map { .init($0.0, at: $0.1) })
  }

  @Test(arguments: [
    [("kept: step 144", 144.0), ("stop: 192", 192)], [("stop: 192", 192), ("kept: step 144", 144)],
    [("kept: step 380", 380), ("stop: 396", 396)], [("kept: step 2", 2), ("stop: 9", 9)],
    [("one", 100), ("two", 110), ("three", 120)],
  ])
  func wordsOfMarksHideNeitherEachOtherNorTheirLines(marks: [(String, Double)]) throws {
    for width in [304.0, 672] {
      let shapes = DrawnShape.all(Self.marked(marks), width: width)
      let lines = shapes.styled("reference").map(\.points)
      let texts = try marks.map { mark in
        let text = try #require(shapes.text(mark.0))
        let room = SVG.width(of: mark.0)
        let left = text.attributes["text-anchor"] == "end" ? text.x - room : text.x
        return (left: left, right: left + room, y: text.y)
      }
      for (index, text) in texts.enumerated() {
        #expect(text.left >= 0 && text.right <= width)
        for other in texts.dropFirst(index + 1) where (other.y - text.y).magnitude < 12 {
          #expect(other.left >= text.right || text.left >= other.right)
        }
        for line in lines {
          let top = line.map(\.y).min()!
          #expect(line[0].x < text.left || line[0].x > text.right || top > text.y)
        }
      }
    }
  }

  @Test func pointsBelowTheAxisStandAtItsEdgeWithAnArrow() {
    var chart = Self.marked([])
    chart.series = [.init("one", [.init(0, 4), .init(200, -30)])]
    let shapes = DrawnShape.all(chart)
    let zero = shapes.first { $0.text == "0" && $0.attributes["text-anchor"] == "end" }!.y - 4
    #expect((shapes.styled("line series0").last!.points[1].y - zero).magnitude < 0.2)
    #expect(shapes.styled("arrow").count == 1)
    #expect(shapes.text("one (↓ beyond the edge, down to −30.0)") != nil)
  }

  @Test func aLineThatMarksAValueLeavesWordsOut() {
    let chart = BarChart(
      axis: "loss",
      rows: [
        .init("a name that is long enough for a line of its own", [5], text: "5.969"),
        .init("another name that is long enough as well", [3], text: "3.479"),
      ], references: [.init("guessing", at: 7.6)], upTo: 8)
    for width in [304.0, 672] {
      let shapes = DrawnShape.all(chart, width: width)
      for line in shapes.styled("reference").map(\.points) {
        for row in chart.rows {
          for (name, size) in [(row.text, 12.0), (row.label, 13)] {
            guard let text = shapes.text(name) else { continue }
            let room = SVG.width(of: name, size: size)
            let left = text.attributes["text-anchor"] == "end" ? text.x - room : text.x
            let isBeside = line[0].x < left || line[0].x > left + room
            #expect(isBeside || line[1].y < text.y - 9 || line[0].y > text.y, "\(name)")
          }
        }
      }
    }
  }

  @Test func labelsOfALegendThatAreTooLongAreBroken() {
    let chart = Legend(keys: [
      .init(label: "learning rate 10 (↑ beyond the edge, up to 78.0)") { _, _ in [] }
    ])
    let texts = chart.drawing(width: 200).content.flatMap { $0.elements("text") }
      .map { $0.element.plainText }
    #expect(texts.count == 2 && texts.joined().hasPrefix("learning rate 10"))
  }

  static let pieces = [("one", 1), ("two", 2), ("<|end|>", 0), ("one", 1)].map {
    TokenStrip.Token(text: $0.0, id: $0.1, isSpecial: $0.1 == 0)
  }

  @Test func aTokenThatIsComparedHasOneColorAndALineStandsWhereATextEnds() throws {
    let strip = TokenStrip(
      rows: [
        .init(label: "given", items: Self.pieces.dropLast().map { .token($0) }),
        .init(label: "wanted", items: Self.pieces.dropFirst().map { .token($0) }),
      ], isAligned: true, end: .init(id: 0, label: "the next text begins"))
    let shapes = DrawnShape.all(strip)
    #expect(shapes.styled("box mark0", "rect").count == 2)
    #expect(shapes.styled("box mark1", "rect").count == 2)
    let special = shapes.styled("box special", "rect")
    let ends = shapes.styled("end").dropLast().map { $0.points[0] }
    #expect(special.count == 2 && ends.count == 2)
    for (box, end) in zip(special, ends) {
      #expect((box.x + box.width + 2 - end.x).magnitude < 1 && end.y < box.y)
    }
    #expect(shapes.text("the next text begins") != nil)
    for (label, y) in [("given", special[0].y), ("wanted", special[1].y)] {
      let text = try #require(shapes.text(label))
      #expect(text.x == 0 && text.y > y && text.y < y + 42)
    }
  }

  @Test func aTokenLongerThanALineGoesOnInItsBox() throws {
    let text = String(repeating: "たいうどん", count: 8)
    let strip = TokenStrip(rows: [.init(items: [.token(.init(text: text, id: 5))])])
    let drawing = strip.drawing(ChartTests.frame(304))
    #expect(drawing.width == 304)
    let shapes = DrawnShape.all(strip, width: 304)
    let parts = shapes.styled("fixed token-text")
    #expect(parts.count == 3 && parts.map(\.text).joined() == text)
    let box = try #require(shapes.styled("box token0", "rect").first)
    #expect(shapes.filter { $0.element == "text" }.allSatisfy { $0.y < box.y + box.height })
  }

  static func table(_ columns: Int) -> Markup {
    DataTable(
      columns: (0..<columns).map { .init("Column \($0)", isNumber: true) },
      rows: [(0..<columns).map { _ in "123,456" }]
    ).markup()
  }

  @Test func rowsOfAWideTableBecomeParagraphs() {
    for (columns, style) in [
      (3, "figure-table"), (6, "figure-table figure-stacks-narrow"),
      (11, "figure-table figure-stacks-middle"), (20, "figure-table figure-stacks"),
    ] {
      let table = Self.table(columns).elements("table")[0].attributes["class"]
      #expect(table == style)
      let titles = Self.table(columns).elements("td").compactMap { $0.attributes["data-title"] }
      #expect(titles == (columns == 3 ? [] : (0..<columns).map { "Column \($0)" }))
    }
  }

  @Test func brokenCharactersAreAsWideAsKanji() {
    for (sign, style) in [
      ("a", "figure-table"), ("\u{FFFD}", "figure-table figure-stacks-narrow"),
    ] {
      let rows = [["questions", "teacher", String(repeating: sign, count: 24)]]
      let table = DataTable(["Prompt", "Version", "Answer"], rows).markup()
      #expect(table.elements("table")[0].attributes["class"] == style)
    }
  }

  @Test func longWordsOfATableMayBeBroken() {
    let table = DataTable(["Name"], [["h.0.attn.c_attn.weight"], ["short"]]).markup()
    let cells = table.elements("td").map(\.element)
    #expect(cells.map(\.plainText) == ["h.0.attn.c_attn.weight", "short"])
    #expect(cells.map { $0.elements("wbr").count } == [3, 0])
  }

  /// A line would begin with ー.
  @Test func japaneseWordsAreLeftToTheBrowser() {
    let table = DataTable(["名前"], [["モデルが一度に見られるトークンの数。"]]).markup()
    let cell = table.elements("td")[0].element
    #expect(cell.plainText == "モデルが一度に見られるトークンの数。")
    #expect(cell.elements("wbr").isEmpty)
    // Letters of a model that babbles stand between, without a space.
    let mixed = DataTable(["名前"], [["学校PavelPavelPavelPavelです。長いトークンの数"]]).markup()
    let babble = mixed.elements("td")[0].element
    #expect(babble.plainText == "学校PavelPavelPavelPavelです。長いトークンの数")
    #expect(babble.html().contains("学校PavelPavelPa<wbr>velPavelです。長いトークンの数"))
    // No phrase ends in what a model writes that repeats a name; ー stays with its letter.
    let name = String(repeating: "カーイゴール", count: 6)
    let endless = DataTable(["名前"], [[name + "です"]]).markup().elements("td")[0].element
    #expect(endless.plainText == name + "です")
    let lines = endless.html().components(separatedBy: "<wbr>")
    #expect(lines.count == 3 && !lines.contains { $0.hasPrefix("ー") })
  }

  @Test func groupsOfPointsDifferByColorAndShapeAndAreNamed() throws {
    let chart = Scatter(
      x: Axis("first", from: -1, to: 1), y: Axis("second", from: -1, to: 1),
      points: [.init(-0.5, 0.5, label: "Mira"), .init(0.5, -0.5, label: "cat", group: 1)],
      groups: ["people", "pets"])
    let shapes = DrawnShape.all(chart)
    #expect(shapes.styled("marker series0", "circle").count == 2)
    #expect(shapes.styled("marker series1", "path").count == 2)
    #expect(shapes.text("people") != nil && shapes.text("pets") != nil)
    for tick in ["−1", "0", "1"] { #expect(shapes.filter { $0.text == tick }.count == 2) }
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.last?.text == "■ people   ■ pets")
  }

  @Test func rowsAndColumnsWithoutNamesAreCounted() throws {
    let map = HeatMap(
      panels: [.init("", (0..<8).map { row in (0..<30).map { Float(row * $0) } })],
      palette: .divergingLearned, rowAxis: "row", columnAxis: "column", valueAxis: "weight")
    let shapes = DrawnShape.all(map, width: 304)
    for number in ["0", "4", "7", "15", "29"] { #expect(shapes.text(number) != nil, "\(number)") }
    #expect(map.drawing(ChartTests.frame(304)).width == 304)
  }

  @Test(arguments: [20, 30])
  func namesOfColumnsGiveWayToNumbersWhereTheyDoNotFit(count: Int) {
    let names = (0..<count).map { "token\($0)" }
    let map = HeatMap(
      panels: [.init("", names.map { _ in names.map { _ in 0.5 } })], palette: .sequential,
      rowLabels: names, columnLabels: names, rowAxis: "query", columnAxis: "key",
      valueAxis: "weight")
    #expect(map.drawing(ChartTests.frame(304)).width == 304)
    let shapes = DrawnShape.all(map, width: 304)
    #expect(shapes.filter { $0.text == "token5" }.count == (count == 20 ? 2 : 1))
  }
}
