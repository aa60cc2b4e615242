import Names
import Record

extension Truth {
  private static func trial(
    _ knob: TuningRecord.Change, _ rate: Double, _ validations: [Double], parameters: Int,
    width: Int = 64, failed: Int? = nil
  ) -> TuningRecord.Trial {
    TuningRecord.Trial(
      knob: knob, learningRate: rate, width: width, layerCount: 2, headCount: 4, batchSize: 8,
      dropout: 0, steps: 200, parameterCount: parameters, losses: [],
      validations: validations.enumerated().map {
        .init(step: ($0.offset + 1) * 100, loss: $0.element)
      },
      failedStep: failed)
  }

  private static func points(_ losses: [Double]) -> [TuningRecord.Point] {
    losses.enumerated().map { .init(step: ($0.offset + 1) * 10, loss: $0.element) }
  }

  /// A learning rate of 10 ends far above guessing.
  static let tuningRecord = TuningRecord(
    trials: [
      trial(.base, 0.004, [4, 3.125], parameters: 1_000),
      trial(.learningRate, 0.0002, [5, 4.25], parameters: 1_000),
      trial(.learningRate, 10, [60, 78], parameters: 1_000),
      trial(.learningRate, 30, [], parameters: 1_000, failed: 3),
      trial(.width, 0.004, [2.75, 3.5], parameters: 4_000, width: 128),
      trial(.together, 0.002, [3, 2.5], parameters: 5_000, width: 128),
    ], tokensPerTrial: 1_600, contextLength: 64, validationTokens: 700, uniformLoss: 6.25,
    findings: [
      .init(
        knob: .learningRate, bestValue: 0.004, bestLoss: 3.125, baseValue: 0.005, usedValue: 0.002,
        agreement: .different),
      .init(
        knob: .width, bestValue: 128, bestLoss: 2.75, baseValue: 64, usedValue: 96,
        agreement: .direction),
    ],
    overfitting: .init(
      healthy: .init(
        documents: 900, tokens: 30_000, epochs: 0.75, losses: points([6, 3.5, 2.5]),
        validations: points([6.5, 4, 3]), bestStep: 30),
      overfitted: .init(
        documents: 40, tokens: 900, epochs: 28.5, losses: points([5, 1.5, 0.5]),
        validations: points([5.5, 4.5, 5.25]), bestStep: 20, stopStep: 30), patience: 3))

