import Charts
import Names
import Record
import SampleRuns

/// Two answers of a model of one layer and two heads, made by hand: all numbers differ, between the
/// languages too, and attention is not the same in both directions.
enum UsageSample {
  static let run: Run = {
    var run = SampleRun.make()
    run[.architecture]!.layerCount = 1
    run[.architecture]!.headCount = 2
    run[.architecture]!.width = 4
    // The other language stands first, so that taking the first one would be seen.
    run[.usage] = UsageRecord(
      answers: [japanese, english],
      comparisons: [SampleRun.comparison(.japanese), SampleRun.comparison(.english)])
    run.tensors = TensorStore()
    PartingSample.addTensors(to: &run.tensors)
    add(
      "q.en", sign: 1,
      pattern: [
        [[1, 0, 0], [0.6, 0.4, 0], [0.5, 0.3, 0.2]], [[1, 0, 0], [0.25, 0.75, 0], last],
      ], mixed: [300.7, 350.7, 310.9, 360.9], normalized: [0.5, 0.375],
      to: &run.tensors)
    add(
      "q.ja", sign: -1,
      pattern: [
        [[1, 0, 0], [0.3, 0.7, 0], [0.9, 0.06, 0.04]],
        [[1, 0, 0], [0.5, 0.5, 0], [0.4, 0.35, 0.25]],
      ], mixed: [-300.14, -350.14, -310.85, -360.85], normalized: [-0.3, -0.775],
      to: &run.tensors)
    weights(&run.tensors)
    OriginSample.add(to: &run)
    return run
  }()

  /// What the last position looks at in the sharpest head of the English answer.
  static let last: [Float] = [0.15, 0.8, 0.05]

  static func piece(_ id: Int32, _ text: String) -> TokenPiece { SampleRun.piece(id, text) }

  static func candidate(
    _ id: Int32, _ text: String, _ logit: Double, _ probability: Double, _ adjusted: Double,
    cut: SamplingFilter = .topP
  ) -> CandidateRecord {
    CandidateRecord(
      token: piece(id, text), logit: logit, probability: probability, adjusted: adjusted,
      isKept: adjusted > 0, scaled: 2 * logit, cut: adjusted > 0 ? nil : cut)
  }

  static let english: AnswerRecord = {
    var answer = answerInEnglish
    answer.headLooks = [
      .init(layer: 0, head: 0, previous: 2, itself: 3, first: 4),
      .init(layer: 0, head: 1, previous: 5, itself: 6, first: 7),
    ]
    for (place, standing) in [(9, 0.0125), (2, 0.25)].enumerated() {
      answer.layerGuesses[place].standing = .init(
        token: piece(62, " deep"), rank: standing.0, logit: 1, probability: standing.1)
    }
    return answer
  }()

