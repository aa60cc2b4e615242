import Names
import Testing

@testable import Record

@Suite struct TrainingEquationTests {
  @Test(arguments: BuiltRun.allCases)
  func allHoldInARealRun(_ built: BuiltRun) throws {
    let run = try built.get()
    for equation in Equation.training + Equation.usage {
      let comparison = equation.outcome(in: run)
      #expect(comparison.holds, "\(equation.name): \(comparison.violation ?? "")")
    }
  }

  @Test func eachHasACorruptionThatItFinds() {
    let names = (Equation.training + Equation.usage).map(\.name)
    #expect(Set(names).count == names.count)
    let found = Set(
      (Self.corruptions + UsageEquationTests.corruptions + AskingEquationTests.corruptions).map(
        \.equation))
    #expect(Set(names).subtracting(found) == [])
    #expect(found.subtracting(names) == [])
  }

  @Test(arguments: corruptions)
  func aCorruptedRunViolatesIt(_ corruption: Damage) throws {
    try demand(corruption)
  }

  static let corruptions: [Damage] =
    course + tuning + evaluation + Damage.twin + shrinking + file + Damage.lengths

  private static let course: [Damage] = [
    Damage("steps-are-numbered", .training) { $0.steps.remove(at: 3) },
    Damage("tokens-per-step", .training) { $0.tokensPerStep += 1 },
    Damage("training-ends-as-planned", .training) { $0.steps.removeLast() },
    Damage("rate-follows-schedule", .training) { $0.steps[2].learningRate *= 1.001 },
    Damage("rate-follows-schedule", .training) { $0.steps[30].learningRate *= 1.001 },
    Damage("validations-follow-steps", .training) { $0.validations.removeLast() },
    Damage("best-step-has-least-loss", .training) { $0.bestStep = 20 },
    Damage("best-step-has-least-loss", .training) { $0.bestStep = 1 },
    Damage("norms-have-all-parts", .training) { $0.steps[0].updateRatioByPart!.removeLast() },
    Damage("part-norms-make-gradient-norm", .training) { $0.steps[5].gradientNorm *= 0.999 },
    Damage("snapshots-are-in-order", .training) { $0.snapshots.swapAt(0, 1) },
    Damage("snapshots-are-in-order", .training) { $0.snapshots.removeLast() },
    Damage("snapshot-tensors-have-their-shapes", .training) {
      $0.embeddingWords = [.init(sort: "person", language: .english)]
    },
    Damage("snapshot-tensors-have-their-shapes") {
      $0.tensors["training.0.attention"] = nil
    },
    Damage("snapshot-tensors-have-their-shapes") {
      $0.tensors["training.60.embedding"]!.shape.reverse()
    },
    Damage("snapshot-tensors-have-their-shapes") {
      $0.tensors["training.0.attention.ja"] = $0.tensors["training.0.attention"]
    },
    Damage("snapshot-attention-looks-back", tensor: "training.60.attention.ja", at: 1) { _ in 0.01
    },
    Damage("snapshot-attention-looks-back", tensor: "training.60.attention", at: 0) {
      $0 - 0.01
    },
    Damage("snapshot-attention-looks-back", tensor: "training.60.attention", at: 1) { _ in 0.01
    },
    Damage(
      "first-snapshot-is-the-initial-model",
      tensor: "training.0.weights.h.0.attn.c_attn.weight", at: 7
    ) { $0 + 1e-6 },
    Damage(
      "best-snapshot-is-the-learned-model", tensor: "learned.h.1.mlp.c_fc.weight", at: 1
    ) { $0 + 1e-6 },
    Damage("predictions-are-softmax", .training) {
      $0.snapshots[1].predictions[0].candidates[1].probability *= 1.0001
    },
    Damage("predictions-are-softmax", .training) {
      $0.snapshots[1].predictions[0].candidates.swapAt(0, 4)
    },
    Damage("watched-tokens-stay-the-same", .training) {
      $0.snapshots[1].predictions[0].watched[0].token.id += 1
    },
    Damage("watched-tokens-stay-the-same", .training) {
      $0.snapshots[2].predictions[1].watched[0].probability += 0.5
    },
  ]

