/// Matrices by name: all weights, all their gradients, or what a pass computed on its way.
public struct Tensors: Sendable, Equatable {
  private var matrices: [String: Matrix] = [:]

  public init() {}

  /// The matrix of that name, which must be there when it is read.
  public subscript(name: String) -> Matrix {
    get {
      guard let matrix = matrices[name] else {
        preconditionFailure("no \(name) among \(matrices.count) matrices")
      }
      return matrix
    }
    set { matrices[name] = newValue }
  }

  public func contains(_ name: String) -> Bool { matrices[name] != nil }

  /// All names in the order of the alphabet.
  public var names: [String] { matrices.keys.sorted() }

  /// Zeros of the same names and shapes, to add to.
  public var zeros: Tensors {
    var result = self
    for name in names { result[name] = self[name].map { _ in 0 } }
    return result
  }
}
