import Inference
import Numerics
import Plain
import Testing

@Suite("The plain sampler")
struct PlainSamplerTests {
  static let options: [SamplingOptions] = [
    SamplingOptions(temperature: 0), SamplingOptions(temperature: 1),
    SamplingOptions(temperature: 0.7), SamplingOptions(temperature: 1.5, topK: 5),
    SamplingOptions(temperature: 1, topP: 0.6),
    SamplingOptions(temperature: 0.8, topK: 9, topP: 0.9),
    SamplingOptions(temperature: 1, topK: 500),
    SamplingOptions(temperature: 2, topK: 1, topP: 0.01),
    SamplingOptions(temperature: 1, minP: 0.15), SamplingOptions(temperature: 1.6, minP: 0.5),
    SamplingOptions(temperature: 1, minP: 1),
    SamplingOptions(temperature: 1, repetitionPenalty: 1.6),
    SamplingOptions(temperature: 0, repetitionPenalty: 3),
    SamplingOptions(temperature: 0.9, topK: 12, topP: 0.9, minP: 0.08, repetitionPenalty: 1.4),
  ]

  @Test("keeps the engine's candidates and picks its token for the same draw", arguments: options)
  func agreement(options: SamplingOptions) {
    let plain = PlainSampler(
      temperature: Double(options.temperature), topK: options.topK, topP: Double(options.topP),
      minP: Double(options.minP), repetitionPenalty: Double(options.repetitionPenalty))
    var engine = Sampler(options: options, seed: 7)
    var generator = RandomGenerator(seed: 11)
    var different: Set<Int> = []
    for _ in 0..<200 {
      var logits = (0..<40).map { _ in 2 * generator.normal() }
      logits[3] = logits[8]  // Equal ones stand in the order of their ids.
      // What stands there already, one token of it twice.
      let text: [Int32] = [2, 8, 17, 2, 31]
      let choice = logits.withUnsafeBufferPointer {
        engine.choose($0, recording: logits.count, after: text)
      }
      let ids = text.map { Int($0) }
      let candidates = plain.candidates(logits.map { Double($0) }, after: ids)
      #expect(candidates.count == choice.keptCount)
      for (mine, its) in zip(candidates, choice.candidates) {
        #expect(mine.id == Int(its.id))
        #expect(abs(mine.probability - Double(its.adjusted)) < 1e-6)
      }
      let chosen = plain.choose(logits.map { Double($0) }, draw: Double(choice.draw), after: ids)
      #expect(chosen == Int(choice.chosen))
      different.insert(candidates.firstIndex { $0.id == chosen }!)
    }
    let isCertain = options.temperature == 0 || options.topK == 1 || options.minP == 1
    #expect(different.count > 1 || isCertain)
  }

  @Test("cuts where a person would")
  func byHand() {
    // Probabilities 0.5, 0.25, 0.15, 0.1.
    let logits = [0.25, 0.5, 0.1, 0.15].map { Portable.log($0) }
    func kept(_ sampler: PlainSampler) -> [Int] { sampler.candidates(logits).map(\.id) }
    #expect(kept(PlainSampler()) == [1, 0, 3, 2])
    #expect(kept(PlainSampler(topK: 2)) == [1, 0])
    #expect(kept(PlainSampler(topP: 0.6)) == [1, 0])
    // Of 0.5 and 0.25 the first has two thirds.
    #expect(kept(PlainSampler(topK: 2, topP: 0.6)) == [1])
    // A temperature of a half squares the probabilities: 0.25 of 0.345.
    let sharper = PlainSampler(temperature: 0.5).candidates(logits)
    #expect(abs(sharper[0].probability - 0.25 / 0.345) < 1e-12)
    #expect(PlainSampler(topP: 0.6).choose(logits, draw: 0.66) == 1)
    #expect(PlainSampler(topP: 0.6).choose(logits, draw: 0.67) == 0)
    // A quarter is half of the likeliest, 0.15 three tenths of it.
    #expect(kept(PlainSampler(minP: 0.31)) == [1, 0])
    #expect(kept(PlainSampler(minP: 0.29)) == [1, 0, 3])
    #expect(abs(PlainSampler(minP: 0.31).candidates(logits)[0].probability - 2 / 3) < 1e-12)
    // After the temperature the quarter is only a fourth of the likeliest.
    #expect(kept(PlainSampler(temperature: 0.5, minP: 0.31)) == [1])
  }

  @Test("takes from what stands there already, whatever its sign, and once")
  func penalty() {
    let sampler = PlainSampler(repetitionPenalty: 2)
    #expect(sampler.penalized([3, -1, 0.5], after: [0, 1, 1]) == [1.5, -2, 0.5])
    #expect(sampler.candidates([3, 2], after: [0]).map(\.id) == [1, 0])
    #expect(sampler.choose([3, 2], draw: 0, after: [0]) == 1)
    #expect(sampler.candidates([3, 2]).map(\.id) == [0, 1])
  }
}
