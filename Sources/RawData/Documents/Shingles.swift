import Names

/// Overlapping runs of a text, by which near duplicates are recognized.
///
/// Four consecutive words in English, eight consecutive Unicode scalars without white space in
/// Japanese; each run is kept as a 64-bit FNV-1a hash.
struct Shingles: Sendable {
  var hashes: Set<UInt64>

  init(_ text: String, _ language: Language) {
    hashes = []
    var units: [UInt64] = []
    let length: Int
    switch language {
    case .english:
      length = 4
      for word in text.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
        units.append(Self.hash(word))
      }
    case .japanese:
      length = 8
      for scalar in text.unicodeScalars where scalar != " " && scalar != "\n" {
        units.append(UInt64(scalar.value))
      }
    }
    let width = min(length, units.count)
    guard width > 0 else { return }
    for start in 0...(units.count - width) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for unit in units[start..<start + width] {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          hash = (hash ^ (unit >> shift & 0xff)) &* 0x100_0000_01b3
        }
      }
      hashes.insert(hash)
    }
  }

  /// `|A ∩ B| / |A ∪ B|`.
  func similarity(to other: Shingles) -> Double {
    let common = hashes.intersection(other.hashes).count
    let all = hashes.count + other.hashes.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// Remembers the shingles of many texts and finds the greatest similarity to a new one.
struct ShingleIndex {
  /// How many shingles each text has.
  private var sizes: [Int] = []
  private var places: [UInt64: [Int32]] = [:]
  /// For each text how many shingles it shares with the one that is looked up; 0 between two lookups.
  private var shared: [Int32] = []

  /// The greatest Jaccard similarity to any text that was added.
  mutating func greatestSimilarity(of shingles: Shingles) -> Double {
    var met: [Int] = []
    for hash in shingles.hashes {
      for text in places[hash] ?? [] {
        if shared[Int(text)] == 0 { met.append(Int(text)) }
        shared[Int(text)] += 1
      }
    }
    var greatest = 0.0
    for text in met {
      let common = Int(shared[text])
      let all = sizes[text] + shingles.hashes.count - common
      greatest = max(greatest, Double(common) / Double(all))
      shared[text] = 0
    }
    return greatest
  }

  mutating func add(_ shingles: Shingles) {
    for hash in shingles.hashes { places[hash, default: []].append(Int32(sizes.count)) }
    sizes.append(shingles.hashes.count)
    shared.append(0)
  }
}
