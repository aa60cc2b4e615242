import Numerics
import Testing
import Transformer

@testable import Training

struct ReferenceModelTests {
  let inputs: [Int32] = [3, 1, 4, 1, 5]
  let targets: [Int32] = [1, 4, 1, 5, 0]

  @Test func lossAndLogitsAgreeWithTheEngine() {
    let parameters = parameters()
    let model = Model(
      parameters: parameters, batch: 1, positions: 5, pool: WorkerPool(threadCount: 1),
      keepsGradients: false)
    let loss = inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        model.forward(inputs: inputs, targets: targets, batch: 1, positions: 5)
      }
    }
    let reference = ReferenceModel(parameters: parameters).forward(
      inputs: inputs, targets: targets)
    #expect(abs(Double(loss) - reference.loss) < 1e-6)
    for (engine, plain) in zip(model.logits, reference.trace["logits"].values) {
      #expect(abs(Double(engine) - plain) < 1e-5)
    }
  }

  @Test func everyGradientAgreesWithFiniteDifferences() {
    var reference = ReferenceModel(parameters: parameters())
    var (_, trace) = reference.forward(inputs: inputs, targets: targets)
    let gradients = reference.backward(inputs: inputs, targets: targets, trace: &trace)
    for (name, gradient) in gradients {
      for index in stride(from: 0, to: gradient.values.count, by: 7) {
        let weight = reference.weights[name]!.values[index]
        reference.weights[name]!.values[index] = weight + 1e-5
        let above = reference.forward(inputs: inputs, targets: targets).loss
        reference.weights[name]!.values[index] = weight - 1e-5
        let below = reference.forward(inputs: inputs, targets: targets).loss
        reference.weights[name]!.values[index] = weight
        #expect(abs((above - below) / 2e-5 - gradient.values[index]) < 1e-8, "\(name) \(index)")
      }
    }
  }

  @Test func engineGradientsPassTheCheck() {
    let parameters = parameters()
    let model = Model(
      parameters: parameters, batch: 1, positions: 5, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    let checks = GradientCheck.check(
      model: model, inputs: inputs, targets: targets, tensors: parameters.tensors.map(\.name),
      weightsPerTensor: 2)
    #expect(checks.count == 2 * parameters.tensors.count)
    for check in checks { #expect(check.relativeError < 1e-4, "\(check)") }
  }

  @Test func workedExampleLowersTheLoss() {
    var options = TrainingOptions()
    options.learningRate = 0.01
    let example = WorkedExample(
      parameters: WorkedExample.tinyParameters(), inputs: [0, 1], targets: [1, 2],
      options: options)
    #expect(example.lossAfter < example.lossBefore)
    let logits = example.trace["logits"]
    #expect(logits.rows == 2 && logits.columns == 3)
    let table = example.tensors[0]
    #expect(table.name == "wte.weight")
    #expect(abs(example.steps[0][0].gradient - table.gradient[0, 0]) < 1e-15)
    #expect(example.steps[0][0].weightAfter == table.after[0, 0])
  }

  private func parameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 6, vocabularySize: 6))
    parameters.initialize(seed: 2)
    // Larger weights than at the start, so that no part of the model is nearly linear.
    for index in parameters.values.indices { parameters.values[index] *= 3 }
    return parameters
  }
}
