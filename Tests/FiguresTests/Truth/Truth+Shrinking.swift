import Names
import Record

extension Truth {
  private static func variant(
    _ kind: ShrinkingMethod, _ percent: Int? = nil, bits: Int = 32, bytes: Int, _ loss: Double,
    right: (Int, Int), _ products: Int, _ read: Int
  ) -> ShrinkingRecord.Variant {
    .init(
      kind: kind, prunedPercent: percent, bits: bits, parameterCount: 77, zeroCount: 66,
      byteCount: bytes, loss: loss,
      questions: [
        .init(language: .english, right: right.0, asked: 20),
        .init(language: .japanese, right: right.1, asked: 30),
      ], multiplications: products, bytesPerToken: read)
  }

  private static func prompt(
    _ language: Language, _ question: String, _ right: String, _ answers: [String]
  ) -> ShrinkingRecord.SamePrompt {
    .init(language: language, prompt: question, accepted: [right], answers: answers)
  }

  static let shrinkingRecord = ShrinkingRecord(
    variants: [
      variant(.full, bytes: 4_000, 1, right: (19, 28), 500, 5_100),
      variant(.pruned, 50, bytes: 2_500, 1.25, right: (15, 21), 400, 5_200),
      variant(.quantized, bits: 4, bytes: 600, 1.5, right: (17, 22), 300, 5_300),
      variant(.cut, bytes: 899, 1.875, right: (7, 6), 150, 5_350),
      variant(.distilled, bytes: 900, 1.75, right: (11, 12), 200, 5_400),
      variant(.alone, bytes: 901, 2, right: (9, 8), 100, 5_500),
    ], validationDocuments: 60, validationTokens: 7_000,
    prompts: [
      prompt(
        .english, "Where?", "At home.", ["At home.", "At sea.", "At home.", "At bay.", "", "No."]),
      prompt(.japanese, "どこ？", "家です。", ["家です。", "港です。", "家です。", "沖。", "海。", "。"]),
    ],
    quantized: .init(
      parameter: "wte", column: 2, firstRow: 8, weights: [0.25, -0.5, 0.125], largest: 0.5,
      scale8: 0.004, scale4: 0.0625, whole8: [62, -125, 31], whole4: [4, -8, 2]),
    pruned: [
      .init(parameter: "wpe", percent: 50, count: 4, zeroCount: 2, threshold: 0.25),
      .init(parameter: "wpe", percent: 75, count: 4, zeroCount: 3, threshold: 0.5),
    ],
    distillation: .init(
      layerCount: 1, headCount: 2, width: 32, steps: 10, temperature: 2, share: 0.5, taught: [],
      alone: []))

  static let shrinkingTensors: [(String, [Int], [Float])] = [
    ("shrinking.before", [2, 2], [0.1, -0.2, 0.4, -0.8]),
    ("shrinking.pruned50", [2, 2], [0, 0, 0.4, -0.8]),
    ("shrinking.pruned75", [2, 2], [0, 0, 0, -0.8]),
  ]

  private static let variants = [
    "as learned (32 bits) | 4.00 kB | 1.000 | 19/20 | 28/30 | 500 | 5.10 kB",
    "pruned 50% | 2.50 kB | 1.250 | 15/20 | 21/30 | 400 | 5.20 kB",
    "4 bits | 600 B | 1.500 | 17/20 | 22/30 | 300 | 5.30 kB",
    "first block alone | 899 B | 1.875 | 7/20 | 6/30 | 150 | 5.35 kB",
    "first block, with a teacher | 900 B | 1.750 | 11/20 | 12/30 | 200 | 5.40 kB",
    "first block, without a teacher | 901 B | 2.000 | 9/20 | 8/30 | 100 | 5.50 kB",
  ]

  private static let answers = [
    "Where? | right: At home.", "as learned (32 bits) | At home.", "pruned 50% | At sea.",
    "4 bits | At home.", "first block alone | At bay.", "first block, with a teacher | (nothing)",
  ]

