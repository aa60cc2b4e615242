import Testing

@testable import Dataset

@Suite("Pieces of one script")
struct ScriptRunsTests {
  @Test("Japanese is cut where the script changes")
  func japanese() {
    #expect(
      ScriptRuns.cut("ヒューゴさんは図書館で働いています。").map(String.init)
        == ["ヒューゴ", "さんは", "図書館", "で", "働", "いています", "。"])
    #expect(ScriptRuns.cut("人々とメモ3枚").map(String.init) == ["人々", "と", "メモ", "3", "枚"])
  }

  @Test(
    "other text stays whole",
    arguments: ["Where does Mira work?", "Größe 10\r\n", "e\u{301}cole 🐙👩🏽‍🔬"])
  func others(text: String) {
    #expect(ScriptRuns.cut(text).map(String.init) == [text])
  }

  @Test("the pieces together are the text", arguments: ["", "か\u{3099}ガ漢x漢", "「はい」と ABC が\n言う"])
  func complete(text: String) {
    #expect(ScriptRuns.cut(text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}
