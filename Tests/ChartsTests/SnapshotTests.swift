import Foundation
import Markup
import Testing

@testable import Charts

/// Each chart from small values, compared with a drawing that a person has looked at.
///
/// A golden that is missing fails. `RECORD_GOLDENS=1 swift test --filter SnapshotTests` writes them anew.
@Suite struct SnapshotTests {
  static let charts: [(name: String, chart: Picture)] = [
    ("token-strip", tokenStrip.picture), ("line-chart", lineChart.picture),
    ("bar-chart", barChart.picture),
    ("heat-map", heatMap.picture), ("histogram", histogram.picture),
    ("table-chart", tableChart.picture),
    ("running-text", runningText.picture), ("film", film.picture), ("ladder", ladder.picture),
    ("stream-map", StreamMapTests.map.picture), ("state-map", stateMap.picture),
    ("stage", StageTests.stage(Stage.Place(2, 4)).picture),
    ("node-map", NodeMapTests.map.picture), ("sequence-map", NodeMapTests.sequence.picture),
    ("bytes-view", bytesView.picture), ("ruler", ruler.picture), ("scatter", scatter.picture),
  ]

  static let tokenStrip = TokenStrip(rows: [
    TokenStrip.Row(
      label: "a row",
      items: [
        .token(.init(text: "<|en|>", id: 1, isSpecial: true)), .token(.init(text: "␣the", id: 263)),
        .sign("→"), .token(.init(text: "パン", id: 420, isFresh: true)),
      ])
  ])
  static let lineChart = LineChart(
    x: Axis("step", from: 0, to: 100), y: Axis("loss (nats)", from: 0, to: 6),
    series: [
      .init("training", [.init(0, 6), .init(20, 3), .init(100, 1)]),
      .init("validation", [.init(0, 6), .init(50, 2.5), .init(100, 2)], isMarked: true),
    ], references: [.init("guessing", at: 5)], marks: [.init("best", at: 50)])
  static let barChart = BarChart(
    axis: "probability",
    rows: [
      .init("␣bak", [0.52], text: "52.0%", mark: .chosen), .init("パン", [0.3], text: "30.0%"),
      .init("␣sea", [0.18], text: "18.0%", mark: .cut),
    ], cutAfter: 1, hasTokenLabels: true, upTo: 1)
  static let heatMap = HeatMap(
    panels: [
      .init("before", [[-0.5, 0.1], [0.02, .nan]]), .init("after", [[1, -1], [0.3, .nan]]),
    ], palette: .divergingLearned, rowLabels: ["a", "b"], columnLabels: ["a", "b"],
    rowAxis: "row", columnAxis: "column", valueAxis: "weight")
  static let histogram = Histogram(
    panels: [.init("wte", note: "mean 0", lower: -1, binWidth: 0.5, counts: [1, 7, 8, 2])],
    xLabel: "weight", yLabel: "weights", role: .learned)
  static let tableChart = TableChart(
    DataTable(["Question", "#Score"], [["ミカさんは？", "0.90"], ["Who?", "0.10"]]),
    marks: [.right, .wrong])
  static let runningText = RunningText(
    [
      .init(
        "page",
        [
          .init("The "), .init("two  ", .deleted), .init("パン", .inserted),
          .init(" end\nx", .mark(0)),
        ],
        note: "a note")
    ], legend: [.init(.deleted, "removed"), .init(.inserted, "put in"), .init(.mark(0), "noise")])
  static let stateMap = StateMap([
    .init("One", note: "was in use", origin: nil, way: "as it was built"),
    .init("Two", note: "kept", role: .bad, origin: 0, way: "a way", gate: "refused", goesOn: false),
    .init("Three", note: "in use", role: .good, origin: 0, way: "another way", gate: "accepted"),
  ])
  static let film = Film(
    [
      .init("one", sentence: "The first.", check: .init("2 − 1 = 1", "tokens"), tokenStrip),
      .init("two", sentence: "The second.", check: .init("3", "tokens"), tokenStrip),
    ])
  static let ladder = Ladder([
    .init("characters", [.init("屋", span: 3, role: .fresh)]),
    .init(
      "bytes",
      [
        .init("E5", span: 1, role: .plain), .init("B1", span: 1, role: .plain),
        .init("8B", span: 1, role: .plain),
      ]),
    .init(
      "tokens",
      [
        .init("‹E5 B1›", note: "488", span: 2, role: .token(0)),
        .init("‹8B›", note: "139", span: 1, role: .token(1)),
      ]),
  ])
  static let bytesView = BytesView(
    [5, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D, 0x20],
    parts: [
      .init(0..<8, name: "Length", meaning: "five"), .init(8..<11, name: "Header", meaning: "JSON"),
    ])
  static let ruler = Ruler(
    axis: "loss (nats)",
    rows: [
      .init("guessing", 5.5, text: "5.5"), .init("counting", 0.4, text: "0.4"),
      .init("the model", 0.125, text: "0.125", isNoted: true),
    ], edge: .init("the floor: 0.1", at: 0.1))
  static let scatter = Scatter(
    x: Axis("first", from: -1, to: 1), y: Axis("second", from: -1, to: 1),
    points: [
      .init(0.5, 0.5, label: "パン"), .init(-0.5, -0.5, label: " sea"), .init(0.51, 0.5, label: "x"),
    ])

  static func drawn(_ chart: Picture) -> String {
    let figure = Figure(
      id: "snapshot", language: .english, title: "A title", description: "What is seen.",
      table: DataTable(["a"], [["1"]]), body: chart)
    var text = figure.svg(width: 320).xmlDocument()
    for (style, width) in [(TerminalStyle.plain, 60), (.color, 40)] {
      text += "\n--- \(style), \(width) columns\n"
      text += figure.terminal(width: width, style: style).map { line in
        line.rendered(style).replacing("\u{1B}", with: "␛") + "\n"
      }.joined()
    }
    return text
  }

  @Test(arguments: charts.map(\.name))
  func chartsAreDrawnAsTheyWereLookedAt(name: String) throws {
    let chart = try #require(Self.charts.first { $0.name == name }).chart
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).txt")
    let text = Self.drawn(chart)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(text == expected)
  }
}
