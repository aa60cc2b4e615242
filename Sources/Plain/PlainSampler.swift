import Numerics

/// Chooses the next token from logits.
///
/// Repetition penalty, temperature, top-k, top-p, min-p, in the order of Hugging Face's `generate`.
public struct PlainSampler: Sendable {
  /// Divides the logits: below 1 favours the likely, above 1 the unlikely; 0 takes the most likely.
  public var temperature: Double
  /// Only this many of the most likely tokens stay; 0 keeps all.
  public var topK: Int
  /// Only the fewest of the most likely tokens that together reach this share stay; 1 keeps all.
  /// - SeeAlso: Holtzman et al. 2020, "The curious case of neural text degeneration".
  public var topP: Double

  /// Only tokens at least this many times as likely as the likeliest stay; 0 keeps all.
  /// - SeeAlso: Nguyen et al. 2024, "Turning up the heat: min-p sampling".
  public var minP: Double
  /// Above 1, tokens that stand in the text already lose; 1 leaves the logits as they are.
  /// - SeeAlso: Keskar et al. 2019, "CTRL", section 4.1.
  public var repetitionPenalty: Double

  public init(
    temperature: Double = 1, topK: Int = 0, topP: Double = 1, minP: Double = 0,
    repetitionPenalty: Double = 1
  ) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.minP = minP
    self.repetitionPenalty = repetitionPenalty
  }

  /// A token that may come next, and how probable it is among those that were kept.
  public struct Candidate: Sendable, Equatable {
    public var id: Int
    public var probability: Double
  }

  /// The logits after the penalty: a positive one is divided by it, a negative one multiplied, so that
  /// both become smaller. How often a token stands in the text does not matter.
  public func penalized(
    _ logits: [Double], after text: [Int]
  ) -> [Double] {
    var result = logits
    for id in Set(text) {
      let logit = logits[id]
      result[id] =
        logit > 0 ? logit / repetitionPenalty : logit * repetitionPenalty
    }
    return result
  }

  /// The tokens that are left to choose from, the most likely first, equal ones by id.
  /// - Parameters:
  ///   - logits: one for each token of the vocabulary.
  ///   - text: what stands there already, as ids.
  public func candidates(
    _ logits: [Double], after text: [Int] = []
  ) -> [Candidate] {
    let scores = penalized(logits, after: text)
    var ids = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    if temperature == 0 { return [Candidate(id: ids[0], probability: 1)] }
    if topK > 0 { ids = Array(ids.prefix(topK)) }
    // The largest score is taken off first, so that no power overflows.
    let largest = scores[ids[0]]
    let powers = ids.map {
      Portable.exp((scores[$0] - largest) / temperature)
    }
    let whole = powers.reduce(0, +)
    var (count, sum) = (0, 0.0)
    while count < ids.count, topP == 1 || sum < topP * whole {
      sum += powers[count]
      count += 1
    }
    // Powers fall, so those that are too small stand at the end.
    while powers[count - 1] < minP * powers[0] {
      count -= 1
      sum -= powers[count]
    }
    return (0..<count).map { place in
      Candidate(id: ids[place], probability: powers[place] / sum)
    }
  }

  /// The first candidate at which the sum of the probabilities exceeds the draw.
  /// - Parameters:
  ///   - draw: uniform in [0, 1).
  ///   - text: what stands there already, as ids.
  public func choose(
    _ logits: [Double], draw: Double, after text: [Int] = []
  ) -> Int {
    let candidates = candidates(logits, after: text)
    var sum = 0.0
    for candidate in candidates {
      sum += candidate.probability
      if sum > draw { return candidate.id }
    }
    return candidates[candidates.count - 1].id
  }
}
