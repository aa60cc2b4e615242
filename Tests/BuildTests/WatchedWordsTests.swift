import Dataset
import Foundation
import Names
import RawData
import Testing
import Tokenization

@testable import Build

/// Which words' embeddings a training follows.
@Suite struct WatchedWordsTests {
  static let world = try! World.load(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Lessons/World").path)

  private func tokenizer(_ text: String, merges: Int) -> Tokenizer {
    var learner = TokenizerLearner(vocabularySize: 263 + merges)
    learner.add(text)
    return learner.learn().tokenizer
  }

  @Test func wordsOfTheTownAreWatchedBySort() {
    let text = String(repeating: "see Mira , Tobin at school , a cat .\nミラ、灯台、ねこ。\n", count: 40)
    let tokenizer = tokenizer(text, merges: 90)
    let watched = WatchedWords(world: Self.world, documents: [], tokenizer: tokenizer)
    let words = zip(watched.tokens, watched.words ?? []).map { token, word in
      "\(word.language.rawValue) \(word.sort):"
        + String(decoding: tokenizer.bytes(of: token), as: UTF8.self)
    }
    #expect(
      words == [
        "en person: Mira", "en person: Tobin", "en workplace: school", "en pet: cat",
        "ja person:ミラ", "ja workplace:灯台", "ja pet:ねこ",
      ])
  }

  @Test func theMostFrequentWordsAreWatchedWhereNobodyKnowsTheirSort() {
    let text = String(repeating: "the boat and the harbour and the boat\n", count: 40)
    let tokenizer = tokenizer(text, merges: 30)
    let tokens = tokenizer.encode(text)
    let watched = WatchedWords(
      world: nil,
      documents: [
        TokenizedDocument(
          id: "a", kind: .story, language: .english, tokens: tokens, byteCount: text.utf8.count,
          group: 0)
      ], tokenizer: tokenizer)
    #expect(watched.words == nil)
    let words = watched.tokens.map { String(decoding: tokenizer.bytes(of: $0), as: UTF8.self) }
    #expect(Set(words).isSuperset(of: [" the", " and", " boat"]))
  }
}
