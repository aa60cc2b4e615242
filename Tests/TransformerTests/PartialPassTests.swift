import Numerics
import Testing

@testable import Transformer

/// A pass that begins at a block whose parameters changed is the end of a whole pass.
@Suite struct PartialPassTests {
  @Test(arguments: [1, 2])
  func everyRemovedPartGivesTheBitsOfAWholePass(threads: Int) {
    let trial = Trial(layers: 3, context: 9, batch: 1, threads: threads)
    let whole = Trial(layers: 3, context: 9, batch: 1, threads: threads)
    let vocabulary = trial.model.configuration.vocabularySize
    trial.forward()
    let last = 4
    for part in RemovedPart.all(trial.model.configuration).reversed() {
      let expected = part.removed(from: whole.model.parameters) {
        whole.forward()
        return whole.model.logits.suffix(last * vocabulary).map(\.bitPattern)
      }
      let found = part.removed(from: trial.model.parameters) {
        trial.model.forward(from: part.layer, lastLogits: last)
        return trial.model.logits.suffix(last * vocabulary).map(\.bitPattern)
      }
      #expect(found == expected, "\(part.name)")
    }
    // The parameters are whole again, and so is what a block reads that nothing was taken from.
    trial.model.forward(from: 0, lastLogits: 9)
    whole.forward()
    #expect(
      trial.model.logits.map(\.bitPattern) == whole.model.logits.map(\.bitPattern))
  }

  @Test func otherLogitsStayAsTheyWere() {
    let trial = Trial(context: 6, batch: 1)
    trial.forward()
    let before = Array(trial.model.logits)
    let vocabulary = trial.model.configuration.vocabularySize
    RemovedPart(layer: 1, part: .mlp).removed(from: trial.model.parameters) {
      trial.model.forward(from: 1, lastLogits: 2)
    }
    let after = Array(trial.model.logits)
    #expect(after.prefix(4 * vocabulary) == before.prefix(4 * vocabulary))
    for row in 4..<6 {
      #expect(after[row * vocabulary] != before[row * vocabulary], "row \(row)")
    }
  }
}
