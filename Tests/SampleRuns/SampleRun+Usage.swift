import Names
import Record

extension SampleRun {
  package static func answer(_ language: Language) -> AnswerRecord {
    let isEnglish = language == .english
    let prompt = isEnglish ? "Where does Mira work?" : "ミラはどこで働いていますか。"
    let text = isEnglish ? "At the bakery." : "パン屋です。"
    let tokens =
      [piece(1, isEnglish ? "<|en|>" : "<|ja|>"), piece(3, "<|question|>")]
      + (isEnglish ? row.prefix(2) : [piece(60, "ミラ"), piece(61, "は")]) + [piece(4, "<|answer|>")]
    let pieces = isEnglish ? ["At", " the", " bakery", "."] : ["パン", "屋", "です", "。"]
    return AnswerRecord(
      id: language.rawValue, kind: .question, prompt: prompt,
      preprocessing: [
        .init(name: .normalization, before: prompt, after: prompt),
        .init(name: .language, before: prompt, after: language.rawValue),
        .init(name: .role, before: prompt, after: "<|question|>\(prompt)<|answer|>"),
      ], language: language,
      languageScores: [
        LanguageValue(language: .english, value: isEnglish ? 0.98 : 0.02),
        LanguageValue(language: .japanese, value: isEnglish ? 0.02 : 0.98),
      ], tokens: tokens, temperature: 0, topK: 0, topP: 1, seed: 7,
      choices: pieces.enumerated().map { index, piece in
        ChoiceRecord(
          candidates: candidates([piece, " a", "x", "y"]), keptCount: 1, draw: nil,
          chosen: SampleRun.piece(Int32(20 + index), piece), entropy: 0.6)
      }, rawText: text + " ",
      postprocessing: [
        AnswerRecord.PostprocessingEdit(rule: .whiteSpace, before: text + " ", after: text)
      ],
      text: text, isRight: true, hasActivations: true,
      layerGuesses: (0...layers).map {
        .init(layer: $0, candidates: candidates([pieces[0], " a", "x"]))
      },
      knockouts: knockouts(
        pieces.enumerated().map { piece(Int32(20 + $0), $1) }, layers: layers, heads: heads,
        costliest: (0, 0)),
      finish: .endToken,
      hold: .init(threshold: 0.6, tokenCount: 2, confidence: isEnglish ? 0.75 : 0.7, isHeld: false))
  }

  /// Every part removed, all numbers different; without one head the answer is least likely.
  package static func knockouts(
    _ tokens: [TokenPiece], layers: Int, heads: Int, costliest: (layer: Int, head: Int)
  ) -> KnockoutRecord {
    func guesses(_ first: Double) -> [KnockoutRecord.Guess] {
      tokens.enumerated().map { place, token in
        let own = first - 0.01 * Double(place)
        return own >= 0.5
          ? .init(probability: own, likeliest: token, greatest: own)
          : .init(probability: own, likeliest: piece(99, " sea"), greatest: 0.875 - own)
      }
    }
    var removals: [KnockoutRecord.Removal] = []
    for layer in 0..<layers {
      removals.append(
        .init(
          layer: layer, part: .attention, guesses: guesses(0.6 + 0.02 * Double(layer)),
          written: .init(tokens: tokens, finish: .limit)))
      for head in 0..<heads {
        let isCostliest = layer == costliest.layer && head == costliest.head
        removals.append(
          .init(
            layer: layer, part: .attention, head: head,
            guesses: guesses(
              isCostliest ? 0.12 : 0.8 + 0.02 * Double(layer) + 0.005 * Double(head)),
            written: isCostliest
              ? .init(tokens: [piece(99, " sea"), piece(99, " sea")], finish: .limit)
              : .init(tokens: tokens, finish: .contextFull)))
      }
      removals.append(
        .init(
          layer: layer, part: .mlp, guesses: guesses(0.3 + 0.2 * Double(layer)),
          written: .init(tokens: Array(tokens.suffix(1)), finish: .endToken)))
    }
    return KnockoutRecord(tokens: tokens, intact: guesses(0.95), removals: removals)
  }

  /// Attention of every head: query 1 looks at key 0 with `1 / (1 + e^(-0.5))`.
  package static let tensors: TensorStore = {
    var store = TensorStore()
    TuningSample.addTensors(to: &store)
    let share = 1 / (1 + power(-0.5))
    for language in ["en", "ja"] {
      for layer in 0..<layers {
        var scores: [Float] = []
        var pattern: [Float] = []
        for _ in 0..<heads {
          for query in 0..<5 {
            for key in 0..<5 {
              scores.append(key > query ? .nan : key == 0 ? 0.75 : 0.25)
              let even = Float(1) / Float(query + 1)
              let second = key == 0 ? Float(share) : Float(1 - share)
              pattern.append(key > query ? 0 : query == 1 ? second : even)
            }
          }
        }
        let hook = "usage.\(language).blocks.\(layer).attn.hook_"
        store[hook + "attn_scores"] = RecordedTensor(shape: [heads, 5, 5], values: scores)
        store[hook + "pattern"] = RecordedTensor(shape: [heads, 5, 5], values: pattern)
      }
    }
    return store
  }()
}
