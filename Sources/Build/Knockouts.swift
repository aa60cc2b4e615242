import Inference
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// Takes one part of a model away after the other and asks again.
///
/// A part is removed by setting the rows of its output projection to zero: for a head the rows of
/// `attn.c_proj.weight` that read it, for a whole attention or MLP all rows and the bias too. What it
/// would have added to the residual stream is then zero; everything else stays as it was learned.
/// - Complexity: one forward pass for each head and two for each block.
/// - SeeAlso: Michel et al. 2019, "Are sixteen heads really better than one?".
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
  /// - Returns: nil where no token of an answer can be judged.
  func record(prompt: [Int32], answer: [Int32]) -> KnockoutRecord? {
    let configuration = parameters.configuration
    let room = min(Self.limit, configuration.contextLength - prompt.count + 1)
    let answer = Array(answer.prefix(max(0, room)))
    guard !prompt.isEmpty, !answer.isEmpty else { return nil }
    let inputs = prompt + answer.dropLast()
    let model = Model(
      parameters: parameters, batch: 1, positions: inputs.count, pool: pool, keepsGradients: false)
    let look = { guesses(model, inputs, answer) }
    let intact = look()
    var removals: [KnockoutRecord.Removal] = []
    for layer in 0..<configuration.layerCount {
      let attention = "h.\(layer).attn.c_proj"
      removals.append(
        .init(
          layer: layer, part: .attention,
          guesses: without([whole(attention + ".weight"), whole(attention + ".bias")], look)))
      let size = configuration.headWidth * configuration.width
      for head in 0..<configuration.headCount {
        let rows = (attention + ".weight", head * size..<(head + 1) * size)
        removals.append(
          .init(layer: layer, part: .attention, head: head, guesses: without([rows], look)))
      }
      let mlp = "h.\(layer).mlp.c_proj"
      removals.append(
        .init(
          layer: layer, part: .mlp,
          guesses: without([whole(mlp + ".weight"), whole(mlp + ".bias")], look)))
    }
    return KnockoutRecord(
      tokens: tokenizer.pieces(answer), intact: intact, removals: removals)
  }

  private func whole(_ name: String) -> (String, Range<Int>) {
    (name, 0..<parameters.tensor(name).count)
  }

  /// What `body` sees while the given weights are zero.
  private func without<Seen>(_ places: [(String, Range<Int>)], _ body: () -> Seen) -> Seen {
    let kept = places.map { name, range in Array(parameters.tensor(name)[range]) }
    for (name, range) in places {
      let tensor = parameters.tensor(name)
      for index in range { tensor[index] = 0 }
    }
    defer {
      for ((name, range), values) in zip(places, kept) {
        let tensor = parameters.tensor(name)
        for (index, value) in zip(range, values) { tensor[index] = value }
      }
    }
    return body()
  }

  /// What the model expects at each place of the answer.
  private func guesses(
    _ model: Model, _ inputs: [Int32], _ answer: [Int32]
  ) -> [KnockoutRecord.Guess] {
    inputs.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: inputs.count)
    }
    let vocabulary = model.configuration.vocabularySize
    let first = inputs.count - answer.count
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
