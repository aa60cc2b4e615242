/// Byte-pair encoding that one can read: text becomes the numbers of tokens, and numbers text again.
///
/// Ids: some kept free for special tokens, then the 256 bytes, then one token for each merge.
/// - SeeAlso: Sennrich et al. 2016, "Neural machine translation of rare words with subword units",
///   algorithm 1; Radford et al. 2019, section 2.2.
public struct PlainTokenizer: Sendable {
  /// Two neighbours that became one token.
  public struct Pair: Sendable, Hashable {
    public var left: Int
    public var right: Int
  }

  /// In the order of learning; the first makes the token `firstMerge`, the next the one after it.
  public private(set) var merges: [Pair] = []
  /// The token of the first byte in `byteOrder`.
  public let firstByte: Int
  var firstMerge: Int { firstByte + 256 }
  public var vocabularySize: Int { firstMerge + merges.count }

  /// - Parameter reserved: ids to keep free for special tokens.
  public init(reserved: Int = 7) { firstByte = reserved }

  /// Joins the most frequent pair of neighbours again and again, until there are `mergeCount` merges
  /// or no pair is left; those learned before count, too.
  ///
  /// Of pairs equally frequent the one with the lower ids goes first, left before right.
  /// - Complexity: O(n) for each merge; only the engine keeps books of what changed.
  public mutating func learn(_ texts: [String], mergeCount: Int) {
    // Each different word as tokens, and how often it occurs.
    var words: [[Int]: Int] = [:]
    for word in texts.flatMap(Self.words) {
      words[tokens(of: word), default: 0] += 1
    }
    while merges.count < mergeCount {
      var counts: [Pair: Int] = [:]
      for (word, count) in words {
        for (left, right) in zip(word, word.dropFirst()) {
          counts[Pair(left: left, right: right), default: 0] += count
        }
      }
      guard let best = Self.mostFrequent(counts) else { break }
      let id = vocabularySize
      merges.append(best)
      words = words.reduce(into: [:]) { joined, word in
        joined[Self.join(best, into: id, in: word.key)] = word.value
      }
    }
  }

  private static func mostFrequent(_ counts: [Pair: Int]) -> Pair? {
    counts.max { a, b in
      (a.value, b.key.left, b.key.right) < (b.value, a.key.left, a.key.right)
    }?.key
  }

  /// The tokens of a text, word by word.
  public func encode(_ text: String) -> [Int] { Self.words(text).flatMap(tokens(of:)) }

  /// A word's bytes, joined by the merges in the order in which they were learned.
  func tokens(of word: [UInt8]) -> [Int] {
    var tokens = word.map(token(of:))
    for (number, pair) in merges.enumerated() {
      tokens = Self.join(pair, into: firstMerge + number, in: tokens)
    }
    return tokens
  }

  /// The tokens with each place of the pair, from the left, replaced by one token.
  static func join(_ pair: Pair, into id: Int, in tokens: [Int]) -> [Int] {
    var result: [Int] = []
    var place = 0
    while place < tokens.count {
      let isPair =
        tokens[place] == pair.left && place + 1 < tokens.count
        && tokens[place + 1] == pair.right
      result.append(isPair ? id : tokens[place])
      place += isPair ? 2 : 1
    }
    return result
  }

  /// The bytes that a token stands for; none for a special one.
  public func bytes(of id: Int) -> [UInt8] {
    if id < firstByte { return [] }
    if id < firstMerge { return [Self.byteOrder[id - firstByte]] }
    let pair = merges[id - firstMerge]
    return bytes(of: pair.left) + bytes(of: pair.right)
  }

  public func decode(_ tokens: [Int]) -> String {
    String(decoding: tokens.flatMap(bytes), as: UTF8.self)
  }

  private func token(of byte: UInt8) -> Int { firstByte + Self.place[Int(byte)] }

  /// The bytes as GPT-2 orders them: those that have a sign of their own, then the others.
  static let byteOrder: [UInt8] = {
    let signs = Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)
    return (signs + (0...0xFF).filter { !signs.contains($0) }).map { UInt8($0) }
  }()

  /// Where each byte stands in `byteOrder`.
  private static let place: [Int] = (0...255).map { byte in byteOrder.firstIndex(of: byte)! }
}
