import Dataset
import Numerics
import Plain
import Testing
import Transformer

@testable import Training

struct GradientCheckTests {
  private static let end: Int32 = 0
  /// Two texts and the beginning of a third in the first row, one text and what only fills the row in
  /// the second.
  private static let batch = Batch(
    inputs: [[3, 1, end, 4, 2, end, 5, 1], [2, 5, 3, end, end, end, end, end]],
    targets: [[1, end, 4, 2, end, 5, 1, 4], [5, 3, end, -1, -1, -1, -1, -1]])

  private func parameters(tiesOutput: Bool = true) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 8, vocabularySize: 6,
        tiesOutput: tiesOutput))
    parameters.initialize(seed: 2)
    // Larger weights than at the start, so that no part of the model is nearly linear.
    for index in parameters.values.indices { parameters.values[index] *= 3 }
    return parameters
  }

  /// The engine's loss of the batch, its gradients left in the model.
  private func learn(_ parameters: Parameters, separator: Int32?) -> (loss: Float, model: Model) {
    let model = Model(
      parameters: parameters, batch: 2, positions: 8, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    model.zeroGradients()
    let (inputs, targets) = (Self.batch.inputs.flatMap { $0 }, Self.batch.targets.flatMap { $0 })
    let loss = inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        model.forward(
          inputs: inputs, targets: targets, batch: 2, positions: 8, separator: separator)
      }
    }
    model.backward()
    return (loss, model)
  }

  @Test(arguments: [true, false])
  func engineGradientsPassTheCheck(tiesOutput: Bool) {
    let parameters = parameters(tiesOutput: tiesOutput)
    let (_, model) = learn(parameters, separator: Self.end)
    let places = parameters.tensors.map {
      GradientCheck.Place.steepest(in: $0.name, of: model.gradients!)
    }
    let checks = GradientCheck.check(
      places, parameters: parameters, gradients: model.gradients!,
      texts: BatchTexts(Self.batch, separator: Self.end), pool: WorkerPool(threadCount: 2))
    #expect(checks.map(\.tensor) == parameters.tensors.map(\.name))
    for check in checks {
      #expect(check.relativeError < 1e-4, "\(check)")
      #expect(check.weight == Double(parameters.tensor(check.tensor)[check.index]))
    }
  }

  @Test func aGradientOfAnotherLossDoesNotPass() {
    let parameters = parameters()
    // Texts see each other here, and not in what is measured.
    let (_, model) = learn(parameters, separator: nil)
    let checks = GradientCheck.check(
      [.steepest(in: "h.0.attn.c_attn.weight", of: model.gradients!)], parameters: parameters,
      gradients: model.gradients!, texts: BatchTexts(Self.batch, separator: Self.end),
      pool: WorkerPool(threadCount: 1))
    #expect(checks[0].relativeError > 1e-2, "\(checks[0])")
  }

  @Test func theSteepestPlaceIsTheFirstOfTheLargest() {
    let gradients = Parameters(configuration: parameters().configuration)
    let table = gradients.tensor("wte.weight")
    (table[3], table[9], table[12]) = (-0.5, 0.25, 0.25)
    #expect(GradientCheck.Place.steepest(in: "wte.weight", of: gradients).index == 3)
    #expect(GradientCheck.Place.steepest(in: "wte.weight", 8..<16, of: gradients).index == 9)
  }

  @Test func aBatchIsReadTextByText() {
    let texts = BatchTexts(Self.batch, separator: Self.end)
    #expect(texts.texts.map(\.inputs) == [[3, 1, 0], [4, 2, 0], [5, 1], [2, 5, 3]])
    #expect(texts.texts.map(\.targets) == [[1, 0, 4], [2, 0, 5], [1, 4], [5, 3, 0]])
    #expect(texts.texts.map(\.row) == [0, 0, 0, 1])
    #expect(texts.texts.map(\.start) == [0, 3, 6, 0])
    #expect(texts.predictionCount == 11)
    let whole = BatchTexts(Self.batch, separator: nil)
    #expect(whole.texts.map(\.inputs.count) == [8, 3])
  }

  @Test func thePlainModelAgreesOnTheLossOfABatch() {
    let parameters = parameters()
    let plain = BatchTexts(Self.batch, separator: Self.end)
      .loss(of: PlainModel(parameters: parameters), pool: WorkerPool(threadCount: 2))
    #expect(abs(Double(learn(parameters, separator: Self.end).loss) - plain) < 1e-5)
    #expect(abs(Double(learn(parameters, separator: nil).loss) - plain) > 1e-3)
  }
}
