import Charts
import Names
import Record

/// What a figure is drawn from, and for whom.
struct FigureContext: Sendable {
  let name: String
  let run: Run
  let language: Language

  var wording: Wording { .of(language) }
  var names: NameWording { wording.names }

  func figure(
    _ title: String, _ description: String, _ table: DataTable, _ body: some Chart
  ) -> Figure {
    Figure(
      id: name, language: language, title: title, description: description, table: table,
      body: body)
  }

  func missing(_ reason: String) -> FigureError { .notRecorded(name: name, reason: reason) }

  /// - Parameter reason: in the reader's language, why nobody knows what the figure would be held against.
  func unknowable(_ reason: String) -> FigureError { .unknowable(name: name, reason: reason) }

  /// A part of the run.
  /// - Throws: `FigureError.notRecorded` when the run lacks it, as one that was made elsewhere does.
  subscript<Content>(part: Part<Content>) -> Content {
    get throws(FigureError) {
      guard let content = run[part] else { throw missing(wording.reasons.notInThisRun) }
      return content
    }
  }

  /// A rule as readers call it, whichever stage it belongs to.
  func name(of rule: RuleID) -> String {
    let rules = (run[.cleaning]?.rules ?? []) + (run[.normalization]?.rules ?? [])
    return rules.first { $0.id == rule }?.name[language] ?? rule.title[language]
  }

  /// What is shown of the run.
  var exhibits: Exhibits { run.exhibits(for: language) }

  /// At most `count` of the values, evenly spread, the first and the last among them.
  static func spread<Value>(_ values: [Value], _ count: Int) -> [Value] {
    guard values.count > count, count > 1 else { return values }
    return (0..<count).map { values[$0 * (values.count - 1) / (count - 1)] }
  }
}
