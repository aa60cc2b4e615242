import Names

/// What a model folder says in two ways, and which of them counts.
extension LocalizedText {
  static let ownOutputTable = LocalizedText(
    en: "lm_head.weight differs from the token table, although config.json ties them; it is used, "
      + "as transformers does",
    ja: "config.jsonでは出力の表を埋め込みの表と共有しますが、lm_head.weightの値は違います。"
      + "transformersと同じように、lm_head.weightを使います")
}
