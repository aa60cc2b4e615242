import Numerics
import Testing

@testable import Transformer

@Suite("Several texts in one sequence")
struct TextsTests {
  @Test("a text ends with its separators and begins anew with each sequence")
  func boundaries() {
    let tokens: [Int32] = [0, 1, 9, 2, 9, 9] + [3, 4, 5, 6, 7, 8] + [9, 1, 9, 9, 9, 9]
    let texts = Texts(tokens, batch: 3, positions: 6, separator: 9)
    #expect(texts.rows == [0..<3, 3..<6, 6..<12, 12..<13, 13..<18])
    #expect(Array(texts[1..<3]) == [6..<12, 12..<13, 13..<18])
    #expect(Texts(tokens, batch: 3, positions: 6, separator: nil).rows == [0..<6, 6..<12, 12..<18])
  }

  @Test("a text in a row with others gives what it gives alone", arguments: [1, 2])
  func neighboursDoNotMatter(threads: Int) {
    let (vocabulary, end) = (11, Int32(4))
    var trial = Trial(batch: 1, threads: threads)
    trial.inputs = [1, 2, end, 5, 6, 7, end, 8, 9]
    trial.forward(separator: end)
    let together = Array(trial.model.logits)
    let losses = trial.model.activations.named("losses")!.values.map { $0 }
    for text in [0..<3, 3..<7, 7..<9] {
      let inputs = Array(trial.inputs[text])
      let targets = Array(trial.targets[text])
      inputs.withUnsafeBufferPointer { inputs in
        targets.withUnsafeBufferPointer { targets in
          _ = trial.model.forward(
            inputs: inputs, targets: targets, batch: 1, positions: text.count)
        }
      }
      let alone = Array(trial.model.logits)
      let part = together[text.lowerBound * vocabulary..<text.upperBound * vocabulary]
      #expect(zip(alone, part).allSatisfy { abs($0 - $1) < 1e-6 })
      let lost = trial.model.activations.named("losses")!.values
      #expect(zip(lost, losses[text]).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  @Test("after texts apart, a plain pass leaves zeros above the diagonal of its patterns")
  func patternsAreCleanAgain() throws {
    var trial = Trial(batch: 1)
    trial.inputs = [1, 2, 4, 5, 6, 7, 4, 8, 9]
    trial.forward(separator: 4)
    trial.forward()
    let pattern = try #require(trial.model.activations.named("blocks.0.attn.hook_pattern")).values
    for head in 0..<2 {
      for query in 0..<9 {
        let row = Array(pattern[(head * 9 + query) * 9..<(head * 9 + query + 1) * 9])
        #expect(row[(query + 1)...].allSatisfy { $0 == 0 })
        #expect(abs(row.reduce(0, +) - 1) < 1e-5)
      }
    }
  }
}
