import Charts
import Record

/// How often each rule of cleaning changed something or dropped a document.
struct CleaningRules: FigureDefinition {
  let name = "cleaning-rules"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ documents: String, _ rest: String, _ bytes: String, _ restBytes: String) ->
        String
    var columns: [String]
    var axis: String
    var series: [String]
    var text: @Sendable (_ edits: Int, _ dropped: Int) -> String
  }

  static let english = Words(
    title: "What each cleaning rule did",
    description: { documents, rest, bytes, restBytes in
      "\(documents) (\(bytes)) went in, \(rest) (\(restBytes)) came out. Each bar counts how often a "
        + "rule changed something or dropped a document."
    },
    columns: ["Rule", "Why", "#Edits", "#Documents", "#Dropped", "#Bytes removed"],
    axis: "edits, documents",
    series: ["edits", "documents dropped"],
    text: { edits, dropped in
      let counts = [
        edits > 0 ? NameWording.english(edits, "edit") : nil,
        dropped > 0 ? NameWording.english(dropped, "document") + " dropped" : nil,
      ]
      return counts.compactMap { $0 }.joined(separator: ", ")
    }
  )

  static let japanese = Words(
    title: "クリーニングの規則は、それぞれ何をしたか",
    description: { documents, rest, bytes, restBytes in
      "\(documents)（\(bytes)）が入り、\(rest)（\(restBytes)）が残りました。棒の長さは、その規則が文字を直したり文書を捨てたりした回数です。"
    },
    columns: ["規則", "理由", "#回数", "#文書数", "#捨てた文書", "#減ったバイト数"],
    axis: "直した回数・除いた文書数",
    series: ["直した回数", "除いた文書"],
    text: { edits, dropped in
      let counts = [
        edits > 0 ? "\(Numbers.count(edits))か所" : nil,
        dropped > 0 ? "\(Numbers.count(dropped))文書を除外" : nil,
      ]
      return counts.compactMap { $0 }.joined(separator: "、")
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.cleaning]
    let names = context.names
    let rows = record.rules.map { rule in
      BarChart.Row(
        rule.name[context.language], [Double(rule.edits), Double(rule.documentsDropped)],
        text: words.text(rule.edits, rule.documentsDropped))
    }
    return context.figure(
      words.title,
      words.description(
        names.documents(record.documentsBefore), names.documents(record.documentsAfter),
        Numbers.bytes(record.bytesBefore), Numbers.bytes(record.bytesAfter)),
      DataTable(
        words.columns,
        record.rules.map {
          [
            $0.name[context.language], $0.reason[context.language], Numbers.count($0.edits),
            Numbers.count($0.documents), Numbers.count($0.documentsDropped),
            Numbers.count($0.bytesRemoved),
          ]
        }),
      BarChart(axis: words.axis, rows: rows, series: words.series))
  }
}
