import Names
import Testing

@testable import Feedback

/// Which corrections become examples, when people contradict each other.
@Suite struct ResolvedCorrectionTests {
  private static func resolved(
    _ said: [(rater: String, stars: Int?, correction: String?)]
  ) -> [ResolvedCorrection] {
    var count = CorrectionCount()
    for entry in said {
      count.add(
        FeedbackEntry(
          answer: answer(), rater: entry.rater, stars: entry.stars, correction: entry.correction))
    }
    return count.resolved
  }

  @Test func moreThanHalfDecide() throws {
    let found = try #require(
      Self.resolved([
        ("a", 1, "at the bakery"), ("b", 1, "at the school"), ("c", nil, "at the bakery"),
      ])
      .first)
    #expect(found.outcome == .agreed("at the bakery"))
    #expect(found.candidates.map(\.votes) == [2, 1] && found.votes == 3)
    #expect(found.candidates.map(\.raters) == [["a", "c"], ["b"]])
    #expect(found.example?.answer == "at the bakery")
    #expect(found.example?.prompt.text == "Where does Mira work?")
  }

  @Test func exactlyHalfDecideNothing() throws {
    let found = try #require(Self.resolved([("a", 1, "x"), ("b", 1, "y")]).first)
    #expect(found.outcome == .contradicting && found.example == nil)
    #expect(found.candidates.map(\.text) == ["x", "y"])
    let three = Self.resolved([("a", 1, "x"), ("b", 1, "x"), ("c", 1, "y"), ("d", 1, "z")])
    #expect(three.first?.outcome == .contradicting)
  }

  @Test func whoFindsTheAnswerGoodVotesForIt() throws {
    let kept = try #require(Self.resolved([("a", 1, "x"), ("b", 5, nil), ("c", 4, nil)]).first)
    #expect(kept.outcome == .answerStays && kept.example == nil)
    #expect(kept.candidates.first?.text == "Mira works at the mill.")
    // Bad or so-so without a correction is no vote.
    let corrected = try #require(
      Self.resolved([("a", 1, "x"), ("b", 1, nil), ("c", 3, nil)]).first)
    #expect(corrected.outcome == .agreed("x") && corrected.votes == 1)
  }

  @Test func everybodyHasOneVoteAndTheLastWordCounts() throws {
    let found = try #require(
      Self.resolved([("a", 1, "x"), ("a", 1, "x"), ("b", 1, "y"), ("a", 1, "y")]).first)
    #expect(found.outcome == .agreed("y") && found.candidates.map(\.votes) == [2])
    // Whoever takes it back leaves nothing to correct.
    #expect(Self.resolved([("a", 1, "x"), ("a", 5, nil)]).isEmpty)
  }

  @Test func promptsOfAnotherKindOrLanguageAreOthers() {
    var count = CorrectionCount()
    for (kind, language) in [
      (PromptKind.question, Language.english), (.continuation, .english), (.question, .japanese),
    ] {
      count.add(
        FeedbackEntry(
          answer: answer(kind: kind, language: language), rater: "a", correction: "x"))
    }
    count.add(FeedbackEntry(answer: answer("Who?"), rater: "a", stars: 5))
    #expect(count.resolved.count == 3)
    #expect(count.resolved.map(\.prompt.kind) == [.question, .continuation, .question])
  }

  @Test func lettersThatOnlyLookAlikeAreDifferentCorrections() {
    let found = Self.resolved([("a", 1, "caf\u{E9}"), ("b", 1, "cafe\u{301}")])
    #expect(found.first?.candidates.count == 2)
  }
}
