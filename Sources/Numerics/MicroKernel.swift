/// The innermost tile of a matrix product: up to 6 rows by 16 columns, held in registers.
///
/// Twelve accumulator registers, two for a row of the packed right matrix and one for a value of
/// the left matrix fill the 16 registers of AVX2; 12 fused operations a step hide their latency.
/// AVX-512 holds a row of 16 in one register: there a tile has 8 rows.
/// - SeeAlso: Goto and van de Geijn 2008, "Anatomy of high-performance matrix multiplication".
struct MicroKernel {
  /// Rows of a whole tile.
  @inline(__always) static var rows: Int {
    #if AVX512 && arch(x86_64)
      8
    #else
      6
    #endif
  }

  /// Left matrix, `[row, depth]`, at any strides.
  var a: UnsafePointer<Float>
  var aRowStride: Int
  var aDepthStride: Int
  /// One panel of the right matrix, `[depth, 16]`.
  var panel: UnsafePointer<Float>
  var depth: Int
  /// Result, `[row, column]`.
  var c: UnsafeMutablePointer<Float>
  var cStride: Int
  /// What the sums start from: a matrix like the result, and a vector over columns.
  var addend: UnsafePointer<Float>?
  var addendStride: Int
  var bias: UnsafePointer<Float>?

  /// `c = bias + addend + a · panel`, for any number of rows up to `MicroKernel.rows` and of columns up to 16.
  ///
  /// Each element is one chain of fused operations in the order of the depth: its bits do not
  /// depend on tiles, blocks or threads.
  func run(rows: Int, columns: Int) {
    if columns < 16 { return runNarrow(rows: rows, columns: columns) }
    switch rows {
    case Self.rows: tile(rows: Self.rows)
    case 4: tile(rows: 4)
    case 2: tile(rows: 2)
    case 1: tile(rows: 1)
    default:
      let whole = rows > 4 ? 4 : 2
      run(rows: whole, columns: 16)
      below(whole).run(rows: rows &- whole, columns: 16)
    }
  }

  /// The same product for the rows below the first `rows`.
  private func below(_ rows: Int) -> MicroKernel {
    var rest = self
    rest.a += rows &* aRowStride
    rest.c += rows &* cStride
    if let addend { rest.addend = addend + rows &* addendStride }
    return rest
  }

  /// A tile at the right edge goes through a full tile beside it.
  private func runNarrow(rows: Int, columns: Int) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.rows * 16) { buffer in
      let edge = buffer.baseAddress.unsafelyUnwrapped
      for row in 0..<rows {
        for column in 0..<16 {
          var start: Float = 0
          if column < columns {
            if let bias { start = bias[column] }
            if let addend { start += addend[row &* addendStride &+ column] }
          }
          edge[row &* 16 &+ column] = start
        }
      }
      var full = self
      full.bias = nil
      full.c = edge
      full.cStride = 16
      full.addend = UnsafePointer(edge)
      full.addendStride = 16
      full.run(rows: rows, columns: 16)
      for row in 0..<rows {
        for column in 0..<columns { c[row &* cStride &+ column] = edge[row &* 16 &+ column] }
      }
    }
  }

  /// `rows` is a literal at each call, so the branches on it leave no trace in the machine code.
  @inline(__always)
  private func tile(rows: Int) {
    var c0 = Lanes()
    if let bias { c0 = UnsafeRawPointer(bias).loadUnaligned(as: Lanes.self) }
    var c1 = c0
    var c2 = c0
    var c3 = c0
    var c4 = c0
    var c5 = c0
    var c6 = c0
    var c7 = c0
    if let addend {
      c0 += lanes(addend)
      if rows > 1 { c1 += lanes(addend + addendStride) }
      if rows > 2 {
        c2 += lanes(addend + 2 &* addendStride)
        c3 += lanes(addend + 3 &* addendStride)
      }
      if rows > 4 {
        c4 += lanes(addend + 4 &* addendStride)
        c5 += lanes(addend + 5 &* addendStride)
      }
      if rows > 6 {
        c6 += lanes(addend + 6 &* addendStride)
        c7 += lanes(addend + 7 &* addendStride)
      }
    }
    // A pointer for three rows: an x86 address can hold one or two strides, but not three.
    let stride = aRowStride
    var upper = a
    var lower = a + 3 &* stride
    var lowest = a + 6 &* stride
    var right = panel
    for _ in 0..<depth {
      let b = lanes(right)
      accumulate(&c0, upper[0], b)
      if rows > 1 { accumulate(&c1, upper[stride], b) }
      if rows > 2 {
        accumulate(&c2, upper[2 &* stride], b)
        accumulate(&c3, lower[0], b)
      }
      if rows > 4 {
        accumulate(&c4, lower[stride], b)
        accumulate(&c5, lower[2 &* stride], b)
      }
      if rows > 6 {
        accumulate(&c6, lowest[0], b)
        accumulate(&c7, lowest[stride], b)
      }
      upper += aDepthStride
      lower += aDepthStride
      lowest += aDepthStride
      right += 16
    }
    put(c0, c)
    if rows > 1 { put(c1, c + cStride) }
    if rows > 2 {
      put(c2, c + 2 &* cStride)
      put(c3, c + 3 &* cStride)
    }
    if rows > 4 {
      put(c4, c + 4 &* cStride)
      put(c5, c + 5 &* cStride)
    }
    if rows > 6 {
      put(c6, c + 6 &* cStride)
      put(c7, c + 7 &* cStride)
    }
  }
}

@inline(__always)
private func lanes(_ base: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(base).loadUnaligned(as: Lanes.self)
}

@inline(__always)
private func put(_ lanes: Lanes, _ base: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(base).storeBytes(of: lanes, as: Lanes.self)
}

@inline(__always)
private func accumulate(_ sum: inout Lanes, _ a: Float, _ b: Lanes) {
  #if arch(wasm32)
    sum += Lanes(repeating: a) * b
  #else
    sum.addProduct(Lanes(repeating: a), b)
  #endif
}
