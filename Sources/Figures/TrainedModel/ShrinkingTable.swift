import Charts
import Record

/// Every version of the model in numbers.
struct ShrinkingTable: FigureDefinition {
  let name = "shrinking-table"
  let row = "L5d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ documents: String, _ tokens: String) -> String
  }

  static let english = Words(
    title: "What each version costs and what it still knows",
    description: { documents, tokens in
      "Loss on all \(documents) validation documents (\(tokens) tokens), right answers to the same "
        + "questions, and the work for one token. The test documents stay closed."
    }
  )

  static let japanese = Words(
    title: "小さくする代わりに失うもの",
    description: { documents, tokens in
      "検証の文書\(documents)個（\(tokens)トークン）での損失、同じ質問への正答、1トークンあたりの仕事量です。テストの文書は開けていません。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.shrinking]
    guard !record.variants.isEmpty else {
      throw context.missing(context.wording.reasons.noVariants)
    }
    let table = try ShrinkingVariants.table(context)
    return context.figure(
      words.title,
      words.description(
        Numbers.count(record.validationDocuments), Numbers.count(record.validationTokens)),
      table,
      TableChart(table, marks: record.variants.map { $0.kind == .full ? .notable : nil }))
  }
}
