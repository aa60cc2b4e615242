import Names

/// Who gave which verdict on which answer. Of several by one person the last counts.
public struct RatingTable: Sendable {
  /// In the order in which they first rated.
  public private(set) var raters: [String] = []
  /// Answers that anybody rated.
  public private(set) var answers: [String] = []
  private var verdicts: [String: [String: Verdict]] = [:]
  private var knownRaters: Set<String> = []

  public init() {}

  /// O(1) on average.
  public mutating func add(_ entry: FeedbackEntry) {
    guard let verdict = entry.verdict else { return }
    if knownRaters.insert(entry.rater).inserted { raters.append(entry.rater) }
    // The same prompt may get the same id from another model only by way of another answer.
    let key = entry.answer.model.fingerprint + " " + entry.answer.id
    if verdicts[key] == nil { answers.append(key) }
    verdicts[key, default: [:]][entry.rater] = verdict
  }

  /// How often a rater gave a verdict, on all answers together.
  public func count(_ verdict: Verdict, by rater: String) -> Int {
    verdicts.values.count { $0[rater] == verdict }
  }

  public var agreement: Agreement {
    let table = answers.compactMap { answer -> [Verdict]? in
      guard let given = verdicts[answer], given.count == raters.count else { return nil }
      return raters.compactMap { given[$0] }
    }
    var result = Agreement(
      statistic: raters.count > 2 ? .fleiss : .cohen, raters: raters, shared: table.count,
      leftOut: answers.count - table.count, outcome: .tooFewRaters)
    guard raters.count > 1 else { return result }
    guard !table.isEmpty else {
      result.outcome = .nothingShared
      return result
    }
    let found =
      switch result.statistic {
      case .cohen: Agreement.cohen(table)
      case .fleiss: Agreement.fleiss(table)
      }
    result.observed = found.observed
    result.expected = found.expected
    result.outcome = found.kappa.map { .kappa($0) } ?? .oneVerdict
    return result
  }
}
