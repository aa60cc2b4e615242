import Numerics

/// A GPT-2 that one can read: tokens in, for each position the logits of the next token out; and the
/// way back.
///
/// Each layer stands beside its backward pass. One text at a time, in loops and double precision:
/// slow, and exact. The engine computes the same and is tested against it.
///
/// In the comments on shapes `T` counts positions, `V` the vocabulary, `C` the width of the residual
/// stream and `D` that of a head.
/// - SeeAlso: Radford et al. 2019, "Language models are unsupervised multitask learners", 2.3.
public struct PlainModel: Sendable {
  public let layerCount: Int
  public let headCount: Int
  /// What is learned, by the names that Hugging Face gives it; vectors are matrices of one row.
  public var weights: Tensors

  public init(layerCount: Int, headCount: Int, weights: Tensors) {
    self.layerCount = layerCount
    self.headCount = headCount
    self.weights = weights
  }

  /// Length of the residual stream's vectors, `C`.
  public var width: Int { weights["wte.weight"].columns }
  /// Length of a head's vectors, `D`.
  public var headWidth: Int { width / headCount }

  /// The table that the final vectors are compared with: that of the tokens themselves (a tied
  /// output), unless the model has one of its own.
  var outputTable: String { weights.contains("lm_head.weight") ? "lm_head.weight" : "wte.weight" }

  /// How well the model predicts `targets` from `inputs`.
  /// - Parameter targets: the token that follows each input; a negative one does not count.
  /// - Returns: the mean cross-entropy, nats a token, and what the backward pass needs.
  public func forward(inputs: [Int], targets: [Int]) -> (loss: Double, trace: Tensors) {
    precondition(inputs.count == targets.count, "\(inputs.count) inputs, \(targets.count) targets")
    var trace = Tensors()
    let logits = logits(inputs, &trace)
    return (Self.crossEntropy(logits, targets), trace)
  }

  /// The logits of the token that follows each position, `[T, V]`.
  public func logits(_ tokens: [Int]) -> Matrix {
    var trace = Tensors()
    return logits(tokens, &trace)
  }

  private func logits(_ tokens: [Int], _ trace: inout Tensors) -> Matrix {
    var stream = embed(tokens)  // [T, C]
    for layer in 0..<layerCount { stream = block(stream, layer, &trace) }
    let final = layerNorm(stream, "ln_f")  // [T, C]
    let logits = final * weights[outputTable].transposed  // [T, V]
    trace["stream"] = stream
    trace["ln_final.hook_normalized"] = final
    trace["logits"] = logits
    return logits
  }

  /// The gradient of the loss for every weight, by the chain rule from the loss back to the
  /// embeddings.
  /// - Parameter trace: that of the forward pass over the same tokens.
  public func backward(inputs: [Int], targets: [Int], trace: Tensors) -> Tensors {
    var gradients = weights.zeros
    let logits = Self.crossEntropyBackward(trace["logits"], targets)  // [T, V]
    gradients[outputTable] += logits.transposed * trace["ln_final.hook_normalized"]
    let final = logits * weights[outputTable]  // [T, C]
    var stream = layerNormBackward(final, trace["stream"], "ln_f", &gradients)
    for layer in (0..<layerCount).reversed() {
      stream = blockBackward(stream, layer, trace, &gradients)
    }
    embedBackward(stream, inputs, &gradients)
    return gradients
  }
}
