import Names

/// U4: one prompt, answered with several settings, and once more by another way at one step.
public struct ComparisonRecord: Codable, Sendable {
  public var language: Language
  public var prompt: String
  public var seed: UInt64
  /// The first is greedy.
  public var answers: [ComparedAnswer]
  /// The greedy answer with the runner-up at its hardest step; nil where it has no such step.
  public var fork: Fork?

  /// What one setting made of the prompt.
  public struct ComparedAnswer: Codable, Sendable {
    public var temperature: Double
    public var topK: Int
    public var topP: Double
    public var minP: Double
    public var repetitionPenalty: Double
    public var tokens: [ComparedToken]
    public var finish: FinishReason
    /// As the reader gets it.
    public var text: String

    package init(
      temperature: Double, topK: Int, topP: Double, minP: Double, repetitionPenalty: Double,
      tokens: [ComparedToken], finish: FinishReason, text: String
    ) {
      self.temperature = temperature
      self.topK = topK
      self.topP = topP
      self.minP = minP
      self.repetitionPenalty = repetitionPenalty
      self.tokens = tokens
      self.finish = finish
      self.text = text
    }
  }

  /// A token that was written.
  public struct ComparedToken: Codable, Sendable {
    public var token: TokenPiece
    /// By the model itself, before temperature and cut.
    public var probability: Double
    /// Tokens from which it was drawn.
    public var keptCount: Int

    package init(token: TokenPiece, probability: Double, keptCount: Int) {
      self.token = token
      self.probability = probability
      self.keptCount = keptCount
    }
  }

  /// The road not taken.
  public struct Fork: Codable, Sendable {
    /// Of the greedy answer, from 1 on.
    public var step: Int
    /// What stood there, and how likely it was.
    public var taken: ComparedToken
    /// The answer with the runner-up in its place.
    public var answer: ComparedAnswer

    package init(step: Int, taken: ComparedToken, answer: ComparedAnswer) {
      self.step = step
      self.taken = taken
      self.answer = answer
    }
  }

  package init(
    language: Language, prompt: String, seed: UInt64, answers: [ComparedAnswer], fork: Fork?
  ) {
    self.language = language
    self.prompt = prompt
    self.seed = seed
    self.answers = answers
    self.fork = fork
  }
}
