import Names
import Record

extension Fixture {
  package static let steps = 600

  package static func loss(_ step: Int) -> Double { 0.9 + 5.3 / (1 + Double(step) / 40) }

  package static let training: TrainingRecord = {
    var noise = Noise(state: 3)
    let records = (1...steps).map { step -> TrainingRecord.Step in
      let norm = 0.4 + 3 / (1 + Double(step) / 20) + noise.next() * 0.2
      let peak = 0.002
      let rate = step <= 40 ? peak * Double(step) / 40 : peak * (1 - 0.9 * Double(step - 40) / 560)
      return TrainingRecord.Step(
        step: step, loss: loss(step) + (noise.next() - 0.5) * 0.3, learningRate: rate,
        gradientNorm: norm,
        gradientNormByPart: step % 50 == 0
          ? [norm * 0.7, norm * 0.5, norm * 0.4, norm * 0.1] : nil,
        weightNormByPart: step % 50 == 0 ? [6, 9, 10, 5.7].map { $0 + rate * 100 } : nil,
        updateRatioByPart: step % 50 == 0 ? [1, 2, 3, 0.5].map { $0 * rate } : nil)
    }
    let validations = (0...12).map { index in
      TrainingRecord.Validation(
        step: index * 50, loss: loss(index * 50) + (index > 9 ? Double(index - 9) * 0.08 : 0.05))
    }
    let texts = [
      (0, "Mika works qz thethe 5;", "ミカさんはth。ンンQ"), (50, "Mika works the the at a", "ミカさんはでのでの"),
      (150, "Mika works at the sea.", "ミカさんは海で働きます。"),
      (600, "Mika works at the bakery.", "ミカさんはパン屋で働いています。"),
    ]
    let snapshots = texts.map { step, en, ja in
      let share = Double(step) / 600
      let tokens = [
        (piece(" bakery", 398), 0.002 + 0.9 * share, true),
        (piece(" sea", 341), 0.003 + 0.05 * share, true),
        (piece(" school", 345), 0.0021 + 0.02 * share, true),
      ]
      return TrainingRecord.Snapshot(
        step: step,
        samples: [
          WrittenSample(language: .english, prompt: "Mika works", text: en),
          WrittenSample(language: .japanese, prompt: "ミカさんは", text: ja),
        ],
        predictions: [
          TrainingRecord.Prediction(
            language: .english, prompt: "Mika works at the", candidates: candidates(tokens)),
          TrainingRecord.Prediction(
            language: .japanese, prompt: "ミカさんは",
            candidates: candidates([(piece("パン", 420), 0.01 + 0.8 * share, true)])),
        ])
    }
    return TrainingRecord(
      steps: records, validations: validations, snapshots: snapshots, tokensPerStep: 1920,
      stoppedEarly: true, bestStep: 450, attentionTokens: Array(english.prefix(7)),
      embeddingTokens: english + [piece("パン", 420), piece("海", 421), piece(" sea", 341)])
  }()

  package static let evaluation = EvaluationRecord(
    tokens: 21_300, bytes: 81_000, loss: 1.052, lossPerByte: 0.277, perplexity: 2.863,
    accuracy: 0.713,
    parts: [
      .init(
        part: .training, documents: 240, tokens: 20_900, bytes: 80_400, loss: 0.987,
        lossPerByte: 0.257),
      .init(
        part: .validation, documents: 240, tokens: 21_000, bytes: 80_900, loss: 1.043,
        lossPerByte: 0.271),
      .init(
        part: .test, documents: 244, tokens: 21_300, bytes: 81_000, loss: 1.052,
        lossPerByte: 0.277),
    ],
    untrained: .init(
      part: .test, documents: 244, tokens: 21_300, bytes: 81_000, loss: 6.31, lossPerByte: 1.659),
    baselines: [(1, 1.21), (2, 0.83), (3, 0.51), (4, 0.42), (5, 0.401)].map {
      EvaluationRecord.Baseline(order: $0.0, loss: $0.1 * 3.8, lossPerByte: $0.1)
    }, floorPerByte: 0.262,
    questionScores: [
      (Language.english, QuestionPhrasing.seen, 199, 200), (.english, .heldOutPhrasing, 98, 100),
      (.english, .heldOutCombination, 47, 50), (.japanese, .seen, 200, 200),
      (.japanese, .heldOutPhrasing, 97, 100), (.japanese, .heldOutCombination, 46, 50),
    ].map {
      EvaluationRecord.QuestionScore(language: $0.0, phrasing: $0.1, right: $0.2, asked: $0.3)
    },
    calibration: calibration, divergence: divergence,
    questions: [
      (Language.english, "Where does Mika work?", "At the bakery.", "At the bakery.", true),
      (.english, "What does Jonas like to eat?", "Fish soup.", "Fried squid.", false),
      (.japanese, "ミカさんはどこで働いていますか。", "パン屋です。", "パン屋です。", true),
      (.japanese, "ヨナスさんは何を食べるのが好きですか。", "魚のスープです。", "いかのフライです。", false),
    ].map {
      EvaluationRecord.QuestionResult(
        language: $0.0, phrasing: .seen, question: $0.1, expected: [$0.3], answer: $0.2,
        isRight: $0.4)
    })

  package static let calibration = CalibrationRecord(
    bins: (0..<10).map { index in
      let middle = (Double(index) + 0.5) / 10
      return CalibrationRecord.Bin(
        lower: Double(index) / 10, upper: Double(index + 1) / 10, count: 900 + 280 * index,
        confidence: middle, accuracy: middle * 0.96)
    }, expectedError: 0.025)

  package static let divergence = DivergenceRecord(
    probes: 31, mean: 0.041, meanTotalVariation: 0.062,
    languages: [
      LanguageValue(language: .english, value: 0.038),
      LanguageValue(language: .japanese, value: 0.044),
    ],
    shown: [
      probe(.english, .story, "", "One", [" sunny", " cloudy", " foggy", " rainy", " stormy"]),
      probe(.english, .questionAnswer, "What is Mika's pet?", "", ["Mika", "A cat"]),
      probe(.japanese, .story, "", "ある", ["晴れた日、", "くもりの日、", "霧の深い日、"]),
      probe(.japanese, .questionAnswer, "ミカさんのペットは何ですか。", "", ["ねこです。", "ミカさんは、"]),
    ])

  private static func probe(
    _ language: Language, _ kind: DocumentKind, _ before: String, _ prefix: String,
    _ next: [String]
  ) -> DivergenceRecord.Probe {
    let sum = Double(next.count * (next.count + 1) / 2)
    return DivergenceRecord.Probe(
      kind: kind, language: language, before: before, prefix: prefix,
      next: next.enumerated().map { index, text in
        let truth = Double(next.count - index) / sum
        return DivergenceRecord.Continuation(text: text, truth: truth, model: truth * 0.9 + 0.02)
      }, divergence: 0.013)
  }
}
