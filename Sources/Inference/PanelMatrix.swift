import Numerics

/// A linear map in the order in which the product with a single row reads it.
///
/// `y = bias + addend + x · W`, `W` `[depth, columns]`. The columns are cut into panels of 16, and
/// each panel lies row after row in memory: the product is a walk forward over all weights, which
/// is as fast as memory delivers them. Four panels are read at a time, since four streams from
/// memory are faster than one, while their 64 sums stay in registers. Every sum is a chain of fused
/// multiply-adds along the depth, as in `MatrixProduct`, so the bits do not depend on threads.
final class PanelMatrix: @unchecked Sendable {
  private static let panelWidth = 16
  /// Panels that are read side by side.
  private static let streams = 4
  /// Floats below which waking another thread costs more than it saves.
  private static let sharingThreshold = 1 << 15

  let depth: Int
  let columns: Int
  private let weights: UnsafeMutablePointer<Float>  // (panel, depth, 16)
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

  private var panelCount: Int { padded(columns) / Self.panelWidth }

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
      let first = panel * Self.panelWidth
      let count = min(Self.panelWidth, columns - first)
      var target = weights + first * depth
      for row in 0..<depth {
        let line = matrix + (row * rowStride + first * columnStride)
        for column in 0..<count { target[column] = line[column * columnStride] }
        target += Self.panelWidth
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
    let even = (panels + pool.threadCount - 1) / pool.threadCount
    let share = (even + Self.streams - 1) / Self.streams * Self.streams
    pool.run((panels + share - 1) / share) { task in
      let range = task * share..<min((task + 1) * share, panels)
      multiply(panels: range, x, addend, finish, result)
    }
  }

  /// All four quarters of the panels side by side, then what is left.
  private func multiply(
    panels: Range<Int>, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ finish: Finish, _ result: UnsafeMutablePointer<Float>
  ) {
    let quarter = panels.count / Self.streams
    for panel in panels.lowerBound..<panels.lowerBound + quarter {
      multiplyFour(panel, distance: quarter, x, addend, result)
    }
    for panel in panels.dropFirst(Self.streams * quarter) {
      multiplyOne(panel, x, addend, result)
    }
    if finish == .gelu {
      let first = result + panels.lowerBound * Self.panelWidth
      GeluKernel.forward(first, first, count: panels.count * Self.panelWidth)
    }
  }

  /// The panels `first`, `first + distance`, `first + 2 · distance` and `first + 3 · distance`.
  @inline(__always)
  private func multiplyFour(
    _ first: Int, distance: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let column = first * Self.panelWidth
    let step = distance * Self.panelWidth
    var a = start(column, addend)
    var b = start(column + step, addend)
    var c = start(column + 2 * step, addend)
    var d = start(column + 3 * step, addend)
    var row = UnsafePointer(weights + column * depth)
    let jump = step * depth
    for k in 0..<depth {
      let value = Lanes(repeating: x[k])
      a = multiplyAdd(value, load(row), a)
      b = multiplyAdd(value, load(row + jump), b)
      c = multiplyAdd(value, load(row + 2 * jump), c)
      d = multiplyAdd(value, load(row + 3 * jump), d)
      row += Self.panelWidth
    }
    store(a, result + column)
    store(b, result + column + step)
    store(c, result + column + 2 * step)
    store(d, result + column + 3 * step)
  }

  @inline(__always)
  private func multiplyOne(
    _ panel: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let column = panel * Self.panelWidth
    var sum = start(column, addend)
    var row = UnsafePointer(weights + column * depth)
    for k in 0..<depth {
      sum = multiplyAdd(Lanes(repeating: x[k]), load(row), sum)
      row += Self.panelWidth
    }
    store(sum, result + column)
  }

  /// What the 16 sums from `column` on begin with.
  @inline(__always)
  private func start(_ column: Int, _ addend: UnsafePointer<Float>?) -> Lanes {
    let bias = load(bias + column)
    guard let addend else { return bias }
    return bias + load(addend + column)
  }
}
