import Charts
import Names
import Record

/// How many weights changed by how much while a version learned.
struct SizeOfChange: FigureDefinition {
  let name = "size-of-change"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ version: String, _ all: String, _ share: String, _ limit: String) -> String
    var columns: [String]
    var axis: String
    var below: @Sendable (_ limit: String) -> String
    var between: @Sendable (_ least: String, _ limit: String) -> String
    var above: @Sendable (_ least: String) -> String
  }

  static let english = Words(
    title: "How large the changes are",
    description: { version, all, share, limit in
      "All \(all) weights of \(version), by how much each changed: \(share) changed by less than \(limit)."
    },
    columns: ["Change", "#Weights", "#Share"],
    axis: "share of all weights (%)",
    below: { "below \($0)" }, between: { "\($0) to \($1)" }, above: { "\($0) and more" })

  static let japanese = Words(
    title: "変化の大きさ",
    description: { version, all, share, limit in
      "\(version)の重み\(all)個を、変化の大きさで分けました。変化が\(limit)に届かない重みは\(share)です。"
    },
    columns: ["変化", "#重みの数", "#割合"],
    axis: "すべての重みのうちの割合（%）",
    below: { "\($0)未満" }, between: { "\($0)～\($1)" }, above: { "\($0)以上" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    guard let version = shown.toldVersion, let sizes = version.learning?.sizes,
      let changes = shown.changes
    else { throw context.missing(names.noVersions) }
    let limits = sizes.map { $0.below.map { Numbers.brief($0) } }
    func name(_ place: Int) -> String {
      let least = place > 0 ? limits[place - 1] : nil
      switch (least, limits[place]) {
      case (nil, let limit): return words.below(limit ?? "")
      case (let least?, let limit?): return words.between(least, limit)
      case (let least?, nil): return words.above(least)
      }
    }
    func share(_ count: Int) -> Double { Double(count) / Double(changes.all) }
    return context.figure(
      words.title,
      words.description(
        names.judged(version, context.names), Numbers.count(changes.all),
        Numbers.percent(share(changes.below)), Numbers.brief(changes.limit)),
      DataTable(
        words.columns,
        sizes.indices.map {
          [name($0), Numbers.count(sizes[$0].count), Numbers.percent(share(sizes[$0].count))]
        }),
      BarChart(
        axis: words.axis,
        rows: sizes.indices.map {
          BarChart.Row(
            name($0), [100 * share(sizes[$0].count)], text: Numbers.percent(share(sizes[$0].count)))
        }, roles: [.learned]))
  }
}
