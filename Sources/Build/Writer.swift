import Dataset
import Inference
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// Lets a model write, for the record: greedy or drawn, from a prompt in one language.
struct Writer {
  let tokenizer: Tokenizer
  let pool: WorkerPool

  /// What the model writes after `prompt`, up to `limit` tokens or its own end.
  func sample(
    _ parameters: Parameters, language: Language, prompt: String, temperature: Float, seed: UInt64,
    limit: Int
  ) -> WrittenSample {
    let generator = Generator(parameters: parameters, pool: pool)
    var sampler = Sampler(
      options: SamplingOptions(temperature: temperature, topK: 0, topP: 1), seed: seed)
    let tokens = tokens(of: prompt, language)
    var bytes: [UInt8] = []
    var logits = generator.process(tokens)
    let room = parameters.configuration.contextLength - tokens.count
    for written in 0..<min(limit, room) {
      let choice = sampler.choose(logits, recording: 1)
      if choice.chosen == SpecialToken.end.rawValue { break }
      bytes += tokenizer.bytes(of: choice.chosen)
      if written + 1 < min(limit, room) { logits = generator.process([choice.chosen]) }
    }
    return WrittenSample(
      language: language, prompt: prompt, text: String(decoding: bytes, as: UTF8.self))
  }

  /// What the model expects after a prompt.
  func prediction(
    _ parameters: Parameters, language: Language, prompt: String, count: Int = 6
  ) -> TrainingRecord.Prediction {
    let generator = Generator(parameters: parameters, pool: pool)
    let logits = generator.process(tokens(of: prompt, language))
    return TrainingRecord.Prediction(
      language: language, prompt: prompt,
      candidates: Distribution.candidates(logits, count: count, tokenizer: tokenizer))
  }

  /// What the model is given.
  func tokens(of prompt: String, _ language: Language) -> [Int32] {
    PromptForm(kind: .continuation, language: language).tokens(of: prompt, tokenizer: tokenizer)
  }
}
