/// `c = bias + addend + a · b`: one product of matrices, with what it starts from.
///
/// `a` is `[rows, depth]`, `b` is `[depth, columns]`, `c` and `addend` are `[rows, columns]`, `bias`
/// is `[columns]`. Every element is one chain of fused multiply-adds, `bias` and `addend` first,
/// then along the depth; so the bits depend on the numbers alone, not on shape, tiles or threads.
public struct MatrixProduct {
  public var rows: Int
  public var columns: Int
  public var depth: Int
  var a: MatrixView
  var b: Right
  var c: UnsafeMutablePointer<Float>
  var cStride: Int
  /// Added first; may be `c` itself, to accumulate.
  public var addend: UnsafePointer<Float>?
  public var addendStride: Int
  public var bias: UnsafePointer<Float>?
  /// `[columns]`: the column sums of `b` are added here, which is a bias' gradient.
  public var columnSums: UnsafeMutablePointer<Float>?

  enum Right {
    case view(MatrixView)
    case packed(PackedMatrix)
  }

  /// - Parameter cStride: values between two rows of the result.
  public init(
    _ a: MatrixView, _ b: MatrixView, rows: Int, columns: Int, depth: Int,
    into c: UnsafeMutablePointer<Float>, stride cStride: Int
  ) {
    self.init(a, .view(b), rows, columns, depth, c, cStride)
  }

  /// The product with a matrix that was packed before.
  public init(
    _ a: MatrixView, _ b: PackedMatrix, rows: Int,
    into c: UnsafeMutablePointer<Float>, stride cStride: Int
  ) {
    self.init(a, .packed(b), rows, b.columns, b.depth, c, cStride)
  }

  private init(
    _ a: MatrixView, _ b: Right, _ rows: Int, _ columns: Int, _ depth: Int,
    _ c: UnsafeMutablePointer<Float>, _ cStride: Int
  ) {
    precondition(
      rows >= 0 && columns >= 0 && depth >= 0,
      "no product of [\(rows), \(depth)] and [\(depth), \(columns)]")
    (self.a, self.b, self.c, self.cStride) = (a, b, c, cStride)
    (self.rows, self.columns, self.depth) = (rows, columns, depth)
    (addend, addendStride, bias, columnSums) = (nil, 0, nil, nil)
  }

  /// The same product added to what the result already holds.
  public var accumulating: MatrixProduct {
    var product = self
    product.addend = UnsafePointer(c)
    product.addendStride = cStride
    return product
  }

  /// Computes the product, its tiles shared out among the threads.
  public func run(_ pool: WorkerPool) {
    let grid = grid(threads: pool.threadCount)
    pool.runNested(grid.count) { task, serial in
      run(rows: grid.rows(task), columns: grid.columns(task), serial)
    }
  }

  private func grid(threads: Int) -> TaskGrid {
    TaskGrid(self, tasks: threads == 1 ? 1 : 4 * threads)
  }

  var work: Int { rows * columns * depth }

  // Blocks after Goto: a block of the depth, within it a block of `b` for the second-level cache,
  // within it a block of `a`. A strip of its rows is read from the first-level cache, or from close
  // behind it, for one panel of `b` after the other.
  private static let depthBlock = 384
  private static let columnBlock = 512
  private static let rowBlock = 512
  private static let rowStrip = 64 / MicroKernel.rows * MicroKernel.rows

