import Names
import Numerics
import RawData
import Testing

@testable import Dataset

/// A text that is watched on its way through the rules.
@Suite struct WatchedTextTests {
  private static func document(
    _ text: String, _ kind: DocumentKind = .userText, isMarkup: Bool = false
  ) -> RawDocument {
    RawDocument(
      id: isMarkup ? "a.html" : "a.txt", kind: kind,
      fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count,
      isMarkup: isMarkup)
  }

  static let documents = [
    document(
      """
      <nav><a href="/">Home</a> | <a href="/b">News</a></nav><h1>The bakery</h1>
      <p>The cafÃ© opens at seven. A narrow house with a green
      door &amp; a bench, it smells of ｂｒｅａｄ and cinna\u{AD}mon.</p>
      <p>“Good morning”,   says   Mira. Write to mira@bakery.example or call (202) 555-0143.</p>
      <p>The man next door is a stupid idiot, shut up! His cat is welcome.</p>
      <footer>Copyright 2026. All rights reserved.</footer>
      """, isMarkup: true),
    document(
      "THE HARBOUR\n12\nThe gulls came back in the even-\ning, and the lamp of the light-\nhouse was lit.",
      .bookChapter),
    document("On Mon, Ann wrote:\n> hello\nHello back.\n--\nAnn", .dialogue),
    document("ﾐﾗは５時に起きて、cafÃ©の窓を開けます!\n\n　港の猫が、　おはようと鳴きました。"),
    document("nothing to do here"),
  ]

  /// Each step goes on where the one before it ended, from the text as it came to the text that is left.
  @Test(arguments: documents) func stepsLeadFromRawToClean(document: RawDocument) {
    let watched = WatchedText(document)
    #expect(watched.before == document.fields[0].text)
    var text = watched.before
    for step in watched.steps {
      #expect(step.before == text && step.after != text && step.count > 0, "\(step.rule)")
      text = step.after
    }
    #expect(text == watched.after)
  }

  /// They are the edits that the pipeline counts, and leave the text that it leaves.
  @Test(arguments: documents) func itIsWhatThePipelineDoes(document: RawDocument) throws {
    let watched = WatchedText(document)
    let result = CleaningPipeline().run([document], pool: WorkerPool(threadCount: 1))
    try #require(result.documents.count == 1)
    #expect(result.documents[0].fields[0].text == watched.after)
    for rule in RuleID.allCases {
      let count = watched.steps.reduce(0) { $0 + ($1.rule == rule ? $1.count : 0) }
      #expect(count == result.effect(of: rule).editCount, "\(rule)")
    }
  }

  @Test func stepsOfAPageAreItsRulesInTurn() {
    let watched = WatchedText(Self.documents[0])
    #expect(
      watched.steps.map(\.rule) == [
        .markup, .boilerplate, .mojibake, .controlCharacters, .compatibility, .quotes,
        .personalData, .unsuitable,
      ])
    #expect(watched.language == .english && watched.otherLanguage == nil && watched.dropped == nil)
    #expect(watched.findings.map(\.isUnsuitable) == [true])
    #expect(watched.after.hasSuffix("call [phone].\nHis cat is welcome."))
  }

  @Test func aRuleThatIsLeftOutIsNoStep() {
    var options = CleaningOptions()
    options.without = [.mojibake, .unsuitable]
    let watched = WatchedText(Self.documents[0], options: options)
    #expect(!watched.steps.contains { [.mojibake, .unsuitable].contains($0.rule) })
    #expect(watched.after.contains("cafÃ©") && watched.after.contains("idiot"))
    #expect(watched.findings.isEmpty)
  }

  @Test func whatIsDroppedSaysWhy() {
    let spam = "Buy now!!! 100% FREE $$$ click here, limited offer, act now, winner!"
    let watched = WatchedText(Self.document(spam))
    #expect(watched.dropped?.rule == .spam && watched.dropped?.reasons.isEmpty == false)
    let german = "Der Hund läuft über die Straße und bellt die Katze an, die auf dem Dach sitzt."
    let other = WatchedText(Self.document(german))
    #expect(other.otherLanguage == "de" && other.language == nil && other.dropped == nil)
  }
}
