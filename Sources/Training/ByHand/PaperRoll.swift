/// One line of a calculation on paper: a name, what is typed, and what is written down.
public struct PaperLine: Sendable, Equatable {
  public let name: String
  public let calculation: String
  public let result: Double
}

/// Lines under one formula, and such groups on one sheet.
public struct PaperSheet: Sendable, Equatable {
  public struct Group: Sendable, Equatable {
    /// Names what is computed; words for it are the reader's affair.
    public let id: String
    /// In signs that need no language.
    public let formula: String
    public internal(set) var lines: [PaperLine]
  }

  public let id: String
  public internal(set) var groups: [Group]
}

/// Writes calculations down line by line, each result rounded before it is used again.
///
/// A person who types the numbers of a line into a pocket calculator and rounds to as many digits
/// gets exactly the result of the line, since the line was computed from just these numbers.
struct PaperRoll {
  /// Significant digits that are written down; nil keeps all.
  let digits: Int?
  private(set) var sheets: [PaperSheet] = []

  init(digits: Int?) {
    precondition(digits.map { (2...12).contains($0) } ?? true, "digits are 2 to 12")
    self.digits = digits
  }

  mutating func sheet(_ id: String) { sheets.append(PaperSheet(id: id, groups: [])) }

  mutating func group(_ id: String, _ formula: String) {
    sheets[sheets.count - 1].groups.append(
      PaperSheet.Group(id: id, formula: formula, lines: []))
  }

  /// Writes a line into the last group.
  /// - Returns: the result as it is written down.
  mutating func line(_ name: String, _ calculation: Calculation) -> Double {
    let result = rounded(calculation.value)
    let sheet = sheets.count - 1
    let group = sheets[sheet].groups.count - 1
    sheets[sheet].groups[group].lines.append(
      PaperLine(name: name, calculation: calculation.text, result: result))
    return result
  }

  func rounded(_ value: Double) -> Double {
    digits.map { Self.rounded(value, digits: $0) } ?? value
  }

  /// To a count of significant digits, halves away from zero as on paper.
  static func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    var exponent = 0
    var size = value.magnitude
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    // A half that binary fractions miss by a hair still counts as a half.
    let scaled = (size * power(10, digits - 1) + 0.5 + 1e-9).rounded(.down)
    let shift = exponent - digits + 1
    let result = shift >= 0 ? scaled * power(10, shift) : scaled / power(10, -shift)
    return value < 0 ? -result : result
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }
}
