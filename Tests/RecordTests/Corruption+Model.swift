import Names

@testable import Record

/// Faults in architecture, initial parameters and hyperparameters.
extension Corruption {
  static let model: [Corruption] = [
    Corruption("parameters-are-in-tensors") { $0[.architecture]?.tensors[3].count += 1 },
    Corruption("tensor-counts-are-products") { $0[.architecture]?.tensors[3].count += 1 },
    Corruption("tensors-have-gpt2-shapes") { $0[.architecture]?.tensors[4].shape.reverse() },
    Corruption("tensors-have-gpt2-shapes") { $0[.architecture]?.tensors.removeLast() },
    Corruption("parameters-follow-from-sizes") { $0[.architecture]?.layerCount = 3 },
    Corruption("tensors-belong-to-their-part") { $0[.architecture]?.tensors[4].part = .mlp },
    Corruption("tensors-belong-to-their-part") { $0[.architecture]?.tensors[4].layer = nil },
    Corruption("heads-share-the-width") { $0[.architecture]?.headCount = 3 },
    Corruption("model-knows-every-token") { $0[.architecture]?.vocabularySize -= 1 },
    Corruption("model-sees-a-whole-row") { $0[.architecture]?.contextLength *= 2 },
    Corruption("uniform-loss-is-a-logarithm") { $0[.initialization]?.uniformLoss = 8.64 },
    // The same loss in bits.
    Corruption("gains-and-biases-are-constants") { $0[.initialization]?.constants = 0 },
    Corruption("new-models-guess") { $0[.initialization]?.loss *= 1.442695 },
    Corruption("histograms-count-every-weight") {
      $0[.initialization]?.histograms[0].counts[9] += 1
    },
    Corruption("histograms-count-every-weight") {
      $0[.initialization]?.histograms[1].name = "wpe.weight"
    },
    Corruption("histograms-span-their-values") { $0[.initialization]?.histograms[0].maximum *= 2 },
    Corruption("histograms-span-their-values") { $0[.initialization]?.histograms[0].lower -= 0.01 },
    Corruption("histograms-know-mean-and-spread") { run in
      run[.initialization]?.histograms[0].counts.reverse()
      run[.initialization]?.histograms[0].mean = 0.004
    },
    Corruption("histograms-know-mean-and-spread") {
      $0[.initialization]?.histograms[0].deviation *= 1.3
    },
    Corruption("first-weights-spread-as-planned") {
      $0[.initialization]?.histograms[1].deviation = 0.02
    },
    Corruption("corners-are-from-their-matrix") { run in
      let learned = run.tensors["learned.wte.weight"]!
      run.tensors["initialization.wte.weight"] = RecordedTensor(
        shape: learned.shape, values: learned.values.map { $0 * 10 })
    },
    Corruption("choices-are-listed-once") { $0[.hyperparameters]?.entries.removeLast() },
    Corruption("choices-shape-the-model") { $0[.hyperparameters]?[chosen: .headCount] = "4" },
    Corruption("choices-shape-the-model") {
      $0[.hyperparameters]?[chosen: .vocabularySize] = "300"
    },
    Corruption("choices-shape-the-batch") { $0[.hyperparameters]?[chosen: .batchSize] = "16" },
    Corruption("choices-shape-the-batch") { $0[.training]?.tokensPerStep += 1 },
    Corruption("training-takes-the-chosen-steps") { $0[.training]?.steps.removeLast() },
    Corruption("strides-follow-their-plan") { $0[.hyperparameters]?[chosen: .warmupSteps] = "7" },
    Corruption("strides-follow-their-plan") { $0[.training]?.steps[50].learningRate *= 1.001 },
  ]

