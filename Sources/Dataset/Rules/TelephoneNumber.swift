/// The telephone numbers of Japan, North America, Britain, Germany and France, told apart from dates,
/// prices, versions and codes by how their digits are grouped and by the word before them.
struct TelephoneNumber {
  private let bytes: Bytes
  private let groups: [TelephoneGroups.Group]
  private let hasPlus: Bool
  /// The word before says that it is one.
  private let isLabelled: Bool

  /// Where a telephone number that begins at `start` ends; nil when none begins there.
  /// - Parameter isSecond: another number ends just before, with one sign between the two.
  static func end(in bytes: Bytes, at start: Int, isSecond: Bool = false) -> Int? {
    let isLabelled = isSecond || TelephoneLabel.stands(before: start, in: bytes)
    guard isLabelled || isFree(bytes, start), !TelephoneLabel.forbids(start, in: bytes),
      let parsed = TelephoneGroups(bytes, start)
    else { return nil }
    // The longest that is one: behind a number may come the storey.
    for count in (1...parsed.groups.count).reversed() {
      let number = TelephoneNumber(
        bytes: bytes, groups: Array(parsed.groups.prefix(count)), hasPlus: parsed.hasPlus,
        isLabelled: isLabelled)
      if number.isTelephone, number.ends(before: parsed.groups.dropFirst(count).first) {
        return number.end
      }
    }
    return nil
  }

  /// Whether a number may begin at a place without a label: not within a word, a sum or a version.
  private static func isFree(_ bytes: Bytes, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let last = bytes[start - 1]
    if last == 0x20, start > 1, "=+*".utf8.contains(bytes[start - 2]) { return false }
    if last == UInt8(ascii: ":") { return start > 1 && !bytes[start - 2].isASCIIDigit }
    return !last.isASCIIAlphanumeric && !"-./,#_+$=\\".utf8.contains(last)
  }

  private var end: Int { groups.last!.end }
  private var total: Int { groups.reduce(0) { $0 + $1.length } }
  private var lengths: [Int] { groups.map { $0.length } }
  private var hasBrackets: Bool { groups.contains { $0.isBracketed } }
  private var joints: [TelephoneGroups.Joint] { groups.dropFirst().map { $0.joint } }

  private func digit(_ group: Int, _ place: Int) -> UInt8 {
    bytes[groups[group].start + place]
  }

  /// `0` and another digit: the area codes of Europe and Japan.
  private var hasAreaCode: Bool {
    groups[0].length > 1 && digit(0, 0) == UInt8(ascii: "0") && digit(0, 1) != UInt8(ascii: "0")
  }

  /// North American area codes begin with 2 to 9.
  private func isNorthAmerican(_ group: Int) -> Bool { digit(group, 0) >= UInt8(ascii: "2") }

  // MARK: Where it ends

  private func ends(before next: TelephoneGroups.Group?) -> Bool {
    if let next {
      switch next.joint {
      // Groups that go on as they went so far make another number of it.
      case .space: return isLabelled || !joints.contains(.space)
      case .slash: return isLabelled || groups.count > 2
      case .none: return true
      case .dash, .dot: return false
      }
    }
    guard end < bytes.count else { return true }
    let byte = bytes[end]
    if byte.isASCIIAlphanumeric {
      return isLabelled && bytes.has("ext", at: end, ignoringCase: true)
    }
    if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%") { return false }
    if Self.units.contains(where: { bytes.has($0, at: end) }) { return false }
    let hasMore = end + 1 < bytes.count && bytes[end + 1].isASCIIDigit
    if hasMore, "-.:".utf8.contains(byte) { return false }
    return !hasMore || !"/,".utf8.contains(byte) || isLabelled || hasPlus
      || hasAreaCode && groups.count > 2
  }

  /// What is counted is no number of a telephone.
  private static let units: [StaticString] = [
    "円", "人", "個", "件", "年", "ドル", "ユーロ", "ページ", "頁", "号", "冊", "点", "℃", "€", "£",
  ]

  // MARK: What it is

  private var isTelephone: Bool {
    if hasPlus {
      return (8...15).contains(total) && groups[0].length <= 3 && groups.count > 1
        || groups.count == 1 && (10...15).contains(total)
    }
    // The same with the two zeros that are dialled for the plus.
    if groups[0].length > 2, digit(0, 0) == UInt8(ascii: "0"), digit(0, 1) == UInt8(ascii: "0") {
      return digit(0, 2) != UInt8(ascii: "0") && (11...15).contains(total)
        && (groups.count > 2 || isLabelled) && groups[0].length <= 5 && !isInList
    }
    if hasBrackets { return isBracketed }
    guard let joint = joints.first else { return isJoined }
    if joints.contains(where: { $0 != joint }) { return hasExtension }
    switch joint {
    case .none: return false
    case .dash: return isDashed
    case .dot:
      return lengths == [3, 3, 4] && isNorthAmerican(0) || hasAreaCode && isThreeParted || isPaired
    case .space: return isSpaced
    case .slash:
      return hasAreaCode && (3...5).contains(groups[0].length) && (8...12).contains(total)
        && groups.dropFirst().allSatisfy { $0.length > 1 }
    }
  }

