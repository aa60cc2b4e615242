/// A hash table from words (byte strings) to values, by open addressing.
///
/// The hash is fixed, so the order of slots is the same in every run.
/// - Complexity: expected O(1) for a short word, O(length) for a long one.
struct WordTable<Value: BitwiseCopyable>: ~Copyable {
  struct Slot {
    var key: WordKey
    var value: Value
  }

  private(set) var slots: UnsafeMutablePointer<Slot>
  private(set) var capacity: Int
  private(set) var count = 0
  /// Goes up when slots move.
  private(set) var generation = 0
  private var longWords: [Range<Int>] = []
  private var arena: [UInt8] = []

  /// - Parameter words: that fit before the table grows.
  init(words: Int) {
    capacity = 64
    while capacity < words * 2 { capacity *= 2 }
    slots = Self.allocate(capacity)
  }

  deinit { slots.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    // A slot is empty while its key's high half is 0.
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: capacity * MemoryLayout<Slot>.stride)
    return slots
  }

  /// The number of the slot where the search for a key begins.
  @inline(__always)
  func home(of key: WordKey) -> Int {
    Int(truncatingIfNeeded: key.hash) & (capacity &- 1)
  }

  /// The slot of a word, or the empty one where it belongs.
  func find(_ key: WordKey, _ word: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<Slot> {
    var index = home(of: key)
    while true {
      let slot = slots + index
      let other = slot.pointee.key
      if other.high == key.high && (key.isLong ? isLongWord(other.low, word) : other.low == key.low)
        || other.high == 0
      {
        return slot
      }
      index = (index + 1) & (capacity - 1)
    }
  }

  private func isLongWord(_ number: UInt64, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = longWords[Int(number)]
    guard range.count == word.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for i in 0..<word.count where arena[range.lowerBound + i] != word[i] { return false }
      return true
    }
  }

  /// Fills the empty slot that a search returned.
  mutating func insert(
    _ key: WordKey, _ word: UnsafeBufferPointer<UInt8>, _ value: Value,
    at slot: UnsafeMutablePointer<Slot>
  ) {
    var key = key
    if key.isLong {
      key.low = UInt64(longWords.count)
      longWords.append(arena.count..<arena.count + word.count)
      arena.append(contentsOf: word)
    }
    slot.initialize(to: Slot(key: key, value: value))
    count += 1
    if count * 2 > capacity { grow() }
  }

  private mutating func grow() {
    let (old, oldCapacity) = (slots, capacity)
    capacity *= 2
    generation += 1
    slots = Self.allocate(capacity)
    for i in 0..<oldCapacity where old[i].key.high != 0 {
      var index = home(of: old[i].key)
      while slots[index].key.high != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = old[i]
    }
    old.deallocate()
  }

  /// Keeps the words whose value fits, in a table of their number, and tells of each other one.
  mutating func keep(
    where isKept: (Value) -> Bool, dropping: (UnsafeBufferPointer<UInt8>, Value) -> Void
  ) {
    var kept = 0
    visit { _, value in kept += isKept(value) ? 1 : 0 }
    var rest = WordTable(words: kept)
    visit { word, value in
      guard isKept(value) else { return dropping(word, value) }
      let key = WordKey(word)
      rest.insert(key, word, value, at: rest.find(key, word))
    }
    rest.generation = generation + 1
    self = rest
  }

  mutating func removeAll() {
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: capacity * MemoryLayout<Slot>.stride)
    count = 0
    generation += 1
    longWords = []
    arena = []
  }

  /// Calls `body` with the bytes and the value of each word, in the order of the slots.
  func visit(_ body: (UnsafeBufferPointer<UInt8>, Value) -> Void) {
    for i in 0..<capacity where slots[i].key.high != 0 {
      let (key, value) = (slots[i].key, slots[i].value)
      if key.isLong {
        let range = longWords[Int(key.low)]
        arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range]), value) }
      } else {
        withUnsafeBytes(of: (key.low.littleEndian, key.high.littleEndian)) {
          let bytes = $0.bindMemory(to: UInt8.self)
          body(UnsafeBufferPointer(rebasing: bytes[..<Int(key.high >> 56)]), value)
        }
      }
    }
  }
}
