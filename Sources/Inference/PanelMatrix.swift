import Numerics

/// A linear map in the order in which the product with a single row reads it.
///
/// `y = bias + addend + x · W`, `W` `[depth, columns]`. The columns are cut into panels of 32, and
/// each panel lies row after row in memory: the product is a walk forward over all weights, which
/// is as fast as memory delivers them. Two panels are read at a time, since two streams from memory
/// are faster than one, while their 64 sums stay in registers. Every sum is a chain of fused
/// multiply-adds along the depth, as in `MatrixProduct`, so the bits do not depend on threads.
final class PanelMatrix: @unchecked Sendable {
  static let panelWidth = 32
  /// Floats below which waking another thread costs more than it saves.
  private static let sharingThreshold = 1 << 15

  let depth: Int
  let columns: Int
  private let weights: UnsafeMutablePointer<Float>  // (panel, depth, 32), the last panel narrower
  private let bias: UnsafeMutablePointer<Float>  // (padded columns)

  /// Floats that a matrix takes of the memory that it is given.
  static func floatCount(depth: Int, columns: Int) -> Int { (depth + 1) * padded(columns) }

  /// - Parameter memory: zeros that outlive the matrix; it takes the first
  ///   ``floatCount(depth:columns:)`` of them and leaves the rest.
  init(depth: Int, columns: Int, memory: inout UnsafeMutablePointer<Float>) {
    self.depth = depth
    self.columns = columns
    weights = memory
    bias = memory + depth * padded(columns)
    memory += Self.floatCount(depth: depth, columns: columns)
  }

  private var panelCount: Int { (columns + Self.panelWidth - 1) / Self.panelWidth }

  private func width(ofPanel panel: Int) -> Int {
    min(Self.panelWidth, padded(columns) - panel * Self.panelWidth)
  }

  /// Takes over the values of `matrix`.
  ///
  /// - Parameters:
  ///   - rowStride: values between neighbours along the depth.
  ///   - columnStride: values between neighbouring columns.
  ///   - bias: `[columns]`; nil for none.
  func pack(
    _ matrix: UnsafePointer<Float>, rowStride: Int, columnStride: Int,
    bias source: UnsafePointer<Float>?, _ pool: WorkerPool
  ) {
    if let source { bias.update(from: source, count: columns) }
    pool.run(panelCount) { panel in
      let width = width(ofPanel: panel)
      let first = panel * Self.panelWidth
      let count = min(width, columns - first)
      var target = weights + first * depth
      for row in 0..<depth {
        let line = matrix + (row * rowStride + first * columnStride)
        for column in 0..<count { target[column] = line[column * columnStride] }
        target += width
      }
    }
  }

  /// What is done to each stretch of the result while it is still in the first-level cache.
  enum Finish { case plain, gelu }

  /// `result = finish(bias + addend + x · W)`.
  ///
  /// - Parameters:
  ///   - x: `[depth]`.
  ///   - addend: `[padded columns]`; may be `result`. Nil for nothing.
  ///   - result: `[padded columns]`.
  func multiply(
    _ x: UnsafePointer<Float>, addend: UnsafePointer<Float>? = nil, finish: Finish = .plain,
    into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
  ) {
    let panels = panelCount
    guard pool.threadCount > 1, depth * columns >= Self.sharingThreshold else {
      return multiply(panels: 0..<panels, x, addend, finish, result)
    }
    let share = max(2, (panels + pool.threadCount - 1) / pool.threadCount)
    pool.run((panels + share - 1) / share) { task in
      let range = task * share..<min((task + 1) * share, panels)
      multiply(panels: range, x, addend, finish, result)
    }
  }

  /// Both halves of the full panels side by side, then what is left.
  private func multiply(
    panels: Range<Int>, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ finish: Finish, _ result: UnsafeMutablePointer<Float>
  ) {
    let full = min(panels.upperBound, columns / Self.panelWidth) - panels.lowerBound
    let half = full / 2
    for panel in panels.lowerBound..<panels.lowerBound + half {
      multiplyPair(panel, panel + half, x, addend, result)
    }
    for panel in panels.lowerBound + 2 * half..<panels.upperBound {
      for column in stride(from: 0, to: width(ofPanel: panel), by: 16) {
        multiplyStrip(panel, column, x, addend, result)
      }
    }
    if finish == .gelu {
      let first = result + panels.lowerBound * Self.panelWidth
      let end = min(panels.upperBound * Self.panelWidth, padded(columns))
      GeluKernel.forward(first, first, count: end - panels.lowerBound * Self.panelWidth)
    }
  }

  @inline(__always)
  private func multiplyPair(
    _ panelA: Int, _ panelB: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let (a, b) = (panelA * Self.panelWidth, panelB * Self.panelWidth)
    var a0 = load(bias + a)
    var a1 = load(bias + a + 16)
    var b0 = load(bias + b)
    var b1 = load(bias + b + 16)
    if let addend {
      a0 += load(addend + a)
      a1 += load(addend + a + 16)
      b0 += load(addend + b)
      b1 += load(addend + b + 16)
    }
    var rowA = UnsafePointer(weights + a * depth)
    var rowB = UnsafePointer(weights + b * depth)
    for k in 0..<depth {
      let value = Lanes(repeating: x[k])
      a0 = multiplyAdd(value, load(rowA), a0)
      a1 = multiplyAdd(value, load(rowA + 16), a1)
      b0 = multiplyAdd(value, load(rowB), b0)
      b1 = multiplyAdd(value, load(rowB + 16), b1)
      rowA += Self.panelWidth
      rowB += Self.panelWidth
    }
    store(a0, result + a)
    store(a1, result + a + 16)
    store(b0, result + b)
    store(b1, result + b + 16)
  }

  /// The 16 columns from `column` on of one panel.
  @inline(__always)
  private func multiplyStrip(
    _ panel: Int, _ column: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let first = panel * Self.panelWidth
    let stride = width(ofPanel: panel)
    var sum = load(bias + first + column)
    if let addend { sum += load(addend + first + column) }
    var row = UnsafePointer(weights + first * depth + column)
    for k in 0..<depth {
      sum = multiplyAdd(Lanes(repeating: x[k]), load(row), sum)
      row += stride
    }
    store(sum, result + first + column)
  }
}
