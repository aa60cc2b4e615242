import Markup
import Names
import Testing

@testable import Charts

/// Where charts of cells, texts and tokens put what they show, and in which order.
@Suite struct DrawnOrderTests {
  /// The first row is `1, masked, 0.5`, the second `0.1, 0.3, 0.7`: no cell is where its mirror is.
  static let map = HeatMap(
    panels: [.init("", [[1, .nan, 0.5], [0.1, 0.3, 0.7]])], palette: .sequential,
    rowLabels: ["up", "down"], columnLabels: ["l", "m", "r"], rowAxis: "query", columnAxis: "key",
    valueAxis: "weight")

  @Test func cellsStandInTheirRowAndColumnWithTheirColor() throws {
    let shapes = DrawnShape.all(Self.map)
    let x = try ["l", "m", "r"].map { try #require(shapes.text($0)).x }
    let y = try ["up", "down"].map { try #require(shapes.text($0)).y - 4 }
    for (style, row, column) in [
      ("q9", 0, 0), ("q5", 0, 2), ("q1", 1, 0), ("q3", 1, 1), ("q7", 1, 2),
    ] {
      let cell = try #require(shapes.styled("cell " + style).first, "\(style)").points[0]
      #expect(cell.x < x[column] && cell.x > x[column] - 60 && (cell.y - y[row]).magnitude < 2)
      #expect(column == 0 || cell.x > x[column - 1])
    }
    let masked = try #require(shapes.first { $0.attributes["fill"] == "url(#t-mask)" })
    #expect(masked.points[0].x < x[1] && masked.points[0].x > x[0] && masked.points[0].y < y[0])
    for (number, row, column) in [("1.00", 0, 0), ("0.50", 0, 2), ("0.30", 1, 1), ("0.70", 1, 2)] {
      let shape = try #require(shapes.text(number))
      #expect((shape.x - x[column]).magnitude < 1 && (shape.y - 4 - y[row]).magnitude < 1)
    }
    #expect(shapes.text("↓ query   → key") != nil)
  }

  @Test func cellsOnATerminalStandInTheirRowAndColumn() {
    let lines = Self.map.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
      .map { $0.text.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("l m r"))
    #expect(lines.contains("up 1.00 ╱ 0.50"))
    #expect(lines.contains("down 0.10 0.30 0.70"))
    #expect(lines.contains("╱ masked: may not be looked at"))
  }

  @Test func signsHaveTheirOwnColors() throws {
    var map = Self.map
    map.palette = .divergingLearned
    map.panels = [.init("", [[1, -1, 0]])]
    let shapes = DrawnShape.all(map)
    let x = ["cell lp5", "cell ln5", "cell zero"].map { shapes.styled($0)[0].points[0].x }
    #expect(x == x.sorted() && Set(x).count == 3)
    // The far end of the palette is as far as the least value, where that is farther from zero.
    map.panels = [.init("", [[0.25, -1, 0.5]])]
    #expect(map.bound == 1)
    let seen = DrawnShape.all(map)
    #expect(seen.styled("cell ln5").count == 1 && seen.styled("cell lp5").isEmpty)
  }

  @Test func removedWordsAreStruckAndNewOnesUnderlined() throws {
    let text = RunningText(
      [.init("page", [.init("a "), .init("old", .deleted), .init("new!", .inserted)])],
      legend: [.init(.deleted, "removed"), .init(.inserted, "put in")])
    let shapes = DrawnShape.all(text)
    let (old, new) = (try #require(shapes.text("old")), try #require(shapes.text("new!")))
    #expect(old.style == "fixed in-deleted" && new.style == "fixed in-inserted" && old.x < new.x)
    for (style, shape, columns) in [("strike", old, 3.0), ("underline", new, 4)] {
      let line = try #require(shapes.styled(style).last).points
      try #require(line.count == 2)
      #expect((line[0].x - shape.x).magnitude < 0.1)
      #expect((line[1].x - line[0].x - columns * SVG.column).magnitude < 0.2)
      #expect((line[0].y < shape.y) == (style == "strike"))
    }
    for (style, name) in [("box deleted", "removed"), ("box inserted", "put in")] {
      let sample = try #require(shapes.styled(style).first)
      #expect(try #require(shapes.text(name)).x - sample.x < 40)
    }
    let lines = text.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.map(\.text).last == "│ a [-old-]{+new!+}")
    #expect(lines[0].text == "[-ab-] removed   {+ab+} put in")
  }

  static let pieces = [("one", 1), ("two", 22), ("three", 333)].map {
    TokenPiece(id: Int32($0.1), bytes: Array($0.0.utf8), text: $0.0)
  }

  @Test func tokensStandInOrderAboveTheirIDs() throws {
    let strip = TokenStrip(
      rows: [
        .init(label: "given", tokens: Array(Self.pieces.prefix(2))),
        .init(label: "next", tokens: Array(Self.pieces.suffix(2))),
      ], isAligned: true)
    let shapes = DrawnShape.all(strip)
    let texts = ["one", "two", "two", "three"]
    let drawn = shapes.styled("fixed token-text")
    #expect(drawn.map(\.text) == texts)
    #expect(drawn[0].x < drawn[1].x && drawn[0].x == drawn[2].x && drawn[1].x == drawn[3].x)
    #expect(drawn[0].y == drawn[1].y && drawn[2].y == drawn[3].y && drawn[0].y < drawn[2].y)
    let ids = shapes.filter { ["1", "22", "333"].contains($0.text) }
    #expect(ids.map(\.text) == ["1", "22", "22", "333"])
    for (id, text) in zip(ids, drawn) { #expect(id.x == text.x && id.y - text.y == 18) }
  }

  @Test func framesOfAFilmFollowEachOtherDownAndAreNumbered() throws {
    let film = Film(
      ["a", "b", "c"].map {
        .init($0, sentence: "of \($0)", check: .init("1", $0), TokenStrip(rows: []))
      })
    let shapes = DrawnShape.all(film)
    let titles = try ["1/3  a", "2/3  b", "3/3  c"].map { try #require(shapes.text($0)) }
    #expect(titles.allSatisfy { $0.x == 0 } && titles[0].y < titles[1].y)
    for (index, name) in ["a", "b", "c"].enumerated() {
      let sentence = try #require(shapes.text("of \(name)"))
      let check = try #require(shapes.text("A number to check: 1 (\(name))"))
      #expect(sentence.y > titles[index].y && check.y > sentence.y)
      #expect(index == 2 || check.y < titles[index + 1].y)
    }
  }

  @Test func cellsOfALadderSpanTheirColumns() throws {
    let shapes = DrawnShape.all(
      Ladder([
        .init("upper", [.init("x", span: 2, role: .plain), .init("y", span: 1, role: .fresh)]),
        .init("lower", [.init("z", note: "5", span: 3, role: .plain)]),
      ]))
    let boxes = shapes.filter { $0.element == "rect" }
    #expect(((boxes[0].width + 2) / (boxes[1].width + 2) - 2).magnitude < 0.01)
    #expect(((boxes[2].width + 2) / (boxes[1].width + 2) - 3).magnitude < 0.01)
    #expect(boxes.map(\.style) == ["box plain", "box fresh", "box plain"])
    for (box, text) in zip(boxes, ["x", "y", "z"]) {
      let shape = try #require(shapes.text(text))
      #expect((shape.x - box.x - box.width / 2).magnitude < 0.1 && shape.y > box.y)
    }
  }

  @Test func bytesOfAPartHaveItsMark() throws {
    let shapes = DrawnShape.all(
      BytesView(
        [0x01, 0x02, 0x41, 0x42, 0x43],
        parts: [
          .init(0..<2, name: "Length", meaning: "two"), .init(2..<5, name: "Text", meaning: ""),
        ]))
    #expect(try #require(shapes.text("01 02")).style == "fixed in-mark0")
    #expect(try #require(shapes.text("41 42 43")).style == "fixed in-mark1")
    #expect(try #require(shapes.text("ABC")).style == "fixed in-mark1")
    for (number, name) in [("1", "Length"), ("2", "Text")] {
      let key = try #require(shapes.first { $0.text == number && $0.style.hasPrefix("small in-") })
      #expect((try #require(shapes.text(name)).y - key.y).magnitude < 3)
    }
  }

  @Test func partsStandBelowEachOtherAndLearnedOnesAreSquare() throws {
    let shapes = DrawnShape.all(
      StreamMap([
        .through([
          .init("table", facts: ["5 × 6"], role: .learned), .init("scores", role: .computed),
        ])
      ]))
    let boxes = shapes.filter { $0.style.hasPrefix("part ") && $0.width > 100 }
    #expect(boxes.map(\.style) == ["part learned", "part computed"])
    #expect(boxes[0].attributes["rx"] == nil && boxes[1].attributes["rx"] == "8")
    for (box, name) in zip(boxes, ["table", "scores"]) {
      let shape = try #require(shapes.text(name))
      #expect(shape.y > box.y && shape.y < box.y + box.height)
    }
  }

  @Test func rowsOfATableStandInOrderWithTheirOwnSign() throws {
    let chart = TableChart(
      DataTable(["Name", "#Value"], [["a", "10"], ["b", "20"]]), marks: [.wrong, .right])
    let shapes = DrawnShape.all(chart)
    for (name, value, sign) in [("a", "10", "✗"), ("b", "20", "✓")] {
      let place = try #require(shapes.text(name))
      #expect(try #require(shapes.text(value)).y == place.y)
      #expect(try #require(shapes.text(sign)).y == place.y)
      #expect(try #require(shapes.text(value)).x > place.x)
    }
    #expect(try #require(shapes.text("a")).y < #require(shapes.text("b")).y)
    #expect(try #require(shapes.text("✗")).style == "in-bad")
    let cells = try #require(chart.written).markup.elements("td").map { $0.element.plainText }
    #expect(cells == ["✗ a", "10", "✓ b", "20"])
  }

  @Test func resultsStandBehindTheirOwnCalculation() throws {
    let tape = PaperTape([
      .init("Sum", formulas: [], lines: [.init("x", "1 + 2", "3"), .init("y", "2 · 4", "8")])
    ])
    let shapes = DrawnShape.all(tape)
    for (line, result) in [("x = 1 + 2", "= 3"), ("y = 2 · 4", "= 8")] {
      #expect(try #require(shapes.text(line)).y == #require(shapes.text(result)).y)
    }
    let lines = tape.terminal(TerminalFrame(width: 40, style: .plain, wording: .english))
    #expect(lines.contains { $0.text.hasPrefix("y = 2 · 4") && $0.text.hasSuffix("= 8") })
  }
}