  /// Faults in the learning algorithm and on paper.
  static let learning: [Corruption] = [
    Corruption("gradients-are-slopes") {
      $0[.algorithm]?.gradientChecks[2].finiteDifference *= 1.01
    },
    Corruption("checked-weights-exist") { $0[.algorithm]?.gradientChecks[4].index = 32 },
    Corruption("checked-weights-exist") { $0[.algorithm]?.adamSteps[0].parameter = "h.9.mlp" },
    Corruption("moments-mix-old-and-new") { run in
      // The squares forgotten.
      guard let step = run[.algorithm]?.adamSteps[0] else { return }
      run[.algorithm]?.adamSteps[0].secondMoment =
        step.beta2 * step.secondMomentBefore + (1 - step.beta2) * step.gradient
    },
    Corruption("moments-are-corrected") { run in
      let moment = run[.algorithm]?.adamSteps[0].firstMoment ?? 0
      run[.algorithm]?.adamSteps[0].firstMomentCorrected = moment
    },
    Corruption("moments-are-corrected") { $0[.algorithm]?.adamSteps[1].step += 1 },
    Corruption("weights-take-their-step") { run in
      // Without its decay.
      guard let step = run[.algorithm]?.adamSteps[0] else { return }
      run[.algorithm]?.adamSteps[0].weightAfter +=
        step.learningRate * step.weightDecay * step.weightBefore
    },
    Corruption("only-matrices-decay") { $0[.algorithm]?.adamSteps[4].weightDecay = 0.1 },
    Corruption("the-step-uses-its-own-rate") { run in
      let next = run[.training]?.steps[6].learningRate ?? 0
      run[.algorithm]?.adamSteps[0].learningRate = next
    },
    Corruption("gradients-are-clipped") { $0[.algorithm]?.adamSteps[0].gradient = -1.5 },
    Corruption("loss-is-surprise") { $0[.algorithm]?.example.loss /= 0.693147 },
    Corruption("loss-is-surprise") { run in
      let before = run[.algorithm]?.exampleInOtherLanguage?.loss
      run[.algorithm]?.exampleInOtherLanguage?.lossAfter = before
    },
    Corruption("probabilities-follow-logits") {
      $0[.algorithm]?.example.candidates[1].probability *= 0.999
    },
    Corruption("probabilities-follow-logits") { $0[.algorithm]?.example.candidates.swapAt(0, 1) },
    Corruption("target-has-its-place") { $0[.algorithm]?.example.targetProbability = 0.5 },
    Corruption("target-has-its-place") { $0[.algorithm]?.example.candidatesAfter?.removeLast() },
    Corruption("a-batch-costs-its-mean-surprise") { $0[.algorithm]?.batch?.lossAfter *= 1.001 },
    Corruption("a-batch-costs-its-mean-surprise") {
      $0[.algorithm]?.batch?.texts[1].before.removeLast()
    },
    Corruption("the-watched-batch-was-learned-from") { $0[.algorithm]?.batch?.step += 1 },
    Corruption("the-watched-batch-was-learned-from") { run in
      // Another batch, its own mean being right.
      guard let texts = run[.algorithm]?.batch?.texts else { return }
      run[.algorithm]?.batch?.texts = Array(texts.dropLast())
      run[.algorithm]?.batch?.lossBefore *= 1.01
    },
    Corruption("the-example-surprised-most") { run in
      // What was most likely after the step instead.
      guard let example = run[.algorithm]?.example, let text = example.text,
        let place = example.place
      else { return }
      run[.algorithm]?.batch?.texts[text].before[place] = 0.9
    },
    Corruption("the-example-surprised-most") { $0[.algorithm]?.exampleInOtherLanguage = nil },
    Corruption("the-example-surprised-most") {
      $0[.algorithm]?.example.targetProbabilityAfter = 0.5
    },
    Corruption("gradient-and-step-are-of-one-weight") { $0[.algorithm]?.adamSteps.swapAt(0, 2) },
    Corruption("gradient-and-step-are-of-one-weight") { $0[.algorithm]?.adamSteps[0].index += 1 },
    Corruption("gradient-and-step-are-of-one-weight") { run in
      let after = run[.algorithm]?.adamSteps[3].weightAfter ?? 0
      run[.algorithm]?.gradientChecks[3].weight = after
    },
    Corruption("the-weight-is-of-the-missed-token") { run in
      let other = run[.algorithm]?.example.candidates[0].token.id ?? 0
      let width = run[.architecture]?.width ?? 1
      run[.algorithm]?.gradientChecks[0].index = Int(other) * width
    },
    Corruption("all-gradients-are-cut-alike") { $0[.algorithm]?.adamSteps[2].clipFactor = 0.5 },
    Corruption("all-gradients-are-cut-alike") { $0[.algorithm]?.adamSteps[2].rawGradient? *= 2 },
    Corruption("paper-lines-can-be-recalculated") {
      $0[.workedExample]?.sheets[2].groups[1].lines[3].result *= 1.001
    },
    Corruption("paper-lines-can-be-recalculated") {
      $0[.workedExample]?.sheets[0].groups[0].lines[0].calculation = "a + b"
    },
    Corruption("paper-loss-is-the-last-line") { $0[.workedExample]?.loss = 1.098 },
    Corruption("paper-probabilities-add-up") { $0[.workedExample]?.target = 0 },
    Corruption("paper-numbers-come-from-where-they-say") {
      // A number of the first weight's own slope.
      $0[.workedExample]?.sheets[4].groups[0].lines[2].result = -0.6633
    },
    Corruption("paper-numbers-come-from-where-they-say") {
      $0[.workedExample]?.weights[0].rows[1][0] = 0.006
    },
    Corruption("paper-numbers-lead-to-weights") {
      $0[.workedExample]?.sheets[0].groups[1].lines[2].calculation = "√(3.6e−05 + 2e−05)"
    },
    Corruption("paper-numbers-lead-to-weights") {
      $0[.workedExample]?.sheets[5].groups[0].lines[0].name = "∂X"
    },
    Corruption("paper-step-moves-every-weight") { $0[.workedExample]?.weights.removeLast() },
    Corruption("paper-step-lowers-the-loss") { run in
      guard let loss = run[.workedExample]?.exactLoss else { return }
      run[.workedExample]?.exactLossAfter = loss + 0.001
    },
  ]
}

extension HyperparameterRecord {
  fileprivate subscript(chosen name: Hyperparameter) -> String {
    get { entries.first { $0.name == name }?.value ?? "" }
    set {
      for index in entries.indices where entries[index].name == name {
        entries[index].value = newValue
      }
    }
  }
}
