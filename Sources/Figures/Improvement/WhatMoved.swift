import Charts
import Names
import Record

/// How far the weights of each part of the model moved while a version learned.
struct WhatMoved: FigureDefinition {
  let name = "what-moved"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ version: String, _ most: Part, _ least: Part) -> String
    var columns: [String]
    var axis: String

    struct Part: Sendable {
      var name: String
      var share: String
    }
  }

  static let english = Words(
    title: "Which weights moved, and how far",
    description: { version, most, least in
      "Root mean square of all changes in a part, beside that of its weights, while \(version) learned. Most moved: "
        + "\(most.name), by \(most.share); least: \(least.name), by \(least.share)."
    },
    columns: [
      "Part", "#Weights", "#RMS before", "#RMS of the change", "#Share", "#Largest change",
    ],
    axis: "change beside the weights (%)")

  static let japanese = Words(
    title: "どの重みが、どれだけ動いたか",
    description: { version, most, least in
      "\(version)が学ぶあいだの変化を、部分ごとに二乗平均の平方根で表し、もとの重みの大きさと比べました。いちばん動いたのは"
        + "\(most.name)（\(most.share)）、いちばん動かなかったのは\(least.name)（\(least.share)）です。"
    },
    columns: ["部分", "#重みの数", "#もとの大きさ", "#変化の大きさ", "#割合", "#最大の変化"],
    axis: "もとの重みに対する変化（%）")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    guard let version = shown.toldVersion, let moved = version.learning?.moved,
      let most = shown.movedMost,
      let least = moved.first(where: { $0.share == moved.map(\.share).min() })
    else { throw context.missing(names.noVersions) }
    func name(_ part: ImprovementRecord.Moved) -> String {
      names.part(context.names.part(part.part), part.layer)
    }
    return context.figure(
      words.title,
      words.description(
        names.judged(version, context.names),
        .init(name: name(most), share: Numbers.percent(most.share, 2)),
        .init(name: name(least), share: Numbers.percent(least.share, 2))),
      DataTable(
        words.columns,
        moved.map {
          [
            name($0), Numbers.count($0.count), Numbers.significant($0.weightRMS),
            Numbers.significant($0.changeRMS), Numbers.percent($0.share, 2),
            Numbers.significant($0.largest),
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: moved.map {
          BarChart.Row(
            name($0), [100 * $0.share], text: Numbers.percent($0.share, 2),
            mark: $0 == most ? .noted("") : nil)
        }, roles: [.learned]))
  }
}
