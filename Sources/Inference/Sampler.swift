import Numerics

/// Chooses the next token from logits, and keeps account of how.
///
/// Repetition penalty, temperature, top-k, top-p, min-p, in the order of Hugging Face's `generate`.
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
  ///   - keepsAllThatStay: whether the account holds all that a filter left, however many.
  ///   - text: tokens that the repetition penalty is for: the prompt and what was written after it.
  ///   - forced: a token that is taken whatever the draw says, which is made all the same.
  public mutating func choose(
    _ logits: UnsafeBufferPointer<Float>, recording candidateCount: Int,
    keepsAllThatStay: Bool = false, after text: [Int32] = [], forcing forced: Int32? = nil
  ) -> Choice {
    precondition(!logits.isEmpty, "no token to choose from")
    guard options.repetitionPenalty != 1, !text.isEmpty else {
      return choose(logits, logits, candidateCount, keepsAllThatStay, forced)
    }
    return penalized(logits, text).withUnsafeBufferPointer {
      choose(logits, $0, candidateCount, keepsAllThatStay, forced)
    }
  }

  /// - Parameter scores: the logits after the repetition penalty.
  private mutating func choose(
    _ logits: UnsafeBufferPointer<Float>, _ scores: UnsafeBufferPointer<Float>,
    _ candidateCount: Int, _ keepsAllThatStay: Bool, _ forced: Int32?
  ) -> Choice {
    let plain = softmax(logits, temperature: 1)
    var ranking = Ranking(scores)
    let isGreedy = options.temperature == 0
    let isPlain = scores.baseAddress == logits.baseAddress
    let divisor = isGreedy ? 1 : options.temperature
    let adjusted = isPlain && divisor == 1 ? plain : softmax(scores, temperature: divisor)
    let cut = isGreedy ? Cut(adjusted[ranking.id(0)]) : cut(adjusted, &ranking)
    let draw = isGreedy ? 0 : generator.uniform()
    var chosen = isGreedy ? 0 : drawn(Double(draw) * cut.sum, adjusted, &ranking, cut)
    if let forced { chosen = ranking.place(of: Int(forced)) }
    let isWhole = keepsAllThatStay && cut.count < logits.count
    let count = max(
      0, min(isWhole ? max(candidateCount, cut.count) : candidateCount, logits.count))
    var places = Array(0..<count)
    if count > 0 && chosen >= count { places.append(chosen) }
    let candidates = places.map { place in
      let id = ranking.id(place)
      let reason = cut.reason(place)
      let share = isGreedy ? 1 : Float(Double(adjusted[id]) / cut.sum)
      return Candidate(
        id: Int32(id), logit: logits[id], scaled: scores[id] / divisor, probability: plain[id],
        adjusted: reason == nil ? share : 0, cut: reason)
    }
    var ahead = 0.0
    if !isGreedy, forced == nil {
      for place in 0..<chosen { ahead += Double(adjusted[ranking.id(place)]) }
    }
    let id = ranking.id(chosen)
    return Choice(
      candidates: candidates, keptCount: cut.count, keptShare: Float(cut.sum), draw: draw,
      chosen: Int32(id), probability: plain[id], start: Float(ahead / cut.sum),
      entropy: entropy(logits, plain), isForced: forced != nil)
  }

  /// The logits with those of tokens that stand in the text already made smaller.
  private func penalized(_ logits: UnsafeBufferPointer<Float>, _ text: [Int32]) -> [Float] {
    var result = [Float](logits)
    for token in text {
      let id = Int(token)
      // Each once, however often it stands there.
      result[id] =
        logits[id] < 0
        ? logits[id] * options.repetitionPenalty : logits[id] / options.repetitionPenalty
    }
    return result
  }

  /// How many of the most likely each filter leaves.
  private struct Cut {
    var topK: Int
    var topP: Int
    var minP: Int
    /// The probability that those have together which all leave.
    var sum: Double
    private var isGreedy = false

    init(topK: Int, sum: Double) {
      (self.topK, topP, minP) = (topK, topK, topK)
      self.sum = sum
    }

    /// At temperature 0.
    init(_ greatest: Float) {
      self.init(topK: 1, sum: Double(greatest))
      isGreedy = true
    }

    var count: Int { minP }

    func reason(_ place: Int) -> CutReason? {
      place >= topK
        ? (isGreedy ? .greedy : .topK) : place >= topP ? .topP : place >= minP ? .minP : nil
    }
  }

  private func cut(_ adjusted: [Float], _ ranking: inout Ranking) -> Cut {
    var cut = Cut(topK: adjusted.count, sum: 1)
    if options.topK > 0, options.topK < adjusted.count {
      cut = Cut(topK: options.topK, sum: 0)
      for place in 0..<cut.topK { cut.sum += Double(adjusted[ranking.id(place)]) }
    }
    if options.topP < 1 {
      let whole = cut.sum
      var sum = 0.0
      for place in 0..<cut.topK {
        sum += Double(adjusted[ranking.id(place)])
        if sum >= Double(options.topP) * whole {
          (cut.topP, cut.minP, cut.sum) = (place + 1, place + 1, sum)
          break
        }
      }
    }
    if options.minP > 0 {
      let least = options.minP * adjusted[ranking.id(0)]
      var sum = 0.0
      for place in 0..<cut.topP {
        let probability = adjusted[ranking.id(place)]
        if probability < least {
          (cut.minP, cut.sum) = (place, sum)
          break
        }
        sum += Double(probability)
      }
    }
    return cut
  }

  /// The place of the drawn token.
  private func drawn(
    _ threshold: Double, _ adjusted: [Float], _ ranking: inout Ranking,
    _ cut: Cut
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
