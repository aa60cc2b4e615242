import Names
import Record
import SampleRuns

extension Truth {
  private static let (at, of) = (SampleRun.piece(8, " at"), SampleRun.piece(9, " of"))
  private static let (wa, ga) = (SampleRun.piece(18, "は"), SampleRun.piece(19, "が"))

  private static func candidate(_ token: TokenPiece, _ probability: Double) -> CandidateRecord {
    CandidateRecord(
      token: token, logit: 7, probability: probability, adjusted: 0.9, isKept: true)
  }

  private static func snapshot(
    _ step: Int, _ en: String, _ ja: String, _ at: Double, _ of: Double, _ wa: Double
  ) -> TrainingRecord.Snapshot {
    let best = [candidate(Self.at, at), candidate(Self.of, of)]
    return .init(
      step: step,
      samples: [
        WrittenSample(
          language: .english, kind: .question, prompt: "Who is it?", text: "Mira" + en),
        WrittenSample(language: .japanese, prompt: "ミラ", text: "ミラ" + ja),
      ],
      predictions: [
        .init(
          language: .english, kind: .question, prompt: "Where is Mira?", answer: "Mira works",
          isKnown: true, candidates: at > of ? best : best.reversed()),
        .init(
          language: .japanese, prompt: "ミラ",
          candidates: [candidate(Self.wa, wa), candidate(ga, 0.0625)]),
      ])
  }

  static let trainingRecord = TrainingRecord(
    steps: [
      .init(
        step: 20, loss: 6, learningRate: 0.001, gradientNorm: 2,
        gradientNormByPart: [0.4, 0.5, 0.6],
        weightNormByPart: [4, 5, 2], updateRatioByPart: [0.02, 0.03, 0.01]),
      .init(
        step: 40, loss: 5.5, learningRate: 0.004, gradientNorm: 3,
        gradientNormByPart: [0.7, 0.8, 0.9], weightNormByPart: [4.25, 5.5, 2.5],
        updateRatioByPart: [0.04, 0.06, 0.05]),
      .init(step: 60, loss: 4.5, learningRate: 0.003, gradientNorm: 1.5),
      .init(
        step: 80, loss: 3.75, learningRate: 0.002, gradientNorm: 1,
        gradientNormByPart: [0.1, 0.2, 0.3], weightNormByPart: [4.5, 6, 3],
        updateRatioByPart: [0.07, 0.09, 0.08]),
    ],
    validations: [
      .init(step: 40, loss: 5.25), .init(step: 60, loss: 4.75), .init(step: 80, loss: 5),
    ],
    snapshots: [
      snapshot(0, " zz", "ぬ", 0.125, 0.25, 0.03), snapshot(80, " works.", "です", 0.75, 0.1, 0.5),
    ], tokensPerStep: 11, stoppedEarly: true, bestStep: 60, attentionTokens: [at, of],
    embeddingTokens: [at, wa])

  /// Six heads of two positions; of them the sixth (layer 1, head 2) changes most. Its weights above the
  /// diagonal are zero, but for one that was recorded as 0.125 and must be seen.
  static let trainingTensors: [(String, [Int], [Float])] = [
    (
      "training.0.attention", [6, 2, 2],
      [Float](repeating: 0.5, count: 20) + [1, 0, 0.5, 0.5]
    ),
    (
      "training.80.attention", [6, 2, 2],
      [Float](repeating: 0.5, count: 20) + [0.875, 0.125, 0.25, 0.75]
    ),
    ("training.0.embedding", [2, 2], [0.125, -0.25, 0.375, 0.5]),
    ("training.80.embedding", [2, 2], [1.5, 1.625, -1.75, 1.875]),
    ("training.0.weights.wte", [2, 2], [0.01, -0.02, 0.03, 0.04]),
    ("training.80.weights.wte", [2, 2], [0.5, 0.6, -0.7, 0.8]),
  ]

