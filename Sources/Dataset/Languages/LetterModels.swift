/// How often three letters follow each other in 26 languages that are written in Latin letters.
///
/// Each model holds its commonest trigrams with their cost, `-2·log₂(share)` in half bits; a text is
/// in the language whose model writes it at the least cost. A space counts as a letter at the edge of
/// a word. Made by `Tests/Peers/make_letter_models.py`.
/// - SeeAlso: Cavnar and Trenkle 1994, "N-Gram-Based Text Categorization"; Dunning 1994.
struct LetterModels: Sendable {
  /// Costs in all languages, in the order of `codes`.
  typealias Costs = SIMD32<UInt16>

  static let shared = LetterModels()

  /// ISO 639-1 codes; English is the first.
  let codes: [String]
  /// What a trigram costs that a model does not hold.
  static let unknownCost: UInt8 = 26
  /// What English may cost more than all others and still be taken, in half bits: it is what is
  /// looked for, and one of 26.
  static let englishBonus = 14

  private var keys: [UInt64]
  private var rows: [SIMD32<UInt8>]
  private let mask: Int

  private init() {
    let parts = Self.part1 + Self.part2 + Self.part3 + Self.part4 + Self.part5 + Self.part6
    let models = parts + Self.part7
    precondition(models.count <= 32 && models[0].code == "en")
    codes = models.map { $0.code }
    let capacity = 1 << 15
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    rows = Array(repeating: SIMD32(repeating: Self.unknownCost), count: capacity)
    for (index, model) in models.enumerated() { add(model.table, at: index) }
  }

  /// Reads `12_ththe/13he_/…`: a cost, then its trigrams one after the other.
  private mutating func add(_ table: String, at language: Int) {
    for band in table.split(separator: "/") {
      let digits = band.prefix { $0.isASCII && $0.isNumber }
      guard let cost = UInt8(digits) else { preconditionFailure("no cost in \(band)") }
      let letters = band.unicodeScalars.dropFirst(digits.unicodeScalars.count).map {
        $0 == "_" ? 0 : $0.value
      }
      precondition(letters.count % 3 == 0, "\(band) holds no whole trigrams")
      for start in stride(from: 0, to: letters.count, by: 3) {
        let key = Self.key(letters[start], letters[start + 1], letters[start + 2])
        let slot = slot(of: key)
        keys[slot] = key
        rows[slot][language] = cost
      }
    }
  }

  /// Never 0, since one of the letters is none.
  private static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The costs of three lowercase letters, 0 for a space.
  func costs(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Costs {
    Costs(truncatingIfNeeded: rows[slot(of: Self.key(first, second, third))])
  }
}

/// Adds up what a text costs in each language, letter by letter.
struct LetterCosts {
  private(set) var sums = SIMD32<UInt32>()
  private var pending = LetterModels.Costs()
  private var pendingCount = 0
  /// The last two letters, 0 for a space.
  private var last: (UInt32, UInt32) = (0, 0)

  mutating func add(letter: UInt32, _ models: LetterModels) {
    let letter = Self.lowercased(letter)
    if last.1 != 0 || last.0 != 0 { add(models.costs(last.0, last.1, letter)) }
    last = (last.1, letter)
  }

  mutating func endWord(_ models: LetterModels) {
    guard last.1 != 0 else { return }
    add(models.costs(last.0, last.1, 0))
    last = (last.1, 0)
  }

  mutating func finish() {
    sums &+= SIMD32<UInt32>(truncatingIfNeeded: pending)
    pending = LetterModels.Costs()
    pendingCount = 0
  }

  private mutating func add(_ costs: LetterModels.Costs) {
    pending &+= costs
    pendingCount += 1
    // A sum of 16 bits holds 2,520 of the dearest.
    if pendingCount == 2_000 { finish() }
  }

  /// The small letter of Latin ones.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x100...0x137, 0x14A...0x177, 0x1DE...0x1EF, 0x1F8...0x233, 0x1E00...0x1EFF:
      scalar & 1 == 0 ? scalar + 1 : scalar
    case 0x1A0, 0x1A2, 0x1A4, 0x1AF: scalar + 1
    default: scalar
    }
  }
}
