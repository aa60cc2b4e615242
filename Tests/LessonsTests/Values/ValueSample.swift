import Names
import Record
import SampleRuns

/// A run made by hand in which the numbers that lessons name differ from each other.
enum ValueSample {
  static let run: Run = {
    var run = SampleRun.make()
    run.setting.seed = 9
    data(&run)
    tokens(&run)
    model(&run)
    training(&run)
    tuning(&run)
    use(&run)
    OriginSample.add(to: &run)
    return run
  }()

  private static func data(_ run: inout Run) {
    run[.collection]!.samples[1].document.bytes = 4_444
    run[.collection]!.samples[1].document.source = "minato.example"
    run[.collection]!.samples[1].document.date = "2024-06-02"
    run[.collection]!.samples[1].document.licence = "CC BY"
    run[.collection]!.samples[1].document.encoding = "Shift_JIS"
    run[.collection]!.samples[1].noise.append(
      .init(kind: .spam, range: TextRange(start: 20, end: 23)))
    var judged = SampleRun.rule
    judged.name = LocalizedText(en: "Spam", ja: "迷惑な宣伝")
    (judged.edits, judged.documents) = (41, 8)
    judged.confusion = ConfusionRecord(
      truePositives: 30, falsePositives: 11, falseNegatives: 6, trueNegatives: 53)
    judged.ambiguous = ConfusionRecord(
      truePositives: 2, falsePositives: 7, falseNegatives: 3, trueNegatives: 4)
    var unjudged = SampleRun.rule
    (unjudged.edits, unjudged.confusion) = (20, nil)
    run[.cleaning]!.rules = [SampleRun.rule, judged, unjudged]
    (run[.cleaning]!.documentsBefore, run[.cleaning]!.documentsAfter) = (123, 101)
    run[.cleaning]!.bytesBefore = 40_000
    (run[.cleaning]!.exactDocuments, run[.cleaning]!.knownDocuments) = (95, 98)
    run[.cleaning]!.deviation = .init(lost: 1, strays: 0, altered: 2, bytes: -7)
    var twin = run[.cleaning]!.duplicates[0]
    run[.cleaning]!.duplicates[0].language = .english
    twin.language = .japanese
    (twin.documentID, twin.duplicateOf, twin.similarity) = ("web/d.html", "web/c.html", 0.81)
    twin.overlap = .init(common: 81, all: 102)
    run[.cleaning]!.duplicates[0].literal = .init(common: 75, all: 100)
    twin.literal = .init(common: 63, all: 105)
    run[.cleaning]!.duplicates.append(twin)
    var dropped = run[.filter]!.dropped[0]
    (dropped.score, dropped.excerpt) = (0.65, "You goose!")
    run[.filter]!.dropped.append(dropped)
    (dropped.score, dropped.language) = (0.99, .japanese)
    run[.filter]!.dropped.append(dropped)
    run[.filter]!.ambiguous = ConfusionRecord(
      truePositives: 0, falsePositives: 1, falseNegatives: 2, trueNegatives: 13)
    run[.filter]!.droppedCount = 6
    run[.filter]!.confusion = ConfusionRecord(
      truePositives: 5, falsePositives: 1, falseNegatives: 2, trueNegatives: 90)
    var busy = SampleRun.rule
    busy.edits = 1_200
    (busy.confusion, busy.ambiguous) = (nil, nil)
    run[.normalization]!.rules[0].ambiguous = nil
    // Neither is an edit of normalization that a reader sees.
    for index in run[.normalization]!.samples.indices {
      run[.normalization]!.samples[index].edits.insert(
        contentsOf: [
          EditRecord(rule: .spam, place: 0, before: "Buy", after: "-"),
          EditRecord(rule: .markup, place: 0, before: "\u{200B}", after: "x"),
        ], at: 0)
    }
    run[.cleaning]!.duplicateThreshold = 0.75
    run[.normalization]!.rules.append(busy)
  }

