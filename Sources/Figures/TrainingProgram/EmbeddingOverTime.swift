import Charts
import Record

/// Embeddings in two dimensions at several steps of the training.
struct EmbeddingOverTime: FigureDefinition {
  let name = "embedding-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ tokens: Int, _ first: String, _ last: String) -> String
    var columns: [String]
    var axes: (x: String, y: String)
  }

  static let english = Words(
    title: "Embeddings while they are being learned",
    description: { tokens, first, last in
      "\(NameWording.english(tokens, "token")) in two dimensions, from step \(first) to step \(last), on "
        + "axes that stay put. Tokens that are used alike move together."
    },
    columns: ["Token", "#x at first", "#y at first", "#x at last", "#y at last"],
    axes: (x: "first direction", y: "second direction")
  )

  static let japanese = Words(
    title: "埋め込みが学ばれていく様子",
    description: { tokens, first, last in
      "\(tokens)個のトークンを二次元に表し、ステップ\(first)からステップ\(last)まで同じ軸で並べました。似た使われ方をするトークンは近くに集まります。"
    },
    columns: ["トークン", "#最初のx", "#最初のy", "#最後のx", "#最後のy"],
    axes: (x: "第1の方向", y: "第2の方向")
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    let count = record.embeddingTokens.count
    let recorded = record.snapshots.compactMap { snapshot in
      context.run.tensors["training.\(snapshot.step).embedding"].map { (snapshot.step, $0) }
    }.filter { $0.1.shape == [count, 2] }
    guard let first = recorded.first, let last = recorded.last else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    let values = { (column: Int) in
      recorded.flatMap { $0.1.rows.map { Double($0[column]) } }
    }
    let x = Axis(words.axes.x, spanning: values(0))
    let y = Axis(words.axes.y, spanning: values(1))
    let shown = FigureContext.spread(recorded, 4)
    let steps = shown.map { step, tensor in
      Film.Step(
        context.wording.learning.atStep(Numbers.count(step)),
        Scatter(
          x: x, y: y,
          points: zip(record.embeddingTokens, tensor.rows).map {
            Scatter.Point(Double($1[0]), Double($1[1]), label: $0.text)
          }))
    }
    return context.figure(
      words.title,
      words.description(count, Numbers.count(first.0), Numbers.count(last.0)),
      DataTable(
        words.columns,
        zip(record.embeddingTokens, zip(first.1.rows, last.1.rows)).map { token, places in
          [token.shown]
            + (places.0 + places.1).map { Numbers.fixed(Double($0), 3) }
        }),
      Film(steps, stepWidth: 310, stepColumns: 50))
  }
}
