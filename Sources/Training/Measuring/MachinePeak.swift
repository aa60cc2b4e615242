import Numerics

/// Keeps every core busy with fused multiply-adds on registers: nothing that computes in single
/// precision can be faster on this machine.
///
/// It lives here and not beside the clock that times it because only the compute rooms are compiled
/// for the vector instructions of the machine.
public enum MachinePeak {
  /// Floating-point operations in one burst of one thread: a multiply-add is two.
  public static let operationsPerBurst = rounds * rowCount * 6 * 16 * 2
  private static let rounds = 1 << 13
  private static let rowCount = 32

  /// Runs one burst on each thread.
  /// - Returns: a number that depends on every operation, so that none can be left out.
  public static func burst(pool: WorkerPool) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: pool.threadCount) { results in
      pool.run(pool.threadCount) { results[$0] = chains(Float($0) * 1e-3 + 0.5) }
      return results.reduce(0, +)
    }
  }

  /// Six rows of sixteen sums, as in the engine's matrix product: twelve independent registers hide
  /// the latency of one multiply-add, and a single load feeds them all.
  @inline(never)
  private static func chains(_ factor: Float) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rowCount * 16) { rows in
      for index in rows.indices { rows[index] = factor + Float(index) * 1e-6 }
      var c0 = Lanes()
      var c1 = Lanes()
      var c2 = Lanes()
      var c3 = Lanes()
      var c4 = Lanes()
      var c5 = Lanes()
      for _ in 0..<rounds {
        var place = UnsafePointer(rows.baseAddress.unsafelyUnwrapped)
        for _ in 0..<rowCount {
          let b = UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
          c0.addProduct(Lanes(repeating: place[0]), b)
          c1.addProduct(Lanes(repeating: place[1]), b)
          c2.addProduct(Lanes(repeating: place[2]), b)
          c3.addProduct(Lanes(repeating: place[3]), b)
          c4.addProduct(Lanes(repeating: place[4]), b)
          c5.addProduct(Lanes(repeating: place[5]), b)
          place += 16
        }
      }
      let sums = UnsafeMutableRawPointer(rows.baseAddress.unsafelyUnwrapped)
      for (row, sum) in [c0, c1, c2, c3, c4, c5].enumerated() {
        sums.storeBytes(of: sum, toByteOffset: row * 64, as: Lanes.self)
      }
      return rows.prefix(6 * 16).reduce(0, +)
    }
  }
}
