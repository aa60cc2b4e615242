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
    .init(
      "exam-calibration", .english, [(2, 3, "0.25")], "“never told”: on 1 question", "about nobody"),
    .init("exam-calibration", .japanese, [(3, 3, "0.81")], "「逆向きの質問」で、1問", "いない人の質問"),
    .init(
      "exam-thresholds", .english, [(7, 3, "1"), (9, 2, "1")], "uses 0.50",
      "6/12  threshold 0.50, the one that this run uses"),
    .init(
      "exam-thresholds", .japanese, [(10, 3, "1"), (9, 3, "0")], "しきい値は0.50", "しきい値0.50（この実行で使う値）"),
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

  @Test func whatIsStatedStandsBesideWhatIsRight() throws {
    #expect(
      try rows("exam-calibration") == [
        "as in training | 0.4–0.6 | 1 | 0.44 | 100.0%",
        "as in training | 0.8–1.0 | 1 | 0.99 | 100.0%",
        "about nobody | 0.2–0.4 | 1 | 0.25 | 0.0%", "about nobody | 0.6–0.8 | 1 | 0.63 | 0.0%",
        "never told | 0.6–0.8 | 1 | 0.75 | 0.0%", "asked backwards | 0.8–1.0 | 1 | 0.88 | 100.0%",
      ])
    let figure = try figure("exam-calibration")
    #expect(figure.description.contains("mean confidence is 75.0%, and 0.0% are right"))
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    let cells = map.panels[0].values
    #expect(cells[0][2] == 1 && cells[0][4] == 1 && cells[1][1] == 0 && cells[3][4] == 1)
    #expect(cells[0][0].isNaN && cells[1][2].isNaN && cells.allSatisfy { $0.count == 5 })
    #expect(map.columnLabels == ["0.0", "0.2", "0.4", "0.6", "0.8"])
    #expect(map.maskLabel == "no answer was so sure")
  }

  @Test func aFifthHoldsTheMeanOfItsAnswers() throws {
    var run = UsageSample.run
    var exam = run[.exam]!
    let judged = exam.results.indices.filter {
      exam.results[$0].language == .english && !exam.results[$0].isForChoosing
        && exam.results[$0].kind == .known
    }
    (exam.results[judged[0]].confidence, exam.results[judged[1]].confidence) = (1, 0.8125)
    exam.results[judged[1]].isRight = false
    run[.exam] = exam
    let fifths = run.exhibits(for: .english).openCalibration[0].fifths
    #expect(fifths.map(\.fifth) == [4] && fifths.map(\.count) == [2])
    #expect(fifths.map(\.meanConfidence) == [0.90625] && fifths.map(\.shareRight) == [0.5])
    #expect(
      try FigureCatalog.figure("exam-calibration", run: run, language: .english).table.rows[0]
        == ["as in training", "0.8–1.0", "2", "0.91", "50.0%"])
  }

  @Test func eachKindPaysForTheThresholdInItsOwnWay() throws {
    let figure = try figure("exam-thresholds")
    let rows = figure.table.rows.map { $0.joined(separator: " | ") }
    let names = [
      "0.00", "0.10", "0.20", "0.30", "0.40", "0.50", "0.60", "0.70", "0.80", "0.90", "0.95",
      "0.99",
    ]
    #expect(figure.table.rows.map { $0[1] } == names + names + names + names)
    #expect(
      rows[3..<6] + rows[10..<16] == [
        "as in training | 0.30 | 2 | 0 | 0", "as in training | 0.40 | 2 | 0 | 0",
        "as in training | 0.50 | 1 | 1 | 0", "as in training | 0.95 | 1 | 1 | 0",
        "as in training | 0.99 | 1 | 1 | 0", "about nobody | 0.00 | 0 | 0 | 2",
        "about nobody | 0.10 | 0 | 0 | 2", "about nobody | 0.20 | 0 | 0 | 2",
        "about nobody | 0.30 | 0 | 1 | 1",
      ])
    #expect(figure.description.contains("at 12 thresholds, from 0.00 to 0.99"))
    guard case .film(let film) = figure.body else { throw NoPicture() }
    #expect(film.frames.count == 12)
    #expect(film.frames[4].title == "threshold 0.40")
    #expect(film.frames[5].title == "threshold 0.50, the one that this run uses")
    // Three right and three made up; below 0.30 lies one answer about nobody, below 0.50 a right one.
    #expect(film.frames[0].sentence == "All 6 answers are given.")
    #expect(film.frames[0].check.value == "3 + 0 + 3 = 6")
    #expect(
      film.frames[3].sentence == "1 answer more is held back than before; right among them: 0.")
    #expect(film.frames[3].check.value == "3 + 1 + 2 = 6")
    #expect(film.frames[4].sentence.hasPrefix("Nothing changes"))
    #expect(
      film.frames[5].sentence == "1 answer more is held back than before; right among them: 1.")
    #expect(film.frames[5].check.value == "2 + 2 + 2 = 6")
    guard case .bars(let chart) = film.frames[5].chart else { throw NoPicture() }
    #expect(
      chart.rows.map(\.label) == [
        "as in training", "about nobody", "never told", "asked backwards",
      ])
    #expect(chart.rows.map(\.values) == [[50, 50, 0], [0, 50, 50], [0, 0, 100], [100, 0, 0]])
    #expect(chart.rows[1].text == "0 · 1 · 1")
    #expect(
      chart.series == ["right", "held back", "made up"] && chart.roles == [.good, .plain, .bad])
  }

  /// A threshold that lies between two of the others has a frame of its own.
  @Test func theChosenThresholdIsAmongThoseShown() throws {
    var run = UsageSample.run
    run[.exam]!.hold!.threshold = 0.625
    let exhibits = run.exhibits(for: .english)
    #expect(exhibits.shownThresholds.count == 13 && exhibits.shownThresholds[7] == 0.625)
    #expect(exhibits.shownThresholds == exhibits.shownThresholds.sorted())
    run[.exam]!.hold = nil
    let figure = try FigureCatalog.figure("exam-thresholds", run: run, language: .english)
    #expect(figure.film?.frames.count == 12)
    #expect(!figure.description.contains("This run uses"))
    #expect(figure.film?.frames.contains { $0.title.contains("uses") } == false)
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
