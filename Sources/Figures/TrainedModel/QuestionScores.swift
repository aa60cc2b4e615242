import Charts
import Names
import Record

/// Right answers by language and by kind of question.
struct QuestionScores: FigureDefinition {
  let name = "question-scores"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ right: String, _ asked: String, _ share: String) -> String
    var columns: [String]
    var axis: String
    var series: [String]
    var phrasing: @Sendable (QuestionPhrasing) -> String
  }

  static let english = Words(
    title: "How many questions does it answer rightly?",
    description: { right, asked, share in
      "\(right) of \(asked) questions were answered rightly (\(share)). Answers are read from the model's "
        + "own text; none is looked up."
    },
    columns: ["Language", "Kind of question", "#Right", "#Asked", "#Share"],
    axis: "share of the questions (%)",
    series: ["right", "wrong"],
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "phrasing seen in training"
      case .heldOutPhrasing: "phrasing new for this fact"
      case .heldOutCombination: "fact never asked for in training"
      }
    }
  )

  static let japanese = Words(
    title: "質問にどれだけ正しく答えられるか",
    description: { right, asked, share in
      "\(asked)問のうち\(right)問に正しく答えました（\(share)）。答えはモデルが書いた文そのもので、どこかから写したものではありません。"
    },
    columns: ["言語", "質問の種類", "#正解", "#出題", "#正解率"],
    axis: "質問のうちの割合（%）",
    series: ["正解", "不正解"],
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "見たことのある聞き方"
      case .heldOutPhrasing: "学習に使わなかった聞き方"
      case .heldOutCombination: "一度も聞かれなかった事実"
      }
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let scores = try context[.evaluation].questionScores.filter { $0.asked > 0 }
    let (right, asked) = scores.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.asked) }
    guard asked > 0 else { throw context.unknowable(context.wording.reasons.noQuestions) }
    let share = { (right: Int, asked: Int) in Numbers.percent(Double(right) / Double(asked)) }
    return context.figure(
      words.title,
      words.description(Numbers.count(right), Numbers.count(asked), share(right, asked)),
      DataTable(
        words.columns,
        scores.map {
          [
            context.names.language($0.language), words.phrasing($0.phrasing),
            Numbers.count($0.right), Numbers.count($0.asked), share($0.right, $0.asked),
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: scores.map { score in
          BarChart.Row(
            context.names.labelled(
              context.names.language(score.language), words.phrasing(score.phrasing)),
            [score.right, score.asked - score.right].map { Double($0 * 100) / Double(score.asked) },
            text: context.names.noted(
              share(score.right, score.asked), "\(score.right)/\(score.asked)"))
        }, series: words.series, roles: [.good, .bad], upTo: 100))
  }
}
