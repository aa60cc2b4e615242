import Numerics

/// Reads many numbers and only adds them up: nothing that needs all of them, such as a token's walk
/// over the weights, can be faster on this machine.
public final class MemoryReader: @unchecked Sendable {
  public var byteCount: Int { parts * partCount * MemoryLayout<Float>.stride }

  private static let panel = 64
  private let parts: Int
  private let partCount: Int  // floats of one part, four streams of whole vectors
  private let values: UnsafeMutableBufferPointer<Float>

  /// - Parameters:
  ///   - count: numbers, rounded down to what the threads share evenly.
  ///   - threads: how many read, each its own part.
  public init(count: Int, threads: Int) {
    parts = threads
    partCount = max(1, count / (threads * Self.panel)) * Self.panel
    values = FloatMemory.zeros(parts * partCount)
  }

  deinit { UnsafeMutableRawPointer(values.baseAddress.unsafelyUnwrapped).deallocate() }

  /// Reads everything once.
  /// - Returns: a number that depends on every value, so that none can be left out.
  public func read(pool: WorkerPool) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: parts) { results in
      pool.run(parts) { part in
        results[part] = sum(values.baseAddress.unsafelyUnwrapped + part * partCount)
      }
      return results.reduce(0, +)
    }
  }

  /// Four streams, each 16 values at a time.
  @inline(never)
  private func sum(_ values: UnsafePointer<Float>) -> Float {
    let stream = partCount / 4
    var (a, b, c, d) = (Lanes(), Lanes(), Lanes(), Lanes())
    var place = UnsafeRawPointer(values)
    let (jump, vector) = (stream * MemoryLayout<Float>.stride, MemoryLayout<Lanes>.stride)
    for _ in 0..<stream / 16 {
      a += place.loadUnaligned(as: Lanes.self)
      b += (place + jump).loadUnaligned(as: Lanes.self)
      c += (place + 2 * jump).loadUnaligned(as: Lanes.self)
      d += (place + 3 * jump).loadUnaligned(as: Lanes.self)
      place += vector
    }
    return ((a + b) + (c + d)).sum()
  }
}
