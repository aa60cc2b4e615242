import Names

/// L2d: the merges in the order in which they were learned, and texts seen through them.
public struct TokenizationRecord: Codable, Sendable {
  public var vocabularySize: Int
  public var specialTokens: [TokenPiece]
  public var merges: [MergeRecord]
  /// Tokens of the training part before the first merge (bytes) and after the last.
  public var bytesInCorpus: Int
  public var tokensInCorpus: Int
  /// UTF-8 bytes for each token of the training part, by language.
  public var bytesPerToken: [LanguageValue]
  public var samples: [EncodingSample]

  public struct MergeRecord: Codable, Sendable {
    public var left: TokenPiece
    public var right: TokenPiece
    public var result: TokenPiece
    public var count: Int
    public var lengthBefore: Int
    public var lengthAfter: Int

    package init(
      left: TokenPiece, right: TokenPiece, result: TokenPiece, count: Int, lengthBefore: Int,
      lengthAfter: Int
    ) {
      self.left = left
      self.right = right
      self.result = result
      self.count = count
      self.lengthBefore = lengthBefore
      self.lengthAfter = lengthAfter
    }
  }

  public struct EncodingSample: Codable, Sendable {
    public var language: Language
    public var text: String
    public var tokens: [TokenPiece]
    /// The tokens after each merge that was applied, bytes first.
    public var steps: [[TokenPiece]]

    package init(language: Language, text: String, tokens: [TokenPiece], steps: [[TokenPiece]]) {
      self.language = language
      self.text = text
      self.tokens = tokens
      self.steps = steps
    }
  }

  package init(
    vocabularySize: Int, specialTokens: [TokenPiece], merges: [MergeRecord], bytesInCorpus: Int,
    tokensInCorpus: Int, bytesPerToken: [LanguageValue], samples: [EncodingSample]
  ) {
    self.vocabularySize = vocabularySize
    self.specialTokens = specialTokens
    self.merges = merges
    self.bytesInCorpus = bytesInCorpus
    self.tokensInCorpus = tokensInCorpus
    self.bytesPerToken = bytesPerToken
    self.samples = samples
  }
}
