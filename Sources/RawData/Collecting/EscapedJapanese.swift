import Foundation

/// ISO-2022-JP, where escape sequences switch between ASCII and kanji.
enum EscapedJapanese {
  private enum State { case ascii, kana, kanji, supplement }

  /// The same characters in EUC-JP; what has no place there becomes 0xFF, which EUC-JP has not.
  ///
  /// A line begins in ASCII, so one lost escape sequence garbles one line at most.
  static func euc(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var euc: [UInt8] = []
    euc.reserveCapacity(bytes.count)
    var state = State.ascii
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x1B, let (next, length) = escape(bytes[index...]) {
        state = next
        index += length
        continue
      }
      index += 1
      if byte == 0x0A || byte == 0x0D { state = .ascii }
      guard state != .ascii, byte >= 0x21 else {
        euc.append(byte < 0x80 ? byte : 0xFF)
        continue
      }
      guard byte <= 0x7E else {
        euc.append(0xFF)
        continue
      }
      if state == .kana {
        euc += [0x8E, byte | 0x80]
        continue
      }
      guard index < bytes.endIndex, bytes[index] >= 0x21, bytes[index] <= 0x7E else {
        euc.append(0xFF)
        continue
      }
      if state == .supplement { euc.append(0x8F) }
      euc += [byte | 0x80, bytes[index] | 0x80]
      index += 1
    }
    return euc
  }

  /// What an escape sequence switches to, and its length.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (State, Int)? {
    switch bytes.prefix(4).dropFirst() {
    case [0x24, 0x28, 0x44]: return (.supplement, 4)
    case let rest where rest.starts(with: [0x24, 0x40]) || rest.starts(with: [0x24, 0x42]):
      return (.kanji, 3)
    case let rest where rest.starts(with: [0x28, 0x42]) || rest.starts(with: [0x28, 0x4A]):
      return (.ascii, 3)
    case let rest where rest.starts(with: [0x28, 0x49]): return (.kana, 3)
    default: return nil
    }
  }

  /// A character of JIS X 0212, the supplement of rarer kanji and accented letters, by its two
  /// bytes in EUC-JP behind 0x8F; nil where the place is not taken.
  ///
  /// Of the encodings in Foundation's tables only ISO-2022-JP-1 reads it on Linux.
  static func character(_ first: UInt8, _ second: UInt8) -> String? {
    let escaped: [UInt8] = [
      0x1B, 0x24, 0x28, 0x44, first & 0x7F, second & 0x7F, 0x1B, 0x28, 0x42,
    ]
    let text = String(data: Data(escaped), encoding: String.Encoding(rawValue: 0x8000_0822))
    // Not taken, or an escape that was read as text.
    guard let text, text.unicodeScalars.count == 1, text != "\u{FFFD}" else { return nil }
    return text
  }
}
