import Inference
import ModelFile
import Tokenization
import Transformer

/// A small model with random parameters and a tokenizer of three merges.
enum ModelFixture {
  static func make() throws -> TrainedModel {
    let h = Tokenizer.firstByteToken + Int32(ByteAlphabet.position[Int(UInt8(ascii: "h"))])
    let e = Tokenizer.firstByteToken + Int32(ByteAlphabet.position[Int(UInt8(ascii: "e"))])
    let space = Tokenizer.firstByteToken + Int32(ByteAlphabet.position[0x20])
    let first = Tokenizer.firstMergedToken
    let tokenizer = try Tokenizer(merges: [(h, e), (space, first), (first, first)])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 12,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 3)
    return TrainedModel(
      parameters: parameters, tokenizer: tokenizer,
      generation: GenerationDefaults(
        sampling: SamplingOptions(temperature: 0.8, topK: 20, topP: 0.95), tokenLimit: 30,
        endTokens: [0, 1, 2]))
  }
}
