import Names

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
        if let address = MailAddress.range(in: bytes, at: position, from: free) {
          edits.replace(
            address.lowerBound, address.upperBound, with: "[email]", rule: .personalData)
          position = address.upperBound
          free = position
          continue
        }
        if let end = UserName.end(in: bytes, at: position) {
          edits.replace(position, end, with: "[user]", rule: .personalData)
          position = end
          free = position
          continue
        }
      } else if byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") {
        let isSecond = free > 0 && position == free + 1 && "/,".utf8.contains(bytes[free])
        if let end = TelephoneNumber.end(in: bytes, at: position, isSecond: isSecond) {
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
        // Past the whole number, so that no part of it is taken for one; in brackets it only begins.
        position += 1
        if byte == UInt8(ascii: "(") { continue }
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        continue
      }
      position += 1
    }
  }
}
