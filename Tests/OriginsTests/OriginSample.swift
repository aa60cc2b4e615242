import Names
import Numerics
import Transformer

@testable import Origins

/// Small models with numbers that are felt.
enum OriginSample {
  static let configuration = Configuration(
    layerCount: 2, headCount: 2, width: 8, contextLength: 10, vocabularySize: 20)

  /// As wide as that of the standard build, so that an MLP's sum takes more than one block of the depth.
  static let wide = Configuration(
    layerCount: 2, headCount: 4, width: 128, contextLength: 40, vocabularySize: 70,
    tiesOutput: false)

  static func parameters(_ configuration: Configuration, seed: UInt64 = 5) -> Parameters {
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: seed)
    var generator = RandomGenerator(seed: seed + 1)
    for tensor in parameters.tensors {
      let values = parameters.tensor(tensor.name)
      for index in 0..<values.count {
        values[index] = 2 * values[index] + 0.1 * generator.normal()
      }
    }
    return parameters
  }

  static func pass(
    _ configuration: Configuration, tokens count: Int, threads: Int = 1
  ) -> OriginPass {
    var generator = RandomGenerator(seed: 9)
    let tokens = (0..<count).map { _ in Int32(generator.below(configuration.vocabularySize)) }
    return OriginPass(
      parameters: parameters(configuration), tokens: tokens, pool: WorkerPool(threadCount: threads))
  }

  /// A pass that learns: each token is to be followed by the next one, but for one that nothing is asked of.
  static func learning(
    _ configuration: Configuration, tokens count: Int, threads: Int = 1
  ) -> OriginPass {
    var generator = RandomGenerator(seed: 9)
    let text = (0..<count + 1).map { _ in Int32(generator.below(configuration.vocabularySize)) }
    var targets = Array(text.dropFirst())
    targets[1] = -1
    return OriginPass(
      parameters: parameters(configuration), tokens: Array(text.dropLast()), targets: targets,
      pool: WorkerPool(threadCount: threads))
  }

  /// A number of the way back, each kind as likely as the others; parameters by their tensors.
  static func slope(in pass: OriginPass, _ generator: inout RandomGenerator) -> Quantity {
    let kinds = QuantityKind.allCases.filter { $0.hasGradient || $0.isOfLearning }
    while true {
      let kind = kinds[generator.below(kinds.count)]
      let configuration = pass.configuration
      var slope: Quantity
      if kind == .parameter {
        let tensor = pass.parameters.tensors[generator.below(pass.parameters.tensors.count)]
        slope = Quantity(
          parameter: tensor.name, tensor.shape.map { generator.below($0) })
      } else {
        slope = Quantity(
          kind,
          layer: kind.scope == .model || kind == .input
            ? 0 : generator.below(configuration.layerCount),
          head: kind.scope == .head ? generator.below(configuration.headCount) : 0,
          kind.axes.map { generator.below(pass.space.count($0)) })
      }
      slope.isGradient = kind.hasGradient
      if pass.space.holds(slope) { return slope }
    }
  }

  /// A number of the pass, each kind as likely as the others.
  static func quantity(in pass: OriginPass, _ generator: inout RandomGenerator) -> Quantity {
    let kinds = QuantityKind.allCases.filter { $0 != .parameter }
    while true {
      let kind = kinds[generator.below(kinds.count)]
      let configuration = pass.configuration
      let indices = kind.axes.map { axis -> Int in
        switch axis {
        case .position, .query, .key: generator.below(pass.tokens.count)
        case .channel: generator.below(configuration.width)
        case .unit: generator.below(configuration.headWidth)
        case .neuron: generator.below(4 * configuration.width)
        case .vocabulary: generator.below(configuration.vocabularySize)
        }
      }
      let layer =
        kind.scope == .model || kind == .input ? 0 : generator.below(configuration.layerCount)
      let head = kind.scope == .head ? generator.below(configuration.headCount) : 0
      let quantity = Quantity(kind, layer: layer, head: head, indices)
      if pass.space.holds(quantity) { return quantity }
    }
  }
}
