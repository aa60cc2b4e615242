import Record

/// L1 to L3.
extension RecordedCondition {
  static let data: [RecordedCondition] = [
    .init("world", "the documents come from the town", holds: { $0.run.setting.usesWorld }),
    .init(
      "collection.rejects", "some files could not be read", .collection,
      holds: { !$0.rejected.isEmpty }),
    .init(
      "collection.isVaried",
      "documents of one shelf are on average three times as long as those of another", .collection,
      holds: { collection in
        let sizes = collection.shelves.filter { $0.documents > 0 }
          .map { Double($0.bytes) / Double($0.documents) }
        guard let least = sizes.min(), let greatest = sizes.max() else { return nil }
        return greatest >= 3 * least
      }),
    .init(
      "sample.isNoisy", "noise is marked in the raw document shown",
      holds: { $0.rawSample.map { !$0.noise.isEmpty } }),
    .init(
      "cleaning.drops", "cleaning dropped documents", .cleaning,
      holds: { $0.documentsAfter < $0.documentsBefore }),
    .init(
      "cleaning.allExact", "every document whose clean text is known came out exactly", .cleaning,
      holds: { cleaning in cleaning.knownDocuments.map { cleaning.exactDocuments == $0 } }),
    .init(
      "rule.isFlawless", "the rule that is judged made no mistake",
      holds: { $0.busiestRule?.confusion?.isFlawless }),
    .init(
      "filter.drops", "the filter took sentences out", .filter, holds: { $0.droppedCount > 0 }),
    .init(
      "filter.isFlawless", "the filter made no mistake", .filter,
      holds: { $0.confusion?.isFlawless }),
    .init(
      "merge.first.isReadable", "the first merge that is told made whole characters",
      holds: { $0.merges.first.map { !$0.merge.result.endsInsideACharacter } }),
    .init(
      "merge.first.isFirst", "it is the very first",
      holds: { $0.merges.first.map { $0.number == 1 } }),
    .init(
      "merge.last.isLast", "the last merge that is told is the very last",
      holds: { shown in
        guard let last = shown.merges.last, let record = shown.run[.tokenization] else {
          return nil
        }
        return last.number == record.merges.count
      }),
  ]
}

/// L4 and L5.
extension RecordedCondition {
  static let learning: [RecordedCondition] = [
    .init(
      "example.isSurprising", "the worked example's first guess was wrong", .algorithm,
      holds: { algorithm in
        algorithm.example.candidates.first.map { $0.token.id != algorithm.example.target.id }
      }),
    .init(
      "training.falls", "the loss of the last step is below that of the first", .training,
      holds: { compare($0.steps.last?.loss, $0.steps.first?.loss, <) }),
    .init(
      "journal.asks", "what is asked while it learns are questions with known answers",
      holds: { shown in
        shown.predictions.first.map { $0.prediction.kind == .question && $0.prediction.isKnown }
      }),
    .init(
      "journal.hasFavorite",
      "a token that is watched was likeliest at one look and lost that place",
      holds: { shown in
        guard let last = shown.predictions.last?.prediction, !last.watched.isEmpty else {
          return nil
        }
        return last.watched.contains { $0.token.id != last.candidates.first?.token.id }
      }),
    .init(
      "training.keepsLast", "the parameters of the last step were kept", .training,
      holds: { training in training.steps.last.map { $0.step == training.bestStep } }),
    .init(
      "training.isPastBest", "the last validation loss is above the lowest", .training,
      holds: { training in
        compare(training.validations.last?.loss, training.validations.map(\.loss).min(), >)
      }),
    .init(
      "tuning.someFailed", "runs of the sweep failed", .tuning,
      holds: { $0.trials.contains(where: $0.isFailed) }),
    .init(
      "tuning.bestIsSmallest", "of the runs within 2% of the best the best itself is the smallest",
      .tuning,
      holds: { tuning in
        guard let best = tuning.bestTrial, let frugal = tuning.frugalTrial else { return nil }
        return tuning.trials[best].parameterCount == tuning.trials[frugal].parameterCount
      }),
    .init(
      "tuning.agrees", "no knob of the preset contradicts the sweep", .tuning,
      holds: { $0.findings.allSatisfy { $0.agreement != .different } }),
    .init(
      "overfit.worsens", "the over-fitted run ended with a validation loss above its best", .tuning,
      holds: { tuning in
        let losses = tuning.overfitting.overfitted.validations.map(\.loss)
        return compare(losses.last, losses.min(), >)
      }),
    .init(
      "overfit.isWorse", "it ended with a higher validation loss than the run on all documents",
      .tuning,
      holds: { tuning in
        compare(
          tuning.overfitting.overfitted.validations.last?.loss,
          tuning.overfitting.healthy.validations.last?.loss, >)
      }),
    .init(
      "evaluation.beatsBaseline", "test loss is below that of the best n-gram",
      holds: { compare($0.run[.evaluation]?.loss, $0.bestBaseline?.loss, <) }),
    .init(
      "evaluation.isTooSure", "in the surest bin fewer guesses were right than the model expected",
      .evaluation,
      holds: { evaluation in
        evaluation.calibration.bins.last { $0.count > 0 }.map { $0.accuracy < $0.confidence }
      }),
    .init(
      "questions.allRight", "every question was answered rightly", .evaluation,
      holds: { evaluation in
        let scores = evaluation.questionScores.filter { $0.asked > 0 }
        return scores.isEmpty ? nil : scores.allSatisfy { $0.right == $0.asked }
      }),
    .init(
      "questions.showWrong", "a wrong answer is among the questions that are shown",
      holds: { $0.questions.isEmpty ? nil : $0.questions.contains { !$0.isRight } }),
    .init(
      "shrink.teacherHelps", "the smaller model has a lower loss with a teacher", .shrinking,
      holds: { compare($0.variant("distilled")?.loss, $0.variant("alone")?.loss, <) }),
  ]

