import Names
import SampleRuns
import Testing

@testable import Record

/// What is shown of a round of feedback.
@Suite struct FeedbackExhibitsTests {
  private func shown(
    _ language: Language = .english, _ change: (inout FeedbackRecord) -> Void = { _ in }
  )
    -> Exhibits
  {
    var run = Run(setting: SettingRecord(version: Run.currentVersion, seed: 1, usesWorld: true))
    var record = FeedbackSample.record
    change(&record)
    run[.feedback] = record
    return run.exhibits(for: language)
  }

  @Test func answersAreNumberedInTheReadersLanguage() {
    #expect(shown().ratedAnswers.map(\.number) == [1, 2, 3, 4, 5])
    #expect(shown(.japanese).ratedAnswers.map(\.number) == [1, 2, 3])
    #expect(shown(.japanese).ratedAnswers[1].answer.question == "ザラさんの職場は？")
    #expect(shown(.japanese).ownCorrections.map(\.number) == [2, 3])
    #expect(shown().ownCorrections.map(\.number) == [2, 3, 4])
    #expect(shown().agreementOfAll?.leftOut == 1 && shown(.japanese).agreementOfAll?.leftOut == 0)
    #expect(shown().agreementsOfPairs.count == 10)
  }

  @Test func theMajorityIsHeldAgainstTheTruth() {
    #expect(
      shown().majorityScore
        == .init(good: 3, goodAndRight: 2, bad: 2, badAndWrong: 2, undecided: 0))
    #expect(
      shown(.japanese).majorityScore
        == .init(good: 2, goodAndRight: 1, bad: 1, badAndWrong: 1, undecided: 0))
    #expect(shown().mistakenMajority?.number == 4)
    // Bad for what is right is a mistake as well; no majority is none.
    #expect(shown { $0.answers[0].majority = .bad }.mistakenMajority?.number == 1)
    let undecided = shown { $0.answers[3].majority = nil }
    #expect(undecided.mistakenMajority == nil && undecided.majorityScore?.undecided == 1)
  }

  @Test func theTwoWhoAgreeMostAreFound() {
    #expect(shown().mostAlike?.raters == [1, 4] && shown().leastAlike?.raters == [1, 3])
    let none = shown { for place in $0.agreements.indices { $0.agreements[place].kappa = nil } }
    #expect(none.mostAlike == nil && none.leastAlike == nil)
  }

  @Test func aCorrectionThatWasMaskedIsFollowed() {
    #expect(shown().followedCorrection?.number == 3)
    // Without a masked copy the one with the most votes, then any.
    #expect(shown(.japanese).followedCorrection?.number == 2)
    let unmasked = shown { record in
      for place in record.answers.indices {
        for rating in record.answers[place].ratings.indices {
          record.answers[place].ratings[rating].typed = nil
        }
      }
      record.corrections[0].outcome = .agreed
    }
    #expect(unmasked.followedCorrection?.number == 3)
    let disputed = shown { $0.corrections.removeAll { $0.outcome == .agreed } }
    #expect(disputed.followedCorrection?.number == 2)
    #expect(shown { $0.corrections = [] }.followedCorrection == nil)
  }

  @Test func onlyWhatWasAgreedOnIsAnExample() {
    let record = FeedbackSample.record
    let examples = record.corrections.map { $0.example(record)?.answer }
    #expect(examples == [nil, "I do not know.", nil, "わかりません。", nil])
    #expect(record.corrections[1].example(record)?.question == "How old is Mira?")
  }
}
