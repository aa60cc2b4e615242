import Transformer

extension Parameters {
  /// Takes over all values of parameters of the same shape.
  public func copy(from other: Parameters) {
    precondition(
      values.count == other.values.count,
      "[\(other.values.count)] parameters do not fit [\(values.count)]")
    guard let source = other.values.baseAddress else { return }
    values.baseAddress!.update(from: source, count: values.count)
  }
}
