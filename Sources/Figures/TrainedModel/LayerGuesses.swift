import Charts
import Record

/// The next token that the model would write if it stopped after each block.
struct LayerGuesses: FigureDefinition {
  let name = "layer-guesses"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ after: String, _ token: String, _ layer: String) -> String
    var columns: [String]
    var guessLayer: @Sendable (_ layer: Int) -> String
    var noGuesses: String
  }

  static let english = Words(
    title: "What would it say if it stopped here?",
    description: { after, token, layer in
      "What comes after “\(after)”: the residual stream after each block, read as if it were the last. The "
        + "final guess, “\(token)”, comes first \(layer)."
    },
    columns: ["After", "First guess", "#Probability", "Second guess", "Third guess"],
    guessLayer: { layer in layer == 0 ? "embedding only" : "after block \(layer - 1)" },
    noGuesses: "this run recorded no guesses by layer"
  )

  static let japanese = Words(
    title: "ここで止めたら、何と答えるか",
    description: { after, token, layer in
      "「\(after)」の次の予想です。各ブロックのあとの残差ストリームを、最後の出力とみなして読みました。最終的な予想「\(token)」が初めて第一候補になるのは「\(layer)」のときです。"
    },
    columns: ["どこまで", "第一候補", "#確率", "第二候補", "第三候補"],
    guessLayer: { layer in layer == 0 ? "埋め込みだけ" : "ブロック\(layer - 1)のあと" },
    noGuesses: "この実行には、ブロックごとの予想が記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let guesses = usage.answer.layerGuesses.filter { !$0.candidates.isEmpty }
    guard let final = guesses.last?.candidates.first else {
      throw context.missing(words.noGuesses)
    }
    let settled = guesses.first { $0.candidates.first?.token.id == final.token.id }
    let name = { (candidate: CandidateRecord?) in
      candidate.map { $0.token.shown } ?? "–"
    }
    return context.figure(
      words.title,
      words.description(usage.lastToken, name(final), words.guessLayer(settled?.layer ?? 0)),
      DataTable(
        words.columns,
        guesses.map { guess in
          [
            words.guessLayer(guess.layer), name(guess.candidates.first),
            Numbers.percent(guess.candidates[0].probability),
            name(guess.candidates.dropFirst().first), name(guess.candidates.dropFirst(2).first),
          ]
        }),
      BarChart(
        axis: context.wording.tokens.probabilityAxis,
        rows: guesses.map { guess in
          let isFinal = guess.candidates.first?.token.id == final.token.id
          let share = guess.candidates[0].probability
          return BarChart.Row(
            words.guessLayer(guess.layer), [share],
            text: "\(name(guess.candidates.first)) \(Numbers.percent(share))\(isFinal ? " ✓" : "")")
        }, roles: [.computed], upTo: 1))
  }
}