  private static let answerInEnglish = AnswerRecord(
    id: "q.en", kind: .question, prompt: "Ｗhere is the sea?",
    preprocessing: [
      .init(name: .normalization, before: "Ｗhere is the sea?", after: "Where is the sea?"),
      .init(name: .language, before: "Where is the sea?", after: "en"),
      .init(
        name: .role, before: "Where is the sea?",
        after: "<|en|><|question|>Where is the sea?<|answer|>"),
    ], language: .english,
    languageScores: [
      LanguageValue(language: .english, value: 0.9), LanguageValue(language: .japanese, value: 0.1),
    ], tokens: [piece(1, "<|en|>"), piece(41, " sea"), piece(42, "?")], temperature: 0.8, topK: 5,
    topP: 0.95, seed: 7,
    choices: [
      ChoiceRecord(
        candidates: [
          candidate(61, " blue", 3.25, 0.5, 0.625), candidate(62, " deep", 2.5, 0.3, 0.375),
          candidate(63, " red", 1, 0.07, 0),
        ], keptCount: 2, draw: 0.714, start: 0.625, chosen: piece(62, " deep"), entropy: 0.9),
      ChoiceRecord(
        candidates: [
          candidate(71, ".", 2, 0.6, 0.75), candidate(72, "!", 1, 0.2, 0.25),
          candidate(73, "…", 0.5, 0.11, 0, cut: .minP),
        ], keptCount: 2, draw: 0.815, start: 0.75, chosen: piece(72, "!"), entropy: 1.1),
    ], rawText: " Deep!\u{FFFD} ",
    postprocessing: [
      .init(rule: .brokenCharacters, before: " Deep!\u{FFFD} ", after: " Deep! "),
      .init(rule: .whiteSpace, before: " Deep! ", after: "Deep!"),
    ], text: "Deep!", isRight: true, hasActivations: true,
    layerGuesses: [
      .init(layer: 0, candidates: [candidate(42, "?", 1, 0.4, 0.4)]),
      .init(
        layer: 1,
        candidates: [
          candidate(61, " blue", 1, 0.62, 0.62), candidate(62, " deep", 1, 0.25, 0.25),
          candidate(63, " red", 1, 0.05, 0.05),
        ]),
    ],
    followed: FollowedRecord(
      read: [], token: piece(62, " deep"), layer: 0, head: 1,
      candidates: [
        candidate(62, " deep", 4.75, 0.55, 0.55), candidate(61, " blue", 3.5, 0.15, 0.15),
        candidate(63, " red", 1, 0.07, 0.07),
      ],
      neurons: [
        .init(
          index: 1, value: 0.9,
          tokens: [.init(token: piece(41, " sea"), amount: 1.5), push(63, " red", 0.75)], push: 0.5
        ),
        .init(index: 3, value: 0.6, tokens: [push(62, " deep", 2.25)], push: 2.25),
      ], push: 3.125, rows: [41, 61, 62, 63]),
    knockouts: SampleRun.knockouts(
      [piece(62, " deep"), piece(72, "!")], layers: 1, heads: 2, costliest: (0, 1)),
    minP: 0.05, stopStrings: ["\n"], finish: .limit)

  static let japanese = AnswerRecord(
    id: "q.ja", kind: .question, prompt: "海はどこですか？",
    preprocessing: [
      .init(name: .normalization, before: "海はどこですか？", after: "海はどこですか?"),
      .init(name: .language, before: "海はどこですか?", after: "ja"),
      .init(
        name: .role, before: "海はどこですか?", after: "<|ja|><|question|>海はどこですか?<|answer|>"),
    ], language: .japanese,
    languageScores: [
      LanguageValue(language: .english, value: 0.2), LanguageValue(language: .japanese, value: 0.8),
    ], tokens: [piece(2, "<|ja|>"), piece(51, "海"), piece(52, "？")], temperature: 0, topK: 0,
    topP: 1, seed: 8,
    choices: [
      ChoiceRecord(
        candidates: [
          candidate(81, "南", 4.5, 0.85, 1), candidate(82, "北", 2.75, 0.13, 0, cut: .greedy),
        ],
        keptCount: 1, draw: nil, chosen: piece(81, "南"), entropy: 0.45)
    ], rawText: "南。", postprocessing: [], text: "南。", isRight: nil, hasActivations: true,
    layerGuesses: [
      .init(layer: 0, candidates: [candidate(81, "南", 1, 0.33, 0.33)]),
      .init(layer: 1, candidates: [candidate(81, "南", 1, 0.77, 0.77)]),
    ],
    followed: FollowedRecord(
      read: [], token: piece(81, "南"), layer: 0, head: 0,
      candidates: [candidate(81, "南", 5.25, 0.91, 0.91), candidate(82, "北", 2.125, 0.04, 0.04)],
      neurons: [
        .init(
          index: 2, value: 0.1, tokens: [push(82, "北", 0.375), push(51, "海", 0.25)], push: -0.125)
      ], push: -0.5, rows: [51, 81, 82]),
    knockouts: SampleRun.knockouts(
      [piece(81, "南"), piece(83, "。")], layers: 1, heads: 2, costliest: (0, 0)),
    finish: .contextFull)

  private static func push(_ id: Int32, _ text: String, _ amount: Double) -> FollowedRecord.Push {
    FollowedRecord.Push(token: piece(id, text), amount: amount)
  }

