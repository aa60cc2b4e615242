import Foundation
import Names

/// U4: what the settings make of the logits.
extension Equation {
  static let filters: [Equation] = [
    each(
      "scaled-is-logit-by-temperature",
      en:
        "What the draw goes by is the logit over the temperature, less for tokens of the text where repetition costs.",
      ja: "抽選に使う値は、ロジットを温度で割ったもの。繰り返しを抑えるときは、すでに出たトークンの値を先に下げる。"
    ) { choice, answer, what, comparison in
      let divisor = answer.temperature == 0 ? 1 : answer.temperature
      let penalty = answer.repetitionPenalty ?? 1
      for candidate in choice.candidates {
        guard let scaled = candidate.scaled else { continue }
        let plain = candidate.logit
        let reduced = plain < 0 ? plain * penalty : plain / penalty
        let expected = [plain, reduced].min {
          abs($0 / divisor - scaled) < abs($1 / divisor - scaled)
        }!
        comparison.close(
          scaled, expected / divisor, within: 1e-5 * max(1, abs(scaled)),
          "\(what()): \(candidate.token.text)")
      }
    },
    Equation(
      "repetition-costs-what-was-written", "U4",
      en: "The repetition penalty takes from tokens that stand in the text, and from no others.",
      ja: "繰り返しの抑制は、文章にもう出たトークンにだけ働く。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let penalty = answer.repetitionPenalty ?? 1
        let divisor = answer.temperature == 0 ? 1 : answer.temperature
        // A penalty near 1 changes less than that.
        let least = penalty == 1 ? 1e-4 : min(1e-4, abs(1 - 1 / penalty) / 2)
        var text = Set(answer.tokens.map(\.id))
        for (number, choice) in answer.choices.enumerated() {
          for candidate in choice.candidates where abs(candidate.logit) > 1e-2 {
            guard let scaled = candidate.scaled else { continue }
            let change = abs(scaled * divisor - candidate.logit)
            comparison.equal(
              change > least * abs(candidate.logit),
              penalty != 1 && text.contains(candidate.token.id),
              "\(answer.id), choice \(number + 1): \(candidate.token.text) costs")
          }
          text.insert(choice.chosen.id)
        }
      }
    },
    each(
      "cuts-name-their-filter",
      en: "Whoever was cut off has a filter for it, in the order in which filters are applied.",
      ja: "切られた候補には、切ったふるいの名前があり、ふるいの順に並ぶ。"
    ) { choice, answer, what, comparison in
      guard choice.keptShare != nil else { return }
      var last = SamplingFilter.allCases.count
      for (place, candidate) in choice.candidates.enumerated() {
        comparison.equal(
          candidate.cut == nil, candidate.isKept, "\(what()), candidate \(place + 1): is kept")
        guard let cut = candidate.cut else { continue }
        let order = SamplingFilter.allCases.firstIndex(of: cut)!
        // The strictest filter comes last and takes the likeliest.
        comparison.holds(order <= last, "\(what()), candidate \(place + 1): \(cut) after others")
        last = order
        let isOn =
          switch cut {
          case .greedy: answer.temperature == 0
          case .topK: answer.topK > 0 && place >= answer.topK
          case .topP: answer.topP < 1
          case .minP: (answer.minP ?? 0) > 0
          }
        comparison.holds(isOn, "\(what()), candidate \(place + 1): \(cut) is on")
      }
    },
    each(
      "kept-candidates-pass-every-filter",
      en:
        "Those that stay are what top-k, top-p and min-p leave, each of what the one before it left.",
      ja: "残るのは、top-k、top-p、min-pを順に通ったもの。"
    ) { choice, answer, what, comparison in
      guard let share = choice.keptShare, answer.temperature > 0 else { return }
      if answer.topK > 0 {
        comparison.holds(choice.keptCount <= answer.topK, "\(what()): at most \(answer.topK)")
      }
      let kept = choice.candidates.filter(\.isKept)
      guard let first = kept.first, kept.count == choice.keptCount else { return }
      let minP = answer.minP ?? 0
      for candidate in choice.candidates where minP > 0 && candidate.cut != .topK {
        // Of those that were cut off, the share follows from the scaled logits.
        let passes = candidate.relative(to: first) >= minP * (1 - 1e-4)
        if candidate.isKept {
          comparison.holds(passes, "\(what()): \(candidate.token.text) reaches min-p")
        } else if candidate.cut == .minP {
          comparison.holds(
            candidate.relative(to: first) < minP * (1 + 1e-4),
            "\(what()): \(candidate.token.text) misses min-p")
        }
      }
      guard answer.topP < 1, minP == 0, answer.topK == 0, let last = kept.last else { return }
      comparison.holds(share >= answer.topP - 1e-5, "\(what()): \(share) reaches \(answer.topP)")
      let without = share - last.adjusted * share
      comparison.holds(
        without < answer.topP + 1e-5, "\(what()): without the last only \(without)")
    },
  ]

  /// U5 and U6: why the answer ends, and whether it is given.
  static let finishing: [Equation] = [
    Equation(
      "finish-follows-from-the-tokens", "U6",
      en: "Why an answer ends is seen from its tokens: its last one, its text, its count.",
      ja: "答えの終わった理由は、最後のトークンと、文と、トークンの数からわかる。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for answer in run[.usage]?.answers ?? [] {
        guard let finish = answer.finish else { continue }
        // A model made elsewhere may close with a token that has a text.
        let isOwn = run.setting.importedFrom == nil
        let closes = isOwn ? answer.choices.last?.chosen.isNotText == true : finish == .endToken
        let stops = (answer.stopStrings ?? []).contains { answer.rawText.contains($0) }
        let isFull = answer.tokens.count + answer.choices.count >= model.contextLength
        let expected: FinishReason =
          closes ? .endToken : stops ? .stopString : isFull ? .contextFull : .limit
        comparison.equal(finish, expected, "\(answer.id): why it ends")
      }
    },
    Equation(
      "held-answers-are-unsure", "U5",
      en:
        "An answer is held back exactly when the least probability of its first tokens is below the threshold.",
      ja: "答えを控えるのは、はじめのトークンの確率のうちいちばん小さいものが、しきい値に届かないときだけ。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let isHeld = answer.postprocessing.contains { $0.rule == .heldBack }
        guard let hold = answer.hold else {
          comparison.holds(!isHeld, "\(answer.id): no rule holds it back")
          continue
        }
        let first = answer.choices.prefix(hold.tokenCount).compactMap { $0.own?.probability }
        comparison.close(
          hold.confidence, first.min() ?? 0, within: 1e-6, "\(answer.id): confidence")
        comparison.equal(
          hold.isHeld, hold.confidence < hold.threshold, "\(answer.id): below the threshold")
        // What says the same already is left as it is.
        let saysSo = Language.allCases.contains { HeldReply.text[$0] == answer.text }
        comparison.equal(
          isHeld || hold.isHeld && saysSo, hold.isHeld, "\(answer.id): is held back")
      }
    },
    Equation(
      "rules-stand-in-their-order", "U5",
      en: "The rules come in their order, each once, and masked words are named.",
      ja: "規則は決まった順に一度ずつ働き、伏せた語には名前がある。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let order = answer.postprocessing.map {
          PostprocessingRule.allCases.firstIndex(of: $0.rule)!
        }
        comparison.holds(
          zip(order, order.dropFirst()).allSatisfy { $0 < $1 }, "\(answer.id): rules in order")
        for edit in answer.postprocessing where edit.rule == .unsuitableWords {
          comparison.holds(edit.terms?.isEmpty == false, "\(answer.id): masked words are named")
        }
      }
    },
  ]

  /// U4: the same prompt with other settings.
  static let comparing: [Equation] = [
    Equation(
      "compared-answers-obey-their-settings", "U4",
      en:
        "The first of the compared answers is greedy; none is drawn from more tokens than top-k leaves.",
      ja: "比べる答えの一番目は、いつも一つだけを残したもの。どの答えも、top-kより多くの候補からは選ばれない。"
    ) { run, comparison in
      for record in run[.usage]?.comparisons ?? [] {
        comparison.equal(record.answers.first?.temperature, 0, "\(record.language): the first")
        for (number, answer) in record.answers.enumerated() {
          for token in answer.tokens {
            let most = answer.temperature == 0 ? 1 : answer.topK > 0 ? answer.topK : Int.max
            comparison.holds(
              1 <= token.keptCount && token.keptCount <= most,
              "\(record.language), answer \(number + 1): \(token.keptCount) kept")
            comparison.holds(
              0 < token.probability && token.probability <= 1,
              "\(record.language), answer \(number + 1): \(token.probability)")
          }
        }
      }
    },
    Equation(
      "another-way-parts-at-its-step", "U4",
      en:
        "The other way has the same tokens before its step, and another and less likely one there.",
      ja: "別の道は、分かれるところまで同じトークンで、そこで別の、確率の低いトークンになる。"
    ) { run, comparison in
      for record in run[.usage]?.comparisons ?? [] {
        guard let fork = record.fork, let own = record.answers.first else { continue }
        let (before, other) = (own.tokens, fork.answer.tokens)
        guard fork.step >= 1, fork.step <= min(before.count, other.count) else {
          comparison.holds(false, "\(record.language): step \(fork.step) is one of both")
          continue
        }
        comparison.equal(
          other.prefix(max(0, fork.step - 1)).map(\.token),
          before.prefix(max(0, fork.step - 1)).map(\.token),
          "\(record.language): the way before")
        comparison.equal(
          fork.taken.token, before[fork.step - 1].token, "\(record.language): what stood there")
        let new = other[fork.step - 1]
        comparison.holds(
          new.token != fork.taken.token && new.probability <= fork.taken.probability,
          "\(record.language): \(new.probability) ≤ \(fork.taken.probability)")
      }
    },
  ]
}

extension CandidateRecord {
  /// How likely it is beside another one, after the temperature.
  fileprivate func relative(to other: CandidateRecord) -> Double {
    guard let scaled, let its = other.scaled else { return 0 }
    return exp(scaled - its)
  }
}
