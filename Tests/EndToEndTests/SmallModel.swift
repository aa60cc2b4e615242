import Foundation
import ModelFile
import Tokenization
import Transformer

/// Folders of small models from elsewhere: random parameters, a token for each byte.
enum SmallModel {
  /// - Parameters:
  ///   - overflows: whether the logits grow beyond single precision, from finite parameters.
  ///   - isMissing: which bytes have no token.
  static func save(
    to folder: String, overflows: Bool = false, context: Int = 96,
    without isMissing: (UInt8) -> Bool = { _ in false }
  ) throws {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 8, contextLength: context, vocabularySize: 256))
    parameters.initialize(seed: 5)
    if overflows {
      for (name, factor) in [("wte.weight", 1e20 as Float), ("ln_f.weight", 1e25)] {
        let values = parameters.tensor(name)
        for index in values.indices { values[index] *= factor }
      }
    }
    let tokenizer = try Tokenizer(
      specialTokens: [],
      byteTokens: (UInt8.min...UInt8.max).map { isMissing($0) ? Tokenizer.noToken : Int32($0) },
      merges: [])
    try TrainedModel(parameters: parameters, tokenizer: tokenizer).save(
      folder: folder, card: "# Somebody else's model\n")
  }
}
