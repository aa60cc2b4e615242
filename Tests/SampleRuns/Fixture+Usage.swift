import Charts
import Names
import Record

extension Fixture {
  package static let questionTokens = [
    special("<|en|>", 1), special("<|question|>", 3), piece("Where", 310), piece(" does", 312),
    piece(" Mika", 402), piece(" work", 376), piece("?", 37), special("<|answer|>", 4),
  ]
  package static let japaneseTokens = [
    special("<|ja|>", 2), special("<|question|>", 3), piece("ミカ", 411), piece("さん", 305),
    piece("は", 270), piece("どこで", 431), piece("働いて", 433), piece("いますか", 391),
    piece("。", 266), special("<|answer|>", 4),
  ]

  package static func choice(
    _ list: [(TokenPiece, Double, Bool)], chosen: Int, draw: Double?
  ) -> ChoiceRecord {
    ChoiceRecord(
      candidates: candidates(list), keptCount: list.count(where: \.2), draw: draw,
      start: draw == nil ? nil : list[..<chosen].reduce(0) { $0 + $1.1 }, chosen: list[chosen].0,
      entropy: list.reduce(0) { $0 - $1.1 * Numbers.logarithm($1.1) * 2.302585 })
  }

  package static func answer(
    id: String, language: Language, prompt: String, tokens: [TokenPiece], raw: String,
    text: String, choices: [ChoiceRecord], hasActivations: Bool
  ) -> AnswerRecord {
    let guesses = (0...2).map { layer in
      AnswerRecord.LayerGuess(
        layer: layer,
        candidates: layer == 0
          ? candidates([(piece("?", 37), 0.2, true), (piece(" the", 263), 0.1, true)])
          : candidates([
            (choices[0].chosen, 0.35 * Double(layer), true), (piece(" sea", 341), 0.1, true),
          ]))
    }
    return AnswerRecord(
      id: id, kind: .question, prompt: prompt,
      preprocessing: [
        AnswerRecord.PreprocessingStep(
          name: .normalization, before: prompt, after: prompt.replacing("？", with: "?")),
        AnswerRecord.PreprocessingStep(name: .language, before: prompt, after: language.rawValue),
        AnswerRecord.PreprocessingStep(
          name: .role, before: prompt,
          after: "<|\(language.rawValue)|><|question|>\(prompt)<|answer|>"),
      ],
      language: language,
      languageScores: [
        LanguageValue(language: .english, value: language == .english ? 0.98 : 0.02),
        LanguageValue(language: .japanese, value: language == .japanese ? 0.98 : 0.02),
      ], tokens: tokens, temperature: 0.8, topK: 40, topP: 0.95, seed: 7, choices: choices,
      rawText: raw,
      postprocessing: [
        AnswerRecord.PostprocessingEdit(rule: .whiteSpace, before: raw, after: text)
      ],
      text: text, isRight: true, hasActivations: hasActivations, layerGuesses: guesses,
      followed: FollowedRecord(
        read: [], token: choices[0].chosen, layer: 0, head: 2, candidates: choices[0].candidates,
        neurons: (0..<4).map { index in
          .init(
            index: 7 * index, value: 1.5 - 0.25 * Double(index),
            tokens: choices[0].candidates.map { .init(token: $0.token, amount: $0.probability) },
            push: 0.125 * Double(index))
        }, push: 2.5, rows: choices[0].candidates.map(\.token.id)),
      knockouts: SampleRun.knockouts(
        choices.map(\.chosen), layers: 2, heads: 4, costliest: (0, 2)))
  }

  package static let usage: UsageRecord = {
    let english = [
      choice(
        [
          (piece("At", 280), 0.91, true), (piece("In", 284), 0.06, true),
          (piece("Mika", 402), 0.02, false), (piece("The", 290), 0.01, false),
        ], chosen: 0, draw: 0.412),
      choice(
        [(piece(" the", 263), 0.97, true), (piece(" home", 351), 0.03, false)], chosen: 0, draw: 0.9
      ),
      choice(
        [
          (piece(" bak", 398), 0.52, true), (piece(" harbour", 301), 0.31, true),
          (piece(" school", 345), 0.09, true), (piece(" sea", 341), 0.05, false),
          (piece(" mill", 347), 0.03, false),
        ], chosen: 0, draw: 0.337),
      choice(
        [(piece("ery", 366), 0.99, true), (piece("er", 269), 0.01, false)], chosen: 0, draw: 0.5),
      choice([(piece(".", 18), 0.98, true), (piece(",", 16), 0.02, false)], chosen: 0, draw: 0.1),
    ]
    let japanese = [
      choice(
        [(piece("パン", 420), 0.88, true), (piece("海", 421), 0.12, true)], chosen: 0, draw: nil),
      choice([(piece("屋", 422), 0.97, true), (piece("の", 271), 0.03, true)], chosen: 0, draw: nil),
      choice(
        [(piece("です。", 423), 0.99, true), (piece("で", 276), 0.01, true)], chosen: 0, draw: nil),
    ]
    return UsageRecord(
      answers: [
        answer(
          id: "en", language: .english, prompt: "Where does Mika work?", tokens: questionTokens,
          raw: " At the bakery. ", text: "At the bakery.", choices: english, hasActivations: true),
        answer(
          id: "ja", language: .japanese, prompt: "ミカさんはどこで働いていますか。",
          tokens: japaneseTokens, raw: "パン屋です。", text: "パン屋です。", choices: japanese,
          hasActivations: true),
      ], comparisons: Language.allCases.map { SampleRun.comparison($0) })
  }()