  private static let tuning: [Damage] = [
    Damage("trials-change-one-thing", .tuning) { $0.trials[1].batchSize += 1 },
    Damage("findings-are-the-least", .tuning) { $0.findings[0].bestLoss += 1e-4 },
    Damage("findings-are-the-least", .tuning) { $0.findings[0].bestValue = 10 },
    Damage("findings-are-the-least", .tuning) { record in
      // Value and loss of one trial, but of another than the best.
      for place in record.findings.indices {
        let finding = record.findings[place]
        let worse = record.trials.first {
          ($0.knob == .base || $0.knob.knob == finding.knob)
            && ($0.best?.loss ?? 0) > finding.bestLoss
        }
        guard let worse, let loss = worse.best?.loss else { continue }
        record.findings[place].bestValue = worse.value(of: finding.knob)
        record.findings[place].bestLoss = loss
        return
      }
    },
    Damage("findings-know-base-and-used", .tuning) { $0.findings[1].usedValue += 1 },
    Damage("findings-know-base-and-used", .tuning) { $0.findings[1].baseValue += 1 },
    Damage("agreement-follows-from-trials", .tuning) {
      $0.findings[0].agreement = $0.findings[0].agreement == .same ? .different : .same
    },
    Damage("together-has-the-best-values", .tuning) {
      $0.trials[$0.trials.count - 2].width += 1
    },
    Damage("used-trial-has-the-values-in-use", .tuning) {
      $0.trials[$0.trials.count - 1].headCount += 1
    },
    Damage("trials-change-one-thing", .tuning) { $0.trials.removeLast() },
    Damage("trial-parameters-follow-from-sizes", .tuning) { $0.trials[2].parameterCount += 1 },
    Damage("trials-read-alike", .tuning) { $0.trials[0].steps -= 1 },
    Damage("curves-go-forward", .tuning) { $0.trials[0].validations.swapAt(0, 1) },
    Damage("curves-go-forward", .tuning) { $0.overfitting.healthy.losses.removeLast(9) },
    Damage("uniform-loss-is-logarithm", .tuning) { $0.uniformLoss *= 1.0001 },
    Damage("healthy-run-reads-all", .tuning) { $0.overfitting.healthy.tokens -= 1 },
    Damage("epochs-are-tokens-read", .tuning) { $0.overfitting.overfitted.epochs += 0.1 },
    Damage("early-stopping-follows-from-curve", .tuning) {
      $0.overfitting.healthy.bestStep = $0.overfitting.healthy.validations[0].step
    },
    Damage("early-stopping-follows-from-curve", .tuning) {
      $0.overfitting.overfitted.bestStep += 1
    },
  ]

