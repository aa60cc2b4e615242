import Numerics

/// Chooses the next token from logits, and keeps account of how.
public struct Sampler: Sendable {
  public let options: SamplingOptions
  private var generator: RandomGenerator

  public init(options: SamplingOptions, seed: UInt64) {
    self.options = options
    generator = RandomGenerator(seed: seed)
  }

  /// Chooses a token; of equally likely ones the lowest id.
  ///
  /// The candidates stand in order of probability; the draw `u` takes the first at which the sum of the adjusted
  /// probabilities exceeds `u`.
  /// - Parameters:
  ///   - logits: `[vocabulary]`.
  ///   - candidateCount: how many of the most likely are kept in the account.
  public mutating func choose(
    _ logits: UnsafeBufferPointer<Float>, recording candidateCount: Int
  ) -> Choice {
    let order = logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }
    let plain = softmax(logits, temperature: 1)
    var entropy = 0.0
    for id in order where plain[id] > 0 { entropy -= plain[id] * Portable.log(plain[id]) }
    let isGreedy = options.temperature == 0
    let draw: Float = isGreedy ? 0 : generator.uniform()
    var kept = order.count
    var adjusted = plain
    if isGreedy {
      kept = 1
    } else {
      adjusted = softmax(logits, temperature: Double(options.temperature))
      if options.topK > 0 { kept = min(kept, options.topK) }
      if options.topP < 1 { kept = min(kept, reaching(Double(options.topP), order, adjusted)) }
    }
    var sum = 0.0
    for id in order[..<kept] { sum += adjusted[id] }
    let chosen = isGreedy ? order[0] : drawn(Double(draw) * sum, Array(order[..<kept]), adjusted)
    let candidates = order.prefix(candidateCount).enumerated().map { place, id in
      Candidate(
        id: Int32(id), logit: logits[id], probability: Float(plain[id]),
        adjusted: place < kept ? Float(adjusted[id] / sum) : 0, isKept: place < kept)
    }
    return Choice(
      candidates: candidates, draw: draw, chosen: Int32(chosen), entropy: Float(entropy))
  }

  private func softmax(_ logits: UnsafeBufferPointer<Float>, temperature: Double) -> [Double] {
    var largest = -Double.infinity
    for logit in logits { largest = max(largest, Double(logit)) }
    let powers = logits.map { Portable.exp((Double($0) - largest) / temperature) }
    var sum = 0.0
    for power in powers { sum += power }
    return powers.map { $0 / sum }
  }

  /// How many of the most likely tokens reach the probability together.
  private func reaching(_ share: Double, _ order: [Int], _ probabilities: [Double]) -> Int {
    var sum = 0.0
    for (place, id) in order.enumerated() {
      sum += probabilities[id]
      if sum >= share { return place + 1 }
    }
    return order.count
  }

  private func drawn(_ threshold: Double, _ order: [Int], _ probabilities: [Double]) -> Int {
    var sum = 0.0
    for id in order {
      sum += probabilities[id]
      if sum > threshold { return id }
    }
    return order[order.count - 1]
  }
}
