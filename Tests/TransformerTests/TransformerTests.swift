import Numerics
import Testing

@testable import Transformer

/// A small model with a batch to try it on.
struct Trial {
  let model: Model
  var inputs: [Int32]
  var targets: [Int32]
  let batch: Int
  let positions: Int

  init(
    layers: Int = 2, heads: Int = 2, width: Int = 12, context: Int = 9, vocabulary: Int = 11,
    dropout: Float = 0, batch: Int = 3, positions: Int? = nil, threads: Int = 1
  ) {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: layers, headCount: heads, width: width, contextLength: context,
        vocabularySize: vocabulary, dropout: dropout))
    parameters.initialize(seed: 3)
    // Larger than at the start of a training, so that every layer's part in the loss shows.
    var generator = RandomGenerator(seed: 4)
    for i in parameters.values.indices { parameters.values[i] += 0.15 * generator.normal() }
    self.batch = batch
    self.positions = positions ?? context
    let rows = batch * self.positions
    inputs = (0..<rows).map { _ in Int32(generator.below(vocabulary)) }
    targets = (0..<rows).map { _ in Int32(generator.below(vocabulary)) }
    model = Model(
      parameters: parameters, batch: batch, positions: context,
      pool: WorkerPool(threadCount: threads), keepsGradients: true)
  }

  @discardableResult
  func forward(separator: Int32? = nil, dropoutSeed: UInt64? = nil) -> Float {
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        model.forward(
          inputs: inputs, targets: targets, batch: batch, positions: positions,
          separator: separator, dropoutSeed: dropoutSeed)
      }
    }
  }
}

@Suite struct GradientTests {
  @Test(
    "the gradient of every tensor agrees with finite differences",
    arguments: [Float(0), 0.2], [(9, nil), (6, nil), (9, 4)] as [(Int, Int32?)])
  func finiteDifferences(dropout: Float, shape: (positions: Int, separator: Int32?)) throws {
    var trial = Trial(dropout: dropout, positions: shape.positions)
    for place in [3, 4, 11, 21] where place < trial.inputs.count { trial.inputs[place] = 4 }
    let seed: UInt64? = dropout > 0 ? 8 : nil
    trial.forward(separator: shape.separator, dropoutSeed: seed)
    trial.model.backward()
    let gradients = try #require(trial.model.gradients)
    var generator = RandomGenerator(seed: 5)
    for tensor in gradients.tensors {
      let gradient = gradients.tensor(tensor.name)
      let values = trial.model.parameters.tensor(tensor.name)
      let before = Array(values)
      // Along the gradient the loss changes fastest, so rounding disturbs the difference least;
      // a random part makes sure that no other direction hides an error.
      let largest = gradient.map(\.magnitude).max() ?? 0
      let direction = gradient.map { $0 / max(largest, 1e-20) + 0.5 * generator.normal() }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let step: Float = 0.01 / length
      func loss(_ sign: Float) -> Double {
        for i in values.indices { values[i] = before[i] + sign * step * direction[i] }
        trial.forward(separator: shape.separator, dropoutSeed: seed)
        let losses = trial.model.activations.named("losses")!.values
        return losses.reduce(0) { $0 + Double($1) } / Double(losses.count)
      }
      let slope = (loss(1) - loss(-1)) / Double(2 * step)
      _ = values.update(fromContentsOf: before)
      let expected = zip(gradient, direction).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      let scale = max(abs(expected), 1e-3 * Double(length))
      #expect(abs(slope - expected) < 0.01 * scale, "\(tensor.name): \(slope), \(expected)")
    }
  }

  @Test("two backward passes add up, and zeroing starts again")
  func accumulation() throws {
    let trial = Trial()
    let gradients = try #require(trial.model.gradients).values
    trial.forward()
    trial.model.backward()
    let once = Array(gradients)
    trial.model.backward()
    for (twice, once) in zip(gradients, once) { #expect(abs(twice - 2 * once) < 1e-5) }
    trial.model.zeroGradients()
    #expect(gradients.allSatisfy { $0 == 0 })
    trial.model.backward()
    #expect(Array(gradients) == once)
  }

  @Test("a prediction that is not asked for changes neither loss nor gradient")
  func ignoredTargets() throws {
    var trial = Trial(batch: 2, positions: 4)
    for i in 0..<8 where i != 5 { trial.targets[i] = -1 }
    let loss = trial.forward()
    let losses = try #require(trial.model.activations.named("losses")).values
    #expect(loss == losses[5])
    trial.model.backward()
    let first = try #require(trial.model.activationGradients?.named("logits_grad")).values
    #expect(first.enumerated().allSatisfy { ($0.offset / 11 == 5) == ($0.element != 0) })
  }
}

@Suite struct DeterminismTests {
  struct Case: CustomTestStringConvertible {
    let batch: Int
    let dropout: Float
    var testDescription: String { "batch \(batch), dropout \(dropout)" }
  }

  @Test(
    "several training steps give the same bits with 1, 2, 3 and 8 threads",
    arguments: [
      Case(batch: 1, dropout: 0), Case(batch: 5, dropout: 0.1), Case(batch: 16, dropout: 0),
    ])
  func threads(_ setting: Case) throws {
    let results = try [1, 2, 3, 8].map { threads in
      let trial = Trial(
        layers: 2, heads: 3, width: 48, context: 70, vocabulary: 37, dropout: setting.dropout,
        batch: setting.batch, threads: threads)
      let values = trial.model.parameters.values
      let gradients = try #require(trial.model.gradients).values
      var first = [Float](repeating: 0, count: values.count)
      var second = first
      for step in 1...3 {
        trial.forward(dropoutSeed: UInt64(step))
        trial.model.zeroGradients()
        trial.model.backward()
        AdamWKernel(learningRate: 0.01, correction1: 0.5, correction2: 0.5).step(
          parameters: values.baseAddress!, gradients: gradients.baseAddress!, firstMoment: &first,
          secondMoment: &second, count: values.count, trial.model.pool)
      }
      return Array(values).map(\.bitPattern)
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }

  @Test("a sequence gives the same bits alone, in a batch, and after another size of batch")
  func batchIndependence() {
    let trial = Trial(heads: 1, width: 20, batch: 4, positions: 7)
    trial.forward()
    let all = Array(trial.model.logits)
    let third = Array(trial.inputs[14..<21])
    for positions in [7, 3, 7] {
      third.withUnsafeBufferPointer {
        _ = trial.model.forward(inputs: $0, targets: nil, batch: 1, positions: positions)
      }
      let count = positions * 11
      #expect(Array(trial.model.logits) == Array(all[14 * 11..<14 * 11 + count]))
      let pattern = trial.model.activations.named("blocks.1.attn.hook_pattern")!
      #expect(pattern.shape == [1, 1, positions, positions])
      for query in 0..<positions {
        let row = pattern.values[query * positions..<(query + 1) * positions]
        #expect(abs(row.reduce(0, +) - 1) < 1e-6)
        #expect(row.suffix(positions - query - 1).allSatisfy { $0 == 0 })
      }
    }
  }

  @Test("nothing is dropped without a seed; the same seed drops the same")
  func dropoutSeeds() {
    let trial = Trial(dropout: 0.3)
    let plain = trial.forward()
    let first = trial.forward(dropoutSeed: 1)
    #expect(trial.forward(dropoutSeed: 2) != first)
    #expect(trial.forward(dropoutSeed: 1) == first)
    #expect(trial.forward() == plain)
    #expect(first != plain)
  }
}
