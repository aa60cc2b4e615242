import RawData

/// Finds equal and nearly equal documents, and groups of similar ones.
///
/// Candidates come from locality-sensitive hashing of the signatures; every pair that is reported
/// has had its exact Jaccard similarity computed.
struct DuplicateFinder {
  struct Entry {
    var kind: DocumentKind
    var language: Language
    /// Fingerprints over all fields, two independent ones.
    var content: (UInt64, UInt64)
    /// Nil for documents that are not compared with others.
    var signature: MinHash?
  }

  struct Found: Equatable {
    var index: Int
    /// The earlier document that it repeats.
    var original: Int
    /// 1 for exact duplicates, else the Jaccard similarity of the shingles.
    var similarity: Double
    var isExact: Bool
  }

  /// Documents from this similarity on are near duplicates.
  let threshold: Double
  /// Documents from this similarity on must not be split apart.
  let groupThreshold: Double

  private(set) var found: [Found] = []
  /// For each entry, the number of its group; similar documents share one.
  private(set) var groups: [Int]

  /// At most this many candidates of one band are compared, so that texts made from one template
  /// cannot make the search quadratic.
  private static let mostCandidates = 48

  /// - Parameter text: the first field of an entry, for the exact comparison.
  init(
    _ entries: [Entry], threshold: Double, groupThreshold: Double, text: (Int) -> String
  ) {
    self.threshold = threshold
    self.groupThreshold = groupThreshold
    groups = Array(entries.indices)
    let isGone = findExact(entries)
    findNear(entries, isGone: isGone, text: text)
    found.sort { $0.index < $1.index }
    for index in groups.indices { groups[index] = root(index) }
  }

  private mutating func findExact(_ entries: [Entry]) -> [Bool] {
    struct Key: Hashable {
      var kind: DocumentKind
      var first: UInt64
      var second: UInt64
    }
    var isGone = [Bool](repeating: false, count: entries.count)
    var originals: [Key: Int] = [:]
    originals.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      let key = Key(kind: entry.kind, first: entry.content.0, second: entry.content.1)
      if let original = originals[key] {
        found.append(Found(index: index, original: original, similarity: 1, isExact: true))
        unite(index, original)
        isGone[index] = true
      } else {
        originals[key] = index
      }
    }
    return isGone
  }

  private mutating func findNear(
    _ entries: [Entry], isGone: [Bool], text: (Int) -> String
  ) {
    var buckets: [UInt64: [Int32]] = [:]
    var shingles: [Int: [UInt64]] = [:]
    func set(_ index: Int) -> [UInt64] {
      if let known = shingles[index] { return known }
      if shingles.count > 2048 { shingles.removeAll() }
      var text = text(index)
      let new = text.withUTF8 { Shingles.set(of: $0, language: entries[index].language) }
      shingles[index] = new
      return new
    }
    var compared: Set<Int> = []
    for (index, entry) in entries.enumerated() where !isGone[index] {
      guard let signature = entry.signature, signature.shingleCount >= Shingles.fewest else {
        continue
      }
      let salt = fingerprint((entry.kind.rawValue + entry.language.rawValue).utf8)
      let keys = (0..<MinHash.bands).map { signature.key(ofBand: $0, salt: salt) }
      compared.removeAll(keepingCapacity: true)
      var best: (original: Int, similarity: Double)?
      for key in keys {
        for candidate in buckets[key] ?? [] where compared.insert(Int(candidate)).inserted {
          let other = Int(candidate)
          // The estimate is off by 0.06 on average; 0.2 below leaves room for nearly all.
          guard entries[other].signature!.similarity(to: signature) >= groupThreshold - 0.2 else {
            continue
          }
          let similarity = Shingles.jaccard(set(other), set(index))
          if similarity >= groupThreshold { unite(index, other) }
          if similarity >= threshold, best == nil || similarity > best!.similarity {
            best = (other, similarity)
          }
        }
      }
      if let best {
        found.append(
          Found(
            index: index, original: best.original, similarity: best.similarity, isExact: false))
        continue
      }
      for key in keys where (buckets[key]?.count ?? 0) < Self.mostCandidates {
        buckets[key, default: []].append(Int32(index))
      }
    }
  }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while groups[index] != index {
      groups[index] = groups[groups[index]]
      index = groups[index]
    }
    return index
  }

  /// The smaller number names the group.
  private mutating func unite(_ left: Int, _ right: Int) {
    let a = root(left)
    let b = root(right)
    if a < b { groups[b] = a } else { groups[a] = b }
  }
}
