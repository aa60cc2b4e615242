/// The part of an address behind `#`: `key=value` joined by `&`, everything else percent-encoded.
///
/// Whatever a person typed there gives some pairs; nothing is an error.
struct QueryText {
  var pairs: [(key: String, value: String)] = []

  init() {}

  /// - Parameter text: as `URLSearchParams` of a browser writes it, or by hand.
  init(_ text: String) {
    for part in text.utf8.split(separator: UInt8(ascii: "&")) {
      let sides = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = sides.first else { continue }
      pairs.append((Self.decoded(key), sides.count > 1 ? Self.decoded(sides[1]) : ""))
    }
  }

  /// The last value of a key.
  subscript(key: String) -> String? { pairs.last { $0.key == key }?.value }

  func all(_ key: String) -> [String] { pairs.filter { $0.key == key }.map { $0.value } }

  mutating func add(_ key: String, _ value: String) { pairs.append((key, value)) }

  var text: String {
    pairs.map { Self.encoded($0.key) + "=" + Self.encoded($0.value) }.joined(separator: "&")
  }

  private static func decoded(_ part: Substring.UTF8View.SubSequence) -> String {
    let part = Array(part)
    var bytes: [UInt8] = []
    var place = 0
    while place < part.count {
      if part[place] == UInt8(ascii: "%"), place + 2 < part.count,
        let high = digit(part[place + 1]), let low = digit(part[place + 2])
      {
        bytes.append(high << 4 | low)
        place += 3
      } else {
        bytes.append(part[place] == UInt8(ascii: "+") ? 0x20 : part[place])
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
