import RawData

/// Looks for near duplicates among the documents of one kind and language, one after the other.
///
/// A document is compared with those before it that share a band with it and are no duplicates
/// themselves: its signature with at most `mostCandidates` of each band, its text with at most
/// `mostComparisons` of those whose signatures are most alike. So texts made from one template
/// cannot make the search quadratic.
final class NearSearch: @unchecked Sendable {
  struct Work: Equatable {
    /// Pairs of signatures, and pairs of texts.
    var estimates = 0
    var comparisons = 0
  }

  /// The documents, ascending.
  let members: [Int32]
  private let fingerprints: Fingerprints
  private let thresholds: (duplicate: Double, group: Double)
  /// Drops nothing, and writes down each pair instead.
  private let listsPairs: Bool
  private(set) var pairs: [(index: Int, other: Int, similarity: Double)] = []
  private var sets: ShingleSets

  private(set) var found: [DuplicateFinder.Found] = []
  /// Similar documents, by their place among the members.
  private(set) var groups: DisjointSets
  private(set) var work = Work()

  static let mostCandidates = 16
  static let mostComparisons = 32

  /// How far below a threshold the estimate may lie for a pair to be compared all the same: it is
  /// off by 0.06 on average, so that the first leaves room for nearly all, the second for all.
  private static let doubt = 0.13
  private static let farDoubt = 0.2

  init(
    _ members: [Int32], _ fingerprints: Fingerprints,
    thresholds: (duplicate: Double, group: Double), listsPairs: Bool = false,
    shingles: @escaping @Sendable (Int) -> [UInt64]
  ) {
    self.listsPairs = listsPairs
    self.members = members
    self.fingerprints = fingerprints
    self.thresholds = thresholds
    groups = DisjointSets(count: members.count)
    sets = ShingleSets(count: members.count) { shingles(Int(members[$0])) }
  }

  func run() {
    var table = BandTable(keyCount: members.count * MinHash.bands)
    /// The last document that each one was compared with.
    var comparedWith = [Int32](repeating: -1, count: members.count)
    var keys = [UInt64](repeating: 0, count: MinHash.bands)
    var sizes = [Int](repeating: 0, count: MinHash.bands)
    var candidates: [(index: Int, agreement: Int)] = []
    let leastAgreement = Int(
      ((thresholds.group - Self.doubt) * Double(MinHash.size)).rounded(.up))
    fingerprints.signatures.withBlocks { signatures in
      func signature(_ index: Int) -> UnsafeRawPointer {
        signatures[Int(fingerprints.signaturePlaces[Int(members[index])])]
      }
      for index in members.indices {
        let own = signature(index)
        candidates.removeAll(keepingCapacity: true)
        for band in 0..<MinHash.bands {
          keys[band] = MinHash.key(ofBand: band, own)
          sizes[band] = table.visit(table.slot(of: keys[band])) { other in
            guard comparedWith[other] != Int32(index) else { return }
            comparedWith[other] = Int32(index)
            work.estimates += 1
            let agreement = MinHash.agreement(signature(other), own)
            if agreement >= leastAgreement { candidates.append((other, agreement)) }
          }
        }
        let best = mostSimilar(to: index, among: &candidates)
        if let best {
          found.append(
            DuplicateFinder.Found(
              index: Int(members[index]), original: Int(members[best.original]),
              overlap: best.overlap))
          continue
        }
        for band in 0..<MinHash.bands where sizes[band] < Self.mostCandidates {
          table.add(index, key: keys[band])
        }
      }
    }
    sets.removeAll()
  }

  /// Compares texts, and unites a document with those that it resembles.
  /// - Returns: the one that it repeats, of equally similar ones the first.
  private func mostSimilar(
    to index: Int, among candidates: inout [(index: Int, agreement: Int)]
  ) -> (original: Int, overlap: ShingleOverlap)? {
    candidates.sort { ($1.agreement, $0.index) < ($0.agreement, $1.index) }
    var best: (original: Int, overlap: ShingleOverlap, similarity: Double)?
    var rest = Self.mostComparisons
    for (other, agreement) in candidates where rest > 0 {
      // Nothing to learn about two that are in one group already and surely no duplicates.
      let estimate = Double(agreement) / Double(MinHash.size)
      let canRepeat = estimate >= thresholds.duplicate - Self.farDoubt
      guard canRepeat || groups.root(index) != groups.root(other) else { continue }
      rest -= 1
      work.comparisons += 1
      let (common, union) = Shingles.overlap(sets[other], sets[index])
      let similarity = Double(common) / Double(max(union, 1))
      if listsPairs {
        if similarity >= thresholds.duplicate {
          pairs.append((Int(members[index]), Int(members[other]), similarity))
        }
        continue
      }
      if similarity >= thresholds.group { groups.unite(index, other) }
      guard similarity >= thresholds.duplicate else { continue }
      if let best, best.similarity > similarity { continue }
      if let best, best.similarity == similarity, best.original < other { continue }
      best = (other, ShingleOverlap(common: common, all: union), similarity)
    }
    return best.map { ($0.original, $0.overlap) }
  }
}

/// The shingles of documents that are compared, made when they are first asked for.
private struct ShingleSets {
  private let make: (Int) -> [UInt64]
  private var sets: [[UInt64]]
  /// The documents whose sets are held, in the order in which they were made, and what they take.
  private var held: [Int32] = []
  private var oldest = 0
  private var heldCount = 0

  /// Shingles held at a time, so that memory stays bounded.
  private static let mostHeld = 1 << 20

  init(count: Int, make: @escaping (Int) -> [UInt64]) {
    self.make = make
    sets = Array(repeating: [], count: count)
  }

  mutating func removeAll() { sets = [] }

  subscript(index: Int) -> [UInt64] {
    mutating get {
      // No document that is compared has an empty set.
      if !sets[index].isEmpty { return sets[index] }
      let set = make(index)
      sets[index] = set
      held.append(Int32(index))
      heldCount += set.count
      while heldCount > Self.mostHeld, oldest < held.count - 2 {
        heldCount -= sets[Int(held[oldest])].count
        sets[Int(held[oldest])] = []
        oldest += 1
      }
      if oldest > 4096, oldest * 2 > held.count {
        held.removeFirst(oldest)
        oldest = 0
      }
      return set
    }
  }
}
