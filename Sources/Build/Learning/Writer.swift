import Dataset
import Inference
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// Lets a model write, for the record: greedy or drawn, to a prompt in one language.
struct Writer {
  let tokenizer: Tokenizer
  let pool: WorkerPool

  /// What the model writes to a prompt, up to `limit` tokens or its own end.
  ///
  /// A special token, with which another part of a document begins, is written as the end of a line.
  func sample(
    _ parameters: Parameters, to prompt: JournalPrompt, temperature: Float, seed: UInt64,
    limit: Int
  ) -> WrittenSample {
    let generator = Generator(parameters: parameters, pool: pool)
    var sampler = Sampler(
      options: SamplingOptions(temperature: temperature, topK: 0, topP: 1), seed: seed)
    let tokens = prompt.tokens(tokenizer)
    var bytes: [UInt8] = []
    var logits = generator.process(tokens)
    let room = parameters.configuration.contextLength - tokens.count
    for written in 0..<min(limit, room) {
      let choice = sampler.choose(logits, recording: 1)
      if choice.chosen == SpecialToken.end.rawValue { break }
      let isRole = SpecialToken(rawValue: choice.chosen) != nil
      bytes += isRole ? Array("\n".utf8) : tokenizer.bytes(of: choice.chosen)
      if written + 1 < min(limit, room) { logits = generator.process([choice.chosen]) }
    }
    return WrittenSample(
      language: prompt.language, kind: prompt.kind, prompt: prompt.text,
      text: String(decoding: bytes, as: UTF8.self))
  }

  /// The logits of what comes next: after a prompt, and after the answer's beginning where one is known.
  func logits(_ parameters: Parameters, after prompt: JournalPrompt) -> [Float] {
    let generator = Generator(parameters: parameters, pool: pool)
    return Array(
      generator.process(prompt.tokens(tokenizer) + (prompt.answer?.before ?? [])))
  }
}