  static let training = [
    Truth(
      figure: "loss-curve",
      table: ["20 | 6.000 | –", "40 | 5.500 | 5.250", "60 | 4.500 | 4.750", "80 | 3.750 | 5.000"],
      drawn: [
        "step 20 — It begins at 6.000 nats per token. — e^(−6.000) ≈ 0.00248",
        "training step: 0…80 → loss (nats per token): 0…6", "loss of each step's batch: 20,6",
        "loss on a few validation batches (averaged weights): ",
        "line pure guessing: 2.40 at 2.398", "pointed 20,6",
        "step 40 — Since the frame before, the loss of a batch fell from 6.000 to 5.500. — "
          + "e^(−5.500) ≈ 0.00409",
        "training step: 0…80 → loss (nats per token): 0…6",
        "loss of each step's batch: 20,6 40,5.5",
        "loss on a few validation batches (averaged weights): 40,5.25",
        "line pure guessing: 2.40 at 2.398", "pointed 40,5.5",
        "step 80 — Since the frame before, the loss of a batch fell from 5.500 to 3.750. — "
          + "e^(−3.750) ≈ 0.0235",
        "training step: 0…80 → loss (nats per token): 0…6",
        "loss of each step's batch: 20,6 40,5.5 60,4.5 80,3.75",
        "loss on a few validation batches (averaged weights): 40,5.25 60,4.75 80,5",
        "line pure guessing: 2.40 at 2.398", "pointed 80,3.75",
      ],
      drawnInJapanese: [
        "ステップ40 — 前のこまからここまでに、バッチの損失は6.000から5.500まで下がりました。 — e^(−5.500) ≈ 0.00409"
      ],
      terminal: [
        "* loss of each step's batch", "o loss on a few validation batches (averaged weights)",
        "- pure guessing: 2.40",
      ],
      english: ["Over 4 steps", "from 6.00 to 3.75"], japanese: ["4ステップ", "6.00ナットから3.75ナット"]),
    Truth(
      figure: "gradient-norm",
      table: [
        "20 | 2.00 | 0.400 | 0.500 | 0.600", "40 | 3.00 | 0.700 | 0.800 | 0.900",
        "80 | 1.00 | 0.100 | 0.200 | 0.300",
      ],
      drawn: [
        "training step: 0…80 → gradient norm: 0.1…3 logarithmic",
        "all parameters: 20,2 40,3 60,1.5 80,1", "embeddings: 20,0.4 40,0.7 80,0.1",
        "block 0: 20,0.5 40,0.8 80,0.2", "last normalization: 20,0.6 40,0.9 80,0.3",
      ],
      terminal: ["* all parameters   o embeddings   x block 0   + last normalization"],
      english: ["at step 40: 3.00", "the end 1.00"], japanese: ["ステップ40の3.00", "最後は1.00"]),
    Truth(
      figure: "validation-curve",
      table: ["20 | 6.000 | –", "40 | 5.500 | 5.250", "60 | 4.500 | 4.750", "80 | 3.750 | 5.000"],
      drawn: [
        "step 40 — The first look at the validation part: 5.250 nats per token. — "
          + "5.250 − 5.500 = −0.250",
        "training step: 0…80 → loss (nats per token): 3…6 logarithmic",
        "training (mean around each point): 40,5.5",
        "loss on a few validation batches (averaged weights): 40,5.25", "pointed 40,5.25",
        "step 60 — Lower than here it never is: at 4.750 the parameters are kept. — "
          + "4.750 − 4.500 = 0.250",
        "training step: 0…80 → loss (nats per token): 3…6 logarithmic",
        "training (mean around each point): 40,5.5 60,4.5",
        "loss on a few validation batches (averaged weights): 40,5.25 60,4.75",
        "mark kept: step 60 at 60", "pointed 60,4.75",
        "step 80 — At 5.000 the validation loss is not the lowest any more. — "
          + "5.000 − 3.750 = 1.250",
        "training step: 0…80 → loss (nats per token): 3…6 logarithmic",
        "training (mean around each point): 40,5.5 60,4.5 80,3.75",
        "loss on a few validation batches (averaged weights): 40,5.25 60,4.75 80,5",
        "mark kept: step 60 at 60", "pointed 80,5",
      ],
      terminal: [": kept: step 60"],
      english: ["at step 60: 4.750", "(training then: 4.500)", "stopped"],
      japanese: ["ステップ60で", "4.750ナット", "4.500", "打ち切り"]),
    Truth(
      figure: "attention-over-time",
      table: [
        "0 | ␣at | ␣at | 1.000", "0 | ␣of | ␣at | 0.500", "80 | ␣at | ␣at | 0.875",
        "80 | ␣of | ␣of | 0.750",
      ],
      drawn: [
        "step 0 — This is how it begins; the greatest weight behind the first row has a frame. — "
          + "0.500",
        "sequential | ↓looking from (query) →looking at (key) | "
          + "attention weight (each row adds up to 1) | ␣at,␣of",
        ": 1 – / 0.5 0.5 ▸1,0",
        "step 80 — The weight that changed most since the frame before has a frame around it. — "
          + "0.500 → 0.250",
        "sequential | ↓looking from (query) →looking at (key) | "
          + "attention weight (each row adds up to 1) | ␣at,␣of",
        ": 0.875 0.125 / 0.25 0.75 ▸1,0",
      ],
      terminal: ["1.00", "0.12", "╱"], english: ["Layer 1, head 2", "“␣at␣of”", "2 moments"],
      japanese: ["ブロック1・ヘッド2", "「␣at␣of」", "2時点"]),
    Truth(
      figure: "embedding-over-time",
      table: ["␣at | 0.125 | −0.250 | 1.500 | 1.625", "は | 0.375 | 0.500 | −1.750 | 1.875"],
      drawn: [
        "step 0 — This is how it begins. — (0.125, −0.250)", "first direction → second direction",
        " at at 0.125, -0.25", "は at 0.375, 0.5",
        "step 80 — The token that moved farthest since the frame before has a ring. — "
          + "(0.375, 0.500) → (−1.750, 1.875)", "first direction → second direction",
        " at at 1.5, 1.625", "は at -1.75, 1.875 pointed",
      ],
      terminal: ["step 0", "␣at"], english: ["2 tokens", "from step 0 to step 80"],
      japanese: ["2個のトークン", "ステップ0からステップ80"]),
    Truth(
      figure: "text-over-time",
      table: ["0 | Who is it? | Mira zz", "80 | Who is it? | Mira works."],
      drawn: [
        "step 0 — This is how it begins. — 7",
        "given=given | written=written by the model | inserted=not in the frame before",
        ": <given>Who is it?\n<written>Mira zz",
        "step 80 — Underlined words were not there in the frame before. — 11",
        "given=given | written=written by the model | inserted=not in the frame before",
        ": <given>Who is it?\n<written>Mira <inserted>works.",
      ],
      drawnInJapanese: ["ステップ80 — 下線は、前のこまにはなかった言葉です。 — 2"],
      terminal: ["│ Who is it?", "│ »Mira zz«"],
      english: ["answered to “Who is it?”", "2 moments"], japanese: ["「ミラ」の続き", "2時点"]),
    Truth(
      figure: "prediction-over-time", table: ["0 | 12.50% | 25.00%", "80 | 75.00% | 10.00%"],
      drawn: [
        "step 0 — The favorite is “␣of” with 25.00%. — −ln(0.1250) = 2.079", "probability: 0…1",
        "␣at: 0.125 “12.50%” noted(\"the right token\")", "␣of: 0.25 “25.00%”",
        "all the others: 0.625 “62.50%”",
        "step 80 — The favorite is “␣at” with 75.00%, the right one. — −ln(0.7500) = 0.2877",
        "probability: 0…1", "␣at: 0.75 “75.00%” noted(\"the right token\")", "␣of: 0.1 “10.00%”",
        "all the others: 0.15000000000000002 “15.00%”",
      ],
      drawnInJapanese: [
        "ステップ80 — いちばん確率が高いのは「は」の50.00%です。 — −ln(0.5000) = 0.6931", "は: 0.5 “50.00%”",
      ], terminal: ["75.00% ◀ the right token"],
      english: [
        "After “Where is Mira?” and the beginning of the answer, “Mira works”",
        "the right token “␣at” rises from 12.50% to 75.00%",
      ],
      japanese: ["「ミラ」のあと", "、トークン「は」の確率が3.00%から50.00%に上がりました"]),
  ]

