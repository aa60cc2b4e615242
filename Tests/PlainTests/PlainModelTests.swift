import Numerics
import Plain
import Testing
import Training

@testable import Transformer

/// The engine and the plain model, with the same weights and the same tokens.
@Suite("The plain model")
struct PlainModelTests {
  let inputs = [3, 1, 4, 1, 5, 2, 6]
  let targets = [1, 4, 1, 5, -1, 6, 0]

  @Test("has the engine's logits and loss", arguments: [true, false])
  func logitsAndLoss(tiesOutput: Bool) {
    let parameters = Self.parameters(tiesOutput: tiesOutput)
    let (model, loss) = pass(parameters)
    let plain = PlainModel(parameters: parameters)
    #expect(abs(Double(loss) - plain.forward(inputs: inputs, targets: targets).loss) < 1e-6)
    let logits = plain.logits(inputs)
    #expect(logits.values.count == model.logits.count)
    #expect(difference(model.logits, logits.values) < 1e-5)
  }

  @Test("has the engine's attention patterns")
  func patterns() throws {
    let parameters = Self.parameters(tiesOutput: true)
    let (model, _) = pass(parameters)
    let (_, trace) = PlainModel(parameters: parameters).forward(inputs: inputs, targets: targets)
    for layer in 0..<2 {
      let name = "blocks.\(layer).attn.hook_pattern"
      let engine = model.activations.pointer(name)  // (H, T, T)
      for head in 0..<2 {
        let pattern = trace["\(name).\(head)"]
        let part = UnsafeBufferPointer(
          start: engine + head * pattern.values.count, count: pattern.values.count)
        #expect(difference(part, pattern.values) < 1e-5)
        for query in 0..<pattern.rows {
          #expect(abs(pattern.row(query).reduce(0, +) - 1) < 1e-12)
        }
      }
    }
  }

  @Test("has the engine's gradient of every weight", arguments: [true, false])
  func gradients(tiesOutput: Bool) throws {
    let parameters = Self.parameters(tiesOutput: tiesOutput)
    let (model, _) = pass(parameters)
    model.backward()
    let engine = try #require(model.gradients)
    let plain = PlainModel(parameters: parameters)
    let (_, trace) = plain.forward(inputs: inputs, targets: targets)
    let gradients = plain.backward(inputs: inputs, targets: targets, trace: trace)
    #expect(gradients.names == parameters.tensors.map(\.name).sorted())
    for name in gradients.names {
      let largest = gradients[name].values.map(abs).max()!
      #expect(largest > 1e-6, "\(name) learns nothing")
      #expect(
        difference(engine.tensor(name), gradients[name].values) < 2e-6 * max(1, largest), "\(name)")
    }
  }

  @Test("has gradients that agree with the slopes of the loss", arguments: [true, false])
  func finiteDifferences(tiesOutput: Bool) {
    var plain = PlainModel(parameters: Self.parameters(tiesOutput: tiesOutput))
    let (_, trace) = plain.forward(inputs: inputs, targets: targets)
    let gradients = plain.backward(inputs: inputs, targets: targets, trace: trace)
    for name in gradients.names {
      for index in stride(from: 0, to: gradients[name].values.count, by: 7) {
        let weight = plain.weights[name].values[index]
        func loss(at value: Double) -> Double {
          plain.weights[name].values[index] = value
          return plain.forward(inputs: inputs, targets: targets).loss
        }
        let slope = (loss(at: weight + 1e-5) - loss(at: weight - 1e-5)) / 2e-5
        plain.weights[name].values[index] = weight
        #expect(abs(slope - gradients[name].values[index]) < 1e-8, "\(name) \(index)")
      }
    }
  }

  @Test("looks at no later token")
  func causality() {
    let plain = PlainModel(parameters: Self.parameters(tiesOutput: true))
    let whole = plain.logits(inputs)
    for count in 1..<inputs.count {
      let start = plain.logits(Array(inputs.prefix(count)))
      for row in 0..<count { #expect(start.row(row) == whole.row(row)) }
    }
  }

  @Test("leaves negative targets out")
  func missingTargets() {
    let plain = PlainModel(parameters: Self.parameters(tiesOutput: true))
    let one = [-1, -1, -1, -1, -1, -1, 2]
    let (loss, trace) = plain.forward(inputs: inputs, targets: one)
    let logits = plain.logits(inputs).row(6)
    let sum = logits.reduce(0) { $0 + Portable.exp($1) }
    #expect(abs(loss - (Portable.log(sum) - logits[2])) < 1e-12)
    let gradients = plain.backward(inputs: inputs, targets: one, trace: trace)
    #expect(gradients["ln_f.bias"].values.contains { abs($0) > 1e-3 })
  }

  private func pass(_ parameters: Parameters) -> (model: Model, loss: Float) {
    let model = Model(
      parameters: parameters, batch: 1, positions: inputs.count, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    let (tokens, wanted) = (inputs.map { Int32($0) }, targets.map { Int32($0) })
    let loss = tokens.withUnsafeBufferPointer { tokens in
      wanted.withUnsafeBufferPointer { wanted in
        model.forward(inputs: tokens, targets: wanted, batch: 1, positions: inputs.count)
      }
    }
    return (model, loss)
  }

  private func difference(_ engine: some Sequence<Float>, _ plain: [Double]) -> Double {
    zip(engine, plain).map { abs(Double($0) - $1) }.max()!
  }

  /// Two blocks with two heads; tokens larger than at the start and biases that are not 0, so that no
  /// part of the model goes unnoticed.
  static func parameters(tiesOutput: Bool) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 8, vocabularySize: 7,
        tiesOutput: tiesOutput))
    parameters.initialize(seed: 2)
    var generator = RandomGenerator(seed: 5)
    for index in parameters.values.indices {
      parameters.values[index] += 0.2 * generator.normal()
    }
    return parameters
  }
}
