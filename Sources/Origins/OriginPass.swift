import Names
import Numerics
import Transformer

/// One forward pass, and the way back where a text is to be learned, that can say of each of its numbers
/// where it comes from.
///
/// The engine computes the pass as it does for training and leaves its buffers; nothing is computed for the
/// sake of the explanation.
public final class OriginPass: Sendable {
  public let tokens: [Int32]
  public let parameters: Parameters
  /// What is to come after each token, where the text is to be learned; below 0 where nothing is asked.
  public let targets: [Int32]?
  /// Of the mean loss, in the layout of the parameters.
  let gradients: Parameters?
  /// What the engine left behind, by name.
  private let buffers: [String: [Float]]

  /// - Parameters:
  ///   - tokens: at least one, at most as many as the context holds.
  ///   - targets: as many, of which at least one is asked for; nil for a pass that does not learn.
  public init(
    parameters: Parameters, tokens: [Int32], targets: [Int32]? = nil, pool: WorkerPool
  ) {
    precondition(!tokens.isEmpty, "a pass over no tokens")
    precondition(
      targets.map { $0.count == tokens.count && $0.contains { $0 >= 0 } } ?? true,
      "\(targets?.count ?? 0) targets for \(tokens.count) tokens, or none that is asked for")
    self.tokens = tokens
    self.targets = targets
    self.parameters = parameters
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count, pool: pool,
      keepsGradients: targets != nil, keepsAllGradients: targets != nil,
      reading: targets == nil ? .inPlace : .packedEachPass)
    var buffers: [String: [Float]] = [:]
    tokens.withUnsafeBufferPointer { tokens in
      if let targets {
        _ = targets.withUnsafeBufferPointer {
          model.forward(inputs: tokens, targets: $0, batch: 1, positions: tokens.count)
        }
        model.backward()
      } else {
        model.forward(inputs: tokens, targets: nil, batch: 1, positions: tokens.count)
      }
    }
    for buffer in model.activations.named { buffers[buffer.name] = Array(buffer.values) }
    for buffer in model.activationGradients?.named ?? [] {
      buffers[buffer.name] = Array(buffer.values)
    }
    gradients = model.gradients
    self.buffers = buffers
  }

  public var configuration: Configuration { parameters.configuration }

  /// Which numbers the pass has.
  public var space: QuantitySpace {
    QuantitySpace(
      configuration: configuration, positions: tokens.count, tensors: parameters.tensors,
      learns: targets != nil)
  }

  /// The number itself, as the engine left it.
  public func value(_ quantity: Quantity) -> Float {
    precondition(space.holds(quantity), "the pass has no \(quantity.address)")
    return read(quantity)
  }

  /// The same without asking whether there is one.
  func read(_ quantity: Quantity) -> Float {
    if quantity.isGradient { return readGradient(quantity) }
    let (c, d) = (configuration.width, configuration.headWidth)
    let block = "blocks.\(quantity.layer)."
    let first = quantity.indices[0]
    let last = quantity.indices[quantity.indices.count - 1]
    func row(_ name: String, _ width: Int) -> Float { buffer(name)[first * width + last] }
    func projected(_ part: Int) -> Float {
      buffer(block + "attn.qkv")[(3 * first + part) * c + quantity.head * d + last]
    }
    switch quantity.kind {
    case .token: return Float(tokens[first])
    case .parameter: return parameter(quantity)
    case .input: return row("blocks.0.hook_resid_pre", c)
    case .firstMean: return buffer(block + "ln1.mean")[first]
    case .firstScale: return buffer(block + "ln1.hook_scale")[first]
    case .firstNormalized: return row(block + "ln1.hook_normalized", c)
    case .query: return projected(0)
    case .key: return projected(1)
    case .value: return projected(2)
    case .dot: return dot(quantity).result
    case .score: return score(quantity).result
    case .weight:
      let square = quantity.head * tokens.count * tokens.count
      return buffer(block + "attn.hook_pattern")[square + first * tokens.count + last]
    case .mixed: return buffer(block + "attn.hook_z")[first * c + quantity.head * d + last]
    case .middle: return row(block + "hook_resid_mid", c)
    case .secondMean: return buffer(block + "ln2.mean")[first]
    case .secondScale: return buffer(block + "ln2.hook_scale")[first]
    case .secondNormalized: return row(block + "ln2.hook_normalized", c)
    case .neuronSum: return row(block + "mlp.hook_pre", 4 * c)
    case .neuron: return row(block + "mlp.hook_post", 4 * c)
    case .output: return row(block + "hook_resid_post", c)
    case .finalMean: return buffer("ln_final.mean")[first]
    case .finalScale: return buffer("ln_final.hook_scale")[first]
    case .finalNormalized: return row("ln_final.hook_normalized", c)
    case .logit: return row("logits", configuration.vocabularySize)
    case .probability: return probabilities(first)[last]
    case .target: return Float(targets?[first] ?? -1)
    case .loss: return buffer("losses")[first]
    case .firstStandard, .secondStandard, .finalStandard: return standard(quantity).result
    case .firstCommon, .secondCommon, .finalCommon: return common(quantity).result
    case .firstAlong, .secondAlong, .finalAlong: return along(quantity).result
    case .weightMean: return weightMean(quantity)
    }
  }

  /// How the loss changes with a number.
  private func readGradient(_ quantity: Quantity) -> Float {
    let (c, d) = (configuration.width, configuration.headWidth)
    let block = "blocks.\(quantity.layer)."
    let first = quantity.indices[0]
    let last = quantity.indices[quantity.indices.count - 1]
    func row(_ name: String, _ width: Int) -> Float { buffer(name)[first * width + last] }
    func projected(_ part: Int) -> Float {
      buffer(block + "attn.qkv_grad")[(3 * first + part) * c + quantity.head * d + last]
    }
    switch quantity.kind {
    case .parameter: return gradients?.values[number(ofParameter: quantity) ?? 0] ?? .nan
    case .input: return row("blocks.0.hook_resid_pre_grad", c)
    case .firstNormalized: return row(block + "ln1.hook_normalized_grad", c)
    case .query: return projected(0)
    case .key: return projected(1)
    case .value: return projected(2)
    case .mixed: return buffer(block + "attn.hook_z_grad")[first * c + quantity.head * d + last]
    case .middle: return row(block + "hook_resid_mid_grad", c)
    case .secondNormalized: return row(block + "ln2.hook_normalized_grad", c)
    case .neuronSum: return row(block + "mlp.hook_pre_grad", 4 * c)
    case .output: return row(block + "hook_resid_post_grad", c)
    case .finalNormalized: return row("ln_final.hook_normalized_grad", c)
    case .logit: return row("logits_grad", configuration.vocabularySize)
    case .weight: return weightSlope(quantity)
    case .neuron: return neuronSlope(quantity)
    case .dot, .score, .firstStandard, .secondStandard, .finalStandard:
      return derivation(of: quantity).result
    default: preconditionFailure("the way back has no \(quantity.address)")
    }
  }

  /// What the sampler reads: the softmax of one position's logits, by the engine's kernel.
  private func probabilities(_ position: Int) -> [Float] {
    let count = configuration.vocabularySize
    let logits = buffer("logits")[position * count..<(position + 1) * count]
    return [Float](unsafeUninitializedCapacity: count) { result, initialized in
      logits.withUnsafeBufferPointer {
        SoftmaxKernel.forward(
          $0.baseAddress.unsafelyUnwrapped, result.baseAddress.unsafelyUnwrapped, count: count)
      }
      initialized = count
    }
  }

  func buffer(_ name: String) -> [Float] {
    guard let buffer = buffers[name] else { preconditionFailure("the pass keeps no \(name)") }
    return buffer
  }

  private func parameter(_ quantity: Quantity) -> Float {
    parameters.values[number(ofParameter: quantity) ?? 0]
  }

  /// Which of all parameters it is, from 0; nil for what is no parameter.
  public func number(ofParameter quantity: Quantity) -> Int? {
    guard let tensor = parameters.tensors.first(where: { $0.name == quantity.tensor }) else {
      return nil
    }
    return tensor.offset
      + zip(quantity.indices, tensor.shape).reduce(0) { $0 * $1.1 + $1.0 }
  }

  /// A number followed to its roots: each time the operand that contributes most, the last one a parameter.
  public func chain(from quantity: Quantity) -> [Derivation] {
    var chain = [derivation(of: quantity)]
    while let next = chain[chain.count - 1].followed { chain.append(derivation(of: next.quantity)) }
    return chain
  }
}
