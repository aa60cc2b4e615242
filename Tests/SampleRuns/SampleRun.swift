import Build
import Names
import Record

/// A small run made by hand, for tests of everything that reads runs.
package enum SampleRun {
  package static func make(usesWorld: Bool = true) -> Run {
    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: .tiny, seed: 7, usesWorld: usesWorld))
    run[.collection] = collection
    run[.cleaning] = cleaning
    run[.filter] = filter
    run[.normalization] = normalization
    run[.tokenization] = tokenization
    run[.dataset] = dataset
    if usesWorld { run[.truth] = TruthSample.truth }
    run[.architecture] = architecture
    run[.initialization] = initialization
    run[.hyperparameters] = hyperparameters
    run[.algorithm] = algorithm
    run[.workedExample] = WorkedExampleRecord.make()
    run[.tuning] = TuningSample.tuning
    run[.training] = training
    run[.evaluation] = evaluation
    run[.shrinking] = TuningSample.shrinking
    run[.modelFile] = modelFile
    run[.inference] = inference
    run[.usage] = UsageRecord(
      answers: [answer(.english), answer(.japanese)],
      comparisons: [comparison(.japanese), comparison(.english)])
    run[.asking] = AskingSample.record
    run[.headLabels] =
      usesWorld ? HeadLabelSample.record : HeadLabelSample.withoutQuestions
    if usesWorld {
      run[.exam] = ExamSample.record
      run[.twin] = TwinSample.record
      run[.causalMap] = CausalMapSample.record
      run[.feedback] = FeedbackSample.record
      run[.improvement] = ImprovementSample.record
      run[.partings] = PartingSample.record
    }
    run.tensors = tensors
    PartingSample.addTensors(to: &run.tensors)
    OriginSample.add(to: &run)
    return run
  }

  package static let layers = 2
  package static let heads = 2
  package static let width = 8
  package static let vocabulary = 266

  package static func piece(_ id: Int32, _ text: String) -> TokenPiece {
    TokenPiece(id: id, bytes: text.hasPrefix("<|") ? [] : Array(text.utf8), text: text)
  }

  package static func candidates(_ texts: [String]) -> [CandidateRecord] {
    let logits = texts.indices.map { 4 - 1.5 * Double($0) }
    let weights = logits.map { power($0) }
    let sum = weights.reduce(0, +) + 2
    return texts.enumerated().map { index, text in
      CandidateRecord(
        token: piece(Int32(20 + index), text), logit: logits[index],
        probability: weights[index] / sum, adjusted: index < 3 ? weights[index] / sum : 0,
        isKept: index < 3)
    }
  }

  /// e to a power, by its series.
  package static func power(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<40 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }

  package static let collection = CollectionRecord(
    documentCount: 12, byteCount: 34_560,
    shelves: [
      .init(kind: .webPage, language: .english, documents: 4, bytes: 16_000, licence: "CC0"),
      .init(kind: .webPage, language: .japanese, documents: 3, bytes: 12_000, licence: "CC0"),
      .init(kind: .story, language: .english, documents: 3, bytes: 4_000, licence: "CC0"),
      .init(kind: .story, language: .japanese, documents: 2, bytes: 2_560, licence: "CC0"),
    ],
    rejected: [
      .init(path: "photo.png", reason: LocalizedText(en: "not text", ja: "文章ではありません"))
    ],
    samples: [
      .init(
        document: line("web/harbour.html", .english),
        text: "<nav>Home | News</nav>\n<p>Mira works at the bakery. Write to mira@nagi.example</p>",
        noise: [.init(kind: .boilerplate, range: TextRange(start: 0, end: 22))]),
      .init(
        document: line("web/minato.html", .japanese),
        text: "<nav>ホーム</nav>\n<p>ミラはパン屋で働いています。</p>",
        noise: [.init(kind: .boilerplate, range: TextRange(start: 0, end: 20))]),
    ],
    examples: [line("web/harbour.html", .english), line("web/minato.html", .japanese)])

  package static func line(_ id: String, _ language: Language) -> CollectionRecord.DocumentLine {
    .init(
      id: id, kind: .webPage, language: language,
      title: language == .english ? "News from the harbour" : "港のたより", source: "nagi.example",
      date: "2024-05-01", licence: "CC0", encoding: "UTF-8", bytes: 4_000)
  }

  package static let rule = RuleRecord(
    id: .markup, name: LocalizedText(en: "Markup", ja: "マークアップ"),
    reason: LocalizedText(en: "Tags are not language.", ja: "タグは言葉ではありません。"), edits: 40,
    documents: 7, documentsDropped: 0, bytesRemoved: 9_000,
    examples: [EditRecord(rule: .markup, place: 0, before: "<nav>Home</nav>", after: "")],
    confusion: ConfusionRecord(
      truePositives: 39, falsePositives: 1, falseNegatives: 0, trueNegatives: 5),
    ambiguous: ConfusionRecord(
      truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 2))

  package static let cleaning = CleaningRecord(
    documentsBefore: 12, documentsAfter: 10, bytesBefore: 34_560, bytesAfter: 21_000,
    rules: [rule],
    samples: [
      BeforeAfter(
        documentID: "web/harbour.html", language: .english, before: "<b>Mira</b> works.",
        after: "Mira works.",
        edits: [EditRecord(rule: .markup, place: 0, before: "<b>", after: "")]),
      BeforeAfter(
        documentID: "web/minato.html", language: .japanese, before: "<b>ミラ</b>です。", after: "ミラです。",
        edits: [EditRecord(rule: .markup, place: 0, before: "<b>", after: "")]),
    ],
    duplicates: [
      .init(
        documentID: "web/b.html", duplicateOf: "web/a.html", similarity: 0.93,
        overlap: .init(common: 93, all: 100),
        excerpt: "Mira works at the bakery today.", originalExcerpt: "Mira works at the bakery.")
    ], exactDocuments: 9, knownDocuments: 10, duplicateThreshold: 0.7,
    duplicateSweep: [
      .init(threshold: 0.6, dropped: 2, precision: 0.5, recall: 1),
      .init(threshold: 0.7, dropped: 1, precision: 1, recall: 1),
    ],
    // This run has a single rule.
    cases: Fixture.cases.map { judged in
      var judged = judged
      if judged.rule == .personalData { judged.rule = rule.id }
      return judged
    },
    ledger: .init(
      before: 39_000, after: 20_050,
      rows: [
        .init(
          rule: .markup, before: 39_000, removed: 8_000, added: 40, dropped: 0, after: 31_040),
        .init(
          rule: .spam, before: 31_040, removed: 300, added: 10, dropped: 10_700, after: 20_050),
      ]),
    strays: [.init(character: "U+200B", count: 3, documents: 2, firstDocumentID: "web/a.html")],
    forms: .init(
      rows: [
        .init(
          origin: .japan,
          confusion: ConfusionRecord(
            truePositives: 7, falsePositives: 1, falseNegatives: 2, trueNegatives: 4)),
        .init(
          origin: .france,
          confusion: ConfusionRecord(
            truePositives: 5, falsePositives: 2, falseNegatives: 0, trueNegatives: 3)),
      ], mistakes: []))

  package static let filter = FilterRecord(
    threshold: 0.5,
    dropped: [
      .init(
        documentID: "web/x.html", language: .english, excerpt: "You silly goose!", score: 0.8,
        reason: LocalizedText(en: "insults", ja: "悪口"))
    ], droppedCount: 1,
    confusion: ConfusionRecord(
      truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 9),
    ambiguous: ConfusionRecord(
      truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 1),
    sweep: [
      .init(threshold: 0.2, dropped: 3, precision: 0.33, recall: 1),
      .init(threshold: 0.5, dropped: 1, precision: 1, recall: 1),
      .init(threshold: 0.9, dropped: 0, precision: 1, recall: 0),
    ])

  package static let normalization = NormalizationRecord(
    rules: [rule],
    samples: [
      BeforeAfter(
        documentID: "web/minato.html", language: .japanese, before: "ﾐﾗは１２時に来た", after: "ミラは12時に来た",
        edits: [EditRecord(rule: .markup, place: 0, before: "１２", after: "12")]),
      BeforeAfter(
        documentID: "web/harbour.html", language: .english, before: "“Hello”", after: "\"Hello\"",
        edits: [EditRecord(rule: .markup, place: 0, before: "“", after: "\"")]),
    ],
    meanings: [
      .init(kind: .power, before: "10⁶", plain: "106", after: "10^6"),
      .init(kind: .lowered, before: "101₂", plain: "1012", after: "101_2"),
      .init(kind: .fraction, before: "1½", plain: "11⁄2", after: "1 1/2"),
      .init(kind: .circled, before: "①②", plain: "12", after: "(1)(2)"),
      .init(kind: .unit, before: "10㎡", plain: "10m2", after: "10m^2"),
      .init(kind: .wave, before: "３～５", plain: "3~5", after: "3〜5"),
      .init(kind: .voiced, before: "あ゛", plain: "あ \u{3099}", after: "あ゛"),
    ])

  package static let tokenization = TokenizationRecord(
    vocabularySize: vocabulary, specialTokens: (0..<7).map { piece($0, "<|\($0)|>") },
    merges: [
      .init(
        left: piece(10, "t"), right: piece(11, "h"), result: piece(263, "th"), count: 900,
        lengthBefore: 20_000, lengthAfter: 19_100),
      .init(
        left: piece(263, "th"), right: piece(12, "e"), result: piece(264, "the"), count: 700,
        lengthBefore: 19_100, lengthAfter: 18_400),
      .init(
        left: piece(13, " "), right: piece(264, "the"), result: piece(265, " the"), count: 650,
        lengthBefore: 18_400, lengthAfter: 17_750),
    ], bytesInCorpus: 20_000, tokensInCorpus: 17_750,
    bytesPerToken: [
      LanguageValue(language: .english, value: 1.4),
      LanguageValue(language: .japanese, value: 1.05),
    ],
    samples: [
      .init(
        language: .english, text: "the", tokens: [piece(264, "the")],
        steps: [
          [piece(10, "t"), piece(11, "h"), piece(12, "e")],
          [piece(263, "th"), piece(12, "e")], [piece(264, "the")],
        ]),
      .init(
        language: .japanese, text: "港",
        tokens: [
          TokenPiece(id: 30, bytes: [0xE6], text: "‹E6›"),
          TokenPiece(id: 31, bytes: [0xB8, 0xAF], text: "‹B8 AF›"),
        ],
        steps: [
          [
            TokenPiece(id: 30, bytes: [0xE6], text: "‹E6›"),
            TokenPiece(id: 31, bytes: [0xB8, 0xAF], text: "‹B8 AF›"),
          ]
        ]),
    ])

  package static let row = ["Mira", " works", " at", " the", " bakery", "."]
    .enumerated().map { piece(Int32(40 + $0), $1) }

  package static let dataset = DatasetRecord(
    parts: [(Split.training, 8), (Split.validation, 1), (Split.test, 1)].map { name, documents in
      .init(
        name: name, documents: documents, tokens: documents * 900, bytes: documents * 2_000,
        shelves: [
          .init(kind: .webPage, language: .english, documents: documents, tokens: documents * 900)
        ])
    }, batchSize: 4, contextLength: 5,
    rows: [.init(inputs: Array(row.dropLast()), targets: Array(row.dropFirst()))], divided: 0,
    gapBytes: 0,
    sharing: .init(
      length: 20, training: .init(sampled: 400, found: 100, groups: 8, inLargest: 60),
      validation: .init(sampled: 50, found: 10, groups: 1, inLargest: 50),
      test: .init(sampled: 40, found: 11, groups: 1, inLargest: 40)))

  package static let architecture: ArchitectureRecord = {
    var tensors = [
      tensor("wte.weight", [vocabulary, width], .embedding, nil),
      tensor("wpe.weight", [5, width], .position, nil),
    ]
    for layer in 0..<layers {
      tensors += [
        tensor("h.\(layer).ln_1.weight", [width], .normalization, layer),
        tensor("h.\(layer).attn.c_attn.weight", [width, 3 * width], .attention, layer),
        tensor("h.\(layer).attn.c_proj.weight", [width, width], .attention, layer),
        tensor("h.\(layer).mlp.c_fc.weight", [width, 4 * width], .mlp, layer),
        tensor("h.\(layer).mlp.c_proj.weight", [4 * width, width], .mlp, layer),
      ]
    }
    tensors.append(tensor("ln_f.weight", [width], .normalization, nil))
    return ArchitectureRecord(
      layerCount: layers, headCount: heads, width: width, contextLength: 5,
      vocabularySize: vocabulary, parameterCount: tensors.reduce(0) { $0 + $1.count },
      tensors: tensors)
  }()

  package static func tensor(
    _ name: String, _ shape: [Int], _ part: ModelPart, _ layer: Int?
  ) -> ArchitectureRecord.TensorRecord {
    .init(name: name, shape: shape, count: shape.reduce(1, *), part: part, layer: layer)
  }

  package static let histogram = HistogramRecord(
    name: "wte.weight", minimum: -0.06, maximum: 0.06, mean: 0.0001, deviation: 0.02, lower: -0.06,
    binWidth: 0.03, counts: [100, 1_000, 1_000, 120])

  package static let samples = [
    WrittenSample(language: .english, prompt: "Mira", text: "qx the|;"),
    WrittenSample(language: .japanese, prompt: "ミラ", text: "ぬ、ぬぽ"),
  ]

  package static let initialization = InitializationRecord(
    seed: 7, histograms: [histogram], samples: samples, loss: 5.59, uniformLoss: 5.5835,
    constants: 352)

  package static let hyperparameters = HyperparameterRecord(
    entries: [
      (Hyperparameter.learningRate, "0.004"), (Hyperparameter.minimumLearningRate, "0.0004"),
      (Hyperparameter.warmupSteps, "6"),
      (Hyperparameter.steps, "60"), (Hyperparameter.gradientClip, "1"),
    ].map {
      .init(name: $0, value: $1)
    })

  package static let training = TrainingRecord(
    steps: (1...60).map { step in
      .init(
        step: step, loss: 5.6 - 0.06 * Double(step), learningRate: 0.001, gradientNorm: 1,
        gradientNormByPart: step % 20 == 0 ? [0.4, 0.5, 0.6, 0.1] : nil,
        weightNormByPart: step % 20 == 0 ? [4, 5, 6, 2.8] : nil,
        updateRatioByPart: step % 20 == 0 ? [0.002, 0.003, 0.004, 0.001] : nil)
    },
    validations: [20, 40, 60].map { .init(step: $0, loss: 5.7 - 0.06 * Double($0)) },
    snapshots: [0, 60].map { step in
      .init(
        step: step, samples: samples,
        predictions: [
          .init(language: .english, prompt: "Mira works", candidates: candidates([" at", " in"])),
          .init(language: .japanese, prompt: "ミラは", candidates: candidates(["パ", "、"])),
        ])
    }, tokensPerStep: 20, stoppedEarly: false, bestStep: 60, attentionTokens: row,
    embeddingTokens: Array(row.prefix(3)))

  package static let evaluation = EvaluationRecord(
    tokens: 900, bytes: 2_000, loss: 2.1, lossPerByte: 0.945, perplexity: 8.166, accuracy: 0.5,
    parts: [
      .init(
        part: .training, documents: 40, tokens: 880, bytes: 2_000, loss: 2, lossPerByte: 0.88),
      .init(
        part: .validation, documents: 40, tokens: 900, bytes: 2_100, loss: 2.1, lossPerByte: 0.9),
      .init(part: .test, documents: 45, tokens: 900, bytes: 2_000, loss: 2.1, lossPerByte: 0.945),
    ],
    untrained: .init(
      part: .test, documents: 45, tokens: 900, bytes: 2_000, loss: 6, lossPerByte: 2.7),
    baselines: [
      .init(order: 1, loss: 5, lossPerByte: 2.25), .init(order: 3, loss: 3, lossPerByte: 1.35),
    ], floorPerByte: 0.8,
    questionScores: [Language.english, .japanese].flatMap { language in
      QuestionPhrasing.allCases.map {
        .init(language: language, phrasing: $0, right: 7, asked: 8)
      }
    },
    calibration: CalibrationRecord(
      bins: [
        .init(lower: 0, upper: 0.5, count: 100, confidence: 0.3, accuracy: 0.25),
        .init(lower: 0.5, upper: 1, count: 800, confidence: 0.9, accuracy: 0.88),
      ], expectedError: 0.023),
    divergence: DivergenceRecord(
      probes: 2, mean: 0.02, meanTotalVariation: 0.05,
      languages: [.init(language: .english, value: 0.01), .init(language: .japanese, value: 0.03)],
      shown: [
        .init(
          kind: .story, language: .english, before: "", prefix: "One",
          next: [
            .init(text: " sunny", truth: 0.6, model: 0.55),
            .init(text: " rainy", truth: 0.4, model: 0.44),
          ], divergence: 0.01),
        .init(
          kind: .story, language: .japanese, before: "", prefix: "ある",
          next: [
            .init(text: "晴れの日、", truth: 0.6, model: 0.5),
            .init(text: "雨の日、", truth: 0.4, model: 0.45),
          ], divergence: 0.03),
      ]),
    questions: [
      .init(
        language: .english, phrasing: .seen, question: "Where does Mira work?",
        expected: ["At the bakery."], answer: "At the bakery.", isRight: true),
      .init(
        language: .japanese, phrasing: .seen, question: "ミラはどこで働いていますか。", expected: ["パン屋です。"],
        answer: "灯台です。", isRight: false),
    ])

  package static let modelFile: ModelFileRecord = {
    let data = architecture.parameterCount * 4
    var start = 0
    let entries = architecture.tensors.map { tensor -> ModelFileRecord.Entry in
      defer { start += tensor.count * 4 }
      return .init(
        name: tensor.name, type: "F32", shape: tensor.shape, start: start,
        end: start + tensor.count * 4)
    }
    return ModelFileRecord(
      fileName: "model.safetensors", byteCount: 8 + 600 + data, headerLength: 600,
      firstBytes: [0x58, 2, 0, 0, 0, 0, 0, 0, 0x7B, 0x22], headerExcerpt: "{\"h.0.attn",
      tensors: entries, histograms: [histogram])
  }()

  package static let inference = InferenceRecord(
    prompt: "Where does Mira work?", tokens: row,
    comparisons: [.init(token: row[4], training: 4, inference: 4)], largestDifference: 0,
    cacheBytesPerPosition: 2 * layers * width * 4)
}
