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
      "filter.hasPrice",
      "with the lowest threshold tried harmless text is taken out, or with the highest something is missed",
      .filter,
      holds: { filter in
        guard let low = filter.sweep.first?.precision, let high = filter.sweep.last?.recall
        else { return nil }
        return low < 1 || high < 1
      }),
    .init(
      "filter.crosses",
      "of the sentences shown a harmless one has a higher score than an unsuitable one",
      holds: { shown in
        let sentences = shown.borderlineSentences
        let harmless = sentences.filter { !$0.verdict.isNoise }.compactMap(\.score)
        let unkind = sentences.filter(\.verdict.isNoise).compactMap(\.score)
        guard let most = harmless.max(), let least = unkind.min() else { return nil }
        return most > least
      }),
    .init(
      "dataset.isCompared", "it was counted how much the parts of the split share", .dataset,
      holds: { $0.sharing != nil }),
    .init(
      "dataset.isCut",
      "texts were divided among the parts, as there are too few to deal whole ones",
      holds: { shown in
        guard let cleaning = shown.run[.cleaning], let dataset = shown.run[.dataset]
        else { return nil }
        if let divided = dataset.divided { return divided > 0 }
        return dataset.parts.reduce(0) { $0 + $1.documents } > cleaning.documentsAfter
      }),
    .init(
      "merge.first.isFirst", "it is the very first",
      holds: { $0.merges.first.map { $0.number == 1 } }),
  ]
}

