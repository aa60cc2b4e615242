import Foundation
import Names

/// L5c: the examination.
extension Equation {
  static let evaluation: [Equation] = [
    Equation(
      "perplexity-is-power-of-loss", "L5c", en: "Perplexity is e to the power of the loss.",
      ja: "パープレキシティは、eの損失乗。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      comparison.close(record.perplexity, exp(record.loss), within: 1e-9, "perplexity")
    },
    Equation(
      "test-tokens-are-of-the-test-part", "L5c",
      en: "Every token of the test part is predicted but the first of each document.",
      ja: "テスト用のトークンは、各文書の最初の一つを除いてすべて予測される。"
    ) { run, comparison in
      guard let record = run[.evaluation], let part = run.part(.test) else { return }
      comparison.equal(record.tokens, part.tokens - part.documents, "predicted tokens")
      comparison.equal(record.bytes, part.bytes, "bytes")
    },
    Equation(
      "loss-per-byte-is-the-same-surprise", "L5c",
      en: "Loss per byte times bytes is loss per token times tokens.",
      ja: "バイトあたりの損失にバイト数を掛けると、トークンあたりの損失にトークン数を掛けたものと同じ。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      comparison.close(
        record.lossPerByte * Double(record.bytes), record.loss * Double(record.tokens),
        within: 1e-9, "nats of the test part")
    },
    Equation(
      "floor-is-surprise-over-bytes", "L5c",
      en: "The floor is the surprise of the test documents by the source, over their bytes.",
      ja: "下限は、テスト用の文書が源から見てどれだけ意外かを、バイト数で割ったもの。"
    ) { run, comparison in
      guard let record = run[.evaluation], let floor = record.floorPerByte else { return }
      let bytes = record.floorShares.reduce(0) { $0 + $1.bytes }
      comparison.equal(bytes, record.bytes, "bytes of the test documents")
      comparison.close(
        record.floorShares.reduce(0) { $0 + $1.nats }, floor * Double(bytes), within: 1e-9,
        "nats of the test documents")
    },
    Equation(
      "floor-is-that-of-the-source", "L5c",
      en: "The test documents surprise the source about as much as all documents of their kinds.",
      ja: "源から見た意外さは、テスト用の文書でも、同じ種類の文書全体とほぼ同じ。"
    ) { run, comparison in
      guard let record = run[.evaluation], let truth = run[.truth], !record.floorShares.isEmpty
      else { return }
      var expected = 0.0
      for share in record.floorShares {
        let whole = truth.entropy.shares.first {
          $0.kind == share.kind && $0.language == share.language
        }
        comparison.holds(whole != nil, "the source tells \(share.kind) in \(share.language)")
        expected += Double(share.bytes) * (whole?.natsPerByte ?? 0)
      }
      let found = record.floorShares.reduce(0) { $0 + $1.nats }
      comparison.holds(
        found > expected * 0.8 && found < expected * 1.25,
        "\(found) nats are within a fifth or so of \(expected)")
    },
    Equation(
      "counting-models-read-the-same-tokens", "L5c",
      en: "For the models that only count, loss per byte and per token belong to the same text.",
      ja: "数えるだけのモデルでも、バイトあたりとトークンあたりの損失は同じ文章のもの。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      for baseline in record.baselines {
        comparison.close(
          baseline.lossPerByte * Double(record.bytes), baseline.loss * Double(record.tokens),
          within: 1e-9, "nats of order \(baseline.order)")
      }
      // Where they have read a part of the training text, it is less than the whole.
      if let counted = record.countedTokens, let data = run[.dataset] {
        let all = data.parts.first { $0.name == .training }?.tokens ?? 0
        comparison.holds(counted > 0 && counted < all, "\(counted) of \(all) training tokens")
      }
    },
    Equation(
      "right-guesses-are-whole-tokens", "L5c",
      en: "The share of right guesses is a whole number of tokens.",
      ja: "正しく当てた割合は、トークンの個数にすると整数になる。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      let right = record.accuracy * Double(record.tokens)
      comparison.close(right, right.rounded(), within: 1e-9, "right guesses")
    },
    Equation(
      "scores-are-of-asked-questions", "L5c",
      en: "No more questions are answered rightly than asked, nor asked than there are.",
      ja: "正解は聞いた数を超えず、聞いた数は用意された数を超えない。"
    ) { run, comparison in
      for score in run[.evaluation]?.questionScores ?? [] {
        let what = "\(score.language), \(score.phrasing)"
        comparison.holds(
          0 <= score.right && score.right <= score.asked,
          "\(what): \(score.right) of \(score.asked)")
        if let truth = run[.truth] {
          let count = truth.questions.count {
            $0.language == score.language && $0.phrasing == score.phrasing
          }
          comparison.holds(score.asked <= count, "\(what): \(score.asked) of \(count) questions")
        }
      }
    },
    Equation(
      "shown-answers-fit-scores", "L5c",
      en: "Among the answers shown there are no more right and wrong ones than were counted.",
      ja: "見せている正解と誤答は、数えた正解と誤答より多くない。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      for score in record.questionScores {
        let shown = record.questions.filter {
          $0.language == score.language && $0.phrasing == score.phrasing
        }
        let right = shown.count(where: \.isRight)
        comparison.holds(
          right <= score.right && shown.count - right <= score.asked - score.right,
          "\(score.language), \(score.phrasing): \(right) right of \(shown.count) shown")
      }
    },
    Equation(
      "shown-questions-are-of-the-truth", "L5c",
      en: "What counts as right for a question is what the truth says about it.",
      ja: "質問の正解は、真実の記録にあるとおり。"
    ) { run, comparison in
      guard let record = run[.evaluation], let truth = run[.truth] else { return }
      for question in record.questions {
        let known = truth.questions.contains {
          $0.text == question.question && $0.language == question.language
            && $0.phrasing == question.phrasing && truth.accepted($0) == question.expected
        }
        comparison.holds(known, "\(question.question) \(question.expected) is in the truth")
      }
    },
    Equation(
      "answers-are-right-when-expected", "L5c",
      en: "An answer is right exactly when it is among the expected ones.",
      ja: "答えが正解になるのは、正解の一覧にあるとき、そのときだけ。"
    ) { run, comparison in
      for result in run[.evaluation]?.questions ?? [] {
        comparison.equal(
          result.isRight, result.expected.contains(result.answer), result.question)
      }
    },
    Equation(
      "divergence-is-recomputed", "L5c",
      en: "The distance of a prediction from the truth follows from its probabilities.",
      ja: "予測と真実との隔たりは、示された確率から計算できる。"
    ) { run, comparison in
      for probe in run[.evaluation]?.divergence?.shown ?? [] {
        let sum = probe.next.reduce(0) {
          $1.truth > 0 ? $0 + $1.truth * log($1.truth / max($1.model, 1e-9)) : $0
        }
        comparison.close(probe.divergence, sum, within: 1e-9, "divergence after \(probe.prefix)")
      }
    },
    Equation(
      "shown-probes-are-of-the-truth", "L5c",
      en: "The true probabilities shown are those of the truth, and they add up to 1.",
      ja: "示された真の確率は真実の記録のもので、足すと1になる。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      for probe in run[.evaluation]?.divergence?.shown ?? [] {
        comparison.close(
          probe.next.reduce(0) { $0 + $1.truth }, 1, within: 1e-9, "sum after \(probe.prefix)")
        let known = truth.probes.contains {
          $0.kind == probe.kind && $0.language == probe.language && $0.prefix == probe.prefix
            && $0.before.map(\.text).joined(separator: "\n") == probe.before
            && $0.next.map(\.text) == probe.next.map(\.text)
            && $0.next.map(\.probability) == probe.next.map(\.truth)
        }
        comparison.holds(known, "the probe \(probe.prefix) is in the truth")
      }
    },
    Equation(
      "divergence-is-a-mean-over-languages", "L5c",
      en: "The mean divergence is made of those of the languages, each by its probes.",
      ja: "隔たりの平均は、言語ごとの平均を問いの数で重みづけたもの。"
    ) { run, comparison in
      guard let record = run[.evaluation]?.divergence, let truth = run[.truth] else { return }
      comparison.equal(record.probes, truth.probes.count, "probes")
      let sum = record.languages.reduce(0) { sum, entry in
        sum + entry.value * Double(truth.probes.count { $0.language == entry.language })
      }
      comparison.close(
        record.mean, sum / Double(truth.probes.count), within: 1e-9, "mean divergence")
    },
  ]

  /// L5c: whether the model knows how sure it may be.
  static let calibration: [Equation] = [
    Equation(
      "calibration-counts-every-token", "L5c",
      en: "The bins of the calibration hold every predicted token once.",
      ja: "確信度の区分には、予測したトークンが一つ残らず一度ずつ入る。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      comparison.equal(
        record.calibration.bins.reduce(0) { $0 + $1.count }, record.tokens, "tokens in bins")
    },
    Equation(
      "calibration-bins-fit", "L5c",
      en: "The bins cover 0 to 1 without a gap, and each holds the confidence that it is for.",
      ja: "区分は0から1までをすきまなく覆い、それぞれの確信度はその区分の中にある。"
    ) { run, comparison in
      guard let bins = run[.evaluation]?.calibration.bins, !bins.isEmpty else { return }
      comparison.equal(
        bins.map(\.lower) + [1], [0] + bins.map(\.upper), "where one bin ends the next begins")
      for bin in bins where bin.count > 0 {
        comparison.holds(
          bin.lower - 1e-9 <= bin.confidence && bin.confidence <= bin.upper + 1e-9,
          "confidence \(bin.confidence) within \(bin.lower) and \(bin.upper)")
      }
    },
    Equation(
      "calibration-gives-accuracy", "L5c",
      en: "The right guesses of all bins are the right guesses of the examination.",
      ja: "区分ごとの正解を合わせると、試験全体の正解になる。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      let right = record.calibration.bins.reduce(0) { $0 + $1.accuracy * Double($1.count) }
      comparison.close(
        right, record.accuracy * Double(record.tokens), within: 1e-9, "right guesses")
    },
    Equation(
      "calibration-error-is-recomputed", "L5c",
      en: "The calibration error is the mean gap between accuracy and confidence.",
      ja: "確信度の誤差は、正解率と確信度の開きの平均。"
    ) { run, comparison in
      guard let record = run[.evaluation]?.calibration else { return }
      let total = Double(record.bins.reduce(0) { $0 + $1.count })
      let sum = record.bins.reduce(0) {
        $0 + Double($1.count) * abs($1.accuracy - $1.confidence)
      }
      comparison.close(
        record.expectedError, sum / max(total, 1), within: 1e-9, "calibration error")
    },
  ]
}
