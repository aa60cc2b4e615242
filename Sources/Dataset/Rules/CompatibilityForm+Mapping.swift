#if hasFeature(Embedded)
  /// NFKC as the page's browser knows it: what it writes, at most `room` bytes; how many they are.
  @_extern(wasm, module: "page", name: "compatible")
  @_extern(c)
  private func compatibleForm(
    _ text: UnsafePointer<UInt8>?, _ count: Int32, _ form: UnsafeMutablePointer<UInt8>?,
    _ room: Int32
  ) -> Int32
#else
  import Foundation
#endif

extension CompatibilityForm {
  /// NFKC as Unicode's tables have it.
  ///
  /// On Linux Foundation's compatibility mapping leaves what it decomposed apart (half-width ﾀﾞ gives タ and
  /// U+3099), which the canonical mapping mends; neither adds a final consonant to a syllable of
  /// Hangul.
  static func compatible(_ text: String) -> String {
    let mapped = mapped(text)
    guard mapped.unicodeScalars.contains(where: { (0x11A8...0x11C2).contains($0.value) }) else {
      return mapped
    }
    var scalars = String.UnicodeScalarView()
    for scalar in mapped.unicodeScalars {
      if let last = scalars.last?.value, (0xAC00...0xD7A3).contains(last),
        (last - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(scalar.value)
      {
        scalars.removeLast()
        scalars.append(Unicode.Scalar(last + scalar.value - 0x11A7)!)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  #if hasFeature(Embedded)
    /// The longest form of one character is eleven times as long: U+FDFA.
    private static func mapped(_ text: String) -> String {
      let bytes = Array(text.utf8)
      let form = [UInt8](unsafeUninitializedCapacity: 11 * bytes.count) { form, count in
        bytes.withUnsafeBufferPointer {
          count = Int(
            compatibleForm(
              $0.baseAddress, Int32($0.count), form.baseAddress, Int32(form.count)))
        }
      }
      return String(decoding: form, as: UTF8.self)
    }
  #else
    private static func mapped(_ text: String) -> String {
      text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
    }
  #endif
}
