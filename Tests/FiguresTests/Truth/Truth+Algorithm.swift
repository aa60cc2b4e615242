import Names
import Record
import SampleRuns

extension Truth {
  static let hyperparameterRecord = HyperparameterRecord(entries: [
    .init(name: .width, value: "64"), .init(name: .steps, value: "60"),
  ])

  private static let (inside, at, comma) = (
    SampleRun.piece(7, " in"), SampleRun.piece(8, " at"), SampleRun.piece(9, ",")
  )

  private static func candidate(
    _ token: TokenPiece, _ logit: Double, _ probability: Double
  ) -> CandidateRecord {
    CandidateRecord(
      token: token, logit: logit, probability: probability, adjusted: 0.9, isKept: true)
  }

  static let algorithmRecord = AlgorithmRecord(
    gradientChecks: [
      .init(
        parameter: "wte", index: 3, weight: 0.02, backpropagation: 0.5, finiteDifference: 0.4,
        step: 0.001),
      .init(
        parameter: "wpe", index: 4, weight: 0.03, backpropagation: 0.1, finiteDifference: 0.1,
        step: 0.002),
      .init(
        parameter: "ln_f", index: 5, weight: 1, backpropagation: 0.25, finiteDifference: 0.2,
        step: 0.003),
    ],
    adamSteps: [
      .init(
        parameter: "wte", index: 3, step: 6, weightBefore: 0.5, gradient: 0.25,
        firstMomentBefore: 0.11, secondMomentBefore: 0.12, firstMoment: 0.13, secondMoment: 0.14,
        firstMomentCorrected: 0.15, secondMomentCorrected: 0.16, learningRate: 0.017,
        weightDecay: 0.18, beta1: 0.75, beta2: 0.875, epsilon: 0.019, weightAfter: 0.375,
        rawGradient: 1.25, clipFactor: 0.2),
      .init(
        parameter: "wpe", index: 4, step: 6, weightBefore: 1.5, gradient: -2.25,
        firstMomentBefore: -1.11, secondMomentBefore: 1.12, firstMoment: 1.13, secondMoment: 1.14,
        firstMomentCorrected: 1.15, secondMomentCorrected: 1.16, learningRate: 1.017,
        weightDecay: 1.18, beta1: 0.5, beta2: 0.25, epsilon: 1.019, weightAfter: 1.375),
    ],
    example: .init(
      context: [SampleRun.piece(1, "Mira"), SampleRun.piece(2, " works")], target: at,
      candidates: [
        candidate(inside, 3.5, 0.5), candidate(at, 2.25, 0.25), candidate(comma, 1.125, 0.125),
      ], targetProbability: 0.25, loss: 1.386, language: .english, text: 0, place: 1,
      candidatesAfter: [0.4, 0.375, 0.0625], targetProbabilityAfter: 0.375, lossAfter: 0.981),
    exampleInOtherLanguage: .init(
      context: [SampleRun.piece(3, "ミラ"), SampleRun.piece(4, "は")], target: SampleRun.piece(5, "港"),
      candidates: [candidate(SampleRun.piece(6, "駅"), 4, 0.875)], targetProbability: 0.03125,
      loss: 3.466, language: .japanese, text: 1, place: 1, candidatesAfter: [0.8],
      targetProbabilityAfter: 0.0625, lossAfter: 2.773),
    batch: .init(
      step: 6,
      texts: [
        .init(
          language: .english,
          tokens: [SampleRun.piece(1, "Mira"), SampleRun.piece(2, " works"), at],
          before: [0.5, 0.25], after: [0.5, 0.375]),
        .init(
          language: .japanese,
          tokens: [SampleRun.piece(3, "ミラ"), SampleRun.piece(4, "は"), SampleRun.piece(5, "港")],
          before: [0.75, 0.03125], after: [0.7, 0.0625]),
      ], lossBefore: 1.625, lossAfter: 1.375))

  private static let adamRows = [
    "weight w | wte[3] | 0.5", "gradient before clipping | ∂loss/∂w | 1.25",
    "gradient g (clipped) | 1.25·0.2 | 0.25",
    "mean of gradients m | 0.75·m + (1 − 0.75)·g = 0.75·0.11 + 0.25·0.25 | 0.13",
    "mean of squares v | 0.875·v + (1 − 0.875)·g² = 0.875·0.12 + 0.125·0.25² | 0.14",
    "corrected m̂ | m / (1 − 0.75^6) | 0.15", "corrected v̂ | v / (1 − 0.875^6) | 0.16",
    "step Δ | −0.017·(m̂ / (√v̂ + 0.019) + 0.18·w) | −0.125", "new weight w′ | w + Δ | 0.375",
  ]

