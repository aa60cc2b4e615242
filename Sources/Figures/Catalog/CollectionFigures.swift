import Charts
import Names
import Record

/// Figures of L1: the documents as they were gathered.
enum CollectionFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("document-shelf", shelf), ("raw-document", rawDocument),
  ]

  @Sendable private static func shelf(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.collection
    let (words, names) = (context.wording.collection, context.names)
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
      words.shelfColumns,
      record.shelves.map {
        [
          names.kind($0.kind), names.language($0.language), Numbers.count($0.documents),
          Numbers.count($0.bytes), $0.licence,
        ]
      })
    return context.figure(
      words.shelfTitle,
      words.shelfDescription(
        names.documents(record.documentCount), Numbers.bytes(record.byteCount),
        largest.map(names.kind) ?? "–", Numbers.bytes(largest.map(size) ?? 0)),
      table,
      BarChart(axis: words.shelfAxis, rows: rows, series: languages.map(names.language)))
  }

  @Sendable private static func rawDocument(_ context: FigureContext) throws(FigureError) -> Figure
  {
    let (words, names) = (context.wording.collection, context.names)
    guard let sample = context.own(context.run.collection.samples, { $0.document.language }) else {
      throw context.missing(words.noSample)
    }
    let noise = separate(sample.noise)
    let kinds = NoiseKind.allCases.filter { kind in noise.contains { $0.kind == kind } }
    let text = Array(sample.text.utf8)
    let slice = { (start: Int, end: Int) in
      String(
        decoding: text[min(start, text.count)..<min(max(start, end), text.count)], as: UTF8.self)
    }
    var runs: [TextRun] = []
    var place = 0
    for mark in noise {
      runs.append(TextRun(slice(place, mark.range.start), .plain))
      let kind = kinds.firstIndex(of: mark.kind) ?? 0
      runs.append(TextRun(slice(mark.range.start, mark.range.end), .mark(kind)))
      place = mark.range.end
    }
    runs.append(TextRun(slice(place, text.count), .plain))
    let document = sample.document
    let counts = kinds.map { kind in
      "\(names.noise(kind)) (\(noise.filter { $0.kind == kind }.count))"
    }
    let passage = RunningText.Passage(
      [document.id, document.source, document.date, document.encoding]
        .filter { !$0.isEmpty }.joined(separator: " · "),
      Excerpt.of(
        runs.filter { !$0.text.isEmpty }, keeping: 70, upTo: 1400, note: words.leftOut))
    return context.figure(
      words.rawTitle,
      words.rawDescription(
        document.title.isEmpty ? document.id : document.title, Numbers.bytes(document.bytes),
        counts.isEmpty ? words.noMarks : names.list(counts)),
      DataTable(
        words.rawColumns,
        noise.map {
          [
            names.noise($0.kind), Numbers.count($0.range.start), Numbers.count($0.range.end),
            TerminalText.truncated(
              TerminalText.visible(slice($0.range.start, $0.range.end)), to: 120),
          ]
        }),
      RunningText(
        [passage],
        legend: kinds.enumerated().map {
          RunningText.Key(.mark($0.offset), names.noise($0.element))
        }
      ))
  }

  /// Marks in the order of their places; of two that overlap, the first.
  private static func separate(
    _ noise: [CollectionRecord.Noise]
  ) -> [CollectionRecord.Noise] {
    var result: [CollectionRecord.Noise] = []
    let sorted = noise.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    for (_, mark) in sorted where mark.range.end > mark.range.start {
      if mark.range.start >= result.last?.range.end ?? 0 { result.append(mark) }
    }
    return result
  }
}
