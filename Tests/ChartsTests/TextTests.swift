import Markup
import Testing

@testable import Charts

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("パン屋", 6), ("ﾊﾟﾝ", 3), ("e\u{301}", 1), ("ハ\u{309A}", 2), ("👩‍👩‍👧", 2),
    ("🇯🇵", 2), ("♥️", 2), ("한국", 4), ("a\u{200B}b", 2), ("␣↵", 2), ("（全角）", 8),
  ])
  func columnsAreCountedAsATerminalShowsThem(text: String, width: Int) {
    #expect(TerminalText.width(of: text) == width)
  }

  @Test func textIsCutWithoutHalvingAWideCharacter() {
    #expect(TerminalText.truncated("パン屋です", to: 6) == "パン…")
    #expect(TerminalText.truncated("パン", to: 4) == "パン")
    #expect(TerminalText.truncated("abc", to: 0) == "")
  }

  @Test func textIsPaddedByColumns() {
    #expect(TerminalText.padded("パン", to: 6) == "パン  ")
    #expect(TerminalText.aligned("パン", to: 5) == " パン")
  }

  @Test func linesBreakAtSpacesAndBesideWideCharacters() {
    #expect(TerminalText.wrapped("one two three", to: 8) == ["one two ", "three"])
    #expect(TerminalText.wrapped("ミカさんはパン屋で働く", to: 10) == ["ミカさんは", "パン屋で働", "く"])
    #expect(TerminalText.wrapped("abcdefgh", to: 4) == ["abcd", "efgh"])
  }

  @Test func closingPunctuationBeginsNoLine() {
    #expect(TerminalText.wrapped("ミカさんは。", to: 10) == ["ミカさん", "は。"])
  }

  /// - SeeAlso: W3C, Requirements for Japanese Text Layout, section 3.1.7 and 3.1.8.
  @Test(arguments: 10...40)
  func japaneseLinesBeginAndEndAsInPrint(columns: Int) {
    let text = """
      掃除の規則を「クリーニング」といいます（ウォームアップとは別です）。値は1～2、トランスフォーマーや『ナギ読本』、\
      「ファイル・フォルダ」、【ナギ 5月3日】のように書くと、ちょっとヴェネツィアふうです……。
      """
    let lines = TerminalText.wrapped(text, to: columns)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { TerminalText.width(of: $0) <= columns })
    for line in lines {
      #expect(!"。、」』）】・～ーァィゥェォッャュョっゃゅょ…".contains(line.first ?? "あ"), "\(line)")
      #expect(!"「『（【".contains(line.last ?? "あ"), "\(line)")
    }
  }

  /// A browser gives kana a square of 13 pixels; two columns of 7.8 would stretch them by a fifth.
  @Test(arguments: [("オレン", 39.0), ("ﾔｷﾞ", 19.5), ("ab", 15.6), ("Nの港", 33.8), ("t\u{309A}", 20.8)])
  func kanaKeepTheWidthThatTheirFontGivesThem(text: String, width: Double) {
    #expect(abs(SVG.fixedWidth(of: text) - width) < 1e-9)
    let drawn = SVG.fixedText(0, 0, text).html()
    #expect(drawn.contains("textLength=\"\(decimal(width, places: 1))\""))
  }

  /// A mark on a letter of another script comes from another font, beside its letter and not on it.
  @Test(arguments: [
    ("plain オレン", false), ("t\u{309A}", false), ("か\u{309A}", true), ("e\u{301}", true),
    ("日\u{FE0F}", true),
  ])
  func charactersOfSeveralCodePointsAreSqueezedIntoTheirRoom(text: String, isSqueezed: Bool) {
    let drawn = SVG.fixedText(0, 0, text).html()
    #expect(drawn.contains("lengthAdjust=\"spacingAndGlyphs\"") == isSqueezed, "\(drawn)")
  }

  @Test func theMarkOfAKanaOnALatinLetterStandsBesideIt() {
    #expect(SVG.fixedText(0, 0, "at\u{309A}, か\u{3099}").html().contains(">at\u{309C}, か\u{3099}<"))
  }

  @Test func nothingInATextSteersTheTerminal() {
    #expect(TerminalText.safe("a\u{1B}[31mb\u{7}\u{202E}c\t") == "a␛[31mb␇\u{FFFD}c⇥")
    let line = StyledLine("\u{1B}]0;title\u{7}", .strong)
    #expect(!line.rendered(.plain).unicodeScalars.contains { $0.value < 0x20 })
    #expect(line.rendered(.color).unicodeScalars.filter { $0 == "\u{1B}" }.count == 2)
  }

  @Test func whiteSpaceBecomesVisible() {
    #expect(TerminalText.visible(" a\n\u{3000}") == "␣a↵□")
  }
}

@Suite struct TextDifferenceTests {
  static func shown(_ before: String, _ after: String) -> String {
    TextDifference.runs(before, after).map { $0.role.edges.0 + $0.text + $0.role.edges.1 }.joined()
  }

  @Test(arguments: [
    ("", ""), ("same", "same"), ("two  spaces", "two spaces"), ("ＡＢＣ", "ABC"), ("abc", ""),
    ("", "abc"), ("mika@harbour.example", "[email]"), ("kitten", "sitting"),
  ])
  func bothTextsCanBeReadFromTheRuns(before: String, after: String) {
    let runs = TextDifference.runs(before, after)
    #expect(runs.filter { $0.role != .inserted }.map(\.text).joined() == before)
    #expect(runs.filter { $0.role != .deleted }.map(\.text).joined() == after)
  }

