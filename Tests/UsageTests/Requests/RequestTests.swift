import Names
import Testing

@testable import Usage

@Suite("A request as people make it")
struct RequestTests {
  @Test(arguments: HeldOutRequest.english)
  func englishIsUnderstood(item: HeldOutRequest) { expect(item, .english) }

  @Test(arguments: HeldOutRequest.japanese)
  func japaneseIsUnderstood(item: HeldOutRequest) { expect(item, .japanese) }

  private func expect(_ item: HeldOutRequest, _ language: Language) {
    let request = Request.read(item.text, in: language)
    #expect(request.kind == item.kind, "\(item.text)")
    #expect(request.text == item.recast, "\(item.text)")
    #expect(request.answerLanguage == nil)
    // What is recast once is in its form.
    let again = Request.read(request.text, in: language, kind: request.kind)
    #expect(again.text == request.text, "\(item.text)")
  }

  @Test(arguments: [
    ("ミラさんはどこで働く？", "ミラさんはどこで働きますか？"), ("ミラさんは何を食べる？", "ミラさんは何を食べますか？"),
  ])
  func aVerbAsInTheDictionaryIsMadePolite(text: String, wanted: String) {
    #expect(Request.read(text, in: .japanese).text == wanted)
  }

  @Test func whatAPersonSaysThatItIsCountsMoreThanAnInstruction() {
    let text = "Sum up: It rained. Then it snowed."
    let given = Request.read(text, in: .english, kind: .continuation)
    #expect(given.kind == .continuation && given.sign == .given && given.text == text)
    #expect(Request.read(text, in: .english, kind: .summary).text == "It rained. Then it snowed.")
  }

  @Test func theListsAreLongEnough() {
    for list in [HeldOutRequest.english, HeldOutRequest.japanese] {
      #expect(list.count == 60 && Set(list.map(\.text)).count == 60)
      for kind in PromptKind.allCases { #expect(list.contains { $0.kind == kind }, "\(kind)") }
    }
  }

  @Test(arguments: [
    ("Where is it?", KindSign.mark), ("where does Mira work", .questionWord),
    ("Tell me where Mira works.", .request), ("Sum up: It rained. Then it snowed.", .instruction),
    ("In the morning", .none),
  ])
  func theSignIsSaidInEnglish(text: String, sign: KindSign) {
    #expect(Request.read(text, in: .english).sign == sign)
  }

  @Test(arguments: [
    ("どこですか？", KindSign.mark), ("どこですか", .particle), ("ミラさんの職場を教えて", .request),
    ("ミラさんの職場は", .topic), ("ミラさんの職場はどこ", .questionWord), ("要約して：雨でした。", .instruction),
    ("どこか遠くへ", .none), ("", .none),
  ])
  func theSignIsSaidInJapanese(text: String, sign: KindSign) {
    #expect(Request.read(text, in: .japanese).sign == sign)
  }

  @Test(arguments: [
    "Why? Because.", "Once upon a time", "", " \n", "What a day", "Tell", "Please", "So", "The",
  ])
  func whatSaysNothingIsATextToContinue(text: String) {
    let request = Request.read(text, in: .english)
    #expect(request.kind == .continuation && request.text == text && request.sign == .none)
  }

  @Test func aKindThatIsGivenWins() {
    let question = Request.read("Mira's hobby", in: .english, kind: .question)
    #expect(question.kind == .question && question.sign == .given)
    #expect(question.text == "What is Mira's hobby?")
    let text = Request.read("Where is it?", in: .english, kind: .continuation)
    #expect(text.kind == .continuation && text.text == "Where is it?")
    let story = Request.read("Sum up: It rained.", in: .english, kind: .summary)
    #expect(story.kind == .summary && story.text == "It rained.")
  }

  @Test(arguments: [
    ("Answer in Japanese: Where does Mira work?", "Where does Mira work?", Language.japanese),
    ("Where does Mira work? Answer in Japanese.", "Where does Mira work?", .japanese),
    ("ミラさんはどこで働いていますか？英語で答えて。", "ミラさんはどこで働いていますか？", .english),
    ("ミラさんの職場を英語で教えて", "ミラさんの職場はどこですか？", .english),
  ])
  func theTextMaySayInWhichLanguageToAnswer(text: String, rest: String, language: Language) {
    let request = Request.read(text, in: language.other)
    #expect(request.text == rest && request.answerLanguage == language && request.kind == .question)
  }

  @Test func aRuleAddsNoNameAndNoAnswer() {
    // Every word that a rule puts in is a word of grammar, whoever the person is.
    for item in HeldOutRequest.english where item.kind == .question {
      let typed = item.text.lowercased()
      for word in item.recast.split(whereSeparator: { " ?'".contains($0) }) {
        let isGrammar = [
          "does", "do", "is", "what", "who", "where", "which", "favourite", "work", "live", "like",
          "have", "keep", "spend",
        ].contains(word.lowercased())
        #expect(isGrammar || typed.contains(word.lowercased()), "\(word) in \(item.recast)")
      }
    }
  }

  @Test func anyTextIsReadWithoutATrap() {
    let pieces = [
      "tell me", "where", " ", "Mira's", "?", "か", "教えて", "は", "、", "「", "」", "\"", ":", "\n", "。",
      "の",
      "どこ", "is", "does", "the", "of", "sum up", "要約して", "🙂", "e\u{301}", "って", "が", "何", ".", "さん",
    ]
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<Int(state % 9) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
        if state >> 20 & 1 == 0 { text += " " }
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for language in Language.allCases { _ = Request.read(text, in: language) }
    }
  }
}
