import Names
import Record

extension Truth {
  static let evaluationRecord = EvaluationRecord(
    tokens: 900, bytes: 2_000, loss: 2.125, lossPerByte: 0.956, perplexity: 8.37, accuracy: 0.475,
    trainingLoss: 1.875, validationLoss: 2.25,
    baselines: [
      .init(order: 1, loss: 5, lossPerByte: 2.375), .init(order: 3, loss: 3, lossPerByte: 1.375),
    ], floorPerByte: 0.8125,
    questionScores: [
      .init(language: .english, phrasing: .seen, right: 7, asked: 8),
      .init(language: .english, phrasing: .heldOutPhrasing, right: 0, asked: 0),
      .init(language: .japanese, phrasing: .heldOutCombination, right: 3, asked: 12),
    ],
    calibration: CalibrationRecord(
      bins: [
        .init(lower: 0, upper: 0.5, count: 100, confidence: 0.3, accuracy: 0.25),
        .init(lower: 0.5, upper: 0.75, count: 0, confidence: 0, accuracy: 0),
        .init(lower: 0.75, upper: 1, count: 800, confidence: 0.9, accuracy: 0.875),
      ], expectedError: 0.028),
    divergence: DivergenceRecord(
      probes: 6, mean: 0.02, meanTotalVariation: 0.05, languages: [],
      shown: [
        .init(
          kind: .story, language: .english, before: "", prefix: "One",
          next: [
            .init(text: " sunny", truth: 0.625, model: 0.5),
            .init(text: " rainy", truth: 0.375, model: 0.4375),
          ], divergence: 0.011),
        .init(
          kind: .news, language: .japanese, before: "前", prefix: "ある",
          next: [.init(text: "朝", truth: 0.75, model: 0.6875)], divergence: 0.033),
      ]),
    questions: [
      .init(
        language: .english, phrasing: .seen, question: "Where?", expected: ["At home."],
        answer: "At sea.", isRight: false),
      .init(
        language: .english, phrasing: .seen, question: "Who?", expected: ["Mira.", "She."],
        answer: "Mira.", isRight: true),
      .init(
        language: .japanese, phrasing: .seen, question: "だれ？", expected: ["ミラです。"], answer: "港です。",
        isRight: false),
    ])

  private static let measures = [
    "loss on training documents | 1.875 | nats per token",
    "loss on validation documents | 2.250 | nats per token",
    "loss on test documents | 2.125 | nats per token",
    "loss on test documents, per byte | 0.956 | nats per byte", "perplexity | 8.37 | ",
    "first guess right | 47.5% | ", "1-gram model, per byte | 2.375 | nats per byte",
    "3-gram model, per byte | 1.375 | nats per byte",
    "entropy of the source: nobody can do better | 0.813 | nats per byte",
  ]

  static let evaluation = [
    Truth(
      figure: "evaluation-table", table: measures,
      drawn: ["Measure | Value | Unit"]
        + measures.enumerated().map { $0.offset == 2 ? $0.element + " notable" : $0.element },
      terminal: ["▶   loss on test documents ", "8.37"],
      english: ["On 900 tokens", "2.125 nats", "among 8.37 tokens", "right for 47.5%"],
      japanese: ["900トークン", "2.125ナット", "8.37個", "47.5%"]),
    Truth(
      figure: "question-scores",
      table: [
        "English | phrasing seen in training | 7 | 8 | 87.5%",
        "Japanese | fact never asked for in training | 3 | 12 | 25.0%",
      ],
      drawn: [
        "share of the questions (%): 0…100 | right=good | wrong=bad",
        "English: phrasing seen in training: 87.5 + 12.5 “87.5% (7/8)”",
        "Japanese: fact never asked for in training: 25 + 75 “25.0% (3/12)”",
      ],
      terminal: ["██ right   ▒▒ wrong", "25.0% (3/12)"], english: ["10 of 20", "(50.0%)"],
      japanese: ["20問のうち10問", "（50.0%）"]),
    Truth(
      figure: "right-and-wrong",
      table: ["Who? | Mira. | Mira. / She.", "Where? | At sea. | At home."],
      drawn: [
        "Question | Answer | Expected", "Who? | Mira. | Mira. / She. right",
        "Where? | At sea. | At home. wrong",
      ],
      drawnInJapanese: ["だれ？ | 港です。 | ミラです。 wrong"], terminal: ["✓   Who?", "✗   Where?"],
      english: ["1 right answer and 1 wrong one"], japanese: ["正解0例と不正解1例"]),
    Truth(
      figure: "calibrated-floor",
      table: [
        "1-gram counts | 2.375", "3-gram counts | 1.375", "the Transformer | 0.956",
        "entropy of the source | 0.813",
      ],
      drawn: [
        "loss (nats per byte of test text): 0…3", "1-gram counts: 2.375 “2.375”",
        "3-gram counts: 1.375 “1.375”", "the Transformer: 0.956 “0.956” noted(\"\")",
        "entropy of the source: 0.8125 “0.813”", "line entropy of the source: 0.813 at 0.8125",
      ],
      terminal: ["0.956 ◀", "entropy of the source: 0.813"],
      english: ["needs 0.956 nats", "only counts, needs 1.375", "holds 0.813"],
      japanese: ["0.956ナット", "1.375です", "0.813ナットの情報"]),
    Truth(
      figure: "true-and-learned",
      table: [
        "stories: after “One” |  sunny | 62.5% | 50.0%",
        "stories: after “One” |  rainy | 37.5% | 43.8%",
      ],
      drawn: [
        "probability: 0…1 | truth=series(0) | model=series(1)",
        "stories: after “One”: 0 + 0 “divergence 0.011 nats”", " sunny: 0.625 + 0 “62.5%”",
        ": 0 + 0.5 “50.0%”", " rainy: 0.375 + 0 “37.5%”", ": 0 + 0.4375 “43.8%”",
      ],
      drawnInJapanese: [
        "ニュース：「前 → ある」のあと: 0 + 0 “ずれ 0.033 ナット”", "朝: 0.75 + 0 “75.0%”",
        ": 0 + 0.6875 “68.8%”",
      ],
      terminal: ["██ truth   ▒▒ model", "divergence 0.011 nats"],
      english: ["6 places", "0.020 nats on average"], japanese: ["6か所", "0.020ナット"]),
    Truth(
      figure: "calibration",
      table: ["0%–50% | 100 | 30.0% | 25.0%", "75%–100% | 800 | 90.0% | 87.5%"],
      drawn: [
        "probability that the model gave its first guess: 0…1 → "
          + "share of these guesses that was right: 0…1",
        "this model: 0.3,0.25 0.9,0.875", "as often right as it says: 0,0 1,1",
      ],
      terminal: ["* this model   o as often right as it says"],
      english: ["Of the 800 surest", "90.0% on average, 87.5% were right", "lie 2.8%"],
      japanese: ["800個", "平均90.0%", "87.5%が当たり", "平均2.8%"]),
  ]
}
