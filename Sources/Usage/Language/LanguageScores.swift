import Names
import Numerics

/// U2: how much a prompt looks like English, like Japanese and like neither.
///
/// The scripts share the text out: a kana, kanji or syllable of Hangul weighs as much as two and a
/// half letters, as it says about that much. What is in Latin letters is English or not by
/// ``LatinLanguages`` and ``CodeSigns``; kanji without kana are Japanese or Chinese by ``HanSigns``.
/// The cleaning of documents, which judges long texts, has a detector of its own.
public struct LanguageScores: Sendable, Equatable {
  public var english: Double
  public var japanese: Double
  /// Another language, program text, or no words at all.
  public var neither: Double

  /// Text beyond this changes nothing any more.
  private static let limit = 1_000

  /// - Complexity: O(length), at most ``limit`` characters.
  public init(_ text: String) {
    let text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.limit)))
    let counts = ScriptCounts(text)
    // A letter among many digits, as in a date, is no word.
    if 6 * (counts.latin + counts.kana + counts.han + counts.others) <= counts.digits {
      self.init(english: 0, japanese: 0, neither: 1)
      return
    }
    let chinese = HanSigns.chineseShare(text, kana: counts.kana, han: counts.han)
    let east = 2.5 * Double(counts.kana + counts.han)
    let latin = Double(counts.latin)
    let total = latin + east + counts.weightOfOthers
    let isEnglish = (LatinLanguages.shared.english(text) ?? 0) * (1 - CodeSigns.share(text))
    let english = latin / total * isEnglish
    let japanese = east / total * (1 - chinese)
    // What rounding leaves is nothing.
    let rest = 1 - english - japanese
    self.init(english: english, japanese: japanese, neither: rest < 1e-12 ? 0 : rest)
  }

  init(english: Double, japanese: Double, neither: Double) {
    (self.english, self.japanese, self.neither) = (english, japanese, neither)
  }

  /// Of the two languages the likelier, of equal ones English.
  public var language: Language { japanese > english ? .japanese : .english }

  /// Whether neither is likelier than both.
  public var isNeither: Bool { neither > max(english, japanese) }

  public subscript(language: Language) -> Double {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}

/// How many letters of each script a text has.
private struct ScriptCounts {
  var latin = 0
  var kana = 0
  var han = 0
  var others = 0
  var digits = 0
  var weightOfOthers = 0.0

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7, 0x1E00...0x1EFF:
        latin += 1
      case 0xFF21...0xFF3A, 0xFF41...0xFF5A: latin += 1
      case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
        0xFF66...0xFF9D:
        kana += 1
      case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
        han += 1
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3:
        others += 1
        weightOfOthers += 2.5
      case 0x370...0x10FF, 0x1200...0x1DFF, 0x2C00...0x2DFF, 0xA000...0xABFF, 0xFB1D...0xFDFF,
        0xFE70...0xFEFC:
        guard scalar.properties.isAlphabetic else { continue }
        others += 1
        weightOfOthers += 1
      default: break
      }
    }
  }
}
