import Numerics
import Testing
import Transformer

@testable import Training

struct AdamWTests {
  @Test func firstStepHasTheTermsOfThePaper() {
    let terms = AdamWTerms(
      step: 1, weight: 0.5, gradient: 0.2, firstMoment: 0, secondMoment: 0, learningRate: 0.1,
      beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.1)
    #expect(abs(terms.firstMoment - 0.02) < 1e-15)
    #expect(abs(terms.secondMoment - 0.0004) < 1e-15)
    // Bias correction undoes the averaging with 0, so the first direction is the sign of the
    // gradient.
    #expect(abs(terms.firstCorrected - 0.2) < 1e-12)
    #expect(abs(terms.secondCorrected - 0.04) < 1e-12)
    #expect(abs(terms.direction - 1) < 1e-6)
    #expect(abs(terms.decayMove + 0.005) < 1e-15)
    #expect(abs(terms.weightAfter - (0.5 - 0.1 - 0.005)) < 1e-7)
  }

  @Test func secondStepRemembersTheFirst() {
    let terms = AdamWTerms(
      step: 2, weight: 0, gradient: -0.1, firstMoment: 0.02, secondMoment: 0.0004,
      learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0)
    // m = 0.018 − 0.01, v = 0.000396 + 0.0001, corrections 0.19 and 0.0199.
    #expect(abs(terms.firstCorrected - 0.008 / 0.19) < 1e-12)
    #expect(abs(terms.secondCorrected - 0.000496 / 0.0199) < 1e-12)
    #expect(abs(terms.weightAfter + 0.1 * 0.0421052631579 / 0.157875689) < 1e-6)
  }

  @Test func optimizerAgreesWithTheTermsOfEachWeight() throws {
    let pool = WorkerPool(threadCount: 2)
    let parameters = tinyParameters()
    let gradients = Parameters(configuration: parameters.configuration)
    var options = TrainingOptions()
    options.weightDecay = 0.3
    let optimizer = AdamW(parameters: parameters, options: options, pool: pool)
    var generator = RandomGenerator(seed: 3)
    for _ in 0..<3 {
      for index in gradients.values.indices { gradients.values[index] = generator.normal() }
      let expected = parameters.tensors.map { tensor in
        (0..<tensor.count).map { index in
          optimizer.terms(
            tensor: tensor.name, index: index, gradients: gradients, learningRate: 0.01,
            gradientScale: 0.5)
        }
      }
      optimizer.update(gradients: gradients, learningRate: 0.01, gradientScale: 0.5)
      for (tensor, terms) in zip(parameters.tensors, expected) {
        for (value, term) in zip(parameters.tensor(tensor.name), terms) {
          #expect(abs(Double(value) - term.weightAfter) < 2e-7, "\(tensor.name)")
        }
      }
    }
  }

  @Test func decaysMatricesOnly() {
    let decayed = tinyParameters().tensors.filter(AdamW.isDecayed).map(\.name)
    #expect(
      decayed == [
        "wte.weight", "wpe.weight", "h.0.attn.c_attn.weight", "h.0.attn.c_proj.weight",
        "h.0.mlp.c_fc.weight", "h.0.mlp.c_proj.weight",
      ])
  }

  private func tinyParameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 4, contextLength: 4, vocabularySize: 5))
    parameters.initialize(seed: 1)
    return parameters
  }
}
