import Names

/// U3: which right answers are lost when one part of the model is taken away, over all questions of the
/// evaluation.
public struct CausalMapRecord: Codable, Sendable {
  /// The questions that were asked, as places in the questions of the truth.
  public var asked: [Int]
  /// Of these the ones that the whole model answers right; only they are asked again.
  public var right: [Int]
  /// Each removed part, block by block: the attention as a whole, its heads, the MLP.
  public var removals: [Removal]

  public struct Removal: Codable, Sendable {
    /// Block, from 0.
    public var layer: Int
    public var part: ModelPart
    /// Head of the attention, from 0; nil where a whole part was removed.
    public var head: Int?
    /// The questions, as places in those of the truth, whose answer is no longer right.
    public var broken: [Int]
    /// The first broken question of each language, and what the damaged model writes to it.
    public var examples: [Example]

    package init(
      layer: Int, part: ModelPart, head: Int? = nil, broken: [Int], examples: [Example]
    ) {
      self.layer = layer
      self.part = part
      self.head = head
      self.broken = broken
      self.examples = examples
    }
  }

  public struct Example: Codable, Sendable {
    /// Place in the questions of the truth.
    public var question: Int
    public var answer: String

    package init(question: Int, answer: String) {
      self.question = question
      self.answer = answer
    }
  }

  package init(asked: [Int], right: [Int], removals: [Removal]) {
    self.asked = asked
    self.right = right
    self.removals = removals
  }
}
