import Markup
import Testing

@testable import Charts

/// Where charts of quantities put what they show, in pixels.
@Suite struct DrawnQuantityTests {
  static let bars = BarChart(
    axis: "things",
    rows: [.init("first", [30, 10], text: "A"), .init("second", [20, 40], text: "B")],
    series: ["right", "wrong"], roles: [.good, .bad], references: [.init("goal", at: 45)])

  @Test func barsAreAsLongAsTheirValuesOnTheAxis() throws {
    let shapes = DrawnShape.all(Self.bars)
    let (zero, sixty) = (try #require(shapes.text("0")), try #require(shapes.text("60")))
    let scale = (sixty.x - zero.x) / 60
    let good = shapes.styled("bar good", "rect").filter { $0.height == 18 }
    let bad = shapes.styled("bar bad", "rect").filter { $0.height == 18 }
    for (shape, start, value) in [
      (good[0], 0.0, 30.0), (good[1], 0, 20), (bad[0], 30, 10), (bad[1], 20, 40),
    ] {
      #expect((shape.x - zero.x - start * scale).magnitude < 0.2)
      #expect((shape.width + 1 - value * scale).magnitude < 0.2)
    }
    let line = try #require(shapes.styled("reference").first?.points.first)
    #expect((line.x - zero.x - 45 * scale).magnitude < 0.2)
    #expect((try #require(shapes.text("goal")).x - line.x).magnitude < 0.2)
  }

  @Test func wordsStandBesideTheirOwnBarAndTheLegendNamesItsColor() throws {
    let shapes = DrawnShape.all(Self.bars)
    let good = shapes.styled("bar good", "rect")
    for (name, text, row) in [("first", "A", 0), ("second", "B", 1)] {
      let bar = good.filter { $0.height == 18 }[row]
      for word in [name, text] {
        let shape = try #require(shapes.text(word))
        #expect(shape.y > bar.y && shape.y < bar.y + 18)
      }
    }
    for (style, name) in [("bar good", "right"), ("bar bad", "wrong")] {
      let key = try #require(shapes.styled(style, "rect").first { $0.height == 14 })
      let label = try #require(shapes.text(name))
      #expect(label.x > key.x && label.x - key.x < 40)
    }
  }

  @Test func barsOnATerminalAreAsLongAsTheirValues() {
    let lines = Self.bars.terminal(TerminalFrame(width: 70, style: .plain, wording: .english))
      .map(\.text)
    let count = { (line: String, sign: Character) in Double(line.filter { $0 == sign }.count) }
    let (first, second) = (lines[1], lines[2])
    #expect(lines[0] == "██ right   ▒▒ wrong")
    #expect((count(first, "█") / count(first, "▒") - 3).magnitude < 0.2)
    #expect((count(second, "▒") / count(second, "█") - 2).magnitude < 0.2)
    #expect((count(first, "█") / count(second, "█") - 1.5).magnitude < 0.1)
  }

  @Test func singleBarsOnATerminalAreAsLongAsTheirValues() {
    let chart = BarChart(
      axis: "share", rows: [.init("a", [0.75], text: ""), .init("b", [0.25], text: "")], upTo: 1)
    let lines = chart.terminal(TerminalFrame(width: 64, style: .plain, wording: .english))
    let counts = lines.prefix(2).map { Double($0.text.filter { $0 == "█" }.count) }
    #expect((counts[0] / counts[1] - 3).magnitude < 0.1)
    #expect(counts[0] > 40)
  }

  @Test func equalFactorsTakeEqualRoomOnALogarithmicAxis() {
    let axis = Axis("loss", from: 0.01, to: 100, scale: .logarithmic)
    for (value, place) in [(0.1, 0.25), (1.0, 0.5), (10.0, 0.75)] {
      #expect((axis.position(value) - place).magnitude < 1e-9)
    }
  }

  @Test func barsBeyondTheAxisEndAtItsEdgeWithAnArrow() throws {
    let chart = BarChart(
      axis: "loss", rows: [.init("near", [6], text: "6"), .init("far", [78], text: "78")], upTo: 8)
    let shapes = DrawnShape.all(chart)
    let edge = try #require(shapes.text("8")).x
    let bars = shapes.styled("bar series0", "rect")
    #expect((bars[1].x + bars[1].width - edge).magnitude < 0.6)
    #expect(shapes.text("→ 78") != nil && shapes.text("6") != nil)
    #expect(shapes.text("→ beyond the edge") != nil)
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.filter { $0.text.contains("→") }.count == 2)
    #expect(lines.allSatisfy { $0.width <= 60 })
  }

