import Names

/// One prompt and its answer.
public struct AnswerRecord: Codable, Sendable {
  /// Short and stable, for instance `en` or `ja.sampled`; tensors of the answer begin with `usage.{id}.`.
  public var id: String
  public var kind: PromptKind
  /// U1: as it arrived.
  public var prompt: String
  /// U2: after each preprocessing step.
  public var preprocessing: [PreprocessingStep]
  public var language: Language
  /// How the language was decided, scores by language.
  public var languageScores: [LanguageValue]
  /// The score for neither language; nil in a recording that is older than it.
  public var neitherScore: Double?
  /// By what the kind was seen; nil in a recording that is older than it.
  public var sign: KindSign?
  /// What the model was given.
  public var tokens: [TokenPiece]
  /// U4.
  public var temperature: Double
  public var topK: Int
  public var topP: Double
  /// Nil or 0 for off, as in recordings that know nothing of it.
  public var minP: Double?
  /// Nil or 1 for off.
  public var repetitionPenalty: Double?
  public var seed: UInt64
  /// Texts that would have ended it; nil for none.
  public var stopStrings: [String]?
  public var choices: [ChoiceRecord]
  /// Why nothing more was written.
  public var finish: FinishReason?
  /// U5: the raw text, then what each rule made of it.
  public var rawText: String
  public var postprocessing: [PostprocessingEdit]
  /// How sure the model was, where a rule asks for it.
  public var hold: HoldRecord?
  /// What the reader gets.
  public var text: String
  /// Right by the truth; nil where no truth is known.
  public var isRight: Bool?
  /// U3: whether the store holds the activations of this prompt, and of what of the answer was read after
  /// it: `usage.{id}.hook_embed` and so on.
  public var hasActivations: Bool
  /// The most likely next token if one read the residual stream after each layer already (logit lens), at
  /// the last position whose activations are kept.
  public var layerGuesses: [LayerGuess]
  /// The same between attention and MLP of each block, whose number is counted as in `layerGuesses`; nil in
  /// a recording that is older than it.
  public var middleGuesses: [LayerGuess]?
  /// Where each head looks most in what was read, block by block; nil in a recording that is older than it.
  public var headLooks: [HeadLook]?
  /// The token of the answer that is followed; where activations were kept.
  public var followed: FollowedRecord?
  /// The answer judged again without one part of the model after the other; where activations were kept.
  public var knockouts: KnockoutRecord?
  /// Where the followed token's probability comes from; nil in a recording that is older than it.
  public var origin: OriginRecord?
  /// The answer in another language, where that was wanted.
  public var translation: TranslationRecord?

  public struct PreprocessingStep: Codable, Sendable {
    public var name: PromptStep
    public var before: String
    public var after: String

    package init(name: PromptStep, before: String, after: String) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// What one rule made of the written text.
  public struct PostprocessingEdit: Codable, Sendable {
    public var rule: PostprocessingRule
    public var before: String
    public var after: String
    /// Words that are the reason, where some are.
    public var terms: [String]?

    package init(
      rule: PostprocessingRule, before: String, after: String, terms: [String]? = nil
    ) {
      self.rule = rule
      self.before = before
      self.after = after
      self.terms = terms
    }
  }

  /// Whether an answer was held back: its confidence is the least probability of its first tokens.
  public struct HoldRecord: Codable, Sendable {
    /// Below it an answer is held back.
    public var threshold: Double
    /// Tokens that are looked at, from the first on.
    public var tokenCount: Int
    public var confidence: Double
    public var isHeld: Bool

    package init(threshold: Double, tokenCount: Int, confidence: Double, isHeld: Bool) {
      self.threshold = threshold
      self.tokenCount = tokenCount
      self.confidence = confidence
      self.isHeld = isHeld
    }
  }

  public struct LayerGuess: Codable, Sendable {
    /// 0 is the embedding, `layerCount` the last block.
    public var layer: Int
    public var candidates: [CandidateRecord]
    /// How the token that is followed stands there; nil in a recording that is older than it.
    public var standing: Standing?

    package init(layer: Int, candidates: [CandidateRecord], standing: Standing? = nil) {
      self.layer = layer
      self.candidates = candidates
      self.standing = standing
    }
  }

  /// One token among all tokens of the vocabulary.
  public struct Standing: Codable, Sendable, Equatable {
    public var token: TokenPiece
    /// 1 for the likeliest; of equally likely ones the smaller id comes first.
    public var rank: Int
    public var logit: Double
    /// softmax of all logits.
    public var probability: Double

    package init(token: TokenPiece, rank: Int, logit: Double, probability: Double) {
      self.token = token
      self.rank = rank
      self.logit = logit
      self.probability = probability
    }
  }

