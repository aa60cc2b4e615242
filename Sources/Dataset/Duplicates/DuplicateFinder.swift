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
    /// How many shingles both have and how many there are in all; none for exact duplicates.
    var overlap: ShingleOverlap?
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
  private static let mostCandidates = 16

  /// - Parameter text: the first field of an entry, for the exact comparison.
  init(
    _ entries: [Entry], threshold: Double, groupThreshold: Double, text: (Int) -> String
  ) {
    self.threshold = threshold
    self.groupThreshold = groupThreshold
    groups = Array(entries.indices)
    let isGone = findExact(entries)
    withoutActuallyEscaping(text) { findNear(entries, isGone: isGone, text: $0) }
    found.sort { $0.index < $1.index }
    for index in groups.indices { groups[index] = root(index) }
  }

  private mutating func findExact(_ entries: [Entry]) -> [Bool] {
    var isGone = [Bool](repeating: false, count: entries.count)
    var originals = BandTable(keyCount: entries.count)
    for index in entries.indices {
      let (first, second) = entries[index].content
      let kind = entries[index].kind
      let key = mixed(first &+ second &+ Self.salts[kind]!.english)
      var original: Int?
      _ = originals.visit(originals.slot(of: key)) { other in
        let content = entries[other].content
        if content.0 == first, content.1 == second, entries[other].kind == kind {
          original = other
        }
      }
      if let original {
        found.append(Found(index: index, original: original, similarity: 1, isExact: true))
        unite(index, original)
        isGone[index] = true
      } else {
        originals.add(index, key: key)
      }
    }
    return isGone
  }

  /// Only documents of one kind and language are compared.
  private static let salts: [DocumentKind: (english: UInt64, japanese: UInt64)] = Dictionary(
    uniqueKeysWithValues: DocumentKind.allCases.map {
      ($0, (fingerprint(($0.rawValue + "en").utf8), fingerprint(($0.rawValue + "ja").utf8)))
    })

  private mutating func findNear(
    _ entries: [Entry], isGone: [Bool], text: @escaping (Int) -> String
  ) {
    let compared = entries.indices.filter {
      !isGone[$0] && entries[$0].signature?.shingleCount ?? 0 >= Shingles.fewest
    }
    var table = BandTable(keyCount: compared.count * MinHash.bands)
    var sets = ShingleSets(count: entries.count) { index in
      var text = text(index)
      return text.withUTF8 { Shingles.set(of: $0, language: entries[index].language) }
    }
    /// The last document that each one was compared with.
    var comparedWith = [Int32](repeating: -1, count: entries.count)
    var keys = [UInt64](repeating: 0, count: MinHash.bands)
    var sizes = [Int](repeating: 0, count: MinHash.bands)
    for index in compared {
      let signature = entries[index].signature!
      let salts = Self.salts[entries[index].kind]!
      let salt = entries[index].language == .english ? salts.english : salts.japanese
      var best: (original: Int, similarity: Double, overlap: ShingleOverlap)?
      for band in keys.indices {
        keys[band] = signature.key(ofBand: band, salt: salt)
        sizes[band] = table.visit(table.slot(of: keys[band])) { other in
          guard comparedWith[other] != Int32(index) else { return }
          comparedWith[other] = Int32(index)
          // The estimate is off by 0.06 on average; 0.13 below leaves room for nearly all.
          let estimate = entries[other].signature!.similarity(to: signature)
          guard estimate >= groupThreshold - 0.13 else { return }
          let (common, union) = Shingles.overlap(sets[other], sets[index])
          let similarity = Double(common) / Double(max(union, 1))
          if similarity >= groupThreshold { unite(index, other) }
          guard similarity >= threshold else { return }
          // Of equally similar ones the first.
          if let best, best.similarity > similarity { return }
          if let best, best.similarity == similarity, best.original < other { return }
          best = (other, similarity, ShingleOverlap(common: common, all: union))
        }
      }
      if let best {
        found.append(
          Found(
            index: index, original: best.original, similarity: best.similarity, isExact: false,
            overlap: best.overlap))
        continue
      }
      for band in keys.indices where sizes[band] < Self.mostCandidates {
        table.add(index, key: keys[band])
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

/// The shingles of documents that are compared, made when they are first asked for.
private struct ShingleSets {
  private let make: (Int) -> [UInt64]
  private var sets: [[UInt64]]
  /// The documents whose sets are held, in the order in which they were made.
  private var held: [Int] = []
  private var oldest = 0

  /// Sets held at a time, so that memory stays bounded.
  private static let mostHeld = 4096

  init(count: Int, make: @escaping (Int) -> [UInt64]) {
    self.make = make
    sets = Array(repeating: [], count: count)
  }

  subscript(index: Int) -> [UInt64] {
    mutating get {
      // No document that is compared has an empty set.
      if !sets[index].isEmpty { return sets[index] }
      let set = make(index)
      sets[index] = set
      if held.count < Self.mostHeld {
        held.append(index)
      } else {
        sets[held[oldest]] = []
        held[oldest] = index
        oldest = (oldest + 1) % Self.mostHeld
      }
      return set
    }
  }
}
