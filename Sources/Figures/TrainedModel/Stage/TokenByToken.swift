import Charts
import Record

/// The tokens of the answer one after the other: the logits from which each was chosen, and the head that it
/// misses most.
struct TokenByToken: FigureDefinition {
  let name = "token-by-token"
  let row = "U3"
  private static let shownTokens = 12
  private static let shownCandidates = 4

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int, _ hardest: String, _ probability: String) -> String
    var columns: [String]
    var frame: @Sendable (_ number: Int, _ token: String) -> String
    var sentence: @Sendable (_ token: String, _ probability: String, _ head: Head?) -> String
    var check: @Sendable (_ first: String, _ second: String) -> String

    /// The head without which a token loses most, and what is left of it.
    struct Head: Sendable {
      var layer: Int
      var head: Int
      var left: String
    }
  }

  static let english = Words(
    title: "Another token of the answer: its logits, and the head that it misses",
    description: { count, hardest, probability in
      "\(NameWording.english(count, "token")) of the answer, each with the logits from which it was chosen. The "
        + "model was least sure of “\(hardest)” (\(probability))."
    },
    columns: ["Token", "#Logit", "#Probability", "Next likeliest", "Misses most"],
    frame: { "\($0). “\($1)”" },
    sentence: { token, probability, head in
      "“\(token)” has \(probability)."
        + (head.map {
          " Most of all it would miss head \($0.head) of block \($0.layer): without it \($0.left) are left."
        } ?? "")
    },
    check: { "so many times as likely is “\($0)” as “\($1)”" }
  )

  static let japanese = Words(
    title: "答えのほかのトークン：そのロジットと、なくて困るヘッド",
    description: { count, hardest, probability in
      "答えの\(count)個のトークンと、それぞれが選ばれたときのロジット。モデルがいちばん迷ったのは「\(hardest)」（\(probability)）です。"
    },
    columns: ["トークン", "#ロジット", "#確率", "次の候補", "なくて困るヘッド"],
    frame: { "\($0)番目の「\($1)」" },
    sentence: { token, probability, head in
      "「\(token)」の確率は\(probability)です。"
        + (head.map {
          "なくなるといちばん困るのはブロック\($0.layer)のヘッド\($0.head)で、取り除くと\($0.left)になります。"
        } ?? "")
    },
    check: { "「\($0)」の確率は「\($1)」の何倍か" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    var rows: [[String]] = []
    var frames: [Film.Frame] = []
    var hardest: (token: String, share: Double)?
    for (place, choice) in Self.shown(usage.answer) {
      guard let own = choice.own else { continue }
      let (first, second) = (choice.candidates[0], choice.candidates[1])
      let token = choice.chosen.shown
      if own.probability < hardest?.share ?? 2 { hardest = (token, own.probability) }
      let head = head(of: choice.chosen.id, place, context.exhibits)
      let probability = Numbers.percent(own.probability)
      rows.append(
        [
          token, Numbers.fixed(own.logit, 2), probability, choice.runnerUp?.token.shown ?? "",
          head.map { "L\($0.layer)H\($0.head)" } ?? "",
        ])
      frames.append(
        Film.Frame(
          words.frame(place + 1, token), sentence: words.sentence(token, probability, head),
          check: Film.Check(
            Calculations.ratio(first, second), words.check(first.token.shown, second.token.shown)),
          Logits.chart(
            of: choice.candidates.prefix(Self.shownCandidates), Logits.words(context.language))))
    }
    guard let hardest else { throw context.missing(context.wording.reasons.noChoices) }
    return context.figure(
      words.title,
      words.description(frames.count, hardest.token, Numbers.percent(hardest.share)),
      DataTable(words.columns, rows), Film(frames))
  }

  /// Choices that were choices: there was a second candidate.
  private static func shown(_ answer: AnswerRecord) -> [(place: Int, choice: ChoiceRecord)] {
    answer.choices.enumerated().filter { $0.element.own != nil && $0.element.candidates.count > 1 }
      .prefix(shownTokens).map { ($0.offset, $0.element) }
  }

  /// Leads to the frame of each token.
  static func links(of answer: AnswerRecord, _ title: String) -> Film.Links {
    Film.Links(
      title,
      shown(answer).enumerated().map { number, shown in
        (AttentionRows.label(shown.choice.chosen), "figure-token-by-token.\(number + 1)")
      })
  }

  /// The head that a token misses most; nil where another answer was judged.
  private func head(of token: Int32, _ place: Int, _ exhibits: Exhibits) -> Words.Head? {
    guard let tokens = exhibits.knockouts?.tokens, tokens.indices.contains(place),
      tokens[place].id == token, let removal = exhibits.head(carrying: place),
      let head = removal.head, removal.guesses.indices.contains(place)
    else { return nil }
    return Words.Head(
      layer: removal.layer, head: head, left: Numbers.percent(removal.guesses[place].probability))
  }
}
