import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the labels of heads show of a record made by hand.
@Suite struct HeadLabelTruthTests {
  static let rows: [UsageTruthTests.Row] = [
    .init(
      "head-labels", .english,
      [
        (0, 0, "L0H0"), (0, 1, "previous token"), (0, 2, "22/40"), (0, 3, "4/40"), (0, 4, "6/40"),
        (0, 5, "3/24"), (0, 6, "2/8"), (0, 7, "0/5"), (1, 1, "first token, induction, name"),
        (1, 7, "1/5"),
      ],
      "in 4 documents that it did not learn from, in 3 rows of random tokens that stand there twice, where "
        + "8 answers begin with the name from the question; and for how many of 5 names what it hands on "
        + "lifts that name most. From a score of 0.50 on a head has the label: 2 of 2 heads have one. The "
        + "clearest is “name” for L0H1: 7 of 8 places.", "L0H1"),
    .init(
      "head-labels", .japanese, [(0, 1, "直前"), (1, 1, "先頭、誘導、名前"), (1, 5, "12/24")],
      "学習に使わなかった文書4個、でたらめなトークンを2回くり返した列3本、質問の中の名前から始まる答え8個で、",
      "しきい値に届いた"),
  ]

  private func figure(_ run: Run = UsageSample.run) throws -> Figure {
    try FigureCatalog.figure("head-labels", run: run, language: .english)
  }

  private func map(_ figure: Figure) throws -> HeatMap {
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    return map
  }

  @Test func eachCellIsTheScoreAndLabelsAreFramed() throws {
    let map = try map(figure())
    #expect(map.rowLabels == ["L0H0", "L0H1"])
    #expect(
      map.columnLabels == [
        "previous token", "itself", "first token", "induction", "name", "copying",
      ])
    #expect(
      map.panels[0].values == [
        [0.55, 0.1, 0.15, 0.125, 0.25, 0], [0.125, 0.25, 0.5, 0.5, 0.875, 0.2],
      ])
    #expect(
      map.pointed == [.init(0, 0), .init(1, 2), .init(1, 3), .init(1, 4)])
    #expect(map.pointedLabel == "reaches the threshold")
  }

  @Test func whatCouldNotBeAskedIsHatched() throws {
    var run = UsageSample.run
    run[.headLabels] = HeadLabelSample.withoutQuestions
    run[.headLabels]!.heads[0].labels = []
    let figure = try figure(run)
    let map = try map(figure)
    #expect(map.panels[0].values[0][3] == 0.125)
    #expect(map.panels[0].values.allSatisfy { $0[4].isNaN && $0[5].isNaN })
    #expect(figure.table.rows[0].prefix(3) == ["L0H0", "none", "22/40"])
    #expect(figure.table.rows[0].suffix(2) == ["–", "–"])
    #expect(!figure.description.contains("answer") && !figure.description.contains("lifts"))
    #expect(figure.description.contains("1 of 2 heads have one. The clearest is “first token”"))
  }

  @Test func withoutAMeasurementThereIsNoFigureAndNoLabel() throws {
    var run = UsageSample.run
    run[.headLabels] = nil
    #expect(throws: FigureError.self) { try self.figure(run) }
    let heads = try FigureCatalog.figure("heads", run: run, language: .english)
    #expect(heads.table.columns.last?.title.hasPrefix("Looks most at") == true)
    for place in run[.usage]!.answers.indices { run[.usage]!.answers[place].headLooks = nil }
    #expect(
      try FigureCatalog.figure("heads", run: run, language: .english).table.columns.count == 3)
    let map = try FigureCatalog.figure("causal-map", run: run, language: .english)
    #expect(
      map.description.contains("Of the heads L0H1 is missed most (2 lost), and L0H0 least (0)."))
  }

  @Test func theColumnsOfHeadsSayOfHowManyPlaces() throws {
    let heads = try FigureCatalog.figure("heads", run: UsageSample.run, language: .english)
    #expect(
      heads.table.columns.map(\.title).suffix(4) == [
        "Looks most at: before, of 1", "Looks most at: itself, of 1", "Looks most at: first, of 1",
        "Label",
      ])
  }

  @Test func theHeadThatDoesItMostIsTheFirstOfThose() {
    var record = HeadLabelSample.record
    record.heads[0].scores[3].count = 12
    var run = UsageSample.run
    run[.headLabels] = record
    let exhibits = run.exhibits(for: .english)
    #expect(exhibits.mostOften(.induction)?.head.head == 0)
    #expect(exhibits.mostOften(.copying)?.head.head == 1)
    #expect(exhibits.labels(layer: 0, head: 1) == [.firstToken, .induction, .name])
    #expect(exhibits.labels(layer: 1, head: 1) == nil)
    #expect(exhibits.clearestLabel?.score.behaviour == .name)
  }

  private struct NoPicture: Error {}
}
