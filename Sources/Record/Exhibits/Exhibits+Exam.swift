import Names

// What is shown of the open exam: the questions on which the threshold was not chosen, in the reader's language.
extension Exhibits {
  /// The judged questions in the reader's language, in the order in which they were asked.
  public var openQuestions: [ExamRecord.Result] {
    (run[.exam]?.results ?? []).filter { $0.language == language && !$0.isForChoosing }
  }

  /// What became of them, by kind; kinds that were not asked are left out.
  public var openOutcomes: [(kind: ExamKind, outcome: ExamRecord.Outcome)] {
    guard let exam = run[.exam] else { return [] }
    return ExamKind.allCases.compactMap { kind in
      let outcome = exam.judged(kind, language)
      return outcome.asked == 0 ? nil : (kind, outcome)
    }
  }

  /// What becomes of all of them with one threshold after the other, from 0 to 1.
  public var openThresholds: [(threshold: Double, outcome: ExamRecord.Outcome)] {
    guard let exam = run[.exam], !openQuestions.isEmpty else { return [] }
    return (0...20).map { step in
      let threshold = Double(step) / 20
      return (
        threshold,
        exam.outcome(at: threshold) { $0.language == language && !$0.isForChoosing }
      )
    }
  }

  /// Thresholds at which the kinds are compared, the chosen one among them: most answers lie near 1.
  public var shownThresholds: [Double] {
    let even = (0...9).map { Double($0) / 10 } + [0.95, 0.99]
    return Set(even + (run[.exam]?.hold.map { [$0.threshold] } ?? [])).sorted()
  }

  /// What becomes of each kind's questions at each of ``shownThresholds``.
  public var openOutcomesByThreshold: [(kind: ExamKind, outcomes: [ExamRecord.Outcome])] {
    guard let exam = run[.exam] else { return [] }
    return openOutcomes.map { kind, _ in
      let outcomes = shownThresholds.map { threshold in
        exam.outcome(at: threshold) {
          $0.language == language && !$0.isForChoosing && $0.kind == kind
        }
      }
      return (kind, outcomes)
    }
  }

  /// Judged questions of one kind whose answers were given with confidence from one fifth to the next.
  public struct ConfidenceFifth: Sendable, Equatable {
    /// 0 to 4; a confidence of 1 belongs to the last.
    public var fifth: Int
    public var count: Int
    /// What the model stated, on average.
    public var meanConfidence: Double
    /// How much of it was right.
    public var shareRight: Double
  }

  /// How far what the model states agrees with what is right, by kind; fifths without a question are left out.
  public var openCalibration: [(kind: ExamKind, fifths: [ConfidenceFifth])] {
    openOutcomes.map { kind, _ in
      let own = openQuestions.filter { $0.kind == kind }
      let fifths = (0..<5).compactMap { fifth -> ConfidenceFifth? in
        let inside = own.filter { min(4, Int($0.confidence * 5)) == fifth }
        guard !inside.isEmpty else { return nil }
        return ConfidenceFifth(
          fifth: fifth, count: inside.count,
          meanConfidence: inside.reduce(0) { $0 + $1.confidence } / Double(inside.count),
          shareRight: Double(inside.count(where: \.isRight)) / Double(inside.count))
      }
      return (kind, fifths)
    }
  }

  /// Of each kind the wrong answer of which the model was surest and the one of which it was least sure,
  /// or the right one that it was surest of where none is wrong; of equals the first.
  public var openExamples: [ExamRecord.Result] {
    ExamKind.allCases.flatMap { kind -> [ExamRecord.Result] in
      let own = openQuestions.filter { $0.kind == kind }
      let wrong = own.filter { !$0.isRight }
      guard let surest = wrong.first(where: { $0.confidence == wrong.map(\.confidence).max() })
      else {
        return Array(own.filter { $0.confidence == own.map(\.confidence).max() }.prefix(1))
      }
      let least = wrong.first { $0.confidence == wrong.map(\.confidence).min() }!
      return least.question == surest.question ? [surest] : [surest, least]
    }
  }

  /// Of the wrong answers that say anything the one of which the model was surest, whether or not it is held back.
  public var sureAndWrong: ExamRecord.Result? {
    let wrong = openQuestions.filter { !$0.isRight && !$0.answer.isEmpty }
    return wrong.first { $0.confidence == wrong.map(\.confidence).max() }
  }
}
