import Charts
import Names

/// One word after `nakami`, with its options and its help.
struct Command: Sendable {
  let name: String
  let summary: LocalizedText
  /// What follows the name, for instance `"question" [options]`.
  let usage: String
  let options: [Option]
  let examples: [Example]
  /// What else one should know before using it.
  var notes: [LocalizedText] = []
  let run: @Sendable (Arguments) throws -> Void

  static let all: [Command] = [
    build, ask, feedback, improve, versions, learn, check, number, logits, inspect, importModel,
    clean, tokenizer, train, tune, twin, bench,
  ]

  func help(in language: Language) -> String {
    let words = HelpWording.of(language)
    var lines = [
      summary[language], "",
      "\(words.usage)nakami \(name) " + usage.replacing("[options]", with: words.anyOptions),
    ]
    if !options.isEmpty {
      lines += ["", words.options]
      lines += Self.columns(
        options.map { ($0.name + ($0.value.map { " " + $0 } ?? ""), $0.help[language]) })
    }
    if !examples.isEmpty {
      lines += ["", words.examples]
      lines += Self.columns(examples.map { ($0.line, $0.meaning[language]) })
    }
    for note in notes { lines += ["", note[language]] }
    return lines.joined(separator: "\n")
  }

  /// The second column begins where the widest cell of the first ends; kana take two places.
  static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { TerminalText.width(of: $0.0) }.max() ?? 0
    return rows.map { "  " + TerminalText.padded($0.0, to: width + 2) + $0.1 }
  }
}

/// A command line and what it does.
struct Example: Sendable {
  let line: String
  let meaning: LocalizedText

  init(_ line: String, en: String, ja: String) {
    self.line = line
    meaning = LocalizedText(en: en, ja: ja)
  }
}
