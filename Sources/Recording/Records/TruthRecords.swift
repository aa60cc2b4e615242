import RawData

/// Whether the model is as often right as it says: its first guesses by the probability it gave them.
public struct CalibrationRecord: Codable, Sendable {
  public var bins: [Bin]
  /// `Σ bins count/total · |accuracy − confidence|`, 0 for a model that knows how sure it may be.
  public var expectedError: Double

  public struct Bin: Codable, Sendable {
    /// First guesses whose probability lies in `lower ..< upper`; the last bin includes 1.
    public var lower: Double
    public var upper: Double
    public var count: Int
    /// Mean probability of these guesses; 0 for an empty bin.
    public var confidence: Double
    /// Share of them that was right; 0 for an empty bin.
    public var accuracy: Double
  }
}

/// How far the model's expectation of what comes next lies from the world's own probabilities.
public struct DivergenceRecord: Codable, Sendable {
  /// Beginnings of texts that were tried.
  public var probes: Int
  /// Mean of `Σ true · ln(true / model)` over all of them, nats.
  public var mean: Double
  /// Mean share of probability that stands in the wrong place, 0...1.
  public var meanTotalVariation: Double
  /// The mean divergence by language, nats.
  public var languages: [LanguageValue]
  /// A few of them, in each language.
  public var shown: [Probe]

  public struct Probe: Codable, Sendable {
    public var kind: DocumentKind
    public var language: Language
    /// The text of the fields before, such as the question that is answered; empty when there are none.
    public var before: String
    /// How the field that goes on begins; empty at its start.
    public var prefix: String
    /// Ways to go on, the truly likeliest first.
    public var next: [Continuation]
    /// Nats.
    public var divergence: Double
  }

  public struct Continuation: Codable, Sendable {
    public var text: String
    public var truth: Double
    public var model: Double
  }
}

/// What is true about the documents, in numbers: written beside the dataset.
public struct TruthRecord: Codable, Sendable {
  /// Each right answer once, sorted; questions name them by number.
  public var answers: [String]
  public var questions: [Question]
  public var probes: [TruthProbe]
  public var entropy: SourceEntropy

  public struct Question: Codable, Sendable {
    public var text: String
    public var language: Language
    /// "seen", "heldOutPhrasing" or "heldOutCombination".
    public var phrasing: String
    /// The relation and the person's English name, as in the facts file.
    public var relation: String
    public var subject: String
    /// The right answers, as places in `answers`.
    public var answers: [Int]
  }

  public init(_ truth: Truth) {
    answers = Set(truth.questions.flatMap(\.accepted)).sorted()
    let places = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, $0) })
    questions = truth.questions.map { question in
      Question(
        text: question.question, language: question.language,
        phrasing: question.phrasing.rawValue, relation: question.relation,
        subject: question.subject, answers: question.accepted.map { places[$0]! })
    }
    probes = truth.probes
    entropy = truth.entropy
  }
}
