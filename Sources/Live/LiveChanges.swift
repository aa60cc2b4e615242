import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Views

/// Changes of the model by hand, and what follows from them.
struct LiveChanges {
  let reply: LiveReply

  /// What the model does as it was learned.
  struct Learned {
    let prompt: [Int32]
    /// The beginning of its answer, and how likely each token is.
    let tokens: [Int32]
    let shares: [Float]

    init?(_ moment: Moment, _ model: LiveModel) {
      var moment = moment
      moment.guesses = nil
      guard let answer = model.answer(moment), !answer.choices.isEmpty else { return nil }
      prompt = answer.prompt
      tokens = Array(answer.choices.map { $0.chosen }.prefix(8))
      shares = model.judged(prompt, tokens)
    }
  }

  private var words: LiveWords { reply.words }

  func markup() -> Markup {
    tag("section", ["class": "live-part"]) {
      tag("h2", words.say.byHand)
      tag("p", words.say.byHandNote)
      // The page's script reads it; the engine writes no script.
      tag("form", ["class": "live-guessing"]) {
        tag("label", ["for": "live-set-text"], words.say.changeLabel)
        tag(
          "input",
          [
            "id": "live-set-text", "name": "set", "autocomplete": "off", "maxlength": "80",
            "placeholder": words.say.changeExample,
          ])
        tag("button", ["type": "submit"], words.say.changeButton)
      }
      if !reply.moment.changes.isEmpty {
        tag("ul", ["class": "live-parts"]) {
          for (index, change) in reply.moment.changes.enumerated() {
            tag("li") {
              reply.link(
                "live-toggle live-removed", id: "live-set-\(index)", words.say.takeBack(change)
              ) { moment in moment.changes.removeAll { $0 == change } }
            }
          }
        }
      }
      if let learned = reply.learned { compared(learned) }
    }
  }

  /// The answer of the learned model: how likely it was, and is now.
  private func compared(_ learned: Learned) -> Markup {
    let now = reply.model.judged(learned.prompt, learned.tokens)
    let rows = [
      (name: words.say.asLearned, shares: learned.shares), (name: words.say.asChanged, shares: now),
    ]
    let labels = learned.tokens.map { AttentionView.label(reply.piece($0)) }
    let text = TerminalText.safe(
      String(decoding: reply.model.tokenizer.decode(learned.tokens), as: UTF8.self)
    ).onOneLine
    let wholes = rows.map { $0.shares.reduce(1.0) { $0 * Double($1) } }
    return reply.figure(
      "changed", words.say.changed,
      words.say.changedDescription(
        LiveModel.trimmed(text), Numbers.percent(wholes[0]), Numbers.percent(wholes[1])),
      [(words.say.model, false)] + labels.map { ($0, true) },
      rows.map { [$0.name] + $0.shares.map { Numbers.fixed(Double($0), 3) } },
      KnockoutView.map(
        rows, tokens: labels, axes: (words.say.model, words.say.token, words.say.probability)))
  }
}
