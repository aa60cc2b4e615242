import ModelFile
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
    Case("  ", [(.whiteSpace, "")]), Case("a  b", [(.spacing, "a b")]),
    Case("One. Two", isComplete: false, [(.unfinishedSentence, "One.")]), Case("One. Two"),
    Case("One! Two", isComplete: false, [(.unfinishedSentence, "One!")]),
    Case("One? Two", isComplete: false, [(.unfinishedSentence, "One?")]),
    Case("海。山", isComplete: false, [(.unfinishedSentence, "海。")]),
    Case("海！山", isComplete: false, [(.unfinishedSentence, "海！")]),
    Case("海？山。川", isComplete: false, [(.unfinishedSentence, "海？山。")]),
    Case("One. Two.", isComplete: false), Case("It is 3.5 m", isComplete: false),
    Case("「海。」山", isComplete: false, [(.unfinishedSentence, "「海。」")]),
    Case("He said (so.) and", isComplete: false, [(.unfinishedSentence, "He said (so.)")]),
    Case("At the bakery .", [(.spacing, "At the bakery.")]), Case("about .5 of it"),
    Case("ミラさんは パン屋 です。", [(.spacing, "ミラさんはパン屋です。")]), Case("ミラ and サム"),
    Case("  if x:\n    y", [(.whiteSpace, "if x:\n    y")]),
    Case("One.\n\n\n\nTwo.", [(.spacing, "One.\n\nTwo.")]),
    Case("One. \nTwo.", [(.spacing, "One.\nTwo.")]),
    Case("どこですか?", [(.punctuation, "どこですか？")]), Case("海です.", [(.punctuation, "海です。")]),
    Case("海,山", [(.punctuation, "海、山")]), Case("一.5"), Case("海です。。", [(.punctuation, "海です。")]),
    Case("海です、。", [(.punctuation, "海です。")]), Case("「海」?", [(.punctuation, "「海」？")]),
    Case("the town.The sea", [(.punctuation, "the town. The sea")]),
    Case("bread,milk", [(.punctuation, "bread, milk")]), Case("1,000 boats"),
    Case("So.. what", [(.punctuation, "So. what")]), Case("So... what"), Case("U.S.A. is"),
    Case("nami.example"),
    Case("パン屋です。毎日働く。", [(.politeForm, "パン屋です。毎日働きます。")]),
    Case("毎日働く。海が好きだ。"),
    Case(
      "You are an idiot. Bread is good.", [(.unsuitableWords, "You are an ***. Bread is good.")]),
    Case("Shut up, scumbags!", [(.unsuitableWords, "***, ***!")]),
    // What they do is no order.
    Case("The scumbags shut up!", [(.unsuitableWords, "The *** shut up!")]),
    Case("おまえはまぬけだ。", [(.unsuitableWords, "おまえは＊＊＊だ。")]),
    // Harmless company, and a word that only begins like one.
    Case("They beat eggs. A foolproof plan."),
    Case(
      " One. Tw", ending: [0xE3], isComplete: false, raw: " One. Tw\u{FFFD}",
      [
        (.brokenCharacters, " One. Tw"), (.whiteSpace, "One. Tw"), (.unfinishedSentence, "One."),
      ]),
  ]

  @Test(arguments: cases)
  func eachRuleChangesWhatItIsForAndNothingElse(item: Case) {
    let result = Postprocessing(
      finish: item.isComplete ? .endToken : .limit, language: .english
    ).apply(to: item.bytes)
    #expect(result.raw == item.raw)
    #expect(result.edits.map(\.rule) == item.edits.map(\.0))
    #expect(result.edits.map(\.after) == item.edits.map(\.1))
    let before = ([item.raw] + item.edits.map(\.1)).dropLast()
    #expect(result.edits.map(\.before) == Array(before))
    #expect(result.text == item.edits.last?.1 ?? item.raw)
  }

  @Test func aMaskedWordIsNamedAsTheReason() {
    let edits = Postprocessing(finish: .endToken, language: .english).apply(
      to: Array("You idiot! Moronic, you moron, idiot.".utf8)
    ).edits
    #expect(edits.map(\.terms) == [["idiot", "moronic", "moron"]])
  }

  @Test(
    arguments: [
      (["。"], "海", "。"), (["。", "海。山"], "", "海。山"), (["x"], "海。山", nil), (["山"], "海。", "山"),
    ] as [([String], String, String?)])
  func aStopStringIsNoPartOfTheAnswer(stops: [String], text: String, stop: String?) {
    let result = Postprocessing(finish: .stopString, stopStrings: stops, language: .japanese)
      .apply(to: Array("海。山".utf8))
    #expect(result.raw == "海。山" && result.text == text)
    #expect(result.edits.first?.terms == stop.map { [$0] })
    #expect(result.edits.first?.rule == stop.map { _ in .stopString })
    // It counts only where it ended the answer.
    let other = Postprocessing(finish: .endToken, stopStrings: stops, language: .japanese)
    #expect(other.apply(to: Array("海。山".utf8)).text == "海。山")
  }

  @Test func whatTheModelIsNotSureOfIsHeldBackInTheLanguageOfTheQuestion() throws {
    let rule = try #require(HoldRule(threshold: 0.5, tokenCount: 2))
    for (confidence, text) in [(0.49, "わかりません。"), (0.5, "海です。")] {
      let result = Postprocessing(
        finish: .endToken, hold: .init(rule: rule, confidence: confidence), language: .japanese
      ).apply(to: Array("海です。".utf8))
      #expect(result.text == text)
      #expect(result.edits.map(\.rule) == (text == "海です。" ? [] : [.heldBack]))
    }
    let english = Postprocessing(
      finish: .endToken, hold: .init(rule: rule, confidence: 0), language: .english)
    #expect(english.apply(to: Array("At sea.".utf8)).text == "I do not know.")
  }

  @Test(arguments: [
    ("海だ", "海です"), ("海だった", "海でした"), ("海ではない", "海ではありません"), ("町である", "町です"),
    ("働いていた", "働いていました"), ("毎日読む", "毎日読みます"), ("町へ行く", "町へ行きます"), ("友を待つ", "友を待ちます"),
    ("本がある", "本があります"), ("町にいる", "町にいます"), ("海を見る", "海を見ます"), ("家に帰る", "家に帰ります"),
    ("魚を食べる", "魚を食べます"), ("勉強する", "勉強します"), ("海に出した", "海に出しました"), ("楽しい", "楽しいです"),
    ("行きたい", "行きたいです"),
  ])
  func aPlainSentenceThatIsClearHasAPoliteForm(plain: String, polite: String) {
    #expect(PoliteForm.polite(plain) == polite)
    #expect(PoliteForm.consistent("海です。\(plain)。") == "海です。\(polite)。")
    // Where nothing is polite nothing is mixed; a sentence without its end may go on.
    #expect(PoliteForm.consistent("\(plain)。海だ。") == "\(plain)。海だ。")
    #expect(PoliteForm.consistent("海です。\(plain)") == "海です。\(plain)")
  }

  @Test(arguments: [
    "飲んだ", "泳いだ", "買った", "もっと早く", "りんごを一つ", "もう行こう", "海です", "食べました", "海へ", "",
  ])
  func whatIsNotClearStays(text: String) {
    #expect(PoliteForm.polite(text) == nil)
  }

  @Test func wordsInQuotationMarksAreSomebodysOwn() {
    let text = "「海だ。行く。」と言いました。空は青い。"
    #expect(PoliteForm.consistent(text) == text)
    #expect(PoliteForm.consistent("「海だ。」と言う。海です。") == "「海だ。」と言います。海です。")
  }
}
