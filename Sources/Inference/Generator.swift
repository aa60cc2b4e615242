import Numerics
import Transformer

/// The inference program: the forward pass alone, for one sequence that grows.
///
/// A prompt is processed in one batch; after that each token costs one pass over the parameters, because keys and
/// values of earlier positions are kept.
/// - SeeAlso: Shazeer 2019, "Fast Transformer decoding", section 2.
public final class Generator {
  public let parameters: Parameters
  /// Tokens taken in so far.
  public private(set) var position = 0

  private let pool: WorkerPool
  private let cache: KeyValueCache
  private let step: DecodingStep
  /// For prompts; made when the first one comes.
  private var promptModel: Model?

  public init(parameters: Parameters, pool: WorkerPool) {
    self.parameters = parameters
    self.pool = pool
    cache = KeyValueCache(configuration: parameters.configuration)
    step = DecodingStep(parameters: parameters, cache: cache, pool: pool)
  }

  /// Forgets everything.
  public func reset() { position = 0 }

  /// Goes back to an earlier point of the sequence.
  public func truncate(to position: Int) {
    precondition(
      position >= 0 && position <= self.position,
      "position \(position) of a sequence of \(self.position)")
    self.position = position
  }

  /// Appends tokens and says what is expected next.
  ///
  /// - Parameter tokens: at least one; with those before at most the context length.
  /// - Returns: the logits of the last position, `[vocabulary]`; valid until the next call.
  public func process(_ tokens: [Int32]) -> UnsafeBufferPointer<Float> {
    let configuration = parameters.configuration
    precondition(
      !tokens.isEmpty && position + tokens.count <= configuration.contextLength,
      "\(tokens.count) tokens after \(position) in a context of \(configuration.contextLength)")
    for token in tokens {
      precondition(
        token >= 0 && Int(token) < configuration.vocabularySize,
        "token \(token) in a vocabulary of \(configuration.vocabularySize)")
    }
    if position == 0 && tokens.count > 1 { return processPrompt(tokens) }
    for token in tokens {
      step.run(token: token, position: position)
      position += 1
    }
    return step.readLogits()
  }

  /// The whole prompt at once, as in training; its keys and values go to the cache.
  private func processPrompt(_ tokens: [Int32]) -> UnsafeBufferPointer<Float> {
    let configuration = parameters.configuration
    if promptModel == nil {
      promptModel = Model(
        parameters: parameters, batch: 1, positions: configuration.contextLength, pool: pool,
        keepsGradients: false)
    }
    let model = promptModel!
    _ = tokens.withUnsafeBufferPointer {
      model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    for layer in 0..<configuration.layerCount {
      let keys = model.activations.named("blocks.\(layer).attn.hook_k")!.values.baseAddress!
      let values = model.activations.named("blocks.\(layer).attn.hook_v")!.values.baseAddress!
      for place in 0..<tokens.count {
        cache.store(
          layer: layer, position: place, key: keys + place * configuration.width,
          value: values + place * configuration.width)
      }
    }
    position = tokens.count
    let vocabulary = configuration.vocabularySize
    return UnsafeBufferPointer(rebasing: model.logits.suffix(vocabulary))
  }
}