  private static let wholes = [
    "8 | 0.25000 | 62 | 0.24800 | 4 | 0.25000", "9 | −0.50000 | −125 | −0.50000 | −8 | −0.50000",
    "10 | 0.12500 | 31 | 0.12400 | 2 | 0.12500",
  ]

  static let shrinking = [
    Truth(
      figure: "pruned-weights",
      table: [
        "as learned | 0 | 0.100  −0.200", "as learned | 1 | 0.400  −0.800", "50% pruned | 0 | 0  0",
        "50% pruned | 1 | 0.400  −0.800", "75% pruned | 0 | 0  0", "75% pruned | 1 | 0  −0.800",
      ],
      drawn: [
        "as learned — Every weight is as the training left it. — 0",
        "divergingLearned | ↓row →column | weight", ": 0.1 -0.2 / 0.4 -0.8",
        "50% pruned — Cells with a frame have gone to zero since the level before. — 0 + 2 = 2",
        "divergingLearned | ↓row →column | weight", ": – – / 0.4 -0.8 ▸0,0 ▸0,1",
        "75% pruned — Cells with a frame have gone to zero since the level before. — 2 + 1 = 3",
        "divergingLearned | ↓row →column | weight", ": – – / – -0.8 ▸1,0",
      ],
      terminal: ["╱ set to zero", "0.40  −0.80"], english: ["with 50% gone", "magnitude of 0.250"],
      japanese: ["50%を消すと、大きさ0.250以下"]),
    Truth(
      figure: "quantized-weights", table: wholes,
      drawn: [
        "Row | Weight | 8 bits | back | 4 bits | back", wholes[0], wholes[1] + " notable",
        wholes[2],
      ],
      terminal: ["▶     9  −0.50000    −125  −0.50000"],
      english: ["largest weight of this column is 0.50000", "0.0040000", "0.062500"],
      japanese: ["0.50000です", "0.0040000", "0.062500"]),
    Truth(
      figure: "shrinking-tradeoff", table: variants,
      drawn: [
        "size (kB): 0…4 → validation loss (nats per token): 1…2 logarithmic",
        "as learned (32 bits): 4,1", "pruned 50%: 4,1 2.5,1.25", "4 bits: 4,1 0.6,1.5",
        "first block alone: 0.899,1.875", "first block, with a teacher: 0.9,1.75",
        "first block, without a teacher: 0.901,2",
      ],
      terminal: ["* as learned (32 bits)   o pruned 50%   x 4 bits"],
      english: ["6 versions", "4 bits, 600 B"], japanese: ["6種類", "「4ビット」の600 B"]),
    Truth(
      figure: "shrinking-table", table: variants,
      drawn: ["Version | Size | Loss | English | Japanese | Products | Bytes read"]
        + [variants[0] + " notable"] + variants.dropFirst(),
      terminal: ["▶   as learned", "19/20"], english: ["60 validation documents (7,000 tokens)"],
      japanese: ["60個（7,000トークン）"]),
    Truth(
      figure: "same-prompts", table: answers,
      drawn: [
        "as learned (32 bits) — This version takes 4.00 kB, and its loss is 1.000 nats per token. — 1 / 1",
        "Prompt | Answer", "Where? | At home. right",
        "pruned 50% — This version takes 2.50 kB, and its loss is 1.250 nats per token. — 0 / 1",
        "Prompt | Answer", "Where? | At sea. wrong",
        "4 bits — This version takes 600 B, and its loss is 1.500 nats per token. — 1 / 1",
        "Prompt | Answer", "Where? | At home. right",
        "first block alone — This version takes 899 B, and its loss is 1.875 nats per token. — 0 / 1",
        "Prompt | Answer", "Where? | At bay. wrong",
        "first block, with a teacher — This version takes 900 B, and its loss is 1.750 nats per token. "
          + "— 0 / 1", "Prompt | Answer", "Where? | (nothing) wrong",
      ],
      drawnInJapanese: ["50%枝刈り — 大きさは2.50 kB、損失は1トークンあたり1.250ナットです。 — 0 / 1"],
      terminal: ["✓   Where?", "✗   Where?"], english: ["1 prompt", "5 versions"],
      japanese: ["1個の質問", "5種類"]),
  ]
}
