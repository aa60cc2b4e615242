/// One word after `nakami`, with its options and its help.
struct Command: Sendable {
  let name: String
  let summary: String
  /// What follows the name, for instance `"question" [options]`.
  let usage: String
  let options: [Option]
  /// A command line and what it does.
  let examples: [(line: String, meaning: String)]
  let run: @Sendable (Arguments) throws -> Void

  static let all: [Command] = [
    build, ask, learn, check, logits, inspect, importModel, clean, tokenizer, train, tune, bench,
  ]

  var help: String {
    var lines = ["\(summary)", "", "usage: nakami \(name) \(usage)"]
    if !options.isEmpty {
      lines += ["", "options:"]
      lines += Self.columns(options.map { ($0.name + ($0.value.map { " " + $0 } ?? ""), $0.help) })
    }
    if !examples.isEmpty {
      lines += ["", "examples:"]
      lines += Self.columns(examples.map { ($0.line, $0.meaning) })
    }
    return lines.joined(separator: "\n")
  }

  static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
  }
}