  private static let evaluation: [Damage] = [
    Damage("perplexity-is-power-of-loss", .evaluation) { $0.perplexity *= 1.0001 },
    Damage("test-tokens-are-of-the-test-part", .evaluation) { $0.tokens += 1 },
    Damage("test-tokens-are-of-the-test-part", .evaluation) { $0.bytes += 1 },
    Damage("loss-per-byte-is-the-same-surprise", .evaluation) { $0.lossPerByte *= 1.0001 },
    Damage("losses-are-of-whole-documents", .evaluation) { $0.parts[1].tokens += 1 },
    Damage("losses-are-of-whole-documents", .evaluation) { $0.parts[0].documents += 1 },
    Damage("losses-are-of-whole-documents", .evaluation) { $0.untrained.bytes -= 1 },
    Damage("losses-are-of-whole-documents", .evaluation) { $0.parts.removeFirst() },
    Damage("losses-share-a-measure", .evaluation) { $0.parts[0].loss *= 1.0001 },
    Damage("losses-share-a-measure", .evaluation) { $0.untrained.lossPerByte *= 1.0001 },
    Damage("one-model-has-one-loss", .evaluation) { record in
      record.parts[1].loss += 1e-4
      record.parts[1].lossPerByte =
        record.parts[1].loss * Double(record.parts[1].tokens)
        / Double(record.parts[1].bytes)
    },
    Damage("one-model-has-one-loss", .evaluation) { $0.parts[2].loss += 1e-9 },
    Damage("untrained-model-was-the-initial-one", .evaluation) { $0.untrained.loss += 0.2 },
    Damage("floor-is-surprise-over-bytes", .evaluation) { $0.floorPerByte! *= 2 },
    Damage("floor-is-surprise-over-bytes", .evaluation) { $0.floorShares.removeLast() },
    Damage("floor-is-that-of-the-source", .evaluation) { record in
      for index in record.floorShares.indices { record.floorShares[index].nats *= 2 }
    },
    Damage("counting-models-read-the-same-tokens") { run in
      let all = run[.dataset]!.parts.first { $0.name == .training }!.tokens
      run[.evaluation]!.countedTokens = all
    },
    Damage("counting-models-read-the-same-tokens", .evaluation) { $0.countedTokens = 0 },
    Damage("counting-models-read-the-same-tokens", .evaluation) {
      $0.baselines[2].lossPerByte *= 1.0001
    },
    Damage("right-guesses-are-whole-tokens", .evaluation) { $0.accuracy += 1e-5 },
    Damage("scores-are-of-asked-questions", .evaluation) {
      $0.questionScores[0].right = $0.questionScores[0].asked + 1
    },
    Damage("scores-are-of-asked-questions", .evaluation) {
      $0.questionScores[1].asked = 1_000_000
    },
    Damage("shown-answers-fit-scores", .evaluation) {
      $0.questionScores[0].right = $0.questionScores[0].asked
    },
    Damage("shown-questions-are-of-the-truth", .evaluation) {
      $0.questions[0].expected = ["nobody"]
    },
    Damage("answers-are-right-when-expected", .evaluation) { $0.questions[0].isRight.toggle() },
    Damage("divergence-is-recomputed", .evaluation) {
      $0.divergence!.shown[0].divergence += 1e-6
    },
    Damage("shown-probes-are-of-the-truth", .evaluation) {
      $0.divergence!.shown[0].next[0].truth += 1e-6
    },
    Damage("shown-probes-are-of-the-truth", .evaluation) {
      $0.divergence!.shown[0].next.swapAt(0, 1)
      $0.divergence!.shown[0].next[0].text += "!"
    },
    Damage("divergence-is-a-mean-over-languages", .evaluation) { $0.divergence!.mean += 1e-6 },
    Damage("divergence-is-a-mean-over-languages", .evaluation) { $0.divergence!.probes += 1 },
    Damage("calibration-counts-every-token", .evaluation) { $0.calibration.bins[1].count += 1 },
    Damage("calibration-bins-fit", .evaluation) { $0.calibration.bins[1].lower += 0.01 },
    Damage("calibration-bins-fit", .evaluation) { record in
      let place = record.calibration.bins.firstIndex { $0.count > 0 }!
      record.calibration.bins[place].confidence += 0.2
    },
    Damage("calibration-gives-accuracy", .evaluation) { record in
      let place = record.calibration.bins.firstIndex { $0.count > 0 && $0.accuracy > 0 }!
      record.calibration.bins[place].accuracy *= 0.999
    },
    Damage("calibration-error-is-recomputed", .evaluation) {
      $0.calibration.expectedError += 1e-6
    },
  ]

  private static let shrinking: [Damage] = [
    Damage("full-model-comes-first", .shrinking) { $0.variants.swapAt(0, 1) },
    Damage("smaller-models-have-their-sizes", .shrinking) {
      $0.variants[$0.variants.count - 1].parameterCount += 1
    },
    Damage("multiplications-follow-from-sizes", .shrinking) {
      $0.variants[1].multiplications += 1
    },
    Damage("bytes-read-for-a-token", .shrinking) { $0.variants[3].bytesPerToken += 1 },
    Damage("bytes-read-for-a-token", .shrinking) { $0.variants[0].bytesPerToken /= 4 },
    Damage("pruned-models-have-their-zeros", .shrinking) { $0.variants[1].zeroCount /= 2 },
    Damage("pruned-models-have-their-zeros", .shrinking) { $0.pruned[0].zeroCount += 1 },
    Damage("pruned-files-leave-zeros-out", .shrinking) { $0.variants[2].byteCount += 4 },
    Damage("quantized-files-have-their-bytes", .shrinking) { $0.variants[4].byteCount += 4 },
    Damage("other-files-have-four-bytes-a-weight", .shrinking) {
      $0.variants[$0.variants.count - 1].byteCount += 4
    },
    Damage("all-models-get-the-same-exam", .shrinking) {
      $0.variants[2].questions[0].right = $0.variants[2].questions[0].asked + 1
    },
    Damage("all-models-get-the-same-exam", .shrinking) { $0.prompts[0].answers.removeLast() },
    Damage("shrinking-is-judged-by-validation", .shrinking) {
      $0.validationTokens += 1
    },
    Damage("same-prompts-have-true-answers", .shrinking) {
      $0.prompts[0].accepted = ["nobody"]
    },
    Damage("pupils-learn-to-their-last-step", .shrinking) { $0.distillation.steps += 1 },
    Damage("pupils-learn-to-their-last-step", .shrinking) {
      $0.distillation.alone.removeFirst()
    },
    Damage("pupils-begin-as-the-first-blocks", .shrinking) {
      $0.distillation.alone[0].loss += 1e-4
    },
    Damage("pupils-begin-as-the-first-blocks", .shrinking) { $0.distillation.headCount += 1 },
    Damage("scales-are-shares-of-the-largest", .shrinking) {
      $0.quantized.scale8 = $0.quantized.largest / 128
    },
    Damage("scales-are-shares-of-the-largest", .shrinking) { $0.quantized.largest *= 1.01 },
    Damage("whole-numbers-stand-for-weights", .shrinking) { $0.quantized.whole8[2] += 1 },
    Damage("whole-numbers-stand-for-weights", .shrinking) { $0.quantized.whole4[2] += 1 },
    Damage("quantized-weights-are-learned-ones", .shrinking) {
      $0.quantized.firstRow = $0.quantized.firstRow == 0 ? 8 : 0
    },
    Damage("pruning-begins-with-learned-weights", tensor: "shrinking.before", at: 3) {
      $0 + 1e-6
    },
    Damage("pruning-takes-small-weights") { run in
      let values = run.tensors["shrinking.pruned50"]!.values
      run.tensors["shrinking.pruned50"]!.values[values.firstIndex { $0 != 0 }!] += 1e-6
    },
    Damage("pruning-takes-small-weights") { run in
      let values = run.tensors["shrinking.pruned90"]!.values
      run.tensors["shrinking.pruned90"]!.values[values.firstIndex { $0 == 0 }!] = 1e-6
    },
    Damage("more-pruning-has-a-higher-threshold", .shrinking) {
      ($0.pruned[0].threshold, $0.pruned[1].threshold) =
        ($0.pruned[1].threshold, $0.pruned[0].threshold)
    },
  ]

