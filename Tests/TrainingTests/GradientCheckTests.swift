import Numerics
import Testing
import Transformer

@testable import Training

struct GradientCheckTests {
  @Test(arguments: [true, false])
  func engineGradientsPassTheCheck(tiesOutput: Bool) {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 6, vocabularySize: 6,
        tiesOutput: tiesOutput))
    parameters.initialize(seed: 2)
    // Larger weights than at the start, so that no part of the model is nearly linear.
    for index in parameters.values.indices { parameters.values[index] *= 3 }
    let model = Model(
      parameters: parameters, batch: 1, positions: 5, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    let checks = GradientCheck.check(
      model: model, inputs: [3, 1, 4, 1, 5], targets: [1, 4, 1, 5, 0],
      tensors: parameters.tensors.map(\.name), weightsPerTensor: 2)
    #expect(checks.count == 2 * parameters.tensors.count)
    for check in checks { #expect(check.relativeError < 1e-4, "\(check)") }
  }
}
