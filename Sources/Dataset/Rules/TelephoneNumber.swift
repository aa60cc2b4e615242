/// The telephone numbers of English and Japanese text, told apart from dates, prices and codes by
/// how their digits are grouped.
enum TelephoneNumber {
  /// Where a telephone number that begins at `start` ends; nil when none begins there.
  static func end(in bytes: Bytes, at start: Int) -> Int? {
    if start > 0 {
      let last = bytes[start - 1]
      let joins = last.isASCIIAlphanumeric || "-./,:#_+$=".utf8.contains(last)
      if joins || bytes.has("〒", before: start) || bytes.has("¥", before: start) { return nil }
    }
    guard let groups = Groups(bytes, start), groups.isTelephone(bytes, start) else { return nil }
    let end = groups.end
    if end < bytes.count {
      if bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "_") { return nil }
      let hasMore = end + 1 < bytes.count && bytes[end + 1].isASCIIDigit
      if hasMore, "-./,:".utf8.contains(bytes[end]) { return nil }
    }
    return end
  }

  /// Digits in groups: `+81 90-5550-1427` is `[81, 90, 5550, 1427]` with a plus.
  private struct Groups {
    private(set) var starts: [Int] = []
    private(set) var lengths: [Int] = []
    private(set) var end: Int
    private var hasPlus = false
    private var hasBrackets = false
    private var separators: [UInt8] = []

    init?(_ bytes: Bytes, _ start: Int) {
      var place = start
      if bytes[place] == UInt8(ascii: "+") {
        hasPlus = true
        place += 1
      }
      end = place
      while place < bytes.count, starts.count < 6 {
        var open = false
        if bytes[place] == UInt8(ascii: "("), starts.isEmpty || hasPlus, !hasBrackets {
          open = true
          place += 1
        }
        let digits = place
        while place < bytes.count, bytes[place].isASCIIDigit { place += 1 }
        guard place > digits else { break }
        if open {
          guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { break }
          hasBrackets = true
        }
        starts.append(digits)
        lengths.append(place - digits)
        if open { place += 1 }
        end = place
        guard place + 1 < bytes.count else { break }
        let byte = bytes[place]
        let next = bytes[place + 1]
        let opens = hasPlus && next == UInt8(ascii: "(")
        if open, byte.isASCIIDigit {
          separators.append(0)
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
          || byte == 0x20 && (hasPlus || open), next.isASCIIDigit || opens
        {
          separators.append(byte)
          place += 1
        } else {
          break
        }
      }
      guard !starts.isEmpty else { return nil }
    }

    func isTelephone(_ bytes: Bytes, _ start: Int) -> Bool {
      let total = lengths.reduce(0, +)
      if hasPlus { return (8...15).contains(total) && lengths[0] <= 3 || isJoined(total) }
      if hasBrackets {
        return (2...5).contains(lengths[0]) && lengths.count >= 2 && (9...11).contains(total)
          && lengths.dropFirst().allSatisfy { (2...4).contains($0) }
      }
      guard Set(separators.prefix(lengths.count - 1)).count <= 1 else { return false }
      let startsWithZero = bytes[starts[0]] == UInt8(ascii: "0")
      let isDashed = separators.first == UInt8(ascii: "-")
      switch lengths {
      case [3, 3, 4]: return true
      case [1, 3, 3, 4]: return bytes[starts[0]] == UInt8(ascii: "1")
      case [3, 4]: return isDashed && isLocal(bytes, start)
      case [11]:
        return startsWithZero && "789".utf8.contains(bytes[starts[0] + 1])
          && bytes[starts[0] + 2] == UInt8(ascii: "0")
      default:
        return startsWithZero && isDashed && lengths.count == 3 && (10...11).contains(total)
          && (2...5).contains(lengths[0]) && (1...4).contains(lengths[1])
          && (3...4).contains(lengths[2])
      }
    }

    private func isJoined(_ total: Int) -> Bool {
      lengths.count == 1 && (10...15).contains(total)
    }

    /// Three and four digits may be a range of pages too: a number that falls, or starts with
    /// zero, or the exchange 555, or a word before it decides.
    private func isLocal(_ bytes: Bytes, _ start: Int) -> Bool {
      if bytes.has("555", at: starts[0]) { return true }
      if bytes[starts[1]] == UInt8(ascii: "0") { return true }
      let from = max(0, start - 24)
      for place in from..<start {
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
}
