import Charts
import Names
import Record

/// The shelf: every document that was gathered, by kind and language.
struct DocumentShelf: FigureDefinition {
  let name = "document-shelf"
  let row = "L1"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ documents: String, _ size: String, _ kind: String, _ kindSize: String) -> String
    var columns: [String]
    var axis: String
  }

  static let english = Words(
    title: "The shelf: every document that was gathered, by kind and language",
    description: { documents, size, kind, kindSize in
      "\(documents), \(size) in all. The biggest shelf holds \(kind) (\(kindSize))."
    },
    columns: ["Kind", "Language", "#Documents", "#Bytes", "Licence"],
    axis: "size (kB)"
  )

  static let japanese = Words(
    title: "文書の棚：集めた文書を種類と言語で分けたもの",
    description: { documents, size, kind, kindSize in
      "全部で\(documents)、合わせて\(size)。いちばん大きい棚は「\(kind)」（\(kindSize)）です。"
    },
    columns: ["種類", "言語", "#文書数", "#バイト数", "ライセンス"],
    axis: "大きさ（kB）"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.collection]
    let names = context.names
    let languages = (Language.allCases + [nil]).filter { language in
      record.shelves.contains { $0.language == language }
    }
    let kinds = DocumentKind.allCases.filter { kind in
      record.shelves.contains { $0.kind == kind }
    }
    let rows = kinds.map { kind in
      let shelves = record.shelves.filter { $0.kind == kind }
      let values = languages.map { language in
        shelves.filter { $0.language == language }.reduce(0) { $0 + Double($1.bytes) / 1000 }
      }
      let documents = shelves.reduce(0) { $0 + $1.documents }
      return BarChart.Row(names.kind(kind), values, text: names.documents(documents))
    }
    let size = { (kind: DocumentKind) in
      record.shelves.filter { $0.kind == kind }.reduce(0) { $0 + $1.bytes }
    }
    let largest = kinds.max { size($0) < size($1) }
    let table = DataTable(
      words.columns,
      record.shelves.map {
        [
          names.kind($0.kind), names.language($0.language), Numbers.count($0.documents),
          Numbers.count($0.bytes), $0.licence,
        ]
      })
    return context.figure(
      words.title,
      words.description(
        names.documents(record.documentCount), Numbers.bytes(record.byteCount),
        largest.map(names.kind) ?? "–", Numbers.bytes(largest.map(size) ?? 0)),
      table,
      BarChart(axis: words.axis, rows: rows, series: languages.map(names.language)))
  }
}
