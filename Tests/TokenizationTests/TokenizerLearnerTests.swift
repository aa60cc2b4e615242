import Testing

@testable import Tokenization

func learned(_ text: String, _ size: Int) -> (tokenizer: Tokenizer, merges: [Merge]) {
  var learner = TokenizerLearner(vocabularySize: size)
  learner.add(text)
  return learner.learn()
}

/// Each merge as its two symbols.
func symbols(_ result: (tokenizer: Tokenizer, merges: [Merge])) -> [String] {
  result.merges.map {
    result.tokenizer.symbol(of: $0.left) + " " + result.tokenizer.symbol(of: $0.right)
  }
}

@Test("A small text gives the merges worked out by hand")
func learnsByHand() {
  // Words: low x1, Ġlow x2, Ġlower x1. Pairs at first: l o 4, o w 4, Ġ l 3, w e 1, e r 1; in the
  // end only Ġlow e and e r are left, once each.
  let result = learned("low low low lower", 267)
  #expect(symbols(result) == ["l o", "lo w", "Ġ low", "e r"])
  let id = Tokenizer.firstMergedToken
  let (l, o) = (Tokenizer.standardByteTokens[0x6C], Tokenizer.standardByteTokens[0x6F])
  #expect(
    result.merges[0]
      == Merge(left: l, right: o, id: id, count: 4, lengthBefore: 17, lengthAfter: 13))
  #expect(result.merges.map(\.count) == [4, 4, 3, 1])
  #expect(result.merges.map(\.lengthAfter) == [13, 9, 6, 5])
}

@Test("Of pairs equally frequent the one with lower ids goes first")
func breaksTies() {
  // All occur once; `x y` is left before `Ġ x`, for the space stands behind all letters.
  #expect(symbols(learned("ba xy", 266)) == ["b a", "x y", "Ġ xy"])
  #expect(symbols(learned("z z", 264)) == ["Ġ z"])
  #expect(symbols(learned("zy\nab", 264)) == ["a b"])
}

@Test("A text gives the merges that Hugging Face tokenizers learns, in the same order")
func learnsLikePeer() throws {
  let result = learned(PeerFixture.text, PeerFixture.vocabularySize)
  #expect(result.merges.flatMap { [$0.left, $0.right] } == PeerFixture.merges)
  #expect(result.tokenizer.encode(PeerFixture.text) == PeerFixture.ids)
}

@Test("The corpus lengths go from bytes to the encoded text without a gap")
func lengthsAddUp() {
  let result = learned(PeerFixture.text, 400)
  var length = PeerFixture.text.utf8.count
  for (number, merge) in result.merges.enumerated() {
    #expect(merge.lengthBefore == length)
    #expect(merge.id == Tokenizer.firstMergedToken + Int32(number))
    let removed = merge.lengthBefore - merge.lengthAfter
    #expect(merge.left == merge.right ? removed <= merge.count : removed == merge.count)
    length = merge.lengthAfter
  }
  #expect(length == result.tokenizer.encode(PeerFixture.text).count)
}

@Test("Learning ends when no pair is left, and needs no text")
func endsWithoutPairs() {
  #expect(symbols(learned("aaaa", 1000)) == ["a a", "aa aa"])
  #expect(learned("", 300).merges == [])
  #expect(learned("a b", 263).merges == [])
}

@Test("A run of one letter counts each place but replaces what doesn't overlap")
func countsOverlaps() {
  let merge = learned("aaaaa", 264).merges[0]
  #expect(merge.count == 4)
  #expect((merge.lengthBefore, merge.lengthAfter) == (5, 3))
}

@Test("Texts added one by one count like one text, but no word crosses from one to the next")
func addsTexts() {
  var learner = TokenizerLearner(vocabularySize: 300)
  learner.add("The moon is low. ")
  learner.add("The moon rose.")
  let parts = learner.learn().merges
  var whole = TokenizerLearner(vocabularySize: 300)
  whole.add("The moon is low.")
  whole.add(" ")
  whole.add("The moon rose.")
  let atOnce = whole.learn().merges
  #expect(parts == atOnce)
  var cut = TokenizerLearner(vocabularySize: 300)
  cut.add("a")
  cut.add("b")
  let none = cut.learn().merges
  #expect(none == [])
}

@Test("Of too many different words the rarest are forgotten, in the same way each time")
func forgetsRareWords() {
  let letters = "ABCDEFGH".map(String.init)
  let rare = letters.flatMap { first in letters.map { "x" + first + $0 + "\n" } }
  let often = Array(repeating: "low lower a_word_longer_than_fifteen_bytes\n", count: 5)
  func learned() -> (forgotten: Int, tokenizer: Tokenizer, merges: [Merge]) {
    var learner = TokenizerLearner(vocabularySize: 290, wordLimit: 40)
    for text in often + rare { learner.add(text) }
    let forgotten = learner.forgottenCount
    let result = learner.learn()
    return (forgotten, result.tokenizer, result.merges)
  }
  let one = learned()
  #expect(one.forgotten == 1 && one.merges == learned().merges)
  // What came often is counted whole: in low, lower and longer.
  let named = symbols((one.tokenizer, one.merges))
  let place = named.firstIndex(of: "l o")
  #expect(place.map { one.merges[$0].count } == 15)
  // Of the rare ones the last alone were left, and none of the first.
  #expect(!named.contains("x A") && !named.contains { $0.hasPrefix("A") })
  // All bytes are in the corpus, those of the forgotten ones too.
  #expect(one.merges[0].lengthBefore == (often + rare).joined().utf8.count)
}

@Test("Learning agrees with a plain recount of all pairs after each merge", arguments: 1...12)
func learnsLikeRecount(seed: Int) {
  let letters = noise(600, seed: UInt64(seed) &* 0x2545_F491_4F6C_DD1D).map { $0 % 4 }
  let text = String(decoding: letters.map { $0 == 3 ? 32 : $0 + 97 }, as: UTF8.self)
  var words = wordRanges(Array(text.utf8)).map { range in
    Array(text.utf8)[range].map { Tokenizer.standardByteTokens[Int($0)] }
  }
  for merge in learned(text, 320).merges {
    var counts: [[Int32]: Int] = [:]
    for word in words {
      for pair in zip(word, word.dropFirst()) { counts[[pair.0, pair.1], default: 0] += 1 }
    }
    let best = counts.max {
      $0.value != $1.value ? $0.value < $1.value : $1.key.lexicographicallyPrecedes($0.key)
    }
    #expect(best?.key == [merge.left, merge.right])
    #expect(best?.value == merge.count)
    words = words.map { word in
      var result: [Int32] = []
      for token in word {
        if result.last == merge.left, token == merge.right {
          result[result.count - 1] = merge.id
        } else {
          result.append(token)
        }
      }
      return result
    }
    #expect(words.joined().count == merge.lengthAfter)
  }
}
