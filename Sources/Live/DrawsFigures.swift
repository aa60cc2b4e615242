import Charts
import Markup
import Names

/// A reply of the engine that shows figures, each with its numbers in a table.
protocol DrawsFigures {
  var language: Language { get }
}

extension DrawsFigures {
  func figure(
    _ id: String, _ title: String, _ description: String,
    _ columns: [(title: String, isNumber: Bool)], _ rows: [[String]], _ body: some PageChart
  ) -> Markup {
    Figure(
      id: id, language: language, title: title, description: description,
      table: DataTable(
        columns: columns.map { DataTable.Column($0.title, isNumber: $0.isNumber) }, rows: rows),
      body: body
    ).markup(prefix: "live-" + id)
  }
}
