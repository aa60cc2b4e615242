import Testing

@testable import Numerics

@Suite struct RandomGeneratorTests {
  @Test("the numbers are those of the reference implementation")
  func knownValues() {
    var generator = RandomGenerator(seed: 0)
    generator.state = (1, 2, 3, 4)
    let numbers = (0..<10).map { _ in generator.next() }
    #expect(
      numbers == [
        41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
        9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
        12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
      ])
    var filler = SplitMix(state: 1_234_567)
    #expect(
      (0..<3).map { _ in filler.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test("uniform numbers fill their interval evenly")
  func uniforms() {
    var generator = RandomGenerator(seed: 5)
    let numbers = (0..<40_000).map { _ in generator.uniform() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = numbers.reduce(0, +) / 40_000
    #expect(abs(mean - 0.5) < 0.01)
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(generator.uniformDouble()) })
  }

  @Test("normal numbers have mean 0, deviation 1 and the bell's shares")
  func normals() {
    var generator = RandomGenerator(seed: 6)
    let numbers = (0..<40_000).map { _ in Double(generator.normal()) }
    let mean = numbers.reduce(0, +) / 40_000
    let variance = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 40_000
    let withinOne = Double(numbers.filter { abs($0) < 1 }.count) / 40_000
    #expect(abs(mean) < 0.02)
    #expect(abs(variance - 1) < 0.03)
    #expect(abs(withinOne - 0.6827) < 0.01)
  }

  @Test("below reaches every value about equally often")
  func bounded() {
    var generator = RandomGenerator(seed: 7)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
  }

  @Test("a shuffle keeps all elements, and each order is about equally likely")
  func shuffles() {
    var generator = RandomGenerator(seed: 8)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var cards = [0, 1, 2, 3]
      generator.shuffle(&cards)
      counts[cards, default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
    var empty: [Int] = []
    generator.shuffle(&empty)
    #expect(empty.isEmpty)
  }

  @Test("a state put back continues the same numbers; streams differ")
  func statesAndStreams() {
    var generator = RandomGenerator(seed: 9, stream: 1)
    _ = generator.next()
    var copy = RandomGenerator(seed: 0)
    copy.state = generator.state
    #expect((0..<5).map { _ in generator.next() } == (0..<5).map { _ in copy.next() })
    var first = RandomGenerator(seed: 9, stream: 0)
    var second = RandomGenerator(seed: 9, stream: 1)
    var plain = RandomGenerator(seed: 9)
    let starts = [first.next(), second.next(), plain.next()]
    #expect(Set(starts).count == 3)
  }
}