  /// `(555) 010-4427`, `(030) 123456` and `03(5550)1427`.
  private var isBracketed: Bool {
    let isFirst = groups[0].isBracketed
    guard groups.count >= 2, (2...5).contains(groups[0].length), isFirst || hasAreaCode else {
      return false
    }
    if hasAreaCode {
      return (9...12).contains(total)
        && groups.dropFirst().allSatisfy { (2...8).contains($0.length) }
    }
    return (9...11).contains(total)
      && groups.dropFirst().allSatisfy { (2...4).contains($0.length) }
  }

  /// One group of digits.
  private var isJoined: Bool {
    // Mobile ones: 070, 080 and 090 in Japan, 07 in Britain.
    if hasAreaCode, total == 11,
      digit(0, 1) == UInt8(ascii: "7")
        || "89".utf8.contains(digit(0, 1)) && digit(0, 2) == UInt8(ascii: "0")
    {
      return true
    }
    guard isLabelled else { return false }
    return hasAreaCode ? (9...11).contains(total) : total == 10 && isNorthAmerican(0)
  }

  private var isDashed: Bool {
    switch lengths {
    case [3, 3, 4] where !hasAreaCode: return isNorthAmerican(0) || isLabelled
    case [1, 3, 3, 4]: return digit(0, 0) == UInt8(ascii: "1")
    case [3, 4]: return isLocal
    case [4, 4]: return isLabelled
    case let lengths where lengths.count == 2:
      return hasAreaCode
        && (isLabelled ? 9...12 : 10...11).contains(total) && (2...5).contains(lengths[0])
    default: return hasAreaCode && isThreeParted || isPaired
    }
  }

  /// Area, exchange and number, as in Japan and Britain.
  private var isThreeParted: Bool {
    lengths.count == 3 && (10...11).contains(total) && (2...5).contains(lengths[0])
      && (1...4).contains(lengths[1]) && (3...4).contains(lengths[2])
  }

  /// Five pairs, as in France. Five numbers that rise by the same are a list.
  private var isPaired: Bool {
    lengths == [2, 2, 2, 2, 2] && hasAreaCode && (isLabelled || !isInList && !isLadder)
  }

  private var isLadder: Bool {
    let values = groups.indices.map { index in
      Int(digit(index, 0)) * 10 + Int(digit(index, 1))
    }
    let step = values[1] - values[0]
    return abs(step) <= 20 && zip(values, values.dropFirst()).allSatisfy { $1 - $0 == step }
  }

  private var isSpaced: Bool {
    if isPaired { return true }
    if hasAreaCode, isLabelled || !isInList, (2...5).contains(lengths[0]) {
      if lengths.count == 2 {
        return (isLabelled ? 9...12 : 10...12).contains(total) && (4...8).contains(lengths[1])
      }
      let rest = lengths.dropFirst().allSatisfy { (2...6).contains($0) }
      return rest && (isLabelled ? 9...12 : 10...11).contains(total) && lengths.count <= 5
        && (lengths[0] > 2 || lengths == [2, 4, 4] || isLabelled)
    }
    guard isLabelled else { return false }
    return lengths == [3, 3, 4] && isNorthAmerican(0) || lengths == [1, 3, 3, 4]
      || lengths == [1, 3, 3, 3] && digit(0, 0) == UInt8(ascii: "0")
  }

  /// Digits stand one space before: a row of numbers, of which this is a part.
  private var isInList: Bool {
    let start = groups[0].start
    return start > 1 && bytes[start - 1] == 0x20 && bytes[start - 2].isASCIIDigit
  }

  /// `030 12345-67`: the last digits ring a desk.
  private var hasExtension: Bool {
    if isLabelled { return (9...13).contains(total) && (hasAreaCode || isNorthAmerican(0)) }
    return hasAreaCode && joints.last == .dash && !joints.dropLast().contains(.dash)
      && !joints.contains(.dot) && (9...12).contains(total) && (3...5).contains(lengths[0])
  }

  /// Three and four digits may be a range of pages too: a number that begins with zero, or the
  /// exchange 555, or a word somewhere before decides.
  private var isLocal: Bool {
    if isLabelled || bytes.has("555", at: groups[0].start) { return true }
    if digit(1, 0) == UInt8(ascii: "0") { return true }
    let start = groups[0].start
    for place in max(0, start - 24)..<start {
      for word in ["call", "phone", "tel", "dial", "ring", "fax"] as [StaticString]
      where bytes.has(word, at: place, ignoringCase: true)
        && (place == 0 || !bytes[place - 1].isASCIILetter)
      {
        return true
      }
      if bytes.has("電話", at: place) { return true }
    }
    return false
  }
}
