/// U1-U6: prompts, and everything that happened on the way to their answers.
public struct UsageRecord: Codable, Sendable {
  public var answers: [AnswerRecord]
}

/// One prompt and its answer.
public struct AnswerRecord: Codable, Sendable {
  /// Short and stable, for instance `en` or `ja.sampled`; tensors of the answer begin with `usage.{id}.`.
  public var id: String
  /// "question", "continuation" or "summary".
  public var kind: String
  /// U1: as it arrived.
  public var prompt: String
  /// U2: after each preprocessing step.
  public var preprocessing: [PreprocessingStep]
  public var language: Language
  /// How the language was decided, scores by language.
  public var languageScores: [LanguageValue]
  /// What the model was given.
  public var tokens: [TokenPiece]
  /// U4.
  public var temperature: Double
  public var topK: Int
  public var topP: Double
  public var seed: UInt64
  public var choices: [ChoiceRecord]
  /// U5: the raw text, then what each rule made of it.
  public var rawText: String
  public var postprocessing: [EditRecord]
  /// What the reader gets.
  public var text: String
  /// Right by the truth; nil where no truth is known.
  public var isRight: Bool?
  /// U3: whether the store holds the activations of this prompt: `usage.{id}.hook_embed` and so on.
  public var hasActivations: Bool
  /// The most likely next token if one read the residual stream after each layer already (logit lens).
  public var layerGuesses: [LayerGuess]

  public struct PreprocessingStep: Codable, Sendable {
    /// "normalization", "language" or "role".
    public var name: String
    public var before: String
    public var after: String
  }

  public struct LayerGuess: Codable, Sendable {
    /// 0 is the embedding, `layerCount` the last block.
    public var layer: Int
    public var candidates: [CandidateRecord]
  }
}

/// One generated token: the candidates, the cut, the draw.
public struct ChoiceRecord: Codable, Sendable {
  /// Most likely first; the chosen one is among them, at the end where it is less likely than all.
  public var candidates: [CandidateRecord]
  /// Tokens above the cut, from which one was drawn.
  public var keptCount: Int
  /// Uniform draw in [0, 1); nil when greedy.
  public var draw: Double?
  public var chosen: TokenPiece
  /// Entropy of the distribution, nats.
  public var entropy: Double
}

public struct CandidateRecord: Codable, Sendable {
  public var token: TokenPiece
  public var logit: Double
  /// softmax of the logits.
  public var probability: Double
  /// After temperature and cut; 0 when cut off.
  public var adjusted: Double
  public var isKept: Bool
}
