/// A hash table from words (byte strings) to values, by open addressing.
///
/// The hash is fixed, so the order of slots is the same in every run. A word of up to 15 bytes is
/// its own key, two machine words with the length in the last byte; longer ones are kept in an
/// arena.
/// - Complexity: expected O(1) for a short word, O(length) for a long one.
struct WordTable<Value: BitwiseCopyable>: ~Copyable {
  struct Key {
    /// Bytes 0 to 7, or the number of a long word.
    var low: UInt64
    /// Bytes 8 to 14 and the length, or the hash of a long word under the mark 0xFF. Never 0.
    var high: UInt64

    @inline(__always) var isLong: Bool { high >> 56 == 0xFF }
  }

  struct Slot {
    var key: Key
    var value: Value
  }

  static var longestInlineWord: Int { 15 }

  private(set) var slots: UnsafeMutablePointer<Slot>
  private(set) var capacity: Int
  private(set) var count = 0
  private var longWords: [Range<Int>] = []
  private var arena: [UInt8] = []

  /// - Parameter capacity: words that fit before the table grows.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    self.capacity = size
    slots = Self.allocate(size)
  }

  deinit { slots.deallocate() }

  private static func allocate(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    // A slot is empty while its key's high half is 0.
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: size * MemoryLayout<Slot>.stride)
    return slots
  }

  /// The key of a word of up to 15 bytes, of which 16 can be read.
  @inline(__always)
  static func shortKey(_ bytes: UnsafePointer<UInt8>, readable count: Int) -> Key {
    let raw = UnsafeRawPointer(bytes)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let lowBits = UInt64(min(count, 8) * 8)
    let highBits = UInt64(max(count - 8, 0) * 8)
    return Key(
      low: low & (~0 &>> (64 &- lowBits)),
      high: high & ((1 &<< highBits) &- 1) | UInt64(count) &<< 56)
  }

  static func key(_ word: UnsafeBufferPointer<UInt8>) -> Key {
    let base = word.baseAddress.unsafelyUnwrapped
    guard word.count > longestInlineWord else {
      var (low, high): (UInt64, UInt64) = (0, UInt64(word.count) << 56)
      for i in 0..<word.count {
        if i < 8 {
          low |= UInt64(base[i]) &<< UInt64(i * 8)
        } else {
          high |= UInt64(base[i]) &<< UInt64((i - 8) * 8)
        }
      }
      return Key(low: low, high: high)
    }
    var hash = UInt64(word.count)
    var i = 0
    let raw = UnsafeRawPointer(base)
    while i + 8 <= word.count {
      hash = mix(
        hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian,
        0x9E37_79B9_7F4A_7C15)
      i += 8
    }
    // The last eight bytes, some of them for the second time.
    let tail = raw.loadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self).littleEndian
    hash = mix(hash ^ tail, 0xD6E8_FEB8_6659_FD93)
    return Key(low: 0, high: hash | 0xFF << 56)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  @inline(__always)
  private func home(of key: Key) -> Int {
    // A long word's number is no part of its hash.
    let low = key.isLong ? 0 : key.low
    let hash = Self.mix(low ^ 0xA076_1D64_78BD_642F, key.high ^ 0xE703_7ED1_A0B4_28DB)
    return Int(truncatingIfNeeded: hash) & (capacity &- 1)
  }

  /// The slot of a word of up to 15 bytes, or the empty one where it belongs.
  @inline(__always)
  func findShort(_ key: Key) -> UnsafeMutablePointer<Slot> {
    var index = home(of: key)
    while true {
      let slot = slots + index
      if slot.pointee.key.high == key.high && slot.pointee.key.low == key.low
        || slot.pointee.key.high == 0
      {
        return slot
      }
      index = (index &+ 1) & (capacity &- 1)
    }
  }

  /// The slot of a word of more than 15 bytes, or the empty one where it belongs.
  func findLong(_ key: Key, _ word: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<Slot> {
    var index = home(of: key)
    while true {
      let slot = slots + index
      if slot.pointee.key.high == 0 { return slot }
      if slot.pointee.key.high == key.high {
        let range = longWords[Int(slot.pointee.key.low)]
        if range.count == word.count, arena[range].elementsEqual(word) { return slot }
      }
      index = (index + 1) & (capacity - 1)
    }
  }

  func find(_ key: Key, _ word: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<Slot> {
    key.isLong ? findLong(key, word) : findShort(key)
  }

  /// Fills the empty slot that a search returned. Pointers to slots are void afterwards.
  mutating func insert(
    _ key: Key, _ word: UnsafeBufferPointer<UInt8>, _ value: Value,
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
    slots = Self.allocate(capacity)
    for i in 0..<oldCapacity where old[i].key.high != 0 {
      var index = home(of: old[i].key)
      while slots[index].key.high != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = old[i]
    }
    old.deallocate()
  }

  /// Calls `body` with the bytes and the value of each word, in the order of the slots.
  func visit(_ body: (UnsafeBufferPointer<UInt8>, Value) -> Void) {
    for i in 0..<capacity where slots[i].key.high != 0 {
      let key = slots[i].key
      if key.isLong {
        let range = longWords[Int(key.low)]
        arena.withUnsafeBufferPointer {
          body(UnsafeBufferPointer(rebasing: $0[range]), slots[i].value)
        }
      } else {
        withUnsafeBytes(of: (key.low.littleEndian, key.high.littleEndian)) {
          body($0.bindMemory(to: UInt8.self).prefix(Int(key.high >> 56)).rebased, slots[i].value)
        }
      }
    }
  }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
  var rebased: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self) }
}