  private static func tokens(_ run: inout Run) {
    run[.tokenization]!.merges[0].count = 905
    run[.tokenization]!.merges[1].count = 707
    run[.tokenization]!.merges[2].count = 651
    for (place, documents, tokens) in [(1, 3, 2_500), (2, 5, 4_100)] {
      run[.dataset]!.parts[place].documents = documents
      run[.dataset]!.parts[place].tokens = tokens
    }
    run[.dataset]!.rows[0].targets[0] = SampleRun.piece(99, "X")
  }

  private static func model(_ run: inout Run) {
    (run[.architecture]!.layerCount, run[.architecture]!.headCount) = (3, 4)
    (run[.architecture]!.width, run[.architecture]!.contextLength) = (12, 7)
    run[.architecture]!.parameterCount = 5_555
    run[.initialization]!.uniformLoss = 5.5831
    run[.initialization]!.histograms[0].mean = 0.00123
    run[.hyperparameters]!.entries = Hyperparameter.allCases.enumerated().map { index, name in
      .init(name: name, value: "\(100 + index)")
    }
    run[.algorithm]!.example.targetProbability = 0.25
    run[.algorithm]!.example.loss = 1.3863
    run[.algorithm]!.example.candidates[0].token = SampleRun.piece(77, "?")
    run[.algorithm]!.example.candidates[0].probability = 0.375
    run[.algorithm]!.gradientChecks[0].finiteDifference = 0.00124
    run[.algorithm]!.gradientChecks[0].index = 45 * 12 + 2
    run[.algorithm]!.gradientChecks[1].index = 33 * 12 + 4
    run[.algorithm]!.adamSteps = [
      .init(
        parameter: "h.0.mlp", index: 5, step: 4, weightBefore: 0.02, gradient: 0.003,
        firstMomentBefore: 0.004, secondMomentBefore: 0.0005, firstMoment: 0.0061,
        secondMoment: 7.2e-7, firstMomentCorrected: 0.0083, secondMomentCorrected: 9.4e-6,
        learningRate: 0.0015, weightDecay: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8,
        weightAfter: 0.018998, rawGradient: 0.006, clipFactor: 0.5),
      run[.algorithm]!.adamSteps[1],
    ]
    run[.workedExample] = paper
    run[.modelFile]!.byteCount = 10_000
    run[.modelFile]!.tensors.removeLast(2)
    run[.modelFile]!.histograms[0].deviation = 0.31
    run[.inference]!.largestDifference = 1.5e-5
    run[.inference]!.comparisons.append(.init(token: SampleRun.row[0], training: 1, inference: 1))
  }

  private static let paper: WorkedExampleRecord = {
    func sheet(_ id: String, _ lines: [(String, Double)]) -> WorkedExampleRecord.Sheet {
      .init(
        id: id,
        groups: [
          .init(
            id: id, formula: "",
            lines: lines.map { .init(name: $0.0, calculation: "", result: $0.1) })
        ])
    }
    return WorkedExampleRecord(
      names: ["a", "b", "c"], inputs: [0, 1], target: 2, digits: 4, learningRate: 0.05, beta1: 0.9,
      beta2: 0.99, epsilon: 0.00001, weightDecay: 0.1,
      weights: [
        .init(sign: "P", tensor: "wpe.weight", rows: [[0.9, 0.8]]),
        .init(
          sign: "E", tensor: "wte.weight", rows: [[0.11, 0.12], [0.21, 0.22], [0.31, 0.32]]),
      ],
      sheets: [
        sheet("embedding", [("x₁(a)", 1.01), ("x₂(a)", 1.02)]),
        sheet("attention", [("p(a)", 0.315), ("p(b)", 0.685)]),
        sheet("mlp", [("h₁", 1.21), ("f₁", 1.07)]),
        sheet("loss", [("p(a)", 0.21), ("p(b)", 0.33), ("p(c)", 0.46), ("L", 0.7765)]),
        sheet("back-loss", [("∂ℓ(a)", 0.211), ("∂ℓ(c)", -0.54), ("∂E[c,1]", -0.3304)]),
        sheet(
          "back-attention", [("∂k₁(a)", 0.0121), ("∂k₁(b)", -0.0132), ("∂bk[1]", -0.0011)]),
        sheet("step", [("θ′", 0.36)]),
      ], loss: 0.7765, exactLoss: 0.776_54, exactLossAfter: 0.654_32)
  }()

