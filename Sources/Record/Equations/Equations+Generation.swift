import Foundation
import Names

/// U3 and U4: from the last logits to the candidates of the first choice.
extension Equation {
  static let generation: [Equation] = [
    Equation(
      "candidates-have-the-last-logits", "U3",
      en: "The candidates of the first choice have the logits that the way through the model gave.",
      ja: "最初の選択の候補のロジットは、モデルを通って出てきたもの。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        for candidate in choice.candidates {
          guard logits.indices.contains(Int(candidate.token.id)) else { continue }
          // Two programs add in a different order.
          comparison.close(
            candidate.logit, Double(logits[Int(candidate.token.id)]), within: 1e-4,
            "\(pass.answer.id): logit of \(candidate.token.text)")
        }
      }
    },
    Equation(
      "greedy-takes-the-largest-logit", "U4",
      en: "Without chance the token with the largest logit is taken.",
      ja: "偶然を使わないときは、ロジットがいちばん大きいトークンが選ばれる。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        guard pass.answer.temperature == 0, logits.indices.contains(Int(choice.chosen.id)) else {
          return
        }
        comparison.close(
          Double(logits[Int(choice.chosen.id)]), Double(logits.max() ?? 0), within: 1e-4,
          "\(pass.answer.id): logit of \(choice.chosen.text) and the largest")
      }
    },
    Equation(
      "probabilities-are-softmax-of-logits", "U4",
      en: "A candidate's probability is e to the power of its logit, over the sum for all tokens.",
      ja: "候補の確率は、eのロジット乗を全トークンの合計で割ったもの。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        let largest = Double(logits.max() ?? 0)
        let total = logits.reduce(0) { $0 + exp(Double($1) - largest) }
        for candidate in choice.candidates {
          comparison.close(
            candidate.probability, exp(candidate.logit - largest) / total, within: 1e-4,
            "\(pass.answer.id): probability of \(candidate.token.text)")
        }
      }
    },
    Equation(
      "entropy-is-of-the-logits", "U4",
      en: "The entropy of the first choice follows from all logits.",
      ja: "最初の選択のエントロピーは、すべてのロジットから計算できる。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        let largest = Double(logits.max() ?? 0)
        let powers = logits.map { exp(Double($0) - largest) }
        let total = powers.reduce(0, +)
        let entropy = zip(powers, logits).reduce(log(total)) {
          $0 - $1.0 / total * (Double($1.1) - largest)
        }
        comparison.close(choice.entropy, entropy, within: 1e-4, "\(pass.answer.id): entropy")
      }
    },
    Equation(
      "cut-keeps-the-fewest", "U4",
      en: "The cut keeps as few of the likeliest tokens as reach the wanted probability.",
      ja: "切り捨ては、確率の高い順に、求める確率に届くいちばん少ない数だけを残す。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        let answer = pass.answer
        guard answer.temperature > 0, choice.keptCount >= 1,
          choice.keptCount <= logits.count
        else { return }
        let sorted = logits.map { Double($0) / answer.temperature }.sorted(by: >)
        let limit = answer.topK > 0 ? min(answer.topK, sorted.count) : sorted.count
        let powers = sorted.prefix(limit).map { exp($0 - sorted[0]) }
        let total = powers.reduce(0, +)
        let kept = powers.prefix(choice.keptCount).reduce(0, +) / total
        let fewer = powers.prefix(choice.keptCount - 1).reduce(0, +) / total
        comparison.holds(
          choice.keptCount <= limit && fewer < answer.topP + 1e-5
            && (kept > answer.topP - 1e-5 || choice.keptCount == limit),
          "\(answer.id): \(fewer) < \(answer.topP) ≤ \(kept) with \(choice.keptCount) tokens")
      }
    },
    Equation(
      "layer-guesses-end-with-the-choice", "U3",
      en: "The guess after the last block has the logits from which the token is chosen.",
      ja: "最後のブロックの後の予想は、トークンを選ぶときのロジットと同じ。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        guard let logits = pass.followedLogits else { continue }
        comparison.equal(
          pass.answer.layerGuesses.map(\.layer), Array(0...pass.model.layerCount),
          "\(pass.answer.id): layers")
        if let middle = pass.answer.middleGuesses {
          comparison.equal(
            middle.map(\.layer), Array((0...pass.model.layerCount).dropFirst()),
            "\(pass.answer.id): layers between attention and MLP")
        }
        let largest = Double(logits.max() ?? 0)
        for (rank, guess) in (pass.answer.layerGuesses.last?.candidates ?? []).enumerated() {
          guard logits.indices.contains(Int(guess.token.id)) else { continue }
          comparison.close(
            guess.logit, Double(logits[Int(guess.token.id)]), within: 1e-4,
            "\(pass.answer.id): logit of \(guess.token.text) after the last block")
          if rank == 0 {
            comparison.close(
              guess.logit, largest, within: 1e-4, "\(pass.answer.id): the likeliest first")
          }
        }
      }
    },
    Equation(
      "layer-guesses-are-softmax", "U3",
      en: "After each part the guesses stand by their logits, and so do their probabilities.",
      ja: "どの部品の後でも、予想はロジットの順に並び、確率もそれに従う。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        for (guess, _) in answer.partGuesses {
          let logits = guess.candidates.map(\.logit)
          comparison.holds(
            zip(logits, logits.dropFirst()).allSatisfy { $0 >= $1 },
            "\(answer.id), layer \(guess.layer): the likeliest first")
          comparison.softmax(
            guess.candidates, within: 1e-9, "\(answer.id), layer \(guess.layer)")
        }
      }
    },
  ]

  /// The first choice of each answer beside the logits of the whole vocabulary.
  private static func eachFirstChoice(
    in run: Run, _ body: (ForwardRecord, ChoiceRecord, [Float]) -> Void
  ) {
    for pass in ForwardRecord.all(in: run) {
      guard let choice = pass.answer.choices.first, let logits = pass.values("logits") else {
        continue
      }
      body(pass, choice, logits)
    }
  }
}
