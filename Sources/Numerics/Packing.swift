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
  /// lines of the first-level cache, and writing them side by side would evict each other.
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
  /// `[panel, depth, 16]`, panels `stride` values apart: memory is read along its rows.
  static func packPanels(
    of b: MatrixView, column: Int, panels: Int, depthStart: Int, depth: Int,
    into block: UnsafeMutablePointer<Float>, stride: Int
  ) {
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

  /// Adds the sums of the columns of packed panels, `panelStride` apart, to `[columns]` values.
  static func addColumnSums(
    of block: UnsafePointer<Float>, columns: Int, depth: Int, to sums: UnsafeMutablePointer<Float>
  ) {
    // Four panels side by side, so that no sum waits for itself; the last may stand for several.
    let last = panelCount(columns) - 1
    for first in stride(from: 0, through: last, by: 4) {
      @inline(__always) func column(_ i: Int) -> Int { min(first + i, last) * 16 }
      @inline(__always) func lines(_ i: Int) -> UnsafePointer<Float> {
        block + column(i) / 16 * panelStride(depth: depth)
      }
      @inline(__always) func start(_ i: Int) -> Lanes {
        load(sums, column(i), min(16, columns - column(i)))
      }
      @inline(__always) func put(_ total: Lanes, _ i: Int) {
        store(total, sums, column(i), min(16, columns - column(i)))
      }
      let (p0, p1, p2, p3) = (lines(0), lines(1), lines(2), lines(3))
      var (s0, s1, s2, s3) = (start(0), start(1), start(2), start(3))
      for k in 0..<depth {
        s0 += loadLanes(p0 + k &* 16)
        s1 += loadLanes(p1 + k &* 16)
        s2 += loadLanes(p2 + k &* 16)
        s3 += loadLanes(p3 + k &* 16)
      }
      put(s0, 0)
      put(s1, 1)
      put(s2, 2)
      put(s3, 3)
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

  /// Sixteen rows of `depth` values become `depth` rows of sixteen, four by four in registers.
  private static func packTransposed(
    _ source: UnsafePointer<Float>, stride: Int, depth: Int, into panel: UnsafeMutablePointer<Float>
  ) {
    var k = 0
    while k &+ 4 <= depth {
      for row in Swift.stride(from: 0, to: 16, by: 4) {
        transposeFour(source + (row &* stride &+ k), stride: stride, into: panel + (k &* 16 &+ row))
      }
      k &+= 4
    }
    while k < depth {
      for j in 0..<16 { panel[k &* 16 &+ j] = source[j &* stride &+ k] }
      k &+= 1
    }
  }

  /// Four rows of four values become their transpose, its rows sixteen values apart.
  @inline(__always)
  private static func transposeFour(
    _ source: UnsafePointer<Float>, stride: Int, into target: UnsafeMutablePointer<Float>
  ) {
    typealias Four = SIMD4<Float>
    @inline(__always) func row(_ i: Int) -> Four {
      UnsafeRawPointer(source + i &* stride).loadUnaligned(as: Four.self)
    }
    let (a, b, c, d) = (row(0), row(1), row(2), row(3))
    for column in 0..<4 {
      UnsafeMutableRawPointer(target + column &* 16).storeBytes(
        of: Four(a[column], b[column], c[column], d[column]), as: Four.self)
    }
  }
}
