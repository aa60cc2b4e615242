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

  @Test(arguments: ["Mira", "Otto", "Oren's pet", "Gull Hill", "Hugo and Pia"])
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
