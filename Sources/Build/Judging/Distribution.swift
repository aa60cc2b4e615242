import Numerics
import Record
import Tokenization

/// Turns logits into probabilities that a reader can add up.
enum Distribution {
  /// `softmax(logits)` in double precision.
  static func softmax(_ logits: some Collection<Float>) -> [Double] {
    let largest = Double(logits.max() ?? 0)
    let powers = logits.map { Portable.exp(Double($0) - largest) }
    var sum = 0.0
    for power in powers { sum += power }
    return powers.map { $0 / sum }
  }

  /// The `count` most likely tokens, most likely first; ties by id.
  static func candidates(
    _ logits: some Collection<Float>, count: Int, tokenizer: Tokenizer
  ) -> [CandidateRecord] {
    let values = Array(logits)
    let probabilities = softmax(values)
    let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    return order.prefix(count).map { id in
      CandidateRecord(
        token: tokenizer.piece(Int32(id)), logit: Double(values[id]),
        probability: probabilities[id], adjusted: probabilities[id], isKept: true)
    }
  }
}
