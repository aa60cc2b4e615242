/// Learns a tokenizer from text: counts words, then joins the most frequent pair again and again.
///
/// Of pairs equally frequent, the one with the lower ids goes first, left before right, as in
/// Hugging Face's `BpeTrainer`: the same text gives the same merges in the same order.
/// - SeeAlso: Sennrich et al. 2016, algorithm 1.
public struct TokenizerLearner: ~Copyable {
  private let vocabularySize: Int
  /// How often each word occurs.
  private var words = WordTable<Int>(words: 1 << 12)
  private let wordLimit: Int
  /// Words that come no more often than this were forgotten the last time; 0 where none was.
  public private(set) var forgottenCount = 0
  /// Bytes of the words that were forgotten, as often as they came: they stay bytes.
  private var forgottenBytes = 0

  /// Different words that are counted at most: some 100 bytes of memory each.
  public static let wordLimit = 4_000_000

  /// - Parameters:
  ///   - vocabularySize: ids to give out, at least the 263 of special tokens and bytes; fewer are given when the
  ///     text runs out of pairs.
  ///   - wordLimit: different words that are counted at most. Where there are more, the rarest are forgotten, so
  ///     that memory has a bound whatever the text; no text in a language comes near it.
  public init(vocabularySize: Int, wordLimit: Int = Self.wordLimit) {
    precondition(wordLimit > 0, "\(wordLimit) words to count")
    precondition(
      vocabularySize >= Int(Tokenizer.firstMergedToken),
      "a vocabulary of \(vocabularySize) has no room for \(Tokenizer.firstMergedToken) tokens")
    self.vocabularySize = vocabularySize
    self.wordLimit = wordLimit
  }

  /// Adds a text; no word goes on from one text into the next.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds a text given as bytes, valid UTF-8 or not.
  /// - Complexity: O(n); what is kept grows with the number of different words only.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let scanner = WordScanner(bytes)
    var batch = WordBatch()
    var position = 0
    while position < bytes.count {
      var start = position
      for number in 0..<batch.read(scanner, from: &position, lookingIn: words) {
        let end = batch.ends[number]
        let word = UnsafeBufferPointer(start: scanner.base + start, count: end - start)
        start = end
        let slot = batch.slot(of: number, word, in: words)
        if slot.pointee.key.high != 0 {
          slot.pointee.value += 1
        } else {
          words.insert(batch.key(of: number), word, 1, at: slot)
        }
      }
      if words.count > wordLimit { forget() }
    }
  }

  /// Makes room: words that came once go, then those that came twice, until half of the room is free.
  private mutating func forget() {
    forgottenCount = 0
    while words.count > wordLimit / 2 {
      forgottenCount += 1
      let most = forgottenCount
      words.keep(where: { $0 > most }, dropping: { forgottenBytes += $0.count * $1 })
    }
  }

  /// The tokenizer for all text added so far, and how it came about.
  public consuming func learn() -> (tokenizer: Tokenizer, merges: [Merge]) {
    let (vocabularySize, others) = (vocabularySize, forgottenBytes)
    var corpus = MergeLearner(words, others: others)
    let merges = corpus.learn(vocabularySize: vocabularySize)
    do {
      return (try Tokenizer(merges: merges.map { ($0.left, $0.right) }), merges)
    } catch {
      preconditionFailure("learned merges that make no tokenizer: \(error)")
    }
  }
}
