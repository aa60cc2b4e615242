import Charts
import Names
import Record

/// What two models know of everything else, of which one never read some documents.
struct TwinOthers: FigureDefinition {
  let name = "twin-others"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ others: (asked: String, whole: String, twin: String), _ loss: (String, String)?)
        -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Everything else is as it was",
    description: { others, loss in
      "Of \(others.asked) questions about anything else the model that read everything answers \(others.whole) rightly, "
        + "its twin \(others.twin)."
        + (loss.map {
          " On text that neither has read the loss is \($0.0) and \($0.1) nats a token."
        } ?? "")
    },
    columns: ["Question about", "#Asked", "#Read everything, right", "#The twin, right"])

  static let japanese = Words(
    title: "ほかのことは、もとのまま",
    description: { others, loss in
      "ほかのことについての\(others.asked)問では、全部読んだモデルの正解が\(others.whole)問、双子の正解が\(others.twin)問です。"
        + (loss.map { "どちらも読んでいない文章での損失は、1トークンあたり\($0.0)ナットと\($0.1)ナットです。" } ?? "")
    },
    columns: ["質問の中身", "#出題", "#全部読んだモデルの正解", "#双子の正解"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (exhibits, names) = (context.exhibits, context.wording.twin)
    guard let record = exhibits.twin, let others = exhibits.twinOthers else {
      throw context.missing(names.noTwin)
    }
    func share(_ right: Int, _ asked: Int) -> Double { Double(right * 100) / Double(max(asked, 1)) }
    return context.figure(
      words.title,
      words.description(
        (Numbers.count(others.asked), Numbers.count(others.whole), Numbers.count(others.twin)),
        exhibits.twinLoss(.test).map { (Numbers.fixed($0.whole, 3), Numbers.fixed($0.twin, 3)) }),
      DataTable(
        words.columns,
        record.groups.map {
          [
            names.group($0.kind), Numbers.count($0.asked), Numbers.count($0.whole),
            Numbers.count($0.twin),
          ]
        }),
      BarChart(
        axis: names.share,
        rows: record.groups.flatMap { group in
          [
            BarChart.Row(
              names.group(group.kind), [share(group.whole, group.asked), 0],
              text: "\(group.whole)/\(group.asked)"),
            BarChart.Row(
              "", [0, share(group.twin, group.asked)], text: "\(group.twin)/\(group.asked)"),
          ]
        }, series: [names.whole, names.twin], upTo: 100))
  }
}
