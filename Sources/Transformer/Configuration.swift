/// The sizes from which every shape and the number of parameters of the model follow.
public struct Configuration: Sendable, Equatable {
  public var layerCount: Int
  public var headCount: Int
  /// Length of the residual stream's vectors, GPT-2's `n_embd`.
  public var width: Int
  /// The most positions that the model can look back over, itself included.
  public var contextLength: Int
  public var vocabularySize: Int
  /// Share of values set to 0 while training; 0 for none.
  public var dropout: Float
  /// Whether the output compares with the token table itself, as GPT-2 does, or with a table of
  /// its own, `lm_head.weight`.
  public var tiesOutput: Bool

  public init(
    layerCount: Int, headCount: Int, width: Int, contextLength: Int, vocabularySize: Int,
    dropout: Float = 0, tiesOutput: Bool = true
  ) {
    self.layerCount = layerCount
    self.headCount = headCount
    self.width = width
    self.contextLength = contextLength
    self.vocabularySize = vocabularySize
    self.dropout = dropout
    self.tiesOutput = tiesOutput
  }

  public var headWidth: Int { width / headCount }

  /// `V·C + T·C + L·(12·C² + 13·C) + 2·C`: embeddings, blocks, final normalization; and `V·C` for
  /// an output table of its own.
  public var parameterCount: Int {
    (tiesOutput ? 1 : 2) * vocabularySize * width + contextLength * width
      + layerCount * (12 * width * width + 13 * width) + 2 * width
  }

  /// The tensor with which the final vectors are compared.
  public var outputTensor: String { tiesOutput ? "wte.weight" : "lm_head.weight" }

  /// ε under the root of every layer normalization, as in GPT-2.
  public static let normalizationEpsilon: Float = 1e-5
}
