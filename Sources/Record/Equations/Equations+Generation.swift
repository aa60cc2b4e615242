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
      en:
        "Without chance the token with the largest logit is taken, after the repetition penalty if there is one.",
      ja: "偶然を使わないときは、ロジットがいちばん大きいトークンが選ばれる。繰り返しを抑えるときは、抑えたあとの値で比べる。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        let logits = pass.answer.penalized(logits)
        guard pass.answer.temperature == 0, choice.isForked != true,
          logits.indices.contains(Int(choice.chosen.id))
        else { return }
        comparison.close(
          logits[Int(choice.chosen.id)], logits.max() ?? 0, within: 1e-4,
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
      en:
        "The cut keeps as few of the likeliest tokens as reach the wanted probability, or as are near the first.",
      ja: "切り捨ては、確率の高い順に、求める確率に届くか、先頭の候補に近いものだけを、いちばん少ない数だけ残す。"
    ) { run, comparison in
      eachFirstChoice(in: run) { pass, choice, logits in
        let answer = pass.answer
        guard answer.temperature > 0, choice.keptCount >= 1,
          choice.keptCount <= logits.count
        else { return }
        let sorted = answer.penalized(logits).map { $0 / answer.temperature }.sorted(by: >)
        let limit = answer.topK > 0 ? min(answer.topK, sorted.count) : sorted.count
        let powers = sorted.prefix(limit).map { exp($0 - sorted[0]) }
        let total = powers.reduce(0, +)
        let kept = powers.prefix(choice.keptCount).reduce(0, +) / total
        let fewer = powers.prefix(max(0, choice.keptCount - 1)).reduce(0, +) / total
        let minP = answer.minP ?? 0
        let isNear = { (place: Int, slack: Double) in
          place < powers.count && powers[place] >= minP * (1 + slack)
        }
        comparison.holds(
          choice.keptCount <= limit && fewer < answer.topP + 1e-5
            && isNear(choice.keptCount - 1, -1e-4)
            && (kept > answer.topP - 1e-5 || choice.keptCount == limit
              || !isNear(choice.keptCount, 1e-4)),
          "\(answer.id): \(fewer) < \(answer.topP) ≤ \(kept) with \(choice.keptCount) tokens, "
            + "min-p \(minP)")
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

extension AnswerRecord {
  /// The logits of the first choice as the choice goes by them: where repetition costs, those of tokens
  /// that stand in the prompt are smaller.
  fileprivate func penalized(_ logits: [Float]) -> [Double] {
    var result = logits.map { Double($0) }
    guard let penalty = repetitionPenalty, penalty != 1 else { return result }
    for token in Set(tokens.map { Int($0.id) }) where result.indices.contains(token) {
      result[token] = result[token] < 0 ? result[token] * penalty : result[token] / penalty
    }
    return result
  }
}
