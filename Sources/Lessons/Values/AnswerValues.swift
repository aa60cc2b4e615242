import Charts
import Names
import Record

/// U1 to U6: the answer that is followed.
extension RecordedValue {
  static let answer: [RecordedValue] = [
    RecordedValue("answer.prompt", "the prompt as it arrived", text: \.answer?.prompt),
    RecordedValue(
      "answer.text", "the answer as the reader gets it",
      text: { shown in
        shown.answer.map { $0.text.isEmpty ? nothing[shown.language] : $0.text }
      }),
    RecordedValue(
      "answer.rawText", "the answer before postprocessing",
      text: { $0.answer.map { TerminalText.visible($0.rawText) } }),
    RecordedValue(
      "answer.tokens", "tokens that the model was given", count: \.answer?.tokens.count),
    RecordedValue("answer.bytes", "bytes of the prompt", count: \.answer?.prompt.utf8.count),
    RecordedValue("answer.written", "tokens that the model wrote", count: \.answer?.choices.count),
    RecordedValue(
      "answer.englishScore", "the language detector's score for English", places: 3,
      \.answer?.languageScores[.english]),
    RecordedValue(
      "answer.japaneseScore", "its score for Japanese", places: 3,
      \.answer?.languageScores[.japanese]),
    RecordedValue("answer.temperature", "the temperature", number: \.answer?.temperature),
    RecordedValue("answer.edits", "edits of postprocessing", count: \.answer?.postprocessing.count),
  ]

  /// What stands for an answer without a word in it.
  private static let nothing = LocalizedText(en: "(nothing)", ja: "（何も書かない）")

  /// U3: what the model found likely after the last token of the prompt.
  static let candidates: [RecordedValue] = [
    RecordedValue(
      "first.token", "the most likely first token of the answer", token: \.first?.token),
    RecordedValue("first.logit", "its logit", places: 3, \.first?.logit),
    RecordedValue("first.probability", "its probability", number: \.first?.probability),
    RecordedValue("second.token", "the second most likely first token", token: \.second?.token),
    RecordedValue("second.logit", "its logit", places: 3, \.second?.logit),
    RecordedValue("second.probability", "its probability", number: \.second?.probability),
    RecordedValue(
      "candidates.difference", "the difference of the two logits, written out",
      text: { shown in
        guard let first = shown.first, let second = shown.second else { return nil }
        let term = Numbers.fixed(second.logit, 3)
        return Numbers.fixed(first.logit, 3) + " − " + (second.logit < 0 ? "(\(term))" : term)
      }),
    RecordedValue(
      "candidates.logitGap", "difference of the two logits", places: 3,
      { difference($0.first?.logit, $0.second?.logit) }),
    RecordedValue(
      "candidates.ratio", "the first probability over the second",
      number: { shown in
        guard let first = shown.first, let second = shown.second, second.probability > 0
        else { return nil }
        return first.probability / second.probability
      }),
    RecordedValue(
      "guess.start", "the likeliest next token read off before the first block",
      token: \.answer?.layerGuesses.first?.candidates.first?.token),
    RecordedValue(
      "guess.end", "the same after the last block",
      token: \.answer?.layerGuesses.last?.candidates.first?.token),
  ]

  /// U3: how the second token of the prompt looks at the first two, in the head that is followed.
  static let attention: [RecordedValue] = [
    RecordedValue(
      "attention.token.first", "the first token of the prompt", token: \.answer?.tokens.first),
    RecordedValue(
      "attention.token.second", "the second token of the prompt",
      token: { $0.answer?.tokens.dropFirst().first }),
    RecordedValue(
      "attention.layer", "layer of the head that the figures show, from 0",
      text: { $0.head.map { "\($0.layer)" } }),
    RecordedValue(
      "attention.head", "that head, from 0", text: { $0.head.map { "\($0.head)" } }),
    RecordedValue(
      "attention.score.first", "in that head: score of token 2 looking at token 1", places: 3,
      { $0.entry("attn_scores", key: 0) }),
    RecordedValue(
      "attention.score.second", "the same looking at itself", places: 3,
      { $0.entry("attn_scores", key: 1) }),
    RecordedValue(
      "attention.weight.first", "its attention to token 1 after softmax", places: 3,
      { $0.entry("pattern", key: 0) }),
    RecordedValue(
      "attention.weight.second", "its attention to itself", places: 3,
      { $0.entry("pattern", key: 1) }),
    RecordedValue(
      "attention.gap", "difference of the two scores, second minus first", places: 3,
      { difference($0.entry("attn_scores", key: 1), $0.entry("attn_scores", key: 0)) }),
  ]

  private static func difference(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return nil }
    return one - other
  }
}

extension Exhibits {
  /// The likeliest first tokens of the answer that is followed.
  fileprivate var first: CandidateRecord? { answer?.choices.first?.candidates.first }
  fileprivate var second: CandidateRecord? {
    answer?.choices.first?.candidates.dropFirst().first
  }

  /// What one matrix of the head that is followed holds at query 1, the second token.
  fileprivate func entry(_ hook: String, key: Int) -> Double? {
    guard let (layer, head) = head,
      let tensor = activation("blocks.\(layer).attn.hook_\(hook)"),
      tensor.shape.count == 3, tensor.shape[0] > head, tensor.shape[1] > 1, tensor.shape[2] > 1
    else { return nil }
    return Double(tensor.matrix(head)[1][key])
  }
}
