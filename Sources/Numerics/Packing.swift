/// A matrix in memory: rows one after the other, `stride` values apart.
public struct MatrixView {
  public var base: UnsafePointer<Float>
  public var stride: Int
  /// The matrix meant is the transpose of the one in memory.
  public var isTransposed: Bool

  public init(_ base: UnsafePointer<Float>, stride: Int, isTransposed: Bool = false) {
    self.base = base
    self.stride = stride
    self.isTransposed = isTransposed
  }

  public var transposed: MatrixView {
    MatrixView(base, stride: stride, isTransposed: !isTransposed)
  }
}

/// Copies parts of matrices into the order in which the micro-kernel reads them, so that it walks
/// straight through memory.
enum Packing {
  static func panelCount(_ columns: Int) -> Int { (columns &+ 15) / 16 }

  /// Values between two panels or tiles of a block. Without them all would begin at the same few
  /// lines of the first-level cache, and writing them side by side would throw each other out.
  static let gap = 16

  /// Values from one panel of a block to the next.
  static func panelStride(depth: Int) -> Int { depth &* 16 &+ gap }

  /// Where the tile lies that begins `row` rows into a block of the left matrix.
  @inline(__always)
  static func tileOffset(_ row: Int, depth: Int) -> Int {
    row &* depth &+ row / MicroKernel.rows &* gap
  }

  /// Packs rows `depthStart..<depthStart + depth` of up to 16 columns from `column` on as
  /// `[depth, 16]`; the columns beyond the matrix become 0.
  static func packPanel(
    of b: MatrixView, column: Int, columns: Int, depthStart: Int, depth: Int,
    into panel: UnsafeMutablePointer<Float>
  ) {
    if b.isTransposed {
      let source = b.base + (column &* b.stride &+ depthStart)
      if columns == 16 {
        packTransposed(source, stride: b.stride, depth: depth, into: panel)
      } else {
        for k in 0..<depth {
          for j in 0..<16 {
            panel[k &* 16 &+ j] = j < columns ? source[j &* b.stride &+ k] : 0
          }
        }
      }
      return
    }
    var source = b.base + (depthStart &* b.stride &+ column)
    var target = panel
    for _ in 0..<depth {
      if columns == 16 {
        UnsafeMutableRawPointer(target).storeBytes(
          of: UnsafeRawPointer(source).loadUnaligned(as: Lanes.self), as: Lanes.self)
      } else {
        for j in 0..<16 { target[j] = j < columns ? source[j] : 0 }
      }
      source += b.stride
      target += 16
    }
  }

  /// Packs rows `depthStart..<depthStart + depth` of whole panels from `column` on as
  /// `[panel, depth, 16]`, `panelStride` apart: memory is read along its rows.
  static func packPanels(
    of b: MatrixView, column: Int, panels: Int, depthStart: Int, depth: Int,
    into block: UnsafeMutablePointer<Float>
  ) {
    let stride = panelStride(depth: depth)
    let row = b.base + (depthStart &* b.stride &+ column)
    for k in 0..<depth {
      var source = row + k &* b.stride
      var target = block + k &* 16
      for _ in 0..<panels {
        storeLanes(loadLanes(source), target)
        source += 16
        target += stride
      }
    }
  }

  /// Packs whole tiles of rows of a transposed left matrix, `[depth, row]` in memory, as
  /// `[tile, depth, MicroKernel.rows]`, with the gap between two tiles: memory is read along its rows.
  static func packTiles(
    of a: MatrixView, row: Int, tiles: Int, depthStart: Int, depth: Int,
    into block: UnsafeMutablePointer<Float>
  ) {
    let stride = tileOffset(MicroKernel.rows, depth: depth)
    let start = a.base + (depthStart &* a.stride &+ row)
    for k in 0..<depth {
      var source = start + k &* a.stride
      var target = block + k &* MicroKernel.rows
      for _ in 0..<tiles {
        copyTileRow(source, target)
        source += MicroKernel.rows
        target += stride
      }
    }
  }

