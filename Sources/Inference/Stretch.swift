/// A stretch of memory that will be needed soon.
///
/// Whoever reads one value of each line of the cache, beside other work, brings it near.
struct Stretch {
  let first: UnsafePointer<Float>
  let count: Int
  /// Receives a value without meaning, so that no compiler leaves the reading out.
  let sink: UnsafeMutablePointer<Float>

  /// A walk through a stretch.
  struct Reader {
    private let stretch: Stretch
    private var place = 0
    private var sum: Float = 0

    init(_ stretch: Stretch) { self.stretch = stretch }

    /// Reads the next two lines, if there are as many left.
    @inline(__always)
    mutating func readTwoLines() {
      guard place &+ 32 <= stretch.count else { return }
      sum += stretch.first[place] + stretch.first[place &+ 16]
      place &+= 32
    }

    func finish() { stretch.sink.pointee = sum }
  }
}
