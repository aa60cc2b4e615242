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
  }

  static let english = Words(
    title: "One answer, delivered in three forms",
    description:
      "The same answer for a reader, for a program and for a file. In the JSON, … stands "
      + "for what lies deeper.",
    columns: ["Form", "Text"],
    forms: (
      page: "On a page", json: "As JSON, for programs (nakami ask --json)",
      report: "As a report (nakami ask)"
    )
  )

  static let japanese = Words(
    title: "一つの答えを、三つの形で届ける",
    description: "同じ答えを、読む人、プログラム、ファイルのそれぞれに向けて届けます。JSONの…は、それより奥の中身を省いたところです。",
    columns: ["形", "内容"],
    forms: (page: "ページの上で", json: "プログラムのためのJSON（nakami ask --json）", report: "報告書として（nakami ask）")
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    let answer = usage.answer
    guard let json = try? AnswerForms.json(answer) else {
      throw context.missing(context.wording.reasons.noAnswer)
    }
    let report = AnswerForms.report(answer).joined(separator: "\n")
    let forms = [
      (words.forms.page, answer.text),
      (words.forms.json, AnswerForms.outline(ofJSON: json, depth: 4, closing: "account")),
      (words.forms.report, report),
    ]
    return context.figure(
      words.title, words.description,
      DataTable(words.columns, forms.map { [$0, $1] }),
      RunningText(forms.map { RunningText.Passage($0, [TextRun($1)]) }))
  }
}
