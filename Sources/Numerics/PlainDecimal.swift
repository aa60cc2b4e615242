/// Decimal numbers in plain notation, without a C library.
package enum PlainDecimal {
  /// `0.8`, `12`; nil for anything else, a sign or a power among it.
  package static func value(_ text: String) -> Double? {
    var (whole, scale, hasPoint, hasDigit) = (0.0, 1.0, false, false)
    guard text.utf8.count <= 15 else { return nil }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        whole = whole * 10 + Double(byte - 0x30)
        if hasPoint { scale *= 10 }
        hasDigit = true
      case UInt8(ascii: "."):
        guard !hasPoint else { return nil }
        hasPoint = true
      default: return nil
      }
    }
    return hasDigit ? whole / scale : nil
  }

  /// The same number in as few digits as bring it back, at most six after the point.
  package static func text(_ value: Float) -> String {
    var scaled = Int((Double(value) * 1_000_000).rounded())
    var places = 6
    while places > 0, scaled % 10 == 0 {
      scaled /= 10
      places -= 1
    }
    var digits = String(scaled)
    while digits.utf8.count <= places { digits = "0" + digits }
    return places == 0
      ? digits : String(digits.dropLast(places)) + "." + String(digits.suffix(places))
  }
}
