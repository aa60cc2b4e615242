import Charts
import Record

/// One answer as a reader, a program and a report get it.
struct DeliveredAnswer: FigureDefinition {
  let name = "answer-forms"
  let row = "U6"

  struct Words: Sendable {
    var title: String
    var description: String
    var columns: [String]
    var forms: (page: String, json: String, report: String)
    var reportLine:
      @Sendable (_ prompt: String, _ answer: String, _ tokens: Int, _ language: String) -> String
  }

  static let english = Words(
    title: "One answer, delivered in three forms",
    description: "The same answer for a reader, for a program and for a file.",
    columns: ["Form", "Text"],
    forms: (page: "On a page", json: "As JSON, for programs", report: "In a written report"),
    reportLine: { prompt, answer, tokens, language in
      "Question (\(language)): \(prompt)\nAnswer: \(answer)\nWritten in "
        + "\(NameWording.english(tokens, "token"))."
    }
  )

  static let japanese = Words(
    title: "一つの答えを、三つの形で届ける",
    description: "同じ答えを、読む人、プログラム、ファイルのそれぞれに向けて届けます。",
    columns: ["形", "内容"],
    forms: (page: "ページの上で", json: "プログラムのためのJSON", report: "報告書の中で"),
    reportLine: { prompt, answer, tokens, language in
      "質問（\(language)）：\(prompt)\n答え：\(answer)\n\(tokens)トークンで書かれました。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let answer = usage.answer
    let json = """
      {
        "answer": \(quoted(answer.text)),
        "language": \(quoted(answer.language.rawValue)),
        "prompt": \(quoted(answer.prompt)),
        "tokens": \(answer.choices.count)
      }
      """
    let report = words.reportLine(
      answer.prompt, answer.text, answer.choices.count,
      context.names.language(answer.language))
    let forms = [
      (words.forms.page, answer.text), (words.forms.json, json), (words.forms.report, report),
    ]
    return context.figure(
      words.title, words.description,
      DataTable(words.columns, forms.map { [$0, $1] }),
      RunningText(forms.map { RunningText.Passage($0, [TextRun($1)]) }))
  }

  /// A string of JSON.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..<" ": result += "\\u00" + BytesView.hex(UInt8(scalar.value))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
