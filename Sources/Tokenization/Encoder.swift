/// Encodes many texts with one tokenizer and remembers the tokens of the words it has met.
///
/// `Tokenizer.encode` makes one of these for each call; keep one yourself to encode many short
/// texts.
/// - Complexity: O(1) for a word met before, O(n log n) for a new one of n bytes.
public struct Encoder: ~Copyable {
  private typealias Words = WordTable<SIMD4<Int32>>

  /// Up to so many tokens are copied at once, whether a word has them or not.
  private static let longestCopy = 8

  private var merger: WordMerger
  /// Up to three tokens and, in the fourth lane, how many; or, when there are more,
  /// `(offset, 0, 0, -count)` with the place in `longer`.
  private var words: Words
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
    var position = 0
    // Tokens are gathered in a small buffer that stays in the cache.
    let room = WordBatch.capacity * Self.longestCopy
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
          let value =
            slot.pointee.key.high != 0
            ? slot.pointee.value : remember(word, batch.key(of: number), slot)
          let target = UnsafeMutableRawPointer(start + count)
          if value.w >= 0 {
            target.storeBytes(of: value, as: SIMD4<Int32>.self)
            count &+= Int(value.w)
          } else if value.w >= -Int32(Self.longestCopy) {
            longer.withUnsafeBytes {
              let tokens = $0.baseAddress.unsafelyUnwrapped + Int(value.x) &* 4
              target.copyMemory(from: tokens, byteCount: Self.longestCopy &* 4)
            }
            count &-= Int(value.w)
          } else {
            tokens.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
            count = 0
            tokens.append(contentsOf: longer[Int(value.x)..<Int(value.x - value.w)])
          }
        }
        tokens.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
      }
    }
  }

  @inline(never)
  private mutating func remember(
    _ word: UnsafeBufferPointer<UInt8>, _ key: WordKey, _ slot: UnsafeMutablePointer<Words.Slot>
  ) -> SIMD4<Int32> {
    var slot = slot
    if words.count >= mostWords {
      words.removeAll()
      longer.removeAll()
      slot = words.find(key, word)
    }
    var nobody = NoObserver()
    let count = merger.merge(word, observer: &nobody)
    let tokens = UnsafeBufferPointer(start: merger.tokens, count: count)
    var value = SIMD4<Int32>(repeating: 0)
    if count <= 3 {
      for i in 0..<count { value[i] = tokens[i] }
      value.w = Int32(count)
    } else {
      value.x = Int32(longer.count)
      value.w = -Int32(count)
      longer.append(contentsOf: tokens)
      // So that `longestCopy` tokens can be read whatever the number.
      longer.append(contentsOf: repeatElement(0, count: max(Self.longestCopy - count, 0)))
    }
    words.insert(key, word, value, at: slot)
    return value
  }
}
