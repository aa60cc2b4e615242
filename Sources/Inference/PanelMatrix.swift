import Numerics

/// A linear map in the order in which the product with a single row reads it.
///
/// `y = bias + addend + x · W`, `W` `[depth, columns]`. The columns are cut into panels of 16, and
/// each panel lies row after row in memory: the product is a walk forward over all weights, which
/// is as fast as memory delivers them. Four panels are read at a time, since four streams from
/// memory are faster than one, while their 64 sums stay in registers. Every sum is a chain of fused
/// multiply-adds along the depth, as in `MatrixProduct`, so the bits do not depend on threads.
final class PanelMatrix: @unchecked Sendable {
  static let panelWidth = 16
  /// Panels that are read side by side.
  static let streams = 4
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

  /// Takes over the values of a matrix.
  ///
  /// - Parameters:
  ///   - rowStride: values between neighbours along the depth.
  ///   - columnStride: values between neighbouring columns.
  ///   - bias: `[columns]`; nil for none.
  ///   - order: `[columns]`, which column of `matrix` and `bias` stands in each place; nil for the
  ///     order that they have, a negative number for a column of zeros.
  func pack(
    _ matrix: UnsafePointer<Float>, rowStride: Int, columnStride: Int,
    bias source: UnsafePointer<Float>?, order: [Int]? = nil, _ pool: WorkerPool
  ) {
    if let source {
      for column in 0..<columns {
        let place = order?[column] ?? column
        if place >= 0 { bias[column] = source[place] }
      }
    }
    pool.run(panelCount) { panel in
      let first = panel * Self.panelWidth
      let count = min(Self.panelWidth, columns - first)
      withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { places in
        for column in 0..<count { places[column] = order?[first + column] ?? first + column }
        for row in 0..<depth {
          let line = matrix + row * rowStride
          let target = weights + (first * depth + row * Self.panelWidth)
          for column in 0..<count where places[column] >= 0 {
            target[column] = line[places[column] * columnStride]
          }
        }
      }
    }
  }

  /// The panels of one of several parts, about as many in each.
  ///
  /// - Parameter unit: panels that stay together.
  func share(_ part: Int, of parts: Int, unit: Int = streams) -> Range<Int> {
    let units = (panelCount + unit - 1) / unit
    func start(_ part: Int) -> Int { min(part * units / parts * unit, panelCount) }
    return start(part)..<start(part + 1)
  }

  /// `result = bias + x · W`, shared out among the threads.
  ///
  /// - Parameters:
  ///   - x: `[depth]`.
  ///   - result: `[padded columns]`.
  func multiply(
    _ x: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
  ) {
    let parts = depth * columns >= Self.sharingThreshold ? pool.threadCount : 1
    pool.run(parts) { multiply(panels: share($0, of: parts), x, into: result) }
  }

  /// What is done to each stretch of the result while it is still in the first-level cache.
  enum Finish { case plain, gelu }

  /// `result = finish(bias + addend + x · W)` for the columns of some panels.
  ///
  /// All four quarters of the panels are read side by side, then what is left.
  /// - Parameters:
  ///   - x: `[depth]`.
  ///   - ahead: what is brought into the cache meanwhile, two of its lines for each row of the panels.
  ///   - addend: `[padded columns]`; may be `result`. Nil for nothing.
  ///   - result: `[padded columns]`.
  @inline(never)
  func multiply(
    panels: Range<Int>, _ x: UnsafePointer<Float>, addend: UnsafePointer<Float>? = nil,
    finish: Finish = .plain, ahead: ReadAhead? = nil, into result: UnsafeMutablePointer<Float>
  ) {
    let quarter = panels.count / Self.streams
    let first = panels.prefix(quarter)
    if var ahead {
      for panel in first {
        multiplyFour(panel, distance: quarter, x, addend, result) { ahead.readTwoLines() }
      }
      ahead.finish()
    } else {
      for panel in first { multiplyFour(panel, distance: quarter, x, addend, result) {} }
    }
    for panel in panels.dropFirst(Self.streams * quarter) {
      multiplyOne(panel, x, addend, result)
    }
    if finish == .gelu {
      let first = result + panels.lowerBound * Self.panelWidth
      GeluKernel.forward(first, first, count: panels.count * Self.panelWidth)
    }
  }

  /// The streams that ``multiply(panels:_:addend:finish:into:)`` reads side by side.
  func streams(of panels: Range<Int>) -> Streams {
    Streams(
      first: UnsafePointer(weights + panels.lowerBound * Self.panelWidth * depth),
      length: panels.count / Self.streams * Self.panelWidth * depth)
  }

  /// Four stretches of memory that follow each other, to be read at the same time.
  struct Streams {
    let first: UnsafePointer<Float>
    let length: Int
    /// Values of each stream that one step reads ahead: eight lines of the cache.
    private static let stretch = 128

    /// Reads the next few lines of each stream; nothing once `step` has come to their end.
    ///
    /// - Parameter sink: receives a value without meaning, so that no compiler leaves the reading out.
    func readAhead(step: Int, sink: UnsafeMutablePointer<Float>) {
      let start = step * Self.stretch
      guard start < length else { return }
      var sum: Float = 0
      for place in stride(from: start, to: min(start + Self.stretch, length), by: 16) {
        let line = first + place
        sum += line[0] + line[length] + line[2 * length] + line[3 * length]
      }
      sink.pointee = sum
    }
  }

  /// The panels `first`, `first + distance`, `first + 2 · distance` and `first + 3 · distance`; `work`
  /// is done once for each row.
  @inline(__always)
  private func multiplyFour(
    _ first: Int, distance: Int, _ x: UnsafePointer<Float>, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>, beside work: () -> Void
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
      work()
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
