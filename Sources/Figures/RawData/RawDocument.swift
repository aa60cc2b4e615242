import Charts
import Names
import Record

/// One raw document as it was found, its noise marked.
struct RawDocument: FigureDefinition {
  let name = "raw-document"
  let row = "L1"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ title: String, _ size: String, _ marks: String) -> String
    var columns: [String]
    var noMarks: @Sendable (_ isKnown: Bool) -> String
    var noSample: String
  }

  static let english = Words(
    title: "One raw document, as it was found",
    description: { title, size, marks in
      "An excerpt of “\(title)” (\(size)), not cleaned yet. Marked in it: \(marks)."
    },
    columns: ["Noise", "#From byte", "#To byte", "Text"],
    noMarks: { isKnown in
      isKnown ? "nothing, it came clean" : "nothing, for nobody recorded where noise was put"
    },
    noSample: "this run kept no raw document as a sample"
  )

  static let japanese = Words(
    title: "集めたままの文書の一つ",
    description: { title, size, marks in
      "まだ何も整えていない文書「\(title)」（\(size)）の一部です。印のついた所：\(marks)。"
    },
    columns: ["ノイズの種類", "#開始バイト", "#終了バイト", "文字列"],
    noMarks: { isKnown in
      isKnown ? "なし（もともときれいな文書です）" : "なし（ノイズの場所は記録されていません）"
    },
    noSample: "この実行には、生の文書の見本が残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.names
    guard let sample = context.exhibits.rawSample else {
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
      names.noted(names.noise(kind), String(noise.filter { $0.kind == kind }.count))
    }
    let passage = RunningText.Passage(
      [document.id, document.source, document.date, document.encoding]
        .filter { !$0.isEmpty }.joined(separator: " · "),
      Excerpt.of(
        runs.filter { !$0.text.isEmpty }, keeping: 70, upTo: 1400,
        note: context.wording.texts.leftOut))
    return context.figure(
      words.title,
      words.description(
        document.title.isEmpty ? document.id : document.title, Numbers.bytes(document.bytes),
        counts.isEmpty
          ? words.noMarks(context.run.setting.usesWorld) : names.list(counts)),
      DataTable(
        words.columns,
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
  private func separate(
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
