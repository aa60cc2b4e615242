import Charts
import Record

/// The answer as it is written, choice by choice.
struct ChoiceFilm: FigureDefinition {
  let name = "choice-film"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int, _ text: String) -> String
    var columns: [String]
    var greedy: String
    var step: @Sendable (_ number: Int, _ before: String) -> String
    var caption: @Sendable (_ token: String, _ entropy: String, _ draw: String) -> String
  }

  static let english = Words(
    title: "The answer, token by token",
    description: { count, text in
      "The first \(NameWording.english(count, "choice"))"
        + (text.isEmpty ? "" : " on the way to “\(text)”")
        + ", with the candidates that were not taken."
    },
    columns: ["#Number", "Chosen", "#Probability", "Second", "#Entropy (nats)"],
    greedy: "the most likely is taken",
    step: { number, before in
      before.isEmpty ? "Choice \(number)" : "Choice \(number), after “\(before)”"
    },
    caption: { token, entropy, draw in
      "“\(token)” is written: entropy \(entropy) nats; \(draw)."
    }
  )

  static let japanese = Words(
    title: "答えが1トークンずつできていくようす",
    description: { count, text in
      (text.isEmpty ? "" : "「\(text)」に至る、") + "はじめの\(count)回の選択です。選ばれなかった候補も示します。"
    },
    columns: ["#番号", "選んだトークン", "#確率", "第二候補", "#エントロピー（ナット）"],
    greedy: "いちばん確率の高いものを選ぶ",
    step: { number, before in
      before.isEmpty ? "選択\(number)" : "選択\(number)：「\(before)」のあと"
    },
    caption: { token, entropy, draw in
      "「\(token)」が書かれました（エントロピー \(entropy)ナット、\(draw)）。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    let choices = Array(usage.answer.choices.prefix(8))
    guard !choices.isEmpty else { throw context.missing(context.wording.reasons.noChoices) }
    let frames = choices.enumerated().map { index, choice in
      Film.Frame(
        words.step(index + 1, Self.end(of: choices[..<index].map(\.chosen.text))),
        sentence: words.caption(
          choice.chosen.shown, Numbers.fixed(choice.entropy, 2),
          choice.draw.map { context.wording.usage.draw(Numbers.fixed($0, 3)) } ?? words.greedy),
        check: ChoiceBars.check(choice, context),
        ChoiceBars.bars(choice, count: 4, upTo: 1, context))
    }
    return context.figure(
      words.title, words.description(choices.count, usage.answer.text.onOneLine),
      DataTable(
        words.columns,
        choices.enumerated().map { index, choice in
          let others = choice.candidates.filter { $0.token.id != choice.chosen.id }
          let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
          return [
            "\(index + 1)", choice.chosen.shown,
            chosen.map { Numbers.percent($0.probability) } ?? "–",
            others.first.map {
              context.names.noted($0.token.shown, Numbers.percent($0.probability))
            } ?? "–", Numbers.fixed(choice.entropy, 3),
          ]
        }),
      Film(frames))
  }

  /// The last tokens that fit into a title, none of them cut unless it alone is too long.
  static func end(of tokens: [String], fitting limit: Int = 18) -> String {
    var shown = ""
    for token in tokens.reversed() {
      let longer = TerminalText.visible(token) + shown
      if longer.count > limit {
        return "…" + (shown.isEmpty ? String(longer.suffix(limit)) : shown)
      }
      shown = longer
    }
    return shown
  }
}
