import Charts
import Record

/// A text and its tokens.
struct TokenText: FigureDefinition {
  let name = "token-text"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ bytes: String, _ tokens: String, _ text: String) -> String
  }

  static let english = Words(
    title: "A text and its tokens",
    description: { bytes, tokens, text in
      "“\(text)”: \(bytes) become \(tokens). Each box is one token with its id; ␣ is a space."
    }
  )

  static let japanese = Words(
    title: "文とそのトークン",
    description: { bytes, tokens, text in
      "「\(text)」：\(bytes)が\(tokens)になります。箱の一つ一つがトークンとそのIDです。␣ は空白です。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let sample = try TokenRows.sample(context)
    let tokens = Array(sample.tokens.prefix(120))
    return context.figure(
      words.title,
      words.description(
        Numbers.bytes(sample.text.utf8.count), context.names.tokens(sample.tokens.count),
        TerminalText.truncated(TerminalText.visible(sample.text), to: 100)),
      DataTable(context.wording.tokens.tokenColumns, TokenRows.cells(tokens)),
      TokenStrip(rows: [TokenStrip.Row(tokens: tokens)]))
  }
}
