import Names

/// Which equations hold in a run.
public struct EquationReport: Sendable {
  public struct Entry: Sendable {
    public let equation: Equation
    public let comparison: Comparison

    /// The first comparison, written out. In Japanese its values alone, for the place in the record is named in English;
    /// nil where it has none.
    public func example(_ language: Language) -> String? {
      switch language {
      case .english: comparison.example
      case .japanese: comparison.exampleSides
      }
    }

    /// The first comparison that does not hold, written out; nil where all do. In Japanese what ought to hold, and the values
    /// that differ.
    public func violation(_ language: Language) -> String? {
      guard let place = comparison.violation else { return nil }
      switch language {
      case .english: return place
      case .japanese:
        let statement = equation.statement.ja
        return "「\(statement.hasSuffix("。") ? String(statement.dropLast()) : statement)」が成り立ちません"
          + (comparison.violationSides.map { "（\($0)）" } ?? "")
      }
    }
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
      problem: LocalizedText(
        en: first.violation(.english) ?? "", ja: first.violation(.japanese) ?? ""),
      count: violated.count)
  }
}

/// A recording that contradicts itself.
public struct EquationError: ReadableError, Sendable {
  /// Of the first violated equation.
  public let name: String
  public let row: String
  public let problem: LocalizedText
  /// How many are violated.
  public let count: Int

  public func text(_ language: Language) -> String {
    LocalizedText(
      en: "the record contradicts itself in \(count == 1 ? "one equation" : "\(count) equations"), "
        + "first \(name) (\(row)): \(problem.en); it was damaged, or recorded by an older version with "
        + "other rules; make the run again with nakami build",
      ja: "記録の\(count)個の等式に矛盾があります。最初は\(name)（\(row)）：\(problem.ja)。"
        + "壊れたか、規則の違う古い版が記録したものです。nakami buildで記録を作り直してください")[language]
  }
}
