import Names
import Numerics
import RawData
import Testing

@testable import Dataset

@Suite struct RuleTests {
  @Test(arguments: [
    ("cafÃ© and naÃ¯ve", "café and naïve"), ("Iâ€™m here â€“ now", "I'm here – now"),
    ("ãƒŸãƒ©ã\u{81}•ã‚“", "ミラさん"), ("Â© 2026", "© 2026"),
    ("ÐŸÑ€Ð¸Ð²ÐµÑ‚ everybody", "Привет everybody"),
    ("It costs â‚¬5", "It costs €5"), ("ðŸ¦† duck", "🦆 duck"),
    ("\u{C3}\u{83}\u{C2}\u{A9} twice", "é twice"),
  ])
  func garbledTextIsRepaired(text: String, wanted: String) {
    #expect(cleaned(text) == wanted)
  }

  @Test(arguments: [
    "CAFÉ”", "ÇÃO", "Ã la carte", "naïve façade", "“É” and ‘ä’", "Ångström", "5 × 3 ÷ 2 ± 1°",
    "À l'été, où êtes-vous?", "Größe, Füße, Übung", "§ 3 ¶ 4",
  ])
  func honestAccentsStay(text: String) {
    var edits = EditList()
    withBytes(text) { EncodingPass.run($0, into: &edits) }
    #expect(edits.isEmpty)
  }

  @Test func strayCharactersGoButJoinersOfEmojiStay() {
    #expect(cleaned("a\u{7}b\u{200B}c\u{FEFF}d\u{AD}e\u{FFFD}f\u{8B}g") == "abcdefg")
    #expect(cleaned("The 👩\u{200D}🍳 cooks.") == "The 👩\u{200D}🍳 cooks.")
  }

