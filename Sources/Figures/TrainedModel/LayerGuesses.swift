import Charts
import Record

/// The next token that the model would write if it stopped after each part.
struct LayerGuesses: FigureDefinition {
  let name = "layer-guesses"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ after: String, _ token: String, _ layer: String) -> String
    var columns: [String]
    var guessLayer: @Sendable (_ layer: Int) -> String
    /// Where the guess between attention and MLP is known, too.
    var guessPart: @Sendable (_ layer: Int, _ isMiddle: Bool) -> String
    var noGuesses: String
  }

  static let english = Words(
    title: "What would it say if it stopped here?",
    description: { after, token, layer in
      "What comes after “\(after)”: the residual stream at each of these places, read as if it were the last. "
        + "The final guess, “\(token)”, comes first \(layer)."
    },
    columns: ["After", "First guess", "#Probability", "Second guess", "Third guess"],
    guessLayer: { layer in layer == 0 ? "embedding only" : "after block \(layer - 1)" },
    guessPart: { layer, isMiddle in
      layer == 0
        ? "embedding only" : "after \(isMiddle ? "attention" : "MLP") of block \(layer - 1)"
    },
    noGuesses: "this run recorded no guesses by layer"
  )

  static let japanese = Words(
    title: "ここで止めたら、何と答えるか",
    description: { after, token, layer in
      "「\(after)」の次の予想です。それぞれの場所での残差ストリームを、最後の出力とみなして読みました。最終的な予想「\(token)」が初めて第一候補になるのは「\(layer)」のときです。"
    },
    columns: ["どこまで", "第一候補", "#確率", "第二候補", "第三候補"],
    guessLayer: { layer in layer == 0 ? "埋め込みだけ" : "ブロック\(layer - 1)のあと" },
    guessPart: { layer, isMiddle in
      layer == 0 ? "埋め込みだけ" : "ブロック\(layer - 1)の\(isMiddle ? "注意" : "MLP")のあと"
    },
    noGuesses: "この実行には、ブロックごとの予想が記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let told = Self.told(of: usage.answer, words)
    let (places, guesses) = (told.map(\.place), told.map(\.guess))
    guard let final = guesses.last?.candidates.first else {
      throw context.missing(words.noGuesses)
    }
    let settled = guesses.firstIndex { $0.candidates.first?.token.id == final.token.id }
    let name = Self.name
    return context.figure(
      words.title,
      words.description(usage.lastToken, name(final), places[settled ?? 0]),
      DataTable(
        words.columns,
        zip(places, guesses).map { place, guess in
          [
            place, name(guess.candidates.first),
            Numbers.percent(guess.candidates[0].probability),
            name(guess.candidates.dropFirst().first), name(guess.candidates.dropFirst(2).first),
          ]
        }),
      Self.chart(of: told, final: final, context))
  }

  /// A guess and the place where it is read.
  typealias Told = (place: String, guess: AnswerRecord.LayerGuess)

  /// The guesses in the order of the parts.
  static func told(of answer: AnswerRecord, _ words: Words) -> [Told] {
    let parts = answer.partGuesses.filter { !$0.guess.candidates.isEmpty }
    let isByPart = parts.contains(where: \.isMiddle)
    return parts.map { part in
      (
        isByPart
          ? words.guessPart(part.guess.layer, part.isMiddle) : words.guessLayer(part.guess.layer),
        part.guess
      )
    }
  }

  /// The first guess at each place, marked where it is the last of all already.
  static func chart(
    of told: [Told], final: CandidateRecord, _ context: FigureContext
  ) -> BarChart {
    BarChart(
      axis: context.wording.tokens.probabilityAxis,
      rows: told.map { place, guess in
        let isFinal = guess.candidates.first?.token.id == final.token.id
        let share = guess.candidates[0].probability
        return BarChart.Row(
          place, [share],
          text: "\(name(guess.candidates.first)) \(Numbers.percent(share))\(isFinal ? " ✓" : "")")
      }, roles: [.computed], upTo: 1)
  }

  private static func name(_ candidate: CandidateRecord?) -> String {
    candidate.map { $0.token.shown } ?? "–"
  }
}