  static let tuning = [
    Truth(
      figure: "sweep",
      table: [
        "base setting | – | 1,000 | 200 | 3.125 | 3.125 | ",
        "learning rate | 0.0002 | 1,000 | 200 | 4.250 | 4.250 | ",
        "learning rate | 10 | 1,000 | 200 | 60.000 | 78.000 | ✗ failed",
        "learning rate | 30 | 1,000 | 200 | – | – | ✗ no number after step 3",
        "width | 128 | 4,000 | 200 | 2.750 | 3.500 | ",
        "the best values together | – | 5,000 | 200 | 2.500 | 2.500 | best",
      ],
      drawn: [
        "learning rate — Only this knob is turned, 4 values. Lowest: learning rate 0.004 (base) with "
          + "3.125. — 4.250 − 3.125 = 1.125",
        "lowest validation loss (nats per token): 0…8", "learning rate 0.0002: 4.25 “4.250”",
        "learning rate 0.004 (base): 3.125 “3.125”", "learning rate 10: 78 “78.000 ✗ failed” cut",
        "learning rate 30: 0 “✗ no number after step 3” cut", "line guessing: 6.25 at 6.25",
        "width — Only this knob is turned, 2 values. Lowest: width 128 with 2.750. — "
          + "3.125 − 2.750 = 0.375",
        "lowest validation loss (nats per token): 0…8", "width 64 (base): 3.125 “3.125”",
        "width 128: 2.75 “2.750”", "line guessing: 6.25 at 6.25",
        "all knobs at once — Now several knobs are turned together. Lowest: the best values together "
          + "with 2.500. — 3.125 − 2.500 = 0.625",
        "lowest validation loss (nats per token): 0…8",
        "the best values together: 2.5 “2.500” noted(\"best\")", "line guessing: 6.25 at 6.25",
      ],
      drawnInJapanese: [
        "幅 — このつまみだけを回した、2通りの値です。いちばん低いのは「幅 128」の2.750です。 — 3.125 − 2.750 = 0.375"
      ],
      terminal: ["→ 78.000 ✗ failed", "→ beyond the edge", "2.500 ◀ best"],
      english: [
        "6 small models", "1,600 tokens", "the best values together, 2.500", "2 runs failed",
      ],
      japanese: ["6個", "1,600トークン", "「最良の値の組み合わせ」で", "2.500ナット", "2個は失敗"]),
    Truth(
      figure: "sweep-curves",
      table: [
        "50% | 5.000 | 4.000 | 60.000 | – | 3.000", "100% | 4.250 | 3.125 | 78.000 | – | 2.500",
      ],
      drawn: [
        "share of the run (%): 0…100 → validation loss (nats per token): 2…8",
        "learning rate 0.0002: 50,5 100,4.25", "learning rate 0.004 (base): 50,4 100,3.125",
        "learning rate 10: 50,60 100,78", "learning rate 30: ",
        "the best values together: 50,3 100,2.5", "line guessing: 6.25 at 6.25",
      ],
      terminal: ["learning rate 10 (↑ beyond the edge, up to 78.0)"],
      english: ["learning rate 0.0002, learning rate 0.004 (base), learning rate 10"],
      japanese: ["学習率 0.0002、学習率 0.004（基準）、学習率 10"]),
    Truth(
      figure: "sweep-table",
      table: [
        "learning rate | 0.005 | 0.004 | 3.125 | 0.002 | no, the small runs point elsewhere",
        "width | 64 | 128 | 2.750 | 96 | same direction, seen from the base",
      ],
      drawn: [
        "Knob | Base | Best value | Its loss | Used here | Do they agree?",
        "learning rate | 0.005 | 0.004 | 3.125 | 0.002 | no, the small runs point elsewhere wrong",
        "width | 64 | 128 | 2.750 | 96 | same direction, seen from the base right",
      ],
      terminal: ["✗   learning rate", "✓   width"], english: ["In 1 of 2"], japanese: ["2個のうち1個"]),
    Truth(
      figure: "overfitting",
      table: [
        "10 | 5.000 | 5.500 | 6.000 | 6.500", "20 | 1.500 | 4.500 | 3.500 | 4.000",
        "30 | 0.500 | 5.250 | 2.500 | 3.000",
      ],
      drawn: [
        "step 10 — At the first look the validation losses are 5.500 (few) and 6.500 (all). — 5.500 − 5.000 = 0.500",
        "training step: 0…30 → loss (nats per token): 0…8", "few documents: training: 10,5",
        "few documents: validation: 10,5.5", "all documents: training: 10,6",
        "all documents: validation: 10,6.5", "mark kept: step 20 at 20", "mark stop: 30 at 30",
        "pointed 10,5.5",
        "step 20 — With few documents validation loss is never lower than here, 4.500. — 4.500 − 1.500 = 3.000",
        "training step: 0…30 → loss (nats per token): 0…8", "few documents: training: 10,5 20,1.5",
        "few documents: validation: 10,5.5 20,4.5", "all documents: training: 10,6 20,3.5",
        "all documents: validation: 10,6.5 20,4", "mark kept: step 20 at 20", "mark stop: 30 at 30",
        "pointed 20,4.5",
        "step 30 — At the end the validation losses are 5.250 (few) and 3.000 (all). — 5.250 − 0.500 = 4.750",
        "training step: 0…30 → loss (nats per token): 0…8",
        "few documents: training: 10,5 20,1.5 30,0.5",
        "few documents: validation: 10,5.5 20,4.5 30,5.25",
        "all documents: training: 10,6 20,3.5 30,2.5",
        "all documents: validation: 10,6.5 20,4 30,3", "mark kept: step 20 at 20",
        "mark stop: 30 at 30",
        "pointed 30,5.25",
      ],
      drawnInJapanese: [
        "ステップ20 — 少しの文書での検証の損失は、ここがいちばん低く、4.500です。 — 4.500 − 1.500 = 3.000"
      ],
      terminal: [": kept: step 20", ": stop: 30"],
      english: [
        "40 of them 28.5 times", "training loss ends at 0.500, but", "at step 20 (4.500)",
        "ends at 5.250", "the other one has 3.000",
      ],
      japanese: ["40個の文書だけを28.5回", "0.500で終わるのに", "ステップ20の4.500", "5.250で終わり", "もう片方は3.000"]),
  ]
}
