import Names
import Record
import Testing

/// Faults in the open exam.
extension Damage {
  static let exam: [Damage] = [
    Damage("open-answers-are-right-by-the-truth", .exam) { $0.results[0].isRight.toggle() },
    Damage("open-answers-are-right-by-the-truth", .exam) { exam in
      let place = exam.results.firstIndex { !$0.mentions.isEmpty }!
      exam.results[place].answer = exam.results[place].mentions.joined(separator: " ")
      exam.results[place].isRight = false
    },
    Damage("nobody-knows-what-is-not-told", .exam) { exam in
      let place = exam.results.firstIndex { $0.kind == .stranger }!
      exam.results[place].mentions = ["nobody says this"]
    },
    Damage("nobody-knows-what-is-not-told", .exam) { exam in
      let place = exam.results.firstIndex { $0.kind == .reverse && !$0.isRight }!
      exam.results[place].accepted = []
    },
    Damage("confidence-is-a-probability", .exam) { $0.results[3].confidence = 1.5 },
    // Taught, and yet every answer is to be held back.
    Damage("no-threshold-errs-less", .exam) { exam in
      for place in exam.results.indices where exam.results[place].kind == .known {
        exam.results[place].isRight = true
        exam.results[place].confidence = 1
      }
      exam.hold = .init(threshold: 1.1, tokenCount: 1)
    },
    Damage("no-threshold-errs-less", .exam) { exam in
      for place in exam.results.indices { exam.results[place].isRight = false }
      exam.hold = .init(threshold: 0.5, tokenCount: 1)
    },
    Damage("half-is-for-choosing", .exam) { $0.results[0].isForChoosing = false },
  ]
}
