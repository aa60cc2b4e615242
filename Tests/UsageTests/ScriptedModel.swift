import Inference
import ModelFile
import Names
import Numerics
import Tokenization
import Transformer

@testable import Usage

/// A tiny real model whose next token depends on the position alone: its positions point at the tokens
/// that it is to say, its block adds nothing.
enum ScriptedModel {
  static let width = 64

  /// - Parameters:
  ///   - script: what follows a prompt of `promptLength` tokens; from its end on the last one again.
  ///   - hasRoles: with this program's special tokens, or with `<eos>` as its only one.
  ///   - sharpness: 1 leaves the other tokens no chance, far less makes a draw matter.
  static func assistant(
    saying script: [Int32] = [SpecialToken.end.rawValue], after promptLength: Int = 1,
    contextLength: Int = 48, hasRoles: Bool = true, sharpness: Float = 1, overflows: Bool = false
  ) throws -> Assistant {
    let tokenizer =
      hasRoles
      ? try Tokenizer(merges: [])
      : try Tokenizer(
        specialTokens: [(256, "<eos>")], byteTokens: (0..<256).map { Int32($0) }, merges: [])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: width, contextLength: contextLength,
        vocabularySize: tokenizer.vocabularySize))
    var generator = RandomGenerator(seed: 3)
    let tokens = parameters.tensor("wte.weight")
    for index in tokens.indices { tokens[index] = generator.normal() }
    let positions = parameters.tensor("wpe.weight")
    for position in 0..<contextLength {
      let place = min(max(0, position - (promptLength - 1)), script.count - 1)
      for dimension in 0..<width {
        positions[position * width + dimension] =
          20 * tokens[Int(script[place]) * width + dimension]
      }
    }
    for name in ["h.0.ln_1.weight", "h.0.ln_2.weight", "ln_f.weight"] {
      let gains = parameters.tensor(name)
      for index in gains.indices { gains[index] = name == "ln_f.weight" ? sharpness : 1 }
    }
    if overflows { parameters.tensor("ln_f.weight")[0] = .infinity }
    return Assistant(
      model: TrainedModel(parameters: parameters, tokenizer: tokenizer),
      pool: WorkerPool(threadCount: 1))
  }

  /// The tokens of a text, one for each byte, and the end.
  static func script(_ text: String) throws -> [Int32] {
    try Tokenizer(merges: []).encode(text) + [SpecialToken.end.rawValue]
  }
}
