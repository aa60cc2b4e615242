/// A number as markup wants it: a point, no exponent, no trailing zeros, never `-0`.
///
/// Rounded half away from zero at `places` digits after the point; the same on every machine and in
/// every locale.
/// - Precondition: finite, and small enough that `value · 10^places` fits 63 bits.
public func decimal(_ value: Double, places: Int = 2) -> String {
  precondition(value.isFinite, "\(value) has no decimal form")
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = Int(value.magnitude * Double(scale) + 0.5)  // Truncates.
  let (whole, rest) = scaled.quotientAndRemainder(dividingBy: scale)
  var text = value < 0 && scaled > 0 ? "-\(whole)" : "\(whole)"
  if rest > 0 {
    var digits = String(rest)
    // Not by `String(repeating:)`: in the engine of a page that takes half of all time.
    while digits.utf8.count < places { digits = "0" + digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    text += "." + digits
  }
  return text
}
