import RawData

/// What the content filter does at one threshold, judged by sentence.
public struct ThresholdScore: Codable, Sendable, Equatable {
  public var threshold: Double
  /// Sentences with at least this score.
  public var flagged: Int
  public var truePositives: Int
  /// Unsuitable sentences with a lower score.
  public var falseNegatives: Int

  public var precision: Double { flagged == 0 ? 1 : Double(truePositives) / Double(flagged) }

  public var recall: Double {
    let unsuitable = truePositives + falseNegatives
    return unsuitable == 0 ? 1 : Double(truePositives) / Double(unsuitable)
  }

  /// Thresholds from 0.1 to 2.5 in steps of 0.1.
  ///
  /// A sentence is unsuitable if it overlaps noise of that kind, or if its whole document is such
  /// noise. Sentences that have no score at all count as missed where noise is marked.
  static func sweep(_ result: CleaningResult, _ noise: [NoiseMark]) -> [ThresholdScore] {
    let marks = noise.filter { $0.kind == .unsuitable }
    var places: [String: [Range<Int>?]] = [:]
    for mark in marks {
      let range = mark.offset..<mark.offset + mark.noisy.utf8.count
      places[mark.documentID, default: []].append(mark.noisy.isEmpty ? nil : range)
    }
    let judged = result.findings.map { finding in
      let isNoise = (places[finding.documentID] ?? []).contains { range in
        guard let range else { return true }
        return finding.start < range.upperBound && range.lowerBound < finding.end
      }
      return (score: finding.score, isNoise: isNoise)
    }
    let scored = judged.count { $0.isNoise }
    let unscored = max(0, marks.count { !$0.noisy.isEmpty } - scored)
    return (1...25).map { step in
      let threshold = Double(step) / 10
      let flagged = judged.filter { $0.score >= threshold }
      let right = flagged.count { $0.isNoise }
      return ThresholdScore(
        threshold: threshold, flagged: flagged.count, truePositives: right,
        falseNegatives: scored - right + unscored)
    }
  }
}
