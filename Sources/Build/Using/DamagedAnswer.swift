import Inference
import Names
import Record
import Tokenization
import Transformer
import Usage

/// Writes greedily what a model without some part answers.
///
/// Most parts leave the beginning of an answer as it was. A pass over prompt and answer has said how far,
/// and holds keys and values of these positions: only what follows is written token by token.
struct DamagedAnswer {
  let assistant: Assistant
  let tokenizer: Tokenizer
  let promptCount: Int
  /// The part whose projection the generator holds in its damaged form.
  private var damaged: RemovedPart?

  init(_ assistant: Assistant, tokenizer: Tokenizer, promptCount: Int) {
    self.assistant = assistant
    self.tokenizer = tokenizer
    self.promptCount = promptCount
  }

  /// - Parameters:
  ///   - part: is missing in the parameters as they are now.
  ///   - reading: of the damaged model, over the prompt and an answer.
  /// - Returns: nil where the model's numbers overflow.
  mutating func written(
    without part: RemovedPart, _ reading: Knockouts.Reading
  ) -> KnockoutRecord.Written? {
    let room = assistant.model.configuration.contextLength - promptCount
    let limit = max(1, min(Knockouts.limit, room))
    let full: FinishReason = Knockouts.limit < room ? .limit : .contextFull
    var tokens = Array(reading.answer.prefix(reading.keptCount))
    if reading.keptCount < reading.answer.count {
      guard let other = reading.choices[reading.keptCount] else { return nil }
      tokens.append(other)
    }
    tokens = Array(tokens.prefix(limit))
    if let end = tokens.firstIndex(where: assistant.isEnd) {
      return record(Array(tokens[...end]), .endToken)
    }
    guard tokens.count < limit else { return record(tokens, full) }
    let generator = assistant.generator
    let changed = [damaged, part].compactMap { $0 }
    generator.refresh(projectionsOf: changed)
    damaged = part
    generator.take(promptCount + tokens.count - 1, from: reading.model)
    while tokens.count < limit {
      let logits = generator.process([tokens[tokens.count - 1]])
      guard logits.allSatisfy(\.isFinite) else { return nil }
      tokens.append(Self.likeliest(logits))
      if assistant.isEnd(tokens[tokens.count - 1]) { return record(tokens, .endToken) }
    }
    return record(tokens, full)
  }

  /// The generator takes over the whole model again; call it when the parameters are mended.
  mutating func mend() {
    if let damaged { assistant.generator.refresh(projectionsOf: [damaged]) }
    damaged = nil
  }

  private func record(_ tokens: [Int32], _ finish: FinishReason) -> KnockoutRecord.Written {
    KnockoutRecord.Written(tokens: tokenizer.pieces(tokens), finish: finish)
  }

  /// Of equal ones the first, as the sampler takes it.
  private static func likeliest(_ logits: UnsafeBufferPointer<Float>) -> Int32 {
    var best = 0
    for id in logits.indices where logits[id] > logits[best] { best = id }
    return Int32(best)
  }
}
