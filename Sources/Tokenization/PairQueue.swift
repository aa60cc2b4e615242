/// A pair of neighbouring tokens that could be merged, with the words to look through.
struct PairCandidate {
  /// Occurrences, as known when the candidate was queued.
  var count: Int
  /// `left << 32 | right`.
  var pair: UInt64
  /// The pair's place in `PairCounts`.
  var index: Int
  /// Which entries of the list of places hold words with this pair.
  var places: Range<Int>

  /// More frequent first, then lower ids.
  @inline(__always)
  func isBefore(_ other: PairCandidate) -> Bool {
    count != other.count ? count > other.count : pair < other.pair
  }
}

/// A binary heap of candidates, the best on top.
struct PairQueue {
  private var heap: [PairCandidate] = []

  var top: PairCandidate? { heap.first }

  mutating func push(_ candidate: PairCandidate) {
    heap.append(candidate)
    heap.withUnsafeMutableBufferPointer { heap in
      var child = heap.count - 1
      while child > 0 {
        let parent = (child - 1) / 2
        if !candidate.isBefore(heap[parent]) { break }
        heap[child] = heap[parent]
        child = parent
      }
      heap[child] = candidate
    }
  }

  mutating func removeTop() {
    let last = heap.removeLast()
    if !heap.isEmpty { replaceTop(with: last) }
  }

  /// Puts a candidate in the place of the top one.
  mutating func replaceTop(with candidate: PairCandidate) {
    heap.withUnsafeMutableBufferPointer { heap in
      var parent = 0
      while true {
        var child = parent * 2 + 1
        if child >= heap.count { break }
        if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
        if !heap[child].isBefore(candidate) { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = candidate
    }
  }
}
