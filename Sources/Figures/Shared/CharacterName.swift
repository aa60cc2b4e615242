import Names

/// What a character is called that a reader cannot see, or that stands for a lost one.
///
/// Unicode gives names in English only; what Japanese print calls them stands here.
public enum CharacterName {
  /// `U+3000 IDEOGRAPHIC SPACE`, `U+3000 全角空白`; controls, which have no name of their own, by
  /// their alias.
  public static func of(_ scalar: Unicode.Scalar) -> LocalizedText {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let name = scalar.properties.name ?? scalar.properties.nameAlias ?? ""
    return LocalizedText(
      en: name.isEmpty ? number : "\(number) \(name)", ja: "\(number) \(japanese(scalar))")
  }

  private static func japanese(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "タブ"
    case 0x0A: "改行"
    case 0x0B: "垂直タブ"
    case 0x0C: "改ページ"
    case 0x0D: "復帰"
    case 0x20: "空白"
    case 0x85: "次の行"
    case 0xA0: "改行しない空白"
    case 0xAD: "ソフトハイフン"
    case 0x200B: "幅のない空白"
    case 0x200C: "つながない印"
    case 0x200D: "つなぐ印"
    case 0x200E, 0x200F, 0x061C: "向きの印"
    case 0x2028: "行の区切り"
    case 0x2029: "段落の区切り"
    case 0x202A...0x202E, 0x2066...0x2069: "向きを変える印"
    case 0x202F: "改行しない細い空白"
    case 0x2060: "分けない印"
    case 0x3000: "全角空白"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D: "異体字の印"
    case 0xFEFF: "バイト順の印"
    case 0xFFFD: "失われた文字"
    default:
      if scalar.properties.isWhitespace {
        "幅の違う空白"
      } else if scalar.properties.generalCategory == .control {
        "制御文字"
      } else {
        "見えない文字"
      }
    }
  }
}
