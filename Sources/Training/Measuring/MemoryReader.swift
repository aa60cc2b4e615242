import Numerics

/// Reads many numbers and only adds them up: nothing that needs all of them, such as a token's walk
/// over the weights, can be faster on this machine.
public final class MemoryReader: @unchecked Sendable {
  public var byteCount: Int { parts * partCount * MemoryLayout<Float>.stride }

  private static let panel = 64
  private let parts: Int
  private let partCount: Int  // floats of one part, two streams of whole panels
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

  /// Two streams, each 32 values at a time.
  @inline(never)
  private func sum(_ first: UnsafePointer<Float>) -> Float {
    let second = first + partCount / 2
    var (a0, a1, b0, b1) = (Lanes(), Lanes(), Lanes(), Lanes())
    for place in stride(from: 0, to: partCount / 2, by: 32) {
      let (a, b) = (UnsafeRawPointer(first + place), UnsafeRawPointer(second + place))
      a0 += a.loadUnaligned(as: Lanes.self)
      a1 += a.loadUnaligned(fromByteOffset: 64, as: Lanes.self)
      b0 += b.loadUnaligned(as: Lanes.self)
      b1 += b.loadUnaligned(fromByteOffset: 64, as: Lanes.self)
    }
    return ((a0 + a1) + (b0 + b1)).sum()
  }
}
