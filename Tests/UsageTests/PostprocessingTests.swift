import Names
import Testing

@testable import Usage

@Suite("Postprocessing")
struct PostprocessingTests {
  struct Case: Sendable {
    var bytes: [UInt8]
    var isComplete: Bool
    var raw: String
    /// Each rule that fired, and what it left.
    var edits: [(PostprocessingRule, String)]

    init(
      _ text: String, ending more: [UInt8] = [], isComplete: Bool = true, raw: String? = nil,
      _ edits: [(PostprocessingRule, String)] = []
    ) {
      bytes = Array(text.utf8) + more
      self.isComplete = isComplete
      self.raw = raw ?? text
      self.edits = edits
    }
  }

  static let cases = [
    Case("At the bakery."), Case("パン屋です。"), Case(""), Case("No stop", isComplete: false),
    Case("H", ending: [0xE3, 0x81], raw: "H\u{FFFD}", [(.brokenCharacters, "H")]),
    Case(" Hi \n", [(.whiteSpace, "Hi")]), Case("\u{3000}海\u{3000}", [(.whiteSpace, "海")]),
    Case("  ", [(.whiteSpace, "")]), Case("a  b"),
    Case("One. Two", isComplete: false, [(.unfinishedSentence, "One.")]), Case("One. Two"),
    Case("One! Two", isComplete: false, [(.unfinishedSentence, "One!")]),
    Case("One? Two", isComplete: false, [(.unfinishedSentence, "One?")]),
    Case("海。山", isComplete: false, [(.unfinishedSentence, "海。")]),
    Case("海！山", isComplete: false, [(.unfinishedSentence, "海！")]),
    Case("海？山。川", isComplete: false, [(.unfinishedSentence, "海？山。")]),
    Case("One. Two.", isComplete: false),
    Case(
      " One. Tw", ending: [0xE3], isComplete: false, raw: " One. Tw\u{FFFD}",
      [
        (.brokenCharacters, " One. Tw"), (.whiteSpace, "One. Tw"), (.unfinishedSentence, "One."),
      ]),
  ]

  @Test(arguments: cases)
  func eachRuleChangesWhatItIsForAndNothingElse(item: Case) {
    let result = Postprocessing.apply(to: item.bytes, isComplete: item.isComplete)
    #expect(result.raw == item.raw)
    #expect(result.edits.map(\.rule) == item.edits.map(\.0))
    #expect(result.edits.map(\.after) == item.edits.map(\.1))
    let before = ([item.raw] + item.edits.map(\.1)).dropLast()
    #expect(result.edits.map(\.before) == Array(before))
    #expect(result.text == item.edits.last?.1 ?? item.raw)
  }
}
