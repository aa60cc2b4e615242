import Charts
import Record

/// The hardest choice of the answer: what could come next, and the draw.
struct Choices: FigureDefinition {
  let name = "choices"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ number: Int, _ chosen: String, _ probability: String, _ kept: Int) -> String
    var columns: [String]
    var frames: (candidates: String, shares: String, draw: String)
    var sentences: (candidates: String, shares: String, draw: String)
    var sharesOfAll: String
    var keptOfAll: String
    var adjustedAxis: String
    /// Kept tokens without a name of their own, before the chosen one and behind it.
    var likelier: String
    var others: String
    var yes: String
    var no: String
    /// Cut off by a filter.
    var cut: @Sendable (_ filter: String) -> String
  }

  static let english = Words(
    title: "The hardest choice: what could come next",
    description: { number, chosen, probability, kept in
      "Token \(number) of the answer. “\(chosen)” was chosen (\(probability)); "
        + "\(NameWording.english(kept, "candidate")) stood above the cut."
    },
    columns: [
      "Token", "#Logit", "#Scaled", "#Probability", "#After temperature and cut", "Kept",
    ],
    frames: (
      candidates: "Which tokens stay", shares: "Shared out anew", draw: "Where the draw falls"
    ),
    sentences: (
      candidates: "The most likely candidates, and where the filters cut.",
      shares:
        "What was cut has no share any more; those that stay have one that the temperature shapes.",
      draw: "Those that stay share the line from 0 to 1; the dashed line is the draw."
    ),
    sharesOfAll: "shares of those that stay",
    keptOfAll: "candidates that stay, of those recorded",
    adjustedAxis: "probability after temperature and cut",
    likelier: "other likelier ones",
    others: "all the others",
    yes: "yes",
    no: "no",
    cut: { "no, by \($0)" }
  )

  static let japanese = Words(
    title: "いちばん迷った選択：次に来るものの候補",
    description: { number, chosen, probability, kept in
      "答えの\(number)番目のトークン。「\(chosen)」（\(probability)）が選ばれました。切り捨てられずに残った候補は\(kept)個です。"
    },
    columns: ["トークン", "#ロジット", "#温度で割った値", "#確率", "#温度と切り捨てのあと", "残ったか"],
    frames: (candidates: "残る候補", shares: "分け直す", draw: "くじが当たるところ"),
    sentences: (
      candidates: "確率の高い候補と、どこから下を切り捨てたかを示します。",
      shares: "切り捨てた候補の分はなくなり、残った候補が、温度に応じて全体を分け直します。",
      draw: "残った候補が0から1までの線を分け合います。点線がくじの値です。"
    ),
    sharesOfAll: "残った候補の取り分",
    keptOfAll: "記録した候補のうち、残ったものの数",
    adjustedAxis: "温度と切り捨てのあとの確率",
    likelier: "もっと確率の高いほかの候補",
    others: "残りのすべて",
    yes: "はい",
    no: "いいえ",
    cut: { "いいえ（\($0)）" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    let choices = usage.answer.choices
    guard let index = Exhibits.hardestChoice(of: usage.answer) else {
      throw context.missing(context.wording.reasons.noChoices)
    }
    let choice = choices[index]
    let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
    // One axis for both frames, up to a whole tenth, so that bars that grow have grown.
    let greatest = choice.candidates.reduce(0) { max($0, $1.probability, $1.adjusted) }
    let upper = (greatest * 10).rounded(.up) / 10
    var frames = [
      Film.Frame(
        words.frames.candidates, sentence: words.sentences.candidates,
        check: Film.Check(
          "\(choice.keptCount) / \(choice.candidates.count)", words.keptOfAll),
        ChoiceBars.bars(choice, count: 10, upTo: upper, context))
    ]
    if let draw = choice.draw {
      let stretches = Self.stretches(choice, words)
      let line = BarChart(
        axis: words.adjustedAxis,
        rows: [BarChart.Row("", stretches.map(\.length), text: "")],
        series: stretches.map(\.name),
        references: [
          LineChart.Reference(context.wording.usage.draw(Numbers.fixed(draw, 3)), at: draw)
        ], upTo: 1)
      frames.append(
        Film.Frame(
          words.frames.shares, sentence: words.sentences.shares,
          check: Film.Check(Self.sum(stretches.map(\.length)), words.sharesOfAll),
          ChoiceBars.bars(
            choice, count: 10, axis: words.adjustedAxis, upTo: upper, of: \.adjusted, context)))
      frames.append(
        Film.Frame(
          words.frames.draw, sentence: words.sentences.draw,
          check: ChoiceBars.check(choice, context), line))
    }
    return context.figure(
      words.title,
      words.description(
        index + 1, choice.chosen.shown,
        chosen.map { Numbers.percent($0.probability) } ?? "–", choice.keptCount),
      DataTable(
        words.columns,
        choice.candidates.map {
          [
            $0.token.shown, Numbers.fixed($0.logit, 2),
            $0.scaled.map { Numbers.fixed($0, 2) } ?? "–",
            Numbers.percent($0.probability, 2), Numbers.percent($0.adjusted, 2),
            $0.isKept
              ? words.yes : $0.cut.map { words.cut(context.wording.usage.filter($0)) } ?? words.no,
          ]
        }),
      Film(frames))
  }

  /// Shares as a sum, in tenths of a per cent that add up to the whole; the last takes what rounding left.
  static func sum(_ shares: [Double]) -> String {
    var tenths = shares.dropLast().map { Int(($0 * 1000).rounded()) }
    tenths.append(1000 - tenths.reduce(0, +))
    return tenths.map { Numbers.fixed(Double($0) / 10, 1) + "%" }.joined(separator: " + ")
      + " = 100%"
  }

  /// The line of the draws, from 0 to 1: three tokens by name besides the chosen one, those before it
  /// first, and what is left on either side in one stretch, so that the draw lies in the stretch of the
  /// chosen token whichever it is.
  static func stretches(
    _ choice: ChoiceRecord, _ words: Words
  ) -> [(name: String, length: Double)] {
    let kept = choice.candidates.filter(\.isKept)
    guard let start = choice.start,
      let place = kept.firstIndex(where: { $0.token.id == choice.chosen.id })
    else { return [] }
    let ahead = kept[..<place].prefix(3)
    let behind = kept[(place + 1)...].prefix(3 - ahead.count)
    func named(_ candidates: some Sequence<CandidateRecord>) -> [(name: String, length: Double)] {
      candidates.map { ($0.token.shown, $0.adjusted) }
    }
    func rest(_ name: String, _ length: Double) -> [(name: String, length: Double)] {
      length > 1e-6 ? [(name, length)] : []
    }
    let (before, after) = (
      ahead.reduce(0) { $0 + $1.adjusted }, behind.reduce(0) { $0 + $1.adjusted }
    )
    return named(ahead) + rest(words.likelier, start - before) + named([kept[place]])
      + named(behind)
      + rest(words.others, 1 - start - kept[place].adjusted - after)
  }
}
