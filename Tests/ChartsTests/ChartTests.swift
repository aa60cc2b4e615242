import Foundation
import Markup
import SampleRuns
import Testing

@testable import Charts

@Suite struct ChartTests {
  static func frame(_ width: Double) -> DrawingFrame {
    DrawingFrame(width: width, id: "t", wording: .english)
  }

  @Test func axesHaveRoundTicksWithinThem() {
    let axis = Axis("x", spanning: [0.13, 7.2], from: 0)
    #expect(axis.ticks(5) == [0, 2, 4, 6, 8])
    let quarters = Axis("x", from: 0, to: 1)
    let ticks = quarters.ticks(4)
    #expect(
      ticks.map { quarters.label($0, among: ticks) } == ["0", "0.25", "0.50", "0.75", "1.00"])
    let log = Axis("x", from: 0.05, to: 4, scale: .logarithmic)
    #expect(
      log.ticks(9).map { log.label($0, among: []) } == ["0.05", "0.1", "0.2", "0.5", "1", "2"])
    #expect((log.position(0.05), log.position(4)) == (0, 1))
  }

  /// Each way leads from where the last one is written to end, so that the end of a long line lies where it should.
  @Test func aLineIsItsFirstPointAndTheWaysOn() throws {
    #expect(SVG.trace([(1, 2), (1.04, 2.06), (-0.26, 2)]) == "M1 2l0 .1 -1.3 -.1")
    #expect(SVG.trace([(0.5, 10)]) == "M0.5 10" && SVG.trace([(9, 9), (9, 9)]) == "M9 9l0 0")
    var points: [(Double, Double)] = []
    for index in 0..<400 {
      let height = Double(index * index % 997) * 0.1713
      points.append((Double(index) * 1.237, 200 - height))
    }
    let numbers = SVG.trace(points).dropFirst().split { $0 == " " || $0 == "l" }
      .compactMap { Double(String($0)) }
    try #require(numbers.count == 2 * points.count)
    var place = (0.0, 0.0)
    for index in points.indices {
      place = (place.0 + numbers[2 * index], place.1 + numbers[2 * index + 1])
      let (x, y) = (place.0 - points[index].0, place.1 - points[index].1)
      #expect(abs(x) < 0.0501 && abs(y) < 0.0501)
    }
  }

  @Test func axesOfOneValueStillHaveRoom() {
    #expect(Axis("x", spanning: [3, 3]).upper > Axis("x", spanning: [3, 3]).lower)
    #expect(Axis("x", spanning: []).ticks(3).count >= 2)
    #expect(Axis("x", from: 0, to: 0).upper == 1)
  }

  @Test func segmentsOfABarAddUpToItsData() throws {
    let chart = BarChart(
      axis: "things", rows: [.init("all", [30, 50, 20], text: "")], series: ["a", "b", "c"])
    let drawing = chart.drawing(Self.frame(400))
    let boxes = drawing.content.flatMap { $0.elements("rect") }.filter {
      $0.attributes["class"]?.hasPrefix("bar ") == true && $0.attributes["height"] == "18"
    }
    let widths = boxes.compactMap { Double($0.attributes["width"] ?? "") }
    // A gap of one pixel follows each segment.
    let plot = widths.reduce(0, +) + 3
    for (width, share) in zip(widths, [0.3, 0.5, 0.2]) {
      #expect((width + 1 - share * plot).magnitude < 0.2)
    }
  }

  /// The label of point `i` has `i % 7 + 1` letters; a letter of this size is 7.2 wide and 10 high.
  @Test func namesOfPointsHideNoPointAndNoOtherName() {
    let points = (0..<60).map { i in
      let angle = Double(i) * 2.4
      return Scatter.Point(
        cos(angle) * Double(i) / 80, sin(angle) * Double(i) / 80,
        label: String(repeating: "m", count: i % 7 + 1))
    }
    let drawing = Scatter(
      x: Axis("first", from: -1, to: 1), y: Axis("second", from: -1, to: 1), points: points
    ).drawing(Self.frame(300))
    let number = { (attributes: Attributes, name: String) in Double(attributes[name] ?? "") ?? 0 }
    let dots = drawing.content.flatMap { $0.elements("circle") }.map {
      (x: number($0.attributes, "cx"), y: number($0.attributes, "cy"))
    }
    let names = drawing.content.flatMap { $0.elements("text") }.filter {
      $0.attributes["class"] == "small fixed halo"
    }.map { text, attributes in
      let width = 7.2 * Double(text.plainText.count)
      let x = number(attributes, "x")
      let left =
        switch attributes["text-anchor"] {
        case "end": x - width
        case "middle": x - width / 2
        default: x
        }
      return (left: left, right: left + width, base: number(attributes, "y"))
    }
    #expect(dots.count == 60 && names.count > 15)
    for (index, name) in names.enumerated() {
      #expect(name.left >= 0 && name.right <= 300)
      #expect(
        !dots.contains {
          $0.x > name.left && $0.x < name.right && $0.y > name.base - 10 && $0.y < name.base
        })
      #expect(
        !names.dropFirst(index + 1).contains {
          name.left < $0.right && $0.left < name.right && (name.base - $0.base).magnitude < 10
        })
    }
  }

  @Test func everySegmentAfterTheFirstIsHatched() {
    let chart = BarChart(
      axis: "things", rows: [.init("all", [30, 50, 20], text: "")], series: ["a", "b", "c"])
    let fills = chart.drawing(Self.frame(400)).content.flatMap { $0.elements("rect") }
      .compactMap { $0.attributes["fill"] }
    #expect(Set(fills) == ["url(#t-hatch0)", "url(#t-hatch1)"])
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(
      lines.contains { $0.text.contains("█") && $0.text.contains("▒") && $0.text.contains("░") })
  }

  @Test func cutCandidatesAndTheChosenOneAreToldInWords() {
    let chart = BarChart(
      axis: "probability",
      rows: [
        .init("a", [0.6], text: "60%", mark: .chosen), .init("b", [0.4], text: "40%", mark: .cut),
      ], cutAfter: 0)
    let text = chart.drawing(Self.frame(400)).content.map(\.plainText).joined(separator: "\n")
    #expect(text.contains("60% ◀ chosen"))
    #expect(text.contains("cut off below this line"))
    let lines = chart.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.map(\.text).joined().contains("◀ chosen"))
  }

  static let masked = HeatMap(
    panels: [HeatMap.Panel("", [[1, .nan], [0.25, 0.75]])], palette: .sequential,
    rowLabels: ["a", "b"], columnLabels: ["a", "b"], rowAxis: "query", columnAxis: "key",
    valueAxis: "weight")

  @Test func wordsBesideBarsAreNeverCutOff() {
    let text = "precision 100.0%, recall 100.0%"
    let chart = BarChart(
      axis: "decisions",
      rows: [
        .init("Page numbers and running heads", [3, 1], text: text),
        .init("Spam", [1, 0], text: text),
      ],
      series: ["found", "missed"])
    for width in [40, 50, 80] {
      let lines = chart.terminal(
        TerminalFrame(width: width, style: .plain, wording: ChartWording.english))
      let all = lines.map(\.text).joined(separator: " ").split(separator: " ")
        .joined(separator: " ")
      #expect(all.split(separator: text, omittingEmptySubsequences: false).count == 3)
      #expect(lines.contains { $0.text.filter { $0 == "█" }.count >= 6 })
    }
  }

  @Test func maskedCellsAreHatchedAndNeverColored() {
    let paths = Self.masked.drawing(Self.frame(320)).content.flatMap { $0.elements("path") }
    let cells = paths.filter { $0.attributes["class"]?.hasPrefix("cell q") == true }
    let count = cells.reduce(0) { $0 + ($1.attributes["d"] ?? "").filter { $0 == "M" }.count }
    #expect(count == 3)
    #expect(paths.contains { $0.attributes["fill"] == "url(#t-mask)" })
    let lines = Self.masked.terminal(TerminalFrame(width: 60, style: .plain, wording: .english))
    #expect(lines.contains { $0.text.contains("╱") })
  }

  @Test func palettesAreCentredAtZeroOrBeginThere() {
    #expect((Self.masked.step(0, bound: 1), Self.masked.step(1, bound: 1)) == (0, 9))
    var signed = Self.masked
    signed.palette = .divergingLearned
    #expect(
      [-1, -0.3, -0.01, 0, 0.01, 0.3, 1].map { signed.step($0, bound: 1) } == [
        -5, -3, 0, 0, 0, 3, 5,
      ])
    #expect(signed.step(.nan, bound: 1) == nil)
  }

  @Test func longSeriesKeepTheirExtremesWhenThinned() {
    var points = (0..<10_000).map { LineChart.Point(Double($0), 0) }
    points[1234].y = 9
    points[8000].y = -7
    let thinned = LineChart.thinned(points, to: 300)
    #expect(thinned.count <= 600)
    #expect(thinned.map(\.y).max() == 9 && thinned.map(\.y).min() == -7)
    #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test func histogramsGatherEveryCount() {
    #expect(Histogram.gathered([1, 2, 3, 4, 5], into: 2) == [6, 9])
    #expect(Histogram.gathered([1, 2, 3], into: 9) == [1, 2, 3])
  }
}