  func run(rows: Range<Int>, columns: Range<Int>, _ serial: WorkerPool) {
    let bCount = Self.columnBlock / 16 * Packing.panelStride(depth: Self.depthBlock)
    let scratch = serial.scratch(
      floats: bCount + Packing.tileOffset(Self.rowBlock, depth: Self.depthBlock))
    let bBlock = scratch
    let aBlock = scratch + bCount
    // At least once, so that a product of no depth still leaves bias and addend.
    let blockCount = max(1, (depth + Self.depthBlock - 1) / Self.depthBlock)
    let blockDepth = (depth + blockCount - 1) / blockCount
    for block in 0..<blockCount {
      let k = min(block * blockDepth, depth)
      let kCount = min(blockDepth, depth - k)
      var packedRows = rows.lowerBound..<rows.lowerBound
      for column in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.columnBlock) {
        let nextColumn = min(column + Self.columnBlock, columns.upperBound)
        let panels: UnsafePointer<Float>
        let panelStride: Int
        switch b {
        case .packed(let matrix):
          panelStride = matrix.depth * 16
          panels =
            UnsafePointer(matrix.storage.baseAddress.unsafelyUnwrapped)
            + (column / 16 * panelStride + k * 16)
        case .view(let view):
          panelStride = Packing.panelStride(depth: kCount)
          pack(view, columns: column..<nextColumn, k, kCount, into: bBlock)
          if let columnSums, rows.lowerBound == 0 {
            Packing.addColumnSums(
              of: bBlock, columns: nextColumn - column, depth: kCount, to: columnSums + column)
          }
          panels = UnsafePointer(bBlock)
        }
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowBlock) {
          let part = row..<min(row + Self.rowBlock, rows.upperBound)
          // A left matrix of one block serves all blocks of columns.
          if a.isTransposed && part != packedRows {
            packLeft(rows: part, k, kCount, into: aBlock)
            packedRows = part
          }
          multiplyBlock(
            rows: part, columns: column..<nextColumn, k, kCount, panels, panelStride, aBlock)
        }
      }
    }
  }

  private func pack(
    _ view: MatrixView, columns: Range<Int>, _ k: Int, _ kCount: Int,
    into block: UnsafeMutablePointer<Float>
  ) {
    let stride = Packing.panelStride(depth: kCount)
    var column = columns.lowerBound
    if !view.isTransposed {
      let whole = columns.count / 16
      Packing.packPanels(
        of: view, column: column, panels: whole, depthStart: k, depth: kCount, into: block,
        stride: stride)
      column += whole * 16
    }
    while column < columns.upperBound {
      Packing.packPanel(
        of: view, column: column, columns: min(16, columns.upperBound - column), depthStart: k,
        depth: kCount, into: block + (column - columns.lowerBound) / 16 * stride)
      column += 16
    }
  }

  private func packLeft(
    rows: Range<Int>, _ k: Int, _ kCount: Int, into block: UnsafeMutablePointer<Float>
  ) {
    let whole = wholeTiles(rows.count)
    Packing.packTiles(
      of: a, row: rows.lowerBound, tiles: whole, depthStart: k, depth: kCount, into: block)
    var row = rows.lowerBound + MicroKernel.rows * whole
    while row < rows.upperBound {
      let height = tileHeight(rows.upperBound - row)
      Packing.packRows(
        of: a, row: row, rows: height, depthStart: k, depth: kCount,
        into: block + Packing.tileOffset(row - rows.lowerBound, depth: kCount))
      row += height
    }
  }

  private func multiplyBlock(
    rows: Range<Int>, columns: Range<Int>, _ k: Int, _ kCount: Int,
    _ panels: UnsafePointer<Float>, _ panelStride: Int, _ aBlock: UnsafePointer<Float>
  ) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      // Less than two tiles are no strip of their own, so that tiles lie as they were packed.
      let isLast = rows.upperBound - row < Self.rowStrip + 2 * MicroKernel.rows
      let end = isLast ? rows.upperBound : row + Self.rowStrip
      multiplyStrip(
        rows: row..<end, columns: columns, k, kCount, panels, panelStride,
        aBlock + Packing.tileOffset(row - rows.lowerBound, depth: kCount))
      row = end
    }
  }

  private func multiplyStrip(
    rows: Range<Int>, columns: Range<Int>, _ k: Int, _ kCount: Int,
    _ panels: UnsafePointer<Float>, _ panelStride: Int, _ aStrip: UnsafePointer<Float>
  ) {
    var panel = panels
    for column in stride(from: columns.lowerBound, to: columns.upperBound, by: 16) {
      let width = min(16, columns.upperBound - column)
      var kernel = MicroKernel(
        a: a.base, aRowStride: a.stride, aDepthStride: 1, panel: panel, depth: kCount,
        c: c, cStride: cStride, addend: nil, addendStride: addendStride, bias: nil)
      if k == 0, let bias { kernel.bias = bias + column }
      var row = rows.lowerBound
      while row < rows.upperBound {
        let height = tileHeight(rows.upperBound - row)
        kernel.c = c + (row &* cStride &+ column)
        if k > 0 {
          kernel.addend = UnsafePointer(kernel.c)
          kernel.addendStride = cStride
        } else if let addend {
          kernel.addend = addend + (row &* addendStride &+ column)
        }
        if a.isTransposed {
          kernel.a = aStrip + Packing.tileOffset(row &- rows.lowerBound, depth: kCount)
          kernel.aRowStride = 1
          kernel.aDepthStride = height
        } else {
          kernel.a = a.base + (row &* a.stride &+ k)
        }
        kernel.run(rows: height, columns: width)
        row += height
      }
      panel += panelStride
    }
  }

  /// A whole tile at a time; where that is six rows, the last eight as two fours, because a tile of
  /// two is too small to hide the latency of its instructions.
  @inline(__always)
  private func tileHeight(_ remaining: Int) -> Int {
    if remaining >= MicroKernel.rows && (MicroKernel.rows == 8 || remaining != 8) {
      return MicroKernel.rows
    }
    return remaining >= 4 ? 4 : (remaining >= 2 ? 2 : 1)
  }

  /// Whole tiles that `tileHeight` cuts before it cuts smaller ones.
  private func wholeTiles(_ rows: Int) -> Int {
    var rest = rows
    while tileHeight(rest) == MicroKernel.rows { rest -= MicroKernel.rows }
    return (rows - rest) / MicroKernel.rows
  }
}
