/// Memory that will be needed soon, read a little at a time beside other work.
///
/// Reading one value of a line brings the whole line into the cache.
struct ReadAhead {
  private let first: UnsafePointer<Float>?
  private let count: Int
  private let sink: UnsafeMutablePointer<Float>
  private var place = 0
  private var sum: Float = 0

  /// - Parameter sink: receives a value without meaning, so that no compiler leaves the reading out.
  init(_ memory: UnsafeBufferPointer<Float>, sink: UnsafeMutablePointer<Float>) {
    (first, count) = (memory.baseAddress, memory.count)
    self.sink = sink
  }

  /// Reads the next two lines, if there are as many left.
  @inline(__always)
  mutating func readTwoLines() {
    guard place &+ 32 <= count else { return }
    let line = first.unsafelyUnwrapped + place
    sum += line[0] + line[16]
    place &+= 32
  }

  func finish() { sink.pointee = sum }
}
