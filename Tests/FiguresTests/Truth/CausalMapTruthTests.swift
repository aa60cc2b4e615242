import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the causal map shows of a record made by hand.
@Suite struct CausalMapTruthTests {
  static let rows: [UsageTruthTests.Row] = [
    .init(
      "causal-map", .english, [(4, 0, "L0H1"), (4, 2, "1/3"), (4, 3, "0.50"), (4, 4, "0.00")],
      "answers 4 questions rightly. No part is missed more than MLP 0: without it 4 of these",
      "L0H1"
    ),
    .init(
      "causal-map", .japanese, [(5, 1, "日本語"), (5, 2, "1/1"), (5, 3, "1.00"), (5, 4, "–")],
      "いちばん困るのはL0H1（先頭、誘導、名前）で2問、いちばん困らないのはL0H0（直前）で0問", "職場"),
  ]

  private func figure(
    _ language: Language, _ run: Run = UsageSample.run
  ) throws -> Figure {
    try FigureCatalog.figure("causal-map", run: run, language: language)
  }

  @Test func eachCellIsTheShareOfTheRightAnswersThatIsLost() throws {
    let figure = try figure(.english)
    #expect(
      figure.table.rows.map { $0.joined(separator: " | ") } == [
        "attention 0 | English | 2/3 | 1.00 | 0.00", "attention 0 | Japanese | 1/1 | 1.00 | –",
        "L0H0 | English | 0/3 | 0.00 | 0.00", "L0H0 | Japanese | 0/1 | 0.00 | –",
        "L0H1 | English | 1/3 | 0.50 | 0.00", "L0H1 | Japanese | 1/1 | 1.00 | –",
        "MLP 0 | English | 3/3 | 1.00 | 1.00", "MLP 0 | Japanese | 1/1 | 1.00 | –",
      ])
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    #expect(map.panels.map(\.title) == ["questions in English", "questions in Japanese"])
    #expect(map.rowLabels == ["attention 0", "L0H0", "L0H1", "MLP 0"])
    #expect(map.columnLabels == ["work", "pet"])
    #expect(map.panels[0].values == [[1, 0], [0, 0], [0.5, 0], [1, 1]])
    #expect(map.panels[1].values.map { $0[0] } == [1, 0, 1, 1])
    #expect(map.panels[1].values.allSatisfy { $0[1].isNaN })
    #expect(try self.figure(.japanese).table.columns.suffix(2).map(\.title) == ["職場", "ペット"])
  }

  @Test func theDescriptionQuotesTheReadersLanguage() throws {
    let english = try figure(.english).description
    #expect(
      english.contains(
        "Of the heads L0H1 (first token, induction, name) is missed most (2 lost), and L0H0 (previous "
          + "token) least (0)."))
    #expect(english.hasSuffix("to “Where does Ben work?”: “At the bakery.”"))
    #expect(try figure(.japanese).description.contains("「ミラはどこで働いていますか。」への答えは「海です。」"))
  }

  @Test func withoutARightAnswerThereIsNoMap() throws {
    var run = UsageSample.run
    run[.causalMap]!.right = []
    #expect(throws: FigureError.self) { try self.figure(.english, run) }
    run[.causalMap] = nil
    #expect(throws: FigureError.self) { try self.figure(.english, run) }
  }

  private struct NoPicture: Error {}
}
