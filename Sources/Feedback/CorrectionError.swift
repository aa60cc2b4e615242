import Names

/// Why a correction or a name is not kept; one line with the remedy.
public enum CorrectionError: ReadableError, Sendable, Equatable {
  case empty
  case tooLong(bytes: Int)
  /// Holds a sign of the model's own.
  case role(String)
  /// Holds words of the content filter.
  case unsuitable([String])
  /// Is in another language than this one, which the answer is wanted in.
  case language(Language)
  /// Says what the answer says already.
  case unchanged
  case name

  public func text(_ language: Language) -> String { text[language] }

  /// The same without its particulars, for records.
  public var refusal: CorrectionRefusal {
    switch self {
    case .empty: .empty
    case .tooLong: .tooLong
    case .role: .role
    case .unsuitable: .unsuitable
    case .language: .language
    case .unchanged: .unchanged
    case .name: .name
    }
  }

  private var text: LocalizedText {
    switch self {
    case .empty:
      LocalizedText(
        en: "the correction is empty; write what the answer should be",
        ja: "訂正が空です。正しい答えを書いてください")
    case .tooLong(let bytes):
      LocalizedText(
        en: "the correction has \(bytes) bytes, and at most \(Screening.longestText) are kept; "
          + "shorten it",
        ja: "訂正が\(bytes)バイトあります。保存できるのは\(Screening.longestText)バイトまでなので、短くしてください")
    case .role(let sign):
      LocalizedText(
        en:
          "the correction holds \(sign), a sign of the model's own that no answer has; leave it out",
        ja: "訂正に、モデルだけが使う記号 \(sign) が入っています。取り除いてください")
    case .unsuitable(let terms):
      LocalizedText(
        en: "the correction holds words that the content filter keeps out of training "
          + "(\(terms.joined(separator: ", "))); say it without them",
        ja: "訂正に、学習に使えない言葉（\(terms.joined(separator: "、"))）があります。別の言葉で書いてください")
    case .language(let language):
      LocalizedText(
        en:
          "the correction is in another language than the answer should be; write it in \(language.name.en)",
        ja: "訂正の言語が、答えるべき言語と違います。\(language.name.ja)で書いてください")
    case .unchanged:
      LocalizedText(
        en: "the correction says what the answer says; if the answer is right, use --good",
        ja: "訂正が答えと同じです。答えが正しいなら --good を使ってください")
    case .name:
      LocalizedText(
        en:
          "a rater's name is kept as it is: up to \(Screening.longestName) characters on one line, "
          + "no mail address and no telephone number; take a nickname",
        ja: "評価者の名前はそのまま保存します。メールアドレスや電話番号ではなく、"
          + "\(Screening.longestName)文字までの一行の呼び名にしてください")
    }
  }
}
