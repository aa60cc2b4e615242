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

  @Test func negativeTargetsAreNotAskedFor() {
    let reference = ReferenceModel(parameters: parameters())
    var (loss, trace) = reference.forward(inputs: inputs, targets: [-1, -1, -1, -1, 0])
    let (whole, all) = reference.forward(inputs: inputs, targets: targets)
    #expect(loss == all["losses"][4, 0] && loss != whole)
    let gradients = reference.backward(
      inputs: inputs, targets: [-1, -1, -1, -1, 0], trace: &trace)
    #expect((0..<6).allSatisfy { trace["logits_grad"][2, $0] == 0 })
    #expect(gradients["wte.weight"]!.values.contains { $0 != 0 })
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
