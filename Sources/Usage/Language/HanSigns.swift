import Numerics

/// Tells Chinese from Japanese where there are kanji and hardly any kana.
///
/// What weighs are the forms of the characters: in a Chinese sentence about two of five are such as Japan
/// does not write. So a text of kanji alone without a single one is Japanese the more likely, the longer
/// it is, as is one with forms that only Japan has.
enum HanSigns {
  /// Logarithms of ratios: how much likelier what is seen is in Chinese.
  private static let (prior, chinese, former, rare) = (-2.0, 3.5, 3.0, 0.9)
  private static let (japanese, shared) = (-2.5, -0.2)
  private static let kana = -3.0

  /// Words of their own in Chinese that every sentence is full of, parts of words in Japanese.
  private static let words = Set("我是了也这那很吗他她你们".unicodeScalars)
  private static let oftenWords = Set("的在不有都就和好人去要来说上个".unicodeScalars)

  /// The probability that the text is Chinese, not Japanese.
  static func chineseShare(_ text: String, kana kanaCount: Int, han hanCount: Int) -> Double {
    guard hanCount > 0, kanaCount * 8 < hanCount else { return 0 }
    var evidence = prior + kana * Double(kanaCount)
    for scalar in text.unicodeScalars where scalar.value >= 0x3400 {
      if words.contains(scalar) {
        evidence += 1.2
      } else if oftenWords.contains(scalar) {
        evidence += 0.6
      }
      if HanForms.chinese.contains(scalar) {
        evidence += chinese
      } else if HanForms.former.contains(scalar) {
        evidence += former
      } else if HanForms.rareInJapanese.contains(scalar) {
        evidence += rare
      } else if HanForms.japanese.contains(scalar) {
        evidence += japanese
      } else if (0x4E00...0x9FFF).contains(scalar.value) {
        evidence += shared
      }
    }
    return 1 / (1 + Portable.exp(-max(-30, min(30, evidence))))
  }
}