  /// Of the normalizations and of the way out of the heads, the same for both answers.
  private static func weights(_ store: inout TensorStore) {
    let rows: [(String, [Float])] = [
      ("blocks.0.ln1.w", [0.8, 0.6, 0.5, 0.4]), ("blocks.0.ln1.b", [0.1, -0.2, 0.3, 0.4]),
      ("ln_final.w", [2, 3, 4, 5]), ("ln_final.b", [-0.5, 0.5, 0.25, 0]),
      ("blocks.0.ln2.w", [1, 2, 3, 4]), ("blocks.0.ln2.b", [0, 0, 0, 0]),
      ("blocks.0.attn.b_O", [0.5, 0.25, 0, 1]),
    ]
    store["weights.blocks.0.attn.W_Q"] = RecordedTensor(
      shape: [2, 4, 2], values: (0..<16).map { Float($0) / 10 })
    store["weights.blocks.0.attn.b_Q"] = RecordedTensor(shape: [2, 2], values: [1, 2, 3, 4])
    for (name, values) in rows {
      store["weights." + name] = RecordedTensor(shape: [4], values: values)
    }
  }

  /// Activations of one answer: a formula for each, so that a place taken for another is seen.
  private static func add(
    _ id: String, sign: Float, pattern: [[[Float]]], mixed: [Float], normalized: [Float],
    to store: inout TensorStore
  ) {
    // Signs are those of the language already.
    func own(_ name: String, _ shape: [Int], _ values: [Float]) {
      store["usage.\(id).\(name)"] = RecordedTensor(shape: shape, values: values)
    }
    own("blocks.0.ln1.hook_scale", [3, 1], [9, 8, 2.5])
    own(
      "blocks.0.ln1.hook_normalized", [3, 4], [Float](repeating: 7, count: 8) + normalized + [0, 0])
    own("ln_final.hook_scale", [3, 1], [9, 8, 4])
    own("blocks.0.ln2.hook_scale", [3, 1], [9, 8, 3.75])
    own("blocks.0.ln2.hook_normalized", [3, 4], [Float](repeating: 7, count: 12))
    own("blocks.0.attn.hook_z", [3, 2, 2], [Float](repeating: 6, count: 8) + mixed)
    func set(_ name: String, _ shape: [Int], _ values: [Float]) {
      store["usage.\(id).\(name)"] = RecordedTensor(shape: shape, values: values.map { sign * $0 })
    }
    func rows(_ name: String, _ rows: [[Float]]) {
      set(name, [rows.count, rows[0].count], rows.flatMap { $0 })
    }
    rows("hook_embed", [[0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8], [0.9, 1, 1.1, 1.2]])
    rows("hook_pos_embed", [[10, 20, 30, 40], [50, 60, 70, 80], [90, 91, 92, 93]])
    for (base, name) in [(100, "q"), (200, "k"), (300, "v")] {
      let values = (0..<12).map { index in
        let (position, head, dimension) = (index / 4, index / 2 % 2, index % 2)
        return Float(base + position + 10 * head + 50 * dimension)
      }
      set("blocks.0.attn.hook_\(name)", [3, 2, 2], values)
    }
    // Later keys are masked, which a recording keeps as no number.
    let scores: [Float] = [0, .nan, .nan, 10, 11, .nan, 20, 21, 22]
    set("blocks.0.attn.hook_attn_scores", [2, 3, 3], scores + scores.map { 100 + $0 })
    store["usage.\(id).blocks.0.attn.hook_pattern"] = RecordedTensor(
      shape: [2, 3, 3], values: pattern.flatMap { $0.flatMap { $0 } })
    rows("blocks.0.hook_resid_pre", [[1, 1, 1, 1], [2, 2, 2, 2], [3, 4, 0, 0]])
    rows("blocks.0.hook_resid_mid", [[3, 3, 3, 3], [4, 4, 4, 4], [6, 8, 0, 0]])
    rows("blocks.0.hook_resid_post", [[5, 5, 5, 5], [6, 6, 6, 6], [5, 12, 0, 0]])
    rows("blocks.0.attn.hook_result", [[20, 0, 0, 0], [0.5, 0, 0, 0]])
    rows("blocks.0.hook_attn_out", [[21, 22, 23, 24]])
    rows("blocks.0.hook_mlp_out", [[31, 32, 33, 34]])
    rows(
      "blocks.0.mlp.hook_post",
      [[7, 7, 7, 7, 7], [8, 8, 8, 8, 8], [0.2, 0.9, -0.1, 0.6, 0.4]])
    rows("ln_final.hook_normalized", [[41, 42, 43, 44]])
  }
}
