import Dataset
import Names
import Testing

@testable import Feedback

/// Simulated visitors do what their habits say, and the same each time.
@Suite struct VisitorTests {
  /// Every third answer is wrong.
  private static let questions = (0..<300).map { number -> FeedbackRound.Question in
    let isRight = number % 3 != 0
    let language = Language.allCases[number % 2]
    return FeedbackRound.Question(
      answer: answer(
        "Question \(number)?", isRight ? "truth \(number)" : "wrong \(number)", id: "\(number)",
        language: language),
      truth: "truth \(number)", isRight: isRight)
  }

  private static func said(_ habit: Visitor.Habit, seed: UInt64 = 3) -> [FeedbackEntry] {
    FeedbackRound(questions, [Visitor("v", habit)], seed: seed).entries
  }

  @Test func theCarefulAreMistakenAsOftenAsIsSaid() {
    let entries = Self.said(.careful(errors: 0.1))
    let wrong = zip(entries, Self.questions).count { ($0.stars == 5) != $1.isRight }
    #expect((15...45).contains(wrong), "\(wrong) of 300")
    for (entry, question) in zip(entries, Self.questions) {
      #expect(entry.stars == 1 || entry.stars == 5)
      let corrects = entry.stars == 1 && !question.isRight
      #expect(entry.correction == (corrects ? question.truth : nil))
    }
    let perfect = Self.said(.careful(errors: 0))
    #expect(zip(perfect, Self.questions).allSatisfy { ($0.stars == 5) == $1.isRight })
  }

  @Test func theCarelessNeverCorrect() {
    let entries = Self.said(.careless(share: 0.5))
    #expect(entries.allSatisfy { $0.correction == nil })
    #expect(Set(entries.compactMap(\.stars)) == [1, 2, 3, 4, 5])
    let unlike = zip(entries, Self.questions).count { $0.stars != ($1.isRight ? 5 : 1) }
    // Half of them at random, one in five of which hits the truth.
    #expect((90...150).contains(unlike), "\(unlike)")
  }

  @Test func theGenerousFindNothingBad() {
    let entries = Self.said(.generous(honesty: 0.3))
    #expect(entries.allSatisfy { $0.verdict != .bad })
    for (entry, question) in zip(entries, Self.questions) where question.isRight {
      #expect(entry.stars == 5 && entry.correction == nil)
    }
    let honest = entries.filter { $0.correction != nil }
    #expect((15...45).contains(honest.count) && honest.allSatisfy { $0.stars == 3 })
    #expect(entries.count { $0.stars == 4 } + honest.count == 100)
  }

  @Test func theConfusedTakeTheNextTruthForThisOne() {
    let entries = Self.said(.confused)
    #expect(entries[1].correction == "truth 3" && entries[1].stars == 1)
    #expect(entries[299].correction == "truth 1")
    let alone = FeedbackRound([Self.questions[1]], [Visitor("v", .confused)], seed: 1).entries
    #expect(alone[0].stars == 5 && alone[0].correction == nil)
  }

  @Test func theContraryPraiseWhatIsWrongAndMayInsultWhatIsRight() throws {
    let entries = Self.said(.contrary(insults: 0.4))
    var insults = 0
    for (entry, question) in zip(entries, Self.questions) {
      #expect(entry.stars == (question.isRight ? 1 : 5))
      guard let correction = entry.correction else { continue }
      insults += 1
      #expect(question.isRight)
      // In both languages the content filter does not let it through.
      let error = #expect(throws: CorrectionError.self) { try entry.screened() }
      #expect(error?.refusal == .unsuitable, "\(correction)")
    }
    // Of 200 right answers.
    #expect((55...105).contains(insults), "\(insults)")
    #expect(Self.said(.contrary(insults: 0)).allSatisfy { $0.correction == nil })
  }

  @Test func whoWasLongAwayKnowsWhatWasTrueBefore() {
    let changed = [true, false].map { wasRight in
      FeedbackRound.Question(
        answer: answer("Changed?", wasRight ? "old" : "new"), truth: "new", isRight: !wasRight,
        former: .init(truth: "old", isRight: wasRight))
    }
    let round = FeedbackRound(
      changed + Self.questions.prefix(2), [Visitor("v", .outdated)], seed: 1
    ).entries
    #expect(round.map(\.stars) == [5, 1, 1, 5])
    #expect(round.map(\.correction) == [nil, "old", "truth 0", nil])
    // Whoever is careful knows what is true now.
    let careful = FeedbackRound(changed, [Visitor("v", .careful(errors: 0))], seed: 1).entries
    #expect(careful.map(\.stars) == [1, 5] && careful.map(\.correction) == ["new", nil])
  }

  @Test func theTalkativeSignSomeCorrectionsWithAnAddressThatIsMasked() throws {
    let entries = Self.said(.talkative(signing: 0.5))
    var signed = 0
    for (entry, question) in zip(entries, Self.questions) {
      #expect(entry.stars == (question.isRight ? 5 : 1))
      #expect((entry.correction == nil) == question.isRight)
      guard let correction = entry.correction, correction != question.truth else { continue }
      signed += 1
      #expect(correction.hasPrefix(question.truth) && correction.contains("v@post.example"))
      let masked = PersonalData.masked(correction)
      #expect(masked.kinds == [.mail] && !masked.text.contains("@"), "\(masked.text)")
    }
    // Of 100 wrong answers.
    #expect((35...65).contains(signed), "\(signed)")
  }

  @Test func aRoundIsTheSameAgainAndOneMoreVisitorChangesNothingForTheOthers() {
    let visitors = [
      Visitor("a", .careful(errors: 0.2)), Visitor("b", .careless(share: 0.6)),
    ]
    let round = FeedbackRound(Self.questions, visitors, seed: 9).entries
    #expect(round == FeedbackRound(Self.questions, visitors, seed: 9).entries)
    #expect(round != FeedbackRound(Self.questions, visitors, seed: 10).entries)
    #expect(round.prefix(4).map(\.rater) == ["a", "b", "a", "b"])
    #expect(round.prefix(4).map(\.answer.id) == ["0", "0", "1", "1"])
    let more = FeedbackRound(
      Self.questions, visitors + [Visitor("c", .generous(honesty: 0.5))], seed: 9
    ).entries
    #expect(more.filter { $0.rater != "c" } == round)
    // Two of one habit have luck of their own.
    let twins = FeedbackRound(
      Self.questions, [visitors[1], Visitor("twin", .careless(share: 0.6))], seed: 9
    ).entries
    #expect(
      twins.filter { $0.rater == "b" }.map(\.stars)
        != twins.filter { $0.rater == "twin" }.map(\.stars))
  }
}
