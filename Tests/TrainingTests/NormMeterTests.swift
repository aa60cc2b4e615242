import Numerics
import Testing
import Transformer

@testable import Training

struct NormMeterTests {
  private func parameters(factor: Float = 1) -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 1, width: 4, contextLength: 5, vocabularySize: 7))
    // Another size for each tensor, so that none can stand for another.
    for (number, tensor) in parameters.tensors.enumerated() {
      let values = parameters.tensor(tensor.name)
      for index in values.indices { values[index] = factor * Float(number + 1) }
    }
    return parameters
  }

  /// `√(Σ value²)` of the tensors whose names begin so.
  private func norm(_ parameters: Parameters, _ prefixes: [String]) -> Float {
    let sum = parameters.tensors.filter { tensor in prefixes.contains { tensor.name.hasPrefix($0) }
    }
    .flatMap { Array(parameters.tensor($0.name)) }
    .reduce(0.0) { $0 + Double($1) * Double($1) }
    return Float(sum.squareRoot())
  }

  private func expectParts(_ found: PartNorms, of parameters: Parameters, scale: Float = 1) {
    #expect(abs(found.embedding - scale * norm(parameters, ["wte.", "wpe."])) < 1e-3)
    #expect(found.blocks.count == 2)
    for (layer, block) in found.blocks.enumerated() {
      #expect(abs(block - scale * norm(parameters, ["h.\(layer)."])) < 1e-3, "block \(layer)")
    }
    #expect(abs(found.finalNorm - scale * norm(parameters, ["ln_f."])) < 1e-3)
    #expect(abs(found.total - scale * norm(parameters, [""])) < 1e-2)
  }

  @Test(arguments: [1, 2]) func eachTensorIsMeasuredWithItsPart(threads: Int) {
    let parameters = parameters()
    let meter = NormMeter(parameters: parameters, pool: WorkerPool(threadCount: threads))
    expectParts(meter.norms(of: parameters), of: parameters)
    expectParts(meter.norms(of: parameters, scale: 0.5), of: parameters, scale: 0.5)
  }

  @Test func whatChangedIsMeasuredByPartToo() {
    let parameters = parameters(factor: 3)
    let meter = NormMeter(parameters: parameters, pool: WorkerPool(threadCount: 1))
    meter.remember(parameters)
    for index in parameters.values.indices { parameters.values[index] /= 3 }
    expectParts(meter.changeNorms(of: parameters), of: parameters, scale: 2)
  }
}
