import Inference
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// Takes one part of a model away after the other and asks again.
///
/// How a part is removed says ``RemovedPart``.
/// - Complexity: for each head one forward pass from its block on and one answer, for each block two.
struct Knockouts {
  /// Is damaged and mended again; holds the same bits afterwards.
  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool

  /// More tokens of an answer are not judged.
  static let limit = 16

  /// - Parameters:
  ///   - prompt: what the model is given.
  ///   - answer: what is to come after it; as much of it is judged as the context has room for.
  ///   - write: lets the model without a part write an answer of its own; it is told whether at each place of the
  ///     judged answer that very token is still the likeliest.
  /// - Returns: nil where no token of an answer can be judged.
  func record(
    prompt: [Int32], answer: [Int32],
    write: (RemovedPart, Bool) -> KnockoutRecord.Written? = { _, _ in nil }
  ) -> KnockoutRecord? {
    let configuration = parameters.configuration
    let room = min(Self.limit, configuration.contextLength - prompt.count + 1)
    let answer = Array(answer.prefix(max(0, room)))
    guard !prompt.isEmpty, !answer.isEmpty else { return nil }
    let inputs = prompt + answer.dropLast()
    let model = Model(
      parameters: parameters, batch: 1, positions: inputs.count, pool: pool, keepsGradients: false)
    inputs.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: inputs.count)
    }
    let intact = guesses(model, answer)
    // From the last block to the first: what a block reads is then what the whole model left there.
    let removals = RemovedPart.all(configuration).reversed().map { part in
      part.removed(from: parameters) {
        model.forward(from: part.layer, lastLogits: answer.count)
        return KnockoutRecord.Removal(
          layer: part.layer, part: part.part, head: part.head, guesses: guesses(model, answer),
          written: write(part, isLikeliest(answer, model)))
      }
    }
    return KnockoutRecord(
      tokens: tokenizer.pieces(answer), intact: intact, removals: removals.reversed())
  }

  /// Whether a greedy model would write this answer, at the end of the last pass; of equals the first counts.
  private func isLikeliest(_ answer: [Int32], _ model: Model) -> Bool {
    let vocabulary = model.configuration.vocabularySize
    let rows = model.logits.suffix(answer.count * vocabulary)
    return answer.enumerated().allSatisfy { place, token in
      let row = rows.dropFirst(place * vocabulary).prefix(vocabulary)
      let own = row.startIndex + Int(token)
      return row.allSatisfy { $0 <= row[own] } && row.firstIndex(of: row[own]) == own
    }
  }

  /// What the model expects at each place of the answer, the end of the last pass.
  private func guesses(_ model: Model, _ answer: [Int32]) -> [KnockoutRecord.Guess] {
    let vocabulary = model.configuration.vocabularySize
    let first = model.logits.count / vocabulary - answer.count
    return answer.enumerated().map { place, token in
      let start = (first + place) * vocabulary
      let shares = Distribution.softmax(Array(model.logits[start..<start + vocabulary]))
      let likeliest = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
      return KnockoutRecord.Guess(
        probability: Double(shares[Int(token)]), likeliest: tokenizer.piece(Int32(likeliest)),
        greatest: Double(shares[likeliest]))
    }
  }
}
