/// Sees each merge while a word is encoded.
protocol MergeObserver {
  /// Two tokens of the word became `token`, which now stands at `index`.
  mutating func merged(into token: Int32, at index: Int)
  /// Whether anybody looks: when not, the index is not worked out.
  static var isActive: Bool { get }
}

/// Nobody looks.
struct NoObserver: MergeObserver {
  static var isActive: Bool { false }
  @inline(__always) mutating func merged(into token: Int32, at index: Int) {}
}

/// Applies the merges to one word: always the one that was learned first, leftmost place first.
struct WordMerger: ~Copyable {
  private let table: MergeTable
  /// The tokens of the word that was merged last.
  private(set) var tokens: UnsafeMutablePointer<Int32>
  /// `ranks[i]` is the rank of the pair of tokens `i` and `i + 1`.
  private var ranks: UnsafeMutablePointer<UInt32>
  private var capacity = 64

  /// Up to here the best pair is found by looking at all, which is quicker than to keep a heap.
  private static let longestScan = 64

  init(_ table: MergeTable) {
    self.table = table
    tokens = .allocate(capacity: capacity)
    ranks = .allocate(capacity: capacity)
  }

  deinit {
    tokens.deallocate()
    ranks.deallocate()
  }

  /// Encodes one word into `tokens`.
  /// - Returns: the number of tokens.
  /// - Complexity: O(n log n) for n bytes.
  mutating func merge(
    _ word: UnsafeBufferPointer<UInt8>, observer: inout some MergeObserver
  ) -> Int {
    let count = word.count
    if count > capacity {
      tokens.deallocate()
      ranks.deallocate()
      capacity = count
      tokens = .allocate(capacity: count)
      ranks = .allocate(capacity: count)
    }
    for i in 0..<count { tokens[i] = table.byteTokens[Int(word[i])] }
    for i in 0..<count - 1 { ranks[i] = table.rank(tokens[i], tokens[i + 1]) }
    return count <= Self.longestScan
      ? mergeByScan(count, &observer) : mergeByHeap(count, &observer)
  }

  private func mergeByScan(_ length: Int, _ observer: inout some MergeObserver) -> Int {
    var count = length
    while count > 1 {
      var (best, place) = (MergeTable.none, 0)
      for i in 0..<count - 1 where ranks[i] < best { (best, place) = (ranks[i], i) }
      if best == MergeTable.none { break }
      tokens[place] = table.result(best)
      count -= 1
      for i in place + 1..<max(count, place + 1) { tokens[i] = tokens[i + 1] }
      for i in place + 1..<max(count - 1, place + 1) { ranks[i] = ranks[i + 1] }
      if place > 0 { ranks[place - 1] = table.rank(tokens[place - 1], tokens[place]) }
      if place < count - 1 { ranks[place] = table.rank(tokens[place], tokens[place + 1]) }
      observer.merged(into: tokens[place], at: place)
    }
    return count
  }

  private func mergeByHeap<Observer: MergeObserver>(
    _ length: Int, _ observer: inout Observer
  ) -> Int {
    // Neighbours by place; a merged token stays at its left part's place, the right part's is dead.
    var next = [Int32](unsafeUninitializedCapacity: length) { next, count in
      for i in 0..<length { next[i] = Int32(i + 1) }
      count = length
    }
    var previous = [Int32](unsafeUninitializedCapacity: length) { previous, count in
      for i in 0..<length { previous[i] = Int32(i - 1) }
      count = length
    }
    ranks[length - 1] = MergeTable.none
    var queue = MergeQueue()
    for i in 0..<length - 1 where ranks[i] != MergeTable.none {
      queue.push(rank: ranks[i], place: i)
    }
    while let (rank, place) = queue.pop() {
      // `ranks` holds what is true now; an entry that says otherwise is out of date.
      guard ranks[place] == rank else { continue }
      let right = Int(next[place])
      let after = Int(next[right])
      tokens[place] = table.result(rank)
      ranks[right] = MergeTable.none
      next[place] = Int32(after)
      if after < length { previous[after] = Int32(place) }
      ranks[place] =
        after < length ? table.rank(tokens[place], tokens[after]) : MergeTable.none
      if ranks[place] != MergeTable.none { queue.push(rank: ranks[place], place: place) }
      let before = Int(previous[place])
      if before >= 0 {
        ranks[before] = table.rank(tokens[before], tokens[place])
        if ranks[before] != MergeTable.none { queue.push(rank: ranks[before], place: before) }
      }
      if Observer.isActive {
        var (index, at) = (0, 0)
        while at < place { (index, at) = (index + 1, Int(next[at])) }
        observer.merged(into: tokens[place], at: index)
      }
    }
    var (count, at) = (0, 0)
    while at < length {
      tokens[count] = tokens[at]
      (count, at) = (count + 1, Int(next[at]))
    }
    return count
  }
}

/// Possible merges of a long word, the lowest rank first, then the leftmost place.
private struct MergeQueue {
  /// A binary heap of `rank << 32 | place`.
  private var heap: [UInt64] = []

  mutating func push(rank: UInt32, place: Int) {
    heap.append(UInt64(rank) << 32 | UInt64(place))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if heap[parent] <= heap[child] { break }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  mutating func pop() -> (rank: UInt32, place: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      var parent = 0
      while true {
        var child = parent * 2 + 1
        if child >= heap.count { break }
        if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
        if last <= heap[child] { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = last
    }
    return (UInt32(first >> 32), Int(first & 0xFFFF_FFFF))
  }
}
