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
    let key = Self.key(entry.answer)
    if verdicts[key] == nil { answers.append(key) }
    verdicts[key, default: [:]][entry.rater] = verdict
  }

  /// The same prompt may get the same id from another model only by way of another answer.
  private static func key(_ answer: RatedAnswer) -> String {
    answer.model.fingerprint + " " + answer.id
  }

  /// How often a rater gave a verdict, on all answers together.
  public func count(_ verdict: Verdict, by rater: String) -> Int {
    verdicts.values.count { $0[rater] == verdict }
  }

  /// The verdict of more than half of those who rated an answer; nil where there is none.
  public func majority(of answer: RatedAnswer) -> Verdict? {
    let given = (verdicts[Self.key(answer)] ?? [:]).values
    return Verdict.allCases.first { verdict in given.count { $0 == verdict } * 2 > given.count }
  }

  /// How far all who rated agree.
  public var agreement: Agreement { agreement(of: raters) }

  /// How far some of them agree, on the answers that all of these rated.
  public func agreement(of raters: [String]) -> Agreement {
    let table = answers.compactMap { answer -> [Verdict]? in
      let given = raters.compactMap { verdicts[answer]?[$0] }
      return given.count == raters.count ? given : nil
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
