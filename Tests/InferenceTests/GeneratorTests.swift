import Inference
import Names
import Numerics
import Testing
import Transformer

@Suite("Generation with kept keys and values")
struct GeneratorTests {
  static let shapes = [
    Configuration(
      layerCount: 2, headCount: 3, width: 24, contextLength: 20, vocabularySize: 37),
    Configuration(
      layerCount: 2, headCount: 2, width: 128, contextLength: 150, vocabularySize: 100),
    Configuration(
      layerCount: 1, headCount: 1, width: 80, contextLength: 70, vocabularySize: 65),
    // Heads that are no whole panels and that two threads cannot share evenly.
    Configuration(
      layerCount: 2, headCount: 5, width: 100, contextLength: 150, vocabularySize: 50),
  ]

  private func makeParameters(_ configuration: Configuration) -> Parameters {
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: 5)
    // Biases and larger weights, so that an omitted term would be seen.
    var generator = RandomGenerator(seed: 6)
    for index in parameters.values.indices {
      parameters.values[index] += 0.1 * generator.normal()
    }
    return parameters
  }

  private func tokens(_ configuration: Configuration) -> [Int32] {
    var generator = RandomGenerator(seed: 9)
    return (0..<configuration.contextLength).map { _ in
      Int32(generator.below(configuration.vocabularySize))
    }
  }

  /// Logits of every position by the training program.
  private func modelLogits(_ parameters: Parameters, _ tokens: [Int32]) -> [[Float]] {
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count,
      pool: WorkerPool(threadCount: 1), keepsGradients: false)
    tokens.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    let size = parameters.configuration.vocabularySize
    return (0..<tokens.count).map { Array(model.logits[($0 * size)..<(($0 + 1) * size)]) }
  }

  /// The largest difference over the largest value.
  private func relativeDifference(_ a: some Sequence<Float>, _ b: [Float]) -> Float {
    let largest = b.reduce(0) { max($0, abs($1)) }
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / largest
  }

  @Test("token by token gives the logits of the whole pass at every position", arguments: shapes)
  func stepByStep(configuration: Configuration) {
    let parameters = makeParameters(configuration)
    let tokens = tokens(configuration)
    let expected = modelLogits(parameters, tokens)
    let alone = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    let shared = [2, 8].map {
      Generator(parameters: parameters, pool: WorkerPool(threadCount: $0))
    }
    for (position, token) in tokens.enumerated() {
      let logits = alone.process([token])
      #expect(relativeDifference(logits, expected[position]) < 1e-5)
      for other in shared { #expect(Array(other.process([token])) == Array(logits)) }
    }
    #expect(alone.position == tokens.count)
  }

  @Test("a prompt in any pieces gives the same logits as the whole pass", arguments: shapes)
  func prompts(configuration: Configuration) {
    let parameters = makeParameters(configuration)
    let tokens = tokens(configuration)
    let expected = modelLogits(parameters, tokens)
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 2))
    let whole = generator.process(tokens)
    #expect(relativeDifference(whole, expected[tokens.count - 1]) < 1e-5)
    generator.reset()
    var position = 0
    for length in [9, 3, 1, 5, 2] {
      let logits = generator.process(Array(tokens[position..<position + length]))
      position += length
      #expect(relativeDifference(logits, expected[position - 1]) < 1e-5)
    }
  }

  @Test("a prompt in one piece and token by token leave the same bits", arguments: shapes)
  func piecesAndTokens(configuration: Configuration) {
    let parameters = makeParameters(configuration)
    let tokens = tokens(configuration)
    for threads in [1, 2] {
      let pool = WorkerPool(threadCount: threads)
      let (whole, single) = (
        Generator(parameters: parameters, pool: pool), Generator(parameters: parameters, pool: pool)
      )
      _ = whole.process(Array(tokens.dropLast()))
      for token in tokens.dropLast() { _ = single.process([token]) }
      let last = [tokens[tokens.count - 1]]
      #expect(
        whole.process(last).map(\.bitPattern) == single.process(last).map(\.bitPattern))
    }
  }

  @Test("what a model's pass left of its tokens need not be taken in again", arguments: shapes)
  func takingOver(configuration: Configuration) {
    let parameters = makeParameters(configuration)
    let tokens = tokens(configuration)
    let pool = WorkerPool(threadCount: 2)
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count, pool: pool, keepsGradients: false)
    tokens.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    let (own, other) = (
      Generator(parameters: parameters, pool: pool), Generator(parameters: parameters, pool: pool)
    )
    for count in [0, 1, 7, 17, tokens.count - 1] {
      // Another text, of which nothing may be left.
      own.reset()
      other.reset()
      _ = other.process(tokens.reversed())
      other.take(count, from: model)
      #expect(other.position == count)
      if count > 0 { _ = own.process(Array(tokens.prefix(count))) }
      // Another token than the model's pass went on with.
      for token in [tokens[count] == 0 ? 1 : 0, 3] as [Int32]
      where other.position < tokens.count {
        let expected = Array(own.process([token]))
        #expect(relativeDifference(other.process([token]), expected) < 1e-5, "\(count)")
      }
    }
  }

  @Test("no more is taken over than the pass had positions")
  func takingTooMuch() async {
    await #expect(processExitsWith: .failure) {
      let parameters = Parameters(
        configuration: Configuration(
          layerCount: 1, headCount: 1, width: 4, contextLength: 9, vocabularySize: 5))
      let pool = WorkerPool(threadCount: 1)
      let model = Model(
        parameters: parameters, batch: 1, positions: 9, pool: pool, keepsGradients: false)
      [1, 2, 3].withUnsafeBufferPointer {
        _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: 3)
      }
      Generator(parameters: parameters, pool: pool).take(4, from: model)
    }
  }

  @Test("going back gives the same logits again")
  func goingBack() {
    let parameters = makeParameters(Self.shapes[0])
    let tokens = tokens(Self.shapes[0])
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

  @Test("changed parameters are taken over when told")
  func refreshing() {
    let parameters = makeParameters(Self.shapes[0])
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    let before = Array(generator.process([1, 2, 3]))
    parameters.tensor("ln_f.bias")[0] += 1
    parameters.tensor("h.0.attn.c_attn.weight")[0] += 1
    generator.refresh()
    let after = Array(generator.process([1, 2, 3]))
    let fresh = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    #expect(after != before)
    #expect(after == Array(fresh.process([1, 2, 3])))
  }

  @Test("of changed parameters only the named projections are taken over")
  func refreshingProjections() throws {
    let parameters = makeParameters(Self.shapes[0])
    let last = parameters.configuration.layerCount - 1
    try #require(last > 0)
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    let before = Array(generator.process([1]))
    for part in [RemovedPart(layer: last, part: .mlp), RemovedPart(layer: 0, part: .attention)] {
      let name = "h.\(part.layer)." + (part.part == .mlp ? "mlp" : "attn") + ".c_proj"
      generator.reset()
      let earlier = Array(generator.process([1]))
      parameters.tensor(name + ".weight")[0] += 1
      parameters.tensor(name + ".bias")[3] += 1
      for layer in 0...last {
        for other in [ModelPart.attention, .mlp] where (layer, other) != (part.layer, part.part) {
          generator.refresh(projectionsOf: [RemovedPart(layer: layer, part: other)])
        }
      }
      #expect(Array(generator.process([1])) == earlier)
      generator.refresh(projectionsOf: [part])
      #expect(generator.position == 0)
      let fresh = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
      let after = Array(generator.process([1]))
      #expect(after == Array(fresh.process([1])) && after != earlier)
      generator.reset()
    }
    #expect(Array(generator.process([1])) != before)
  }

  @Test("more tokens than the context holds stop with both lengths")
  func overflow() async {
    await #expect(processExitsWith: .failure) {
      let parameters = Parameters(
        configuration: Configuration(
          layerCount: 1, headCount: 1, width: 4, contextLength: 3, vocabularySize: 5))
      let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
      _ = generator.process([0, 1, 2])
      _ = generator.process([3])
    }
  }
}
