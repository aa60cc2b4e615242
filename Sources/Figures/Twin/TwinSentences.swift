import Charts
import Names
import Record

/// The sentences that a twin never read, one by one.
struct TwinSentences: FigureDefinition {
  let name = "twin-sentences"
  let row = "L5c"

  /// So many at most.
  static let most = 40

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ documents: Int, _ all: String, _ sentences: Int, _ shown: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "All that was taken away",
    description: { documents, all, sentences, shown in
      "\(NameWording.english(documents, "document")) of \(all) name both; the list has the "
        + (sentences == 1 ? "sentence that tells" : "\(sentences) sentences that tell") + " it"
        + (shown < sentences ? ", the first \(shown) of them." : ".")
    },
    columns: ["Sentence", "#Documents"])

  static let japanese = Words(
    title: "取り除いたもののすべて",
    description: { documents, all, sentences, shown in
      "文書\(all)件のうち\(documents)件に、人の名前と正しい言葉の両方があります。そこからそれを語る文を拾うと、\(sentences)通りになりました"
        + (shown < sentences ? "（初めの\(shown)通りを示します）。" : "。")
    },
    columns: ["文", "#文書"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let sentences = context.exhibits.twinSentences
    guard let record = context.exhibits.twin, !sentences.isEmpty else {
      throw context.missing(context.wording.twin.noTwin)
    }
    let shown = sentences.prefix(Self.most)
    let table = DataTable(
      words.columns, shown.map { [$0.text.onOneLine, Numbers.count($0.documents)] })
    return context.figure(
      words.title,
      words.description(
        record.shelves.reduce(0) { $0 + $1.leftOut },
        Numbers.count(record.shelves.reduce(0) { $0 + $1.documents }), sentences.count,
        shown.count),
      table, TableChart(table))
  }
}