  private static func training(_ run: inout Run) {
    run[.training]!.tokensPerStep = 36
    run[.training]!.bestStep = 40
    for (place, loss) in [4.5, 1.9, 2.3].enumerated() {
      run[.training]!.validations[place].loss = loss
    }
    run[.training]!.steps[59].weightNormByPart = [4, 5, 7.5, 2.8]
    run[.training]!.steps[39].updateRatioByPart = [0.002, 0.003, 0.0045, 0.001]
    run[.evaluation]!.accuracy = 0.53
    run[.evaluation]!.parts[1].loss = 2.2
    run[.evaluation]!.baselines.append(.init(order: 5, loss: 3.4, lossPerByte: 1.5))
    run[.evaluation]!.questionScores = [
      .init(language: .english, phrasing: .seen, right: 7, asked: 8),
      .init(language: .english, phrasing: .heldOutPhrasing, right: 5, asked: 9),
      .init(language: .japanese, phrasing: .seen, right: 3, asked: 8),
    ]
  }

  private static func tuning(_ run: inout Run) {
    run[.tuning]!.contextLength = 60
    // Nearly as good as the best, and much smaller.
    run[.tuning]!.trials[4].validations = [.init(step: 300, loss: 2.436)]
    run[.tuning]!.findings[0].bestValue = 0.006
    for place in 0...1 { run[.shrinking]!.variants[0].questions[place].asked = 25 }
    run[.shrinking]!.variants[7].byteCount = 970_000
  }

  private static func use(_ run: inout Run) {
    run[.asking]!.requests.append(
      .init(
        language: .japanese, text: "ミラさんの趣味を教えて", kind: .question, sign: .request,
        recast: "ミラさんの趣味は何ですか？", answerAsTyped: "釣りです。", answer: "釣りです。", asked: 8,
        rightAsTyped: 3, right: 1))
    var (english, japanese) = (SampleRun.answer(.english), SampleRun.answer(.japanese))
    var outside = english
    (outside.id, outside.hasActivations, outside.text) = ("en.outside", false, "Nowhere.")
    (english.languageScores[0].value, english.languageScores[1].value) = (0.97, 0.03)
    (japanese.languageScores[0].value, japanese.languageScores[1].value) = (0.04, 0.96)
    (english.neitherScore, japanese.neitherScore) = (0.012, 0.034)
    english.temperature = 0.7
    japanese.tokens.append(SampleRun.piece(70, "？"))
    japanese.choices.removeLast()
    japanese.postprocessing = []
    func set(_ answer: inout AnswerRecord, _ place: Int, logit: Double, probability: Double) {
      answer.followed!.candidates[place].logit = logit
      answer.followed!.candidates[place].probability = probability
    }
    english.followed = followed(
      [SampleRun.piece(20, "At"), SampleRun.piece(21, " the")], " bakery", english, push: 6.25)
    japanese.followed = followed([SampleRun.piece(20, "パン")], "屋", japanese, push: -1.5)
    japanese.choices[0].candidates[0].probability = 0.8
    japanese.choices[0].candidates[1].probability = 0.1
    set(&english, 0, logit: 3.5, probability: 0.62)
    set(&english, 1, logit: -1.25, probability: 0.155)
    set(&japanese, 0, logit: 4, probability: 0.8)
    set(&japanese, 1, logit: 2.5, probability: 0.1)
    english.layerGuesses[0].candidates[0].token = SampleRun.piece(71, "start")
    japanese.layerGuesses[0].candidates[0].token = SampleRun.piece(72, "始まり")
    english.layerGuesses[0].standing = standing(812, 0.064)
    english.layerGuesses[2].standing = standing(1, 0.62)
    japanese.layerGuesses[0].standing = standing(41, 0.031)
    japanese.layerGuesses[2].standing = standing(2, 0.305)
    english.choices[1].entropy = 0.9
    (english.choices[1].draw, english.choices[1].start) = (0.7, 0.6)
    english.choices[1].chosen = english.choices[1].candidates[1].token
    (japanese.choices[0].draw, japanese.choices[0].start) = (0.25, 0.125)
    japanese.choices[0].chosen = japanese.choices[0].candidates[0].token
    (japanese.temperature, japanese.topK, japanese.topP) = (0.9, 5, 0.95)
    english.choices[1].candidates[0].scaled = 5.714
    japanese.choices[0].candidates[0].scaled = 4.444
    (english.choices[1].keptCount, japanese.choices[0].keptCount) = (12, 5)
    japanese.finish = .limit
    let (ours, theirs) = (english.knockouts!.tokens, japanese.knockouts!.tokens)
    english.knockouts = SampleRun.knockouts(ours, layers: 3, heads: 2, costliest: (1, 1))
    japanese.knockouts = SampleRun.knockouts(theirs, layers: 3, heads: 2, costliest: (2, 0))
    run[.usage] = UsageRecord(
      answers: [outside, japanese, english],
      comparisons: [SampleRun.comparison(.japanese), SampleRun.comparison(.english)])
    let even: [[Float]] = [[1, 0, 0.5, 0.5], [1, 0, 0.5, 0.5]]
    attention("en", [even, [[1, 0, 0.55, 0.45], [1, 0, 0.2, 0.8]], even], &run.tensors)
    attention("ja", [even, even, [[1, 0, 0.9, 0.1], [1, 0, 0.4, 0.6]]], &run.tensors)
    way("en", layer: 1, &run.tensors)
    way("ja", layer: 2, &run.tensors)
  }

