import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the figures of feedback show of a round made by hand.
@Suite struct FeedbackTruthTests {
  static let rows: [UsageTruthTests.Row] = [
    .init(
      "feedback-visitors", .english,
      [
        (0, 0, "Alma"), (0, 2, "5"), (0, 3, "4"), (3, 2, "4"), (3, 6, "1"), (4, 4, "3"),
        (4, 5, "2"),
      ],
      "5 visitors, all simulated", "mistaken in 25%"),
    .init(
      "feedback-visitors", .japanese, [(0, 3, "2"), (2, 3, "1"), (3, 3, "0"), (4, 5, "1")],
      "いちばん真実に近いのはボーで、評価の100.0%", "あまのじゃく"),
    .init(
      "feedback-round", .english, [(0, 3, "right"), (0, 7, "–"), (1, 3, "wrong"), (3, 4, "5")],
      "24 ratings of 5 answers by simulated visitors, 9 of them with a correction. 1 rating came",
      "with a correction"),
    .init(
      "feedback-round", .japanese, [(2, 0, "3"), (2, 1, "ミラは何を飼っていますか。"), (2, 6, "4")],
      "3個の答えに付けた15件の評価です。そのうち6件には訂正", "訂正が付いている"),
    .init(
      "rated-answers", .english,
      [(2, 4, "3 · 1 · 1"), (2, 5, "bad"), (3, 1, "changed since"), (3, 5, "good")],
      "Of 5 answers most find 3 good, of which 2 are right, and 2 bad, of which 2 are wrong.",
      "Ben is at"),
    .init(
      "rated-answers", .japanese, [(0, 4, "1 · 0 · 4"), (1, 5, "悪い"), (2, 1, "あとで変わった事実")],
      "「良い」としたのは2個で、そのうち1個が正解です。「悪い」としたのは1個で、そのうち1個", "うさぎです。"),
    .init(
      "agreement", .english,
      [
        (2, 0, "Alma"), (2, 1, "Henk"), (2, 2, "4"), (2, 3, "25.0%"), (2, 4, "50.0%"),
        (2, 5, "−0.50"),
      ],
      "On the 4 answers that all rated, 42.5% of the pairs of visitors agree; chance alone would make it 45.5%",
      "Alma"),
    .init(
      "agreement", .japanese, [(5, 0, "ボー"), (5, 1, "ヘンク"), (5, 3, "0.0%"), (5, 5, "−0.80")],
      "3個の答えでは、訪問者の組のうち43.3%が一致しています。偶然だけでも44.9%", "ヘンク"),
    .init(
      "corrections", .english,
      [
        (0, 0, "2"), (0, 4, "2/5"), (1, 3, "I do not know."), (1, 4, "3/5"),
        (2, 3, "Ben is at sea."),
      ],
      "3 answers were corrected; of 1 one correction", "more than half want it"),
    .init(
      "corrections", .japanese, [(0, 4, "4/5"), (1, 0, "3"), (1, 4, "3/5")],
      "2個の答えが訂正されました。そのうち1個では", "わかりません。"),
    .init(
      "correction-way", .english,
      [
        (0, 2, "3"), (1, 2, "3 + 1 + 1 = 5"), (2, 2, "4"), (3, 2, "3 + 1 + 1 = 5"),
        (4, 2, "2 × 3 = 6 > 5"),
      ],
      "The answer to “How old is Mira?” from its ratings", "I do not know. Write to me:"),
    .init(
      "correction-way", .japanese,
      [
        (0, 2, "2"), (1, 2, "3 + 1 + 1 = 5"), (2, 2, "4"), (3, 2, "4 + 1 = 5"),
        (4, 2, "2 × 4 = 8 > 5"),
      ],
      "「ザラさんの職場は？」への答えが評価され", "個人情報は書かれなかった"),
  ]

  private func figure(
    _ name: String, _ language: Language = .english, _ run: Run = UsageSample.run
  ) throws -> Figure {
    try FigureCatalog.figure(name, run: run, language: language)
  }

  private func rows(_ name: String, _ language: Language = .english) throws -> [String] {
    try figure(name, language).table.rows.map { $0.joined(separator: " | ") }
  }

