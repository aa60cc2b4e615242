import Plain
import Testing

@Suite("The plain program")
struct PlainProgramTests {
  @Test("learns a text by heart and writes it on")
  func learning() {
    let text = "Mira bakes bread. ミラはパンを焼きます。 Toma mends nets. トマは網を直します。\n"
    var program = PlainProgram(text: text + text, mergeCount: 60)
    let first = program.learn()
    var last = first
    for _ in 0..<500 { last = program.learn() }
    #expect(first > 5 && last < 0.2, "from \(first) to \(last) nats a token")
    let greedy = PlainSampler(temperature: 0)
    let words = program.write("Mira bakes", count: 20, sampler: greedy)
    #expect(words.hasPrefix("Mira bakes bread. ミラはパンを焼きます。 Toma"), "\(words)")
  }

  @Test("does the same again with the same seed")
  func repetition() {
    func losses(seed: UInt64) -> [Double] {
      var program = PlainProgram(text: "abcabcabcabd abc", mergeCount: 2, seed: seed)
      return (0..<3).map { _ in program.learn() }
    }
    #expect(losses(seed: 4) == losses(seed: 4))
    #expect(losses(seed: 4) != losses(seed: 5))
  }
}
