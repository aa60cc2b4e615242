import Charts
import Figures
import Markup
import Names
import Record

/// A written report of one answer with its figures, in one file.
public enum AnswerReport {
  public enum Format: Sendable {
    case html, markdown

    /// By the ending of a file's name; nil for another one.
    public init?(path: String) {
      let name = path.lowercased()
      if name.hasSuffix(".html") {
        self = .html
      } else if name.hasSuffix(".md") {
        self = .markdown
      } else {
        return nil
      }
    }
  }

  /// Stands in every report, so that a later one may take its place.
  public static let signature = "Nakami, report of an answer"

  /// The figures of one answer, in the order of the flow.
  static let figureNames = [
    "prompt-steps", "prompt-tokens", "choices", "choice-film", "postprocessing",
  ]

  /// The report in the language of the prompt.
  /// - Parameter model: what the model is called.
  public static func text(_ answer: AnswerRecord, model: String, as format: Format) -> String {
    switch format {
    case .html: html(answer, model)
    case .markdown: markdown(answer, model)
    }
  }

  private static func figures(_ answer: AnswerRecord) -> [Figure] {
    var run = Run(
      setting: SettingRecord(version: Run.currentVersion, seed: answer.seed, usesWorld: false))
    run[.usage] = UsageRecord(answers: [answer])
    return figureNames.compactMap {
      try? FigureCatalog.figure($0, run: run, language: answer.language)
    }
  }

  private struct Line {
    var name: String
    var text: String
  }

  private struct Words {
    var title, prompt, answer, end, settings, confidence, model: String
    var hold: (_ confidence: String, _ threshold: String, _ isHeld: Bool) -> String

    static func of(_ language: Language) -> Words {
      switch language {
      case .english:
        Words(
          title: "How an answer came to be", prompt: "Prompt", answer: "Answer", end: "End",
          settings: "Settings", confidence: "Confidence", model: "Model",
          hold: { confidence, threshold, isHeld in
            isHeld
              ? "\(confidence), below \(threshold): held back"
              : "\(confidence), not below \(threshold): given"
          })
      case .japanese:
        Words(
          title: "一つの答えができるまで", prompt: "プロンプト", answer: "答え", end: "終わり",
          settings: "設定", confidence: "自信", model: "モデル",
          hold: { confidence, threshold, isHeld in
            isHeld
              ? "\(confidence)。\(threshold)に届かないので、控えました"
              : "\(confidence)。\(threshold)以上なので、答えました"
          })
      }
    }
  }

  private static func facts(_ answer: AnswerRecord, _ model: String) -> [Line] {
    let (words, language) = (Words.of(answer.language), answer.language)
    var lines = [
      Line(name: words.prompt, text: answer.prompt), Line(name: words.answer, text: answer.text),
    ]
    if let finish = answer.finish {
      lines.append(Line(name: words.end, text: AnswerForms.why(finish, answer, language)))
    }
    lines.append(Line(name: words.settings, text: AnswerForms.settings(answer, language)))
    if let hold = answer.hold {
      lines.append(
        Line(
          name: words.confidence,
          text: words.hold(
            Numbers.percent(hold.confidence), Numbers.percent(hold.threshold), hold.isHeld)))
    }
    lines.append(Line(name: words.model, text: model))
    return lines
  }

  private static func html(_ answer: AnswerRecord, _ model: String) -> String {
    let title = Words.of(answer.language).title
    return tag("html", ["lang": answer.language.rawValue]) {
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
              for line in facts(answer, model) {
                tag("dt") { tag("strong", line.name) }
                tag("dd", line.text)
              }
            }
            for figure in figures(answer) {
              tag("div", ["class": "shown"]) { figure.markup() }
            }
          }
        }
      }
    }.htmlDocument()
  }

  private static func markdown(_ answer: AnswerRecord, _ model: String) -> String {
    var lines = ["# " + Words.of(answer.language).title, ""]
    for line in facts(answer, model) { lines.append("- **\(line.name)**: \(escaped(line.text))") }
    for figure in figures(answer) {
      lines += ["", "## " + figure.title, "", escaped(figure.description), ""]
      let columns = figure.table.columns
      lines.append("| " + columns.map { escaped($0.title) }.joined(separator: " | ") + " |")
      lines.append(
        "| " + columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |")
      for row in figure.table.rows {
        lines.append("| " + row.map(escaped).joined(separator: " | ") + " |")
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
