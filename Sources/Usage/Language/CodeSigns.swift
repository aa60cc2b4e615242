import Numerics

/// Tells program text from prose by its signs: `print(total)`, `x = 5;`, `a->b`.
enum CodeSigns {
  /// The probability that the text is program text, from the signs in about 40 of its letters.
  static func share(_ text: String) -> Double {
    let bytes = Array(text.utf8)
    var evidence = 0.0
    var letters = 0
    var lineStart = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      evidence += line(bytes[lineStart..<index])
      letters += bytes[lineStart..<index].count { isLetter($0) }
      lineStart = index + 1
    }
    let scaled = evidence / max(1, Double(letters) / 40)
    return 1 / (1 + Portable.exp(-3 * (scaled - 2.2)))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// First words of a line that hardly any sentence begins with, and what they weigh.
  private static let openings: [(String, Double)] = [
    ("def", 2), ("func", 2), ("fn", 2), ("var", 1.5), ("const", 2), ("elif", 2), ("struct", 1.5),
    ("void", 1.5), ("int", 1.5), ("float", 1), ("async", 1.5), ("sudo", 2.3), ("npm", 2.3),
    ("pip", 1.5), ("git", 2.3), ("echo", 1), ("SELECT", 2.6), ("INSERT", 2.6), ("UPDATE", 2.3),
    ("import", 2.3), ("return", 1.2), ("let", 0.5), ("for", 0.5), ("if", 0.5), ("while", 0.5),
    ("else", 1.2), ("class", 0.8), ("public", 0.6), ("private", 0.6), ("static", 1), ("print", 0.8),
    ("cd", 1), ("package", 0.8), ("using", 0.6), ("try", 0.4), ("end", 0.4), ("puts", 1.5),
    ("case", 0.8), ("switch", 0.8), ("guard", 0.6), ("with", 0.3), ("match", 0.6), ("except", 0.6),
    ("raise", 0.6), ("extension", 0.8), ("enum", 2), ("typedef", 2.5), ("export", 1), ("lambda", 1),
    ("docker", 2), ("grep", 1.5), ("ls", 1.5), ("cat", 0.8), ("mkdir", 2), ("curl", 1),
    ("chmod", 2.3),
    ("tar", 0.8), ("ssh", 1.5), ("make", 0.3), ("brew", 0.5), ("yarn", 0.5), ("defer", 0.6),
    ("type", 0.5), ("impl", 2), ("pub", 0.5), ("mod", 0.8), ("module", 0.5), ("assert", 1),
  ]

  /// Two signs that stand together in no prose.
  private static let pairs: [String] = [
    "==", "!=", "<=", ">=", "=>", "->", "::", "&&", "||", "+=", "-=", "//", "/*", "*/", "</", "/>",
    "()", "++", ":=", "{}", "[]", "<<", ">>", "${", "#!", "??", "?.",
  ]

  private static func line(_ given: ArraySlice<UInt8>) -> Double {
    var bytes = Array(given)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return 0 }
    var evidence = 0.0
    let word = bytes[start...].prefix { isLetter($0) }
    let rest = bytes[start...].dropFirst(word.count)
    let opening =
      rest.first.map { $0 == 0x20 || $0 == 0x28 || $0 == 0x3A } ?? false
      ? openings.first { word.elementsEqual($0.0.utf8) } : nil
    if let opening, bytes.last != 0x2E { evidence += opening.1 }
    if rest.first == 0x3A, rest.dropFirst().first == 0x20, word.allSatisfy(isLower) {
      evidence += 0.8
    }
    if bytes.last != 0x2E, contains(rest, " struct ") || contains(rest, " class ") {
      evidence += 1
    }
    if word.elementsEqual("from".utf8), contains(rest, " import ") { evidence += 2.3 }
    if bytes.last == 0x3A, opening != nil { evidence += 1.2 }
    if bytes.last == 0x3B { evidence += 2.2 }
    var index = start
    while index < bytes.count {
      if let end = endOfMark(bytes, index) {
        index = end
        continue
      }
      evidence += sign(bytes, index)
      index += 1
    }
    return evidence
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word.utf8) }
  }

  /// Where a mark such as `<|en|>` ends, which is no program text.
  private static func endOfMark(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard bytes[index] == 0x3C, index + 1 < bytes.count, bytes[index + 1] == 0x7C else {
      return nil
    }
    var end = index + 2
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return end + 1 < bytes.count && bytes[end] == 0x7C && bytes[end + 1] == 0x3E ? end + 2 : nil
  }

  private static func sign(_ bytes: [UInt8], _ index: Int) -> Double {
    let byte = bytes[index]
    let last = index > 0 ? bytes[index - 1] : 0x20
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    if last != 0x3A, pairs.contains(where: { $0.utf8.elementsEqual([byte, next]) }) { return 2.4 }
    switch byte {
    case 0x28:
      // `f(x)`, `(+1)`.
      let isSigned = next == 0x2B || next == 0x2A || next == 0x2D
      return isLetter(last) || isDigit(last) ? 1.6 : isSigned ? 1 : 0
    case 0x7B, 0x7D: return 2
    case 0x5B, 0x5D: return 0.7
    case 0x3D: return 2.4
    case 0x3C, 0x3E: return 1.2
    case 0x5F: return isLetter(last) || isLetter(next) ? 1.8 : 0
    case 0x24: return isLetter(next) ? 1.5 : 0
    case 0x5C: return 1.2
    case 0x7C: return 0.8
    case 0x2B, 0x2A: return last == 0x20 && next == 0x20 ? 0.8 : 0.4
    case 0x2F: return last == 0x20 && isLetter(next) ? 1.5 : isLetter(next) ? 0.5 : 0
    case 0x2D: return last == 0x20 && (isLetter(next) || next == 0x2D) ? 1.5 : 0
    case 0x22: return next == 0x3A ? 1.5 : 0
    case 0x40: return last == 0x20 && isLetter(next) ? 1.5 : 0
    case 0x3A where next == 0x20 && isLower(last):
      // `on: [push]`, a pair whose value begins with a sign.
      let value = index + 2 < bytes.count ? bytes[index + 2] : 0x20
      return value == 0x5B || value == 0x7B || value == 0x22 ? 1.2 : 0
    case 0x2E:
      let isMember =
        isLower(last) && isLower(next) && index > 1 && isLetter(bytes[index - 2])
        || isDigit(last) && isLower(next)
      // `.left`, as no sentence has it.
      let isOpening = last == 0x20 && isLower(next)
      return isMember || isOpening ? 1.4 : 0
    case 0x41...0x5A: return isLower(last) ? 1.8 : 0
    case 0x61...0x7A where byte != 0x61:
      let isAlone = last == 0x20 && (next == 0x20 || next == 0x3A)
      return isAlone ? 0.5 : 0
    default: return 0
    }
  }
}
