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

  public init(
    layerCount: Int, headCount: Int, width: Int, contextLength: Int, vocabularySize: Int,
    dropout: Float = 0
  ) {
    self.layerCount = layerCount
    self.headCount = headCount
    self.width = width
    self.contextLength = contextLength
    self.vocabularySize = vocabularySize
    self.dropout = dropout
  }

  public var headWidth: Int { width / headCount }

  /// `V·C + T·C + L·(12·C² + 13·C) + 2·C`: embeddings, blocks, final normalization.
  public var parameterCount: Int {
    (vocabularySize + contextLength) * width
      + layerCount * (12 * width * width + 13 * width) + 2 * width
  }

  /// ε under the root of every layer normalization, as in GPT-2.
  public static let normalizationEpsilon: Float = 1e-5
}
