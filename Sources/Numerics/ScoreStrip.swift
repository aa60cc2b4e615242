/// The scores of a few neighbouring queries against the keys, and what turns them into weights.
///
/// Each line sees the keys up to its own query. A line is padded to whole lanes; what lies beyond
/// its keys, where the lines below see further, becomes 0. All lines go through one step before any
/// goes through the next, so that none has to wait for its own sum.
struct ScoreStrip {
  /// `[rows, stride]`.
  let lines: UnsafeMutablePointer<Float>
  let stride: Int
  /// The query of the first line.
  let query: Int
  /// At most `MicroKernel.rows`.
  let rows: Int
  /// What multiplies a score before the softmax.
  let scale: Float

  /// `line = softmax(line · scale)` over the visible keys, in place and into the pattern.
  ///
  /// - Parameter pattern: `[rows, positions]`; beyond the visible keys it must be 0, and stays so.
  func softmax(into pattern: UnsafeMutablePointer<Float>, positions: Int) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: MicroKernel.rows) { buffer in
      let factors = buffer.baseAddress.unsafelyUnwrapped
      for row in 0..<rows { factors[row] = maskAndFindLargest(row) }
      for row in 0..<rows {
        factors[row] =
          1
          / SoftmaxKernel.powers(line(row), top: factors[row], scale: scale, count: visible(row))
      }
      for row in 0..<rows {
        let line = line(row)
        let target = pattern + row &* positions
        let inverse = Lanes(repeating: factors[row])
        for i in Swift.stride(from: 0, to: visible(row), by: 16) {
          let share = loadLanes(line + i) * inverse
          storeLanes(share, line + i)
          // Beyond the visible keys the pattern is 0 already, and so are these lanes.
          store(share, target, i, min(16, positions &- i))
        }
        clear(row)
      }
    }
  }

  /// `line = pattern ∘ (line − Σ pattern∘line) · scale`: from the gradient of the pattern to that of
  /// the scores, in place.
  func softmaxGradient(of pattern: UnsafePointer<Float>, positions: Int) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: MicroKernel.rows) { buffer in
      let centers = buffer.baseAddress.unsafelyUnwrapped
      // Beyond the visible keys the pattern is 0, so only the end of the row needs care.
      for row in 0..<rows {
        let line = line(row)
        let probabilities = pattern + row &* positions
        var total = Lanes()
        for i in Swift.stride(from: 0, to: visible(row), by: 16) {
          total = multiplyAdd(
            loadLanes(line + i), load(probabilities, i, min(16, positions &- i)), total)
        }
        centers[row] = sum(total)
      }
      let factor = Lanes(repeating: scale)
      for row in 0..<rows {
        let line = line(row)
        let probabilities = pattern + row &* positions
        let center = Lanes(repeating: centers[row])
        for i in Swift.stride(from: 0, to: visible(row), by: 16) {
          let p = load(probabilities, i, min(16, positions &- i))
          storeLanes(p * (loadLanes(line + i) - center) * factor, line + i)
        }
        clear(row)
      }
    }
  }

  @inline(__always)
  private func line(_ row: Int) -> UnsafeMutablePointer<Float> { lines + row &* stride }

  /// Keys that this line sees.
  @inline(__always)
  private func visible(_ row: Int) -> Int { query &+ row &+ 1 }

  /// Sets what fills the last lanes of a line to −∞.
  /// - Returns: the largest visible score.
  @inline(__always)
  private func maskAndFindLargest(_ row: Int) -> Float {
    let line = line(row)
    let last = query &+ row &- (query &+ row) % 16
    var top = first(visible(row) &- last, of: loadLanes(line + last), fill: -.infinity)
    storeLanes(top, line + last)
    for i in Swift.stride(from: 0, to: last, by: 16) { top = maximum(loadLanes(line + i), top) }
    return largest(top)
  }

  /// Zeros in the whole lanes behind those of the visible keys.
  @inline(__always)
  private func clear(_ row: Int) {
    let end = query &+ rows
    for i in Swift.stride(from: (visible(row) &+ 15) / 16 &* 16, to: end, by: 16) {
      storeLanes(Lanes(), line(row) + i)
    }
  }
}
