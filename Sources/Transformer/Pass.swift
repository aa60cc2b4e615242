import Numerics

/// The part of a batch that one walk through the layers is about, and the threads that walk.
///
/// Sequences do not touch each other until the gradients of the parameters are summed. A large
/// batch is therefore walked through in parts, each by one thread; a small one as a whole, the
/// threads sharing each layer.
struct Pass {
  let sequences: Range<Int>
  let positions: Int
  /// The rows of each text of these sequences: those that may look at each other.
  let texts: ArraySlice<Range<Int>>
  let pool: WorkerPool
  /// Of this step; nil while evaluating, when nothing is dropped.
  var dropoutSeed: UInt64?

  /// Rows of the `(B, T, …)` buffers.
  var rows: Range<Int> { sequences.lowerBound * positions..<sequences.upperBound * positions }

  /// Rows of one block: sums over rows are formed block by block, whatever the threads.
  static let blockRows = 64

  static func blocksPerSequence(_ positions: Int) -> Int { (positions + blockRows - 1) / blockRows }

  /// Calls `body` for every block of rows; `block` numbers those of the whole batch.
  func forEachBlock(_ body: (_ block: Int, _ rows: Range<Int>) -> Void) {
    let perSequence = Self.blocksPerSequence(positions)
    pool.run(sequences.count * perSequence) { task in
      let sequence = sequences.lowerBound + task / perSequence
      let start = task % perSequence * Self.blockRows
      let end = min(start + Self.blockRows, positions)
      let first = sequence * positions
      body(sequences.lowerBound * perSequence + task, first + start..<first + end)
    }
  }
}