  package static func pattern(heads: Int, count: Int, sharpness: Double, seed: UInt64)
    -> RecordedTensor
  {
    var noise = Noise(state: seed)
    var values: [Float] = []
    for head in 0..<heads {
      for query in 0..<count {
        let favourite = max(0, query - head)
        let weights = (0..<count).map { key in
          key > query
            ? 0 : 0.2 + noise.next() + (key == favourite ? sharpness * Double(head + 1) : 0)
        }
        let sum = weights.reduce(0, +)
        values += weights.map { Float($0 / sum) }
      }
    }
    return RecordedTensor(shape: [heads, count, count], values: values)
  }

  package static let tensors: TensorStore = {
    var store = TensorStore()
    TuningSample.addTensors(to: &store)
    for (index, name) in ["h.0.attn.c_attn.weight", "h.0.mlp.c_fc.weight"].enumerated() {
      store["initialization.\(name)"] = matrix(16, 16, scale: 0.02, seed: 11 + UInt64(index))
      store["learned.\(name)"] = matrix(16, 16, scale: 0.12, seed: 21 + UInt64(index))
    }
    for (index, snapshot) in training.snapshots.enumerated() {
      store["training.\(snapshot.step).attention"] = pattern(
        heads: 8, count: 7, sharpness: Double(index) * 2, seed: 5)
      let start = matrix(training.embeddingTokens.count, 2, scale: 0.1, seed: 9)
      store["training.\(snapshot.step).embedding"] = RecordedTensor(
        shape: start.shape, values: start.values.map { $0 * Float(1 + 3 * index) })
      store["training.\(snapshot.step).weights.h.0.attn.c_attn.weight"] = matrix(
        10, 10, scale: 0.02 + 0.04 * Double(index), seed: 31)
    }
    for answer in usage.answers {
      add(answer, to: &store)
    }
    return store
  }()

  package static func add(_ answer: AnswerRecord, to store: inout TensorStore) {
    let (count, width, heads) = (answer.tokens.count, 32, 4)
    let prefix = "usage.\(answer.id)."
    func set(_ name: String, _ shape: [Int], _ scale: Double, _ seed: UInt64) {
      let flat = matrix(1, shape.reduce(1, *), scale: scale, seed: seed)
      store[prefix + name] = RecordedTensor(shape: shape, values: flat.values)
    }
    set("hook_embed", [count, width], 0.4, 1)
    set("hook_pos_embed", [count, width], 0.1, 2)
    for layer in 0..<2 {
      let block = "blocks.\(layer)"
      let seed = UInt64(layer * 20)
      set("\(block).hook_resid_pre", [count, width], 0.5, seed + 3)
      for (index, name) in ["q", "k", "v"].enumerated() {
        set(
          "\(block).attn.hook_\(name)", [count, heads, width / heads], 1, seed + 4 + UInt64(index))
      }
      set("\(block).attn.hook_attn_scores", [heads, count, count], 2, seed + 8)
      store[prefix + "\(block).attn.hook_pattern"] = pattern(
        heads: heads, count: count, sharpness: 2 + Double(layer), seed: seed + 9)
      set("\(block).hook_attn_out", [count, width], 0.4, seed + 10)
      set("\(block).hook_resid_mid", [count, width], 0.8, seed + 11)
      set("\(block).mlp.hook_post", [count, 4 * width], 0.6, seed + 12)
      set("\(block).hook_mlp_out", [count, width], 0.7, seed + 13)
      set("\(block).hook_resid_post", [count, width], 1.2, seed + 14)
    }
    set("ln_final.hook_normalized", [count, width], 1, 99)
    set("blocks.0.ln1.hook_normalized", [count, width], 1, 98)
    set("blocks.0.attn.hook_z", [count, heads, width / heads], 1, 97)
    set("blocks.0.attn.hook_result", [heads, width], 0.5, 96)
    set("blocks.0.ln2.hook_normalized", [count, width], 1, 92)
    for (name, shape, seed) in [
      ("W_Q", [heads, width, width / heads], UInt64(91)), ("b_Q", [heads, width / heads], 90),
    ] {
      let flat = matrix(1, shape.reduce(1, *), scale: 0.5, seed: seed)
      store["weights.blocks.0.attn." + name] = RecordedTensor(shape: shape, values: flat.values)
    }
    for name in ["blocks.0.ln1", "blocks.0.ln2", "ln_final"] {
      store[prefix + name + ".hook_scale"] = RecordedTensor(
        shape: [count, 1], values: [Float](repeating: 0.625, count: count))
      for (part, seed) in [("w", UInt64(95)), ("b", 94)] {
        let flat = matrix(1, width, scale: 0.5, seed: seed)
        store["weights.\(name).\(part)"] = RecordedTensor(shape: [width], values: flat.values)
      }
    }
    let bias = matrix(1, width, scale: 0.25, seed: 93)
    store["weights.blocks.0.attn.b_O"] = RecordedTensor(shape: [width], values: bias.values)
  }
}
