/// A small matrix in double precision whose arithmetic is written out plainly.
public struct Matrix: Sendable, Equatable, Codable {
  public let rows: Int
  public let columns: Int
  /// Row by row, `[rows, columns]`.
  public var values: [Double]

  public init(rows: Int, columns: Int, values: [Double]? = nil) {
    self.rows = rows
    self.columns = columns
    self.values = values ?? [Double](repeating: 0, count: rows * columns)
    precondition(
      self.values.count == rows * columns,
      "[\(self.values.count)] values do not fill [\(rows), \(columns)]")
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// Adds matrices of one shape.
  static func + (a: Matrix, b: Matrix) -> Matrix {
    precondition(
      a.rows == b.rows && a.columns == b.columns,
      "[\(a.rows), \(a.columns)] + [\(b.rows), \(b.columns)]")
    return Matrix(rows: a.rows, columns: a.columns, values: zip(a.values, b.values).map(+))
  }

  /// Adds a row to every row.
  func addingRow(_ row: Matrix) -> Matrix {
    var result = self
    for r in 0..<rows {
      for c in 0..<columns { result[r, c] += row.values[c] }
    }
    return result
  }

  /// `a · b`, `[m, k] · [k, n]`.
  static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "[\(a.rows), \(a.columns)] · [\(b.rows), \(b.columns)]")
    var result = Matrix(rows: a.rows, columns: b.columns)
    a.values.withUnsafeBufferPointer { x in
      b.values.withUnsafeBufferPointer { y in
        result.values.withUnsafeMutableBufferPointer { z in
          for m in 0..<a.rows {
            for k in 0..<a.columns {
              let factor = x[m * a.columns + k]
              for n in 0..<b.columns { z[m * b.columns + n] += factor * y[k * b.columns + n] }
            }
          }
        }
      }
    }
    return result
  }

  /// Rows and columns exchanged.
  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for r in 0..<rows {
      for c in 0..<columns { result[c, r] = self[r, c] }
    }
    return result
  }

  /// The sum of all rows, `[1, columns]`.
  var rowSum: Matrix {
    var result = Matrix(rows: 1, columns: columns)
    for r in 0..<rows {
      for c in 0..<columns { result.values[c] += self[r, c] }
    }
    return result
  }

  func columns(_ range: Range<Int>) -> Matrix {
    var result = Matrix(rows: rows, columns: range.count)
    for r in 0..<rows {
      for (place, c) in range.enumerated() { result[r, place] = self[r, c] }
    }
    return result
  }

  /// Writes a matrix of as many rows into the columns from `first` on.
  mutating func setColumns(from first: Int, _ other: Matrix) {
    for r in 0..<rows {
      for c in 0..<other.columns { self[r, first + c] = other[r, c] }
    }
  }

  func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, values: values.map(transform))
  }
}
