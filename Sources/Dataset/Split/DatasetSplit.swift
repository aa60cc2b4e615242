import Names
import Numerics
import RawData

/// Documents dealt out to training, validation and test so that no near duplicate crosses.
///
/// Within each kind and language, groups of similar documents are shuffled and dealt whole:
/// about 5 % of the tokens to the test, 5 % to validation, the rest to training; of much text only
/// as many as are enough to judge by. Independent of anything but the documents and the seed.
public struct DatasetSplit: Sendable, Equatable {
  public private(set) var training: [TokenizedDocument] = []
  public private(set) var validation: [TokenizedDocument] = []
  public private(set) var test: [TokenizedDocument] = []

  /// Groups of documents below which a split makes no sense.
  public static let fewestGroups = 3

  /// - Parameters:
  ///   - share: of the tokens, for validation and for the test each.
  ///   - enough: tokens for each of them that are enough, however many there are.
  /// - Throws: `DatasetError` when there are too few documents to fill the three parts.
  public init(
    _ documents: [TokenizedDocument], share: Double = 0.05, enough: Int = 50_000, seed: UInt64
  ) throws(DatasetError) {
    precondition(share > 0 && share < 0.5, "share \(share) of validation and of test")
    let total = documents.reduce(0) { $0 + $1.tokens.count }
    let share = min(share, Double(enough) / Double(max(total, 1)))
    var groups = Self.groups(of: documents)
    guard groups.count >= Self.fewestGroups else { throw .tooFewDocuments(groups.count) }
    var generator = RandomGenerator(seed: seed, stream: 0x5370_6C69_74)
    generator.shuffle(&groups)
    var parts = [Split](repeating: .training, count: documents.count)
    for stratum in Self.strata(groups, documents) {
      Self.deal(stratum, documents, share, &parts)
    }
    Self.fill(&parts, groups, documents)
    for (document, part) in zip(documents, parts) {
      switch part {
      case .training: training.append(document)
      case .validation: validation.append(document)
      case .test: test.append(document)
      }
    }
  }

  public subscript(part: Split) -> [TokenizedDocument] {
    switch part {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }

  /// The places of the documents of each group, in order of the first.
  private static func groups(of documents: [TokenizedDocument]) -> [[Int]] {
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
    _ groups: [[Int]], _ documents: [TokenizedDocument]
  ) -> [[[Int]]] {
    var strata: [String: [[Int]]] = [:]
    for group in groups {
      let first = documents[group[0]]
      strata[first.kind.rawValue + " " + first.language.rawValue, default: []].append(group)
    }
    return strata.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func tokens(_ group: [Int], _ documents: [TokenizedDocument]) -> Int {
    group.reduce(0) { $0 + documents[$1].tokens.count }
  }

  /// Deals the groups of one stratum: test first, then validation, up to their share of tokens.
  private static func deal(
    _ groups: [[Int]], _ documents: [TokenizedDocument], _ share: Double, _ parts: inout [Split]
  ) {
    let total = groups.reduce(0) { $0 + tokens($1, documents) }
    let aim = Double(total) * share
    var remaining = groups[...]
    for part in [Split.test, .validation] {
      var dealt = 0.0
      var kept: [[Int]] = []
      for group in remaining {
        let size = Double(tokens(group, documents))
        // A group goes in when that brings the part nearer to its aim.
        if dealt + size / 2 <= aim {
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
    _ parts: inout [Split], _ groups: [[Int]], _ documents: [TokenizedDocument]
  ) {
    for part in [Split.training, .validation, .test] where !parts.contains(part) {
      // From the part with the most groups left.
      var count: [Split: Int] = [:]
      for group in groups { count[parts[group[0]], default: 0] += 1 }
      let donor = Split.allCases.max { count[$0, default: 0] < count[$1, default: 0] }!
      let candidates = groups.filter { parts[$0[0]] == donor }
      let choice =
        part == .training
        ? candidates.max { tokens($0, documents) < tokens($1, documents) }!
        : candidates.min { tokens($0, documents) < tokens($1, documents) }!
      for index in choice { parts[index] = part }
    }
  }
}