  static let growth = [
    Truth(
      figure: "weight-norms",
      table: ["20 | 4.00 | 5.00 | 2.00", "40 | 4.25 | 5.50 | 2.50", "80 | 4.50 | 6.00 | 3.00"],
      drawn: [
        "training step: 0…80 → norm of the weights: 2…6 logarithmic",
        "embeddings: 20,4 40,4.25 80,4.5", "block 0: 20,5 40,5.5 80,6",
        "last normalization: 20,2 40,2.5 80,3",
      ],
      terminal: ["* embeddings   o block 0   x last normalization"],
      english: ["block 0: 5.00", "6.00 after step 80"],
      japanese: ["ブロック0は", "5.00", "ステップ80のあとで6.00"]),
    Truth(
      figure: "update-ratio",
      table: [
        "20 | 0.0200 | 0.0300 | 0.0100", "40 | 0.0400 | 0.0600 | 0.0500",
        "80 | 0.0700 | 0.0900 | 0.0800",
      ],
      drawn: [
        "training step: 0…80 → norm of the step / norm of the weights: 0.001…0.09 logarithmic",
        "embeddings: 20,0.02 40,0.04 80,0.07", "block 0: 20,0.03 40,0.06 80,0.09",
        "last normalization: 20,0.01 40,0.05 80,0.08", "line a thousandth at 0.001",
      ],
      terminal: ["- a thousandth"],
      english: ["block 0", "0.0600", "6.00%"], japanese: ["ブロック0は", "0.0600", "6.00%"]),
    Truth(
      figure: "weights-over-time",
      table: [
        "0 | 0 | 0.010  −0.020", "0 | 1 | 0.030  0.040", "80 | 0 | 0.500  0.600",
        "80 | 1 | −0.700  0.800",
      ],
      drawn: [
        "step 0 — This is how it begins; the largest weight has a frame. — 0.040",
        "divergingLearned | ↓row →column | weight", ": 0.01 -0.02 / 0.03 0.04 ▸1,1",
        "step 80 — The weight that changed most since the frame before has a frame around it. — "
          + "0.040 → 0.800",
        "divergingLearned | ↓row →column | weight", ": 0.5 0.6 / -0.7 0.8 ▸1,1",
      ],
      terminal: ["−0.70▸  0.80", "▸ what changed most"],
      english: ["first 2 rows", "wte", "0.0400 away", "0.800 at last"],
      japanese: ["wteの最初の2行", "はじめは0.0400、最後は0.800"]),
  ]
}
