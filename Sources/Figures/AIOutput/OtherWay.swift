import Charts
import Names
import Record

/// The road not taken: the greedy answer with the runner-up at its hardest step.
struct OtherWay: FigureDefinition {
  let name = "other-way"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (
        _ step: Int, _ taken: String, _ share: String, _ other: String, _ otherShare: String
      ) -> String
    var columns: [String]
    var taken: @Sendable (_ token: String, _ share: String) -> String
    var other: @Sendable (_ token: String, _ share: String) -> String
    var common: String
    var new: String
  }

  static let english = Words(
    title: "The road not taken",
    description: { step, taken, share, other, otherShare in
      "At token \(step), the hardest one, “\(taken)” was the likeliest (\(share)). With “\(other)” "
        + "(\(otherShare)) in its place the model goes on like this."
    },
    columns: ["#Token", "As it was", "#Probability", "The other way", "#Probability"],
    taken: { "As it was, with “\($0)” (\($1))" },
    other: { "The other way, with “\($0)” (\($1))" },
    common: "the same in both", new: "from the fork on"
  )

  static let japanese = Words(
    title: "選ばれなかった道",
    description: { step, taken, share, other, otherShare in
      "いちばん迷った\(step)番目のトークンでは、「\(taken)」（\(share)）が第一候補でした。代わりに「\(other)」"
        + "（\(otherShare)）を選ぶと、続きはこうなります。"
    },
    columns: ["#トークン", "もとの道", "#確率", "別の道", "#確率"],
    taken: { "もとの道：「\($0)」（\($1)）を選んだとき" },
    other: { "別の道：「\($0)」（\($1)）を選んだとき" },
    common: "どちらも同じところ", new: "分かれたあと"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let record = context.exhibits.comparison, let fork = record.fork,
      let own = record.answers.first, fork.step >= 1, fork.answer.tokens.count >= fork.step
    else { throw context.missing(context.wording.reasons.notInThisRun) }
    let new = fork.answer.tokens[fork.step - 1]
    let (share, otherShare) = (
      Numbers.percent(fork.taken.probability), Numbers.percent(new.probability)
    )
    func runs(_ answer: ComparisonRecord.ComparedAnswer) -> [TextRun] {
      func text(_ tokens: some Sequence<ComparisonRecord.ComparedToken>) -> String {
        // Parted within a character, each side shows its bytes.
        tokens.map(\.token).joinedText.onOneLine
      }
      return [
        TextRun(text(answer.tokens.prefix(fork.step - 1)), .given),
        TextRun(text(answer.tokens.dropFirst(fork.step - 1)), .written),
      ].filter { !$0.text.isEmpty }
    }
    let count = max(own.tokens.count, fork.answer.tokens.count)
    func cells(_ tokens: [ComparisonRecord.ComparedToken], _ place: Int) -> [String] {
      guard place < tokens.count else { return ["", ""] }
      return [tokens[place].token.shown, Numbers.percent(tokens[place].probability)]
    }
    return context.figure(
      words.title,
      words.description(
        fork.step, fork.taken.token.shown, share, new.token.shown, otherShare),
      DataTable(
        words.columns,
        (0..<count).map { place in
          ["\(place + 1)"] + cells(own.tokens, place) + cells(fork.answer.tokens, place)
        }),
      RunningText(
        [
          RunningText.Passage(words.taken(fork.taken.token.shown, share), runs(own)),
          RunningText.Passage(words.other(new.token.shown, otherShare), runs(fork.answer)),
        ],
        legend: [.init(.given, words.common), .init(.written, words.new)]))
  }
}
