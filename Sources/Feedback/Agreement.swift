import Names

/// How far several people agree on the verdicts that they gave, beyond what chance would bring about.
///
/// Stars count as verdicts (``Verdict``), since one person's four are another's five. With two raters it is Cohen's
/// kappa over the answers that both rated, with more it is Fleiss' kappa over those that all rated.
/// - SeeAlso: Cohen 1960, "A coefficient of agreement for nominal scales"; Fleiss 1971, "Measuring nominal scale
///   agreement among many raters".
public struct Agreement: Sendable, Equatable {
  public enum Statistic: Sendable { case cohen, fleiss }

  public enum Outcome: Sendable, Equatable {
    case kappa(Double)
    /// Fewer than two people rated.
    case tooFewRaters
    /// No answer was rated by all of them.
    case nothingShared
    /// All gave one and the same verdict everywhere, so that chance alone would agree as well: 0 ÷ 0.
    case oneVerdict
  }

  public var statistic: Statistic
  public var raters: [String]
  /// Answers that all of them rated, and those that only some did.
  public var shared: Int
  public var leftOut: Int
  /// Share of pairs of raters that agree on an answer; nil where nothing is shared.
  public var observed: Double?
  /// The share that chance would bring about.
  public var expected: Double?
  public var outcome: Outcome
}

extension Agreement {
  /// Cohen's kappa: `κ = (pₒ − pₑ) / (1 − pₑ)`, with `pₒ` the share of answers on which both agree and
  /// `pₑ = Σ r₁(v)·r₂(v) / N²`, where each rater's own habits count.
  ///
  /// Sums are whole numbers, so nothing is rounded before the last division.
  static func cohen(_ table: [[Verdict]]) -> (observed: Double, expected: Double, kappa: Double?) {
    let count = table.count
    let agreed = table.count { $0[0] == $0[1] }
    let chance = Verdict.allCases.reduce(0) { sum, verdict in
      sum + table.count { $0[0] == verdict } * table.count { $0[1] == verdict }
    }
    let whole = count * count
    return (
      Double(agreed) / Double(count), Double(chance) / Double(whole),
      chance == whole ? nil : Double(agreed * count - chance) / Double(whole - chance)
    )
  }

  /// Fleiss' kappa for `n` ratings of each of `N` answers: `pₒ` is the mean of
  /// `(Σ n(v)² − n) / (n·(n − 1))`, and `pₑ = Σ (n(v) / (N·n))²` over all answers together.
  static func fleiss(_ table: [[Verdict]]) -> (observed: Double, expected: Double, kappa: Double?) {
    let (count, raters) = (table.count, table[0].count)
    var pairs = 0
    var totals = Verdict.allCases.map { _ in 0 }
    for row in table {
      for (place, verdict) in Verdict.allCases.enumerated() {
        let votes = row.count { $0 == verdict }
        pairs += votes * (votes - 1)
        totals[place] += votes
      }
    }
    let allPairs = count * raters * (raters - 1)
    let chance = totals.reduce(0) { $0 + $1 * $1 }
    let whole = (count * raters) * (count * raters)
    let (observed, expected) = (
      Double(pairs) / Double(allPairs), Double(chance) / Double(whole)
    )
    return (observed, expected, chance == whole ? nil : (observed - expected) / (1 - expected))
  }
}
