import Names
import Testing

@testable import Feedback

/// How far raters agree, beside numbers of other programs (`Tests/Peers/check_agreement.py`).
@Suite struct AgreementTests {
  /// One row an answer, one letter a rater: b(ad), m(iddling), g(ood).
  private static func table(_ rows: String) -> RatingTable {
    var table = RatingTable()
    let stars: [Character: Int] = ["b": 1, "m": 3, "g": 5]
    for (place, row) in rows.split(separator: "/").enumerated() {
      for (rater, sign) in row.enumerated() where sign != "-" {
        table.add(
          FeedbackEntry(answer: answer(id: "\(place)"), rater: "r\(rater)", stars: stars[sign]))
      }
    }
    return table
  }

  @Test(arguments: [
    ("bb/bm/mm/gg/gg/gb/mm/bb/gg/gm/bg/mm", 0.5051546391752577),
    ("gg/gm/bm/mb/bg/gm/mg/gg/mm/gb/gm/gb/gg/mg/gb/gb/gm/mm/gm/bg", -0.14942528735632177),
    ("bbb/bmb/ggg/gmb/mmg/ggb/bbg/mgg", 0.15675675675675657),
    (
      "mgm/mgg/gmb/gbg/mgm/ggm/ggg/mmg/bgg/mgb/mgm/ggg/ggg/bgg/mgm/gmm/bmg/ggm/gbg/bmb/ggb/gmm/gbg/mmb/bbm/ggm/mgg/mgm/ggg/ggb",
      -0.013928717738631595
    ),
    (
      "bbmmb/mggmm/mgggm/gmgmg/gggmm/bbgmg/bgmgg/ggmgm/ggbgg/gmmmb/bmgbg/mbbgg/gmmmg/mgmbm/bgmbb/bmmgg/gmggb/gmgmg/gbggm/mgmgm/mmbmm/bgmbb/gbmgb/mgbbg/gmmmg",
      -0.023471615720523906
    ),
  ])
  func kappaIsThatOfOtherPrograms(rows: String, kappa: Double) throws {
    let agreement = Self.table(rows).agreement
    guard case .kappa(let found) = agreement.outcome else {
      Issue.record("\(agreement.outcome)")
      return
    }
    #expect(abs(found - kappa) < 1e-12, "\(found)")
    #expect(agreement.shared == rows.split(separator: "/").count && agreement.leftOut == 0)
  }

  /// Of 50 proposals both say yes to 20 and no to 15; one says yes alone 5 times, the other 10 times.
  /// Worked by hand: 0.7 agree, by chance 0.5·0.6 + 0.5·0.4 = 0.5, so (0.7 − 0.5) / (1 − 0.5) = 0.4.
  @Test func cohensKappaByHand() throws {
    let rows =
      Array(repeating: "gg", count: 20) + Array(repeating: "gb", count: 5)
      + Array(repeating: "bg", count: 10) + Array(repeating: "bb", count: 15)
    let agreement = Self.table(rows.joined(separator: "/")).agreement
    #expect(agreement.statistic == .cohen && agreement.outcome == .kappa(0.4))
    #expect(agreement.observed == 0.7 && agreement.expected == 0.5)
  }

  @Test func whatIsUndefinedIsSaidToBe() {
    #expect(RatingTable().agreement.outcome == .tooFewRaters)
    #expect(Self.table("g/b/m").agreement.outcome == .tooFewRaters)
    #expect(Self.table("g-/-b").agreement.outcome == .nothingShared)
    #expect(Self.table("g-b/-bb/gb-").agreement.outcome == .nothingShared)
    #expect(Self.table("gg/gg").agreement.outcome == .oneVerdict)
    #expect(Self.table("bbb/bbb").agreement.outcome == .oneVerdict)
    // One answer on which they differ is no such case.
    #expect(Self.table("gb").agreement.outcome == .kappa(0))
  }

  @Test func onlyAnswersThatAllRatedCount() {
    let agreement = Self.table("gg/bb/g-/-b/gb").agreement
    #expect(agreement.shared == 3 && agreement.leftOut == 2)
    #expect(agreement.observed == 2.0 / 3)
    #expect(Self.table("ggg/bbb/gg-").agreement.statistic == .fleiss)
    #expect(Self.table("ggg/bbb/gg-").agreement.leftOut == 1)
    #expect(Self.table("ggg/bbb/gg-").agreement.outcome == .kappa(1))
  }

  @Test func someOfTheRatersAreComparedOnWhatTheseRated() {
    let table = Self.table("ggb/bbb/g-b/gb-")
    #expect(table.agreement.shared == 2 && table.agreement.leftOut == 2)
    let pair = table.agreement(of: ["r0", "r2"])
    #expect(pair.statistic == .cohen && pair.shared == 3 && pair.leftOut == 1)
    #expect(pair.observed == 1.0 / 3 && pair.raters == ["r0", "r2"])
    #expect(table.agreement(of: ["r0", "nobody"]).outcome == .nothingShared)
  }

  @Test func moreThanHalfAreAMajority() {
    func majority(_ row: String) -> Verdict? {
      Self.table(row).majority(of: answer(id: "0"))
    }
    #expect(majority("ggb") == .good && majority("bbg") == .bad && majority("mmg") == .middling)
    #expect(majority("gb") == nil && majority("ggbm") == nil && majority("--") == nil)
    #expect(majority("gg-b") == .good)
    // Of another answer nothing is known.
    #expect(Self.table("gg").majority(of: answer(id: "1")) == nil)
  }

  @Test func theLastWordCountsAndStarsAreVerdicts() {
    var table = RatingTable()
    for stars in [1, 5] { table.add(FeedbackEntry(answer: answer(), rater: "a", stars: stars)) }
    table.add(FeedbackEntry(answer: answer(), rater: "b", stars: 4))
    table.add(FeedbackEntry(answer: answer(id: "other"), rater: "a", stars: 2))
    table.add(FeedbackEntry(answer: answer(id: "other"), rater: "b", stars: 3))
    // A correction alone is no verdict, and the answer of another model another answer.
    table.add(FeedbackEntry(answer: answer(id: "third"), rater: "c", correction: "x"))
    table.add(FeedbackEntry(answer: answer(model: "another"), rater: "a", stars: 1))
    #expect(table.raters == ["a", "b"] && table.answers.count == 3)
    #expect(table.agreement.observed == 0.5 && table.agreement.leftOut == 1)
    #expect(table.count(.good, by: "a") == 1 && table.count(.bad, by: "a") == 2)
    #expect([1, 2, 3, 4, 5].map { Verdict(stars: $0) } == [.bad, .bad, .middling, .good, .good])
  }
}
