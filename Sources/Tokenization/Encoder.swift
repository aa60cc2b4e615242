/// Encodes many texts with one tokenizer and remembers the tokens of the words it has met.
///
/// `Tokenizer.encode` makes one of these for each call; keep one yourself to encode many short
/// texts.
/// - Complexity: O(1) for a word met before, O(n log n) for a new one of n bytes.
public struct Encoder: ~Copyable {
  private typealias Words = WordTable<KnownTokens>

  private var merger: WordMerger
  private var words: Words
  /// The tokens of words that have too many of them for `KnownTokens`.
  private var longer: [Int32] = []
  private var batch = WordBatch()
  private let mostWords: Int

  /// - Parameter expectedBytes: about how much text will come; a guess that only affects speed.
  public init(_ tokenizer: Tokenizer, expectedBytes: Int = 1 << 16) {
    self.init(tokenizer, expectedBytes: expectedBytes, mostWords: 1 << 18)
  }

  /// - Parameter mostWords: when there are this many, words are forgotten; so memory stays bounded.
  init(_ tokenizer: Tokenizer, expectedBytes: Int = 1 << 16, mostWords: Int) {
    self.mostWords = mostWords
    merger = WordMerger(tokenizer.table)
    words = Words(words: min(max(expectedBytes / 40, 64), 1 << 15))
  }

  /// The tokens of a text.
  public mutating func encode(_ text: String) -> [Int32] {
    var text = text
    return text.withUTF8 { encode($0) }
  }

  /// The tokens of any bytes, valid UTF-8 or not.
  public mutating func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var tokens: [Int32] = []
    encode(bytes, into: &tokens)
    return tokens
  }

  /// Appends the tokens of any bytes to `tokens`.
  public mutating func encode(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: inout [Int32]) {
    let scanner = WordScanner(bytes)
    let before = tokens.count
    var position = 0
    // Tokens are gathered in a small buffer that stays in the cache.
    let room = WordBatch.capacity * KnownTokens.capacity
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { buffer in
      let start = buffer.baseAddress.unsafelyUnwrapped
      while position < bytes.count {
        var wordStart = position
        let wordCount = batch.read(scanner, from: &position, lookingIn: words)
        var count = 0
        for number in 0..<wordCount {
          let end = batch.ends[number]
          let word = UnsafeBufferPointer(start: scanner.base + wordStart, count: end &- wordStart)
          wordStart = end
          let slot = batch.slot(of: number, word, in: words)
          let known =
            slot.pointee.key.high != 0
            ? slot.pointee.value : remember(word, batch.key(of: number), slot)
          if let range = known.elsewhere {
            tokens.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
            count = 0
            tokens.append(contentsOf: longer[range])
          } else {
            count &+= known.copy(to: start + count)
          }
        }
        if tokens.count + count > tokens.capacity {
          let done = tokens.count + count
          // As many for each byte as so far, and a little more; but neither a small nor a huge step.
          let perByte = Double(done - before) / Double(position)
          let expected = before + Int(perByte * Double(bytes.count) * 1.1)
          tokens.reserveCapacity(max(done * 2, min(expected, done * 64)))
        }
        tokens.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
      }
    }
  }

  @inline(never)
  private mutating func remember(
    _ word: UnsafeBufferPointer<UInt8>, _ key: WordKey, _ slot: UnsafeMutablePointer<Words.Slot>
  ) -> KnownTokens {
    var slot = slot
    if words.count >= mostWords {
      words.removeAll()
      longer.removeAll()
      slot = words.find(key, word)
    }
    var nobody = NoObserver()
    let count = merger.merge(word, observer: &nobody)
    let tokens = UnsafeBufferPointer(start: merger.tokens, count: count)
    let known =
      KnownTokens(tokens) ?? KnownTokens(elsewhere: longer.count..<longer.count + count)
    if known.elsewhere != nil { longer.append(contentsOf: tokens) }
    words.insert(key, word, known, at: slot)
    return known
  }
}
