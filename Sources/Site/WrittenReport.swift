import Charts
import Markup
import Names

/// A report in one file: a title, facts by their names, figures below each other.
struct WrittenReport {
  var language: Language
  var title: String
  /// Stands in every report of its kind, so that a later one may take its place.
  var signature: String
  var facts: [Line]
  var figures: [Figure]

  struct Line {
    var name: String
    var text: String
  }

  func text(as format: AnswerReport.Format) -> String {
    switch format {
    case .html: html
    case .markdown: markdown
    }
  }

  private var html: String {
    tag("html", ["lang": language.rawValue]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        ContentPolicy.single
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("title", "\(title) – Nakami")
        tag("meta", ["name": "generator", "content": signature])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("style", Stylesheet.whole)
      }
      tag("body", ["class": "page-wide"]) {
        tag("div", ["class": "columns"]) {
          tag("main", ["id": "content"]) {
            tag("h1", title)
            tag("dl") {
              for line in facts {
                tag("dt") { tag("strong", line.name) }
                tag("dd", line.text)
              }
            }
            for figure in figures {
              tag("div", ["class": "shown"]) { figure.markup() }
            }
          }
        }
      }
    }.htmlDocument()
  }

  private var markdown: String {
    var lines = ["# " + title, ""]
    for line in facts { lines.append("- **\(line.name)**: \(Self.escaped(line.text))") }
    for figure in figures {
      lines += ["", "## " + figure.title, "", Self.escaped(figure.description), ""]
      let columns = figure.table.columns
      lines.append("| " + columns.map { Self.escaped($0.title) }.joined(separator: " | ") + " |")
      lines.append(
        "| " + columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |")
      for row in figure.table.rows {
        lines.append("| " + row.map(Self.escaped).joined(separator: " | ") + " |")
      }
    }
    return (lines + ["", "<!-- \(signature) -->"]).joined(separator: "\n") + "\n"
  }

  /// Text that stands for itself in Markdown, on one line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      if scalar == "\n" {
        result += " "
      } else {
        if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
