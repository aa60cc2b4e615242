/// A sum as the engine's kernels form it: sixteen columns side by side, which are then added in halves.
struct ColumnSum {
  private(set) var columns = [Float](repeating: 0, count: 16)
  private var count = 0

  /// Adds the next part.
  /// - Returns: the sum of its column so far.
  mutating func add(_ part: Float) -> Float {
    let column = count % 16
    count += 1
    columns[column] += part
    return columns[column]
  }

  /// Adds the square of the next number, rounded once.
  mutating func addSquare(_ number: Float) -> Float { addProduct(number, number) }

  /// Adds the product of the next two numbers, rounded once.
  mutating func addProduct(_ left: Float, _ right: Float) -> Float {
    let column = count % 16
    count += 1
    columns[column] = columns[column].addingProduct(left, right)
    return columns[column]
  }

  /// Of all columns: 16 become 8, then 4, then 2, then 1.
  var total: Float {
    var rest = columns
    while rest.count > 1 {
      let half = rest.count / 2
      rest = (0..<half).map { rest[$0] + rest[half + $0] }
    }
    return rest[0]
  }
}
