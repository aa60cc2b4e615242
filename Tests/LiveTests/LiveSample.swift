import Foundation
import Inference
import Names
import Numerics
import Tokenization
import Transformer

@testable import Live

/// A small model with this program's tokens, and what lies beside the sources.
enum LiveSample {
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let tokenizer = try! Tokenizer(merges: [
    (standard("t"), standard("h")), (Tokenizer.firstMergedToken, standard("e")),
  ])

  private static func standard(_ letter: Character) -> Int32 {
    Tokenizer.standardByteTokens[Int(letter.asciiValue!)]
  }

  static func parameters(overflows: Bool = false) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 16, contextLength: 64,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 3)
    var random = RandomGenerator(seed: 8)
    for index in parameters.values.indices { parameters.values[index] += 0.2 * random.normal() }
    if overflows {
      for (name, factor) in [("wte.weight", 1e17 as Float), ("ln_f.weight", 1e25)] {
        let values = parameters.tensor(name)
        for index in values.indices { values[index] *= factor }
      }
    }
    return parameters
  }

  static var pack: LivePack? {
    LivePack(parameters: parameters(), tokenizer: tokenizer, endTokens: [0])
  }

  static func model(overflows: Bool = false) -> LiveModel {
    LiveModel(
      LivePack(parameters: parameters(overflows: overflows), tokenizer: tokenizer, endTokens: [0]))
  }

  /// Without tokens for bytes beyond ASCII.
  /// - Parameter knowsRoles: with this program's special tokens.
  static func partialPack(knowsRoles: Bool = true) -> LivePack {
    let bytes = Tokenizer.standardByteTokens.enumerated().map {
      $0.offset < 0x80 ? $0.element : Tokenizer.noToken
    }
    let roles = SpecialToken.allCases.map {
      ($0.rawValue, knowsRoles ? $0.text : "<\($0.rawValue)>")
    }
    let partial = try! Tokenizer(
      specialTokens: roles, byteTokens: bytes, merges: tokenizer.numberedMerges,
      rules: TextRules(added: [AddedToken(id: 270, text: "<more>", isSpecial: false)]))
    return LivePack(parameters: parameters(), tokenizer: partial, endTokens: [0])
  }

  /// The markup of a moment, and the line before it.
  static func reply(
    _ address: String, _ language: Language = .english, of model: LiveModel = model()
  ) -> (said: String, html: String) {
    let text = model.reply(to: address, in: language)
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}
