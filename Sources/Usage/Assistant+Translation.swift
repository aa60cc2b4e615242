import Dataset
import Inference
import Names

extension Assistant {
  /// The answer in another language, translated by the model itself, as it learned from parallel
  /// sentences; nil when it is in that language, or there is nothing to translate, such as an answer that
  /// is held back: what stands in its place is none of the model's own sentences.
  ///
  /// Parallel documents hold one sentence, so the answer is translated sentence by sentence.
  /// - Returns: one answer for each sentence.
  /// - Throws: when the model's logits are not finite.
  public func translate(
    _ answer: Answer, to language: Language, limit: Int
  ) throws(NotFiniteError) -> [Answer]? {
    guard knowsRoles, answer.language != language, answer.hold?.isHeld != true else { return nil }
    let sentences = Sentences.cut(answer.text, answer.language.writing)
    guard !sentences.isEmpty else { return nil }
    var answers: [Answer] = []
    for sentence in sentences {
      guard
        let prompt = try? prepare(
          sentence, kind: .translation, language: answer.language, recasts: false)
      else { continue }
      answers.append(
        try self.answer(prompt, options: SamplingOptions(temperature: 0), seed: 0, limit: limit))
    }
    return answers.isEmpty ? nil : answers
  }
}

extension Answer {
  /// The language that the answer is written in.
  public var language: Language {
    prompt.kind == .translation ? prompt.language.other : prompt.language
  }
}
