import Names
import RawData

/// All that is kept in memory of each clean document of a collection: some 24 bytes, and 128 more
/// where near duplicates are looked for.
struct Fingerprints: Sendable {
  /// Kind and language of each; only documents of one shelf are compared.
  private(set) var shelves: [UInt8] = []
  /// A fingerprint over all fields.
  private(set) var contents: [UInt64] = []
  /// Bytes of all fields.
  private(set) var byteCounts: [UInt32] = []
  /// Characters of all fields.
  private(set) var characterCounts: [UInt32] = []
  /// Which signature is its own; -1 for documents that are not compared with others.
  private(set) var signaturePlaces: [Int32] = []
  private(set) var signatures = Signatures()

  var count: Int { shelves.count }

  func size(of index: Int) -> (bytes: Int, characters: Int) {
    (Int(byteCounts[index]), Int(characterCounts[index]))
  }

  static let shelfCount = DocumentKind.allCases.count * Language.allCases.count

  static func shelf(_ kind: DocumentKind, _ language: Language) -> Int {
    kind.place * Language.allCases.count + language.place
  }

  /// What is compared of a document: a key of all its fields, and a signature of its text where near
  /// duplicates are looked for.
  mutating func append(_ document: CleanDocument) {
    var (first, second): (UInt64, UInt64) = (1, 2)
    for field in document.fields {
      var text = field.text
      let key = text.withUTF8 { contentKey($0) }
      first = mixed(first ^ key.0)
      second = mixed(second &+ key.1)
    }
    var signature: MinHash?
    if document.kind != .questionAnswer, document.kind != .parallel {
      var text = document.fields[0].text
      signature = text.withUTF8 { MinHash(of: $0, language: document.language) }
    }
    append(document, content: mixed(first ^ mixed(second)), signature: signature)
  }

  mutating func append(_ document: CleanDocument, content: UInt64, signature: MinHash?) {
    shelves.append(UInt8(Self.shelf(document.kind, document.language)))
    contents.append(content)
    byteCounts.append(UInt32(document.byteCount))
    characterCounts.append(UInt32(document.characterCount))
    if let signature, signature.shingleCount >= Shingles.fewest {
      signaturePlaces.append(Int32(signatures.count))
      signatures.append(signature)
    } else {
      signaturePlaces.append(-1)
    }
  }

  mutating func append(_ other: Fingerprints) {
    let first = Int32(signatures.count)
    shelves += other.shelves
    contents += other.contents
    byteCounts += other.byteCounts
    characterCounts += other.characterCounts
    signaturePlaces += other.signaturePlaces.map { $0 < 0 ? -1 : $0 + first }
    signatures.append(other.signatures)
  }
}

/// Signatures in blocks, so that adding one never moves the others.
struct Signatures: Sendable {
  private static let perBlock = 4096
  /// `[block][signature]`.
  private var blocks: [[SIMD64<UInt16>]] = []
  private(set) var count = 0

  subscript(index: Int) -> SIMD64<UInt16> { blocks[index / Self.perBlock][index % Self.perBlock] }

  mutating func append(_ signature: MinHash) { append(signature.values) }

  mutating func append(_ other: Signatures) {
    for block in other.blocks { for values in block { append(values) } }
  }

  private mutating func append(_ values: SIMD64<UInt16>) {
    if count % Self.perBlock == 0 { blocks.append([]) }
    blocks[blocks.count - 1].append(values)
    count += 1
  }

  /// Calls `body` with the memory of each block.
  func withBlocks<Result>(_ body: (SignatureBlocks) -> Result) -> Result {
    // An array that is held does not move.
    withExtendedLifetime(blocks) {
      body(
        SignatureBlocks(
          starts: blocks.map { $0.withUnsafeBytes { $0.baseAddress! } }, perBlock: Self.perBlock))
    }
  }
}

/// Where signatures lie in memory.
struct SignatureBlocks {
  fileprivate let starts: [UnsafeRawPointer]
  fileprivate let perBlock: Int

  @inline(__always)
  subscript(index: Int) -> UnsafeRawPointer {
    starts[index / perBlock] + index % perBlock * MinHash.size * 2
  }
}