  package init(
    id: String, kind: PromptKind, prompt: String, preprocessing: [PreprocessingStep],
    language: Language, languageScores: [LanguageValue], neitherScore: Double? = nil,
    sign: KindSign? = nil, tokens: [TokenPiece], temperature: Double,
    topK: Int, topP: Double, seed: UInt64, choices: [ChoiceRecord], rawText: String,
    postprocessing: [PostprocessingEdit], text: String, isRight: Bool? = nil, hasActivations: Bool,
    layerGuesses: [LayerGuess], followed: FollowedRecord? = nil, knockouts: KnockoutRecord? = nil,
    minP: Double? = nil, repetitionPenalty: Double? = nil, stopStrings: [String]? = nil,
    finish: FinishReason? = nil, hold: HoldRecord? = nil
  ) {
    self.id = id
    self.kind = kind
    self.prompt = prompt
    self.preprocessing = preprocessing
    self.language = language
    self.languageScores = languageScores
    self.neitherScore = neitherScore
    self.sign = sign
    self.tokens = tokens
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.seed = seed
    self.choices = choices
    self.rawText = rawText
    self.postprocessing = postprocessing
    self.text = text
    self.isRight = isRight
    self.hasActivations = hasActivations
    self.layerGuesses = layerGuesses
    self.followed = followed
    self.knockouts = knockouts
    self.minP = minP
    self.repetitionPenalty = repetitionPenalty
    self.stopStrings = stopStrings
    self.finish = finish
    self.hold = hold
  }
}

/// An answer in another language, translated by the model itself.
public struct TranslationRecord: Codable, Sendable {
  public var language: Language
  /// One for each sentence of the answer.
  public var sentences: [Sentence]
  public var text: String

  public struct Sentence: Codable, Sendable {
    public var source: String
    /// What the model was given.
    public var tokens: [TokenPiece]
    public var text: String
    /// Of the translation: the product of the probabilities of its tokens.
    public var probability: Double

    package init(source: String, tokens: [TokenPiece], text: String, probability: Double) {
      self.source = source
      self.tokens = tokens
      self.text = text
      self.probability = probability
    }
  }

  package init(language: Language, sentences: [Sentence], text: String) {
    self.language = language
    self.sentences = sentences
    self.text = text
  }
}

extension AnswerRecord {
  /// The guesses in the order of the parts: after the embedding, then after attention and MLP of each block.
  public var partGuesses: [(guess: LayerGuess, isMiddle: Bool)] {
    layerGuesses.flatMap { guess in
      (middleGuesses ?? []).filter { $0.layer == guess.layer }.map { ($0, true) } + [(guess, false)]
    }
  }

  /// Whose activations are kept: the prompt, and the tokens of the answer before the one that is followed.
  public var readTokens: [TokenPiece] { tokens + (followed?.read ?? []) }
}

/// One generated token: the candidates, the cut, the draw.
public struct ChoiceRecord: Codable, Sendable {
  /// Most likely first; the chosen one is among them, at the end where it is less likely than all.
  public var candidates: [CandidateRecord]
  /// Tokens above the cut, from which one was drawn.
  public var keptCount: Int
  /// Uniform draw in [0, 1); nil when greedy.
  public var draw: Double?
  /// Where the chosen token's stretch of the draws begins: the sum of the adjusted probabilities of all
  /// that are likelier; nil when greedy.
  public var start: Double?
  public var chosen: TokenPiece
  /// Entropy of the distribution, nats.
  public var entropy: Double
  /// What the kept ones have together of softmax(scaled logits) over all tokens.
  public var keptShare: Double?
  /// True where somebody else chose, see `nakami ask --fork`.
  public var isForked: Bool?

  /// The likeliest token that was not chosen: the road not taken.
  public var runnerUp: CandidateRecord? { candidates.first { $0.token.id != chosen.id } }
  /// The chosen one among the candidates.
  public var own: CandidateRecord? { candidates.first { $0.token.id == chosen.id } }

  package init(
    candidates: [CandidateRecord], keptCount: Int, draw: Double? = nil, start: Double? = nil,
    chosen: TokenPiece, entropy: Double, keptShare: Double? = nil, isForked: Bool? = nil
  ) {
    self.candidates = candidates
    self.keptCount = keptCount
    self.draw = draw
    self.start = start
    self.chosen = chosen
    self.entropy = entropy
    self.keptShare = keptShare
    self.isForked = isForked
  }
}

public struct CandidateRecord: Codable, Sendable {
  public var token: TokenPiece
  public var logit: Double
  /// softmax of the logits.
  public var probability: Double
  /// After temperature and cut; 0 when cut off.
  public var adjusted: Double
  public var isKept: Bool
  /// After the repetition penalty, divided by the temperature (by 1 where that is 0).
  public var scaled: Double?
  /// What cut it off; nil when it was kept.
  public var cut: SamplingFilter?

  package init(
    token: TokenPiece, logit: Double, probability: Double, adjusted: Double, isKept: Bool,
    scaled: Double? = nil, cut: SamplingFilter? = nil
  ) {
    self.token = token
    self.logit = logit
    self.probability = probability
    self.adjusted = adjusted
    self.isKept = isKept
    self.scaled = scaled
    self.cut = cut
  }
}
