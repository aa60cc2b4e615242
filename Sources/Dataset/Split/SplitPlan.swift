import Names
import Numerics
import RawData

/// Says of each document to which part it goes, before anybody has read it: a tokenizer that learns from the
/// training part knows nothing of the others.
///
/// Within each kind and language, groups of similar documents are shuffled and dealt whole: about 5 % of the
/// bytes to the test, 5 % to validation, the rest to training; of much text only as many as are enough to judge
/// by. Independent of anything but the documents and the seed.
public struct SplitPlan: Sendable, Equatable {
  /// What the dealing looks at.
  public struct Entry: Sendable, Equatable {
    public var kind: DocumentKind
    public var language: Language
    /// Bytes of text.
    public var byteCount: Int
    /// Similar documents share a group, which stays on one side.
    public var group: Int
    /// Whether it may be judged by; a group in which one may not be stays in the training part.
    public var isExam: Bool

    public init(
      kind: DocumentKind, language: Language, byteCount: Int, group: Int, isExam: Bool = true
    ) {
      self.kind = kind
      self.language = language
      self.byteCount = byteCount
      self.group = group
      self.isExam = isExam
    }
  }

  /// The part of each document, in their order; nil for one without text, which belongs to none.
  public let parts: [Split?]

  /// Groups of documents below which a split makes no sense.
  public static let fewestGroups = 3

  /// - Parameters:
  ///   - share: of the bytes, for validation and for the test each.
  ///   - enough: bytes for each of them that are enough, however many there are.
  /// - Throws: `DatasetError` when there are too few documents to fill the three parts.
  public init(
    _ entries: [Entry], share: Double = 0.05, enough: Int = 240_000, seed: UInt64
  ) throws(DatasetError) {
    precondition(share > 0 && share < 0.5, "share \(share) of validation and of test")
    let total = entries.reduce(0) { $0 + $1.byteCount }
    let share = min(share, Double(enough) / Double(max(total, 1)))
    let places = entries.indices.filter { entries[$0].byteCount > 0 }
    let documents = places.map { entries[$0] }
    var groups = Self.groups(of: documents)
    guard groups.count >= Self.fewestGroups else { throw .tooFewDocuments(groups.count) }
    var generator = RandomGenerator(seed: seed, stream: 0x5370_6C69_74)
    generator.shuffle(&groups)
    var dealt = [Split](repeating: .training, count: documents.count)
    for stratum in Self.strata(groups, documents) {
      Self.deal(stratum, documents, share, &dealt)
    }
    Self.fill(&dealt, groups, documents)
    var parts = [Split?](repeating: nil, count: entries.count)
    for (place, part) in zip(places, dealt) { parts[place] = part }
    self.parts = parts
  }

  /// Deals out clean documents.
  ///
  /// - Parameters:
  ///   - groups: the group of each.
  ///   - isExam: whether it may be judged by.
  public init(
    _ documents: Spool<CleanDocument>, groups: [Int], seed: UInt64,
    isExam: (CleanDocument) -> Bool = { _ in true }
  ) throws(DatasetError) {
    precondition(
      documents.count == groups.count, "\(documents.count) documents, \(groups.count) groups")
    try self.init(
      zip(documents, groups).map { document, group in
        Entry(
          kind: document.kind, language: document.language, byteCount: document.byteCount,
          group: group, isExam: isExam(document))
      }, seed: seed)
  }

  /// The places of the documents of each group, in order of the first.
  private static func groups(of documents: [Entry]) -> [[Int]] {
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (index, document) in documents.enumerated() {
      if let place = places[document.group] {
        groups[place].append(index)
      } else {
        places[document.group] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  /// Groups by kind and language of their first document, in a fixed order.
  private static func strata(
    _ groups: [[Int]], _ documents: [Entry]
  ) -> [[[Int]]] {
    var strata: [String: [[Int]]] = [:]
    for group in groups {
      let first = documents[group[0]]
      strata[first.kind.rawValue + " " + first.language.rawValue, default: []].append(group)
    }
    return strata.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func bytes(_ group: [Int], _ documents: [Entry]) -> Int {
    group.reduce(0) { $0 + documents[$1].byteCount }
  }

  /// Deals the groups of one stratum: test first, then validation, up to their share of the bytes.
  private static func deal(
    _ groups: [[Int]], _ documents: [Entry], _ share: Double, _ parts: inout [Split]
  ) {
    let total = groups.reduce(0) { $0 + bytes($1, documents) }
    let aim = Double(total) * share
    var remaining = groups[...]
    for part in [Split.test, .validation] {
      var dealt = 0.0
      var kept: [[Int]] = []
      for group in remaining {
        let size = Double(bytes(group, documents))
        // A group goes in when that brings the part nearer to its aim.
        if dealt + size / 2 <= aim, group.allSatisfy({ documents[$0].isExam }) {
          dealt += size
          for index in group { parts[index] = part }
        } else {
          kept.append(group)
        }
      }
      remaining = kept[...]
    }
  }

  /// Small collections may leave a part empty: it takes the smallest group of the training part.
  private static func fill(
    _ parts: inout [Split], _ groups: [[Int]], _ documents: [Entry]
  ) {
    for part in [Split.training, .validation, .test] where !parts.contains(part) {
      // From the part with the most groups left.
      var count: [Split: Int] = [:]
      for group in groups { count[parts[group[0]], default: 0] += 1 }
      let donor = Split.allCases.max { count[$0, default: 0] < count[$1, default: 0] }!
      let candidates = groups.filter { parts[$0[0]] == donor }
      let choice =
        part == .training
        ? candidates.max { bytes($0, documents) < bytes($1, documents) }!
        : candidates.min { bytes($0, documents) < bytes($1, documents) }!
      for index in choice { parts[index] = part }
    }
  }
}
