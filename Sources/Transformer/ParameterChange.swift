/// A change of parameters by hand, to see what follows: one number, or the vector of a token.
package struct ParameterChange: Equatable, Sendable {
  private enum Source: Equatable {
    /// Every number becomes this one.
    case value(Float)
    /// The numbers from this place on are copied.
    case place(Int)
  }

  /// Among all parameters.
  private let range: Range<Int>
  private let source: Source

  /// One number of a tensor.
  /// - Parameter index: one number for each axis, from 0.
  /// - Returns: nil where such a model has no such place, or the value is not finite.
  package init?(
    tensor name: String, index: [Int], value: Float, in configuration: Configuration
  ) {
    let all = Parameters.specifications(configuration)
    guard let tensor = all.first(where: { $0.name == name }), index.count == tensor.shape.count,
      zip(index, tensor.shape).allSatisfy({ $0 >= 0 && $0 < $1 }), value.isFinite
    else { return nil }
    let place = tensor.offset + zip(index, tensor.shape).reduce(0) { $0 * $1.1 + $1.0 }
    range = place..<place + 1
    source = .value(value)
  }

  /// A token gets the vector of another one in the token table, or zeros where there is none. An output
  /// without a table of its own compares with the new vector, too.
  /// - Returns: nil for a token that the model has not.
  package init?(vectorOf token: Int32, from other: Int32?, in configuration: Configuration) {
    let known = 0..<Int32(configuration.vocabularySize)
    guard known.contains(token), other.map(known.contains) ?? true else { return nil }
    let width = configuration.width
    // The token table stands first among all parameters.
    range = Int(token) * width..<(Int(token) + 1) * width
    source = other.map { .place(Int($0) * width) } ?? .value(0)
  }

  /// Makes the change for good.
  package func apply(to parameters: Parameters) {
    let values = parameters.values
    switch source {
    case .value(let value): for place in range { values[place] = value }
    case .place(let start):
      for (step, place) in range.enumerated() { values[place] = values[start + step] }
    }
  }

  /// What `body` sees after some changes, made one after the other; the parameters hold the same bits
  /// afterwards.
  package static func changed<Seen>(
    _ changes: ArraySlice<ParameterChange>, in parameters: Parameters, _ body: () -> Seen
  ) -> Seen {
    guard let first = changes.first else { return body() }
    let kept = Array(parameters.values[first.range])
    first.apply(to: parameters)
    defer {
      for (place, value) in zip(first.range, kept) { parameters.values[place] = value }
    }
    return changed(changes.dropFirst(), in: parameters, body)
  }
}
