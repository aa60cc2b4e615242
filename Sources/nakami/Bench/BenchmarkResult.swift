import Charts
import Foundation
import Names

/// What one benchmark found: one row of the table, one JSON object.
struct BenchmarkResult {
  /// For instance `step A`.
  let name: String
  var entries: [Entry]

  /// A value whose name carries its unit, for instance `median_ms`.
  enum Entry {
    case number(String, Double)
    case count(String, Int)

    var name: String {
      switch self {
      case .number(let name, _), .count(let name, _): name
      }
    }

    /// Seven significant digits, as JSON writes a number.
    var json: String {
      switch self {
      case .number(_, let value): value.isFinite ? String(format: "%.7g", value) : "null"
      case .count(_, let value): "\(value)"
      }
    }

    /// Three or four digits that a reader needs.
    var text: String {
      switch self {
      case .number(_, let value) where abs(value) >= 1000: String(format: "%.0f", value)
      case .number(_, let value) where abs(value) >= 10: String(format: "%.1f", value)
      case .number(_, let value): String(format: "%.3f", value)
      case .count(_, let value): "\(value)"
      }
    }
  }

  var json: String {
    "{" + entries.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ") + "}"
  }

  /// A table with a row for each result: its name, then every entry with its name above it where it
  /// changes.
  static func table(_ results: [BenchmarkResult], in language: Language) -> String {
    var lines: [String] = []
    var start = 0
    while start < results.count {
      let columns = results[start].entries.map(\.name)
      var end = start
      while end < results.count, results[end].entries.map(\.name) == columns { end += 1 }
      let rows =
        [[""] + columns.map { BenchWording.heading($0, language) }]
        + results[start..<end].map { [$0.name] + $0.entries.map(\.text) }
      let widths = rows[0].indices.map { column in
        rows.map { TerminalText.width(of: $0[column]) }.max()!
      }
      if start > 0 { lines.append("") }
      for row in rows {
        let cells = zip(row, widths).enumerated().map { place, cell in
          let space = String(repeating: " ", count: cell.1 - TerminalText.width(of: cell.0))
          return place == 0 ? cell.0 + space : space + cell.0
        }
        lines.append(cells.joined(separator: "  "))
      }
      start = end
    }
    return lines.joined(separator: "\n")
  }
}
