import Names
import RawData

/// What the search for near duplicates does at other thresholds, judged by document.
public struct DuplicateSweep: Sendable {
  /// One for each threshold, ascending.
  public private(set) var points: [ThresholdScore] = []

  /// Thresholds from 0.5 to 0.95 in steps of 0.05.
  public static let thresholds = (10...19).map { Double($0) / 20 }

  /// A document goes when it is at least so similar to an earlier one that stays. Corrections, which
  /// differ in one fact, should stay; copies that were retouched should go.
  ///
  /// At the threshold that was used, what really was dropped counts.
  /// - Complexity: O(thresholds · pairs).
  public init(_ result: CleaningResult, noise: [NoiseMark], used: Double) {
    let copies = Set(
      noise.lazy.filter { $0.kind == .nearDuplicate && $0.guise != .lookalike }.map(\.documentID))
    points = Self.thresholds.map { threshold in
      var dropped: Set<String> = []
      if threshold == used {
        for drop in result.dropped where drop.rule == .nearDuplicate {
          dropped.insert(drop.documentID)
        }
      } else {
        for pair in result.similarPairs
        where pair.similarity >= threshold && !dropped.contains(pair.otherID) {
          dropped.insert(pair.documentID)
        }
      }
      let right = dropped.intersection(copies).count
      return ThresholdScore(
        threshold: threshold, flagged: dropped.count, truePositives: right,
        falseNegatives: copies.count - right)
    }
  }
}
