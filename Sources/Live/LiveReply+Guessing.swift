import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer

/// Guesses before tokens are shown, scored in nats.
extension LiveReply {
  func guessing(_ answer: LiveAnswer) -> Markup {
    let rows = zip(answer.guesses, answer.choices).enumerated().map { index, pair in
      (index: index, guess: pair.0, choice: pair.1)
    }
    let isOver = answer.finish == .endToken && rows.count >= answer.choices.count
    let nats = { (value: Double) in Numbers.fixed(value, 2) }
    let surprise = { (probability: Double) in nats(LiveAnswer.surprise(probability)) }
    let scored = rows.filter { $0.guess.probability != nil }
    let mean = { (values: [Double]) in
      nats(values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count))
    }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.guessing)
      tag("p", words.say.guessNote)
      if !isOver {
        // The page's script reads it; the engine writes no script.
        tag("form", ["class": "live-guessing"]) {
          tag("label", ["for": "live-guess-text"], words.say.guessLabel)
          tag(
            "input",
            ["id": "live-guess-text", "name": "g", "autocomplete": "off", "maxlength": "40"])
          tag("button", ["type": "submit"], words.say.guessButton)
        }
      }
      if !rows.isEmpty {
        tag("div", ["class": "figure-scroll", "tabindex": "0"]) {
          tag("table", ["class": "figure-table"]) {
            tag("thead") {
              tag("tr") {
                for column in words.say.guessColumns { tag("th", ["scope": "col"], column.title) }
              }
            }
            tag("tbody") {
              for row in rows {
                tag("tr") {
                  for cell in [
                    String(row.index + 1), row.guess.text.isEmpty ? words.say.pass : row.guess.text,
                    row.guess.probability.map(surprise) ?? "–", piece(row.choice.chosen).shown,
                    surprise(Double(row.choice.probability)), nats(Double(row.choice.entropy)),
                  ] { tag("td", TerminalText.safe(cell)) }
                }
              }
            }
          }
        }
      }
      if !scored.isEmpty {
        tag(
          "p",
          words.say.guessSum(
            mean(scored.map { LiveAnswer.surprise($0.guess.probability ?? 1) }),
            mean(scored.map { LiveAnswer.surprise(Double($0.choice.probability)) }),
            mean(scored.map { Double($0.choice.entropy) })))
      }
    }
  }
}