  @Test(arguments: [
    ("Write to tern42@nagi.example.", "Write to [email]."),
    ("gull.keeper@post.nagi.example, please", "[email], please"),
    ("連絡はa-b@nagi.exampleまで", "連絡は[email]まで"),
    ("Call 555-0142.", "Call [phone]."), ("555-010-4427 or (555) 010-4427", "[phone] or [phone]"),
    ("+1 555 010 4427", "[phone]"), ("電話は03-5550-1427です", "電話は[phone]です"),
    ("090-5550-1427, 0120-555-014", "[phone], [phone]"), ("+81 90-5550-1427", "[phone]"),
    ("Thanks @gull_27!", "Thanks [user]!"), ("０９０－５５５０－１４２７", "[phone]"),
    ("１@x.example", "[email]"), ("Phone 867-5309", "Phone [phone]"), ("09055501427へ", "[phone]へ"),
  ])
  func personalDataIsMasked(text: String, wanted: String) { #expect(cleaned(text) == wanted) }

  @Test(arguments: [
    "On 2026-05-03 at 09:12", "pages 120-1350", "ISBN 978-4-00-310101-8", "〒123-4567", "1,234-5678",
    "version 1.2.3.4", "192.168.10.1", "3 @ 5", "me @ home", "@ noon", "a@b", "@media (x)",
    "@param x", "score 3-2, 10-4", "RFC 2822-1234x", "12-34-56", "#555-0142x", "2001:db8::1",
    "0.5550-142", "20260503", "150-200",
  ])
  func harmlessNumbersStay(text: String) {
    var edits = EditList()
    withBytes(text) { PersonalDataPass.run($0, into: &edits) }
    #expect(edits.isEmpty)
  }

  @Test(arguments: [
    ("Huge sale!!! Buy now and save 50%!!! Visit http://deals.example for FREE SHIPPING!!!", true),
    ("You have won a prize! Claim your $500 bonus at www.luck.example, act now!", true),
    ("激安セール！！！今すぐ http://yasui.example で無料登録！先着100円！", true),
    ("The ferry is free on Sundays, and the winner of the race gets a lantern.", false),
    ("See https://www.debian.org/ for the manual. Click on the icon to start.", false),
    ("図書館は無料で使えます。今すぐ出かけましょう！", false),
    ("Hurrah!!! We won!", false),
    (
      "Version 2.1 of the map editor is out. Download: https://example.org/d . Changes: "
        + "https://example.org/n . Docs: https://example.org/m . Code: https://example.org/c", false
    ),
    ("Buy now! https://a.example https://b.example", true),
  ])
  func spamIsToldFromExcitement(text: String, isSpam: Bool) {
    let verdict = withBytes(text) { SpamJudge.shared.judge($0) }
    #expect((verdict.score >= SpamJudge.threshold) == isSpam, "\(verdict)")
  }

  @Test(arguments: [
    ("The cat sat on the mat and looked at the sea.", LanguageDetector.Verdict.known(.english)),
    ("Where does Mira work?", .known(.english)), ("ミラさんはどこで働いていますか？", .known(.japanese)),
    ("ミラはDebian GNU/Linuxを使っている。", .known(.japanese)),
    ("Der Hund läuft über die Straße und sucht seine Katze.", .other("de")),
    ("Le chat est sur la table et il regarde la mer avec elle.", .other("fr")),
    ("El gato está en la mesa y no quiere salir de la casa.", .other("es")),
    ("Il gatto è sulla tavola e non vuole uscire di casa.", .other("it")),
    ("De kat zit op de tafel en wil niet naar buiten gaan.", .other("nl")),
    ("Кошка сидит на столе.", .other("?")), ("고양이가 식탁 위에 앉아 있다.", .other("?")),
    ("12 34", .unknown), ("", .unknown), ("Mira Tobin", .unknown),
  ])
  func languagesAreToldApart(text: String, verdict: LanguageDetector.Verdict) {
    #expect(LanguageDetector.shared.detect(text) == verdict)
  }

  @Test func aGermanFolderStaysWholeButALoneGermanPageGoes() {
    let german = "Der Hund läuft über die Straße und sucht seine Katze, die nicht im Haus ist."
    let english = "The dog runs over the street and looks for his cat, which is not in the house."
    let pool = WorkerPool(threadCount: 1)
    let folder = [
      document(german, id: "a"),
      document("Am Abend kommt die Fähre, und alle warten auf sie.", id: "b"),
    ]
    #expect(CleaningPipeline().run(folder, pool: pool).documents.count == 2)
    let mixed = [
      document(english, id: "a"),
      document("In the evening the ferry comes, and all of them wait for it.", id: "b"),
      document(german, id: "c"),
    ]
    let result = CleaningPipeline().run(mixed, pool: pool)
    #expect(result.documents.map(\.id) == ["a", "b"])
    #expect(result.dropped.map(\.rule) == [.language])
  }

  @Test(arguments: [
    ("You are an idiot!", true), ("Shut up, you stupid loser!", true), ("I hate you.", true),
    ("I will kick that noisy duck.", true), ("They should drown every cat.", true), ("だまれ！", true),
    ("あの犬をけとばしてやる。", true), ("おまえはばかだ。", true), ("ハトに石をぶつけるのは楽しい。", false),
    ("Mira will feed that noisy duck.", false), ("He will kick the ball to the duck.", false),
    ("The rain hit the roof, and a useless umbrella flew away.", false),
    ("Kick the ball, hit the drum!", false), ("アヒルばかり見ている。", false), ("太鼓をなぐる音がする。", false),
    ("What a stupid mistake, said the cook.", false),
  ])
  func insultsAndThreatsAreFound(text: String, isUnsuitable: Bool) {
    let findings = withBytes(text) { UnsuitableJudge.shared.judge($0).findings }
    #expect(findings.contains { $0.score >= 1 } == isUnsuitable, "\(findings)")
  }

  @Test(arguments: [
    ("Mira came. Shut up, idiot! She sat down.", "Mira came. She sat down."),
    ("Mira came. She sat. You are an idiot.", "Mira came. She sat."),
    ("One.\nYou idiot!\nTwo. Three.", "One.\nTwo. Three."),
    ("海です。だまれ！空です。", "海です。空です。"), ("You idiot! Yes. No.", "Yes. No."),
  ])
  func unsuitableSentencesAreCutOut(text: String, wanted: String) {
    #expect(cleaned(text, kind: .news, language: nil) == wanted)
  }

  @Test func mostlyUnsuitableDocumentsAreDropped() {
    let raw = document("You idiot! I hate you. The sea is blue.", kind: .news, language: .english)
    let result = CleaningPipeline().run([raw], pool: WorkerPool(threadCount: 1))
    #expect(result.documents.isEmpty)
    #expect(result.dropped.map(\.rule) == [.unsuitable])
    #expect(result.findings.count == 2 && result.findings.allSatisfy(\.dropsDocument))
  }

  @Test func compoundsKeepTheirHyphen() {
    let text =
      "A well-known cook of the harbour opened the long-awaited bakery on the hill of the well-\n"
      + "known street, where the bread was baked every morning by the cook and by his daugh-\n"
      + "ter, who sang while she worked, so that the street was full of songs before the sun\n"
      + "rose over the bay and the gulls awoke on the roof of the house with the green door.\n"
    let result = cleaned(text)
    #expect(result?.contains("well-known street") == true)
    #expect(result?.contains("his daughter, who") == true)
  }

  @Test func editsTellWhereTheyWereInTheCollectedText() {
    let text = "<p>Ｍira &amp; cafÃ©  x</p>\r\n<p>Call 555-0142</p>"
    var options = CleaningOptions()
    options.recordsAllEdits = true
    let raw = document(text, kind: .webPage, language: .english, isMarkup: true)
    let result = CleaningPipeline(options: options).run([raw], pool: WorkerPool(threadCount: 1))
    #expect(result.documents[0].fields[0].text == "Mira & café x\nCall [phone]")
    let bytes = Array(text.utf8)
    for (rule, place) in [
      (RuleID.compatibility, "Ｍ"), (.mojibake, "Ã©"), (.personalData, "555-0142"),
    ] {
      let edit = result.edits.first { $0.rule == rule }
      #expect(edit.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == place)
    }
  }
}