  private static let file: [Damage] = [
    Damage("file-ends-with-its-last-tensor", .modelFile) { $0.byteCount += 8 },
    Damage("header-length-stands-first", .modelFile) { $0.firstBytes.swapAt(0, 7) },
    Damage("header-follows-its-length", .modelFile) { $0.firstBytes[9] ^= 1 },
    Damage("tensors-lie-side-by-side", .modelFile) { $0.tensors[1].start += 4 },
    Damage("tensors-have-their-bytes", .modelFile) { $0.tensors[1].end += 4 },
    Damage("file-holds-the-model", .modelFile) { $0.tensors[0].shape.append(1) },
    Damage("file-holds-the-model", .modelFile) { $0.tensors[0].name += "s" },
    Damage("learned-histograms-count-every-weight", .modelFile) {
      $0.histograms[0].counts[20] += 1
    },
    Damage("learned-histograms-count-every-weight", .modelFile) {
      $0.histograms[0].binWidth *= 1.1
    },
    Damage("largest-difference-bounds-all", .inference) {
      $0.comparisons[0].inference += 2 * $0.largestDifference + 1e-6
    },
    Damage("compared-tokens-are-the-likeliest", .inference) { $0.comparisons.swapAt(0, 7) },
    Damage("cache-holds-keys-and-values", .inference) { $0.cacheBytesPerPosition /= 2 },
    Damage("compared-tokens-spell-the-prompt", .inference) { $0.tokens.removeLast() },
    Damage("largest-difference-bounds-all", .inference) {
      $0.elsewhere![0].comparisons[0].inference += 2 * $0.largestDifference + 1e-6
    },
    Damage("compared-tokens-are-the-likeliest", .inference) {
      $0.elsewhere![0].comparisons.swapAt(0, 7)
    },
    Damage("cache-holds-keys-and-values", .inference) {
      $0.elsewhere![0].cacheBytesPerPosition /= 2
    },
    Damage("compared-tokens-spell-the-prompt", .inference) {
      $0.elsewhere![0].tokens.removeLast()
    },
  ]
}

/// The good run fulfils the equation, the corrupted one does not.
func demand(_ corruption: Damage) throws {
  let equation = try #require(
    (Equation.training + Equation.usage).first { $0.name == corruption.equation })
  var run = try corruption.run.get()
  let good = equation.outcome(in: run)
  #expect(good.count > 0, "\(equation.name) compares nothing")
  #expect(good.holds, "\(equation.name): \(good.violation ?? "")")
  corruption.change(&run)
  let bad = equation.outcome(in: run)
  #expect(!bad.holds, "\(equation.name) does not see it: \(bad.example ?? "")")
}
