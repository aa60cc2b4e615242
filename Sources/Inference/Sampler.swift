import Numerics

/// Chooses the next token from logits, and keeps account of how.
///
/// Temperature, then top-k, then top-p, in the order of Hugging Face's `generate`.
public struct Sampler: Sendable {
  public let options: SamplingOptions
  /// State of the draws, for a checkpoint.
  public private(set) var generator: RandomGenerator

  /// - Parameter options: with a temperature of at least 0, see ``SamplingOptions/validate()``.
  public init(options: SamplingOptions, seed: UInt64) {
    self.options = options
    generator = RandomGenerator(seed: seed)
  }

  /// Chooses a token; of equally likely ones the lowest id ranks first.
  ///
  /// The candidates stand in order of probability; the draw `u` takes the first at which the sum of
  /// the adjusted probabilities exceeds `u`.
  /// - Parameters:
  ///   - logits: `[vocabulary]`.
  ///   - candidateCount: how many of the most likely are kept in the account, and the chosen one
  ///     besides; 0 for none.
  public mutating func choose(
    _ logits: UnsafeBufferPointer<Float>, recording candidateCount: Int
  ) -> Choice {
    precondition(!logits.isEmpty, "no token to choose from")
    let plain = softmax(logits, temperature: 1)
    var ranking = Ranking(logits)
    let isGreedy = options.temperature == 0
    let adjusted =
      isGreedy || options.temperature == 1
      ? plain : softmax(logits, temperature: options.temperature)
    let cut = isGreedy ? (count: 1, sum: 1.0) : cut(adjusted, &ranking)
    let draw = isGreedy ? 0 : generator.uniform()
    let chosen = isGreedy ? 0 : drawn(Double(draw) * cut.sum, adjusted, &ranking, cut)
    let count = max(0, min(candidateCount, logits.count))
    var places = Array(0..<count)
    if count > 0 && chosen >= count { places.append(chosen) }
    let candidates = places.map { place in
      let id = ranking.id(place)
      let isKept = place < cut.count
      let share = isGreedy ? 1 : Float(Double(adjusted[id]) / cut.sum)
      return Candidate(
        id: Int32(id), logit: logits[id], probability: plain[id], adjusted: isKept ? share : 0,
        isKept: isKept)
    }
    var ahead = 0.0
    for place in 0..<chosen { ahead += Double(adjusted[ranking.id(place)]) }
    return Choice(
      candidates: candidates, keptCount: cut.count, draw: draw, chosen: Int32(ranking.id(chosen)),
      start: isGreedy ? 0 : Float(ahead / cut.sum),
      entropy: entropy(logits, plain))
  }

  /// How many of the most likely stay, and the probability that they have together.
  private func cut(_ adjusted: [Float], _ ranking: inout Ranking) -> (count: Int, sum: Double) {
    var whole = 1.0
    var limit = adjusted.count
    if options.topK > 0, options.topK < limit {
      limit = options.topK
      whole = 0
      for place in 0..<limit { whole += Double(adjusted[ranking.id(place)]) }
    }
    guard options.topP < 1 else { return (limit, whole) }
    var sum = 0.0
    for place in 0..<limit {
      sum += Double(adjusted[ranking.id(place)])
      if sum >= Double(options.topP) * whole { return (place + 1, sum) }
    }
    return (limit, whole)
  }

  /// The place of the drawn token.
  private func drawn(
    _ threshold: Double, _ adjusted: [Float], _ ranking: inout Ranking,
    _ cut: (count: Int, sum: Double)
  ) -> Int {
    var sum = 0.0
    for place in 0..<cut.count - 1 {
      sum += Double(adjusted[ranking.id(place)])
      if sum > threshold { return place }
    }
    return cut.count - 1
  }

  private func softmax(_ logits: UnsafeBufferPointer<Float>, temperature: Float) -> [Float] {
    var largest = logits[0]
    for logit in logits where logit > largest { largest = logit }
    return [Float](unsafeUninitializedCapacity: logits.count) { result, count in
      let base = result.baseAddress.unsafelyUnwrapped
      // Centred before the division, so that no small temperature overflows.
      for id in 0..<logits.count { base[id] = (logits[id] - largest) / temperature }
      SoftmaxKernel.forward(base, base, count: logits.count)
      count = logits.count
    }
  }

  /// `−Σ p·ln p = ln Σ e^logit − Σ p·logit`, in nats.
  private func entropy(_ logits: UnsafeBufferPointer<Float>, _ probabilities: [Float]) -> Float {
    var best = 0
    for id in 0..<logits.count where logits[id] > logits[best] { best = id }
    let top = logits[best]
    // The largest probability is 1 / Σ e^(logit − top).
    var total = -Portable.log(Double(probabilities[best]))
    for id in 0..<logits.count where probabilities[id] > 0 {
      total -= Double(probabilities[id]) * Double(logits[id] - top)
    }
    return Float(max(total, 0))
  }
}
