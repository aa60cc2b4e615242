import Names
import Record
import SampleRuns
import Testing

@testable import Record

/// Faults in a round of feedback.
extension Damage {
  static let feedback: [Damage] = [
    Damage("every-visitor-is-heard-on-every-answer", .feedback) {
      $0.answers[0].ratings.removeLast()
    },
    Damage("every-visitor-is-heard-on-every-answer", .feedback) {
      $0.answers[1].ratings[0].stars = 6
    },
    Damage("every-visitor-is-heard-on-every-answer", .feedback) {
      $0.answers[1].ratings[0].refusal = .role
    },
    Damage("rated-answers-are-the-models-own", .feedback) { $0.answers[0].answer += "!" },
    Damage("rated-answers-are-the-models-own", .feedback) { $0.answers[2].isRight.toggle() },
    Damage("rated-answers-are-the-models-own") { run in
      // The answer of before counts as right still.
      let place = run[.feedback]!.answers.firstIndex {
        $0.change != nil && $0.language == .english
      }!
      let asked = run[.truth]!.questions.first {
        $0.text == run[.feedback]!.answers[place].question && $0.language == .english
      }!
      run[.feedback]!.answers[place].answer = run[.truth]!.answers[asked.answers[0]]
      run[.feedback]!.answers[place].isRight = true
    },
    Damage("what-visitors-know-is-true", .feedback) { $0.answers[0].truth = "Nobody knows." },
    Damage("what-visitors-know-is-true", .feedback) { feedback in
      let place = feedback.answers.firstIndex { $0.kind == .stranger }!
      feedback.answers[place].truth = "Yes."
    },
    Damage("what-visitors-know-is-true", .feedback) { feedback in
      let place = feedback.answers.firstIndex { $0.change != nil }!
      feedback.answers[place].change!.now = feedback.answers[place].change!.before
    },
    Damage("visitors-follow-their-habits", .feedback) { feedback in
      let place = feedback.visitors.firstIndex { $0.habit == .generous }!
      feedback.answers[0].ratings[place].stars = 1
    },
    Damage("visitors-follow-their-habits", .feedback) { feedback in
      let place = feedback.visitors.firstIndex { $0.habit == .careless }!
      feedback.answers[3].ratings[place].correction = "x"
    },
    Damage("visitors-follow-their-habits", .feedback) { feedback in
      // The contrary and the careful exchange their habits.
      feedback.visitors[0].habit = .contrary
    },
    Damage("corrections-are-kept-masked", .feedback) { feedback in
      let (answer, place) = feedback.corrected
      feedback.answers[answer].ratings[place].correction! += " noa@post.example"
    },
    Damage("corrections-are-kept-masked", .feedback) { feedback in
      let (answer, place) = feedback.corrected
      feedback.answers[answer].ratings[place].typed =
        feedback.answers[answer].ratings[place].correction
    },
    Damage("majority-is-more-than-half", .feedback) {
      $0.answers[0].majority = $0.answers[0].majority == .good ? .bad : .good
    },
    Damage("kappa-follows-from-the-ratings", .feedback) { $0.agreements[0].kappa? += 0.001 },
    Damage("kappa-follows-from-the-ratings", .feedback) { $0.agreements[1].expected? -= 0.001 },
    Damage("kappa-follows-from-the-ratings", .feedback) { $0.agreements[2].leftOut += 1 },
    Damage("kappa-follows-from-the-ratings", .feedback) { feedback in
      // Somebody thinks otherwise of the last answer, and nothing is worked out anew.
      let last = feedback.answers.count - 1
      let old = feedback.answers[last].ratings[0].stars!
      feedback.answers[last].ratings[0].stars = old == 5 ? 1 : 5
    },
    Damage("everybody-is-compared-with-everybody", .feedback) { $0.agreements.removeLast() },
    // Twice, and not at all.
    Damage("every-voter-votes-once", .feedback) {
      $0.corrections[0].candidates[0].voters.append($0.corrections[0].candidates[0].voters[0])
    },
    Damage("every-voter-votes-once", .feedback) {
      $0.corrections[0].candidates[0].voters.removeFirst()
    },
    Damage("every-voter-votes-once", .feedback) { $0.corrections.removeLast() },
    Damage("every-voter-votes-once", .feedback) {
      $0.corrections[0].candidates[0].isCorrection.toggle()
    },
    Damage("more-than-half-decide-corrections", .feedback) { feedback in
      let outcome = feedback.corrections[0].outcome
      feedback.corrections[0].outcome = outcome == .agreed ? .contradicting : .agreed
    },
    Damage("more-than-half-decide-corrections", .feedback) { feedback in
      let place = feedback.corrections.firstIndex { correction in
        Set(correction.candidates.map(\.voters.count)).count > 1
      }!
      feedback.corrections[place].candidates.reverse()
    },
  ]
}

extension FeedbackRecord {
  /// A rating that came with a correction: its answer and its visitor.
  fileprivate var corrected: (Int, Int) {
    for (answer, rated) in answers.enumerated() {
      if let place = rated.ratings.firstIndex(where: { $0.correction != nil }) {
        return (answer, place)
      }
    }
    preconditionFailure("nobody corrected anything")
  }
}

@Suite struct FeedbackEquationTests {
  /// Of a round made by hand all holds that is not about the exam.
  @Test func theHandMadeRoundAgreesWithItself() {
    var run = Run(setting: SettingRecord(version: Run.currentVersion, seed: 1, usesWorld: true))
    run[.feedback] = FeedbackSample.record
    for equation in Equation.ofFeedback {
      let outcome = equation.outcome(in: run)
      #expect(outcome.holds, "\(equation.name): \(outcome.violation ?? "")")
      let needsExam = equation.name == "rated-answers-are-the-models-own"
      #expect(needsExam || outcome.count > 0, "\(equation.name)")
    }
  }

  @Test func everyEquationOfFeedbackHasAFault() {
    #expect(Set(Damage.feedback.map(\.equation)) == Set(Equation.ofFeedback.map(\.name)))
  }
}
