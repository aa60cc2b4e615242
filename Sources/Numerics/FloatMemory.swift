#if canImport(Glibc)
  import Glibc
#endif

/// Memory for many numbers.
public enum FloatMemory {
  #if canImport(Glibc)
    /// Bytes of a large page.
    private static let largePage = 1 << 21
  #else
    /// Where no large page can be asked for, a line of the cache takes its place.
    private static let largePage = 64
  #endif
  /// Values on one large page.
  static let largePageCount = largePage / MemoryLayout<Float>.stride

  /// Zeros that begin at a line of the cache; given back with `deallocate()` of the raw pointer.
  ///
  /// From 2 MB on they lie on large pages where the system has them: a walk over all weights of a
  /// model would otherwise wait for the addresses of thousands of small ones.
  /// - Returns: at least one value.
  public static func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let count = max(count, 1)
    let byteCount = count * MemoryLayout<Float>.stride
    let isLarge = byteCount >= largePage
    let taken = isLarge ? (byteCount + largePage - 1) / largePage * largePage : byteCount
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: taken, alignment: isLarge ? largePage : 64)
    #if canImport(Glibc)
      // A wish: where it is refused, the pages are small ones.
      if isLarge { _ = madvise(bytes, taken, MADV_HUGEPAGE) }
    #endif
    let floats = bytes.bindMemory(to: Float.self, capacity: count)
    floats.initialize(repeating: 0, count: count)
    return UnsafeMutableBufferPointer(start: floats, count: count)
  }

  /// Reads `count` values in order, one on each line of the cache, for a visit that comes right after.
  ///
  /// A processor foresees such a walk and has the next lines ready. One in wide steps, as along a few
  /// columns of a matrix, it does not foresee: each of its steps would wait for memory.
  /// - Parameter sink: receives a value without meaning, so that no compiler leaves the reading out;
  ///   give a place that is about to be written.
  @inline(never)
  public static func prefetch(
    _ values: UnsafePointer<Float>, count: Int, sink: UnsafeMutablePointer<Float>
  ) {
    var seen: UInt32 = 0
    var i = 0
    while i < count {
      seen ^= values[i].bitPattern
      i &+= 16
    }
    sink.pointee = Float(bitPattern: seen)
  }
}
