import Names

/// What a model folder says in two ways, and which of them counts.
extension LocalizedText {
  /// - Parameter count: bytes that have no token.
  static func bytesWithoutToken(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "the tokenizer has no token for \(count) of the 256 bytes; a text that needs one is "
        + "refused",
      ja: "このトークナイザーには、256種類のバイトのうち\(count)種類のトークンがありません。それがいる文章は受け付けません")
  }

  static let ownOutputTable = LocalizedText(
    en: "lm_head.weight differs from the token table, although config.json ties them; it is used, "
      + "as transformers does",
    ja: "config.jsonでは出力の表を埋め込みの表と共有しますが、lm_head.weightの値は違います。"
      + "transformersと同じように、lm_head.weightを使います")
}
