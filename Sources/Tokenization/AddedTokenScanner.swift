/// Finds added tokens in a text: of those that begin first, the longest.
struct AddedTokenScanner {
  /// A stretch of the text, and the token that it is; nil for what is to be cut into words.
  struct Stretch: Equatable {
    var range: Range<Int>
    var id: Int32?
  }

  private let tokens: [(bytes: [UInt8], token: AddedToken)]
  /// Tokens by their first byte, the longest first.
  private let byFirst: [[Int]]

  init(_ added: [AddedToken]) {
    let tokens = added.map { (bytes: Array($0.text.utf8), token: $0) }
      .filter { !$0.bytes.isEmpty }
    var byFirst = [[Int]](repeating: [], count: 256)
    for (index, token) in tokens.enumerated() { byFirst[Int(token.bytes[0])].append(index) }
    for first in byFirst.indices {
      byFirst[first].sort { tokens[$0].bytes.count > tokens[$1].bytes.count }
    }
    self.tokens = tokens
    self.byFirst = byFirst
  }

  /// The whole of `range` in stretches, one after the other.
  /// - Complexity: O(n · k) for n bytes and k tokens that begin with the same byte.
  func stretches(of text: [UInt8], in range: Range<Int>) -> [Stretch] {
    var result: [Stretch] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      guard let (bytes, token) = match(text, position, range.upperBound) else {
        position += 1
        continue
      }
      var found = position..<position + bytes.count
      position = found.upperBound
      if token.isWholeWord,
        isWord(before: found.lowerBound, text, range)
          || isWord(after: found.upperBound, text, range)
      {
        continue
      }
      if token.takesSpaceBefore {
        found = spaceStart(before: found.lowerBound, text, start)..<found.upperBound
      }
      if token.takesSpaceAfter {
        found = found.lowerBound..<spaceEnd(after: found.upperBound, text, range.upperBound)
      }
      if start < found.lowerBound { result.append(Stretch(range: start..<found.lowerBound)) }
      result.append(Stretch(range: found, id: token.id))
      start = found.upperBound
      position = max(position, start)
    }
    if start < range.upperBound { result.append(Stretch(range: start..<range.upperBound)) }
    return result
  }

  private func match(
    _ text: [UInt8], _ position: Int, _ end: Int
  ) -> (bytes: [UInt8], token: AddedToken)? {
    for index in byFirst[Int(text[position])] {
      let bytes = tokens[index].bytes
      if position + bytes.count <= end,
        bytes.indices.allSatisfy({ text[position + $0] == bytes[$0] })
      {
        return tokens[index]
      }
    }
    return nil
  }

  private func isWord(before position: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    var start = position
    while start > range.lowerBound {
      start -= 1
      if text[start] & 0xC0 != 0x80 { return isWord(scalar(text, start, position)) }
    }
    return false
  }

  private func isWord(after position: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    position < range.upperBound && isWord(scalar(text, position, range.upperBound))
  }

  private func isWord(_ scalar: UInt32) -> Bool {
    let kind = ScalarClasses.shared(scalar)
    return kind == .letter || kind == .number || scalar == 0x5F
  }

  private func spaceStart(before position: Int, _ text: [UInt8], _ least: Int) -> Int {
    var result = position
    var start = position
    while start > least {
      start -= 1
      guard text[start] & 0xC0 != 0x80 else { continue }
      guard ScalarClasses.shared(scalar(text, start, result)) == .space else { break }
      result = start
    }
    return result
  }

  private func spaceEnd(after position: Int, _ text: [UInt8], _ end: Int) -> Int {
    var result = position
    while result < end, ScalarClasses.shared(scalar(text, result, end)) == .space {
      result += length(text[result])
    }
    return min(result, end)
  }

  private func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// The scalar that begins at `start`; what is not valid UTF-8 is none of any class.
  private func scalar(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt32 {
    let first = text[start]
    let length = length(first)
    guard start + length <= end else { return .max }
    if length == 1 { return UInt32(first) }
    var value = UInt32(first) & (0xFF >> (UInt32(length) + 1))
    for place in start + 1..<start + length { value = value << 6 | UInt32(text[place] & 0x3F) }
    return value
  }
}
