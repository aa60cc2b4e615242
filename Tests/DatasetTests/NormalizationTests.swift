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
    ("cafe\u{301}", "café"), ("①②", "12"), ("x²", "x2"), ("½", "1⁄2"), ("…", "..."),
    ("（１）", "(1)"), ("Å", "Å"), ("한글", "한글"), ("ｯ", "ッ"), ("ℌ", "H"), ("가\u{11A8}", "각"),
    ("\u{1100}\u{1161}", "가"), ("e\u{323}\u{301}", "\u{1EB9}\u{301}"),
  ])
  func compatibilityFormIsReached(text: String, wanted: String) {
    #expect(compatible(text).utf8.elementsEqual(wanted.utf8))
  }

  /// The fast path lets pass only what NFKC leaves alone, beside any neighbour.
  @Test func theFastPathAgreesWithTheTables() {
    var wrong: [String] = []
    for value in (0xA0...0xFFFF) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "か\(scalar)", "\(scalar)\u{301}"]
      where !compatible(text).utf8.elementsEqual(CompatibilityPass.form(text).utf8) {
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
