/// The merges, found by their pair.
///
/// - Complexity: expected O(1) for a search.
final class MergeTable: @unchecked Sendable {
  private struct Slot {
    var pair: UInt64
    var rank: UInt32
  }

  /// The rank of a pair that no merge joins; above every real one.
  static let none = UInt32.max

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let shift: UInt64
  private let results: UnsafeMutablePointer<Int32>
  /// The token of each byte.
  let byteTokens: UnsafeMutablePointer<Int32>
  /// The first merge whose pair an earlier one has already; there should be none.
  let firstRepeat: Int?

  /// - Parameter merges: in order of rank.
  init(byteTokens: [Int32], merges: [(left: Int32, right: Int32, id: Int32)]) {
    var bits: UInt64 = 6
    // A quarter full: most searches are for pairs that are not there.
    while 1 << bits < merges.count * 4 { bits += 1 }
    mask = 1 << bits - 1
    shift = 64 - bits
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(pair: .max, rank: Self.none), count: 1 << bits)
    results = .allocate(capacity: max(merges.count, 1))
    self.byteTokens = .allocate(capacity: 256)
    for (byte, token) in byteTokens.enumerated() {
      (self.byteTokens + byte).initialize(to: token)
    }
    var firstRepeat: Int?
    for (rank, merge) in merges.enumerated() {
      (results + rank).initialize(to: merge.id)
      let pair = Self.pair(merge.left, merge.right)
      var index = Self.home(of: pair, shift)
      while slots[index].pair != .max, slots[index].pair != pair { index = (index + 1) & mask }
      if slots[index].pair == pair, firstRepeat == nil { firstRepeat = rank }
      slots[index] = Slot(pair: pair, rank: UInt32(rank))
    }
    self.firstRepeat = firstRepeat
  }

  deinit {
    slots.deallocate()
    results.deallocate()
    byteTokens.deallocate()
  }

  @inline(__always)
  private static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) &<< 32 | UInt64(UInt32(bitPattern: right))
  }

  @inline(__always)
  private static func home(of pair: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The rank of the merge that joins two tokens, or `none`.
  @inline(__always)
  func rank(_ left: Int32, _ right: Int32) -> UInt32 {
    let pair = Self.pair(left, right)
    var index = Self.home(of: pair, shift)
    while true {
      let slot = slots[index]
      if slot.pair == pair || slot.pair == .max { return slot.rank }
      index = (index &+ 1) & mask
    }
  }

  /// The token that the merge of a rank makes.
  @inline(__always)
  func result(_ rank: UInt32) -> Int32 { results[Int(rank)] }
}
