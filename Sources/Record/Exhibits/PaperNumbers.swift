import Foundation
import Names

/// All numbers of the example on paper, each with the numbers that stand in its calculation: results of earlier
/// lines, weights, and fixed ones.
public struct PaperNumbers: Sendable {
  /// Where a number stands: the name of a line and its sheet, such as `back-loss:∂E[c,1]`; a weight has no
  /// sheet, `E[c,1]`.
  public struct Address: Hashable, Sendable {
    public var sheet: String?
    public var name: String

    public init(_ sheet: String?, _ name: String) {
      self.sheet = sheet
      self.name = name
    }

    public var text: String { (sheet.map { $0 + ":" } ?? "") + name }

    /// Whether it says how the loss changes with a number.
    public var isSlope: Bool { name.hasPrefix("∂") }
  }

  /// A number that stands in a calculation.
  public struct Operand: Sendable, Equatable {
    /// As it is written there.
    public var text: String
    public var value: Double
    /// Where it comes from; nil for one that is always the same.
    public var source: Address?
  }

  public struct Number: Sendable {
    public var address: Address
    public var value: Double
    /// Nil for a weight.
    public var calculation: String?
    /// Id of the lines among which it stands.
    public var group: String?
    public var operands: [Operand]
    /// Which of the operands one follows: the largest slope or, where there is none, the largest number that was
    /// worked out, else the largest weight; of equal ones the first.
    public var followed: Address?
  }

  /// Lines in their order, then weights.
  public let addresses: [Address]
  private let numbers: [Address: Number]

  public init(_ record: WorkedExampleRecord) {
    var numbers: [Address: Number] = [:]
    var lines: [Address] = []
    var weights: [Address] = []
    for matrix in record.weights {
      for (row, values) in matrix.rows.enumerated() {
        for (column, value) in values.enumerated() {
          let label =
            matrix.rows.count == 1
            ? ""
            : matrix.sign == "E" && record.names.indices.contains(row)
              ? record.names[row] + "," : "\(row + 1),"
          let address = Address(nil, "\(matrix.sign)[\(label)\(column + 1)]")
          weights.append(address)
          numbers[address] = Number(address: address, value: value, operands: [])
        }
      }
    }
    for sheet in record.sheets {
      let recipe = PaperRecipe(record, sheet: sheet.id)
      for group in sheet.groups {
        for line in group.lines {
          let address = Address(sheet.id, line.name)
          let written = PaperCalculation.numerals(of: line.calculation)
          let sources = recipe.sources(
            of: line.name, isFlat: written.count > 2 && written[2].value == 0)
          let operands = written.enumerated().map { place, numeral in
            Operand(
              text: numeral.text, value: numeral.value,
              source: place < sources.count ? sources[place] : nil)
          }
          lines.append(address)
          numbers[address] = Number(
            address: address, value: line.result, calculation: line.calculation, group: group.id,
            operands: operands, followed: Self.followed(operands))
        }
      }
    }
    addresses = lines + weights
    self.numbers = numbers
  }

  private static func followed(_ operands: [Operand]) -> Address? {
    let ranked = operands.compactMap { operand in
      operand.source.map { ($0, operand.value.magnitude) }
    }
    let kinds: [(Address) -> Bool] = [{ $0.isSlope }, { $0.sheet != nil }, { _ in true }]
    for isMeant in kinds {
      var best: (address: Address, size: Double)?
      for (address, size) in ranked where isMeant(address) && size > best?.size ?? -1 {
        best = (address, size)
      }
      if let best { return best.address }
    }
    return nil
  }

  public subscript(address: Address) -> Number? { numbers[address] }

  /// A number followed to a weight.
  public func way(from address: Address) -> [Number] {
    var way: [Number] = []
    var next = numbers[address]
    while let number = next, way.count <= addresses.count {
      way.append(number)
      next = number.followed.flatMap { numbers[$0] }
    }
    return way
  }

  /// The address that somebody typed, where one has no sign for slopes and small figures: `back-loss:dE[c,1]`,
  /// `mlp:n1`.
  public func address(typed: String) -> Address? {
    let folded = Self.folded(typed)
    return addresses.first { $0.text == typed }
      ?? addresses.first { Self.folded($0.text) == folded }
  }

  /// The address that needs the fewest changes.
  public func nearest(to typed: String) -> Address? {
    let folded = Self.folded(String(typed.prefix(60)))
    return addresses.min {
      EditDistance.between(Self.folded($0.text), folded)
        < EditDistance.between(Self.folded($1.text), folded)
    }
  }

  /// In letters and figures of a keyboard.
  static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "∂": result += "d"
      case "₀"..."₉": result += "\(scalar.value - 0x2080)"
      case "ℓ": result += "l"
      case "γ": result += "gamma"
      case "β": result += "beta"
      case "θ": result += "theta"
      case "′": result += "'"
      case "\u{302}": result += "^"
      case " ": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Exhibits {
  /// The example on paper, number by number.
  public var paper: PaperNumbers? { run[.workedExample].map(PaperNumbers.init) }

  /// The number on paper that is followed to its roots: after the step, the first weight of the token from which
  /// the next one is predicted.
  public var paperWay: [PaperNumbers.Number] {
    guard let record = run[.workedExample], let paper else { return [] }
    let token = record.inputs.last.flatMap {
      record.names.indices.contains($0) ? record.names[$0] : nil
    }
    let start = PaperNumbers.Address("step", "E[\(token ?? ""),1]")
    let last = paper.addresses.last { $0.sheet != nil }
    let way = paper.way(from: start)
    return way.isEmpty ? last.map { paper.way(from: $0) } ?? [] : way
  }
}
