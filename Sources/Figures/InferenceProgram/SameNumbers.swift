import Charts
import Record

/// Logits of the training program and of the inference program.
struct SameNumbers: FigureDefinition {
  let name = "same-numbers"
  let row = "L6b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ prompt: String, _ difference: String) -> String
    var columns: [String]
    var noComparison: String
  }

  static let english = Words(
    title: "Two programs, the same numbers",
    description: { prompt, difference in
      "For “\(prompt)”: the last position's logits from the training program and from the inference "
        + "program, which read the saved file. The largest difference is \(difference)."
    },
    columns: ["Token", "#Training program", "#Inference program", "#Difference"],
    noComparison: "this run compared no logits"
  )

  static let japanese = Words(
    title: "二つのプログラム、同じ数値",
    description: { prompt, difference in
      "「\(prompt)」の最後の位置のロジットを、学習用プログラムと、保存したファイルを読んだ推論プログラムとで比べました。差は最大でも\(difference)です。"
    },
    columns: ["トークン", "#学習用プログラム", "#推論プログラム", "#差"],
    noComparison: "この実行では、ロジットを比べていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.inference].read(in: context.language)
    guard !record.comparisons.isEmpty else { throw context.missing(words.noComparison) }
    let table = DataTable(
      words.columns,
      record.comparisons.map {
        [
          $0.token.shown, Numbers.fixed($0.training, 5),
          Numbers.fixed($0.inference, 5),
          Numbers.significant(($0.training - $0.inference).magnitude, 2),
        ]
      })
    return context.figure(
      words.title,
      words.description(
        record.prompt.onOneLine, Numbers.significant(record.largestDifference, 2)),
      table, TableChart(table))
  }
}
