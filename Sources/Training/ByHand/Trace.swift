/// The named intermediate results of a pass, in the order in which they were computed.
public struct Trace: Sendable, Equatable, Codable {
  public struct Entry: Sendable, Equatable, Codable {
    /// TransformerLens's name where it has one; gradients end in `_grad`.
    public let name: String
    public let matrix: Matrix
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  /// Keeps a result and hands it back.
  mutating func keep(_ name: String, _ matrix: Matrix) -> Matrix {
    entries.append(Entry(name: name, matrix: matrix))
    return matrix
  }

  /// The result of that name.
  public subscript(name: String) -> Matrix {
    guard let entry = entries.first(where: { $0.name == name }) else {
      preconditionFailure("no \(name) in a trace of \(entries.count) results")
    }
    return entry.matrix
  }
}
