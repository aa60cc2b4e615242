import Charts
import Names
import Record

/// The kept model on whole documents of the three parts, by one measure.
struct EvaluationTable: FigureDefinition {
  let name = "evaluation-table"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (
        _ tokens: String, _ loss: String, _ perplexity: String, _ accuracy: String,
        _ step: String?, _ steps: String?, _ sampled: String
      ) -> String
    var columns: [String]
    var part: @Sendable (Split) -> String
  }

  static let english = Words(
    title: "How good is the model on documents that it has never seen?",
    description: { tokens, loss, perplexity, accuracy, step, steps, sampled in
      "On \(tokens) tokens of the test split: \(loss) nats per token, which is as unsure as a fair choice "
        + "among \(perplexity) tokens. Its first guess is right for \(accuracy) of the tokens. "
        + "All three rows are of the same model"
        + (step.map { ", the one kept after \($0) of \(steps ?? $0) steps" } ?? "")
        + ", on whole documents; of the training part a sample of \(sampled) was taken, spread evenly over it."
    },
    columns: ["Documents", "#Tokens", "#Nats per token", "#Nats per byte"],
    part: { part in
      switch part {
      case .training: "training (a sample)"
      case .validation: "validation"
      case .test: "test"
      }
    })

  static let japanese = Words(
    title: "一度も見ていない文書で、どれだけうまくできるか",
    description: { tokens, loss, perplexity, accuracy, step, steps, sampled in
      "テスト用の\(tokens)トークンで、損失は1トークンあたり\(loss)ナット。\(perplexity)個のトークンから公平に一つ選ぶのと同じくらいの迷い方です。第一候補が当たった割合（正解率）は\(accuracy)でした。"
        + (step.map { "三つの行は、どれも、\(steps ?? $0)ステップのうち\($0)ステップ目で残した同じモデルが、" }
          ?? "三つの行は、どれも、同じモデルが、") + "文書をまるごと読んだ結果です。訓練データからは、全体から均等に\(sampled)件を選びました。"
    },
    columns: ["文書", "#トークン", "#ナット／トークン", "#ナット／バイト"],
    part: { part in
      switch part {
      case .training: "訓練データ（一部）"
      case .validation: "検証データ"
      case .test: "テストデータ"
      }
    })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    let training = context.run[.training]
    let table = DataTable(
      words.columns,
      record.parts.map {
        [words.part($0.part), Numbers.count($0.tokens), number($0.loss), number($0.lossPerByte)]
      })
    return context.figure(
      words.title,
      words.description(
        Numbers.count(record.tokens), number(record.loss), Numbers.fixed(record.perplexity, 2),
        Numbers.percent(record.accuracy), training.map { Numbers.count($0.bestStep) },
        training.flatMap { $0.steps.last.map { Numbers.count($0.step) } },
        Numbers.count(record.part(.training)?.documents ?? 0)),
      table, TableChart(table, marks: record.parts.map { $0.part == .test ? .notable : nil }))
  }
}
