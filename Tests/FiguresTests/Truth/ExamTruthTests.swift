import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the figures of the open exam show of a record made by hand.
@Suite struct ExamTruthTests {
  private func figure(_ name: String, _ language: Language = .english) throws -> Figure {
    try FigureCatalog.figure(name, run: UsageSample.run, language: language)
  }

  private func rows(_ name: String, _ language: Language = .english) throws -> [String] {
    try figure(name, language).table.rows.map { $0.joined(separator: " | ") }
  }

  static let rows: [UsageTruthTests.Row] = [
    .init("exam-outcomes", .english, [(1, 5, "1")], "6 questions of seven kinds", "1 · 1 · 0"),
    .init("exam-outcomes", .japanese, [(3, 5, "1")], "合わせて4問", "0 · 0 · 1"),
    .init("exam-confidence", .english, [(0, 3, "0.99")], "surer than 0.44", "about nobody"),
    .init("exam-confidence", .japanese, [(0, 3, "0.94")], "自信が0.94を超えて", "いない人の質問"),
    .init("exam-threshold", .english, [(10, 2, "2")], "threshold of 0.50", "chosen: 0.50"),
    .init("exam-threshold", .japanese, [(10, 2, "1")], "しきい値0.50", "選んだ値：0.50"),
    .init(
      "exam-answers", .english, [(3, 3, "0.750")], "5 answers: of each kind", "Mira has a rabbit."),
    .init("exam-answers", .japanese, [(3, 3, "0.813")], "合わせて4個並べました", "ミラさんです。"),
  ]

  @Test func eachKindIsRightHeldBackOrMadeUp() throws {
    #expect(
      try rows("exam-outcomes") == [
        "as in training | Where does Mira work? | 2 | 1 | 1 | 0",
        "about nobody | Where does Zara work? | 2 | 0 | 1 | 1",
        "never told | How old is Mira? | 1 | 0 | 0 | 1",
        "asked backwards | Who works at sea? | 1 | 1 | 0 | 0",
      ])
    #expect(
      try rows("exam-outcomes", .japanese) == [
        "学習したとおりの質問 | ミラさんの職場は？ | 1 | 1 | 0 | 0", "いない人の質問 | ザラさんの職場は？ | 1 | 0 | 1 | 0",
        "書かれていないこと | ミラさんは何歳？ | 1 | 0 | 0 | 1", "逆向きの質問 | 海にいるのは？ | 1 | 0 | 0 | 1",
      ])
    let figure = try figure("exam-outcomes")
    #expect(figure.description.contains("6 questions") && figure.description.contains("0.50"))
    guard case .bars(let chart) = figure.body else { throw NoPicture() }
    #expect(chart.series == ["right", "held back", "made up"])
    #expect(chart.roles == [.good, .plain, .bad])
    #expect(chart.rows[0].values == [50, 50, 0] && chart.rows[0].text == "1 · 1 · 0")
    #expect(chart.rows[2].values == [0, 0, 100])
  }

  @Test func confidenceIsSharedOutOverFifths() throws {
    #expect(
      try rows("exam-confidence") == [
        "as in training | 0.44 | 0.44 | 0.99", "about nobody | 0.25 | 0.25 | 0.63",
        "never told | 0.75 | 0.75 | 0.75", "asked backwards | 0.88 | 0.88 | 0.88",
      ])
    let figure = try figure("exam-confidence")
    #expect(figure.description.contains("2 tokens") && figure.description.contains("0.44"))
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    #expect(map.panels[0].values[0] == [0, 0, 0.5, 0, 0.5])
    #expect(map.panels[0].values[1] == [0, 0.5, 0, 0.5, 0])
    #expect(map.rowLabels == ["as in training", "about nobody", "never told", "asked backwards"])
    #expect(ExamConfidence.shares([1])[4] == 1)
    #expect(ExamConfidence.middle([1, 2, 3, 4]) == 2)
  }

  @Test func aThresholdHoldsBackWhatLiesBelowIt() throws {
    let rows = try rows("exam-threshold")
    #expect(rows.count == 21)
    #expect(rows[0] == "0.00 | 3 | 0 | 3")
    #expect(rows[5] == "0.25 | 3 | 0 | 3")
    #expect(rows[10] == "0.50 | 2 | 2 | 2")
    #expect(rows[20] == "1.00 | 0 | 6 | 0")
    let figure = try figure("exam-threshold")
    #expect(figure.description.contains("3 are right and 3 are made up"))
    #expect(figure.description.contains("2 are right, 2 are held back and 2 are still made up"))
    guard case .lines(let chart) = figure.body else { throw NoPicture() }
    #expect(chart.series.map(\.name) == ["right", "held back", "made up"])
    #expect(chart.series.map { $0.points[20].y } == [0, 1, 0])
    #expect(chart.series.map { $0.points[0].y } == [0.5, 0, 0.5])
    #expect(chart.marks.map(\.value) == [0.5])
    #expect(
      try self.figure("exam-threshold", .japanese).description.contains("1問が正解、3問が作り話"))
  }

  @Test func theSurestAndTheLeastSureOfTheWrongAnswersStandThere() throws {
    #expect(
      try rows("exam-answers") == [
        "as in training | Where does Mira work? | Mira works at the bakery. | 0.990 | right",
        "about nobody | Who is Zara's friend? | Milo is Ana's friend. | 0.625 | made up",
        "about nobody | Where does Zara work? | Faye works at the school. | 0.250 | held back",
        "never told | How old is Mira? | Mira has a rabbit. | 0.750 | made up",
        "asked backwards | Who works at sea? | Ben is at sea. | 0.875 | right",
      ])
    guard case .table(let chart) = try figure("exam-answers").body else { throw NoPicture() }
    #expect(chart.marks == [.right, .wrong, nil, .wrong, .right])
  }

  @Test func withoutAThresholdEverythingIsGiven() throws {
    var run = UsageSample.run
    run[.exam]!.hold = nil
    let figure = try FigureCatalog.figure("exam-outcomes", run: run, language: .english)
    #expect(figure.table.rows.map { $0[4] } == ["0", "0", "0", "0"])
    #expect(figure.description.contains("Nothing is held back"))
    guard
      case .lines(let chart) =
        try FigureCatalog.figure("exam-threshold", run: run, language: .english).body
    else { throw NoPicture() }
    #expect(chart.marks.isEmpty)
  }

  private struct NoPicture: Error {}
}
