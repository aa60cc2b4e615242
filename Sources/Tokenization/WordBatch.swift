/// The next words of a text, looked up together.
///
/// A search in a large table is mostly waiting for memory. So the slots of many words are asked for
/// first, one right after the other, and read afterwards.
struct WordBatch: ~Copyable {
  static let capacity = 256

  let ends = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
  private let keys = UnsafeMutablePointer<WordKey>.allocate(capacity: capacity)
  private let homes = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
  /// The high half of the key in the slot where the search begins.
  private let seen = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  private var generation = 0
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  deinit {
    ends.deallocate()
    keys.deallocate()
    homes.deallocate()
    seen.deallocate()
  }

  /// Reads the words from `position` on.
  /// - Returns: how many; 0 at the end of the text only.
  @inline(__always)
  mutating func read<Value>(
    _ scanner: WordScanner, from position: inout Int, lookingIn table: borrowing WordTable<Value>
  ) -> Int {
    var start = position
    let count = scanner.words(from: &position, into: ends, capacity: Self.capacity)
    let lastWideRead = scanner.count - 16
    for i in 0..<count {
      let (bytes, length) = (scanner.base + start, ends[i] &- start)
      keys[i] =
        length <= WordKey.longestInlineWord && start <= lastWideRead
        ? WordKey(short: bytes, count: length)
        : WordKey(UnsafeBufferPointer(start: bytes, count: length))
      homes[i] = table.home(of: keys[i])
      start = ends[i]
    }
    for i in 0..<count { seen[i] = table.slots[homes[i]].key.high }
    generation = table.generation
    return count
  }

  /// The slot of a word, or the empty one where it belongs, in the table that `read` was given.
  @inline(__always)
  func slot<Value>(
    of number: Int, _ word: UnsafeBufferPointer<UInt8>, in table: borrowing WordTable<Value>
  ) -> UnsafeMutablePointer<WordTable<Value>.Slot> {
    let key = keys[number]
    if seen[number] == key.high, generation == table.generation {
      let slot = table.slots + homes[number]
      if slot.pointee.key.low == key.low { return slot }
    }
    return table.find(key, word)
  }

  func key(of number: Int) -> WordKey { keys[number] }
}