/// L4 and L5.
extension RecordedCondition {
  static let learning: [RecordedCondition] = [
    .init(
      "example.isSurprising", "the example's first guess was wrong",
      holds: { shown in
        shown.lossExample.flatMap { example in
          example.candidates.first.map { $0.token.id != example.target.id }
        }
      }),
    .init(
      "example.isInOwnLanguage", "the example's text is in the reader's language",
      holds: { shown in shown.lossExample.map { $0.language == shown.language } }),
    .init(
      "example.becomesLikelier", "the step made the example's right token likelier",
      holds: { shown in
        compare(shown.lossExample?.targetProbabilityAfter, shown.lossExample?.targetProbability, >)
      }),
    .init(
      "model.hasOwnOutput", "the model has an output table of its own beside its embeddings",
      .architecture,
      holds: { $0.tensors.contains { $0.name == "lm_head.weight" } }),
    .init(
      "step.lowersLoss", "the step lowered the loss of its own batch", .algorithm,
      holds: { compare($0.batch?.lossAfter, $0.batch?.lossBefore, <) }),
    .init(
      "adam.isOutvoted", "AdamW's mean of gradients has another sign than the gradient of the step",
      holds: { $0.adamStep.map { $0.firstMoment * $0.gradient < 0 } }),
    .init(
      "step.isClipped", "the gradients of the step that is watched were cut",
      holds: { $0.adamStep?.clipFactor.map { $0 < 1 } }),
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
      "training.stepsShrink",
      "beside the last block's weights the last step is smaller than the middle one",
      .training,
      holds: { training in
        let ratios = training.steps.compactMap(\.updateRatioByPart)
        return ratios.isEmpty
          ? nil : compare(ratios.last?.lastBlock, ratios[ratios.count / 2].lastBlock, <)
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
      "tuning.usedWins", "the preset's values did at least as well as the best values together",
      .tuning,
      holds: { compare($0.trial(.used)?.best?.loss, $0.trial(.together)?.best?.loss, <=) }),
    .init(
      "overfit.learnsByHeart",
      "the over-fitted run ended with a lower training loss than the run on all documents", .tuning,
      holds: { tuning in
        compare(
          tuning.overfitting.overfitted.losses.last?.loss,
          tuning.overfitting.healthy.losses.last?.loss, <)
      }),
    .init(
      "overfit.worsens", "the over-fitted run ended with a validation loss above its best", .tuning,
      holds: { tuning in
        let losses = tuning.overfitting.overfitted.validations.map(\.loss)
        return compare(losses.last, losses.min(), >)
      }),
    .init(
      "evaluation.beatsBaseline", "test loss is below that of the best n-gram",
      holds: { compare($0.run[.evaluation]?.loss, $0.bestBaseline?.loss, <) }),
    .init(
      "questions.allRight", "every question was answered rightly", .evaluation,
      holds: { evaluation in
        let scores = evaluation.questionScores.filter { $0.asked > 0 }
        return scores.isEmpty ? nil : scores.allSatisfy { $0.right == $0.asked }
      }),
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
      "inference.isExact", "both programs gave the same logits to the last digit",
      holds: { $0.inference.map { $0.largestDifference == 0 } }),
    .init(
      "asking.recastHelps", "recasting the request that is told of brought more right answers",
      holds: { $0.toldRequest.map { $0.right > $0.rightAsTyped } }),
    .init(
      "translation.allRight", "every answer was translated rightly",
      holds: { $0.ownTranslation.map { $0.right == $0.asked } }),
    .init(
      "answer.hasSignals", "special tokens stand among those that the model was given",
      holds: { shown in
        shown.answer?.tokens.contains { $0.text.hasPrefix("<|") && $0.text.hasSuffix("|>") }
      }),
    .init(
      "answer.isQuestion", "the prompt that is followed is a question",
      holds: { $0.answer.map { $0.kind == .question } }),
    .init(
      "answer.isText", "the prompt that is followed is the beginning of a text",
      holds: { $0.answer.map { $0.kind == .continuation } }),
    .init(
      "answer.isHeld", "the answer that is followed is held back",
      holds: { $0.answer.map { $0.hold?.isHeld == true } }),
    .init(
      "answer.isJudged", "somebody knows whether the answer that is followed is right",
      holds: { $0.answer.map { $0.isRight != nil } }),
    .init(
      "answer.isDrawn", "lots were drawn for the answer whose choices are shown",
      holds: { $0.drawnAnswer.map { $0.temperature > 0 } }),
    .init(
      "answer.isContinuation", "the answer whose choices are shown goes on with its prompt",
      holds: { $0.drawnAnswer.map { $0.kind == .continuation } }),
    .init(
      "drawn.isQuestion", "the prompt of the answer whose choices are shown is a question",
      holds: { $0.drawnAnswer.map { $0.kind == .question } }),
    .init(
      "drawn.isHeld", "the answer whose choices are shown is held back",
      holds: { $0.drawnAnswer.map { $0.hold?.isHeld == true } }),
    .init(
      "drawn.hasEdits", "a rule changed the answer whose choices are shown",
      holds: { $0.drawnAnswer.map { !$0.postprocessing.isEmpty } }),
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
      "guess.changesLater", "it changes at a block after the first one",
      holds: { shown in
        // After the embedding, after the first block, and so on: a model of one block has no later one.
        guard let guesses = shown.answer?.layerGuesses, guesses.count > 2 else { return nil }
        let tokens = guesses.dropFirst().compactMap { $0.candidates.first?.token.id }
        return zip(tokens, tokens.dropFirst()).contains { $0 != $1 }
      }),
    .init(
      "followed.isRecorded",
      "the way of one token of the answer is recorded beside the activations",
      holds: { $0.answer.map { $0.followed != nil } }),
    .init(
      "followed.isLater", "it is not the first token of the answer",
      holds: { $0.answer?.followed.map { !$0.read.isEmpty } }),
    .init(
      "followed.isChosen", "it is the likeliest where it is predicted",
      holds: { $0.answer?.followed.map { $0.candidates.first?.token.id == $0.token.id } }),
    .init(
      "followed.isInFirstBlock", "the head that is followed is one of the first block",
      holds: { $0.followedHead.map { $0.layer == 0 } }),
    .init(
      "additions.attentionLengthens", "the row is longer after the attention of the followed block",
      holds: { $0.followedPass?.additions.map { isLonger($0.between, $0.before) } }),
    .init(
      "additions.mlpLengthens", "the row is longer after the MLP of that block",
      holds: { $0.followedPass?.additions.map { isLonger($0.after, $0.between) } }),
    .init(
      "stream.shortens", "some part on the way of the followed token makes its row shorter",
      holds: { shown in
        guard let rows = shown.followedPass?.stream, rows.count > 1 else { return nil }
        return zip(rows, rows.dropFirst()).contains { isLonger($0, $1) }
      }),
    .init(
      "mlp.isSpread",
      "the MLP of that block lifts the logit of the followed token, and no neuron shown does half of it",
      holds: { shown in
        shown.answer?.followed.map { followed in
          followed.push > 0 && followed.neurons.allSatisfy { 2 * $0.push < followed.push }
        }
      }),
  ]

  private static func isLonger(_ one: [Float], _ other: [Float]) -> Bool {
    FollowedPass.Additions.length(one) > FollowedPass.Additions.length(other)
  }
}

extension RecordedCondition {
  /// All conditions, in the order of the flows.
  public static let all: [RecordedCondition] = [
    data, learning, twin, use, origin, exam, causal, heads, feedback, improvement, partings,
  ].flatMap { $0 }
}

extension [Double] {
  /// Of the parts of a model the last but one: behind it comes the last normalization.
  fileprivate var lastBlock: Double? { dropLast().last }
}

extension Exhibits {
  fileprivate var hasPeak: Bool {
    let courses = (predictions.last?.1.candidates ?? []).map { candidate in
      predictions.map { _, prediction in
        prediction.candidates.first { $0.token.id == candidate.token.id }?.probability ?? 0
      }
    }
    return courses.contains { course in
      (course.max() ?? 0) > Swift.max(course.first ?? 0, course.last ?? 0)
    }
  }
}

extension ConfusionRecord {
  fileprivate var isFlawless: Bool { falsePositives == 0 && falseNegatives == 0 }
}
