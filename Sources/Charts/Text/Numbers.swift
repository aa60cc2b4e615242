import Markup

/// Numbers for readers, the same on every machine and in every locale.
public enum Numbers {
  /// A whole number in groups of three digits: `12,345`.
  public static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number at a precision: `0.0123`, `1,230`, `1.20×10⁻⁷`.
  public static func significant(_ value: Double, _ digits: Int = 3) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    if value == 0 { return "0" }
    var (mantissa, exponent) = scientific(value.magnitude, digits)
    let sign = value < 0 ? "−" : ""
    if exponent < -4 || exponent > 14 {
      let text = grouped(mantissa, point: digits - 1)
      return sign + text + "×10" + raised(exponent)
    }
    if exponent >= digits {
      for _ in 0..<(exponent - digits + 1) { mantissa *= 10 }
      return sign + count(mantissa)
    }
    return sign + grouped(mantissa, point: digits - 1 - exponent)
  }

  /// A number at a precision at most, without zeros at its end: `0.01`, `0.0018`.
  public static func brief(_ value: Double, _ digits: Int = 3) -> String {
    let text = significant(value, digits)
    guard text.contains("."), !text.hasSuffix("%") else { return text }
    let parts = text.split(separator: "×", maxSplits: 1)
    var mantissa = parts[0]
    while mantissa.hasSuffix("0") { mantissa.removeLast() }
    if mantissa.hasSuffix(".") { mantissa.removeLast() }
    return parts.count > 1 ? mantissa + "×" + parts[1] : String(mantissa)
  }

  /// A number with a fixed count of digits after the point: `2.30`.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    if !value.isFinite { return significant(value) }
    if value.magnitude > 1e12 { return significant(value, 6) }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int(value.magnitude * scale + 0.5)
    return (value < 0 && scaled > 0 ? "−" : "") + grouped(scaled, point: places)
  }

  /// A share of one as a percentage: `12.3%`; `<0.1%` where rounding would hide it.
  public static func percent(_ share: Double, _ places: Int = 1) -> String {
    guard share.isFinite else { return significant(share) }
    var least = 100.0
    for _ in 0..<places { least *= 10 }
    if share > 0 && share * least < 0.5 { return "<" + fixed(100 / least, places) + "%" }
    if share < 1 && share * least > least - 0.5 {
      return ">" + fixed(100 - 100 / least, places) + "%"
    }
    return fixed(share * 100, places) + "%"
  }

  /// A size: `734 B`, `12.3 kB`, `1.20 MB` (powers of 1000).
  public static func bytes(_ value: Int) -> String {
    if value < 1000 { return "\(value) B" }
    if value < 999_500 { return significant(Double(value) / 1000) + " kB" }
    return significant(Double(value) / 1_000_000) + " MB"
  }

  /// The shape of an array: `128 × 384`.
  public static func shape(_ shape: [Int]) -> String {
    shape.isEmpty ? "1" : shape.map { count($0) }.joined(separator: " × ")
  }

  /// Digits as a whole number, and the power of ten of the first of them.
  private static func scientific(_ value: Double, _ digits: Int) -> (mantissa: Int, exponent: Int) {
    var exponent = 0
    var scaled = value
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    var limit = 1
    for _ in 1..<max(2, digits + 1) { limit *= 10 }
    let mantissa = Int(scaled * Double(limit / 10) + 0.5)
    return mantissa >= limit ? (mantissa / 10, exponent + 1) : (mantissa, exponent)
  }

  /// A whole number with a point put before its last `point` digits.
  private static func grouped(_ value: Int, point: Int) -> String {
    if point <= 0 { return count(value) }
    var digits = String(value)
    while digits.utf8.count <= point { digits = "0" + digits }
    let whole = Int(digits.dropLast(point)) ?? 0
    return count(whole) + "." + digits.suffix(point)
  }

  private static func raised(_ exponent: Int) -> String {
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(exponent.magnitude).utf8.map { superscripts[Int($0) - 48] }
    return (exponent < 0 ? "⁻" : "") + String(digits)
  }

  /// Logarithm to the base ten, from arithmetic that is exact to the rule of IEEE 754 everywhere.
  ///
  /// `log10(m·2^e) = (e + log2 m)·log10 2` with `ln m = 2·artanh((m - 1)/(m + 1))`.
  package static func logarithm(_ value: Double) -> Double {
    precondition(value > 0 && value.isFinite, "\(value) has no logarithm")
    let t = (value.significand - 1) / (value.significand + 1)
    var (sum, power) = (0.0, t)
    for term in 0..<18 {
      sum += power / Double(2 * term + 1)
      power *= t * t
    }
    return Double(value.exponent) * 0.301_029_995_663_981_2 + 2 * sum * 0.434_294_481_903_251_8
  }
}
