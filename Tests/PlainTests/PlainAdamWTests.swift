import Numerics
import Plain
import Testing
import Training
import Transformer

@Suite("The plain AdamW")
struct PlainAdamWTests {
  @Test("takes the engine's steps", arguments: [true, false])
  func agreement(tiesOutput: Bool) {
    let parameters = PlainModelTests.parameters(tiesOutput: tiesOutput)
    let gradients = Parameters(configuration: parameters.configuration)
    var options = TrainingOptions()
    options.weightDecay = 0.3
    let engine = AdamW(
      parameters: parameters, options: options, pool: WorkerPool(threadCount: 1))
    var weights = PlainModel(parameters: parameters).weights
    var plain = PlainAdamW(weights)
    plain.beta1 = Double(options.beta1)
    plain.beta2 = Double(options.beta2)
    plain.epsilon = Double(options.epsilon)
    plain.weightDecay = Double(options.weightDecay)
    var generator = RandomGenerator(seed: 3)
    for step in 1...4 {
      for index in gradients.values.indices { gradients.values[index] = generator.normal() }
      engine.update(gradients: gradients, learningRate: 0.01, gradientScale: 1)
      plain.step(
        &weights, PlainModel(parameters: gradients).weights, learningRate: Double(Float(0.01)))
      for tensor in parameters.tensors {
        for (its, mine) in zip(parameters.tensor(tensor.name), weights[tensor.name].values) {
          #expect(abs(Double(its) - mine) < 1e-6, "step \(step), \(tensor.name)")
        }
      }
    }
  }

  @Test("first moves every weight by the learning rate, and decays matrices only")
  func firstStep() {
    var weights = Tensors()
    weights["m.weight"] = Matrix(rows: 1, columns: 2, values: [2, -2])
    weights["m.bias"] = Matrix(rows: 1, columns: 2, values: [2, -2])
    var gradients = weights.zeros
    gradients["m.weight"].values = [0.3, -0.001]
    gradients["m.bias"].values = [0.3, -0.001]
    var plain = PlainAdamW(weights)
    plain.step(&weights, gradients, learningRate: 0.1)
    // 2 − 0.1 · (1 + 0.1 · 2) and 2 − 0.1.
    for (value, expected) in zip(weights["m.weight"].values, [1.88, -1.88]) {
      #expect(abs(value - expected) < 1e-5)
    }
    for (value, expected) in zip(weights["m.bias"].values, [1.9, -1.9]) {
      #expect(abs(value - expected) < 1e-5)
    }
  }
}
