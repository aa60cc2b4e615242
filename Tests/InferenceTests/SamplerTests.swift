import Inference
import Testing

@Suite("Choosing the next token")
struct SamplerTests {
  /// Probabilities 0.25, 0.5, 0.125, 0.125 as logits.
  private let logits: [Float] = [-1.386_294_4, -0.693_147_2, -2.079_441_5, -2.079_441_5]

  private func choose(_ options: SamplingOptions, seed: UInt64 = 1) -> Choice {
    var sampler = Sampler(options: options, seed: seed)
    return logits.withUnsafeBufferPointer { sampler.choose($0, recording: 4) }
  }

  @Test("temperature 0 takes the most likely and draws nothing")
  func greedy() {
    let choice = choose(SamplingOptions(temperature: 0))
    #expect(choice.chosen == 1)
    #expect(choice.draw == 0)
    #expect(choice.candidates.map(\.id) == [1, 0, 2, 3])
    #expect(abs(choice.candidates[0].probability - 0.5) < 1e-6)
    #expect(choice.candidates.map(\.adjusted) == [1, 0, 0, 0])
    #expect(choice.candidates.map(\.isKept) == [true, false, false, false])
  }

  @Test("the entropy is that of the model's own distribution, whatever the temperature")
  func entropy() {
    // ½·ln 2 + ¼·ln 4 + 2 · ⅛·ln 8 = 1.75 · ln 2
    for temperature: Float in [0, 0.5, 1, 2] {
      let entropy = choose(SamplingOptions(temperature: temperature)).entropy
      #expect(abs(entropy - 1.75 * 0.693_147_2) < 1e-5)
    }
  }

  @Test("a temperature of a half squares the probabilities")
  func temperature() {
    // 1/4, 1/16, 1/64, 1/64 over their sum 22/64
    let adjusted = choose(SamplingOptions(temperature: 0.5)).candidates.map(\.adjusted)
    for (value, expected) in zip(adjusted, [16.0 / 22, 4.0 / 22, 1.0 / 22, 1.0 / 22]) {
      #expect(abs(Double(value) - expected) < 1e-6)
    }
  }

  @Test("top-k cuts and shares out again")
  func topK() {
    let choice = choose(SamplingOptions(temperature: 1, topK: 2))
    #expect(choice.candidates.map(\.isKept) == [true, true, false, false])
    #expect(abs(choice.candidates[0].adjusted - 2.0 / 3) < 1e-6)
    #expect(abs(choice.candidates[1].adjusted - 1.0 / 3) < 1e-6)
    #expect(choice.candidates[2].adjusted == 0)
  }

  @Test(
    "top-p keeps the fewest that reach it",
    arguments: [(0.1, 1), (0.7, 2), (0.8, 3), (0.99, 4), (1, 4)] as [(Float, Int)])
  func topP(share: Float, count: Int) {
    let kept = choose(SamplingOptions(temperature: 1, topP: share)).candidates.count { $0.isKept }
    #expect(kept == count)
  }

  @Test("top-p counts what top-k left")
  func bothCuts() {
    // Of ½ and ¼ the first alone is 2/3.
    let choice = choose(SamplingOptions(temperature: 1, topK: 2, topP: 0.66))
    #expect(choice.candidates.map(\.isKept) == [true, false, false, false])
    #expect(choice.chosen == 1)
  }

  @Test("a chosen token that is not among the most likely ends the account; the cut counts all")
  func unlikelyChoice() throws {
    var sampler = Sampler(options: SamplingOptions(temperature: 1, topK: 3), seed: 3)
    var seen: Set<Int32> = []
    for _ in 0..<200 {
      let choice = logits.withUnsafeBufferPointer { sampler.choose($0, recording: 1) }
      #expect(choice.keptCount == 3)
      #expect(choice.candidates.map(\.id) == (choice.chosen == 1 ? [1] : [1, choice.chosen]))
      let last = try #require(choice.candidates.last)
      // 0.5, 0.25 and 0.125 of what the cut leaves, 0.875.
      let share: Float = choice.chosen == 1 ? 0.5 : choice.chosen == 0 ? 0.25 : 0.125
      #expect(abs(last.probability - share) < 1e-6)
      #expect(abs(last.adjusted - share / 0.875) < 1e-6)
      #expect(last.isKept)
      let ahead: Float = choice.chosen == 1 ? 0 : choice.chosen == 0 ? 0.5 : 0.75
      #expect(abs(choice.start - ahead / 0.875) < 1e-6)
      #expect(choice.start <= choice.draw && choice.draw < choice.start + last.adjusted)
      seen.insert(choice.chosen)
    }
    #expect(seen == [0, 1, 2])
  }

  @Test("draws follow the probabilities")
  func draws() {
    var sampler = Sampler(options: SamplingOptions(temperature: 1), seed: 3)
    var counts = [0, 0, 0, 0]
    for _ in 0..<4_000 {
      let choice = logits.withUnsafeBufferPointer { sampler.choose($0, recording: 0) }
      #expect(choice.candidates.isEmpty)
      counts[Int(choice.chosen)] += 1
    }
    for (count, share) in zip(counts, [0.25, 0.5, 0.125, 0.125]) {
      #expect(abs(Double(count) / 4_000 - share) < 0.03)
    }
  }

  @Test("the same seed draws the same, other seeds otherwise")
  func seeds() {
    let options = SamplingOptions(temperature: 1)
    #expect((1...20).allSatisfy { choose(options, seed: $0) == choose(options, seed: $0) })
    #expect(Set((1...20).map { choose(options, seed: $0).draw }).count == 20)
  }

  @Test("candidates stand in order whatever the vocabulary's size")
  func ranking() {
    let many = (0..<1000).map { Float(($0 * 7919) % 501) / 50 }
    var sampler = Sampler(options: SamplingOptions(temperature: 1), seed: 1)
    let ids = many.withUnsafeBufferPointer { sampler.choose($0, recording: 1000) }
      .candidates.map { Int($0.id) }
    #expect(ids == many.indices.sorted { (many[$1], $0) < (many[$0], $1) })
  }

  @Test(
    "options that mean nothing are refused",
    arguments: [
      SamplingOptions(temperature: -1), SamplingOptions(temperature: .nan),
      SamplingOptions(temperature: 1, topK: -1), SamplingOptions(temperature: 1, topP: 0),
      SamplingOptions(temperature: 1, topP: 1.5), SamplingOptions(temperature: 1, minP: -0.1),
      SamplingOptions(temperature: 1, minP: 1.1),
      SamplingOptions(temperature: 1, repetitionPenalty: 0),
      SamplingOptions(temperature: 1, repetitionPenalty: .infinity),
    ])
  func refusals(options: SamplingOptions) {
    #expect(throws: SamplingError.self) { try options.validate() }
  }
}
