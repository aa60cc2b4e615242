/// The digits of a number in groups: `+81 90-5550-1427` is 81, 90, 5550 and 1427 with a plus.
struct TelephoneGroups {
  /// What stands between two groups.
  enum Joint: Equatable { case none, dash, dot, space, slash }

  struct Group {
    var start: Int
    var length: Int
    var end: Int
    var isBracketed: Bool
    /// Before the group; none for the first one.
    var joint: Joint
  }

  private(set) var groups: [Group] = []
  private(set) var hasPlus = false
  /// `(0)` between the country and the rest, which is dialled within the country only.
  private(set) var hasTrunkZero = false

  private static let most = 7

  /// - Returns: nil when no digits stand at `start`.
  init?(_ bytes: Bytes, _ start: Int) {
    var place = start
    // `(+81) 90-…`
    let isWrapped = bytes.has("(+", at: start)
    if isWrapped || bytes[place] == UInt8(ascii: "+") {
      hasPlus = true
      place += isWrapped ? 2 : 1
    }
    var joint = Joint.none
    while groups.count < Self.most {
      if hasPlus, groups.count == 1, bytes.has("(0)", at: place), !hasTrunkZero {
        hasTrunkZero = true
        place += 3
        if place < bytes.count, bytes[place] == 0x20 { place += 1 }
      }
      guard let group = Self.group(bytes, place, joint) else { break }
      if group.isBracketed, groups.contains(where: { $0.isBracketed }) || groups.count > 1 { break }
      groups.append(group)
      place = group.end
      if isWrapped, groups.count == 1 {
        guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
        place += 1
      }
      guard let next = Self.joint(bytes, place) else { break }
      joint = next.joint
      place += next.length
    }
    if groups.isEmpty { return nil }
  }

  /// Digits, or digits in brackets.
  private static func group(_ bytes: Bytes, _ start: Int, _ joint: Joint) -> Group? {
    var place = start
    guard place < bytes.count else { return nil }
    let isBracketed = bytes[place] == UInt8(ascii: "(")
    if isBracketed { place += 1 }
    let digits = place
    while place < bytes.count, bytes[place].isASCIIDigit { place += 1 }
    let length = place - digits
    guard length > 0 else { return nil }
    if isBracketed {
      guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
      place += 1
    }
    return Group(
      start: digits, length: length, end: place, isBracketed: isBracketed, joint: joint)
  }

  /// What parts two groups at a place, if a group follows.
  private static func joint(_ bytes: Bytes, _ place: Int) -> (joint: Joint, length: Int)? {
    guard place < bytes.count else { return nil }
    func goesOn(_ length: Int) -> Bool {
      let next = place + length
      return next < bytes.count
        && (bytes[next].isASCIIDigit || bytes[next] == UInt8(ascii: "("))
    }
    switch bytes[place] {
    case UInt8(ascii: "("), 0x30...0x39: return (.none, 0)
    case UInt8(ascii: "-"): return goesOn(1) ? (.dash, 1) : nil
    case UInt8(ascii: "."): return goesOn(1) ? (.dot, 1) : nil
    case UInt8(ascii: "/"): return goesOn(1) ? (.slash, 1) : nil
    case 0x20:
      if goesOn(1) { return (.space, 1) }
      if goesOn(3), bytes[place + 2] == 0x20 {
        if bytes[place + 1] == UInt8(ascii: "-") { return (.dash, 3) }
        if bytes[place + 1] == UInt8(ascii: "/") { return (.slash, 3) }
      }
      return nil
    case 0xC2...0xEF:
      for dash in Self.dashes where bytes.has(dash, at: place) {
        return goesOn(dash.utf8CodeUnitCount) ? (.dash, dash.utf8CodeUnitCount) : nil
      }
      return nil
    default: return nil
    }
  }

  /// Hyphens, dashes, the minus sign and what is typed for them in Japan.
  private static let dashes: [StaticString] = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FF0D}",
    "\u{30FC}", "\u{FF70}", "\u{2500}",
  ]
}