  /// Packs `rows` rows of a transposed left matrix, `[depth, row]` in memory, as `[depth, rows]`.
  static func packRows(
    of a: MatrixView, row: Int, rows: Int, depthStart: Int, depth: Int,
    into block: UnsafeMutablePointer<Float>
  ) {
    var source = a.base + (depthStart &* a.stride &+ row)
    var target = block
    if rows == MicroKernel.rows {
      for _ in 0..<depth {
        copyTileRow(source, target)
        source += a.stride
        target += MicroKernel.rows
      }
    } else {
      for _ in 0..<depth {
        for i in 0..<rows { target[i] = source[i] }
        source += a.stride
        target += rows
      }
    }
  }

  /// One value of each row of a tile, 6 or 8 of them.
  @inline(__always)
  private static func copyTileRow(
    _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) {
    if MicroKernel.rows == 8 {
      let eight = UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
      UnsafeMutableRawPointer(target).storeBytes(of: eight, as: SIMD8<Float>.self)
      return
    }
    let four = UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self)
    let two = UnsafeRawPointer(source + 4).loadUnaligned(as: SIMD2<Float>.self)
    UnsafeMutableRawPointer(target).storeBytes(of: four, as: SIMD4<Float>.self)
    UnsafeMutableRawPointer(target + 4).storeBytes(of: two, as: SIMD2<Float>.self)
  }

  /// Sixteen rows of `depth` values become `depth` rows of sixteen, eight by eight in registers.
  private static func packTransposed(
    _ source: UnsafePointer<Float>, stride: Int, depth: Int, into panel: UnsafeMutablePointer<Float>
  ) {
    var k = 0
    while k &+ 8 <= depth {
      for half in 0..<2 {
        let corner = source + (half &* 8 &* stride &+ k)
        let target = panel + (k &* 16 &+ half &* 8)
        transposeEight(corner, stride: stride, into: target, targetStride: 16)
      }
      k &+= 8
    }
    while k < depth {
      for j in 0..<16 { panel[k &* 16 &+ j] = source[j &* stride &+ k] }
      k &+= 1
    }
  }

  /// Three rounds of a perfect shuffle turn eight rows of eight into their transpose.
  @inline(__always)
  private static func transposeEight(
    _ source: UnsafePointer<Float>, stride: Int,
    into target: UnsafeMutablePointer<Float>, targetStride: Int
  ) {
    typealias Eight = SIMD8<Float>
    @inline(__always) func interleaved(_ even: Eight, _ odd: Eight) -> Lanes {
      var result = Lanes()
      result.evenHalf = even
      result.oddHalf = odd
      return result
    }
    @inline(__always) func row(_ i: Int) -> Eight {
      UnsafeRawPointer(source + i &* stride).loadUnaligned(as: Eight.self)
    }
    @inline(__always) func put(_ value: Eight, _ i: Int) {
      UnsafeMutableRawPointer(target + i &* targetStride).storeBytes(of: value, as: Eight.self)
    }
    let a0 = interleaved(row(0), row(4))
    let a1 = interleaved(row(1), row(5))
    let a2 = interleaved(row(2), row(6))
    let a3 = interleaved(row(3), row(7))
    let b0 = interleaved(a0.lowHalf, a2.lowHalf)
    let b1 = interleaved(a0.highHalf, a2.highHalf)
    let b2 = interleaved(a1.lowHalf, a3.lowHalf)
    let b3 = interleaved(a1.highHalf, a3.highHalf)
    let c0 = interleaved(b0.lowHalf, b2.lowHalf)
    let c1 = interleaved(b0.highHalf, b2.highHalf)
    let c2 = interleaved(b1.lowHalf, b3.lowHalf)
    let c3 = interleaved(b1.highHalf, b3.highHalf)
    put(c0.lowHalf, 0)
    put(c0.highHalf, 1)
    put(c1.lowHalf, 2)
    put(c1.highHalf, 3)
    put(c2.lowHalf, 4)
    put(c2.highHalf, 5)
    put(c3.lowHalf, 6)
    put(c3.highHalf, 7)
  }
}
