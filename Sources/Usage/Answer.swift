import Inference
import Names
import RawData

/// U3 to U5: what the model made of a prompt.
public struct Answer: Sendable {
  public var prompt: PreparedPrompt
  public var options: SamplingOptions
  public var seed: UInt64
  /// One for each generated token, the closing `<|end|>` included.
  public var choices: [Choice]
  /// The generated tokens as text.
  public var rawText: String
  /// What the rules changed, in order.
  public var edits: [Edit]
  /// What the reader gets.
  public var text: String
  /// Whether the model closed its answer itself.
  public var isComplete: Bool

  public struct Edit: Sendable {
    public var rule: PostprocessingRule
    public var before: String
    public var after: String
  }
}
