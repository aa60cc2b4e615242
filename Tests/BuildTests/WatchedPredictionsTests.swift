import Inference
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build

/// What is told of a model while it learns: its expectations, and what it writes.
@Suite struct WatchedPredictionsTests {
  private let text: PartedText
  init() throws { text = try PartedText() }

  private func logits(_ best: [Int: Float]) -> [Float] {
    var logits = [Float](repeating: 0, count: 263)
    for (id, value) in best { logits[id] = value }
    return logits
  }

  @Test func theRightTokenIsWatchedFirstAndThenTheFavorites() {
    var watched = WatchedPredictions(
      prompt: JournalPrompt(
        language: .english, kind: .question, text: "Who?",
        answer: (before: text.tokenizer.encode("It is "), fact: 40)), tokenizer: text.tokenizer)
    watched.add(logits([50: 9, 40: 1]))
    watched.add(logits([60: 9, 50: 8]))
    watched.add(logits([50: 7, 40: 6]))
    let found = watched.predictions()
    #expect(found.count == 3 && found.allSatisfy { $0.isKnown && $0.answer == "It is " })
    for (look, prediction) in found.enumerated() {
      #expect(prediction.watched.map(\.token.id) == [40, 50, 60])
      #expect(prediction.candidates.first?.token.id == [50, 60, 50][look])
      let sum = Distribution.softmax(
        logits([[50: 9, 40: 1], [60: 9, 50: 8], [50: 7, 40: 6]][look]))
      #expect(prediction.watched.map(\.probability) == [sum[40], sum[50], sum[60]])
    }
  }

  @Test func whereNobodyKnowsTheLastFavoriteIsWatchedFirst() {
    var watched = WatchedPredictions(
      prompt: JournalPrompt(language: .english, kind: .continuation, text: "The"),
      tokenizer: text.tokenizer)
    for best in [70, 71, 72, 70, 73, 74, 75] { watched.add(logits([best: 5])) }
    let found = watched.predictions()
    #expect(found[0].watched.map(\.token.id) == [75, 70, 71, 72, 73], "five at most")
    #expect(found.allSatisfy { !$0.isKnown && $0.answer.isEmpty })
  }

  @Test func whatIsWrittenIsWhatTheModelHoldsLikeliest() {
    let (parameters, tokenizer) = (text.parameters(), text.tokenizer)
    let prompt = JournalPrompt(language: .english, kind: .continuation, text: "The sea")
    let writer = Writer(tokenizer: tokenizer, pool: text.pool)
    let sample = writer.sample(parameters, to: prompt, temperature: 0, seed: 1, limit: 6)
    let generator = Generator(parameters: parameters, pool: text.pool)
    var logits = Array(generator.process(prompt.tokens(tokenizer)))
    #expect(writer.logits(parameters, after: prompt) == logits)
    var bytes: [UInt8] = []
    for _ in 0..<6 {
      let best = Int32(logits.indices.max { (logits[$0], $1) < (logits[$1], $0) }!)
      if best == SpecialToken.end.rawValue { break }
      let isRole = SpecialToken(rawValue: best) != nil
      bytes += isRole ? [0x0A] : tokenizer.bytes(of: best)
      logits = Array(generator.process([best]))
    }
    #expect(sample.text == String(decoding: bytes, as: UTF8.self))
    #expect(sample.prompt == "The sea" && sample.language == .english)
    #expect(sample.kind == .continuation)
  }
}