  @Test func sharesThatAddUpToOneButForRoundingEndAtTheAxis() {
    let shares = [0.3, 0.1, 0.6 + 1e-7]
    let chart = BarChart(axis: "share", rows: [.init("", shares, text: "")], upTo: 1)
    #expect(DrawnShape.all(chart).text("→ beyond the edge") == nil)
  }

  @Test func aTextWithoutRoomBesideItsNameStandsBelowIt() throws {
    let chart = Ruler(
      axis: "loss",
      rows: [
        .init("a guess with rather a long name", 5, text: "5, which is very far above the floor"),
        .init("short", 1, text: "1"),
      ], edge: .init("floor", at: 0.5))
    let shapes = DrawnShape.all(chart, width: 320)
    let name = try #require(shapes.text("a guess with rather a long name"))
    let text = try #require(shapes.text("5, which is very far above the floor"))
    #expect(text.y - name.y > 13)
    #expect(shapes.text("short")!.y - text.y > 13)
  }

  @Test func aTextAboveTheFirstLineStandsWithinThePicture() throws {
    let rows = [Ruler.Row("every byte", 5.545, text: "5.545"), .init("model", 1, text: "1.066")]
    for edge in [nil, Ruler.Edge("floor", at: 0.5)] {
      let shapes = DrawnShape.all(Ruler(axis: "loss", rows: rows, edge: edge), width: 600)
      let text = try #require(shapes.text("5.545"))
      // Letters of this size reach 13 px above the line that they stand on.
      #expect(text.y >= 13 && text.y < shapes.text("every byte")!.y)
    }
  }

  static let lines = LineChart(
    x: Axis("step", from: 0, to: 100), y: Axis("loss", from: 0, to: 10),
    series: [
      .init("one", [.init(0, 8), .init(100, 2)]),
      .init("two", [.init(0, 4), .init(50, 30)], isMarked: true),
    ], references: [.init("floor", at: 1)], marks: [.init("best", at: 25)])

  @Test func pointsStandWhereTheAxesSay() throws {
    let shapes = DrawnShape.all(Self.lines)
    let x = { (value: Double) in
      let (zero, end) = (shapes.filter { $0.text == "0" }, shapes.filter { $0.text == "100" })
      let left = zero.max { $0.y < $1.y }!.x
      return left + (end[0].x - left) * value / 100
    }
    let ticks = shapes.filter { $0.style == "small" && $0.attributes["text-anchor"] == "end" }
    let (zero, ten) = (
      ticks.first { $0.text == "0" }!.y - 4, ticks.first { $0.text == "10" }!.y - 4
    )
    let y = { (value: Double) in zero + (ten - zero) * value / 10 }
    #expect(ten < zero)
    let drawn = [shapes.styled("line series0"), shapes.styled("line series1")].map {
      $0.last!.points
    }
    for (point, wanted) in zip(drawn[0] + drawn[1], [(0.0, 8.0), (100, 2), (0, 4), (50, 10)]) {
      #expect((point.x - x(wanted.0)).magnitude < 6 && (point.y - y(wanted.1)).magnitude < 0.3)
    }
    let references = shapes.styled("reference").map(\.points)
    #expect((references[0][0].x - x(25)).magnitude < 6 && references[0][0].x == references[0][1].x)
    #expect((references[1][0].y - y(1)).magnitude < 0.3 && references[1][0].y == references[1][1].y)
    #expect((try #require(shapes.text("floor")).y + 5 - references[1][0].y).magnitude < 0.3)
    #expect((try #require(shapes.text("best")).x - 5 - references[0][0].x).magnitude < 0.3)
    // The second series leaves the picture, which an arrow and its name say.
    #expect(shapes.styled("arrow").count == 1)
    #expect(shapes.text("two (↑ beyond the edge, up to 30.0)") != nil)
    #expect(shapes.text("one") != nil)
  }

