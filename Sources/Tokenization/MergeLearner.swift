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

  /// - Parameters:
  ///   - table: the words of the corpus with their counts; it is let go before pairs are looked for.
  ///   - others: bytes of the corpus in no word of the table.
  init(_ table: consuming WordTable<Int>, others: Int) {
    length = others
    var byteCount = 0
    table.visit { bytes, _ in byteCount += bytes.count }
    // A corpus may have millions of different words: no list grows by doubling.
    words.reserveCapacity(table.count)
    tokens.reserveCapacity(byteCount)
    table.visit { bytes, count in
      words.append(Word(start: tokens.count, length: bytes.count, count: count))
      for byte in bytes { tokens.append(Tokenizer.standardByteTokens[Int(byte)]) }
      length += bytes.count * count
    }
    _ = consume table
    queueAllPairs()
  }

  /// Counts in how many words each pair stands, then notes in which.
  private mutating func queueAllPairs() {
    /// For each pair its words, and the last of them.
    var found: [(words: Int, last: Int32)] = []
    for (number, word) in words.enumerated() {
      for i in word.start..<word.start + word.length - 1 {
        let index = pairs.add(word.count, to: PairCounts.pair(tokens[i], tokens[i + 1]))
        if index == found.count { found.append((0, -1)) }
        guard found[index].last != Int32(number) else { continue }
        found[index] = (found[index].words + 1, Int32(number))
      }
    }
    var ends: [Int] = [0]
    for pair in found { ends.append(ends[ends.count - 1] + pair.words) }
    places = [Int32](repeating: -1, count: ends[found.count])
    // From here on where the pair's next word goes.
    var next = ends
    for (number, word) in words.enumerated() {
      for i in word.start..<word.start + word.length - 1 {
        let index = pairs.add(0, to: PairCounts.pair(tokens[i], tokens[i + 1]))
        guard next[index] == ends[index] || places[next[index] - 1] != Int32(number) else {
          continue
        }
        places[next[index]] = Int32(number)
        next[index] += 1
      }
    }
    for index in found.indices {
      enqueue(pairs.pairs[index], at: index, ends[index]..<ends[index + 1])
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
