import Names
import Testing

@testable import Usage

@Suite("English, Japanese or neither")
struct LanguageTests {
  private func verdict(_ text: String) -> String {
    let scores = LanguageScores(text)
    return scores.isNeither ? "neither" : scores.language.rawValue
  }

  @Test func ninetyNineOfAHundredSentencesAreRecognized() {
    var sentences: [(text: String, wanted: String)] = []
    sentences += HeldOutSentences.english.map { ($0, "en") }
    sentences += HeldOutSentences.japanese.map { ($0, "ja") }
    for (_, list) in HeldOutSentences.neither { sentences += list.map { ($0, "neither") } }
    for (wanted, list) in HeldOutSentences.more { sentences += list.map { ($0, wanted) } }
    #expect(sentences.count == 300)
    let wrong = sentences.filter { verdict($0.text) != $0.wanted }
    #expect(wrong.count <= 3, "\(wrong)")
    // They are short: what is longer is easier.
    let length = sentences.reduce(0) { $0 + $1.text.count } / sentences.count
    #expect((12...24).contains(length))
  }

  private static let blindLists = ["first", "second", "third", "fourth"]

  /// Lists that were written before the detector was tried on them; what it got wrong then led to changes
  /// of its rules, which the next list judged. At the first try it was right on 97.1, 97.6, 97.8 and 98.5 %,
  /// and on all 319 sentences in English and Japanese of the last.
  @Test(arguments: blindLists)
  func blindListsAreRecognized(name: String) throws {
    let list = try BlindSentences(name)
    for verdict in ["en", "ja", "neither"] {
      #expect(list.sentences.count { $0.verdict == verdict } >= 150, "\(verdict)")
    }
    #expect(list.labels.isSuperset(of: ["de", "fr", "es", "it", "zh", "ko", "ru"]))
    #expect(list.labels.isSuperset(of: ["python", "javascript", "c", "swift", "none"]))
    let lengths = list.sentences.map(\.text.unicodeScalars.count)
    #expect((19...21).contains(lengths.reduce(0, +) / lengths.count))
    let wrong = list.sentences.filter { verdict($0.text) != $0.verdict }
    #expect(50 * wrong.count <= list.sentences.count, "\(wrong)")
    let foreign = wrong.filter { $0.verdict == "neither" }
    #expect(100 * (wrong.count - foreign.count) <= list.sentences.count, "\(wrong)")
  }

  @Test func ninetyNineOfAHundredOfAllBlindSentencesAreRecognized() throws {
    let all = try Self.blindLists.flatMap { try BlindSentences($0).sentences }
    let wrong = all.filter { verdict($0.text) != $0.verdict }
    #expect(100 * wrong.count <= all.count, "\(wrong)")
  }

  @Test func noSentenceStandsInTwoBlindLists() throws {
    let texts = try Self.blindLists.flatMap {
      try BlindSentences($0).sentences.map {
        $0.text.lowercased().filter { $0.isLetter || $0.isNumber }
      }
    }.filter { !$0.isEmpty }
    #expect(Set(texts).count == texts.count)
  }

  @Test(arguments: ["Zoe", "Wolfgang", "Yuki", "Giulia", "Ben Okafor"])
  func aNameSaysNoLanguage(name: String) {
    let scores = LanguageScores(name)
    #expect(verdict(name) == "en" && scores.english < 0.97, "\(scores)")
    // Hardly more than what any text in Latin letters is given in advance.
    #expect(LanguageScores("Yuki moved to Leeds.").english > 0.5)
  }

  @Test func aWordWithACapitalLetterOfGermanIsNoName() {
    #expect(verdict("Der Hund und die Katze") == "neither")
    #expect(verdict("Hund, Katze, Vogel") == "neither")
  }

  @Test(arguments: [
    ("plants", true), ("moved", true), ("slowly", true), ("taking", true), ("boxes", true),
    ("xyzs", false), ("sing", true), ("ing", false),
  ])
  func whatIsMadeFromAWordIsAWord(word: String, isWord: Bool) {
    #expect((LatinLanguages.shared.english(of: word) > 0) == isWord)
  }

  @Test func kanjiAloneAreJapaneseUnlessChinaAloneWritesThem() {
    func share(_ text: String) -> Double { HanSigns.chineseShare(text, kana: 0, han: text.count) }
    #expect(share("経済産業省") < 0.01 && share("经济产业省") > 0.9 && share("經濟產業省") > 0.9)
    // The longer the likelier, if no sign speaks against it.
    #expect(share("大学入学式") < share("大学"))
    #expect(share("夫婦喧嘩") < 0.5)
    #expect(HanForms.chinese.isDisjoint(with: HanForms.japanese))
    #expect(HanForms.former.isDisjoint(with: HanForms.rareInJapanese))
    #expect(HanSigns.chineseShare("这", kana: 8, han: 1) == 0)
  }

  @Test func aDateIsNoWord() {
    #expect(verdict("1999-12-31T23:59:59") == "neither")
    #expect(verdict("Call 0800 555 0199") == "en")
  }

  @Test func scoresAreNoLessThanNothingAndAddUp() {
    for text in ["", "a", "12", "!?", "海", "море", "print(a)", "Wi-Fiの使い方", "🙂", "한국어 and English"]
    {
      let scores = LanguageScores(text)
      #expect(min(scores.english, scores.japanese, scores.neither) >= 0, "\(text)")
      #expect(abs(scores.english + scores.japanese + scores.neither - 1) < 1e-12, "\(text)")
    }
  }

  @Test(arguments: ["", "12 + 3", "???", "🙂🙂", "--"])
  func withoutALetterItIsNeither(text: String) {
    #expect(LanguageScores(text) == LanguageScores(english: 0, japanese: 0, neither: 1))
  }

  @Test(arguments: ["Mira", "Otto", "Zoe", "Oren's pet", "Gull Hill", "Hugo and Pia"])
  func aNameAloneIsEnglish(text: String) { #expect(verdict(text) == "en") }

  @Test(arguments: ["ミラ", "灯台", "東京", "港の灯台"])
  func aWordInJapaneseIsJapanese(text: String) { #expect(verdict(text) == "ja") }

  @Test func rolesTypedAsTextAreNoProgram() {
    #expect(CodeSigns.share("<|en|><|question|>Where is Mira?<|answer|>") < 0.1)
    #expect(CodeSigns.share("Where is Mira? (I asked you before)") < 0.1)
    #expect(CodeSigns.share("x = f(a) + 3;") > 0.9)
  }

  @Test func aLongTextIsReadInItsBeginningOnly() {
    let long = String(repeating: "The gulls cried. ", count: 400)
    #expect(LanguageScores(long + "грустно") == LanguageScores(long))
    #expect(LanguageScores(long).english > 0.99)
  }

  @Test func marksAreTakenOffLetters() {
    var reader = LatinReader("Über l'été")
    #expect(reader.next()?.letters == [21, 2, 5, 18])
    let second = reader.next()
    #expect(second?.letters == [12, 5, 20, 5] && second?.markCount == 2)
    #expect(second?.isCapitalized == false && reader.next() == nil)
  }

  @Test(arguments: [("Das Madchen lauft", "Das Mädchen läuft"), ("un cafe solo", "un café sólo")])
  func lettersWithMarksAreASignOfAnotherLanguage(plain: String, marked: String) {
    #expect(LanguageScores(marked).english < LanguageScores(plain).english)
  }
}
