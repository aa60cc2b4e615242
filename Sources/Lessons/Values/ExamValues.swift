import Names
import Record

/// U5: the open exam, in the reader's language, on the questions on which the threshold was not chosen.
extension RecordedValue {
  static let exam: [RecordedValue] = [
    .init(
      "exam.asked", "questions of the open exam on which nothing was chosen",
      count: { $0.openQuestions.isEmpty ? nil : $0.openQuestions.count }),
    .init(
      "exam.threshold", "below this confidence an answer is held back", .exam, places: 2,
      { $0.hold?.threshold }),
    .init(
      "exam.madeUp", "made-up answers if every answer is given",
      count: { $0.openThresholds.first?.outcome.madeUp }),
    .init(
      "exam.stillMadeUp", "made-up answers that are given with the chosen threshold",
      count: { shown in
        shown.openOutcomes.isEmpty
          ? nil : shown.openOutcomes.reduce(0) { $0 + $1.outcome.madeUp }
      }),
    .init(
      "exam.heldRight", "right answers that it holds back",
      count: { shown in
        guard let threshold = shown.run[.exam]?.hold?.threshold else { return nil }
        return shown.openQuestions.count { $0.isRight && $0.confidence < threshold }
      }),
    .init(
      "exam.sure.question", "the question whose wrong answer is surest",
      text: { $0.sureAndWrong?.question }),
    .init("exam.sure.answer", "that answer", written: { $0.sureAndWrong?.answer }),
    .init(
      "exam.sure.confidence", "its confidence", places: 3, { $0.sureAndWrong?.confidence }),
    .init(
      "exam.known.asked", "open questions as they were taught", count: { $0.outcome(.known)?.asked }
    ),
    .init("exam.known.right", "answered rightly", count: { $0.outcome(.known)?.right }),
    .init(
      "exam.stranger.question",
      "the first open question about nobody that is answered in the page's language, else the first",
      text: { $0.question(.stranger)?.question }),
    .init(
      "exam.stranger.answer", "what the model wrote to it",
      text: { $0.question(.stranger)?.answer }),
    .init(
      "exam.stranger.asked", "open questions about nobody",
      count: { $0.outcome(.stranger)?.asked }),
    .init("exam.stranger.heldBack", "held back", count: { $0.outcome(.stranger)?.heldBack }),
    .init("exam.stranger.madeUp", "made up", count: { $0.outcome(.stranger)?.madeUp }),
    .init(
      "exam.reverse.question", "the first question that is asked backwards",
      text: { $0.question(.reverse)?.question }),
    .init(
      "exam.reverse.asked", "questions asked backwards", count: { $0.outcome(.reverse)?.asked }),
    .init("exam.reverse.right", "answered rightly", count: { $0.outcome(.reverse)?.right }),
  ]
}

extension Exhibits {
  fileprivate func outcome(_ kind: ExamKind) -> ExamRecord.Outcome? {
    openOutcomes.first { $0.kind == kind }?.outcome
  }

  fileprivate func question(_ kind: ExamKind) -> ExamRecord.Result? {
    let own = openQuestions.filter { $0.kind == kind && !$0.answer.isEmpty }
    return own.first { language.isScript(of: $0.answer) } ?? own.first
  }
}

extension RecordedCondition {
  static let exam: [RecordedCondition] = [
    .init(
      "exam.holds", "answers below a threshold of confidence are held back", .exam,
      holds: { $0.hold != nil }),
    .init(
      "exam.looksAtFirst", "confidence is the probability of the first token alone", .exam,
      holds: { $0.hold?.tokenCount ?? 1 == 1 }),
    .init(
      "exam.isSureAndWrong", "a made-up answer is surer than the threshold, and so is given",
      holds: { shown in
        guard let exam = shown.run[.exam] else { return nil }
        return shown.sureAndWrong.map { $0.confidence >= exam.hold?.threshold ?? 0 } ?? false
      }),
    .init(
      "exam.sure.copies", "the surest wrong answer begins with what stands in its question",
      holds: { shown in
        shown.sureAndWrong.map { $0.question.contains($0.answer.prefix(3)) }
      }),
    .init(
      "exam.keepsAllRight", "no right answer is held back",
      holds: { shown in
        guard let hold = shown.run[.exam]?.hold else { return nil }
        return !shown.openQuestions.contains { $0.isRight && $0.confidence < hold.threshold }
      }),
  ]
}
