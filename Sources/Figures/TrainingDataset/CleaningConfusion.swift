import Charts
import Record

/// How often each rule was right, judged against the noise that was put in.
struct CleaningConfusion: FigureDefinition {
  let name = "cleaning-confusion"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ rules: Int, _ worst: String, _ share: String) -> String
    var columns: [String]
    var axis: String
    var series: [String]
    var text: @Sendable (_ precision: String, _ recall: String) -> String
    var nothingMissed: @Sendable (_ rules: Int) -> String
    var exact: @Sendable (_ exact: Int, _ known: Int) -> String
  }

  static let english = Words(
    title: "Was each rule right? Judged against the noise that was put in",
    description: { rules, worst, share in
      "\(NameWording.english(rules, "rule")) judged. The weakest is “\(worst)”: it found \(share) of "
        + "its noise."
    },
    columns: [
      "Rule", "#Found", "#Missed", "#Wrongly touched", "#Rightly left", "#Precision", "#Recall",
    ],
    axis: "decisions",
    series: ["noise found", "noise missed", "clean text touched"],
    text: { precision, recall in "precision \(precision), recall \(recall)" },
    nothingMissed: { rules in
      "\(NameWording.english(rules, "rule")) judged, and none overlooked any of its noise."
    },
    exact: { exact, known in
      "\(Numbers.count(exact)) of \(Numbers.count(known)) documents came out exactly as the truth says."
    }
  )

  static let japanese = Words(
    title: "規則は正しかったか：混ぜておいたノイズとの答え合わせ",
    description: { rules, worst, share in
      "\(rules)個の規則を採点しました。いちばん弱いのは「\(worst)」で、見つけられたノイズは\(share)です。"
    },
    columns: [
      "規則", "#見つけた", "#見逃した", "#誤って触れた", "#正しく残した", "#適合率", "#再現率",
    ],
    axis: "判断の数",
    series: ["見つけたノイズ", "見逃したノイズ", "誤って触れた正しい文"],
    text: { precision, recall in "適合率 \(precision)・再現率 \(recall)" },
    nothingMissed: { rules in
      "\(rules)個の規則を採点しました。ノイズの見逃しは一つもありませんでした。"
    },
    exact: { exact, known in
      "\(Numbers.count(known))文書のうち\(Numbers.count(exact))文書が、正解と一字一句同じになりました。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.cleaning]
    let judged = record.rules.compactMap { rule in rule.confusion.map { (rule, $0) } }
    guard let worst = judged.min(by: { $0.1.recall < $1.1.recall }) else {
      throw context.unknowable(context.wording.reasons.noTruth)
    }
    let rows = judged.map { rule, confusion in
      BarChart.Row(
        rule.name[context.language],
        [confusion.truePositives, confusion.falseNegatives, confusion.falsePositives]
          .map(Double.init),
        text: words.text(
          Numbers.percent(confusion.precision), Numbers.percent(confusion.recall)))
    }
    var description =
      worst.1.recall < 1
      ? words.description(
        judged.count, worst.0.name[context.language], Numbers.percent(worst.1.recall))
      : words.nothingMissed(judged.count)
    if let exact = record.exactDocuments, let known = record.knownDocuments {
      description += context.language.writing.sentenceGap
      description += words.exact(exact, known)
    }
    return context.figure(
      words.title, description,
      DataTable(
        words.columns,
        judged.map { rule, confusion in
          [
            rule.name[context.language], Numbers.count(confusion.truePositives),
            Numbers.count(confusion.falseNegatives), Numbers.count(confusion.falsePositives),
            Numbers.count(confusion.trueNegatives), Numbers.percent(confusion.precision),
            Numbers.percent(confusion.recall),
          ]
        }),
      BarChart(
        axis: words.axis, rows: rows, series: words.series,
        roles: [.good, .series(1), .series(3)]))
  }
}