  @Test func everyVisitorIsHeldAgainstTheTruth() throws {
    #expect(
      try figure("feedback-visitors").table.rows.map { $0.suffix(5).joined(separator: " ") } == [
        "5 4 2 0 0", "5 5 3 0 0", "5 2 1 0 0", "4 0 0 0 1", "5 5 3 2 0",
      ])
    #expect(
      try figure("feedback-visitors", .japanese).table.rows.map {
        $0.suffix(5).joined(separator: " ")
      } == ["3 2 1 0 0", "3 3 2 0 0", "3 1 1 0 0", "3 0 0 0 0", "3 3 2 1 0"])
    let habits = try figure("feedback-visitors").table.rows.map { $0[1] }
    #expect(habits[2].contains("says in 50% of cases") && habits[3].contains("75% of the latter"))
    #expect(habits[4].contains("signs 38% of the corrections"))
    #expect(
      try figure("feedback-visitors").description.contains("Closest to the truth is Bo: 100.0%"))
  }

  @Test func everyStarStandsInItsCell() throws {
    let figure = try figure("feedback-round")
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    let values = map.panels[0].values
    #expect(values[0][3].isNaN && values[0].filter { !$0.isNaN } == [5, 5, 5, 5])
    #expect(
      values[1...] == [[1, 1, 4, 5, 1], [1, 1, 3, 5, 1], [5, 1, 4, 5, 1], [5, 5, 5, 1, 5]])
    #expect(map.rowLabels == ["1 ✓", "2 ✗", "3 ✗", "4 ✗", "5 ✓"])
    #expect(map.columnLabels == ["Alma", "Bo", "Gwen", "Henk", "Noa"])
    #expect(
      map.pointed
        == Set(
          [(1, 0), (1, 1), (1, 4), (2, 0), (2, 1), (2, 2), (2, 4), (3, 1), (3, 4)].map {
            HeatMap.Cell($0, $1)
          }))
    #expect(
      map.pointedLabel == "with a correction" && map.maskLabel == "refused, so nothing was kept")
    #expect(
      try rows("feedback-round")[3]
        == "4 | Where does Ben work? | Ben is at sea. | wrong | 5 | 1 | 4 | 5 | 1")
    var run = UsageSample.run
    run[.feedback]!.answers[0].ratings[3] = .init(stars: 2)
    #expect(
      try self.figure("feedback-round", .english, run).description.hasSuffix("None was refused."))
  }

  @Test func mostSayMoreThanHalf() throws {
    #expect(
      try rows("rated-answers") == [
        "1 | as in training | Where does Mira work? | Mira works at the bakery. | 0 · 0 · 4 | good",
        "2 | about nobody | Where does Zara work? | Faye works at the school. | 3 · 0 · 2 | bad",
        "3 | never told | How old is Mira? | Mira has a rabbit. | 3 · 1 · 1 | bad",
        "4 | changed since | Where does Ben work? | Ben is at sea. | 2 · 0 · 3 | good",
        "5 | asked backwards | Who works at sea? | Ben is at sea. | 1 · 0 · 4 | good",
      ])
    guard case .table(let chart) = try figure("rated-answers").body else { throw NoPicture() }
    #expect(chart.marks == [.right, .wrong, .wrong, .wrong, .right])
    #expect(try figure("rated-answers").description.hasSuffix("None is undecided."))
    var run = UsageSample.run
    run[.feedback]!.answers[0].majority = nil
    run[.feedback]!.answers[1].majority = .middling
    let undecided = try figure("rated-answers", .english, run)
    #expect(undecided.table.rows.prefix(2).map { $0[5] } == ["undecided", "so-so"])
    #expect(undecided.description.hasSuffix("2 have no majority for good or bad."))
    #expect(try figure("rated-answers", .japanese, run).description.contains("決まらなかった答えはありません"))
  }

  @Test func kappaStandsOnBothSidesOfTheDiagonal() throws {
    let figure = try figure("agreement")
    guard case .heatMap(let map) = figure.body else { throw NoPicture() }
    let values = map.panels[0].values
    #expect(values[1][4] == 1 && values[4][1] == 1 && values[1][3] == -0.6 && values[3][0] == -0.5)
    #expect((0..<5).allSatisfy { values[$0][$0].isNaN })
    #expect(figure.table.rows.count == 10)
    #expect(
      figure.description.contains(
        "is Fleiss' kappa: −0.055. Most alike are Bo and Noa (1.00), least alike Bo and Henk (−0.60)."
      ))
    #expect(
      try self.figure("agreement", .japanese).description.contains(
        "フライスのカッパ係数は−0.028です。いちばん似ているのはボーとノア（1.00）、いちばん違うのはボーとヘンク（−0.80）です。"))
    var run = UsageSample.run
    run[.feedback]!.agreements[0].kappa = nil
    run[.feedback]!.agreements[1].kappa = nil
    let unknown = try self.figure("agreement", .english, run)
    #expect(unknown.description.hasPrefix("No answer was rated by all"))
    #expect(unknown.table.rows[0][5] == "–")
  }

  @Test func everyCorrectionHasAnEnd() throws {
    #expect(
      try rows("corrections") == [
        "2 | Where does Zara work? | Faye works at the school. | I do not know. | 2/5 | "
          + "no example: nothing has more than half of the votes",
        "3 | How old is Mira? | Mira has a rabbit. | I do not know. | 3/5 | an example: more than half want it",
        "4 | Where does Ben work? | Ben is at sea. | Ben is at sea. | 3/5 | "
          + "no example: more than half find the answer good as it is",
      ])
    guard case .table(let chart) = try figure("corrections").body else { throw NoPicture() }
    #expect(chart.marks == [nil, .right, nil])
    #expect(
      try figure("corrections").description.hasSuffix(
        "In 2 corrections a mail address was masked before anything was kept."))
    var run = UsageSample.run
    run[.feedback]!.answers[2].truth = "Mira is nine."
    guard case .table(let other) = try figure("corrections", .english, run).body else {
      throw NoPicture()
    }
    #expect(other.marks == [nil, .wrong, nil])
    #expect(
      try figure("corrections", .english, run).description.contains("and 0 of these say what is so")
    )
  }

  @Test func theFilmTellsWhatWasTypedAndWhatIsKept() throws {
    let film = try #require(try figure("correction-way").film)
    #expect(film.frames.map(\.title).count == 5)
    guard case .bars(let verdicts) = film.frames[1].chart,
      case .text(let kept) = film.frames[2].chart,
      case .bars(let votes) = film.frames[3].chart, case .text(let end) = film.frames[4].chart
    else { throw NoPicture() }
    #expect(verdicts.rows.map(\.label) == ["bad", "so-so", "good"])
    #expect(verdicts.rows.map(\.values) == [[3], [1], [1]])
    #expect(
      kept.passages.map(\.label) == [
        "Alma (careful)", "Bo (careful)", "Gwen (generous)", "Noa (talkative)",
      ])
    #expect(
      kept.passages[3].runs == [
        TextRun("I do not know. Write to me: "), TextRun("noa@post.example", .deleted),
        TextRun("[email]", .inserted),
      ])
    #expect(kept.passages[0].runs == [TextRun("I do not know.")])
    #expect(votes.rows.map(\.values) == [[3], [1], [1]])
    #expect(votes.rows[1].label == "as it is: Mira has a rabbit.")
    #expect(votes.references.map(\.value) == [2.5])
    #expect(end.passages[1].runs == [TextRun("I do not know.", .inserted)])
    #expect(film.frames[0].sentence == "The answer is wrong by the truth.")
    #expect(film.frames[1].sentence == "Most find it bad.")
    #expect(film.frames[4].sentence.contains("become an example"))
  }

  @Test func aCorrectionWithoutAMajorityIsFollowedToItsEnd() throws {
    var run = UsageSample.run
    run[.feedback]!.corrections.removeAll { $0.outcome == .agreed }
    let film = try #require(try figure("correction-way", .english, run).film)
    #expect(
      film.frames[4].sentence == "Nothing has more than half of the votes: nothing is learned.")
    #expect(film.frames[4].check.value == "2 × 2 = 4 < 5")
    run[.feedback]!.corrections.removeAll { $0.outcome == .contradicting }
    let stays = try #require(try figure("correction-way", .english, run).film)
    #expect(stays.frames[0].sentence.hasPrefix("It was right when the documents were written."))
    #expect(stays.frames[4].sentence.hasPrefix("More than half find the answer good"))
    guard case .text(let end) = stays.frames[4].chart else { throw NoPicture() }
    #expect(end.passages[1].runs == [TextRun("Ben is at sea.", .written)])
    run[.feedback]!.corrections = []
    for name in ["correction-way", "corrections"] {
      #expect(throws: FigureError.self) { try self.figure(name, .english, run) }
    }
    run[.feedback] = nil
    for name in FeedbackTruthTests.rows.map(\.name) {
      #expect(throws: FigureError.self) { try self.figure(name, .japanese, run) }
    }
  }

  private struct NoPicture: Error {}
}
