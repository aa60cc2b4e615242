import Charts
import Record

/// The measures of the test split.
struct EvaluationTable: FigureDefinition {
  let name = "evaluation-table"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ tokens: String, _ loss: String, _ perplexity: String, _ accuracy: String) ->
        String
    var columns: [String]
    /// Names of the measures, in the order of the table.
    var measures: Measures

    struct Measures: Sendable {
      var trainingLoss: String
      var validationLoss: String
      var loss: String
      var lossPerByte: String
      var perplexity: String
      var accuracy: String
      var floor: String
      var gram: @Sendable (_ order: Int) -> String
      var nats: String
      var natsPerByte: String
    }
  }

  static let english = Words(
    title: "How good is the model on documents that it has never seen?",
    description: { tokens, loss, perplexity, accuracy in
      "On \(tokens) tokens of the test split: \(loss) nats per token, which is as unsure as a fair choice "
        + "among \(perplexity) tokens. Its first guess is right for \(accuracy) of the tokens."
    },
    columns: ["Measure", "#Value", "Unit"],
    measures: Words.Measures(
      trainingLoss: "loss on training documents", validationLoss: "loss on validation documents",
      loss: "loss on test documents", lossPerByte: "loss on test documents, per byte",
      perplexity: "perplexity", accuracy: "first guess right",
      floor: "entropy of the source: nobody can do better",
      gram: { "\($0)-gram model, per byte" }, nats: "nats per token",
      natsPerByte: "nats per byte")
  )

  static let japanese = Words(
    title: "一度も見ていない文書で、どれだけうまくできるか",
    description: { tokens, loss, perplexity, accuracy in
      "テスト用の\(tokens)トークンで、損失は1トークンあたり\(loss)ナット。\(perplexity)個のトークンから公平に一つ選ぶのと同じくらいの迷い方です。最初の予想が当たった割合は\(accuracy)でした。"
    },
    columns: ["指標", "#値", "単位"],
    measures: Words.Measures(
      trainingLoss: "訓練用の文書での損失", validationLoss: "検証用の文書での損失", loss: "テスト用の文書での損失",
      lossPerByte: "テスト用の文書での損失（1バイトあたり）", perplexity: "パープレキシティ", accuracy: "正解率（第一候補が正解）",
      floor: "文章そのもののエントロピー（これより下はない）", gram: { "\($0)グラムモデル（1バイトあたり）" },
      nats: "ナット／トークン", natsPerByte: "ナット／バイト")
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let measures = words.measures
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    var rows = [
      [measures.trainingLoss, number(record.trainingLoss), measures.nats],
      [measures.validationLoss, number(record.validationLoss), measures.nats],
      [measures.loss, number(record.loss), measures.nats],
      [measures.lossPerByte, number(record.lossPerByte), measures.natsPerByte],
      [measures.perplexity, Numbers.fixed(record.perplexity, 2), ""],
      [measures.accuracy, Numbers.percent(record.accuracy), ""],
    ]
    rows += record.baselines.map {
      [measures.gram($0.order), number($0.lossPerByte), measures.natsPerByte]
    }
    if let floor = record.floorPerByte {
      rows.append([measures.floor, number(floor), measures.natsPerByte])
    }
    let table = DataTable(words.columns, rows)
    return context.figure(
      words.title,
      words.description(
        Numbers.count(record.tokens), number(record.loss), Numbers.fixed(record.perplexity, 2),
        Numbers.percent(record.accuracy)),
      table, TableChart(table, marks: rows.indices.map { $0 == 2 ? .notable : nil }))
  }
}
