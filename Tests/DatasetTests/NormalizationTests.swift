import Foundation
import Names
import RawData
import Testing

@testable import Dataset

extension String {
  /// NFC, so that a literal of a test is what it seems to be.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}

@Suite struct NormalizationTests {
  private func compatible(_ text: String, _ language: Language = .english) -> String {
    var edits = EditList()
    let raw = document(text)
    return withBytes(text) { bytes in
      CompatibilityPass.run(
        bytes, context: TextContext(raw, field: .text, language: language), into: &edits)
      return String(decoding: edits.applied(to: bytes), as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("ﾐﾗさんのﾊﾟﾝ、ｶﾞｷﾞ", "ミラさんのパン、ガギ"), ("Ａｂｃ１２３", "Abc123"), ("㍿ナギ", "株式会社ナギ"),
    ("ﬁsh and ﬂag", "fish and flag"), ("カ\u{FF9E}", "ガ"), ("か\u{3099}", "が"),
    ("cafe\u{301}", "café"), ("…", "..."),
    ("（１）", "(1)"), ("Å", "Å"), ("한글", "한글"), ("ｯ", "ッ"), ("ℌ", "H"), ("가\u{11A8}", "각"),
    ("\u{1100}\u{1161}", "가"), ("e\u{323}\u{301}", "\u{1EB9}\u{301}"),
  ])
  func compatibilityFormIsReached(text: String, wanted: String) {
    #expect(compatible(text).utf8.elementsEqual(wanted.utf8))
  }

  /// What NFKC would make another number, another sign or a stray mark of.
  @Test(arguments: [
    ("1½", "1 1/2"), ("½", "1/2"), ("2¼ cups", "2 1/4 cups"), ("3½5", "3 1/2 5"), ("⅓", "1/3"),
    ("⅚", "5/6"), ("↉", "0/3"), ("10⁶", "10^6"), ("x²", "x^2"), ("2¹⁰", "2^10"), ("10⁻³", "10^-3"),
    ("2³5", "2^3 5"), ("e²ˣ", "e^2x"), ("cm³", "cm^3"), ("nᵗʰ", "nth"), ("x⁽²⁾", "x^(2)"),
    ("H₂O", "H2O"), ("CO₂", "CO2"), ("101₂", "101_2"), ("log₂8", "log_2 8"), ("x₁", "x1"),
    ("①②", "(1)(2)"), ("⑳", "(20)"), ("㉑", "(21)"), ("㊿", "(50)"), ("⓪", "(0)"), ("Ⓐ", "(A)"),
    ("ⓩ", "(z)"), ("㋐㋑", "(ア)(イ)"), ("㊙", "(秘)"), ("⑴", "(1)"), ("⒈⒉", "1.2."), ("Ⅳ", "IV"),
    ("5㎏", "5kg"), ("10㎡", "10m^2"), ("㎥", "m^3"), ("9.8㎨", "9.8m/s^2"), ("㎧", "m/s"),
    ("㎞", "km"), ("㍍", "メートル"), ("25℃", "25°C"), ("㏄", "cc"), ("10㏠", "10 1日"),
    ("12㋀", "12 1月"), ("㍿", "株式会社"), ("㈱", "(株)"), ("℡", "TEL"), ("µ", "μ"),
    ("３～５", "3〜5"), ("3〜5", "3〜5"), ("すご～い", "すご〜い"), ("http://x/～mira", "http://x/~mira"),
    ("か゛", "が"), ("は゜", "ぱ"), ("あ゛", "あ゛"), ("あ\u{3099}", "あ゛"), ("ｱﾞ", "ア゛"),
    ("ｳﾞ", "ヴ"), ("゛", "゛"), ("´", "´"), ("a´b", "a´b"), ("¨", "¨"), ("¯", "¯"), ("￣", "￣"),
    ("‾", "‾"), ("Nakami™", "Nakami™"), ("1º", "1º"), ("2ª", "2ª"), ("№5", "No5"), ("⁉", "!?"),
  ])
  func meaningIsKept(text: String, wanted: String) {
    #expect(compatible(text).utf8.elementsEqual(wanted.utf8), "\(compatible(text))")
  }

  /// Whoever cleans twice finds nothing more to do.
  @Test func theFormIsItsOwnForm() {
    var wrong: [String] = []
    for value in (0xA0...0xFFFF) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "か\(scalar)", "1\(scalar)2"] {
        let once = compatible(text)
        if !compatible(once).utf8.elementsEqual(once.utf8) {
          wrong.append(String(value, radix: 16) + " in " + text)
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  /// No mark without a letter arises, and nothing vanishes.
  @Test func noStrayMarkArises() {
    var wrong: [String] = []
    for value in (0xA0...0xFFFF) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let form = compatible("か\(scalar)x").unicodeScalars
      // The Arabic blocks have marks on spaces of their own.
      guard !(0xFC5E...0xFC63).contains(value), !(0xFE70...0xFE7F).contains(value) else { continue }
      let pairs = zip(form, form.dropFirst())
      if pairs.contains(where: { $0 == " " && $1.properties.canonicalCombiningClass.rawValue > 0 })
        || form.count < 2
      {
        wrong.append(String(value, radix: 16))
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(40))")
  }

  /// The fast path lets pass only what the form leaves alone, beside any neighbour.
  @Test func theFastPathAgreesWithTheTables() {
    var wrong: [String] = []
    for value in (0xA0...0xFFFF) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "か\(scalar)", "\(scalar)\u{301}"]
      where !compatible(text).utf8.elementsEqual(CompatibilityForm.of(text).utf8) {
        wrong.append(String(value, radix: 16) + " in " + text)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test(arguments: [
    ("‘It’s “so”’", Language.english, "'It's \"so\"'"),
    ("本当?! はい!", .japanese, "本当？！ はい！"), ("本当？！", .japanese, "本当？！"),
    ("A? B!", .japanese, "A? B!"), ("「海!」", .japanese, "「海！」"), ("本当?", .english, "本当?"),
    ("Ｗｈａｔ？", .english, "What?"), ("ﾐﾗ!", .japanese, "ミラ！"), ("『海』?", .japanese, "『海』？"),
  ])
  func quotesAndMarksAreUnified(text: String, language: Language, wanted: String) {
    #expect(cleaned(text, language: language) == wanted)
  }

  @Test(
    arguments: [
      ("a  b\tc\u{A0}d\u{3000}e\u{2009}f", "a b c d e f"), ("  a \n\n\n b  ", "a\nb"),
      ("a\r\nb\r\nc", "a\nb\nc"), ("a\rb", "a\nb"), ("a\u{2028}b\u{2029}c", "a\nb\nc"),
      ("　a　", "a"),
      ("a \nb", "a\nb"), ("\n\n", nil),
    ] as [(String, String?)])
  func whiteSpaceIsPlain(text: String, wanted: String?) {
    #expect(cleaned(text, kind: .news) == wanted)
  }

  @Test func aUsersTextKeepsIndentationAndBlankLines() {
    #expect(cleaned("a  b\n\n\n\n  c\td \n\te") == "a b\n\n  c d\n\te")
  }

  @Test func changesAreCountedByWhatTheyChange() {
    let raw = document("ﾐﾗ and ﾐﾗ, ‘x’", kind: .news, language: .english)
    let result = CleaningPipeline().run([raw], pool: .init(threadCount: 1))
    let width = result.normalization.first { $0.rule == .compatibility }
    #expect(width?.before == "ﾐﾗ" && width?.after == "ミラ" && width?.count == 2)
    #expect(result.normalization.contains { $0.rule == .quotes && $0.before == "‘" })
  }
}
