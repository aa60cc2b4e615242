import Foundation

/// Reads a calculation as it is written for people and works it out, as a pocket calculator would:
/// `0.5·(−1.018)·(1 − (−0.691)²)`, with `√( )`, `e^( )`, `tanh( )` and `ln( )`.
struct PaperCalculation {
  private var rest: Substring.UnicodeScalarView

  /// - Returns: nil where the text is no calculation.
  static func value(of text: String) -> Double? {
    var calculation = PaperCalculation(rest: Substring(text).unicodeScalars)
    guard let value = calculation.sum(), calculation.rest.isEmpty else { return nil }
    return value
  }

  /// The numbers that stand in a calculation, in their order: a sign in front belongs to them, exponents do not.
  static func numerals(of text: String) -> [(text: String, value: Double)] {
    var numerals: [(text: String, value: Double)] = []
    var calculation = PaperCalculation(rest: Substring(text).unicodeScalars)
    while !calculation.rest.isEmpty {
      if calculation.take(" − ") { continue }
      let isNegative = calculation.take("−")
      let before = calculation.rest
      if let value = calculation.number() {
        let digits = String(before.dropLast(calculation.rest.count))
        numerals.append((isNegative ? "−" + digits : digits, isNegative ? -value : value))
      } else {
        calculation.rest = before.dropFirst()
      }
    }
    return numerals
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take(" + ") {
        guard let next = product() else { return nil }
        value += next
      } else if take(" − ") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    let isNegative = take("−")
    guard var value = power() else { return nil }
    while true {
      if take("·") {
        guard let next = power() else { return nil }
        value *= next
      } else if take(" / ") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return isNegative ? -value : value
      }
    }
  }

  private mutating func power() -> Double? {
    guard let value = operand() else { return nil }
    if take("²") { return value * value }
    if take("³") { return value * value * value }
    return value
  }

  private mutating func operand() -> Double? {
    if take("√(") { return closed().map { $0.squareRoot() } }
    if take("e^(") { return closed().map { exp($0) } }
    if take("tanh(") { return closed().map { tanh($0) } }
    if take("ln(") { return closed().map { log($0) } }
    if take("(") { return closed() }
    return number()
  }

  private mutating func closed() -> Double? {
    guard let value = sum(), take(")") else { return nil }
    return value
  }

  private mutating func number() -> Double? {
    var text = digits()
    if take("e−") { text += "e-" + digits() }
    return Double(text)
  }

  private mutating func digits() -> String {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }

  private mutating func take(_ sign: String) -> Bool {
    guard rest.starts(with: sign.unicodeScalars) else { return false }
    rest = rest.dropFirst(sign.unicodeScalars.count)
    return true
  }
}
