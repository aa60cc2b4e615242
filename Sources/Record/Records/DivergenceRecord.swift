import Names

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

    package init(
      kind: DocumentKind, language: Language, before: String, prefix: String, next: [Continuation],
      divergence: Double
    ) {
      self.kind = kind
      self.language = language
      self.before = before
      self.prefix = prefix
      self.next = next
      self.divergence = divergence
    }
  }

  public struct Continuation: Codable, Sendable {
    public var text: String
    public var truth: Double
    public var model: Double

    package init(text: String, truth: Double, model: Double) {
      self.text = text
      self.truth = truth
      self.model = model
    }
  }

  package init(
    probes: Int, mean: Double, meanTotalVariation: Double, languages: [LanguageValue],
    shown: [Probe]
  ) {
    self.probes = probes
    self.mean = mean
    self.meanTotalVariation = meanTotalVariation
    self.languages = languages
    self.shown = shown
  }
}
