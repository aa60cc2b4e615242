import Names
import Record
import Tokenization

/// What a model expects at one place, look after look, until it is known which tokens are worth telling.
struct WatchedPredictions {
  let prompt: JournalPrompt
  let tokenizer: Tokenizer
  private var looks: [[Float]] = []

  /// More tokens are not watched.
  private static let limit = 5

  init(prompt: JournalPrompt, tokenizer: Tokenizer) {
    self.prompt = prompt
    self.tokenizer = tokenizer
  }

  mutating func add(_ logits: [Float]) { looks.append(logits) }

  /// One for each look. Watched are the right token, or where none is known the one that is likeliest at
  /// the last look, and then each that was likeliest at a look, in the order of the looks: so the early
  /// favorites are seen to come and go.
  func predictions() -> [TrainingRecord.Prediction] {
    let candidates = looks.map { Distribution.candidates($0, count: 6, tokenizer: tokenizer) }
    let likeliest = candidates.compactMap { $0.first?.token.id }
    var watched: [Int32] = []
    for token in [prompt.answer?.fact ?? likeliest.last].compactMap({ $0 }) + likeliest
    where !watched.contains(token) && watched.count < Self.limit {
      watched.append(token)
    }
    return zip(looks, candidates).map { logits, candidates in
      let shares = Distribution.softmax(logits)
      return TrainingRecord.Prediction(
        language: prompt.language, kind: prompt.kind, prompt: prompt.text,
        answer: String(
          decoding: (prompt.answer?.before ?? []).flatMap { tokenizer.bytes(of: $0) },
          as: UTF8.self),
        isKnown: prompt.answer != nil, candidates: candidates,
        watched: watched.map { .init(token: tokenizer.piece($0), probability: shares[Int($0)]) })
    }
  }
}
