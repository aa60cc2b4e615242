/// Byte-level byte-pair encoding: text becomes tokens, and tokens become the same bytes again.
///
/// Ids: 7 special tokens, then the 256 bytes in the order of `ByteAlphabet`, then one token for
/// each merge in the order of learning. Text is cut into words (GPT-2's rule), each word starts as
/// its bytes, and the merges are applied to it, the first learned first.
/// - SeeAlso: Sennrich et al. 2016, section 3.2; Radford et al. 2019, section 2.2.
public struct Tokenizer: Sendable {
  public static let firstByteToken = Int32(SpecialToken.allCases.count)
  public static let firstMergedToken = firstByteToken + 256

  /// The token of each byte, by the byte's value, where nothing else is asked for.
  public static let standardByteTokens = ByteAlphabet.position.map { firstByteToken + Int32($0) }

  /// Stands for the token of a byte that has none; see ``bytesWithoutToken(in:)-(String)``.
  public static let noToken: Int32 = -1

  /// A merge with the token that it makes.
  public typealias NumberedMerge = (left: Int32, right: Int32, id: Int32)

  /// The merges in order of rank.
  public let numberedMerges: [NumberedMerge]
  /// The token of each byte, by the byte's value; ``noToken`` where a tokenizer from elsewhere has none.
  public let byteTokens: [Int32]
  /// The tokens that text never produces, in order of id.
  public let specialTokens: [(id: Int32, text: String)]
  /// What is done with a text beside cutting it into words; see ``encodeByRules(_:readsSpecial:)``.
  public let rules: TextRules

  let table: MergeTable
  /// The bytes of token `id` stand in `pieceBytes` from `pieceStarts[id]` to `pieceStarts[id + 1]`.
  private let pieceStarts: [Int]
  private let pieceBytes: [UInt8]

  /// A tokenizer with the seven special tokens and these merges, numbered in this order.
  /// - Throws: `TokenizerError` when a merge uses a token that isn't there yet or comes twice.
  public init(merges: [(left: Int32, right: Int32)]) throws(TokenizerError) {
    try self.init(
      specialTokens: SpecialToken.allCases.map { ($0.rawValue, $0.text) },
      byteTokens: Self.standardByteTokens,
      merges: merges.enumerated().map {
        ($1.left, $1.right, Self.firstMergedToken + Int32($0))
      },
      rules: TextRules(
        added: SpecialToken.allCases.map { AddedToken(id: $0.rawValue, text: $0.text) }))
  }

  /// A tokenizer with ids of the caller's choice, as a model from elsewhere has them.
  ///
  /// - Parameters:
  ///   - specialTokens: tokens that text never produces.
  ///   - byteTokens: the token of each of the 256 bytes, by the byte's value; ``noToken`` for none.
  ///   - merges: in order of rank.
  ///   - rules: whose added tokens that are no special ones stand for their text.
  /// - Throws: `TokenizerError` when an id is out of range or stands for two things, or a merge
  ///   uses a token that isn't there yet or comes twice.
  public init(
    specialTokens: [(id: Int32, text: String)], byteTokens: [Int32], merges: [NumberedMerge],
    rules: TextRules = TextRules()
  ) throws(TokenizerError) {
    precondition(byteTokens.count == 256, "\(byteTokens.count) byte tokens, not 256")
    var pieces: [[UInt8]?] = []
    for token in specialTokens { try Self.add(token.id, [], to: &pieces) }
    for (byte, id) in byteTokens.enumerated() where id != Self.noToken {
      try Self.add(id, [UInt8(byte)], to: &pieces)
    }
    for (rank, merge) in merges.enumerated() {
      guard let left = Self.piece(merge.left, pieces), let right = Self.piece(merge.right, pieces)
      else { throw .unknownPart(rank: rank, merge.left, merge.right) }
      try Self.add(merge.id, left + right, to: &pieces)
    }
    for token in rules.added where !token.isSpecial && Self.piece(token.id, pieces) == nil {
      try Self.add(token.id, Array(token.text.utf8), to: &pieces)
    }
    self.rules = rules
    table = MergeTable(byteTokens: byteTokens, merges: merges)
    if let rank = table.firstRepeat {
      throw .repeatedMerge(rank: rank, merges[rank].left, merges[rank].right)
    }
    var starts = [0]
    var bytes: [UInt8] = []
    for piece in pieces {
      bytes += piece ?? []
      starts.append(bytes.count)
    }
    (pieceStarts, pieceBytes) = (starts, bytes)
    numberedMerges = merges
    self.byteTokens = byteTokens
    self.specialTokens = specialTokens.sorted { $0.id < $1.id }
  }

  private static func piece(_ id: Int32, _ pieces: [[UInt8]?]) -> [UInt8]? {
    guard pieces.indices.contains(Int(id)), let piece = pieces[Int(id)], !piece.isEmpty else {
      return nil
    }
    return piece
  }

  private static func add(
    _ id: Int32, _ piece: [UInt8], to pieces: inout [[UInt8]?]
  ) throws(TokenizerError) {
    guard id >= 0, id < 1 << 24 else { throw .idOutOfRange(id) }
    while pieces.count <= Int(id) { pieces.append(nil) }
    // Two merges may make one token in two ways, but no token may stand for two things.
    guard pieces[Int(id)] == nil || pieces[Int(id)] == piece && piece.count > 1 else {
      throw .repeatedID(id)
    }
    pieces[Int(id)] = piece
  }

  /// One more than the highest id.
  public var vocabularySize: Int { pieceStarts.count - 1 }

  /// The pairs that are joined, in the order of learning.
  public var merges: [(left: Int32, right: Int32)] { numberedMerges.map { ($0.left, $0.right) } }

  /// The bytes that a token stands for; none for a special token.
  public func bytes(of id: Int32) -> [UInt8] {
    Array(pieceBytes[pieceRange(of: id)])
  }

  private func pieceRange(of id: Int32) -> Range<Int> {
    precondition(
      id >= 0 && Int(id) < vocabularySize, "token \(id) of a vocabulary of \(vocabularySize)")
    return pieceStarts[Int(id)]..<pieceStarts[Int(id) + 1]
  }

  /// The text of a special token, or the bytes of another one in GPT-2's alphabet, such as `Ġthe`.
  public func symbol(of id: Int32) -> String {
    specialTokens.first { $0.id == id }?.text ?? rules.added.first { $0.id == id }?.text
      ?? ByteAlphabet.text(of: pieceBytes[pieceRange(of: id)])
  }

  /// The tokens of a text, ``noToken`` for each byte that has none.
  /// - Complexity: O(n) for n bytes, expected.
  public func encode(_ text: String) -> [Int32] {
    var text = text
    return text.withUTF8 { encode($0) }
  }

  /// The tokens of any bytes, valid UTF-8 or not: where every byte has a token, `decode` gives the same
  /// bytes back.
  public func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var encoder = Encoder(self, expectedBytes: bytes.count)
    return encoder.encode(bytes)
  }

  /// The bytes that tokens stand for; special tokens stand for none.
  public func decode(_ ids: some Sequence<Int32>) -> [UInt8] {
    var bytes: [UInt8] = []
    for id in ids { bytes += pieceBytes[pieceRange(of: id)] }
    return bytes
  }
}
