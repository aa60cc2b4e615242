import Foundation
import Names

/// U4: every choice of every answer.
extension Equation {
  static let sampling: [Equation] = [
    Equation(
      "answers-fit-into-the-context", "U4",
      en: "Prompt and answer together are no longer than the context.",
      ja: "プロンプトと答えを合わせても、文脈の長さを超えない。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for answer in run[.usage]?.answers ?? [] {
        let total = answer.tokens.count + answer.choices.count
        comparison.holds(
          total <= model.contextLength, "\(answer.id): \(total) ≤ \(model.contextLength) tokens")
      }
    },
    each(
      "candidates-are-sorted",
      en: "Candidates stand in the order of the logits that the choice was made by.",
      ja: "候補は、選ぶのに使われたロジットの大きい順に並ぶ。"
    ) { choice, _, what, comparison in
      for (one, next) in zip(choice.candidates, choice.candidates.dropFirst()) {
        let (first, second) = (one.scaled ?? one.logit, next.scaled ?? next.logit)
        comparison.holds(first >= second, "\(what()): \(first) ≥ \(second)")
      }
    },
    each(
      "candidates-are-softmax",
      en: "The probabilities of candidates are in the ratio of e to the power of their logits.",
      ja: "候補の確率どうしの比は、eのロジット乗どうしの比になっている。"
    ) { choice, _, what, comparison in
      comparison.softmax(choice.candidates, within: 2e-5, what())
    },
    each(
      "chosen-token-is-a-kept-candidate",
      en: "The token chosen is one of the candidates above the cut.",
      ja: "選ばれたトークンは、足切りで残った候補の一つ。"
    ) { choice, _, what, comparison in
      comparison.holds(
        choice.candidates.contains {
          $0.token == choice.chosen && ($0.isKept || choice.isForked == true)
        },
        "\(what()): \(choice.chosen.text) is a kept candidate")
    },
    each(
      "kept-candidates-are-the-first",
      en: "The likeliest tokens are kept, as many as the cut says.",
      ja: "残るのは確率の高い方から、足切りの数だけ。"
    ) { choice, _, what, comparison in
      let kept = choice.candidates.map(\.isKept)
      comparison.holds(
        choice.keptCount >= kept.count { $0 }, "\(what()): \(choice.keptCount) kept")
      for (place, isKept) in kept.enumerated().dropLast() {
        comparison.equal(
          isKept, place < choice.keptCount, "\(what()), candidate \(place + 1) is kept")
      }
    },
    each(
      "greedy-draws-nothing",
      en:
        "At temperature 0 nothing is drawn and one token is kept; above it, a draw lies in 0 to 1.",
      ja: "温度0ではくじを引かず、残るのは一つ。それより上では、くじは0から1のあいだ。"
    ) { choice, answer, what, comparison in
      if answer.temperature == 0 {
        comparison.holds(
          choice.draw == nil && choice.keptCount == 1
            && (choice.candidates.first?.token == choice.chosen || choice.isForked == true),
          "\(what()): the first, undrawn")
      } else {
        let draw = choice.draw ?? -1
        comparison.holds(0 <= draw && draw < 1, "\(what()): draw \(draw)")
      }
    },
    each(
      "adjusted-follows-temperature",
      en:
        "After the cut, probabilities are in the ratio of e to the power of logits by temperature.",
      ja: "足切りのあとの確率の比は、温度で割ったロジットをeの肩に乗せたものの比。"
    ) { choice, answer, what, comparison in
      guard let first = choice.candidates.first else { return }
      for candidate in choice.candidates {
        let share =
          !candidate.isKept
          ? 0
          : answer.temperature == 0
            ? 1 : first.adjusted * exp(candidate.scaled(answer) - first.scaled(answer))
        comparison.close(
          candidate.adjusted, share, within: 2e-5 * max(share, 1e-6),
          "\(what()): share of \(candidate.token.text)")
      }
    },
    each(
      "kept-candidates-sum-to-one",
      en: "The probabilities of all tokens that were kept add up to 1.",
      ja: "残ったトークンの確率をすべて足すと、1になる。"
    ) { choice, _, what, comparison in
      let kept = choice.candidates.filter(\.isKept)
      let sum = kept.reduce(0) { $0 + $1.adjusted }
      if kept.count == choice.keptCount {
        comparison.close(sum, 1, within: 1e-5, "\(what()): sum of the kept")
      } else {
        comparison.holds(sum < 1 + 1e-5, "\(what()): \(sum) of 1 shown")
      }
    },
    each(
      "draw-falls-on-the-chosen",
      en: "The draw lies in the stretch of the chosen token.",
      ja: "くじの値は、選ばれたトークンの区間に入る。"
    ) { choice, _, what, comparison in
      guard let draw = choice.draw, choice.isForked != true,
        let place = choice.candidates.firstIndex(where: { $0.token == choice.chosen })
      else { return }
      let before = choice.candidates[..<place].reduce(0) { $0 + $1.adjusted }
      // A chosen token behind all others may have more between them than is recorded.
      let isLast = place == choice.candidates.count - 1
      let start = choice.start ?? -1
      comparison.holds(
        isLast ? before - 1e-5 <= start : abs(before - start) <= 1e-5,
        "\(what()): \(before) before, begins at \(start)")
      let end = start + choice.candidates[place].adjusted
      comparison.holds(
        start - 1e-5 <= draw && draw <= end + 1e-5, "\(what()): \(start) ≤ \(draw) ≤ \(end)")
    },
    Equation(
      "entropy-is-within-bounds", "U4",
      en: "The entropy of a choice lies between 0 and the logarithm of the number of tokens.",
      ja: "選択のエントロピーは、0とトークンの種類の数の対数とのあいだにある。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      let most = log(Double(model.vocabularySize))
      for answer in run[.usage]?.answers ?? [] {
        for (number, choice) in answer.choices.enumerated() {
          comparison.holds(
            0 <= choice.entropy && choice.entropy <= most + 1e-6,
            "\(answer.id), choice \(number + 1): 0 ≤ \(choice.entropy) ≤ \(most)")
        }
      }
    },
  ]

  /// An equation of single choices.
  static func each(
    _ name: String, en: String, ja: String,
    _ check:
      @escaping @Sendable (ChoiceRecord, AnswerRecord, () -> String, inout Comparison) -> Void
  ) -> Equation {
    Equation(name, "U4", en: en, ja: ja) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        for (number, choice) in answer.choices.enumerated() {
          check(choice, answer, { "\(answer.id), choice \(number + 1)" }, &comparison)
        }
      }
    }
  }
}

extension CandidateRecord {
  /// What the draw went by: the logit over the temperature, unless repetition costs.
  fileprivate func scaled(_ answer: AnswerRecord) -> Double {
    let plain = logit / answer.temperature
    return (answer.repetitionPenalty ?? 1) == 1 ? plain : scaled ?? plain
  }
}
