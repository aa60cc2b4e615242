import Names
import Record

extension Truth {
  static let evaluationRecord = EvaluationRecord(
    tokens: 900, bytes: 2_000, loss: 2.125, lossPerByte: 0.956, perplexity: 8.37, accuracy: 0.475,
    parts: [
      .init(
        part: .training, documents: 30, tokens: 800, bytes: 2_000, loss: 1.875, lossPerByte: 0.75),
      .init(
        part: .validation, documents: 30, tokens: 800, bytes: 2_000, loss: 2.25, lossPerByte: 0.9),
      .init(
        part: .test, documents: 32, tokens: 900, bytes: 2_000, loss: 2.125, lossPerByte: 0.956),
    ],
    untrained: .init(
      part: .test, documents: 32, tokens: 900, bytes: 2_000, loss: 6.25, lossPerByte: 2.8125),
    baselines: [
      .init(order: 1, loss: 5, lossPerByte: 2.375), .init(order: 3, loss: 3, lossPerByte: 1.375),
    ], floorPerByte: 0.8125,
    questionScores: [
      .init(language: .english, phrasing: .seen, right: 7, asked: 8),
      .init(language: .english, phrasing: .heldOutPhrasing, right: 1, asked: 4),
      .init(language: .english, phrasing: .heldOutCombination, right: 0, asked: 0),
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
          kind: .story, language: .english, before: "", prefix: "Two",
          next: [.init(text: " boats", truth: 0.875, model: 0.8125)], divergence: 0.004),
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
    "training (a sample) | 800 | 1.875 | 0.750", "validation | 800 | 2.250 | 0.900",
    "test | 900 | 2.125 | 0.956",
  ]

  /// Nats and bits a byte, nats a token: 900 tokens of 2,000 bytes, ln 11 for a token.
  private static let ruler = [
    "every byte equally likely | 5.545 | 8.000 | 12.323",
    "every token equally likely | 1.079 | 1.557 | 2.398",
    "the model before learning | 2.813 | 4.058 | 6.250",
    "counting tokens | 2.375 | 3.426 | 5.000", "counting runs of 3 | 1.375 | 1.984 | 3.000",
    "the model, on training text | 0.750 | 1.082 | 1.875",
    "the model, on validation text | 0.900 | 1.298 | 2.250",
    "the model, on test text | 0.956 | 1.379 | 2.125", "the floor | 0.813 | 1.172 | 1.806",
  ]

  static let evaluation = [
    Truth(
      figure: "evaluation-table", table: measures,
      drawn: ["Documents | Tokens | Nats per token | Nats per byte"]
        + measures.enumerated().map { $0.offset == 2 ? $0.element + " notable" : $0.element },
      terminal: ["▶   test ", "2.125"],
      english: [
        "On 900 tokens", "2.125 nats", "among 8.37 tokens", "right for 47.5%",
        "kept after 60 of 80 steps", "training part a sample of 30 was taken",
      ],
      japanese: [
        "900トークン", "2.125ナット", "8.37個", "47.5%", "80ステップのうち60ステップ目", "均等に30件",
      ]),
    Truth(
      figure: "question-scores",
      table: [
        "English | phrasing seen in training | 7 | 8 | 87.5%",
        "English | phrasing new for this fact | 1 | 4 | 25.0%",
        "Japanese | fact never asked for in training | 3 | 12 | 25.0%",
      ],
      drawn: [
        "share of the questions (%): 0…100 | right=good | wrong=bad",
        "English: phrasing seen in training: 87.5 + 12.5 “87.5% (7/8)”",
        "English: phrasing new for this fact: 25 + 75 “25.0% (1/4)”",
        "Japanese: fact never asked for in training: 25 + 75 “25.0% (3/12)”",
      ],
      drawnInJapanese: [
        "英語：見たことのある聞き方: 87.5 + 12.5 “87.5%（7/8）”",
        "英語：学習に使わなかった聞き方: 25 + 75 “25.0%（1/4）”",
        "日本語：一度も聞かれなかった事実: 25 + 75 “25.0%（3/12）”",
      ],
      terminal: ["██ right   ▒▒ wrong", "25.0% (3/12)"], english: ["11 of 24", "(45.8%)"],
      japanese: ["24問のうち11問", "（45.8%）"]),
    Truth(
      figure: "right-and-wrong",
      table: ["Who? | Mira. | Mira. / She.", "Where? | At sea. | At home."],
      drawn: [
        "Question | Answer | Expected", "Who? | Mira. | Mira. / She. right",
        "Where? | At sea. | At home. wrong",
      ],
      drawnInJapanese: ["だれ？ | 港です。 | ミラです。 wrong"], terminal: ["✓   Who?", "✗   Where?"],
      english: ["1 right answer and 1 wrong one"], japanese: ["不正解1例です（正解はありません）"]),
    Truth(
      figure: "one-ruler", table: ruler,
      drawn: [
        "loss (nats per byte, logarithmic scale)",
        "every byte equally likely: 5.545177444479562 “5.545”",
        "every token equally likely: 1.0791 “1.079”", "the model before learning: 2.8125 “2.813”",
        "counting tokens: 2.375 “2.375”", "counting runs of 3: 1.375 “1.375”",
        "the model, on training text: 0.75 “0.750”",
        "the model, on validation text: 0.9 “0.900”",
        "the model, on test text: 0.956 “0.956  17.7% above the floor” noted",
        "edge the floor: 0.813 at 0.8125",
      ],
      terminal: ["↓ the floor: 0.813", "◆ 0.956  17.7% above the floor"],
      english: [
        "needed 2.813 nats", "now it needs 0.956", "only counts needs 1.375", "Below 0.813",
        "17.7% above",
      ],
      japanese: ["学習前のモデルは1バイトあたり2.813", "いまは0.956", "1.375です", "0.813を下回る", "17.7%高い"]),
    Truth(
      figure: "true-and-learned",
      table: [
        "stories: after “Two” |  boats | 87.5% | 81.3%",
        "stories: after “One” |  sunny | 62.5% | 50.0%",
        "stories: after “One” |  rainy | 37.5% | 43.8%",
      ],
      drawn: [
        "probability: 0…1 | truth=series(0) | model=series(1)",
        "stories: after “Two”: 0 + 0 “divergence 0.004 nats”", " boats: 0.875 + 0 “87.5%”",
        ": 0 + 0.8125 “81.3%”",
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
