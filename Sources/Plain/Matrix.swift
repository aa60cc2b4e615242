/// A table of numbers, and the few operations that a Transformer needs, written out in loops.
public struct Matrix: Sendable, Equatable, Codable {
  public let rows: Int
  public let columns: Int
  /// Row by row, `[rows, columns]`.
  public var values: [Double]

  /// - Parameter values: row by row; zeros where none are given.
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

  /// `c[m, n] = Σ a[m, k] · b[k, n]`, `[m, k] · [k, n]`.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "[\(a.rows), \(a.columns)] · [\(b.rows), \(b.columns)]")
    var c = Matrix(rows: a.rows, columns: b.columns)
    for m in 0..<a.rows {
      for k in 0..<a.columns {
        let factor = a[m, k]
        for n in 0..<b.columns { c[m, n] += factor * b[k, n] }
      }
    }
    return c
  }

  /// The sum of two matrices of one shape.
  public static func + (a: Matrix, b: Matrix) -> Matrix {
    precondition(
      a.rows == b.rows && a.columns == b.columns,
      "[\(a.rows), \(a.columns)] + [\(b.rows), \(b.columns)]")
    return Matrix(rows: a.rows, columns: a.columns, values: zip(a.values, b.values).map(+))
  }

  public static func += (a: inout Matrix, b: Matrix) { a = a + b }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The sum of all rows, `[1, columns]`.
  public var rowSum: Matrix {
    var result = Matrix(rows: 1, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { result[0, column] += self[row, column] }
    }
    return result
  }

  /// The matrix with one row, `[1, columns]`, added to each of its rows.
  public func addingRow(_ row: Matrix) -> Matrix {
    var result = self
    for r in 0..<rows {
      for column in 0..<columns { result[r, column] += row[0, column] }
    }
    return result
  }

  /// The numbers of one row.
  public func row(_ row: Int) -> [Double] {
    Array(values[row * columns..<(row + 1) * columns])
  }

  /// Some of the columns, `[rows, range]`.
  public func columns(_ range: Range<Int>) -> Matrix {
    var result = Matrix(rows: rows, columns: range.count)
    for row in 0..<rows {
      for (place, column) in range.enumerated() { result[row, place] = self[row, column] }
    }
    return result
  }

  /// Writes a matrix of as many rows into the columns from `first` on.
  public mutating func setColumns(from first: Int, _ other: Matrix) {
    for row in 0..<rows {
      for column in 0..<other.columns { self[row, first + column] = other[row, column] }
    }
  }

  /// The matrix with each number changed by itself.
  public func map(_ change: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, values: values.map(change))
  }
}
