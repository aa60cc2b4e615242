import Charts
import Record

/// Figures of L4d: one example on a model that fits on a page, to be followed with a calculator.
enum ByHandFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] =
    [(name: "by-hand-weights", make: weights)]
    + [
      "embedding", "attention", "mlp", "loss", "back-loss", "back-mlp", "back-attention",
      "back-embedding", "step",
    ].map { sheet in
      (
        name: "by-hand-" + sheet,
        make: { @Sendable (context: FigureContext) throws(FigureError) -> Figure in
          try ByHandFigures.sheet(sheet, context)
        }
      )
    }

  @Sendable private static func weights(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.byHand
    let record = try context[.workedExample]
    guard !record.weights.isEmpty else { throw context.missing(words.missing) }
    let table = DataTable(
      words.weightsColumns,
      record.weights.map { weights in
        [
          weights.sign,
          weights.rows.map { $0.map(number).joined(separator: " ") }.joined(separator: " ; "),
          weights.tensor,
        ]
      })
    return context.figure(
      words.weightsTitle, words.weightsDescription(record.weightCount), table, TableChart(table))
  }

  private static func sheet(
    _ id: String, _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.byHand
    let record = try context[.workedExample]
    guard let sheet = record.sheets.first(where: { $0.id == id }), let title = words.sheets[id]
    else { throw context.missing(words.missing) }
    let groups = sheet.groups.map { group in
      PaperTape.Group(
        words.groups[group.id] ?? group.id,
        formulas: group.formula.split(separator: "   ").map { String($0) },
        lines: group.lines.map {
          PaperTape.Line($0.name, raised($0.calculation), number($0.result))
        })
    }
    return context.figure(
      title, words.sheetDescription(groups.reduce(0) { $0 + $1.lines.count }, record.digits),
      DataTable(
        words.sheetColumns,
        groups.flatMap { $0.lines.map { [$0.name, $0.calculation, $0.result] } }),
      PaperTape(groups))
  }

  private static func number(_ value: Double) -> String {
    // Four digits at most were written down, so none are lost.
    Numbers.brief(value, 4)
  }

  /// Powers of ten as in print: `2.3e−05` becomes `2.3×10⁻⁵`.
  private static func raised(_ calculation: String) -> String {
    var result = ""
    var rest = Substring(calculation)
    while let place = rest.firstRange(of: "e−") {
      let digits = rest[place.upperBound...].prefix { $0.isNumber }
      guard let exponent = Int(digits) else { break }
      let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      result += rest[..<place.lowerBound] + "×10⁻"
      result += String(exponent).map { superscripts[$0.wholeNumberValue ?? 0] }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }
}
