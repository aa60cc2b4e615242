import Foundation
import Names

/// U3: what the model would say after each part, and how the followed token stands there.
extension Equation {
  static let guesses: [Equation] = [
    Equation(
      "guesses-are-read-from-the-stream", "U3",
      en:
        "A guess on the way is the stream there, taken through the last normalization and the table.",
      ja: "途中の予想は、そこでの残差ストリームを、最後の層正規化と表に通して読んだもの。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let width = pass.model.width
        guard let followed = pass.answer.followed, let table = pass.values("followed.table"),
          let gain = pass.weight("ln_final.w", [width]),
          let bias = pass.weight("ln_final.b", [width])
        else { continue }
        for (guess, isMiddle) in pass.answer.partGuesses {
          let name = pass.stream(after: guess.layer, isMiddle: isMiddle)
          guard let stream = pass.lastRow(name).map({ Array($0) }) else { continue }
          let (mean, deviation) = moments(stream, row: 0, width: width)
          let read =
            guess.candidates.map { ($0.token, $0.logit) }
            + (guess.standing.map { [($0.token, $0.logit)] } ?? [])
          for (token, logit) in read {
            guard let row = followed.rows.firstIndex(of: token.id) else {
              // A recording that is older keeps fewer rows of the table.
              comparison.holds(
                guess.standing == nil, "\(pass.answer.id): the row of \(token.text) is recorded")
              continue
            }
            var (sum, total) = (0.0, 0.0)
            for channel in 0..<width {
              let scaled = (Double(stream[channel]) - mean) / deviation
              let part =
                (scaled * Double(gain[channel]) + Double(bias[channel]))
                * Double(table[row * width + channel])
              sum += part
              total += abs(part)
            }
            comparison.close(
              logit, sum, within: 2e-5 * max(1, total),
              "\(pass.answer.id), \(name): logit of \(token.text)")
          }
        }
      }
    },
    Equation(
      "standings-agree-with-the-guesses", "U3",
      en:
        "After each part the followed token has its place, and its share, among the guesses there.",
      ja: "どの部品のあとでも、追いかけるトークンの順位と確率は、そこでの予想と食い違わない。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        for (guess, isMiddle) in answer.partGuesses {
          guard let standing = guess.standing, let first = guess.candidates.first else { continue }
          let what = "\(answer.id), layer \(guess.layer)\(isMiddle ? ", middle" : "")"
          let place = guess.candidates.firstIndex { $0.token.id == standing.token.id }
          if let place {
            comparison.equal(standing.rank, place + 1, "\(what): rank of \(standing.token.text)")
            comparison.equal(
              standing.logit, guess.candidates[place].logit, "\(what): its logit")
          } else {
            comparison.holds(
              standing.rank > guess.candidates.count
                && standing.logit <= guess.candidates.last?.logit ?? 0,
              "\(what): rank \(standing.rank) behind \(guess.candidates.count) guesses")
          }
          let expected = first.probability * exp(standing.logit - first.logit)
          comparison.close(
            standing.probability, expected, within: 1e-9 * max(expected, 1e-12),
            "\(what): probability by its logit")
          if let followed = answer.followed {
            comparison.equal(
              standing.token.id, followed.token.id, "\(what): the token that is followed")
          }
        }
      }
    },
    Equation(
      "the-last-standing-is-the-choice", "U3",
      en:
        "After the last part the followed token stands as it does in the choice: first exactly if it is taken greedily.",
      ja: "最後の部品のあとの順位と確率は、トークンを選ぶときのもの。いつも一番を選ぶなら、選ばれるのは1位のときだけ。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let answer = pass.answer
        guard let standing = answer.layerGuesses.last?.standing, let logits = pass.followedLogits,
          logits.indices.contains(Int(standing.token.id))
        else { continue }
        let own = logits[Int(standing.token.id)]
        let largest = Double(logits.max() ?? 0)
        let total = logits.reduce(0) { $0 + exp(Double($1) - largest) }
        comparison.close(
          standing.probability, exp(Double(own) - largest) / total, within: 1e-4,
          "\(answer.id): probability of \(standing.token.text)")
        // Two programs add in a different order, so near neighbors may change places.
        let surely = logits.count { $0 > own + 1e-3 }
        let perhaps = logits.count { $0 >= own - 1e-3 }
        comparison.holds(
          surely < standing.rank && standing.rank <= perhaps,
          "\(answer.id): rank \(standing.rank), behind \(surely) that are surely likelier")
        let place = answer.followed?.read.count ?? 0
        guard place < answer.choices.count,
          zip(answer.followed?.read ?? [], answer.choices).allSatisfy({ $0.id == $1.chosen.id })
        else { continue }
        let choice = answer.choices[place]
        if let candidate = choice.candidates.first(where: { $0.token.id == standing.token.id }) {
          comparison.close(
            standing.probability, candidate.probability, within: 1e-4,
            "\(answer.id): probability in choice \(place + 1)")
        }
        let isGreedy = answer.temperature == 0 && (answer.repetitionPenalty ?? 1) == 1
        guard isGreedy, choice.isForked != true, surely + 1 == perhaps else { continue }
        comparison.equal(
          standing.rank == 1, choice.chosen.id == standing.token.id,
          "\(answer.id): first, and chosen")
      }
    },
  ]
}

extension ForwardRecord {
  /// Where a guess is read: layers count from 1, and 0 is the embedding.
  fileprivate func stream(after layer: Int, isMiddle: Bool) -> String {
    if layer == 0 { return "blocks.0.hook_resid_pre" }
    return "blocks.\(layer - 1)." + (isMiddle ? "hook_resid_mid" : "hook_resid_post")
  }
}
