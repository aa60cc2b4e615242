/// The n-grams of a corpus as a trie: a node is an n-gram, its parent the n-gram without its last
/// token.
///
/// Nodes are numbered in the order in which they were first met; node 0 is the empty n-gram. A
/// lookup is one probe of an open-addressing table in expectation. The table is only ever asked for
/// keys, never walked, so its layout reaches no result.
struct NGramTrie {
  static let root: Int32 = 0
  static let none: Int32 = -1

  /// How many nodes there are, the root included.
  private(set) var count: Int32 = 1
  private var keys: [UInt64]
  private var nodes: [Int32]
  private var mask: Int

  init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    nodes = [Int32](repeating: Self.none, count: size)
    mask = size - 1
  }

  /// The node of `parent`'s n-gram followed by `token`, or `none`.
  func child(of parent: Int32, token: Int32) -> Int32 {
    nodes[slot(for: Self.key(parent, token))]
  }

  /// The same, made when it is missing.
  mutating func insertChild(of parent: Int32, token: Int32) -> (node: Int32, isNew: Bool) {
    let key = Self.key(parent, token)
    var place = slot(for: key)
    if nodes[place] != Self.none { return (nodes[place], false) }
    if Int(count) * 2 > keys.count {
      grow()
      place = slot(for: key)
    }
    keys[place] = key
    nodes[place] = count
    count += 1
    return (nodes[place], true)
  }

  private static func key(_ parent: Int32, _ token: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: token))
  }

  /// Where the key lies, or the free place where it belongs (linear probing).
  private func slot(for key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    var place = Int(truncatingIfNeeded: mixed) & mask
    while nodes[place] != Self.none && keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldNodes = nodes
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    nodes = [Int32](repeating: Self.none, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, node) in zip(oldKeys, oldNodes) where node != Self.none {
      let place = slot(for: key)
      keys[place] = key
      nodes[place] = node
    }
  }
}
