/// Masks e-mail addresses, telephone numbers and user names.
struct PersonalDataPass {
  private let bytes: Bytes

  static func run(_ bytes: Bytes, into edits: inout EditList) {
    PersonalDataPass(bytes: bytes).mask(into: &edits)
  }

  private func mask(into edits: inout EditList) {
    var position = 0
    var free = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "@") {
        if let address = email(at: position, from: free) {
          edits.replace(
            address.lowerBound, address.upperBound, with: "[email]", rule: .personalData)
          position = address.upperBound
          free = position
          continue
        }
        if let end = handleEnd(position) {
          edits.replace(position, end, with: "[user]", rule: .personalData)
          position = end
          free = position
          continue
        }
      } else if byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") {
        if let end = TelephoneNumber.end(in: bytes, at: position) {
          // Digits may begin the name of a mail address.
          if end < bytes.count, bytes[end] == UInt8(ascii: "@") {
            position = end
            continue
          }
          edits.replace(position, end, with: "[phone]", rule: .personalData)
          position = end
          free = position
          continue
        }
        // Past the whole number, so that no part of it is taken for one.
        position += 1
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        continue
      }
      position += 1
    }
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "._%+-".utf8.contains(byte)
  }

  private func email(at sign: Int, from free: Int) -> Range<Int>? {
    var start = sign
    while start > free, sign - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
    while start < sign, !bytes[start].isASCIIAlphanumeric { start += 1 }
    guard start < sign, bytes[sign - 1] != UInt8(ascii: ".") else { return nil }
    var end = sign + 1
    var label = end
    var labels = 0
    var finish: Int?
    while end - sign < 255 {
      let isInLabel =
        end < bytes.count && (bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-"))
      if isInLabel {
        end += 1
        continue
      }
      guard end > label else { break }
      labels += 1
      let isTopLevel =
        labels > 1 && end - label >= 2 && bytes[label..<end].allSatisfy(\.isASCIILetter)
      if isTopLevel { finish = end }
      guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") else { break }
      end += 1
      label = end
    }
    return finish.map { start..<$0 }
  }

  /// Words after an at sign that are commands of programs, not people.
  private static let commands: Set<UInt64> = Set(
    ("media import charset supports keyframes page layer namespace param return returns throws see "
      + "since author version deprecated override property staticmethod classmethod link code end "
      + "interface implementation protocol selector")
      .split(separator: " ").map { fingerprint($0.utf8) } + [fingerprint("font-face".utf8)])

  private func handleEnd(_ sign: Int) -> Int? {
    if sign > 0 {
      let last = bytes[sign - 1]
      if last.isASCIIAlphanumeric || "@_./-&=".utf8.contains(last) { return nil }
    }
    var end = sign + 1
    var hasLetter = false
    while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "_") {
      hasLetter = hasLetter || bytes[end].isASCIILetter
      end += 1
    }
    // Not the command of a program, a call, or the rest of an address.
    guard hasLetter, end - sign >= 3, end - sign <= 31,
      end == bytes.count || bytes[end] != UInt8(ascii: "(") && bytes[end] != UInt8(ascii: "@"),
      !Self.commands.contains(fingerprint(bytes[sign + 1..<end]))
    else { return nil }
    return end
  }
}
