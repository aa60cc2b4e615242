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
  /// The token whose rank and probability are kept after each part; nil for none.
  var followed: Int32?

  /// - Parameter recorder: has just looked at the prompt and at what of the answer is read.
  func guesses(_ recorder: ActivationRecorder, count: Int = 5) -> [AnswerRecord.LayerGuess] {
    let layers = parameters.configuration.layerCount
    let names =
      ["blocks.0.hook_resid_pre"] + (0..<layers).map { "blocks.\($0).hook_resid_post" }
    return names.enumerated().map { layer, name in
      guess(layer: layer, name, recorder, count)
    }
  }

  /// Between attention and MLP of each block; blocks are counted from 1 here, as above.
  func middleGuesses(
    _ recorder: ActivationRecorder, count: Int = 5
  ) -> [AnswerRecord.LayerGuess] {
    (0..<parameters.configuration.layerCount).map {
      guess(layer: $0 + 1, "blocks.\($0).hook_resid_mid", recorder, count)
    }
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