  private static func standing(_ rank: Int, _ probability: Double) -> AnswerRecord.Standing {
    .init(token: SampleRun.piece(31, "x"), rank: rank, logit: 0, probability: probability)
  }

  private static func followed(
    _ read: [TokenPiece], _ token: String, _ answer: AnswerRecord, push: Double
  ) -> FollowedRecord {
    FollowedRecord(
      read: read, token: SampleRun.piece(31, token), layer: 1, head: 1,
      candidates: answer.choices[0].candidates,
      neurons: [
        .init(index: 3, value: 2, tokens: [], push: push / 5),
        .init(index: 1, value: 1, tokens: [], push: push / 4),
      ], push: push, rows: [])
  }

  /// One position, of nines, beside the followed one; two numbers a row.
  private static func way(_ id: String, layer: Int, _ store: inout TensorStore) {
    let sign: Float = id == "en" ? 1 : -1
    func set(_ name: String, _ last: [Float]) {
      store["usage.\(id).blocks.\(layer).\(name)"] = RecordedTensor(
        shape: [2, last.count], values: [Float](repeating: 9, count: last.count) + last)
    }
    set("hook_resid_pre", [3 * sign, 4])
    set("hook_attn_out", [2 * sign, 8])
    set("hook_resid_mid", [5 * sign, 12])
    set("hook_mlp_out", [-5 * sign, -6])
    set("hook_resid_post", [0, 6])
  }

  /// Patterns by layer and head, queries and keys of two positions; the scores tell their own place.
  private static func attention(
    _ id: String, _ patterns: [[[Float]]], _ store: inout TensorStore
  ) {
    for (layer, heads) in patterns.enumerated() {
      let hook = "usage.\(id).blocks.\(layer).attn.hook_"
      store[hook + "pattern"] = RecordedTensor(shape: [2, 2, 2], values: heads.flatMap { $0 })
      let scores = (0...1).flatMap { head -> [Float] in
        let place = Float(100 * layer + 10 * head)
        return [place + 5, place + 7, place + 1, place + 3]
      }
      store[hook + "attn_scores"] = RecordedTensor(shape: [2, 2, 2], values: scores)
    }
  }
}
