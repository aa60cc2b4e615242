import Charts
import Record

/// The prompt as the model is given it: tokens with their ids.
struct PromptTokens: FigureDefinition {
  let name = "prompt-tokens"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: String) -> String
  }

  static let english = Words(
    title: "The prompt as tokens",
    description: { count in
      "\(count) are given to the model. Boxes with a dashed border are special: they tell the language "
        + "and the role, and never come from text."
    }
  )

  static let japanese = Words(
    title: "トークンになったプロンプト",
    description: { count in
      "\(count)がモデルに渡されます。破線の箱は特別なトークンで、言語や役割を伝えます。ふつうの文から作られることはありません。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let tokens = usage.answer.tokens
    return context.figure(
      words.title, words.description(context.names.tokens(tokens.count)),
      DataTable(context.wording.tokens.tokenColumns, TokenRows.cells(tokens)),
      TokenStrip(rows: [TokenStrip.Row(tokens: tokens)]))
  }
}
