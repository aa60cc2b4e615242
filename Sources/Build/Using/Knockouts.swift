import Inference
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// Takes one part of a model away after the other and asks again.
///
/// How a part is removed says ``RemovedPart``.
/// - Complexity: for each head one forward pass from its output projection on and one answer, for each
///   block two.
struct Knockouts {
  /// Is damaged and mended again; holds the same bits afterwards.
  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool

  /// More tokens of an answer are not judged.
  static let limit = 16

  /// A pass of the model over prompt and answer, read where the answer's tokens are predicted.
  struct Reading {
    /// What the pass left behind.
    let model: Model
    /// As much of the answer as is judged.
    let answer: [Int32]
    /// At each place of the answer the token that a greedy model would write, the first of equal ones;
    /// nil where a logit is not finite.
    let choices: [Int32?]

    /// How many tokens of the answer such a model would write before it writes another.
    var keptCount: Int {
      zip(answer, choices).enumerated().first { $1.0 != $1.1 }?.offset ?? answer.count
    }
  }

  /// - Parameters:
  ///   - prompt: what the model is given.
  ///   - answer: what is to come after it; as much of it is judged as the context has room for.
  ///   - write: lets the model without a part write an answer of its own.
  /// - Returns: nil where no token of an answer can be judged.
  func record(
    prompt: [Int32], answer: [Int32],
    write: (RemovedPart, Reading) -> KnockoutRecord.Written? = { _, _ in nil }
  ) -> KnockoutRecord? {
    let configuration = parameters.configuration
    let room = min(Self.limit, configuration.contextLength - prompt.count + 1)
    let answer = Array(answer.prefix(max(0, room)))
    guard !prompt.isEmpty, !answer.isEmpty else { return nil }
    let inputs = prompt + answer.dropLast()
    let model = Model(
      parameters: parameters, batch: 1, positions: inputs.count, pool: pool, keepsGradients: false,
      reading: .packedAndKept)
    inputs.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: inputs.count)
    }
    let intact = guesses(model, answer)
    // From the last part to the first: what its projection reads is then what the whole model left there.
    let removals = RemovedPart.all(configuration).reversed().map { part in
      part.removed(from: parameters) {
        model.forward(fromProjectionOf: part, lastLogits: answer.count)
        let found = guesses(model, answer)
        let reading = Reading(model: model, answer: answer, choices: found.map(\.choice))
        return KnockoutRecord.Removal(
          layer: part.layer, part: part.part, head: part.head, guesses: found.map(\.guess),
          written: write(part, reading))
      }
    }
    return KnockoutRecord(
      tokens: tokenizer.pieces(answer), intact: intact.map(\.guess), removals: removals.reversed())
  }

  private typealias Found = (guess: KnockoutRecord.Guess, choice: Int32?)

  /// What the model expects at each place of the answer, the end of the last pass.
  private func guesses(_ model: Model, _ answer: [Int32]) -> [Found] {
    let vocabulary = model.configuration.vocabularySize
    let rows = model.logits.suffix(answer.count * vocabulary)
    var found = [Found?](repeating: nil, count: answer.count)
    found.withUnsafeMutableBufferPointer { found in
      pool.run(answer.count) { place in
        let row = rows.dropFirst(place * vocabulary).prefix(vocabulary)
        found[place] = guess(UnsafeBufferPointer(rebasing: row), answer[place])
      }
    }
    return found.compactMap { $0 }
  }

  /// - Parameter logits: of one place, `[vocabulary]`.
  private func guess(_ logits: UnsafeBufferPointer<Float>, _ token: Int32) -> Found {
    let shares = Distribution.softmax(logits)
    let likeliest = Self.firstGreatest(shares)
    let isFinite = logits.allSatisfy(\.isFinite)
    return (
      KnockoutRecord.Guess(
        probability: shares[Int(token)], likeliest: tokenizer.piece(Int32(likeliest)),
        greatest: shares[likeliest]),
      isFinite ? Int32(Self.firstGreatest(logits)) : nil
    )
  }

  private static func firstGreatest<Values: Collection>(_ values: Values) -> Int
  where Values.Index == Int, Values.Element: Comparable {
    values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
  }
}
