/// One tensor as the header of a safetensors file announces it.
public struct SafetensorsTensor: Sendable, Equatable {
  public var name: String
  public var type: TensorType
  public var shape: [Int]
  /// Where its bytes lie, counted from the end of the header.
  public var range: Range<Int>

  public init(name: String, type: TensorType, shape: [Int], range: Range<Int>) {
    self.name = name
    self.type = type
    self.shape = shape
    self.range = range
  }

  /// Values, the product of the shape.
  public var count: Int { range.count / type.size }
}
