import Numerics

/// A linear map in the order in which the product with a single row reads it.
///
/// `y = bias + addend + x · W`, `W` `[depth, columns]`. The columns are cut into panels of 64, and
/// each panel lies row after row in memory: the product is one walk forward over all weights, which
/// is as fast as memory delivers them, while 64 sums stay in registers. Every sum is a chain of
/// fused multiply-adds along the depth, as in `MatrixProduct`, so the bits do not depend on threads.
final class PanelMatrix: @unchecked Sendable {
  static let panelWidth = 64
  /// Floats below which waking another thread costs more than it saves.
  private static let sharingThreshold = 1 << 15

  let depth: Int
  let columns: Int
  private let weights: UnsafeMutablePointer<Float>  // (panel, depth, 64), the last panel narrower
  private let bias: UnsafeMutablePointer<Float>  // (padded columns)

  init(depth: Int, columns: Int) {
    self.depth = depth
    self.columns = columns
    weights = allocateZeros(depth * padded(columns))
    bias = allocateZeros(padded(columns))
  }

  deinit {
    UnsafeMutableRawPointer(weights).deallocate()
    UnsafeMutableRawPointer(bias).deallocate()
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
      for panel in 0..<panels { multiply(panel: panel, x, addend, finish, result) }
      return
    }
    let share = max(1, panels / (4 * pool.threadCount))
    pool.run((panels + share - 1) / share) { task in
      for panel in task * share..<min((task + 1) * share, panels) {
        multiply(panel: panel, x, addend, finish, result)
      }
    }
  }

  private func multiply(
    panel: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?, _ finish: Finish,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let first = panel * Self.panelWidth
    let width = width(ofPanel: panel)
    let weights = UnsafePointer(weights + first * depth)
    let bias = UnsafePointer(bias + first)
    let addend = addend.map { $0 + first }
    let result = result + first
    if width == Self.panelWidth {
      multiplyWide(x, weights, bias, addend, result)
    } else {
      for column in stride(from: 0, to: width, by: 16) {
        multiplyNarrow(
          x, weights + column, stride: width, bias + column, addend.map { $0 + column },
          result + column)
      }
    }
    if finish == .gelu { GeluKernel.forward(result, result, count: width) }
  }

  @inline(__always)
  private func multiplyWide(
    _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
    _ addend: UnsafePointer<Float>?, _ result: UnsafeMutablePointer<Float>
  ) {
    var s0 = load(bias)
    var s1 = load(bias + 16)
    var s2 = load(bias + 32)
    var s3 = load(bias + 48)
    if let addend {
      s0 += load(addend)
      s1 += load(addend + 16)
      s2 += load(addend + 32)
      s3 += load(addend + 48)
    }
    var row = weights
    for k in 0..<depth {
      let value = Lanes(repeating: x[k])
      s0 = multiplyAdd(value, load(row), s0)
      s1 = multiplyAdd(value, load(row + 16), s1)
      s2 = multiplyAdd(value, load(row + 32), s2)
      s3 = multiplyAdd(value, load(row + 48), s3)
      row += 64
    }
    store(s0, result)
    store(s1, result + 16)
    store(s2, result + 32)
    store(s3, result + 48)
  }

  @inline(__always)
  private func multiplyNarrow(
    _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, stride: Int,
    _ bias: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    var sum = load(bias)
    if let addend { sum += load(addend) }
    var row = weights
    for k in 0..<depth {
      sum = multiplyAdd(Lanes(repeating: x[k]), load(row), sum)
      row += stride
    }
    store(sum, result)
  }
}
