import Numerics

/// Chooses the next token from logits.
///
/// Temperature, then top-k, then top-p, in the order of Hugging Face's `generate`.
public struct PlainSampler: Sendable {
  /// Divides the logits: below 1 favours the likely, above 1 the unlikely; 0 takes the most likely.
  public var temperature: Double
  /// Only this many of the most likely tokens stay; 0 keeps all.
  public var topK: Int
  /// Only the fewest of the most likely tokens that together reach this share stay; 1 keeps all.
  /// - SeeAlso: Holtzman et al. 2020, "The curious case of neural text degeneration".
  public var topP: Double

  public init(temperature: Double = 1, topK: Int = 0, topP: Double = 1) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
  }

  /// A token that may come next, and how probable it is among those that were kept.
  public struct Candidate: Sendable, Equatable {
    public var id: Int
    public var probability: Double
  }

  /// The tokens that are left to choose from, the most likely first, equal ones by id.
  /// - Parameter logits: one for each token of the vocabulary.
  public func candidates(_ logits: [Double]) -> [Candidate] {
    var ids = logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }
    if temperature == 0 { return [Candidate(id: ids[0], probability: 1)] }
    if topK > 0 { ids = Array(ids.prefix(topK)) }
    // The largest logit is taken off first, so that no power overflows.
    let largest = logits[ids[0]]
    let powers = ids.map {
      Portable.exp((logits[$0] - largest) / temperature)
    }
    let whole = powers.reduce(0, +)
    var (count, sum) = (0, 0.0)
    while count < ids.count, topP == 1 || sum < topP * whole {
      sum += powers[count]
      count += 1
    }
    return (0..<count).map { place in
      Candidate(id: ids[place], probability: powers[place] / sum)
    }
  }

  /// The first candidate at which the sum of the probabilities exceeds the draw.
  /// - Parameter draw: uniform in [0, 1).
  public func choose(_ logits: [Double], draw: Double) -> Int {
    let candidates = candidates(logits)
    var sum = 0.0
    for candidate in candidates {
      sum += candidate.probability
      if sum > draw { return candidate.id }
    }
    return candidates[candidates.count - 1].id
  }
}
