import Files
import Names
import Tokenization

extension Tokenizer {
  /// Refuses a text that needs a token which a tokenizer from elsewhere has not.
  ///
  /// - Parameters:
  ///   - tokens: of the text, by the tokenizer's own rules.
  ///   - readsSpecial: as ``encodeByRules(_:readsSpecial:)`` was told.
  /// - Throws: `PromptError.noToken`, which names the first such character.
  public func expectTokens(
    _ tokens: [Int32], of text: String, readsSpecial: Bool
  ) throws(PromptError) {
    guard tokens.contains(Tokenizer.noToken) else { return }
    throw .noToken(bytesWithoutTokenByRules(in: text, readsSpecial: readsSpecial)[0])
  }
}

extension ByteWithoutToken {
  /// What is wrong and what to do, in one line.
  public var problem: LocalizedText {
    let shown = FileError.shown(String(character))
    let digits = String(character.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return LocalizedText(
      en: "the text has “\(shown)” (\(code)), but the model's tokenizer has no token for its byte "
        + "\(byte); leave it out or write it another way",
      ja: "文章に「\(shown)」（\(code)）がありますが、モデルのトークナイザーには、そのバイト\(byte)のトークンがありません。"
        + "取り除くか、別の書き方にしてください")
  }
}
