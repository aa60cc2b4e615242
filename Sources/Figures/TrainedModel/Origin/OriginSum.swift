import Charts
import Record

/// A sum with as many digits as it takes for what is shown to come out: each product from its two factors,
/// and the sum from its parts, to the last digit that stands there.
struct OriginSum {
  /// One part that is shown by itself.
  struct Part {
    /// Place among the parts.
    var place: Int
    var left: String
    var right: String
    var part: String
  }

  /// What the sum begins with.
  var start: [String]
  var parts: [Part]
  /// How many others there are, and what they come to.
  var others: Int
  var rest: String
  var result: String

  /// - Parameters:
  ///   - count: of the largest parts that are shown one by one.
  ///   - shown: a part that is among them in any case.
  init(_ step: OriginWay.Step, count: Int, showing shown: Int?) {
    let right = step.right ?? []
    let products = zip(step.left, right).map { Double($0) * Double($1) }
    var places = products.indices.sorted {
      (products[$1].magnitude, $0) < (products[$0].magnitude, $1)
    }.prefix(count)
    if let shown, !places.contains(shown), products.indices.contains(shown) {
      if places.count == count { places.removeLast() }
      places.append(shown)
    }
    let sorted = places.sorted()
    let start = step.start.map { Double($0.value) }
    let isTold = Set(sorted)
    let rest = products.indices.reduce(0.0) { isTold.contains($1) ? $0 : $0 + products[$1] }
    others = products.count - sorted.count
    let hasOthers = others > 0

    let value = Double(step.value)
    /// What the numbers with so many digits after the point add up to, as it is shown.
    func added(_ digits: Int) -> Double {
      (start + sorted.map { products[$0] } + (hasOthers ? [rest] : []))
        .reduce(0) { $0 + Self.shown($1, digits) }
    }
    // Four digits of the result or fewer, where more would not come out; the parts have a few more.
    let most = Self.digits(of: value)
    let pairs = (0...most).reversed().flatMap { of in (of + 1...of + 4).map { (of, $0) } }
    let fitting = pairs.first { of, digits in
      Numbers.fixed(added(digits), of) == Numbers.fixed(value, of)
    }
    let (ofResult, ofParts) = fitting ?? (0, 4)
    result = Numbers.fixed(value, ofResult)
    self.start = start.map { Numbers.fixed($0, ofParts) }
    self.rest = Numbers.fixed(rest, ofParts)
    parts = sorted.map { place in
      let (left, right) = (Double(step.left[place]), Double(right[place]))
      let part = Numbers.fixed(products[place], ofParts)
      let digits = (ofParts...ofParts + 6).first {
        Numbers.fixed(Self.shown(left, $0) * Self.shown(right, $0), ofParts) == part
      }
      return Part(
        place: place, left: Numbers.fixed(left, digits ?? ofParts + 6),
        right: Numbers.fixed(right, digits ?? ofParts + 6), part: part)
    }
  }

  /// All that is added, written out.
  var calculation: String {
    (start + parts.map(\.part) + (others > 0 ? [rest] : [])).enumerated().map { place, text in
      place == 0 ? text : text.hasPrefix("−") ? "− \(text.dropFirst())" : "+ \(text)"
    }.joined(separator: " ") + " ≈ " + result
  }

  /// Digits after the point with which a number shows four of its own.
  static func digits(of value: Double) -> Int {
    var digits = 3
    var magnitude = value.magnitude
    while magnitude >= 10, digits > 1 {
      magnitude /= 10
      digits -= 1
    }
    while magnitude < 1, magnitude > 0, digits < 7 {
      magnitude *= 10
      digits += 1
    }
    return digits
  }

  /// A number as it is written with so many digits after the point.
  static func shown(_ value: Double, _ digits: Int) -> Double {
    FrameChecks.written(value, places: digits)
  }

  /// As many digits as it takes, and the same for all: of `numbers` as they are written `calculation` comes to
  /// what `value` is written as.
  static func written(
    _ numbers: [Double], value: Double, _ calculation: ([Double]) -> Double
  ) -> (numbers: [String], result: String) {
    for ofResult in (0...digits(of: value)).reversed() {
      for digits in ofResult...ofResult + 6 {
        let result = calculation(numbers.map { shown($0, digits) })
        if Numbers.fixed(result, ofResult) == Numbers.fixed(value, ofResult) {
          return (
            numbers.map { Numbers.fixed($0, digits) }, Numbers.fixed(value, ofResult)
          )
        }
      }
    }
    return (numbers.map { Numbers.fixed($0, 9) }, Numbers.fixed(value, 9))
  }
}
