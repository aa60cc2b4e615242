import RawData

/// What the content filter does at one threshold, judged by sentence.
public struct ThresholdScore: Sendable, Equatable {
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
    let marks = noise.filter { $0.kind == .unsuitable && $0.guise != .lookalike }
    var places: [String: [Int]] = [:]
    for (index, mark) in marks.enumerated() {
      places[mark.documentID, default: []].append(index)
    }
    var isScored = [Bool](repeating: false, count: marks.count)
    let judged = result.findings.map { finding in
      var isNoise = false
      for index in places[finding.documentID] ?? [] {
        let mark = marks[index]
        let end = mark.offset + mark.noisy.utf8.count
        guard mark.noisy.isEmpty || finding.start < end && mark.offset < finding.end else {
          continue
        }
        isNoise = true
        isScored[index] = true
      }
      return (score: finding.score, isNoise: isNoise)
    }
    let scored = judged.count { $0.isNoise }
    let unscored = marks.indices.count { !marks[$0].noisy.isEmpty && !isScored[$0] }
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