  private static let adamSentences = [
    "The weight as it is before the step.",
    "Backpropagation gives the slope of the loss at this weight.",
    "The gradients of all weights together were too long and are shortened by one factor.",
    "The running mean of the gradients smooths out what only one batch wants.",
    "The running mean of their squares says how large they usually are.",
    "Both means began at zero, so they are still too small: the mean is corrected.",
    "The mean of the squares is corrected in the same way.",
    "The one divided by the root of the other, times the learning rate, is the step; weight decay pulls "
      + "the weight towards zero.",
    "Weight and step together are the new weight.",
  ]

  /// What is not worked out yet has a formula without numbers, and no value.
  private static let adamAhead = [
    "weight w | wte[3] | …", "gradient before clipping | ∂loss/∂w | …",
    "gradient g (clipped) | … | …", "mean of gradients m | 0.75·m + (1 − 0.75)·g | …",
    "mean of squares v | 0.875·v + (1 − 0.875)·g² | …", "corrected m̂ | m / (1 − 0.75^6) | …",
    "corrected v̂ | v / (1 − 0.875^6) | …",
    "step Δ | −0.017·(m̂ / (√v̂ + 0.019) + 0.18·w) | …", "new weight w′ | w + Δ | …",
  ]

  private static let adamFrames = adamRows.indices.flatMap { place in
    let name = adamRows[place].prefix { $0 != "|" }.dropLast()
    let value = adamRows[place].split(separator: " ").last!
    return ["\(name) — \(adamSentences[place]) — \(value)", "Term | Formula | Value"]
      + adamRows[..<place] + [adamRows[place] + " notable"] + adamAhead[(place + 1)...]
  }

  static let algorithm = [
    Truth(
      figure: "hyperparameters",
      table: [
        "width | 64 | How many numbers describe each token inside the model.",
        "steps | 60 | How often the parameters are adjusted.",
      ],
      drawn: [
        "Name | Value | What it does",
        "width | 64 | How many numbers describe each token inside the model.",
        "steps | 60 | How often the parameters are adjusted.",
      ],
      drawnInJapanese: ["幅 | 64 | モデルの中でトークンひとつを何個の数で表すか。"],
      terminal: ["steps     60  How often the parameters are adjusted."],
      english: ["2 numbers"], japanese: ["2個の値"]),
    Truth(
      figure: "learning-rate",
      table: ["20 | 0.001", "40 | 0.004", "60 | 0.003", "80 | 0.002"],
      drawn: [
        "training step: 0…80 → learning rate: 0…0.004",
        "learning rate: 20,0.001 40,0.004 60,0.003 80,0.002",
      ],
      terminal: ["* learning rate"], english: ["rises to 0.004 at step 40", "to 0.002."],
      japanese: ["ステップ40で最大の0.004", "0.002まで"]),
    Truth(
      figure: "loss-example",
      table: ["␣in | 7 | 3.50 | 50.00%", "␣at | 8 | 2.25 | 25.00%", ", | 9 | 1.13 | 12.50%"],
      drawn: [
        "probability: 0…0.6", "␣in: 0.5 “50.0%”",
        "␣at: 0.25 “25.0%” noted(\"the true next token\")", ",: 0.125 “12.5%”",
      ],
      drawnInJapanese: ["駅: 0.875 “87.5%”", "港: 0.03125 “3.1%” noted(\"正解のトークン\")"],
      terminal: ["25.0% ◀ the true next token"],
      english: [
        "After “Mira␣works”", "with “␣at”", "−ln(0.2500) = 1.386",
        "one of 4 predictions in the batch of step 6",
      ],
      japanese: ["「ミラは」のあと", "「港」", "−ln(0.03125) = 3.466", "ステップ6のバッチにある4個"]),
    Truth(
      figure: "gradient-check",
      table: [
        "wte[3] | 0.02000 | 0.50000 | 0.40000 | 0.20", "ln_f[5] | 1.000 | 0.25000 | 0.20000 | 0.20",
      ],
      drawn: [
        "Weight | Value | Backpropagation | Finite difference | Relative difference",
        "wte[3] | 0.02000 | 0.50000 | 0.40000 | 0.20 notable",
        "ln_f[5] | 1.000 | 0.25000 | 0.20000 | 0.20",
      ],
      drawnInJapanese: ["wpe[4] | 0.03000 | 0.10000 | 0.10000 | 0 notable"],
      terminal: ["0.50000            0.40000"],
      english: ["2 weights", "difference is 0.20"], japanese: ["2個の重み", "最大でも0.20"]),
    Truth(
      figure: "adam-step", table: adamRows,
      drawn: adamFrames,
      terminal: ["▶   new weight w′", "0.375"],
      english: ["wte[3] at step 6 goes from 0.5 to 0.375"],
      japanese: ["重みwpe[4]は、ステップ6で1.5から1.375"]),
    Truth(
      figure: "after-the-step",
      table: ["␣in | 0.5000 | 0.4000", "␣at | 0.2500 | 0.3750", ", | 0.1250 | 0.06250"],
      drawn: [
        "probability: 0…0.6 | before the step=series(0) | after the step=series(1)",
        "␣in: 0.5 + 0 “50.00%”", ": 0 + 0.4 “40.00%”",
        "␣at: 0.25 + 0 “25.00% ◀ the true next token”", ": 0 + 0.375 “37.50%”",
        ",: 0.125 + 0 “12.50%”", ": 0 + 0.0625 “6.25%”",
      ],
      drawnInJapanese: [
        "駅: 0.875 + 0 “87.50%”", "港: 0.03125 + 0 “3.13% ◀ 正解のトークン”", ": 0 + 0.0625 “6.25%”",
      ],
      terminal: ["25.00% ◀ the true next token"],
      english: ["“␣at”", "from 0.2500 to 0.3750", "from 1.625 to 1.375 nats"],
      japanese: ["「港」", "0.03125から0.06250", "1.625ナットから1.375ナット"]),
  ]

