import Charts
import Names
import Record
import Views

/// The answer, judged without one part of the model after the other.
struct KnockoutMap: FigureDefinition {
  let name = "knockouts"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var columns: [String]
    var nothing: String
    var removed: String
    var token: String
    var axis: String
    var part: @Sendable (_ part: ModelPart, _ layer: Int, _ head: Int?) -> String
    var head: @Sendable (_ loss: Loss) -> String
    var fact: @Sendable (_ loss: Loss) -> String
    /// What is written without the part that was named before.
    var writes: @Sendable (_ text: String) -> String
    var noKnockouts: String
  }

  /// What one token of the answer loses without one part.
  struct Loss: Sendable {
    var part: String
    var token: String
    var before: String
    var after: String
    /// What is likeliest then; nil where it is still the token itself.
    var instead: String?
  }

  static let english = Words(
    title: "Take one part away, and ask again",
    columns: [
      "Removed", "Token of the answer", "#Its probability", "Likeliest here", "#Probability",
      "Left to itself it writes",
    ],
    nothing: "nothing",
    removed: "what is removed",
    token: "token of the answer",
    axis: "probability of this token",
    part: { part, layer, head in
      if let head { return "L\(layer)H\(head)" }
      return part == .mlp ? "MLP \(layer)" : "attention \(layer)"
    },
    head: { loss in
      "Of all heads \(loss.part) is missed most: without it the probability of “\(loss.token)” goes from "
        + "\(loss.before) to \(loss.after)"
        + (loss.instead.map { ", and “\($0)” is likeliest" } ?? "") + "."
    },
    fact: { loss in
      " “\(loss.token)” is missed most without \(loss.part): from \(loss.before) to \(loss.after)."
    },
    writes: { " Left to itself it then writes “\($0)”." },
    noKnockouts: "this run recorded no answer without parts of the model"
  )

  static let japanese = Words(
    title: "部品を一つ取り除いて、もう一度聞く",
    columns: ["取り除いた部品", "答えのトークン", "#その確率", "ここでの第一候補", "#確率", "自分で書く答え"],
    nothing: "なし",
    removed: "取り除いた部品",
    token: "答えのトークン",
    axis: "このトークンの確率",
    part: { part, layer, head in
      if let head { return "L\(layer)H\(head)" }
      return part == .mlp ? "MLP\(layer)" : "注意\(layer)"
    },
    head: { loss in
      "ヘッドの中で、なくなるといちばん困るのは\(loss.part)です。取り除くと「\(loss.token)」の確率は"
        + "\(loss.before)から\(loss.after)になります"
        + (loss.instead.map { "（第一候補は「\($0)」）" } ?? "") + "。"
    },
    fact: { loss in
      "「\(loss.token)」がいちばん困るのは\(loss.part)を取り除いたときで、\(loss.before)から\(loss.after)になります。"
    },
    writes: { "自分で書かせると、「\($0)」となります。" },
    noKnockouts: "この実行には、部品を取り除いたときの答えが記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let exhibits = context.exhibits
    guard let knockouts = exhibits.knockouts, !knockouts.tokens.isEmpty else {
      throw context.missing(words.noKnockouts)
    }
    let shown = exhibits.shownRemovals(12)
    let rows =
      [(words.nothing, knockouts.intact, "")]
      + shown.map {
        (words.part($0.part, $0.layer, $0.head), $0.guesses, $0.written.map(Self.text) ?? "")
      }
    let places = exhibits.shownPlaces(8)
    return context.figure(
      words.title, description(knockouts, exhibits, words),
      DataTable(
        words.columns,
        rows.flatMap { name, guesses, written in
          places.map { place in
            [
              name, knockouts.tokens[place].shown, Numbers.fixed(guesses[place].probability, 3),
              guesses[place].likeliest.shown, Numbers.fixed(guesses[place].greatest, 3),
              place == places.lowerBound ? written : "",
            ]
          }
        }),
      KnockoutView.map(
        rows.map { name, guesses, _ in (name, places.map { Float(guesses[$0].probability) }) },
        tokens: places.map { AttentionRows.label(knockouts.tokens[$0]) },
        axes: (words.removed, words.token, words.axis)))
  }

  /// What a damaged model wrote, and that it was cut off where it was; half a character at the end is left out.
  static func text(_ written: KnockoutRecord.Written) -> String {
    var text = Substring(written.text)
    while written.finish.isCutOff, text.last == "\u{FFFD}" { text = text.dropLast() }
    return String(text).onOneLine + (written.finish.isCutOff ? " …" : "")
  }

  private func description(
    _ knockouts: KnockoutRecord, _ exhibits: Exhibits, _ words: Words
  ) -> String {
    func loss(_ removal: KnockoutRecord.Removal, at place: Int) -> Loss {
      let (guess, token) = (removal.guesses[place], knockouts.tokens[place])
      return Loss(
        part: words.part(removal.part, removal.layer, removal.head), token: token.shown,
        before: Numbers.percent(knockouts.intact[place].probability),
        after: Numbers.percent(guess.probability),
        instead: guess.likeliest.id == token.id ? nil : guess.likeliest.shown)
    }
    var text = ""
    if let removal = exhibits.costliestHead,
      let place = Exhibits.hardestHit(removal, knockouts)
    {
      text += words.head(loss(removal, at: place))
      if let written = removal.written.map(Self.text), !written.isEmpty {
        text += words.writes(written)
      }
    }
    if let place = exhibits.followedToken, let part = exhibits.part(carrying: place) {
      text += words.fact(loss(part, at: place))
    }
    return text
  }
}