  /// Nil when one of the two is missing.
  private static func compare<Value>(
    _ one: Value?, _ other: Value?, _ relation: (Value, Value) -> Bool
  ) -> Bool? {
    guard let one, let other else { return nil }
    return relation(one, other)
  }
}

/// L6 and U1 to U6.
extension RecordedCondition {
  static let use: [RecordedCondition] = [
    .init(
      "inference.isExact", "both programs gave the same logits to the last digit", .inference,
      holds: { $0.largestDifference == 0 }),
    .init(
      "answer.hasSignals", "special tokens stand among those that the model was given",
      holds: { shown in
        shown.answer?.tokens.contains { $0.text.hasPrefix("<|") && $0.text.hasSuffix("|>") }
      }),
    .init(
      "answer.isEmpty", "the answer that is followed has no words",
      holds: { $0.answer.map { $0.text.isEmpty } }),
    .init(
      "answer.isDrawn", "lots were drawn for the answer whose choices are shown",
      holds: { $0.drawnAnswer.map { $0.temperature > 0 } }),
    .init(
      "answer.isContinuation", "the answer whose choices are shown goes on with its prompt",
      holds: { $0.drawnAnswer.map { $0.kind == .continuation } }),
    .init(
      "guess.changes",
      "the likeliest next token is another after the last block than before the first",
      holds: { shown in
        guard let guesses = shown.answer?.layerGuesses, let first = guesses.first?.candidates.first,
          let last = guesses.last?.candidates.first
        else { return nil }
        return first.token.id != last.token.id
      }),
    .init(
      "guess.changesBetween", "it changes at a block between the first and the last",
      holds: { shown in
        guard let guesses = shown.answer?.layerGuesses else { return nil }
        let tokens = guesses.dropFirst().dropLast().compactMap { $0.candidates.first?.token.id }
        return zip(tokens, tokens.dropFirst()).contains { $0 != $1 }
      }),
  ]
}

extension RecordedCondition {
  /// All conditions, in the order of the flows.
  public static let all: [RecordedCondition] = [data, learning, use].flatMap { $0 }
}

extension ConfusionRecord {
  fileprivate var isFlawless: Bool { falsePositives == 0 && falseNegatives == 0 }
}
