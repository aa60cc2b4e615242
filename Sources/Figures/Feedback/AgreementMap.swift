import Charts
import Names
import Record

/// How far each two visitors agree beyond chance, and all of them together.
struct AgreementMap: FigureDefinition {
  let name = "agreement"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var all:
      @Sendable (_ shared: String, _ observed: String, _ expected: String, _ kappa: String)
        -> String
    var most: @Sendable (_ names: (String, String), _ kappa: String) -> String
    var least: @Sendable (_ names: (String, String), _ kappa: String) -> String
    var none: String
    var columns: [String]
    var axis: String
    var valueAxis: String
    var masked: String
  }

  static let english = Words(
    title: "How far the visitors agree",
    all: { shared, observed, expected, kappa in
      "On the \(shared) answers that all rated, \(observed) of the pairs of visitors agree; chance alone would make "
        + "it \(expected). What is left of it is Fleiss' kappa: \(kappa)."
    },
    most: { names, kappa in " Most alike are \(names.0) and \(names.1) (\(kappa))" },
    least: { names, kappa in ", least alike \(names.0) and \(names.1) (\(kappa))." },
    none: "No answer was rated by all, or all said the same: there is nothing to compare.",
    columns: ["First", "Second", "#Both rated", "#Agree", "#By chance", "#Cohen's kappa"],
    axis: "visitor",
    valueAxis: "Cohen's kappa: 1 full agreement, 0 chance",
    masked: "with oneself, or nothing to compare")

  static let japanese = Words(
    title: "訪問者どうしは、どれだけ一致するか",
    all: { shared, observed, expected, kappa in
      "全員が評価した\(shared)個の答えでは、訪問者の組のうち\(observed)が一致しています。偶然だけでも\(expected)は一致するはずなので、"
        + "それをこえた分を測るフライスのカッパ係数は\(kappa)です。"
    },
    most: { names, kappa in "いちばん似ているのは\(names.0)と\(names.1)（\(kappa)）、" },
    least: { names, kappa in "いちばん違うのは\(names.0)と\(names.1)（\(kappa)）です。" },
    none: "全員が評価した答えがないか、全員が同じ評価なので、比べられません。",
    columns: ["一人目", "二人目", "#両方が評価", "#一致", "#偶然なら", "#コーエンのカッパ係数"],
    axis: "訪問者", valueAxis: "コーエンのカッパ係数（1は完全な一致、0は偶然）",
    masked: "自分自身、または比べられない")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let visitors = context.run[.feedback]?.visitors ?? []
    let pairs = context.exhibits.agreementsOfPairs.filter {
      $0.raters.allSatisfy(visitors.indices.contains)
    }
    guard !pairs.isEmpty else { throw context.missing(context.wording.visiting.noRound) }
    let names = visitors.map { $0.name[context.language] }
    var values = names.map { _ in names.map { _ in Float.nan } }
    for pair in pairs {
      let kappa = pair.kappa.map { Float($0) } ?? .nan
      values[pair.raters[0]][pair.raters[1]] = kappa
      values[pair.raters[1]][pair.raters[0]] = kappa
    }
    return context.figure(
      words.title, description(names, context, words),
      DataTable(
        words.columns,
        pairs.map { pair in
          pair.raters.map { names[$0] } + [Numbers.count(pair.shared)]
            + [
              pair.observed.map { Numbers.percent($0) }, pair.expected.map { Numbers.percent($0) },
            ]
            .map { $0 ?? "–" } + [pair.kappa.map { Numbers.fixed($0, 2) } ?? "–"]
        }),
      HeatMap(
        panels: [HeatMap.Panel("", values)], palette: .divergingComputed, rowLabels: names,
        columnLabels: names, rowAxis: words.axis, columnAxis: words.axis,
        valueAxis: words.valueAxis, leastCell: 24, maskLabel: words.masked))
  }

  private func description(
    _ names: [String], _ context: FigureContext, _ words: Words
  ) -> String {
    let shown = context.exhibits
    guard let all = shown.agreementOfAll, let observed = all.observed, let expected = all.expected,
      let kappa = all.kappa
    else { return words.none }
    var text = words.all(
      Numbers.count(all.shared), Numbers.percent(observed), Numbers.percent(expected),
      Numbers.fixed(kappa, 3))
    if let most = shown.mostAlike, let least = shown.leastAlike {
      func two(_ pair: FeedbackRecord.AgreementRecord) -> (String, String) {
        (names[pair.raters[0]], names[pair.raters[1]])
      }
      text += words.most(two(most), Numbers.fixed(most.kappa ?? 0, 2))
      text += words.least(two(least), Numbers.fixed(least.kappa ?? 0, 2))
    }
    return text
  }
}
