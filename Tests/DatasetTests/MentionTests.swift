import Testing

@testable import Dataset

@Suite struct MentionTests {
  @Test(arguments: [
    ("Ana", "Ana has a dog.", true), ("Ana", "Anagram", false), ("Ana", "Lanana", false),
    ("Ana", "It is Ana's.", true), ("Ana", "ask ana", true),
    ("bakery", "The Bakery is open.", true),
    ("cold noodles", "Cold noodles again", true), ("Ana", "Banana. Ana!", true),
    ("Ana", "Anaé", false), ("Ana", "2Ana", false), ("Ana", "", false), ("Ana", "An", false),
    ("ピア", "ピアさんは", true), ("ピア", "ピアノ", false), ("ピア", "ユートピア", false),
    ("ピア", "ピアーの家", false), ("ベン", "海のベンは", true), ("犬", "子犬がいます", true),
    ("ピア", "ピアagain", true), ("うさぎ", "うさぎです", true), ("パン屋", "パン屋で", true),
    ("パン屋", "フランスパン屋", false),
  ])
  func standsByItself(word: String, text: String, isThere: Bool) {
    #expect(Mention(word).isIn(text) == isThere)
  }

  @Test(arguments: [
    ("ana", "Banana", true), ("Ana", "banana", false), ("ノ", "ピアノ", true),
    ("the sea", "the  sea", false),
    ("sea", "the sea", true), ("see", "the sea", false),
  ])
  func ofAStringEveryLetterCounts(string: String, text: String, isThere: Bool) {
    #expect(Mention(exactly: string).isIn(text) == isThere)
  }
}
