/// How often each pair of neighbouring tokens occurs, found by the pair.
struct PairCounts {
  /// `counts[i]` belongs to the i-th pair that was met.
  private(set) var counts: [Int] = []
  private(set) var pairs: [UInt64] = []
  /// Open addressing: the place of a pair in `pairs`, or -1.
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) &<< 32 | UInt64(UInt32(bitPattern: right))
  }

  /// Adds to the count of a pair, which is 0 at first.
  /// - Returns: the pair's place in `counts`.
  mutating func add(_ amount: Int, to pair: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = home(of: pair)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if pairs[index] == pair {
        counts[index] += amount
        return index
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(pairs.count)
    pairs.append(pair)
    counts.append(amount)
    if pairs.count * 2 > slots.count { grow() }
    return pairs.count - 1
  }

  private func home(of pair: UInt64) -> Int {
    let hash = pair &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash &>> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, pair) in pairs.enumerated() {
      var slot = home(of: pair)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
