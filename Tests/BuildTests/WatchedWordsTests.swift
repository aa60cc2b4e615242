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

  @Test func eachLanguageIsSeenOnAxesOfItsOwn() {
    var watched = WatchedWords(
      world: nil, documents: [], tokenizer: tokenizer("a b c", merges: 0))
    let english: [[Float]] = [[9, 1, 0], [9, -1, 0], [9, 0, 0.5], [9, 0, -0.5]]
    let japanese: [[Float]] = [[-9, 0, 2], [-9, 0, -2], [-9, 0.25, 0], [-9, -0.25, 0]]
    let mixed = zip(english, japanese).flatMap { [$0, $1] }
    watched.words = mixed.map { .init(sort: "pet", language: $0[0] > 0 ? .english : .japanese) }
    let shown = watched.projection(fitting: mixed)(mixed).rows
    // What tells the languages apart is the same for all words of one, so it shows nowhere.
    for (place, row) in shown.enumerated() {
      let wanted = mixed[place].dropFirst().map(\.magnitude).sorted(by: >)
      #expect((row[0].magnitude - wanted[0]).magnitude < 1e-4 || row[0].magnitude < 1e-4)
      #expect(
        (row[0] * row[0] + row[1] * row[1] - wanted[0] * wanted[0]).magnitude < 1e-4)
    }
    watched.words = nil
    let together = watched.projection(fitting: mixed)(mixed).rows
    #expect(together.allSatisfy { ($0[0].magnitude - 9).magnitude < 0.1 })
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
