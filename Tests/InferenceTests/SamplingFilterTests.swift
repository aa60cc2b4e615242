import Inference
import Numerics
import Testing

@Suite("What takes tokens out of the draw")
struct SamplingFilterTests {
  /// Probabilities 0.25, 0.5, 0.125, 0.125 as logits.
  private let logits: [Float] = [-1.386_294_4, -0.693_147_2, -2.079_441_5, -2.079_441_5]

  private func choose(
    _ options: SamplingOptions, after text: [Int32] = [], forcing forced: Int32? = nil,
    recording count: Int = 4
  ) -> Choice {
    var sampler = Sampler(options: options, seed: 1)
    return logits.withUnsafeBufferPointer {
      sampler.choose(
        $0, recording: count, keepsAllThatStay: true, after: text, forcing: forced)
    }
  }

  @Test("each cut names its filter, in the order in which they are applied")
  func reasons() {
    func cuts(_ options: SamplingOptions) -> [CutReason?] {
      choose(options).candidates.map(\.cut)
    }
    #expect(cuts(SamplingOptions(temperature: 0)) == [nil, .greedy, .greedy, .greedy])
    #expect(cuts(SamplingOptions(temperature: 1)) == [nil, nil, nil, nil])
    #expect(cuts(SamplingOptions(temperature: 1, topK: 3)) == [nil, nil, nil, .topK])
    #expect(cuts(SamplingOptions(temperature: 1, topK: 3, topP: 0.7)) == [nil, nil, .topP, .topK])
    #expect(
      cuts(SamplingOptions(temperature: 1, topK: 3, topP: 0.7, minP: 0.6))
        == [nil, .minP, .topP, .topK])
    #expect(cuts(SamplingOptions(temperature: 1, minP: 0.3)) == [nil, nil, .minP, .minP])
  }

  @Test("min-p is measured against the likeliest, after the temperature")
  func minP() {
    let exact = choose(SamplingOptions(temperature: 1, minP: 0.49))
    #expect(exact.keptCount == 2)
    #expect(abs(exact.keptShare - 0.75) < 1e-6)
    #expect(abs(exact.candidates[0].adjusted - 2 / 3) < 1e-6)
    // Squared probabilities are a quarter, not a half, of the likeliest.
    #expect(choose(SamplingOptions(temperature: 0.5, minP: 0.49)).keptCount == 1)
    #expect(choose(SamplingOptions(temperature: 1, minP: 1)).keptCount == 1)
  }

  @Test("tokens of the text lose, each once, and what is drawn follows")
  func penalty() {
    // −0.693 · 2 = −1.386: as likely as token 0, which has the lower id.
    let choice = choose(
      SamplingOptions(temperature: 0, repetitionPenalty: 2), after: [1, 1, 1])
    #expect(choice.candidates.map(\.id) == [0, 1, 2, 3])
    #expect(choice.candidates[1].scaled == 2 * logits[1])
    #expect(choice.candidates[1].logit == logits[1])
    #expect(choice.chosen == 0 && abs(choice.probability - 0.25) < 1e-6)
    let positive: [Float] = [3, 1]
    var sampler = Sampler(
      options: SamplingOptions(temperature: 0.5, repetitionPenalty: 2), seed: 1)
    let divided = positive.withUnsafeBufferPointer {
      sampler.choose($0, recording: 2, after: [0])
    }
    #expect(divided.candidates.map(\.scaled) == [3, 2])
    #expect(divided.candidates.map(\.logit) == [3, 1])
    #expect(abs(divided.candidates[0].adjusted - 1 / (1 + Portable.exp(-1))) < 1e-6)
    // The model's own probabilities are told as they are.
    #expect(abs(divided.candidates[0].probability - 1 / (1 + Portable.exp(-2))) < 1e-6)
  }

  @Test("scaled logits are logits over the temperature")
  func scaled() {
    let choice = choose(SamplingOptions(temperature: 0.5))
    #expect(choice.candidates.map(\.scaled) == choice.candidates.map { 2 * $0.logit })
    let greedy = choose(SamplingOptions(temperature: 0))
    #expect(greedy.candidates.map(\.scaled) == greedy.candidates.map(\.logit))
  }

  @Test("all that a filter left are in the account, and not more than asked where none did")
  func account() {
    #expect(choose(SamplingOptions(temperature: 1, topK: 3), recording: 1).candidates.count == 3)
    #expect(choose(SamplingOptions(temperature: 1), recording: 1).candidates.count <= 2)
    #expect(choose(SamplingOptions(temperature: 0), recording: 1).candidates.count == 1)
  }

  @Test("a forced token is taken, and the draws after it are those that would have come")
  func forced() {
    let options = SamplingOptions(temperature: 1, topK: 2)
    let choice = choose(options, forcing: 3)
    #expect(choice.chosen == 3 && choice.isForced && choice.start == 0)
    #expect(choice.candidates.last?.id == 3 && choice.candidates.last?.cut == .topK)
    #expect(choice.runnerUp?.id == 1)
    #expect(choose(options).isForced == false)
    func draws(forcing forced: Int32?) -> [Float] {
      var sampler = Sampler(options: options, seed: 4)
      return (0..<3).map { step in
        logits.withUnsafeBufferPointer {
          sampler.choose($0, recording: 0, forcing: step == 1 ? forced : nil).draw
        }
      }
    }
    #expect(draws(forcing: 3) == draws(forcing: nil))
  }

  @Test(
    "what is drawn agrees with the probabilities that are stated (chi-squared)",
    arguments: [
      SamplingOptions(temperature: 1), SamplingOptions(temperature: 0.7),
      SamplingOptions(temperature: 1.5, topK: 6), SamplingOptions(temperature: 1, topP: 0.8),
      SamplingOptions(temperature: 1.2, minP: 0.1),
      SamplingOptions(temperature: 0.9, topK: 9, topP: 0.95, minP: 0.02, repetitionPenalty: 1.3),
    ])
  func chiSquared(options: SamplingOptions) {
    var random = RandomGenerator(seed: 5)
    let logits = (0..<12).map { _ in 1.5 * random.normal() }
    let draws = 20_000
    var sampler = Sampler(options: options, seed: 17)
    var counts = [Int32: Int]()
    var stated: [Candidate] = []
    for _ in 0..<draws {
      let choice = logits.withUnsafeBufferPointer {
        sampler.choose($0, recording: 12, after: [2, 5])
      }
      counts[choice.chosen, default: 0] += 1
      stated = choice.candidates
    }
    var statistic = 0.0
    for candidate in stated where candidate.isKept {
      let expected = Double(candidate.adjusted) * Double(draws)
      let difference = Double(counts.removeValue(forKey: candidate.id) ?? 0) - expected
      statistic += difference * difference / expected
    }
    #expect(counts.isEmpty, "nothing was drawn that was cut off")
    let freedom = stated.count(where: \.isKept) - 1
    // Exceeded by chance in one of a thousand: Wilson and Hilferty's approximation.
    let spread = 2 / (9 * Double(freedom))
    let cube = 1 - spread + 3.0902 * spread.squareRoot()
    #expect(statistic < Double(freedom) * cube * cube * cube, "\(statistic), \(freedom)")
  }
}
