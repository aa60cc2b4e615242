import Inference
import Names
import Numerics
import Tokenization
import Transformer

/// A model and its tokenizer in one row of bytes, as a page hands them to the engine.
///
/// Whole numbers of 32 bits, the lowest byte first; a text is its count of bytes and its bytes; the
/// parameters are single precision and come last.
package struct LivePack {
  package var parameters: Parameters
  package var tokenizer: Tokenizer
  /// Tokens that end what the model writes.
  package var endTokens: [Int32]
  /// Whether the model knows this program's tokens for languages and roles.
  package var knowsRoles: Bool

  /// Changes with the form of the bytes.
  private static let version: Int32 = 1

  package init(
    parameters: Parameters, tokenizer: Tokenizer, endTokens: [Int32]
  ) {
    self.parameters = parameters
    self.tokenizer = tokenizer
    self.endTokens = endTokens
    knowsRoles = SpecialToken.allCases.allSatisfy { role in
      tokenizer.specialTokens.contains { $0.id == role.rawValue && $0.text == role.text }
    }
  }

  /// The bytes, which ``init(_:)`` reads.
  package var bytes: [UInt8] {
    var writer = Writer()
    let configuration = parameters.configuration
    writer.add([
      Self.version, Int32(configuration.layerCount), Int32(configuration.headCount),
      Int32(configuration.width), Int32(configuration.contextLength),
      Int32(configuration.vocabularySize), configuration.tiesOutput ? 1 : 0,
    ])
    writer.add(endTokens.count, endTokens)
    writer.add(tokenizer.byteTokens)
    writer.add(
      tokenizer.numberedMerges.count,
      tokenizer.numberedMerges.flatMap { [$0.left, $0.right, $0.id] })
    writer.add(Int32(tokenizer.specialTokens.count))
    for token in tokenizer.specialTokens {
      writer.add(token.id)
      writer.add(token.text)
    }
    let rules = tokenizer.rules
    writer.add([rules.addsSpaceBefore ? 1 : 0])
    writer.add(rules.before.count, rules.before)
    writer.add(rules.after.count, rules.after)
    writer.add(Int32(rules.added.count))
    for token in rules.added {
      writer.add(token.id)
      writer.add(token.text)
      let flags = [
        token.isSpecial, token.takesSpaceBefore, token.takesSpaceAfter, token.isWholeWord,
        token.isLate,
      ]
      writer.add(flags.map { $0 ? 1 : 0 })
    }
    writer.add(parameters.values.map { Int32(bitPattern: $0.bitPattern) })
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil for anything else.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = Reader(bytes: bytes)
    guard reader.word() == Self.version else { return nil }
    let sizes = reader.words(6)
    guard sizes.count == 6 else { return nil }
    let configuration = Configuration(
      layerCount: Int(sizes[0]), headCount: Int(sizes[1]), width: Int(sizes[2]),
      contextLength: Int(sizes[3]), vocabularySize: Int(sizes[4]), tiesOutput: sizes[5] == 1)
    // Sizes of a page's memory, so that no product of them overflows.
    guard sizes.allSatisfy({ $0 < 1 << 20 }), (try? configuration.validate()) != nil,
      Double(configuration.parameterCount) * 4 <= Double(bytes.count)
    else { return nil }
    endTokens = reader.counted()
    let byteTokens = reader.words(256)
    let merges = reader.counted(width: 3)
    var special: [(id: Int32, text: String)] = []
    for _ in 0..<reader.count() { special.append((reader.word(), reader.text())) }
    var rules = TextRules(addsSpaceBefore: reader.word() == 1)
    rules.before = reader.counted()
    rules.after = reader.counted()
    for _ in 0..<reader.count() {
      let (id, text) = (reader.word(), reader.text())
      let flags = reader.words(5).map { $0 == 1 }
      guard flags.count == 5 else { return nil }
      rules.added.append(
        AddedToken(
          id: id, text: text, isSpecial: flags[0], takesSpaceBefore: flags[1],
          takesSpaceAfter: flags[2], isWholeWord: flags[3], isLate: flags[4]))
    }
    guard !reader.isBroken, byteTokens.count == 256,
      reader.left == 4 * configuration.parameterCount,
      let tokenizer = try? Tokenizer(
        specialTokens: special, byteTokens: byteTokens,
        merges: stride(from: 0, to: merges.count, by: 3).map {
          (merges[$0], merges[$0 + 1], merges[$0 + 2])
        }, rules: rules)
    else { return nil }
    let parameters = Parameters(configuration: configuration)
    for index in 0..<parameters.values.count {
      parameters.values[index] = Float(bitPattern: UInt32(bitPattern: reader.word()))
    }
    self.parameters = parameters
    self.tokenizer = tokenizer
    knowsRoles = SpecialToken.allCases.allSatisfy { role in
      special.contains { $0.id == role.rawValue && $0.text == role.text }
    }
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func add(_ word: Int32) {
      let value = UInt32(bitPattern: word)
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }

    mutating func add(_ words: [Int32]) {
      bytes.reserveCapacity(bytes.count + 4 * words.count)
      for word in words { add(word) }
    }

    mutating func add(_ count: Int, _ words: [Int32]) {
      add(Int32(count))
      add(words)
    }

    mutating func add(_ text: String) {
      let utf8 = Array(text.utf8)
      add(Int32(utf8.count))
      bytes += utf8
    }
  }

  /// Reads on; beyond the end everything is 0, and the reader says that it is broken.
  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var place = 0
    var isBroken = false

    var left: Int { bytes.count - place }

    mutating func word() -> Int32 {
      guard left >= 4 else {
        isBroken = true
        return 0
      }
      defer { place += 4 }
      return Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self))
    }

    mutating func words(_ count: Int) -> [Int32] {
      guard left >= 4 * count else {
        isBroken = true
        return []
      }
      return (0..<count).map { _ in word() }
    }

    /// A count of things, each of at least four bytes.
    mutating func count() -> Int {
      let count = Int(word())
      guard count >= 0, 4 * count <= left else {
        isBroken = true
        return 0
      }
      return count
    }

    mutating func counted(width: Int = 1) -> [Int32] { words(count() * width) }

    mutating func text() -> String {
      let count = Int(word())
      guard count >= 0, count <= left else {
        isBroken = true
        return ""
      }
      defer { place += count }
      return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }
  }
}
