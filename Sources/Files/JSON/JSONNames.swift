/// Looks for names that stand twice in one object, in time `O(n log n)`.
package enum JSONNames {
  package static func duplicate(among members: [JSONValue.Member]) -> String? {
    if members.count <= 8 {
      for (index, member) in members.enumerated() {
        for earlier in members[..<index] where member.name.utf8.elementsEqual(earlier.name.utf8) {
          return member.name
        }
      }
      return nil
    }
    // Sorting numbers is much faster than sorting names; equal numbers are rare without equal names.
    var hashes = members.map { hash($0.name) }
    hashes.sort()
    guard zip(hashes, hashes.dropFirst()).contains(where: { $0 == $1 }) else { return nil }
    let sorted = members.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return zip(sorted, sorted.dropFirst()).first { $0.utf8.elementsEqual($1.utf8) }?.0
  }

  /// FNV-1a.
  private static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
