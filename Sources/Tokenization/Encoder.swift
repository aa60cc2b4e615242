/// Encodes many texts with one tokenizer and remembers the tokens of the words it has met.
///
/// `Tokenizer.encode` makes one of these for each call; keep one yourself to encode many short
/// texts.
/// - Complexity: O(1) for a word met before, O(n log n) for a new one of n bytes.
public struct Encoder: ~Copyable {
  private typealias Words = WordTable<SIMD4<Int32>>

  private var merger: WordMerger
  /// Up to three tokens and, in the fourth lane, how many; or, when there are more, `(offset, 0, 0,
  /// -count)` with the place in `longer`.
  private var words: Words
  private var longer: [Int32] = []
  private let expectedWords: Int
  private let mostWords: Int

  /// - Parameter expectedBytes: about how much text will come; a guess that only affects speed.
  public init(_ tokenizer: Tokenizer, expectedBytes: Int = 1 << 16) {
    self.init(tokenizer, expectedBytes: expectedBytes, mostWords: 1 << 18)
  }

  /// - Parameter mostWords: when there are this many, words are forgotten; so memory stays bounded.
  init(_ tokenizer: Tokenizer, expectedBytes: Int = 1 << 16, mostWords: Int) {
    self.mostWords = mostWords
    merger = WordMerger(tokenizer.table)
    expectedWords = min(max(expectedBytes / 40, 64), 1 << 15)
    words = Words(capacity: expectedWords)
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
    // Tokens are gathered in a small buffer that stays in the cache.
    let room = min(bytes.count + 4, 1 << 14)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { buffer in
      let start = buffer.baseAddress.unsafelyUnwrapped
      var position = 0
      while position < bytes.count {
        let count = fill(start, room, bytes, &position)
        if tokens.isEmpty, position < bytes.count {
          // As many for each byte as so far, and a little more.
          tokens.reserveCapacity(count * (bytes.count / max(position, 1) + 1) / 16 * 17)
        }
        tokens.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        if count == 0 { appendLongWord(bytes, &position, &tokens) }
      }
    }
  }

  /// Encodes words from `position` on until `buffer` could be too small for the next one.
  private mutating func fill(
    _ buffer: UnsafeMutablePointer<Int32>, _ room: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ position: inout Int
  ) -> Int {
    let scanner = WordScanner(bytes)
    let base = scanner.base
    let lastWideRead = bytes.count - 16
    // A word needs room for a token a byte, a short one for four tokens written at once.
    var count = 0
    var start = position
    while start < bytes.count {
      let end = scanner.end(from: start)
      let length = end - start
      guard count + max(length, 4) <= room else { break }
      let word = UnsafeBufferPointer(start: base + start, count: length)
      let key =
        length <= 15 && start <= lastWideRead
        ? Words.shortKey(base + start, readable: length) : Words.key(word)
      let slot = words.find(key, word)
      let value = slot.pointee.key.high != 0 ? slot.pointee.value : remember(word, key, slot)
      if value.w >= 0 {
        UnsafeMutableRawPointer(buffer + count).storeBytes(of: value, as: SIMD4<Int32>.self)
        count += Int(value.w)
      } else {
        for i in 0..<Int(-value.w) { buffer[count + i] = longer[Int(value.x) + i] }
        count += Int(-value.w)
      }
      start = end
    }
    position = start
    return count
  }

  @inline(never)
  private mutating func remember(
    _ word: UnsafeBufferPointer<UInt8>, _ key: Words.Key, _ slot: UnsafeMutablePointer<Words.Slot>
  ) -> SIMD4<Int32> {
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
    }
    if words.count < mostWords {
      words.insert(key, word, value, at: slot)
    } else {
      words = Words(capacity: expectedWords)
      // The value just made points into `longer`; it is kept until the next word is remembered.
      longer = Array(tokens)
      if count > 3 { value.x = 0 }
      words.insert(key, word, value, at: words.find(key, word))
    }
    return value
  }

  /// Encodes one word that is longer than the buffer.
  private mutating func appendLongWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ tokens: inout [Int32]
  ) {
    let end = WordScanner(bytes).end(from: position)
    var nobody = NoObserver()
    let count = merger.merge(
      UnsafeBufferPointer(rebasing: bytes[position..<end]), observer: &nobody)
    tokens.append(contentsOf: UnsafeBufferPointer(start: merger.tokens, count: count))
    position = end
  }
}
