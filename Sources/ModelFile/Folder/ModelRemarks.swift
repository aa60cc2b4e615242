import Files
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

  /// - Parameter names: of tensors in the file that no part of the model is made of.
  static func tensorsWithoutPlace(_ names: [String]) -> LocalizedText {
    let first = FileError.shown(names[0])
    return LocalizedText(
      en: names.count == 1
        ? "GPT-2 has no place for a tensor of the weights, \(first); it is not read"
        : "GPT-2 has no place for \(names.count) tensors of the weights, such as \(first); they are "
          + "not read",
      ja: names.count == 1
        ? "重みにあるテンソル\(first)は、GPT-2に置き場がないので読みません"
        : "重みにある\(first)などのテンソル\(names.count)個は、GPT-2に置き場がないので読みません")
  }

  static let adapterBeside = LocalizedText(
    en: "the adapter beside the model is not heeded; with peft, transformers would put it in",
    ja: "モデルと同じフォルダにあるアダプターは使いません。peftがあれば、transformersは組みこみます")

  static let chatTemplate = LocalizedText(
    en: "the chat template is not heeded: a text goes into the model as it is written",
    ja: "チャットのひな形（chat_template）は使いません。文章は書いたままモデルに入ります")
}
