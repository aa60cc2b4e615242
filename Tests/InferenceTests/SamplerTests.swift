import Inference
import Testing

@Suite struct SamplerTests {
  /// Probabilities 0.5, 0.25, 0.125, 0.125 as logits.
  private let logits: [Float] = [-1.386_294_4, -0.693_147_2, -2.079_441_5, -2.079_441_5]

  private func choose(_ options: SamplingOptions, seed: UInt64 = 1) -> Choice {
    var sampler = Sampler(options: options, seed: seed)
    return logits.withUnsafeBufferPointer { sampler.choose($0, recording: 4) }
  }

  @Test func temperatureZeroTakesTheMostLikely() {
    let choice = choose(SamplingOptions(temperature: 0))
    #expect(choice.chosen == 1)
    #expect(choice.candidates.map(\.id) == [1, 0, 2, 3])
    #expect(abs(choice.candidates[0].probability - 0.5) < 1e-6)
    #expect(choice.candidates.map(\.isKept) == [true, false, false, false])
  }

  @Test func entropyIsThatOfTheDistribution() {
    // ½·ln 2 + ¼·ln 4 + 2 · ⅛·ln 8 = 1.75 · ln 2
    #expect(abs(choose(SamplingOptions(temperature: 1)).entropy - 1.75 * 0.693_147_2) < 1e-5)
  }

  @Test func topKCutsAndSharesOutAgain() {
    let choice = choose(SamplingOptions(temperature: 1, topK: 2))
    #expect(choice.candidates.map(\.isKept) == [true, true, false, false])
    #expect(abs(choice.candidates[0].adjusted - 2.0 / 3) < 1e-6)
    #expect(abs(choice.candidates[1].adjusted - 1.0 / 3) < 1e-6)
    #expect(choice.candidates[2].adjusted == 0)
  }

  @Test func topPKeepsTheFewestThatReachIt() {
    #expect(
      choose(SamplingOptions(temperature: 1, topP: 0.7)).candidates.map(\.isKept)
        == [true, true, false, false])
    #expect(
      choose(SamplingOptions(temperature: 1, topP: 0.8)).candidates.map(\.isKept)
        == [true, true, true, false])
  }

  @Test func drawsFollowTheProbabilities() {
    var sampler = Sampler(options: SamplingOptions(temperature: 1), seed: 3)
    var counts = [0, 0, 0, 0]
    for _ in 0..<4_000 {
      let choice = logits.withUnsafeBufferPointer { sampler.choose($0, recording: 1) }
      counts[Int(choice.chosen)] += 1
    }
    for (count, share) in zip(counts, [0.25, 0.5, 0.125, 0.125]) {
      #expect(abs(Double(count) / 4_000 - share) < 0.03)
    }
  }

  @Test func theSameSeedDrawsTheSame() {
    let options = SamplingOptions(temperature: 1)
    #expect((1...20).allSatisfy { choose(options, seed: $0) == choose(options, seed: $0) })
    #expect(Set((1...20).map { choose(options, seed: $0).draw }).count == 20)
  }
}
