import Charts
import Record

/// Figures of L6a and L6b: the model as a file, and the program that reads it.
enum ModelFileFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("model-file", file), ("same-numbers", same),
  ]

  @Sendable private static func file(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.modelFile]
    let words = context.wording.evaluation
    let bytes = Array(record.firstBytes.prefix(96))
    let dataStart = 8 + record.headerLength
    var parts: [BytesView.Part] = []
    let add = { (range: Range<Int>, words: (name: String, meaning: String)) in
      let shown = range.clamped(to: 0..<bytes.count)
      if !shown.isEmpty {
        parts.append(BytesView.Part(shown, name: words.name, meaning: words.meaning))
      }
    }
    add(0..<8, words.lengthPart(Numbers.count(record.headerLength)))
    let excerpt = TerminalText.truncated(record.headerExcerpt.onOneLine, to: 100)
    add(8..<dataStart, words.headerPart(excerpt))
    if let first = record.tensors.min(by: { $0.start < $1.start }), dataStart + 4 <= bytes.count {
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[dataStart + $1]) << (8 * $1) }
      add(
        dataStart..<bytes.count,
        words.dataPart(first.name, Numbers.significant(Double(Float(bitPattern: bits)), 4)))
    }
    return context.figure(
      words.fileTitle,
      words.fileDescription(
        record.fileName, Numbers.bytes(record.byteCount), record.tensors.count),
      DataTable(
        words.fileColumns,
        record.tensors.map {
          [
            $0.name, $0.type, Numbers.shape($0.shape), Numbers.count($0.start),
            Numbers.count($0.end),
          ]
        }),
      BytesView(bytes, parts: parts))
  }

  @Sendable private static func same(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.inference]
    let words = context.wording.evaluation
    guard !record.comparisons.isEmpty else { throw context.missing(words.noComparison) }
    let table = DataTable(
      words.sameColumns,
      record.comparisons.map {
        [
          $0.token.shown, Numbers.fixed($0.training, 5),
          Numbers.fixed($0.inference, 5),
          Numbers.significant(($0.training - $0.inference).magnitude, 2),
        ]
      })
    return context.figure(
      words.sameTitle,
      words.sameDescription(
        record.prompt.onOneLine, Numbers.significant(record.largestDifference, 2)),
      table, TableChart(table))
  }
}
