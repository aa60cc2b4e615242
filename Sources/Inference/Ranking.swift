/// Ids by falling logit, equal ones by rising id, found as far as they are asked for.
///
/// A heap: `O(n)` to make, `O(log n)` for each further place, where sorting a whole vocabulary for
/// each token would take longer than a small model's forward pass.
struct Ranking {
  private let logits: UnsafeBufferPointer<Float>
  private var heap: [Int32]
  private var found: [Int32] = []

  /// - Parameter logits: must outlive the ranking.
  init(_ logits: UnsafeBufferPointer<Float>) {
    self.logits = logits
    heap = []
    heap.reserveCapacity(logits.count)
    for id in 0..<Int32(logits.count) { heap.append(id) }
    var node = heap.count / 2
    while node > 0 {
      node -= 1
      sink(from: node)
    }
  }

  /// The id at a place, 0 for the most likely.
  mutating func id(_ place: Int) -> Int {
    while found.count <= place {
      found.append(heap[0])
      let last = heap.removeLast()
      if !heap.isEmpty {
        heap[0] = last
        sink(from: 0)
      }
    }
    return Int(found[place])
  }

  /// The place of an id.
  mutating func place(of id: Int) -> Int {
    var place = 0
    while self.id(place) != id { place += 1 }
    return place
  }

  private func ranksBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (logits[Int(a)], logits[Int(b)])
    return x > y || (x == y && a < b)
  }

  private mutating func sink(from start: Int) {
    let value = heap[start]
    var node = start
    while true {
      var child = 2 * node + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, ranksBefore(heap[child + 1], heap[child]) { child += 1 }
      guard ranksBefore(heap[child], value) else { break }
      heap[node] = heap[child]
      node = child
    }
    heap[node] = value
  }
}
