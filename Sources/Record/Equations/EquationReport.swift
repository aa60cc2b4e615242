import Names

/// Which equations hold in a run.
public struct EquationReport: Sendable {
  public struct Entry: Sendable {
    public let equation: Equation
    public let comparison: Comparison
  }

  /// Equations of which the run holds something, in the order of the flows.
  public let entries: [Entry]

  public init(_ run: Run) {
    entries = Equation.all.compactMap { equation in
      let comparison = equation.outcome(in: run)
      return comparison.count == 0 ? nil : Entry(equation: equation, comparison: comparison)
    }
  }

  public var violated: [Entry] { entries.filter { !$0.comparison.holds } }

  /// - Throws: `EquationError` that names the first violated equation.
  public func demand() throws(EquationError) {
    guard let first = violated.first else { return }
    throw EquationError(
      name: first.equation.name, row: first.equation.row,
      problem: first.comparison.violation ?? "", count: violated.count)
  }
}

/// A recording that contradicts itself.
public struct EquationError: ReadableError, Sendable {
  /// Of the first violated equation.
  public let name: String
  public let row: String
  public let problem: String
  /// How many are violated.
  public let count: Int

  public func text(_ language: Language) -> String {
    LocalizedText(
      en: "the record contradicts itself in \(count == 1 ? "one equation" : "\(count) equations"), "
        + "first \(name) (\(row)): \(problem); make the run again with nakami build",
      ja: "記録の\(count)個の等式に矛盾があります。最初は\(name)（\(row)）：\(problem)。"
        + "nakami buildで記録を作り直してください")[language]
  }
}
