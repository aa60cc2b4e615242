import Names
import Record

/// Records of L5b and L5d made by hand, for tests of everything that reads runs.
package enum TuningSample {
  package static let tuning = TuningRecord(
    trials: [
      trial(.base, loss: 3.1), trial(.learningRate, loss: 4.2, learningRate: 0.0002),
      trial(.learningRate, loss: 9.4, learningRate: 1),
      trial(.learningRate, loss: .infinity, learningRate: 30),
      trial(.width, loss: 3.6, width: 32), trial(.width, loss: 2.7, width: 128),
      trial(.layerCount, loss: 3.3, layerCount: 1), trial(.layerCount, loss: 2.9, layerCount: 4),
      trial(.headCount, loss: 3.2, headCount: 1), trial(.headCount, loss: 3.12, headCount: 8),
      trial(.batchSize, loss: 3.0, batchSize: 4), trial(.batchSize, loss: 3.5, batchSize: 32),
      trial(.dropout, loss: 3.4, dropout: 0.3),
      trial(.together, loss: 2.4, width: 128, layerCount: 4, batchSize: 4),
      trial(.used, loss: 2.5, learningRate: 0.002, width: 128, layerCount: 6, headCount: 8),
    ],
    tokensPerTrial: 153_600, contextLength: 64, validationTokens: 4096, uniformLoss: 6.24,
    findings: [
      finding(.learningRate, 0.004, 3.1, base: 0.004, used: 0.002, .different),
      finding(.width, 128, 2.7, base: 64, used: 128, .same),
      finding(.layerCount, 4, 2.9, base: 2, used: 6, .direction),
      finding(.headCount, 4, 3.1, base: 4, used: 8, .close),
      finding(.batchSize, 4, 3.0, base: 8, used: 8, .different),
      finding(.dropout, 0, 3.1, base: 0, used: 0, .same),
    ],
    overfitting: TuningRecord.Overfitting(
      healthy: TuningRecord.Course(
        documents: 900, tokens: 300_000, epochs: 0.9, losses: course(500) { 1.8 + 4 / (1 + $0) },
        validations: course(500) { 1.9 + 4.2 / (1 + $0) }, bestStep: 500, stopStep: nil),
      overfitted: TuningRecord.Course(
        documents: 40, tokens: 9000, epochs: 28.4, losses: course(500) { 0.1 + 6 / (1 + $0) },
        validations: course(500) { 3 + 3 / (1 + $0) + $0 * 0.12 }, bestStep: 125, stopStep: 200),
      patience: 3))

  private static func course(_ steps: Int, _ loss: (Double) -> Double) -> [TuningRecord.Point] {
    (1...20).map { .init(step: $0 * steps / 20, loss: loss(Double($0) - 1)) }
  }

  private static func trial(
    _ knob: TuningRecord.Change, loss: Double, learningRate: Double = 0.004, width: Int = 64,
    layerCount: Int = 2, batchSize: Int = 8, headCount: Int = 4, dropout: Double = 0
  ) -> TuningRecord.Trial {
    let steps = 2400 / batchSize
    let isLost = !loss.isFinite
    return TuningRecord.Trial(
      knob: knob, learningRate: learningRate, width: width, layerCount: layerCount,
      headCount: headCount, batchSize: batchSize, dropout: dropout, steps: isLost ? 3 : steps,
      parameterCount: 1000 * width + 12 * layerCount * width * width,
      losses: isLost
        ? [.init(step: 1, loss: 6.3)] : course(steps) { loss + (6.3 - loss) / (1 + $0) },
      validations: isLost
        ? [] : (1...6).map { .init(step: $0 * steps / 6, loss: loss + 1.2 - Double($0) * 0.2) },
      failedStep: isLost ? 3 : nil)
  }

  private static func finding(
    _ knob: SweepKnob, _ best: Double, _ loss: Double, base: Double, used: Double,
    _ agreement: TuningRecord.Agreement
  ) -> TuningRecord.Finding {
    TuningRecord.Finding(
      knob: knob, bestValue: best, bestLoss: loss, baseValue: base, usedValue: used,
      agreement: agreement)
  }

  package static let shrinking = ShrinkingRecord(
    variants: [
      variant(.full, loss: 1.05, bytes: 4_000_000, right: 40),
      variant(.pruned, 50, loss: 1.31, bytes: 2_525_000, right: 33),
      variant(.pruned, 90, loss: 4.9, bytes: 1_325_000, right: 0),
      variant(.quantized, bits: 8, loss: 1.051, bytes: 1_090_000, right: 40),
      variant(.quantized, bits: 4, loss: 1.22, bytes: 601_000, right: 35),
      variant(.cut, loss: 2.6, bytes: 960_000, right: 9, parameters: 240_000),
      variant(.distilled, loss: 1.4, bytes: 960_000, right: 20, parameters: 240_000),
      variant(.alone, loss: 1.5, bytes: 960_000, right: 17, parameters: 240_000),
    ],
    validationDocuments: 60, validationTokens: 9000,
    prompts: [
      prompt(.english, "Where does Mika work?", "At the bakery.", "At the harbour."),
      prompt(.english, "What does Jonas like?", "Fish soup.", "Soup soup soup"),
      prompt(.japanese, "ミカさんはどこで働いていますか。", "パン屋です。", "港です。"),
      prompt(.japanese, "ヨナスさんは何が好きですか。", "魚のスープです。", "でででで"),
    ],
    quantized: ShrinkingRecord.QuantizedColumn(
      parameter: "h.0.attn.c_attn.weight", column: 0, firstRow: 8,
      weights: [0.254, -0.0512, 0.1, 0, 0.019, -0.203, 0.07, 0.001], largest: 0.254,
      scale8: 0.002, scale4: 0.0362857, whole8: [127, -26, 50, 0, 10, -102, 35, 0],
      whole4: [7, -1, 3, 0, 1, -6, 2, 0]),
    pruned: [50, 90].map {
      ShrinkingRecord.PrunedMatrix(
        parameter: "h.0.attn.c_attn.weight", percent: $0, count: 12_288,
        zeroCount: 12_288 * $0 / 100, threshold: $0 == 50 ? 0.041 : 0.11)
    },
    distillation: ShrinkingRecord.Distillation(
      layerCount: 2, headCount: 4, width: 64, steps: 500, temperature: 2, share: 0.7,
      taught: [.init(step: 0, loss: 6)] + course(500) { 1.4 + 4 / (1 + $0) },
      alone: [.init(step: 0, loss: 6)] + course(500) { 1.5 + 4 / (1 + $0) }))

  private static func variant(
    _ kind: ShrinkingMethod, _ percent: Int? = nil, bits: Int = 32, loss: Double, bytes: Int,
    right: Int,
    parameters: Int = 1_000_000
  ) -> ShrinkingRecord.Variant {
    ShrinkingRecord.Variant(
      kind: kind, prunedPercent: percent, bits: bits, parameterCount: parameters,
      zeroCount: percent.map { 800_000 * $0 / 100 } ?? 0, byteCount: bytes, loss: loss,
      questions: [
        .init(language: .english, right: right / 2, asked: 20),
        .init(language: .japanese, right: right - right / 2, asked: 20),
      ], multiplications: parameters * 9 / 10, bytesPerToken: parameters * 9 / 10 * bits / 8)
  }

  private static func prompt(
    _ language: Language, _ question: String, _ right: String, _ wrong: String
  ) -> ShrinkingRecord.SamePrompt {
    ShrinkingRecord.SamePrompt(
      language: language, prompt: question, accepted: [right],
      answers: [right, right, wrong, right, right, wrong, wrong, wrong])
  }

  /// The corner of a matrix before and after pruning.
  package static func addTensors(to store: inout TensorStore) {
    let values = (0..<144).map { Float(($0 * 37) % 101 - 50) / 200 }
    for (name, threshold) in [("before", 0), ("pruned50", 0.12), ("pruned90", 0.23)] {
      store["shrinking.\(name)"] = RecordedTensor(
        shape: [12, 12], values: values.map { abs($0) < Float(threshold) ? 0 : $0 })
    }
  }
}
