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
    var first = Lanes()
    var second = Lanes()
    for i in stride(from: 0, to: count, by: 32) {
      let a = load(values, i, of: count)
      first = multiplyAdd(a, a, first)
      if i &+ 16 < count {
        let b = load(values, i &+ 16, of: count)
        second = multiplyAdd(b, b, second)
      }
    }
    return Double(Numerics.sum(first + second))
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
    for i in Swift.stride(from: 0, to: count, by: 16) {
      var total = load(target, i, of: count)
      for part in 0..<partCount { total += load(parts + part * partStride, i, of: count) }
      store(total, target, i, of: count)
    }
  }

  /// `target += source`, both `[count]`.
  public static func add(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in Swift.stride(from: 0, to: count, by: 16) {
      store(load(target, i, of: count) + load(source, i, of: count), target, i, of: count)
    }
  }

  /// `result = a + b`, all `[count]`.
  public static func add(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in Swift.stride(from: 0, to: count, by: 16) {
      store(load(a, i, of: count) + load(b, i, of: count), result, i, of: count)
    }
  }
}
