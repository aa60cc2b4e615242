import Numerics

/// The part of a batch that one walk through the layers is about, and the threads that walk.
///
/// Sequences do not touch each other until the gradients of the parameters are summed. A large
/// batch is therefore walked through in parts, each by one thread; a small one as a whole, the
/// threads sharing each layer.
struct Pass {
  var sequences: Range<Int>
  let positions: Int
  /// Of the whole batch.
  let allTexts: Texts
  let pool: WorkerPool
  /// Of this step; nil while evaluating, when nothing is dropped.
  let dropoutSeed: UInt64?
  /// How many rows at the end of a single sequence count; nil for all.
  var lastRows: Int?

  /// Rows of the `(B, T, …)` buffers.
  var rows: Range<Int> {
    let all = sequences.lowerBound * positions..<sequences.upperBound * positions
    return lastRows.map { all.upperBound - $0..<all.upperBound } ?? all
  }

  /// The same pass over the last `count` rows of its single sequence alone; over all for nil.
  func last(_ count: Int?) -> Pass {
    var pass = self
    pass.lastRows = count ?? lastRows
    return pass
  }

  /// The rows of each text of these sequences: those that may look at each other.
  var texts: ArraySlice<Range<Int>> { allTexts[sequences] }

  /// Calls `body` for a few sequences after the other where one thread works alone: what one step
  /// leaves of them is still in the cache when the next one reads it. Threads that share each step
  /// take all.
  ///
  /// - Parameters:
  ///   - first, second: the maps whose weights `body` reads.
  func forEachStrip(reading first: Linear, _ second: Linear? = nil, body: (Pass) -> Void) {
    first.packIfShared(transposed: false)
    second?.packIfShared(transposed: false)
    forEachStrip(body)
  }

  /// The same for the way back.
  func forEachStrip(readingTransposed first: Linear, _ second: Linear? = nil, body: (Pass) -> Void)
  {
    first.packIfShared(transposed: true)
    second?.packIfShared(transposed: true)
    forEachStrip(body)
  }

  private func forEachStrip(_ body: (Pass) -> Void) {
    guard pool.threadCount == 1 else { return body(self) }
    let rows = 384  // fewer, and weights would be read too often
    let count = (rows + positions - 1) / positions
    for start in stride(from: sequences.lowerBound, to: sequences.upperBound, by: count) {
      var strip = self
      strip.sequences = start..<min(start + count, sequences.upperBound)
      body(strip)
    }
  }

  /// Rows of one block: sums over rows are formed block by block, whatever the threads.
  static let blockRows = 64

  static func blocksPerSequence(_ positions: Int) -> Int { (positions + blockRows - 1) / blockRows }

  /// Calls `body` for every block of rows, as far as its rows count; `block` numbers those of the
  /// whole batch.
  func forEachBlock(_ body: (_ block: Int, _ rows: Range<Int>) -> Void) {
    let perSequence = Self.blocksPerSequence(positions)
    let wanted = rows
    pool.run(sequences.count * perSequence) { task in
      let sequence = sequences.lowerBound + task / perSequence
      let start = task % perSequence * Self.blockRows
      let end = min(start + Self.blockRows, positions)
      let first = sequence * positions
      let block = (first + start..<first + end).clamped(to: wanted)
      if !block.isEmpty { body(sequences.lowerBound * perSequence + task, block) }
    }
  }
}
