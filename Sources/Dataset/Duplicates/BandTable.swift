/// Finds the documents whose signatures agree in a band.
///
/// A hash table of chains with fixed room. Two keys may share a chain: whoever asks compares the
/// signatures anyway.
struct BandTable {
  /// One document on a chain, and the link before it; -1 ends the chain.
  struct Link {
    var document: Int32
    var previous: Int32
  }

  private struct Slot {
    var key: UInt32
    /// The last link of the chain; -1 while the slot is empty.
    var last: Int32
  }

  private var slots: [Slot]
  private var links: [Link] = []

  /// - Parameter keyCount: keys that will be added at most.
  init(keyCount: Int) {
    var capacity = 64
    while capacity < keyCount + keyCount / 2 { capacity *= 2 }
    slots = [Slot](repeating: Slot(key: 0, last: -1), count: capacity)
  }

  /// The slot of a key, or the empty one where it belongs. Expected O(1).
  func slot(of key: UInt64) -> Int {
    let short = UInt32(truncatingIfNeeded: key >> 32)
    var place = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[place].last >= 0, slots[place].key != short {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Calls `body` with each document of a slot, the last one first.
  /// - Returns: how many there are.
  @inline(__always)
  func visit(_ slot: Int, _ body: (Int) -> Void) -> Int {
    var count = 0
    var link = slots[slot].last
    while link >= 0 {
      count += 1
      body(Int(links[Int(link)].document))
      link = links[Int(link)].previous
    }
    return count
  }

  mutating func add(_ document: Int, key: UInt64) {
    let place = slot(of: key)
    links.append(Link(document: Int32(document), previous: slots[place].last))
    slots[place] = Slot(
      key: UInt32(truncatingIfNeeded: key >> 32), last: Int32(links.count - 1))
  }
}