  private static let sheetIDs = [
    "embedding", "attention", "mlp", "loss", "back-loss", "back-mlp", "back-attention",
    "back-embedding", "step",
  ]

  /// Each sheet has a line of its own, named after the sheet's place.
  static let workedExampleRecord = WorkedExampleRecord(
    names: ["a", "b"], inputs: [0, 1], target: 1, digits: 4, learningRate: 0.01, beta1: 0.9,
    beta2: 0.99, epsilon: 1e-8, weightDecay: 0.1,
    weights: [
      .init(sign: "E", tensor: "wte", rows: [[0.5, -0.25], [0.75, 1]]),
      .init(sign: "P", tensor: "wpe", rows: [[2, 3]]),
    ],
    sheets: sheetIDs.enumerated().map { index, id in
      .init(
        id: id,
        groups: [
          .init(
            id: "sum", formula: "x = E   y = P",
            lines: [
              .init(name: "x\(index)", calculation: "0.5 + \(index)", result: 0.5 + Double(index)),
              .init(name: "y\(index)", calculation: "2.3e−05 · 2", result: 0.000046),
            ])
        ])
    }, loss: 1, exactLoss: 1.1, exactLossAfter: 0.9)

  static let byHand =
    [
      Truth(
        figure: "by-hand-weights", table: ["E | 0.5 −0.25 ; 0.75 1 | wte", "P | 2 3 | wpe"],
        drawn: [
          "Sign | Weights | Name in a model file", "E | 0.5 −0.25 ; 0.75 1 | wte", "P | 2 3 | wpe",
        ],
        terminal: ["0.5 −0.25 ; 0.75 1"], english: ["All 6 weights"], japanese: ["6個の重み"]),
      Truth(
        figure: "number-on-paper", table: ["y8 | 4.600×10⁻⁵ | "],
        drawn: [
          "y8 — Each token has a row of E, each place a row of P, and the two are added. — "
            + "2.3×10⁻⁵ · 2 = 4.600×10⁻⁵", "Number | Value | Where it comes from",
          " | 2.3×10⁻⁵ | fixed beforehand", " | 2 | fixed beforehand", "result | 4.600×10⁻⁵ | ",
        ],
        terminal: ["2.3×10⁻⁵", "fixed beforehand"], english: ["1 calculation", "y8"],
        japanese: ["1個の計算", "y8"]),
    ]
    + sheetIDs.enumerated().map { index, id in
      Truth(
        figure: "by-hand-" + id,
        table: [
          "x\(index) | 0.5 + \(index) | \(Self.half(index))",
          "y\(index) | 2.3×10⁻⁵ · 2 | 4.600×10⁻⁵",
        ],
        drawn: [
          "Token plus place — Each token has a row of E, each place a row of P, and the two are added. — "
            + "2.3×10⁻⁵ · 2 = 4.600×10⁻⁵",
          ": x = E ; y = P", "x\(index) = 0.5 + \(index) = \(Self.half(index))",
          "y\(index) = 2.3×10⁻⁵ · 2 = 4.600×10⁻⁵",
        ],
        terminal: ["x\(index) = 0.5 + \(index)  ", "= \(Self.half(index))"],
        english: ["2 lines", "4 significant digits"], japanese: ["2行", "有効数字4桁"])
    }

  /// A whole number and a half, with all four digits.
  private static func half(_ index: Int) -> String {
    index == 0 ? "0.5000" : "\(index).500"
  }
}
