import Build
import Testing

@Suite("Below which confidence an answer is held back")
struct HoldChoiceTests {
  private func threshold(_ answers: [(Bool, Double)]) -> Double? {
    HoldChoice.threshold(answers.map { .init(isRight: $0.0, confidence: $0.1) })
  }

  @Test func liesInTheMiddleBetweenWrongAndRight() {
    #expect(threshold([(true, 0.9), (false, 0.2), (true, 0.8), (false, 0.4)]) == 0.4 + 0.4 / 2)
  }

  @Test func makesTheFewestMistakesWhereTheyOverlap() {
    // Above 0.5 one wrong answer is let through; below 0.3 two would be.
    let answers = [(false, 0.1), (false, 0.3), (true, 0.5), (false, 0.7), (true, 0.8), (true, 0.9)]
    #expect(threshold(answers) == 0.3 + (0.5 - 0.3) / 2)
  }

  @Test func ofEquallyGoodOnesTheWidestGapIsTakenAndThenTheLowest() {
    // Both thresholds leave one mistake; the second gap is wider.
    #expect(threshold([(false, 0.25), (true, 0.5), (false, 0.5625), (true, 1)]) == 0.78125)
    #expect(threshold([(false, 0), (true, 0.25), (false, 0.5), (true, 0.75)]) == 0.125)
  }

  @Test func isNoneWhereHoldingBackDoesNotHelp() {
    #expect(threshold([]) == nil)
    #expect(threshold([(true, 0.2), (true, 0.9)]) == nil)
    // A right answer would go with every wrong one.
    #expect(threshold([(true, 0.2), (false, 0.9), (true, 0.95), (true, 0.97)]) == nil)
  }

  @Test func equalConfidencesAreNotParted() {
    #expect(threshold([(false, 0.5), (true, 0.5), (true, 0.5), (false, 0.25)]) == 0.375)
  }

  @Test func onlyWrongAnswersAreAllHeldBack() {
    #expect(threshold([(false, 0.5), (false, 0.75)]) == 0.875)
  }
}
