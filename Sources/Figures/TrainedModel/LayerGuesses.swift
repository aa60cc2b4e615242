import Charts
import Record
import Views

/// The next token that the model would write if it stopped after each part.
struct LayerGuesses: FigureDefinition {
  let name = "layer-guesses"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ after: String, _ token: String, _ layer: String) -> String
    /// How the followed token's rank and probability go, from the first to the last place.
    var standing: @Sendable (_ token: String, _ first: Place, _ last: Place) -> String
    var columns: [String]
    /// Of the token that is followed.
    var standingColumns: @Sendable (_ token: String) -> [String]
    var standingBar: @Sendable (_ token: String, _ rank: String, _ probability: String) -> String
    var guessLayer: @Sendable (_ layer: Int) -> String
    /// Where the guess between attention and MLP is known, too.
    var guessPart: @Sendable (_ layer: Int, _ isMiddle: Bool) -> String
    var noGuesses: String

    struct Place: Sendable {
      var rank: String
      var probability: String
    }
  }

  static let english = Words(
    title: "What would it say if it stopped here?",
    description: { after, token, layer in
      "What comes after “\(after)”: the residual stream at each of these places, read as if it were the last. "
        + "The final guess, “\(token)”, takes the lead \(layer)."
    },
    standing: { token, first, last in
      " The token that is followed, “\(token)”, goes from rank \(first.rank) (\(first.probability)) to rank "
        + "\(last.rank) (\(last.probability))."
    },
    columns: ["After", "First guess", "#Probability", "Second guess", "Third guess"],
    standingColumns: { ["#Rank of “\($0)”", "#Its probability"] },
    standingBar: { token, rank, probability in "“\(token)”: rank \(rank), \(probability)" },
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
    standing: { token, first, last in
      "追いかけているトークン「\(token)」は、\(first.rank)位（\(first.probability)）から\(last.rank)位（\(last.probability)）になります。"
    },
    columns: ["どこまで", "第一候補", "#確率", "第二候補", "第三候補"],
    standingColumns: { ["#「\($0)」の順位", "#その確率"] },
    standingBar: { token, rank, probability in "「\(token)」は\(rank)位、\(probability)" },
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
    let standings = guesses.compactMap(\.standing)
    let isStanding = standings.count == guesses.count
    return context.figure(
      words.title,
      words.description(usage.lastToken, Self.name(final), places[settled ?? 0])
        + (isStanding
          ? words.standing(
            standings[0].token.shown, Self.place(standings[0]),
            Self.place(standings[standings.count - 1]))
          : ""),
      DataTable(
        words.columns + (isStanding ? words.standingColumns(standings[0].token.shown) : []),
        told.map { label, guess in
          let cells = [
            label, Self.name(guess.candidates.first),
            Numbers.percent(guess.candidates[0].probability),
            Self.name(guess.candidates.dropFirst().first),
            Self.name(guess.candidates.dropFirst(2).first),
          ]
          guard isStanding, let standing = guess.standing.map(Self.place) else { return cells }
          return cells + [standing.rank, standing.probability]
        }),
      Self.chart(of: told, final: final, standings: isStanding ? words : nil, context))
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
  /// - Parameter standings: the words for where the followed token stands; nil leaves it out.
  static func chart(
    of told: [Told], final: CandidateRecord, standings: Words? = nil, _ context: FigureContext
  ) -> BarChart {
    LensView.chart(
      told.map { label, guess in
        var reading = LensView.Reading(
          place: label, first: name(guess.candidates.first),
          probability: guess.candidates[0].probability,
          isFinal: guess.candidates.first?.token.id == final.token.id)
        if let standings, let standing = guess.standing, standing.rank > 1 {
          let own = place(standing)
          reading.followed = (
            standings.standingBar(standing.token.shown, own.rank, own.probability),
            standing.probability
          )
        }
        return reading
      }, axis: context.wording.tokens.probabilityAxis)
  }

  private static func name(_ candidate: CandidateRecord?) -> String {
    candidate.map { $0.token.shown } ?? "–"
  }

  private static func place(_ standing: AnswerRecord.Standing) -> Words.Place {
    Words.Place(
      rank: Numbers.count(standing.rank), probability: Numbers.percent(standing.probability))
  }
}
