/// Bits for words by their fingerprints: a small table that is faster to ask than a dictionary.
struct WordMasks: Sendable {
  private var keys: [UInt64]
  private var masks: [UInt8]

  init(_ words: [UInt64: UInt8]) {
    var capacity = 64
    while capacity < words.count * 3 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    masks = Array(repeating: 0, count: capacity)
    for (key, mask) in words {
      var place = Int(truncatingIfNeeded: key) & (capacity - 1)
      while masks[place] != 0 { place = (place + 1) & (capacity - 1) }
      keys[place] = key
      masks[place] = mask
    }
  }

  /// The bits of a word; 0 for one that is not in the table.
  subscript(key: UInt64) -> UInt8 {
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while masks[place] != 0 {
      if keys[place] == key { return masks[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return 0
  }
}
