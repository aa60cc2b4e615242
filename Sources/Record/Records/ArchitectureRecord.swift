import Names

/// L4a: the model's shapes and how many parameters each part has.
public struct ArchitectureRecord: Codable, Sendable {
  public var layerCount: Int
  public var headCount: Int
  public var width: Int
  public var contextLength: Int
  public var vocabularySize: Int
  public var parameterCount: Int
  public var tensors: [TensorRecord]

  /// Width of one head.
  public var headWidth: Int { headCount == 0 ? 0 : width / headCount }

  public struct TensorRecord: Codable, Sendable {
    /// Hugging Face GPT-2's name, for instance `h.0.attn.c_attn.weight`.
    public var name: String
    public var shape: [Int]
    public var count: Int
    public var part: ModelPart
    /// Nil outside the blocks.
    public var layer: Int?

    package init(name: String, shape: [Int], count: Int, part: ModelPart, layer: Int? = nil) {
      self.name = name
      self.shape = shape
      self.count = count
      self.part = part
      self.layer = layer
    }
  }

  package init(
    layerCount: Int, headCount: Int, width: Int, contextLength: Int, vocabularySize: Int,
    parameterCount: Int, tensors: [TensorRecord]
  ) {
    self.layerCount = layerCount
    self.headCount = headCount
    self.width = width
    self.contextLength = contextLength
    self.vocabularySize = vocabularySize
    self.parameterCount = parameterCount
    self.tensors = tensors
  }
}
