/// The corpus while merges are learned: each different word as tokens, an index from pairs to
/// words, and a queue of pairs.
///
/// Only the words that hold the merged pair are touched, and only the pairs beside it change their
/// counts. A candidate whose count went down since it was queued is put back when it comes up.
struct MergeLearner {
  private struct Word {
    var start: Int
    var length: Int
    var count: Int
  }

  /// The tokens of all different words, one after the other; a word shrinks in its place.
  private var tokens: [Int32] = []
  private var words: [Word] = []
  /// Tokens in the corpus, repeated words counted as often as they occur.
  private var length = 0
  private var pairs = PairCounts()
  private var queue = PairQueue()
  /// The words that hold a pair, pair after pair; a `PairCandidate` names its range.
  private var places: [Int32] = []

  /// - Parameter table: the words of the corpus with their counts.
  init(_ table: borrowing WordTable<Int>) {
    table.visit { bytes, count in
      words.append(Word(start: tokens.count, length: bytes.count, count: count))
      for byte in bytes { tokens.append(Tokenizer.standardByteTokens[Int(byte)]) }
      length += bytes.count * count
    }
    queueAllPairs()
  }

  private mutating func queueAllPairs() {
    // What is grouped here are pairs by their place in `pairs`.
    var found = PlaceGroups(groupCount: 1 << 16)
    for (number, word) in words.enumerated() {
      for i in word.start..<word.start + word.length - 1 {
        let pair = PairCounts.pair(tokens[i], tokens[i + 1])
        found.add(word.count, to: pairs.add(word.count, to: pair), place: Int32(number))
      }
    }
    for group in found.drain(into: &places) {
      enqueue(pairs.pairs[group.number], at: group.number, group.places)
    }
  }

  private mutating func enqueue(_ pair: UInt64, at index: Int, _ places: Range<Int>) {
    let count = pairs.counts[index]
    guard count > 0 else { return }
    queue.push(PairCandidate(count: count, pair: pair, index: index, places: places))
  }

  /// Merges the best pair until there are `vocabularySize` tokens or no pair is left.
  mutating func learn(vocabularySize: Int) -> [Merge] {
    var merges: [Merge] = []
    var left = PlaceGroups(groupCount: vocabularySize)
    var right = PlaceGroups(groupCount: vocabularySize)
    while merges.count + Int(Tokenizer.firstMergedToken) < vocabularySize, var best = queue.top {
      let count = pairs.counts[best.index]
      guard count == best.count else {
        best.count = count
        if count > 0 { queue.replaceTop(with: best) } else { queue.removeTop() }
        continue
      }
      queue.removeTop()
      var merge = Merge(
        left: Int32(best.pair >> 32), right: Int32(best.pair & 0xFFFF_FFFF),
        id: Tokenizer.firstMergedToken + Int32(merges.count), count: count, lengthBefore: length,
        lengthAfter: length)
      for place in places[best.places] {
        length -= apply(merge, to: place, &left, &right)
      }
      merge.lengthAfter = length
      merges.append(merge)
      queueNeighbours(of: merge, &left, &right)
    }
    return merges
  }

  /// Replaces the pair in one word and notes what stood `left` and `right` of it.
  /// - Returns: how many tokens the corpus lost.
  private mutating func apply(
    _ merge: Merge, to place: Int32, _ left: inout PlaceGroups, _ right: inout PlaceGroups
  ) -> Int {
    let word = words[Int(place)]
    var (read, write) = (0, 0)
    tokens.withUnsafeMutableBufferPointer { all in
      let tokens = all.baseAddress.unsafelyUnwrapped + word.start
      while read < word.length {
        if tokens[read] == merge.left, read + 1 < word.length, tokens[read + 1] == merge.right {
          if write > 0 { left.add(word.count, to: Int(tokens[write - 1]), place: place) }
          if read + 2 < word.length {
            right.add(word.count, to: Int(tokens[read + 2]), place: place)
          }
          tokens[write] = merge.id
          read += 2
        } else {
          tokens[write] = tokens[read]
          read += 1
        }
        write += 1
      }
    }
    words[Int(place)].length = write
    return (read - write) * word.count
  }

  /// Moves the counts of `x left` and `right y` over to `x id` and `id y`, and queues the new
  /// pairs.
  private mutating func queueNeighbours(
    of merge: Merge, _ left: inout PlaceGroups, _ right: inout PlaceGroups
  ) {
    // Left first: where two merged tokens meet, `id left` was noted on the right and is gone again.
    for group in left.drain(into: &places) {
      let token = Int32(group.number)
      _ = pairs.add(-group.amount, to: PairCounts.pair(token, merge.left))
      let pair = PairCounts.pair(token, merge.id)
      enqueue(pair, at: pairs.add(group.amount, to: pair), group.places)
    }
    for group in right.drain(into: &places) {
      let token = Int32(group.number)
      _ = pairs.add(-group.amount, to: PairCounts.pair(merge.right, token))
      let pair = PairCounts.pair(merge.id, token)
      enqueue(pair, at: pairs.add(group.amount, to: pair), group.places)
    }
  }
}
