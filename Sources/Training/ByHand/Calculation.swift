import Numerics

/// A calculation as one types it into a pocket calculator: numbers, and what is done with them.
///
/// The text and the value come from the same tree, so a printed line says what was computed.
public indirect enum Calculation: Sendable, Equatable {
  case number(Double)
  case sum([Calculation])
  case difference(Calculation, Calculation)
  case product([Calculation])
  case quotient(Calculation, Calculation)
  case power(Calculation, Int)
  case squareRoot(Calculation)
  case exponential(Calculation)
  case logarithm(Calculation)
  case hyperbolicTangent(Calculation)

  /// `a₁·b₁ + a₂·b₂ + …`
  static func dot(_ a: [Double], _ b: [Double]) -> Calculation {
    precondition(a.count == b.count, "\(a.count) numbers times \(b.count)")
    let products = zip(a, b).map { Calculation.product([.number($0), .number($1)]) }
    return products.count == 1 ? products[0] : .sum(products)
  }

  public var value: Double {
    switch self {
    case .number(let number): number
    case .sum(let terms): terms.reduce(0) { $0 + $1.value }
    case .difference(let a, let b): a.value - b.value
    case .product(let factors): factors.reduce(1) { $0 * $1.value }
    case .quotient(let a, let b): a.value / b.value
    case .power(let base, let exponent):
      (0..<exponent).reduce(1) { result, _ in result * base.value }
    case .squareRoot(let a): a.value.squareRoot()
    case .exponential(let a): Portable.exp(a.value)
    case .logarithm(let a): Portable.log(a.value)
    case .hyperbolicTangent(let a): Portable.tanh(a.value)
    }
  }

  /// With `·`, `/`, `√`, `²` and `³`; negative numbers behind another sign stand in parentheses.
  public var text: String {
    switch self {
    case .number(let number): Self.decimal(number)
    case .sum(let terms):
      terms.enumerated().map { $0 == 0 ? $1.text : $1.enclosed(in: .sum) }
        .joined(separator: " + ")
    case .difference(let a, let b):
      a.text + " − " + (b.binding == .sum || b.leadsWithSign ? "(\(b.text))" : b.text)
    case .product(let factors):
      factors.enumerated().map { $0 == 0 ? $1.leading : $1.enclosed(in: .product) }
        .joined(separator: "·")
    case .quotient(let a, let b): a.leading + " / " + b.enclosed(in: .power)
    case .power(let base, let exponent):
      base.enclosed(in: .power) + (exponent == 2 ? "²" : "³")
    case .squareRoot(let a): "√(" + a.text + ")"
    case .exponential(let a): "e^(" + a.text + ")"
    case .logarithm(let a): "ln(" + a.text + ")"
    case .hyperbolicTangent(let a): "tanh(" + a.text + ")"
    }
  }

  private enum Binding: Int {
    case sum, product, power, none
  }

  private var binding: Binding {
    switch self {
    case .number(let number): number < 0 ? .sum : .none
    case .sum, .difference: .sum
    case .product, .quotient: .product
    case .power: .power
    case .squareRoot, .exponential, .logarithm, .hyperbolicTangent: .none
    }
  }

  /// In parentheses where it would be read otherwise beside a sign that binds as strongly.
  private func enclosed(in outer: Binding) -> String {
    if case .number(let number) = self { return number < 0 ? "(\(text))" : text }
    if outer == .sum { return leadsWithSign ? "(\(text))" : text }
    return binding.rawValue <= outer.rawValue ? "(\(text))" : text
  }

  /// As the first factor: only sums need parentheses.
  private var leading: String {
    if case .number = self { return text }
    return binding == .sum ? "(\(text))" : text
  }

  private var leadsWithSign: Bool { text.hasPrefix("−") }

  /// The shortest decimal of a number, with a true minus sign: `−0.02`, `2.3e−05`.
  public static func decimal(_ number: Double) -> String {
    let magnitude = number.magnitude
    let plain = number == 0 ? "0" : "\(magnitude)"
    let short = plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    return (number < 0 ? "−" : "") + short.replacing("e-", with: "e−")
  }
}
