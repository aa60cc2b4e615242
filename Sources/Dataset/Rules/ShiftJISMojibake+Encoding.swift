#if hasFeature(Embedded)
  /// Reads bytes as Shift_JIS, as the page's browser knows it: writes UTF-8, at most `room` bytes; how many
  /// they are.
  @_extern(wasm, module: "page", name: "fromShiftJIS")
  @_extern(c)
  private func textFromShiftJIS(
    _ bytes: UnsafePointer<UInt8>?, _ count: Int32, _ text: UnsafeMutablePointer<UInt8>?,
    _ room: Int32
  ) -> Int32

  /// The bytes of each character that Shift_JIS has, the first of several; 0 before a single one.
  private let bytesOfCharacters: [UInt32: (UInt8, UInt8)] = {
    var table: [UInt32: (UInt8, UInt8)] = [:]
    var text = [UInt8](repeating: 0, count: 8)
    func add(_ bytes: [UInt8]) {
      let count = bytes.withUnsafeBufferPointer { bytes in
        text.withUnsafeMutableBufferPointer {
          Int(textFromShiftJIS(bytes.baseAddress, Int32(bytes.count), $0.baseAddress, 8))
        }
      }
      let scalars = String(decoding: text[..<count], as: UTF8.self).unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first?.value, scalar != 0xFFFD,
        table[scalar] == nil
      else { return }
      table[scalar] = bytes.count == 1 ? (0, bytes[0]) : (bytes[0], bytes[1])
    }
    for first in UInt8(0)...0xFC {
      switch first {
      case 0x00...0x7F, 0xA1...0xDF: add([first])
      case 0x81...0x9F, 0xE0...: for last in UInt8(0x40)...0xFC { add([first, last]) }
      default: break
      }
    }
    return table
  }()
#else
  import RawData
#endif

extension ShiftJISMojibake {
  /// The bytes of a text in Shift_JIS; nil where a character has none.
  static func shiftJIS(_ text: String) -> [UInt8]? {
    #if hasFeature(Embedded)
      var result: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let (first, last) = bytesOfCharacters[scalar.value] else { return nil }
        if first != 0 { result.append(first) }
        result.append(last)
      }
      return result
    #else
      return TextEncoding.shiftJIS.encode(text)
    #endif
  }
}
