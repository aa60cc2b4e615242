import Files
import Names

/// An answer as feedback knows it: what was asked, what came, and from which model.
public struct RatedAnswer: Sendable, Equatable {
  /// That of the completion object.
  public var id: String
  /// In the normal form in which prompts go to the model, personal data masked.
  public var prompt: String
  public var answer: String
  public var kind: PromptKind
  /// Of the prompt.
  public var language: Language
  public var model: Model
  public var settings: Settings

  /// Which model it was.
  public struct Model: Sendable, Equatable {
    public var name: String
    /// Of its parameters: another model has another one.
    public var fingerprint: String

    public init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// How the answer was drawn.
  public struct Settings: Sendable, Equatable {
    public var temperature: Double
    public var topK: Int
    public var topP: Double
    public var minP: Double
    public var repetitionPenalty: Double
    public var seed: UInt64

    /// Without settings an answer is greedy.
    public init(
      temperature: Double = 0, topK: Int = 0, topP: Double = 1, minP: Double = 0,
      repetitionPenalty: Double = 1, seed: UInt64 = 1
    ) {
      self.temperature = temperature
      self.topK = topK
      self.topP = topP
      self.minP = minP
      self.repetitionPenalty = repetitionPenalty
      self.seed = seed
    }
  }

  public init(
    id: String, prompt: String, answer: String, kind: PromptKind, language: Language, model: Model,
    settings: Settings = Settings()
  ) {
    self.id = id
    self.prompt = prompt
    self.answer = answer
    self.kind = kind
    self.language = language
    self.model = model
    self.settings = settings
  }

  /// The language that the answer is wanted in.
  var languageOfAnswer: Language {
    switch kind {
    case .question, .continuation, .summary: language
    case .translation: language.other
    }
  }

  /// The same with prompt and answer fit to be kept; says what was masked.
  ///
  /// A prompt that is too long is cut: the model saw no more of it anyway.
  public func screened() -> (answer: RatedAnswer, masks: Masks) {
    var result = self
    var masks = Masks()
    result.prompt = Screening.kept(prompt, kind, language, &masks)
    // The model writes normalized text, which stays as it is, line ends and all.
    let masked = Screening.masked(Screening.shortened(Screening.readable(answer)))
    result.answer = masked.text
    masks.add(masked.masks)
    return (result, masks)
  }
}
