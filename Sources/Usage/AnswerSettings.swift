import Inference
import ModelFile
import Names

/// How an answer is to be written.
public struct AnswerSettings: Sendable, Equatable {
  public var sampling: SamplingOptions
  public var seed: UInt64
  /// Tokens at most.
  public var limit: Int
  /// How many candidates of each choice are kept, and all that a filter left; 0 for none.
  public var candidateCount = 10
  /// Texts at which writing stops; what comes from there on is no part of the answer.
  public var stopStrings: [String] = []
  /// Tokens that are taken in place of the model's own choice.
  public var forks: [Fork] = []
  /// When the answer to a question is held back; nil for never.
  public var hold: HoldRule?
  /// In which language that is said; nil for that of the prompt.
  public var replyLanguage: Language?

  /// Another way at one step.
  public struct Fork: Sendable, Equatable {
    /// From 1 on.
    public var step: Int
    public var token: Int32

    public init(step: Int, token: Int32) {
      self.step = step
      self.token = token
    }
  }

  public init(
    _ sampling: SamplingOptions = SamplingOptions(temperature: 0), seed: UInt64 = 1,
    limit: Int = 64
  ) {
    self.sampling = sampling
    self.seed = seed
    self.limit = limit
  }
}
