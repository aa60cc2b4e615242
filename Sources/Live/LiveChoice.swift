import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Views

/// How one token of the answer was chosen, and the roads that lead elsewhere.
struct LiveChoice {
  let reply: LiveReply
  let answer: LiveAnswer
  let step: Int

  private var words: LiveWords { reply.words }
  private var choice: Choice { answer.choices[step - 1] }

  func markup() -> Markup {
    let choice = self.choice
    let chosen = reply.piece(choice.chosen).shown
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.choice(step))
      reply.figure(
        "choice", words.say.choice(step),
        words.say.choiceDescription(
          chosen, Numbers.percent(Double(choice.probability), 2), choice.keptCount) + " " + draw(),
        words.say.choiceColumns, rows(), bars())
      tag("p", words.say.road)
      tag("ul", ["class": "live-roads"]) {
        for candidate in choice.candidates.prefix(LiveReply.barCount)
        where candidate.id != choice.chosen {
          tag("li") {
            reply.link(
              "live-button", id: "live-road-\(candidate.id)",
              words.say.take(reply.piece(candidate.id).shown)
            ) { moment in
              moment.forks.removeAll { $0.step >= step }
              moment.forks.append(Moment.Fork(step: step, token: candidate.id))
            }
          }
        }
        if choice.isForced {
          tag("li") {
            reply.link("live-button", id: "live-road-own", words.say.ownRoad) { moment in
              moment.forks.removeAll { $0.step >= step }
            }
          }
        }
      }
    }
  }

  private func bars() -> BarChart {
    ChoiceView.bars(
      choice.candidates.map {
        ChoiceView.Candidate(
          id: $0.id, name: reply.piece($0.id).shown, share: Double($0.probability),
          isKept: $0.isKept)
      }, chosen: choice.chosen, count: LiveReply.barCount, axis: words.say.probability)
  }

  private func rows() -> [[String]] {
    choice.candidates.map { candidate in
      [
        reply.piece(candidate.id).shown, Numbers.fixed(Double(candidate.logit), 2),
        Numbers.fixed(Double(candidate.scaled), 2),
        Numbers.percent(Double(candidate.probability), 2),
        Numbers.percent(Double(candidate.adjusted), 2),
        candidate.cut.map { words.say.cut(Self.filter($0)) } ?? words.say.kept,
      ]
    }
  }

  private func draw() -> String {
    if choice.isForced { return words.say.forced }
    guard reply.moment.sampling.temperature > 0,
      let own = choice.candidates.first(where: { $0.id == choice.chosen })
    else { return words.say.greedy }
    return words.say.drawn(
      ChoiceView.stretch(
        start: Double(choice.start), draw: Double(choice.draw), length: Double(own.adjusted)),
      reply.piece(choice.chosen).shown)
  }

  private static func filter(_ reason: CutReason) -> SamplingFilter {
    switch reason {
    case .greedy: .greedy
    case .topK: .topK
    case .topP: .topP
    case .minP: .minP
    }
  }
}
