/// Sums over long vectors whose bits do not depend on the number of threads.
public enum Reductions {
  private static let chunk = 1 << 14

  /// `Σ x²` in double precision: chunks of fixed size, added in order.
  ///
  /// Its square root is the norm by which gradients are clipped; not a number or infinite exactly
  /// when a value is (or the sum leaves the range of Float within one chunk).
  public static func sumOfSquares(
    _ values: UnsafePointer<Float>, count: Int, _ pool: WorkerPool
  ) -> Double {
    let chunks = (count + chunk - 1) / chunk
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: max(chunks, 1)) { partial in
      let sums = partial.baseAddress.unsafelyUnwrapped
      pool.run(chunks) { task in
        let start = task * chunk
        sums[task] = sumOfSquares(values + start, min(chunk, count - start))
      }
      var total = 0.0
      for task in 0..<chunks { total += sums[task] }
      return total
    }
  }

  private static func sumOfSquares(_ values: UnsafePointer<Float>, _ count: Int) -> Double {
    // Two sums by turns, so that neither waits for itself.
    var (next, other) = (Lanes(), Lanes())
    forEachLanes(count) { i, n in
      let x = load(values, i, n)
      (next, other) = (other, multiplyAdd(x, x, next))
    }
    return Double(Numerics.sum(next + other))
  }

  /// `Σ x` in double precision, one value after the other.
  public static func total(_ values: UnsafePointer<Float>, count: Int) -> Double {
    var total = 0.0
    for i in 0..<count { total += Double(values[i]) }
    return total
  }

  /// `target += Σ parts`, where `parts` is `[partCount, count]`, added in order.
  public static func addRows(
    _ parts: UnsafePointer<Float>, partCount: Int, stride partStride: Int,
    to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    forEachLanes(count) { i, n in
      var total = load(target, i, n)
      for part in 0..<partCount { total += load(parts + part * partStride, i, n) }
      store(total, target, i, n)
    }
  }

  /// `target += source`, both `[count]`.
  public static func add(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    add(UnsafePointer(target), source, into: target, count: count)
  }

  /// `result = a + b`, all `[count]`.
  public static func add(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    forEachLanes(count) { i, n in
      store(load(a, i, n) + load(b, i, n), result, i, n)
    }
  }
}
