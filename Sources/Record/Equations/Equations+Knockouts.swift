import Names

/// U3: the answer, judged without one part of the model after the other.
extension Equation {
  static let knockouts: [Equation] = [
    Equation(
      "removing-nothing-changes-nothing", "U3",
      en: "With the whole model the answer's tokens are as likely as when they were chosen.",
      ja: "何も取り除かなければ、答えのトークンの確率は、選んだときと同じ。"
    ) { run, comparison in
      each(in: run) { answer, record in
        for (place, (token, guess)) in zip(record.tokens, record.intact).enumerated() {
          let isSame =
            place <= answer.choices.count - 1
            && zip(record.tokens, answer.choices).prefix(place).allSatisfy { $0.id == $1.chosen.id }
          guard isSame else { break }
          let choice = answer.choices[place]
          // Two programs add in a different order.
          if let greatest = choice.candidates.map(\.probability).max() {
            let what = "\(answer.id): the greatest probability, place \(place + 1)"
            if (answer.repetitionPenalty ?? 1) == 1 {
              comparison.close(guess.greatest, greatest, within: 1e-4, what)
            } else {
              // What repetition costs may have put the likeliest behind all that are recorded.
              comparison.holds(guess.greatest > greatest - 1e-4, what)
            }
          }
          if let chosen = choice.candidates.first(where: { $0.token.id == token.id }) {
            comparison.close(
              guess.probability, chosen.probability, within: 1e-4,
              "\(answer.id): probability of \(token.text), place \(place + 1)")
          }
        }
      }
    },
    Equation(
      "every-part-is-removed-once", "U3",
      en:
        "Each head, each attention and each MLP is removed once, and each time every token is judged.",
      ja: "どのヘッドも、どの注意機構も、どのMLPも一度ずつ取り除かれ、そのたびに答えの全トークンが調べられる。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      each(in: run) { answer, record in
        let expected = (0..<model.layerCount).flatMap { layer in
          ["\(layer) attention"] + (0..<model.headCount).map { "\(layer) attention \($0)" }
            + ["\(layer) mlp"]
        }
        comparison.equal(
          record.removals.map { removal in
            "\(removal.layer) \(removal.part.rawValue)" + (removal.head.map { " \($0)" } ?? "")
          }, expected, "\(answer.id): parts")
        for guesses in [record.intact] + record.removals.map(\.guesses) {
          comparison.equal(guesses.count, record.tokens.count, "\(answer.id): tokens judged")
        }
      }
    },
    Equation(
      "knockouts-are-probabilities", "U3",
      en: "No probability is below 0 or above the greatest; the likeliest token has the greatest.",
      ja: "どの確率も0以上で、最大の確率をこえない。いちばん確率の高いトークンの確率が、その最大。"
    ) { run, comparison in
      each(in: run) { answer, record in
        for guesses in [record.intact] + record.removals.map(\.guesses) {
          for (token, guess) in zip(record.tokens, guesses) {
            let (own, greatest) = (guess.probability, guess.greatest)
            let isLikeliest = guess.likeliest.id == token.id
            comparison.holds(
              own >= 0 && greatest <= 1 + 1e-9
                && (isLikeliest ? own == greatest : own <= greatest && own + greatest <= 1 + 1e-9),
              "\(answer.id): 0 ≤ \(own) ≤ \(greatest) ≤ 1 at \(token.text)")
          }
        }
      }
    },
    Equation(
      "a-damaged-model-writes-what-it-expects", "U3",
      en:
        "As long as it writes the answer's own tokens, a damaged model writes the likeliest token next.",
      ja: "部品を取り除いたモデルも、正解と同じトークンを書いているあいだは、次にいちばん確率の高いトークンを書く。"
    ) { run, comparison in
      each(in: run) { answer, record in
        for removal in record.removals {
          guard let written = removal.written else { continue }
          // A model made elsewhere may close with a token that has a text.
          if run.setting.importedFrom == nil {
            comparison.equal(
              written.finish == .endToken, written.tokens.last?.bytes.isEmpty == true,
              "\(answer.id): closed by the token that ends it")
          }
          for (place, guess) in removal.guesses.enumerated() {
            // Two programs add in a different order, so a near draw may end either way.
            guard place < written.tokens.count, guess.greatest > 0.51 else { break }
            comparison.equal(
              written.tokens[place].id, guess.likeliest.id,
              "\(answer.id): without \(removal.layer) \(removal.part.rawValue), place \(place + 1)")
            guard written.tokens[place].id == record.tokens[place].id else { break }
          }
        }
      }
    },
    Equation(
      "the-right-answer-is-judged", "U3",
      en: "What is judged is the right answer, where one is known.",
      ja: "正解が分かっているときは、正解が調べられる。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      each(in: run) { answer, record in
        let accepted = truth.questions.filter {
          $0.text == answer.prompt && $0.language == answer.language
        }.flatMap(truth.accepted)
        guard !accepted.isEmpty else { return }
        let spelled = record.tokens.flatMap(\.bytes)
        comparison.holds(
          accepted.contains {
            var bytes = Array($0.utf8)
            if record.tokens.last?.bytes.isEmpty == false {
              bytes = Array(bytes.prefix(spelled.count))
            }
            return bytes == spelled
          }, "\(answer.id): \(String(decoding: spelled, as: UTF8.self)) is right")
      }
    },
  ]

  private static func each(
    in run: Run, _ body: (AnswerRecord, KnockoutRecord) -> Void
  ) {
    for answer in run[.usage]?.answers ?? [] {
      if let record = answer.knockouts { body(answer, record) }
    }
  }
}
