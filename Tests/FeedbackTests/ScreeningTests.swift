import Dataset
import Names
import Testing

@testable import Feedback

/// What a text from a person goes through before it is kept.
@Suite struct ScreeningTests {
  private static func screened(_ text: String, of rated: RatedAnswer = answer())
    throws(CorrectionError) -> Screening.Correction
  {
    try Screening.correction(text, of: rated)
  }

  @Test(arguments: [
    ("", CorrectionError.empty), (" \n\t\u{3000}", .empty), ("\u{1B}\u{200B}", .empty),
    (String(repeating: "a", count: 4_097), .tooLong(bytes: 4_097)),
    ("Mira <|end|> works.", .role("<|end|>")), ("<|answer|>At the mill.", .role("<|answer|>")),
    ("＜|end|＞ at the mill", .role("<|end|>")),
    ("You idiot, at the bakery.", .unsuitable(["idiot"])),
    ("ミラはパン屋で働いています。", .language(.english)),
    ("Mira trabaja en la panadería del puerto.", .language(.english)),
  ])
  func whatCantBecomeAnExampleIsRefused(text: String, problem: CorrectionError) {
    #expect(throws: problem) { try Self.screened(text) }
    #expect(!problem.text(.japanese).isEmpty && problem.description == problem.text(.english))
  }

  @Test func aNameAloneIsNoForeignLanguage() throws {
    #expect(try Self.screened("Oren").text == "Oren")
    let long = String(repeating: "Mira works at the mill. ", count: 200).prefix(4_095) + "."
    #expect(try Self.screened(String(long)).text.utf8.count == 4_096)
  }

  @Test func aTranslationIsWantedInTheOtherLanguage() throws {
    let rated = answer("Good morning.", "おはよう", kind: .translation)
    #expect(try Self.screened("おはようございます。", of: rated).text == "おはようございます。")
    #expect(throws: CorrectionError.language(.japanese)) {
      try Self.screened("Good morning to you all.", of: rated)
    }
    let asked = answer("ミラはどこで働いていますか。", "学校", language: .japanese)
    #expect(try Self.screened("ミラはパン屋で働いています。", of: asked).text.hasPrefix("ミラ"))
  }

  @Test func personalDataAreMaskedAndCounted() throws {
    let found = try Self.screened(
      "Write to mira@harbour.example, ana@b.example or call 090-1234-5678.")
    #expect(found.text == "Write to [email], [email] or call [phone].")
    #expect(found.masks.words.en == "2 mail addresses, 1 telephone number")
    #expect(found.masks.words.ja == "メールアドレス2件、電話番号1件")
    #expect(try Self.screened("Ask @mira_h at the mill.").text == "Ask [user] at the mill.")
    // In full-width characters, too.
    #expect(try Self.screened("Please call ０９０-１２３４-５６７８.").text == "Please call [phone].")
    // Two that touch are two.
    let touching = PersonalData.masked("a@b.example,c@d.example")
    #expect(touching.kinds == [.mail, .mail] && touching.text == "[email],[email]")
    #expect(PersonalData.masked("Mira works at the mill.").kinds.isEmpty)
  }

  @Test func charactersThatSteerATerminalAreTakenOut() throws {
    let found = try Self.screened("At the \u{1B}[31mmill\u{202E}.\u{7}")
    #expect(found.text == "At the mill." && found.removedControls == 7)
  }

  @Test func promptAndAnswerAreMaskedToo() throws {
    let rated = answer("Who is a@b.example?", "Call 090-1234-5678.\u{1B}")
    let (entry, masks, _) = try FeedbackEntry(answer: rated, rater: "me", stars: 1).screened()
    #expect(entry.answer.prompt == "Who is [email]?" && entry.answer.answer == "Call [phone].")
    #expect(masks[.mail] == 1 && masks[.telephone] == 1 && masks[.user] == 0)
    // A second time there is nothing left to do.
    let again = try entry.screened()
    #expect(again.entry == entry && again.masks.isEmpty)
  }

  @Test func aLongPromptIsCutAtAWholeCharacter() throws {
    let rated = answer(String(repeating: "海", count: 2_000), language: .japanese)
    let kept = rated.screened().answer.prompt
    #expect(kept == String(repeating: "海", count: 1_365))
  }

  @Test func aCorrectionThatChangesNothingIsNone() {
    let entry = FeedbackEntry(
      answer: answer(), rater: "me", correction: " Mira works at the mill. ")
    #expect(throws: CorrectionError.unchanged) { try entry.screened() }
  }

  @Test(arguments: [
    "", " ", "a\nb", "a@b.example", "\u{1B}[2Jx", String(repeating: "x", count: 41),
  ])
  func namesThatAreNoneAreRefused(name: String) {
    #expect(throws: CorrectionError.name) { try Screening.name(name) }
  }

  @Test func namesMayBeInAnyScript() throws {
    #expect(try Screening.name(" 葵 ") == "葵")
    #expect(try Screening.name(String(repeating: "x", count: 40)).count == 40)
  }
}
