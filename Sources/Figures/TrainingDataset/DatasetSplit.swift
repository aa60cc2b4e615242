import Charts
import Names
import Record

/// How documents and tokens are dealt out to training, validation and test.
struct DatasetSplit: FigureDefinition {
  let name = "dataset-split"
  let row = "L3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ parts: [String], _ isCut: Bool) -> String
    var columns: [String]
    var axis: String
    var text: @Sendable (_ tokens: String, _ documents: String, _ share: String) -> String
  }

  static let english = Words(
    title: "The split: learn, check, examine",
    description: { parts, isCut in
      (isCut
        ? "Long documents were cut into pieces, and these divided: "
        : "Documents are divided, never cut: ")
        + "\(parts.joined(separator: "; "))."
    },
    columns: ["Part", "Kind", "Language", "#Documents", "#Tokens"],
    axis: "thousand tokens",
    text: { tokens, documents, share in "\(share) (\(documents))" }
  )

  static let japanese = Words(
    title: "データの分け方：学ぶ、確かめる、試験する",
    description: { parts, isCut in
      (isCut ? "長い文書は先に切り分けました。" : "文書は途中で切りません。")
        + "\(parts.joined(separator: "。"))。"
    },
    columns: ["用途", "種類", "言語", "#文書数", "#トークン数"],
    axis: "千トークン",
    text: { tokens, documents, share in "\(share)（\(documents)）" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.dataset]
    let names = context.names
    let total = max(1, record.parts.reduce(0) { $0 + $1.tokens })
    let share = { (part: DatasetRecord.Part) in
      Numbers.percent(Double(part.tokens) / Double(total))
    }
    let rows = record.parts.map { part in
      let values = Language.allCases.map { language in
        part.shelves.filter { $0.language == language }.reduce(0) { $0 + Double($1.tokens) / 1000 }
      }
      return BarChart.Row(
        names.split(part.name), values,
        text: words.text(
          names.tokens(part.tokens), names.documents(part.documents), share(part)))
    }
    return context.figure(
      words.title,
      words.description(
        record.parts.map { part in
          names.labelled(
            names.split(part.name),
            names.list([
              names.documents(part.documents), names.noted(names.tokens(part.tokens), share(part)),
            ]))
        },
        record.parts.reduce(0) { $0 + $1.documents }
          > (context.run[.cleaning]?.documentsAfter ?? .max)),
      DataTable(
        words.columns,
        record.parts.flatMap { part in
          part.shelves.map { shelf in
            [
              names.split(part.name), names.kind(shelf.kind), names.language(shelf.language),
              Numbers.count(shelf.documents), Numbers.count(shelf.tokens),
            ]
          }
        }),
      BarChart(
        axis: words.axis, rows: rows, series: Language.allCases.map(names.language)))
  }
}
