import Names

/// What people want the answer to a prompt to be, after their votes are counted.
///
/// Everybody has one vote a prompt, and the last word counts: the correction, or, with a good rating and none, the
/// answer as it came. More than half of the votes decide; otherwise nothing is decided, and no example is made.
public struct ResolvedCorrection: Sendable, Equatable {
  public struct Prompt: Sendable, Hashable {
    public var text: String
    public var kind: PromptKind
    public var language: Language

    public init(text: String, kind: PromptKind, language: Language) {
      self.text = text
      self.kind = kind
      self.language = language
    }
  }

  /// What somebody wants, and how many do.
  public struct Candidate: Sendable, Equatable {
    public var text: String
    /// In the order in which they first spoke about the prompt.
    public var raters: [String]
    public var votes: Int { raters.count }
    /// Whether anybody gave it as a correction, rather than found it good.
    public var isCorrection: Bool
  }

  public enum Outcome: Sendable, Equatable {
    /// The answer should be this.
    case agreed(String)
    /// More than half find the answer good as it is.
    case answerStays
    /// Nothing has more than half of the votes.
    case contradicting
  }

  public var prompt: Prompt
  /// By votes, then in the order in which they came.
  public var candidates: [Candidate]
  public var outcome: Outcome

  public var votes: Int { candidates.reduce(0) { $0 + $1.votes } }

  /// Prompt and answer to learn from; nil where none was agreed on.
  public var example: (prompt: Prompt, answer: String)? {
    if case .agreed(let text) = outcome { (prompt, text) } else { nil }
  }
}

/// Counts the votes; see ``ResolvedCorrection``.
public struct CorrectionCount: Sendable {
  private struct Vote: Sendable {
    var text: String
    var isCorrection: Bool
  }

  private var prompts: [ResolvedCorrection.Prompt] = []
  /// By prompt: the raters in the order in which they first spoke, and their last word.
  private var ballots: [ResolvedCorrection.Prompt: (raters: [String], votes: [String: Vote])] = [:]

  public init() {}

  /// O(1) on average, where few people speak about one prompt.
  public mutating func add(_ entry: FeedbackEntry) {
    let vote: Vote
    if let correction = entry.correction {
      vote = Vote(text: correction, isCorrection: true)
    } else if entry.verdict == .good {
      vote = Vote(text: entry.answer.answer, isCorrection: false)
    } else {
      // Who finds an answer bad and knows no better has no vote.
      return
    }
    let prompt = ResolvedCorrection.Prompt(
      text: entry.answer.prompt, kind: entry.answer.kind, language: entry.answer.language)
    if ballots[prompt] == nil { prompts.append(prompt) }
    var ballot = ballots[prompt] ?? ([], [:])
    if ballot.votes.updateValue(vote, forKey: entry.rater) == nil {
      ballot.raters.append(entry.rater)
    }
    ballots[prompt] = ballot
  }

  /// Every prompt that somebody corrected, in the order in which they were first spoken about.
  public var resolved: [ResolvedCorrection] {
    prompts.compactMap { prompt -> ResolvedCorrection? in
      guard let ballot = ballots[prompt] else { return nil }
      var candidates: [ResolvedCorrection.Candidate] = []
      for rater in ballot.raters {
        guard let vote = ballot.votes[rater] else { continue }
        if let place = candidates.firstIndex(where: { same($0.text, vote.text) }) {
          candidates[place].raters.append(rater)
          candidates[place].isCorrection = candidates[place].isCorrection || vote.isCorrection
        } else {
          candidates.append(
            .init(text: vote.text, raters: [rater], isCorrection: vote.isCorrection))
        }
      }
      guard candidates.contains(where: \.isCorrection) else { return nil }
      // A stable sort: what came first stays first among equals.
      candidates = candidates.enumerated().sorted {
        ($1.element.votes, $0.offset) < ($0.element.votes, $1.offset)
      }.map(\.element)
      let all = candidates.reduce(0) { $0 + $1.votes }
      let outcome: ResolvedCorrection.Outcome =
        if candidates[0].votes * 2 <= all {
          .contradicting
        } else if candidates[0].isCorrection {
          .agreed(candidates[0].text)
        } else {
          .answerStays
        }
      return ResolvedCorrection(prompt: prompt, candidates: candidates, outcome: outcome)
    }
  }

  private func same(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8)
  }
}
