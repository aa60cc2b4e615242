import Names
import Numerics
import RawData
import Testing

@testable import Dataset

@Suite("Words in words")
struct WordTests {
  /// The highest score of a sentence in a text.
  private func score(_ text: String) -> Double {
    withBytes(text) { UnsuitableJudge.shared.judge($0).findings.map(\.score).max() ?? 0 }
  }

  @Test("harmless words and names that contain listed ones stay")
  func harmlessWords() {
    let all = HarmlessWords.english + HarmlessWords.japanese
    #expect(Set(all).count == all.count && all.count >= 200, "\(all.count) words")
    for word in HarmlessWords.english {
      #expect(score("You should see \(word) before you go.") < 1, "\(word)")
    }
    for word in HarmlessWords.japanese { #expect(score("きのうは\(word)。") < 1, "\(word)") }
  }

  /// Without boundaries each of them would be found: the list tests what it says.
  @Test("each of them contains a listed word")
  func theyContainListedWords() {
    let lexicon = UnsuitableLexicon.standard
    let listed = lexicon.entries.filter {
      $0.role == .insult && $0.weight > 0 || $0.role == .violence
    }
    .map { $0.text.lowercased().replacing("*", with: "") }
    for word in HarmlessWords.english + HarmlessWords.japanese {
      #expect(listed.contains { word.lowercased().contains($0) }, "\(word)")
    }
  }

  @Test(
    "the words themselves are found, whatever stands beside them",
    arguments: [
      "Shut up!", "Oh, shut up, please.", "Just shut up.", "“Shut up!” he cried.", "Morons!",
      "You morons.", "you MORON", "What bastards you are.", "(Idiot!)", "idiot-like? Idiot.",
      "You are a fool and a loser.", "You are such a stupid jerk.", "Fucking hell.", "Shits.",
      "だまれ！", "「黙れ」と言った。", "おまえはばかだ。", "お前黙れ。", "この大まぬけ！", "このまぬけめ。",
      "ミラさんはまぬけだ。", "くたばれ！", "死ね。", "死ねよ", "いいから死ねと言った。", "アホウめ、お前はアホだ。",
      "I will kick that duck.", "We will kill them.", "You must hit him.", "Let's drown the cat.",
      "Otto is going to kick that duck.", "I am going to drown every cat.", "猫を蹴飛ばしてやる。",
      "あの犬をなぐるぞ。", "お前を殺してやる。",
    ])
  func wordsAreFound(text: String) { #expect(score(text) >= 1, "\(text)") }

  @Test(
    "what is no insult, no order and nobody's threat stays",
    arguments: [
      "The storm will hit the birds hard.", "The shop was shut up for the winter.",
      "The signal will kill the child process.", "You can compute the jerk from it.",
      "You skim the scum off the broth.", "If you find this useless, tell us.",
      "Dostoevsky wrote The Idiot in Geneva.", "You may eat jerk chicken, fool's gold you may not.",
      "We get lost easily.", "Storms will hit birds.", "The ball should hit him.",
      "雪が降るのは冬でもただまれにです。", "まだやることがあるので死ねない。", "本は読まぬけれど、話はよく聞く。",
      "犬をなぐさめてやるよ。", "猫をひもにつなぐぞ。", "まあほうっておこう。", "殺虫剤を鳥の小屋にまいてやる。",
      "横殴りの雨が犬に当たるぞ。", "犬の気をしずめてやる。", "それは戦死ね。", "猫をどうぞ。", "黙れども声は聞こえる。",
    ])
  func harmlessSentencesStay(text: String) { #expect(score(text) < 1, "\(text) \(score(text))") }

  @Test("a letter with an accent belongs to the word")
  func accents() {
    #expect(score("Idiotès was a poet.") == 0 && score("Éidiot") == 0)
    #expect(score("idiot — yes") >= 1 && score("×idiot×") >= 1)
  }

  @Test("no document is dropped for one word: its sentence goes, or the word where nothing else is")
  func oneWordDropsNothing() {
    #expect(cleaned("The sea is blue. Shut up!", language: .english) == "The sea is blue.")
    #expect(cleaned("You are a moron.", language: .english) == "You are a ***.")
    #expect(cleaned("だまれ！", language: .japanese) == "＊＊＊！")
    #expect(cleaned("海です。だまれ！", language: .japanese) == "海です。")
    // Two words in a text that is nothing else.
    #expect(cleaned("You idiot! You moron!", language: .english) == nil)
    let raw = document("You are a moron.", language: .english)
    let result = CleaningPipeline().run([raw], pool: WorkerPool(threadCount: 1))
    #expect(result.findings.map(\.isUnsuitable) == [true])
    #expect(result.findings.map(\.dropsDocument) == [false])
    #expect(result.effect(of: .unsuitable).editCount == 1)
    #expect(result.effect(of: .unsuitable).samples.first?.before == "moron")
  }

  @Test("a question keeps its words when its answer has to go")
  func fieldsAreNotEmptied() {
    let raw = RawDocument(
      id: "q", kind: .questionAnswer, language: .english,
      fields: [
        RawDocument.Field(name: .question, text: "Where does Mira work? What does she sell?"),
        RawDocument.Field(name: .answer, text: "Ask her yourself, moron."),
      ], byteCount: 80)
    let result = CleaningPipeline().run([raw], pool: WorkerPool(threadCount: 1))
    #expect(
      result.documents.first?.fields.map(\.text) == [
        "Where does Mira work? What does she sell?", "Ask her yourself, ***.",
      ])
  }
}
