import Foundation

/// L4d: one step on its own batch; example, gradients and AdamW are about the same.
extension Equation {
  static let ofWatchedStep: [Equation] = [
    Equation(
      "a-batch-costs-its-mean-surprise", "L4d",
      en: "The loss of a batch is the mean of −ln of the probabilities of all its tokens.",
      ja: "バッチの損失は、すべてのトークンの「−ln(確率)」の平均である。"
    ) { run, comparison in
      guard let batch = run[.algorithm]?.batch else { return }
      let mean = { (probabilities: [Double]) in
        probabilities.reduce(0) { $0 - log($1) } / Double(probabilities.count)
      }
      comparison.agree(
        mean(batch.texts.flatMap(\.before)), batch.lossBefore, share: 1e-9, "loss before the step")
      comparison.agree(
        mean(batch.texts.flatMap(\.after)), batch.lossAfter, share: 1e-9, "loss after the step")
      for text in batch.texts {
        comparison.equal(text.tokens.count, text.before.count + 1, "tokens of a text")
        comparison.equal(text.tokens.count, text.after.count + 1, "tokens of a text, after")
      }
    },
    Equation(
      "the-watched-batch-was-learned-from", "L4d",
      en: "The loss of the batch before the step is the one that training noted for this step.",
      ja: "ステップの前のバッチの損失は、学習がそのステップで記録した損失である。"
    ) { run, comparison in
      guard let batch = run[.algorithm]?.batch, let training = run[.training] else { return }
      let noted = training.steps.first { $0.step == batch.step }?.loss ?? 0
      // A text that is known by heart costs next to nothing: there a probability, and the sum of which training
      // takes the logarithm, lie next to 1, where single precision leaves each of them off by this much.
      comparison.agree(
        batch.lossBefore, noted, share: 1e-5, orWithin: 2 * Double(Float.ulpOfOne),
        "loss of step \(batch.step)")
      comparison.holds(
        batch.predictionCount <= training.tokensPerStep,
        "\(batch.predictionCount) predictions ≤ \(training.tokensPerStep) tokens of a step")
      for step in run[.algorithm]?.adamSteps ?? [] {
        comparison.equal(step.step, batch.step, "step of \(step.parameter)")
      }
    },
    Equation(
      "the-example-surprised-most", "L4d",
      en: "The example is the readable token of the batch that the model expected least.",
      ja: "例に選ばれたのは、バッチの中でひと目で読めるトークンのうち、モデルがいちばん予想しなかったものである。"
    ) { run, comparison in
      guard let record = run[.algorithm], let batch = record.batch else { return }
      let first = batch.mostSurprising()
      let language = first.flatMap { batch.texts[$0.text].language }
      let second = batch.mostSurprising { $0 != nil && $0 != language }
      for (example, place) in [(record.example, first), (record.exampleInOtherLanguage, second)] {
        comparison.equal(example?.text, place?.text, "text of the example")
        comparison.equal(example?.place, place?.place, "place of the example")
        guard let example, let place else { continue }
        let text = batch.texts[place.text]
        comparison.equal(text.language, example.language, "language of the example")
        comparison.equal(text.tokens[place.place + 1].id, example.target.id, "what came")
        comparison.equal(
          text.tokens[...place.place].map(\.id), example.context.map(\.id), "what came before")
        comparison.equal(text.before[place.place], example.targetProbability, "probability")
        comparison.equal(text.after[place.place], example.targetProbabilityAfter, "and after")
      }
    },
    Equation(
      "gradient-and-step-are-of-one-weight", "L4d",
      en:
        "The weights whose gradients are checked are those that AdamW moves, by the same gradient.",
      ja: "勾配を検算した重みは、AdamWが動かした重みであり、使われた勾配も同じである。"
    ) { run, comparison in
      guard let record = run[.algorithm], record.batch != nil else { return }
      comparison.equal(record.gradientChecks.count, record.adamSteps.count, "checked and moved")
      for (check, step) in zip(record.gradientChecks, record.adamSteps) {
        comparison.equal(
          "\(check.parameter)[\(check.index)]", "\(step.parameter)[\(step.index)]", "the weight")
        comparison.equal(check.weight, step.weightBefore, "\(check.parameter): its value")
        comparison.equal(check.backpropagation, step.rawGradient, "\(check.parameter): gradient")
      }
    },
    Equation(
      "the-weight-is-of-the-missed-token", "L4d",
      en:
        "The weight of each example is one of the numbers that stand for the token that was missed.",
      ja: "例ごとに追う重みは、外したトークンを表すベクトルの数の1つである。"
    ) { run, comparison in
      guard let record = run[.algorithm], record.batch != nil, let model = run[.architecture]
      else { return }
      let examples = [record.example, record.exampleInOtherLanguage].compactMap { $0 }
      for (example, check) in zip(examples, record.gradientChecks) {
        comparison.equal(
          check.index / max(1, model.width), Int(example.target.id), "row of \(check.parameter)")
        let shape = model.tensors.first { $0.name == check.parameter }?.shape ?? []
        comparison.equal(
          shape, [model.vocabularySize, model.width], "shape of \(check.parameter)")
      }
    },
    Equation(
      "all-gradients-are-cut-alike", "L4d",
      en:
        "Clipping multiplies each gradient by the limit over the length of all, never by more than 1.",
      ja: "クリッピングでは、どの勾配にも「上限÷全体の長さ」（最大で1）を掛ける。"
    ) { run, comparison in
      guard let training = run[.training], let limit = run[.hyperparameters]?[.gradientClip]
      else { return }
      for step in run[.algorithm]?.adamSteps ?? [] {
        guard let raw = step.rawGradient, let factor = step.clipFactor else { continue }
        let norm = training.steps.first { $0.step == step.step }?.gradientNorm ?? 0
        let expected = limit > 0 ? min(1, limit / (norm + 1e-6)) : 1
        comparison.agree(factor, expected, share: 1e-6, "factor of step \(step.step)")
        comparison.agree(raw * factor, step.gradient, share: 1e-6, "\(step.parameter): clipped")
      }
    },
  ]
}