  @Test func smallChangesStaySmall() {
    #expect(Self.shown("two  spaces", "two spaces") == "two [- -]spaces")
    #expect(Self.shown("the market opened", "the market has opened") == "the market {+has +}opened")
  }

  @Test func lettersThatAgreeByChanceCountAsChanged() {
    #expect(
      Self.shown("Write to mika@harbour.example now.", "Write to [email] now.")
        == "Write to [-mika@harbour.example-]{+[email]+} now.")
  }

  @Test func longTextsAreComparedByLinesFirst() {
    let lines = (0..<400).map { "line number \($0)" }
    var changed = lines
    changed[7] = "line number seven"
    changed.remove(at: 350)
    let runs = TextDifference.runs(
      "x" + lines.joined(separator: "\n") + "y", "z" + changed.joined(separator: "\n") + "w")
    #expect(
      runs.filter { $0.role == .deleted }.map(\.text) == ["x", "7", "\nline number 350", "y"])
    #expect(runs.filter { $0.role == .inserted }.map(\.text) == ["z", "seven", "w"])
  }
}

@Suite struct WordTests {
  private static func shown(_ before: String, _ after: String) -> String {
    TextDifference.wordRuns(before, after).map { $0.role.edges.0 + $0.text + $0.role.edges.1 }
      .joined()
  }

  @Test func aWordThatWasExchangedIsExchangedAsAWhole() {
    #expect(
      Self.shown("She is a resident of Pier Row.", "She lives over on Pier Row.")
        == "She [-is a resident of-]{+lives over on+} Pier Row.")
    #expect(Self.shown("‹U+000D›‹U+000A›", "‹U+000A›") == "[-‹U+000D›-]‹U+000A›")
    #expect(Self.shown("wave_39 said", "lamp_36 said") == "[-wave_39-]{+lamp_36+} said")
    #expect(Self.shown("It's late", "It is late") == "[-It's -]{+It is +}late")
    #expect(Self.shown("ミラは歌に親しむ", "ミラは歌をたしなむ") == "ミラは歌[-に親し-]{+をたしな+}む")
  }

  @Test func bothTextsCanBeReadFromTheWords() {
    let (before, after) = ("é1 two\nthree  four", "é1 too\nthree four!")
    let runs = TextDifference.wordRuns(before, after)
    #expect(runs.filter { $0.role != .inserted }.map(\.text).joined() == before)
    #expect(runs.filter { $0.role != .deleted }.map(\.text).joined() == after)
  }

  @Test func anExcerptCutsNoWord() {
    let text = "Did you know? " + String(repeating: "harbour ", count: 40) + "end"
    let shown = Excerpt.of(
      [TextRun(text, .plain), TextRun("new", .inserted)], keeping: 40, upTo: 200
    ) { "[\($0)]" }
    // The first stretch keeps half of the 40, and at its end all of them.
    #expect(
      shown.map(\.text) == [
        "Did you know? ", "[287]", " harbour harbour harbour harbour end",
        "new",
      ])
    // What is longer than all that may stay is cut anywhere.
    let long = Excerpt.of(
      [TextRun(String(repeating: "a", count: 90), .plain)], keeping: 20, upTo: 30
    ) {
      "[\($0)]"
    }
    #expect(long.map(\.text) == [String(repeating: "a", count: 30), "[60]"])
  }
}

@Suite struct NumbersTests {
  @Test func countsAreGrouped() {
    #expect([0, 999, 1000, -1_234_567].map(Numbers.count) == ["0", "999", "1,000", "−1,234,567"])
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1.00"), (0.012345, "0.0123"), (-2.5, "−2.50"), (1234, "1,230"), (99.96, "100"),
      (0.0000123, "1.23×10⁻⁵"), (5.5e20, "5.50×10²⁰"), (.infinity, "∞"),
    ] as [(Double, String)])
  func significantDigitsAreKept(value: Double, text: String) {
    #expect(Numbers.significant(value) == text)
  }

  @Test(
    arguments: [
      (0.01, "0.01"), (2, "2"), (1e-8, "1×10⁻⁸"), (1200, "1,200"), (0.0018342, "0.00183"),
    ] as [(Double, String)])
  func briefNumbersEndWithoutZeros(value: Double, text: String) {
    #expect(Numbers.brief(value) == text)
  }

  @Test func sharesNeverLookLikeNothingOrAllWhenTheyAreNot() {
    #expect(Numbers.percent(0.123) == "12.3%")
    #expect(Numbers.percent(0) == "0.0%")
    #expect(Numbers.percent(0.00001) == "<0.1%")
    #expect(Numbers.percent(0.99999) == ">99.9%")
    #expect(Numbers.percent(1) == "100.0%")
  }

  @Test func sizesHaveUnits() {
    #expect([7, 1500, 1_234_567].map(Numbers.bytes) == ["7 B", "1.50 kB", "1.23 MB"])
    #expect(Numbers.shape([128, 4096]) == "128 × 4,096")
  }

  @Test(arguments: [0.001, 0.3, 1, 2, 10, 123.456, 1e9])
  func logarithmsAreExactEnough(value: Double) {
    var power = 1.0
    let whole = Int(Numbers.logarithm(value).rounded(.down))
    for _ in 0..<abs(whole) { power *= whole < 0 ? 0.1 : 10 }
    #expect(power <= value * (1 + 1e-12) && value < power * 10 * (1 + 1e-12))
    let sum = Numbers.logarithm(value) + Numbers.logarithm(7)
    #expect((Numbers.logarithm(value * 7) - sum).magnitude < 1e-14)
  }
}
