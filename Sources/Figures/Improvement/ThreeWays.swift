import Charts
import Names
import Record

/// The same corrections learned in three ways: what is learned, what it weighs, what it brings and what it costs.
struct ThreeWays: FigureDefinition {
  let name = "three-ways"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ most: Way, _ least: Way) -> String
    var columns: [String]
    var accepted: String
    var refused: @Sendable (_ failed: Int) -> String
    var noWays: String

    struct Way: Sendable {
      var name: String
      var learned: String
      var bytes: String
    }
  }

  static let english = Words(
    title: "Three ways to learn the same",
    description: { most, least in
      "From \(most.learned) numbers that are learned (\(most.name), \(most.bytes)) down to \(least.learned) "
        + "(\(least.name), \(least.bytes)). “Forgotten” counts questions outside of the corrections that were right "
        + "before and are not any more."
    },
    columns: [
      "What may move", "#Learned numbers", "#On disk", "#Corrected", "#Asked otherwise",
      "#Forgotten",
      "#Test loss", "Gate",
    ],
    accepted: "would be accepted",
    refused: { "would fail \($0 == 1 ? "1 condition" : "\($0) conditions")" },
    noWays: "this run did not try several ways to learn the same corrections")

  static let japanese = Words(
    title: "同じことを三つのやり方で学ぶ",
    description: { most, least in
      "学習する数は、\(most.name)なら\(most.learned)個（\(most.bytes)）、\(least.name)なら\(least.learned)個（\(least.bytes)）です。"
        + "「忘れた」は、訂正とは別の質問のうち、前は正しかったのに正しくなくなったものの数です。"
    },
    columns: ["動かす重み", "#学習する数", "#ファイル", "#訂正", "#言い方を変えて", "#忘れた", "#テストの損失", "門"],
    accepted: "合格になる",
    refused: { "条件\($0)個を満たさない" },
    noWays: "この実行では、同じ訂正をいくつかのやり方で学ぶことは試していません")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    let ways = shown.improvement?.ways ?? []
    guard let most = ways.max(by: { $0.learnedCount < $1.learnedCount }),
      let least = ways.min(by: { $0.learnedCount < $1.learnedCount })
    else { throw context.missing(words.noWays) }
    func way(_ trial: ImprovementRecord.WayTrial) -> Words.Way {
      .init(
        name: names.way(trial.way, trial.rank), learned: Numbers.count(trial.learnedCount),
        bytes: Numbers.bytes(trial.byteCount))
    }
    func right(_ trial: ImprovementRecord.WayTrial, _ group: ImprovementMeasure) -> String {
      trial.scores.first { $0.group == group && $0.asked > 0 }.map {
        "\(Numbers.count($0.rightAfter))/\(Numbers.count($0.asked))"
      } ?? ""
    }
    let table = DataTable(
      words.columns,
      ways.map { trial in
        let own = way(trial)
        return [
          own.name, own.learned, own.bytes, right(trial, .corrected), right(trial, .otherwise),
          Numbers.count(trial.forgotten), Numbers.fixed(trial.testLoss, 3),
          trial.failed.isEmpty ? words.accepted : words.refused(trial.failed.count),
        ]
      })
    return context.figure(
      words.title, words.description(way(most), way(least)), table,
      TableChart(table, marks: ways.map { $0.failed.isEmpty ? .right : .wrong }))
  }
}