  @Test func namesOfLinesStandBesideTheirOwnSample() throws {
    let shapes = DrawnShape.all(Self.lines)
    for (style, name) in [("line series0", "one"), ("line series1", "two")] {
      let sample = try #require(shapes.styled(style).first?.points.first)
      let label = try #require(shapes.first { $0.text.hasPrefix(name) })
      #expect(label.x > sample.x && label.x - sample.x < 40)
    }
  }

  @Test func linesOnATerminalRiseAndFallAsTheirValuesDo() {
    let lines = Self.lines.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
      .map(\.text)
    let first = lines.first { $0.contains("*") } ?? ""
    let last = lines.prefix { !$0.contains("└") }.last { $0.contains("*") } ?? ""
    #expect(first.firstIndex(of: "*")! < last.lastIndex(of: "*")!)
    #expect(lines.contains { $0.contains("- floor") })
    #expect(lines.contains { $0.contains(": best") })
    #expect(lines.contains { $0.contains("o two (↑ beyond the edge, up to 30.0)") })
  }

  @Test func everyBinHasABarOfItsHeight() throws {
    let chart = Histogram(
      panels: [.init("w", note: "", lower: -1, binWidth: 0.5, counts: [1, 4, 0, 2])],
      xLabel: "weight", yLabel: "weights", role: .learned)
    let path = try #require(DrawnShape.all(chart).styled("bar learned").first)
    let bars = (path.attributes["d"] ?? "").split(separator: "M").map { part in
      part.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
    }
    try #require(bars.count == 3)
    let (heights, starts) = (bars.map { $0[2] }, bars.map { $0[0] })
    #expect((heights[1] / heights[0] - 4).magnitude < 0.05)
    #expect((heights[2] / heights[0] - 2).magnitude < 0.05)
    #expect(((starts[2] - starts[0]) / (starts[1] - starts[0]) - 3).magnitude < 0.01)
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    // Four bins of five lines: the third is empty, the last half as high as the highest.
    let columns = lines.map(\.text).filter { $0.contains("█") && !$0.contains("=") }
    #expect(columns == [" █  ", " █  ", " █ ▄", "▂█ █", "██ █"])
    #expect(lines.contains { $0.text.contains("█ = 4 weights") })
    #expect(lines.contains { $0.text.contains("−1.00") && $0.text.contains("1.00") })
  }

  @Test func dotsStandWhereTheAxesSay() throws {
    let shapes = DrawnShape.all(
      Scatter(
        x: Axis("first", from: -1, to: 1), y: Axis("second", from: -1, to: 1),
        points: [.init(-0.5, 0.75, label: "up left"), .init(0.25, -1, label: "down")]))
    let dots = shapes.styled("marker series0", "circle")
    #expect(dots[0].y < dots[1].y)
    let ticks = ["−1", "1"].map { tick in shapes.filter { $0.text == tick }.max { $0.y < $1.y }!.x }
    #expect((dots[0].x - (ticks[0] + 0.25 * 580)).magnitude < 30)
    let scale = (dots[1].x - dots[0].x) / 0.75
    #expect((ticks[0] - (dots[0].x - 0.5 * scale)).magnitude < 0.2)
    for (dot, name) in zip(dots, ["up␣left", "down"]) {
      let label = try #require(shapes.text(name))
      #expect((label.x - dot.x).magnitude < 10 && (label.y - dot.y).magnitude < 20)
    }
  }
}
