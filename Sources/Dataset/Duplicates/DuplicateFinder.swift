import Names
import Numerics
import RawData

/// Finds equal and nearly equal documents, and groups of similar ones.
///
/// Candidates come from locality-sensitive hashing of the signatures; every pair that is reported
/// has had its exact Jaccard similarity computed. Time and memory are linear in the documents.
struct DuplicateFinder {
  struct Found: Equatable {
    private let place: Int32
    private let earlier: Int32
    private let common: Int32
    private let all: Int32

    init(index: Int, original: Int, overlap: ShingleOverlap? = nil) {
      place = Int32(index)
      earlier = Int32(original)
      common = Int32(overlap?.common ?? 0)
      all = Int32(overlap?.all ?? 0)
    }

    var index: Int { Int(place) }
    /// The earlier document that it repeats.
    var original: Int { Int(earlier) }
    var isExact: Bool { all == 0 }
    /// 1 for exact duplicates, else the Jaccard similarity of the shingles.
    var similarity: Double { isExact ? 1 : Double(common) / Double(all) }
    /// How many shingles both have and how many there are in all; none for exact duplicates.
    var overlap: ShingleOverlap? {
      isExact ? nil : ShingleOverlap(common: Int(common), all: Int(all))
    }
  }

  /// In the order of the documents.
  private(set) var found: [Found] = []
  /// For each document, the number of its group, that of its first member; similar documents share
  /// one.
  private(set) var groups: DisjointSets
  /// Similar pairs, the later document first, by that one; only where they were asked for.
  private(set) var pairs: [(index: Int, other: Int, similarity: Double)] = []
  /// Pairs of signatures and pairs of texts that were compared.
  private(set) var work = NearSearch.Work()

  /// - Parameters:
  ///   - isLeftOut: documents that are not looked at.
  ///   - thresholds: similarities from which documents are near duplicates, and from which they
  ///     must not be split apart.
  ///   - shingles: those of the first field of a document, ascending; called by any thread.
  init(
    _ fingerprints: Fingerprints, isLeftOut: [Bool],
    thresholds: (duplicate: Double, group: Double), listsPairs: Bool = false, pool: WorkerPool,
    shingles: @escaping @Sendable (Int) -> [UInt64]
  ) {
    groups = DisjointSets(count: fingerprints.count)
    let isGone = findExact(fingerprints, isLeftOut)
    var shelves = [[Int32]](repeating: [], count: Fingerprints.shelfCount)
    for (index, place) in fingerprints.signaturePlaces.enumerated() {
      guard place >= 0, !isGone[index] else { continue }
      shelves[Int(fingerprints.shelves[index])].append(Int32(index))
    }
    // The longest first, so that no thread is left with it at the end.
    let searches = shelves.filter { $0.count > 1 }.sorted { $0.count > $1.count }.map {
      NearSearch(
        $0, fingerprints, thresholds: thresholds, listsPairs: listsPairs, shingles: shingles)
    }
    pool.run(searches.count) { searches[$0].run() }
    for search in searches {
      found += search.found
      pairs += search.pairs
      work.estimates += search.work.estimates
      work.comparisons += search.work.comparisons
      var own = search.groups
      for (index, member) in search.members.enumerated() {
        groups.unite(Int(member), Int(search.members[own.root(index)]))
      }
    }
    found.sort { $0.index < $1.index }
    pairs.sort { ($0.index, $0.other) < ($1.index, $1.other) }
  }

  private mutating func findExact(_ fingerprints: Fingerprints, _ isLeftOut: [Bool]) -> [Bool] {
    var isGone = isLeftOut
    var originals = BandTable(keyCount: fingerprints.count)
    for index in 0..<fingerprints.count where !isLeftOut[index] {
      let content = fingerprints.contents[index]
      // Documents of one kind are equal whatever language they claim.
      let kind = fingerprints.shelves[index] / UInt8(Language.allCases.count)
      let key = mixed(content &+ UInt64(kind))
      var original: Int?
      _ = originals.visit(originals.slot(of: key)) { other in
        if fingerprints.contents[other] == content,
          fingerprints.shelves[other] / UInt8(Language.allCases.count) == kind
        {
          original = other
        }
      }
      if let original {
        found.append(Found(index: index, original: original))
        groups.unite(index, original)
        isGone[index] = true
      } else {
        originals.add(index, key: key)
      }
    }
    return isGone
  }
}

/// Numbers in sets that can be united; the smallest number of a set names it.
struct DisjointSets: Sendable {
  private var parents: [Int32]

  init(count: Int) { parents = Array(0..<Int32(count)) }

  /// The number that names a set. Amortized nearly O(1).
  mutating func root(_ index: Int) -> Int {
    var index = index
    while Int(parents[index]) != index {
      parents[index] = parents[Int(parents[index])]
      index = Int(parents[index])
    }
    return index
  }

  mutating func unite(_ left: Int, _ right: Int) {
    let a = root(left)
    let b = root(right)
    if a < b { parents[b] = Int32(a) } else { parents[a] = Int32(b) }
  }
}
