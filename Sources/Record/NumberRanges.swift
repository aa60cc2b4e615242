import Foundation
import Names

/// Whether the numbers of a recorded file lie where those of any run do, so that whoever multiplies or
/// counts with them is safe: a file may have been changed by hand.
///
/// Read from the bytes before they are decoded. What the numbers say together is for the equations.
enum NumberRanges {
  /// No run has so many of anything, and no value is so large; two of them can be multiplied.
  static let most = 0x1p31
  /// Shapes are multiplied three and four at a time.
  static let mostOfShapes = ["width": 0x1p22, "contextlength": 0x1p22, "vocabularysize": 0x1p22]
  static let mostOfLayers = 0x1p12
  /// Bytes and tokens of a large text are more.
  static let mostOfText = 0x1p40

  /// The first number that can't be, with the name of its member; nil when all can.
  /// - Parameter json: valid or not; what is no JSON is left to the decoder.
  static func fault(in json: Data) -> (name: String, number: String)? {
    json.withUnsafeBytes { bytes in
      var name = 0..<0
      var text = 0..<0
      var place = 0
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "\""):
          let start = place + 1
          place = start
          while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
          }
          text = start..<max(start, min(place, bytes.count))
        case UInt8(ascii: ":"): name = text
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          let start = place
          while place + 1 < bytes.count, isNumber(bytes[place + 1]) { place += 1 }
          // Many numbers are short, and then they are small.
          if place - start > 2 || bytes[start] == UInt8(ascii: "-")
            || hasExponent(bytes, start...place)
          {
            let number = String(decoding: bytes[start...place], as: UTF8.self)
            let called = String(decoding: bytes[name], as: UTF8.self)
            if !canBe(number, called) { return (called, number) }
          }
        default: break
        }
        place += 1
      }
      return nil
    }
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private static func hasExponent(
    _ bytes: UnsafeRawBufferPointer, _ range: ClosedRange<Int>
  ) -> Bool {
    range.contains { bytes[$0] | 0x20 == UInt8(ascii: "e") }
  }

  private static func canBe(_ number: String, _ name: String) -> Bool {
    let name = name.lowercased()
    // Any number seeds a generator.
    if name.contains("seed") { return true }
    guard let value = Double(number) else { return true }
    if let most = mostOfShapes[name] { return 0 <= value && value <= most }
    if ["layercount", "headcount", "layers", "heads", "layer", "head"].contains(name) {
      return 0 <= value && value <= mostOfLayers
    }
    let isOfText = ["byte", "token", "length", "start", "end", "size"].contains {
      name.contains($0)
    }
    return value.magnitude <= (isOfText ? mostOfText : most)
      && (value >= 0 || !CountedMembers.names.contains(name))
  }
}
