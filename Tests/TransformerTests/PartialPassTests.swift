import Numerics
import Testing

@testable import Transformer

/// A pass from the output projection of a part on, whose weights changed, is the end of a whole pass.
@Suite struct PartialPassTests {
  /// Of `trial`, with weights that products find elsewhere.
  private func model(_ trial: Trial, _ reading: WeightReading, threads: Int) -> Model {
    Model(
      parameters: trial.model.parameters, batch: 1, positions: trial.positions,
      pool: WorkerPool(threadCount: threads), keepsGradients: false, reading: reading)
  }

  private func forward(_ model: Model, _ trial: Trial) {
    trial.inputs.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: trial.positions)
    }
  }

  private static let readings: [WeightReading] = [.packedEachPass, .packedAndKept, .inPlace]

  /// The rows of the last logits lie in one block of rows, or begin in the one before.
  @Test(
    arguments: readings,
    [(1, 9, 4), (2, 9, 4), (1, 70, 3), (2, 70, 20), (3, 9, 1)]
      as [(threads: Int, positions: Int, last: Int)])
  func everyRemovedPartGivesTheBitsOfAWholePass(
    reading: WeightReading, shape: (threads: Int, positions: Int, last: Int)
  ) {
    let trial = Trial(
      layers: 3, width: 20, context: shape.positions, vocabulary: 35, batch: 1,
      threads: shape.threads)
    let whole = Trial(
      layers: 3, width: 20, context: shape.positions, vocabulary: 35, batch: 1,
      threads: shape.threads)
    let tried = model(trial, reading, threads: shape.threads)
    let vocabulary = trial.model.configuration.vocabularySize
    forward(tried, trial)
    let count = shape.last * vocabulary
    let intact = tried.logits.suffix(count).map(\.bitPattern)
    for part in RemovedPart.all(trial.model.configuration).reversed() {
      let expected = part.removed(from: whole.model.parameters) {
        whole.forward()
        return whole.model.logits.suffix(count).map(\.bitPattern)
      }
      let found = part.removed(from: trial.model.parameters) {
        tried.forward(fromProjectionOf: part, lastLogits: shape.last)
        return tried.logits.suffix(count).map(\.bitPattern)
      }
      #expect(found == expected, "\(part.name)")
      #expect(found != intact, "\(part.name) is not felt")
    }
    // The parameters are whole again, and so is what a block reads that nothing was taken from.
    tried.forward(
      fromProjectionOf: RemovedPart(layer: 0, part: .attention), lastLogits: shape.positions)
    whole.forward()
    #expect(tried.logits.map(\.bitPattern) == whole.model.logits.map(\.bitPattern))
  }

  @Test func otherLogitsStayAsTheyWere() {
    let trial = Trial(context: 6, batch: 1)
    trial.forward()
    let before = Array(trial.model.logits)
    let vocabulary = trial.model.configuration.vocabularySize
    let part = RemovedPart(layer: 1, part: .mlp)
    part.removed(from: trial.model.parameters) {
      trial.model.forward(fromProjectionOf: part, lastLogits: 2)
    }
    let after = Array(trial.model.logits)
    #expect(after.prefix(4 * vocabulary) == before.prefix(4 * vocabulary))
    for row in 4..<6 {
      #expect(after[row * vocabulary] != before[row * vocabulary], "row \(row)")
    }
  }

  /// Keys and values of all positions are those of the damaged model, also where few logits are wanted.
  @Test func keysAndValuesAreThoseOfTheDamagedModel() {
    let trial = Trial(layers: 3, context: 9, batch: 1)
    let whole = Trial(layers: 3, context: 9, batch: 1)
    trial.forward()
    let part = RemovedPart(layer: 0, part: .attention, head: 1)
    _ = part.removed(from: whole.model.parameters) { whole.forward() }
    part.removed(from: trial.model.parameters) {
      trial.model.forward(fromProjectionOf: part, lastLogits: 1)
    }
    for layer in 0..<3 {
      let count = 9 * 3 * trial.model.configuration.width
      let (found, expected) = (
        UnsafeBufferPointer(
          start: trial.model.queriesKeysValues(layer, ofFirst: 9), count: count),
        UnsafeBufferPointer(
          start: whole.model.queriesKeysValues(layer, ofFirst: 9), count: count)
      )
      #expect(found.map(\.bitPattern) == expected.map(\.bitPattern), "block \(layer)")
    }
  }

  /// A later part would read what the pass without an earlier one left.
  @Test func aPartAfterTheOneBeforeIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let trial = Trial(batch: 1)
      trial.forward()
      trial.model.forward(
        fromProjectionOf: RemovedPart(layer: 0, part: .attention), lastLogits: 1)
      trial.model.forward(fromProjectionOf: RemovedPart(layer: 0, part: .mlp), lastLogits: 1)
    }
  }

  /// The way back leaves transposed weights where the way there would read.
  @Test func nothingIsReadAfterTheWayBack() async {
    await #expect(processExitsWith: .failure) {
      let trial = Trial(batch: 1)
      trial.forward()
      trial.model.backward()
      trial.model.forward(fromProjectionOf: RemovedPart(layer: 1, part: .mlp), lastLogits: 1)
    }
  }
}

/// Where products find the weights changes no bit.
@Suite struct WeightReadingTests {
  @Test(arguments: [1, 2, 5], [1, 3])
  func everyBufferIsTheSame(threads: Int, batch: Int) {
    let trial = Trial(layers: 2, width: 20, context: 70, vocabulary: 35, batch: batch)
    trial.forward(separator: 4)
    for reading in [WeightReading.packedEachPass, .packedAndKept, .inPlace] {
      let model = Model(
        parameters: trial.model.parameters, batch: batch, positions: 70,
        pool: WorkerPool(threadCount: threads), keepsGradients: false, reading: reading)
      trial.inputs.withUnsafeBufferPointer { inputs in
        trial.targets.withUnsafeBufferPointer { targets in
          _ = model.forward(
            inputs: inputs, targets: targets, batch: batch, positions: 70, separator: 4)
        }
      }
      for (found, expected) in zip(model.activations.named, trial.model.activations.named) {
        #expect(
          found.values.map(\.bitPattern) == expected.values.map(\.bitPattern),
          "\(found.name), \(reading)")
      }
    }
  }

  @Test func weightsThatAreLearnedArePacked() async {
    await #expect(processExitsWith: .failure) {
      _ = Model(
        parameters: Trial().model.parameters, batch: 1, positions: 4,
        pool: WorkerPool(threadCount: 1), keepsGradients: true, reading: .inPlace)
    }
  }
}
