import Charts
import Figures
import Names
import Record

/// U1 to U6; the answer is the recorded one in the reader's language whose inside was kept.
extension RecordedValue {
  static func answer(_ run: Run, _ language: Language) -> AnswerRecord? {
    let own = run.usage.answers.filter { $0.language == language }
    return own.first { $0.hasActivations } ?? own.first ?? run.usage.answers.first
  }

  /// What stands for an answer without a word in it.
  private static func nothing(_ language: Language) -> String {
    LocalizedText(en: "(nothing)", ja: "（何も書かない）")[language]
  }

  private static func score(of scored: Language) -> @Sendable (Run, Language) -> Double? {
    { run, language in
      answer(run, language)?.languageScores.first { $0.language == scored }?.value
    }
  }

  static let answer: [RecordedValue] = [
    RecordedValue("answer.prompt", "the prompt as it arrived") { run, language in
      answer(run, language)?.prompt
    },
    RecordedValue("answer.text", "the answer as the reader gets it") { run, language in
      answer(run, language).map { $0.text.isEmpty ? nothing(language) : $0.text }
    },
    RecordedValue("answer.rawText", "the answer before postprocessing") { run, language in
      answer(run, language).map { TerminalText.visible($0.rawText) }
    },
    RecordedValue(
      "answer.tokens", "tokens that the model was given",
      count: { run, language in
        answer(run, language)?.tokens.count
      }),
    RecordedValue(
      "answer.bytes", "bytes of the prompt",
      count: { run, language in
        answer(run, language)?.prompt.utf8.count
      }),
    RecordedValue(
      "answer.written", "tokens that the model wrote",
      count: { run, language in
        answer(run, language)?.choices.count
      }),
    RecordedValue(
      "answer.englishScore", "the language detector's score for English", places: 3,
      score(of: .english)),
    RecordedValue(
      "answer.japaneseScore", "its score for Japanese", places: 3, score(of: .japanese)),
    RecordedValue(
      "answer.temperature", "the temperature",
      number: { run, language in
        answer(run, language)?.temperature
      }),
    RecordedValue(
      "answer.edits", "edits of postprocessing",
      count: { run, language in
        answer(run, language)?.postprocessing.count
      }),
  ]

  /// U3: inside the model, at the last token of the prompt unless something else is said.
  static let inside: [RecordedValue] = [
    RecordedValue("first.token", "the most likely first token of the answer") { run, language in
      candidate(run, language, 0).map { shown($0.token) }
    },
    RecordedValue("first.logit", "its logit", places: 3) { run, language in
      candidate(run, language, 0)?.logit
    },
    RecordedValue(
      "first.probability", "its probability",
      number: { run, language in
        candidate(run, language, 0)?.probability
      }),
    RecordedValue("second.token", "the second most likely first token") { run, language in
      candidate(run, language, 1).map { shown($0.token) }
    },
    RecordedValue("second.logit", "its logit", places: 3) { run, language in
      candidate(run, language, 1)?.logit
    },
    RecordedValue(
      "second.probability", "its probability",
      number: { run, language in
        candidate(run, language, 1)?.probability
      }),
    RecordedValue("candidates.difference", "the difference of the two logits, written out") {
      run, language in
      guard let first = candidate(run, language, 0), let second = candidate(run, language, 1)
      else { return nil }
      let term = Numbers.fixed(second.logit, 3)
      return Numbers.fixed(first.logit, 3) + " − " + (second.logit < 0 ? "(\(term))" : term)
    },
    RecordedValue("candidates.logitGap", "difference of the two logits", places: 3) {
      run, language in
      guard let first = candidate(run, language, 0), let second = candidate(run, language, 1)
      else { return nil }
      return first.logit - second.logit
    },
    RecordedValue(
      "candidates.ratio", "the first probability over the second",
      number: {
        run, language in
        guard let first = candidate(run, language, 0), let second = candidate(run, language, 1),
          second.probability > 0
        else { return nil }
        return first.probability / second.probability
      }),
    RecordedValue("guess.start", "the likeliest next token read off before the first block") {
      run, language in
      answer(run, language)?.layerGuesses.first?.candidates.first.map { shown($0.token) }
    },
    RecordedValue("guess.end", "the same after the last block") { run, language in
      answer(run, language)?.layerGuesses.last?.candidates.first.map { shown($0.token) }
    },
    RecordedValue("attention.token.first", "the first token of the prompt") { run, language in
      token(run, language, 0)
    },
    RecordedValue("attention.token.second", "the second token of the prompt") { run, language in
      token(run, language, 1)
    },
    RecordedValue("attention.layer", "layer of the head that the figures show, from 0") {
      run, language in
      FigureCatalog.attentionHead(run: run, language: language).map { "\($0.layer)" }
    },
    RecordedValue("attention.head", "that head, from 0") { run, language in
      FigureCatalog.attentionHead(run: run, language: language).map { "\($0.head)" }
    },
    RecordedValue(
      "attention.score.first", "in that head: score of token 2 looking at token 1", places: 3
    ) { run, language in entry(run, language, "attn_scores", key: 0) },
    RecordedValue("attention.score.second", "the same looking at itself", places: 3) {
      run, language in entry(run, language, "attn_scores", key: 1)
    },
    RecordedValue("attention.weight.first", "its attention to token 1 after softmax", places: 3) {
      run, language in entry(run, language, "pattern", key: 0)
    },
    RecordedValue("attention.weight.second", "its attention to itself", places: 3) {
      run, language in entry(run, language, "pattern", key: 1)
    },
    RecordedValue(
      "attention.gap", "difference of the two scores, second minus first", places: 3
    ) { run, language in
      guard let first = entry(run, language, "attn_scores", key: 0),
        let second = entry(run, language, "attn_scores", key: 1)
      else { return nil }
      return second - first
    },
  ]

  private static func candidate(
    _ run: Run, _ language: Language, _ index: Int
  ) -> CandidateRecord? {
    guard let candidates = answer(run, language)?.choices.first?.candidates,
      candidates.indices.contains(index)
    else { return nil }
    return candidates[index]
  }

  private static func token(_ run: Run, _ language: Language, _ index: Int) -> String? {
    guard let tokens = answer(run, language)?.tokens, tokens.indices.contains(index) else {
      return nil
    }
    return shown(tokens[index])
  }

  /// Query 1 of the head that the figures show.
  private static func entry(
    _ run: Run, _ language: Language, _ hook: String, key: Int
  ) -> Double? {
    guard let (answer, layer, head) = FigureCatalog.attentionHead(run: run, language: language),
      let tensor = run.tensors["usage.\(answer.id).blocks.\(layer).attn.hook_\(hook)"],
      tensor.shape.count == 3, tensor.shape[0] > head, tensor.shape[1] > 1, tensor.shape[2] > 1
    else { return nil }
    return Double(tensor.values[(head * tensor.shape[1] + 1) * tensor.shape[2] + key])
  }
}
