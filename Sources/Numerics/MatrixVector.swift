/// Products of one row with a matrix, as the generation of one token needs them.
public enum MatrixVector {
  /// `result = bias + addend + x · matrix`: `x` `[depth]`, `matrix` `[depth, columns]`, the rest
  /// `[columns]`.
  ///
  /// Each element is the chain of `MatrixProduct`: the bits agree with a whole prompt's product.
  public static func multiply(
    _ x: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, depth: Int, columns: Int,
    bias: UnsafePointer<Float>?, addend: UnsafePointer<Float>?,
    into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
  ) {
    let taskColumns = pool.threadCount == 1 || depth * columns < 1 << 18 ? columns : 64
    guard columns > 0 else { return }
    pool.run((columns + taskColumns - 1) / taskColumns) { task in
      var column = task * taskColumns
      let end = min(column + taskColumns, columns)
      while column + 64 <= end {
        var sums = (Lanes(), Lanes(), Lanes(), Lanes())
        if let bias {
          sums.0 = loadLanes(bias + column)
          sums.1 = loadLanes(bias + column + 16)
          sums.2 = loadLanes(bias + column + 32)
          sums.3 = loadLanes(bias + column + 48)
        }
        if let addend {
          sums.0 += loadLanes(addend + column)
          sums.1 += loadLanes(addend + column + 16)
          sums.2 += loadLanes(addend + column + 32)
          sums.3 += loadLanes(addend + column + 48)
        }
        var row = matrix + column
        for k in 0..<depth {
          let value = Lanes(repeating: x[k])
          sums.0 = multiplyAdd(value, loadLanes(row), sums.0)
          sums.1 = multiplyAdd(value, loadLanes(row + 16), sums.1)
          sums.2 = multiplyAdd(value, loadLanes(row + 32), sums.2)
          sums.3 = multiplyAdd(value, loadLanes(row + 48), sums.3)
          row += columns
        }
        storeLanes(sums.0, result + column)
        storeLanes(sums.1, result + column + 16)
        storeLanes(sums.2, result + column + 32)
        storeLanes(sums.3, result + column + 48)
        column += 64
      }
      while column < end {
        var total = bias.map { load($0, column, of: end) } ?? Lanes()
        if let addend { total += load(addend, column, of: end) }
        for k in 0..<depth {
          total = multiplyAdd(load(matrix + k * columns, column, of: end), x[k], total)
        }
        store(total, result, column, of: end)
        column += 16
      }
    }
  }

  /// `result[row] = x · rows[row]`: `matrix` is `[rows, depth]`, `result` `[rows]`.
  ///
  /// The logits from a tied embedding, `wte · x`.
  public static func multiplyTransposed(
    _ x: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, rows: Int, depth: Int,
    into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
  ) {
    let taskRows = pool.threadCount == 1 || depth * rows < 1 << 18 ? max(rows, 1) : 64
    pool.run((rows + taskRows - 1) / taskRows) { task in
      for row in task * taskRows..<min((task + 1) * taskRows, rows) {
        var total = Lanes()
        let values = matrix + row * depth
        for k in stride(from: 0, to: depth, by: 16) {
          total = multiplyAdd(load(x, k, of: depth), load(values, k, of: depth), total)
        }
        result[row] = sum(total)
      }
    }
  }
}
