import Inference
import ModelFile
import Names
import RawData

/// U3 to U5: what the model made of a prompt.
public struct Answer: Sendable {
  public var prompt: PreparedPrompt
  public var settings: AnswerSettings
  /// One for each generated token, the closing `<|end|>` included.
  public var choices: [Choice]
  /// Why nothing more was written.
  public var finish: FinishReason
  /// The generated tokens as text.
  public var rawText: String
  /// What the rules changed, in order.
  public var edits: [Edit]
  /// What the reader gets.
  public var text: String
  /// How sure the model was, where a rule asks for it.
  public var hold: Hold?

  public var options: SamplingOptions { settings.sampling }
  public var seed: UInt64 { settings.seed }
  /// Whether the model closed its answer itself.
  public var isComplete: Bool { finish == .endToken }

  public struct Edit: Sendable {
    public var rule: PostprocessingRule
    public var before: String
    public var after: String
    /// Words that are the reason, where some are.
    public var terms: [String] = []
  }

  public struct Hold: Sendable, Equatable {
    public var rule: HoldRule
    /// The least probability of the first tokens.
    public var confidence: Double
    public var isHeld: Bool { confidence < rule.threshold }
  }
}
