import Numerics
import Record
import Tokenization
import Transformer

/// What the model would say if it had to answer after each part already.
///
/// The residual stream of the last position is read after the embedding, and after attention and MLP of
/// every block, as if it were the final one:
/// `logits = LN_f(residual) · tableᵀ`.
/// - SeeAlso: nostalgebraist 2020, "interpreting GPT: the logit lens".
struct LayerGuesses {
  let parameters: Parameters
  let tokenizer: Tokenizer
  var pool = WorkerPool(threadCount: 1)
  /// The token whose rank and probability are kept after each part; nil for none.
  var followed: Int32?

  /// - Parameter recorder: has just looked at the prompt and at what of the answer is read.
  func guesses(_ recorder: ActivationRecorder, count: Int = 5) -> [AnswerRecord.LayerGuess] {
    let layers = parameters.configuration.layerCount
    let names =
      ["blocks.0.hook_resid_pre"] + (0..<layers).map { "blocks.\($0).hook_resid_post" }
    return guesses(names.enumerated().map { (layer: $0, name: $1) }, recorder, count)
  }

  /// Between attention and MLP of each block; blocks are counted from 1 here, as above.
  func middleGuesses(
    _ recorder: ActivationRecorder, count: Int = 5
  ) -> [AnswerRecord.LayerGuess] {
    guesses(
      (0..<parameters.configuration.layerCount).map {
        (layer: $0 + 1, name: "blocks.\($0).hook_resid_mid")
      }, recorder, count)
  }

  /// Threads share out the places.
  private func guesses(
    _ places: [(layer: Int, name: String)], _ recorder: ActivationRecorder, _ count: Int
  ) -> [AnswerRecord.LayerGuess] {
    var guesses = [AnswerRecord.LayerGuess?](repeating: nil, count: places.count)
    guesses.withUnsafeMutableBufferPointer { guesses in
      pool.run(places.count) {
        guesses[$0] = guess(layer: places[$0].layer, places[$0].name, recorder, count)
      }
    }
    return guesses.compactMap { $0 }
  }

  private func guess(
    layer: Int, _ name: String, _ recorder: ActivationRecorder, _ count: Int
  ) -> AnswerRecord.LayerGuess {
    let buffer = recorder.buffer(name)
    let width = parameters.configuration.width
    let last = Array(buffer.values.suffix(width))
    let logits = LogitLens(parameters).logits(of: last)
    return AnswerRecord.LayerGuess(
      layer: layer,
      candidates: Distribution.candidates(logits, count: count, tokenizer: tokenizer),
      standing: followed.map { standing($0, among: logits) })
  }

  /// Ranks go as the candidates do: by logit, of equal ones the smaller id first.
  private func standing(_ token: Int32, among logits: [Float]) -> AnswerRecord.Standing {
    let own = logits[Int(token)]
    let before = logits.indices.count {
      logits[$0] > own || logits[$0] == own && $0 < Int(token)
    }
    return AnswerRecord.Standing(
      token: tokenizer.piece(token), rank: before + 1, logit: Double(own),
      probability: Distribution.softmax(logits)[Int(token)])
  }
}
