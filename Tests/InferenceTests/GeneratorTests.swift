import Inference
import Numerics
import Testing
import Transformer

@Suite struct GeneratorTests {
  private func makeParameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 3, width: 24, contextLength: 20, vocabularySize: 37))
    parameters.initialize(seed: 5)
    return parameters
  }

  private func tokens(_ count: Int) -> [Int32] {
    var generator = RandomGenerator(seed: 9)
    return (0..<count).map { _ in Int32(generator.below(37)) }
  }

  /// Logits of every position by the training program.
  private func modelLogits(_ parameters: Parameters, _ tokens: [Int32]) -> [[Float]] {
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count,
      pool: WorkerPool(threadCount: 1), keepsGradients: false)
    tokens.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    return (0..<tokens.count).map { Array(model.logits[($0 * 37)..<(($0 + 1) * 37)]) }
  }

  private func largestDifference(_ a: some Sequence<Float>, _ b: some Sequence<Float>) -> Float {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test(arguments: [1, 2])
  func tokenByTokenGivesTheLogitsOfTheWholePass(threads: Int) {
    let parameters = makeParameters()
    let tokens = tokens(20)
    let expected = modelLogits(parameters, tokens)
    let generator = Generator(
      parameters: parameters, pool: WorkerPool(threadCount: threads))
    for (position, token) in tokens.enumerated() {
      let logits = generator.process([token])
      #expect(largestDifference(logits, expected[position]) < 1e-5)
    }
    #expect(generator.position == 20)
  }

  @Test func aPromptInOneBatchFillsTheCache() {
    let parameters = makeParameters()
    let tokens = tokens(16)
    let expected = modelLogits(parameters, tokens)
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 2))
    #expect(largestDifference(generator.process(Array(tokens[..<9])), expected[8]) < 1e-5)
    #expect(largestDifference(generator.process(Array(tokens[9..<12])), expected[11]) < 1e-5)
    #expect(largestDifference(generator.process([tokens[12]]), expected[12]) < 1e-5)
  }

  @Test func goingBackGivesTheSameLogitsAgain() {
    let parameters = makeParameters()
    let tokens = tokens(10)
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    _ = generator.process(Array(tokens[..<5]))
    let first = Array(generator.process([tokens[5]]))
    _ = generator.process([tokens[6], tokens[7]])
    generator.truncate(to: 5)
    #expect(Array(generator.process([tokens[5]])) == first)
    generator.reset()
    _ = generator.process(Array(tokens[..<5]))
    #expect(Array(generator.process([tokens[5]])) == first)
  }
}
