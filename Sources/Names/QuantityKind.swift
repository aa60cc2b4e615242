/// A kind of number in the forward pass; its raw value is the name that it has in an address.
public enum QuantityKind: String, Sendable, CaseIterable {
  /// The id of a token that was read.
  case token
  /// A learned number; its address is the name of its tensor.
  case parameter
  /// The residual stream as it enters the first block.
  case input = "in"
  case firstMean = "ln1.mean"
  case firstScale = "ln1.scale"
  /// The copy of the stream that the attention reads.
  case firstNormalized = "ln1"
  case query = "q"
  case key = "k"
  case value = "v"
  /// Query times key, before it is divided by the root of their width.
  case dot
  case score
  /// The share of a key in what a query is handed, after the softmax.
  case weight
  /// What a head hands on: the values of all keys, each times its weight.
  case mixed = "z"
  /// The residual stream between the attention and the MLP.
  case middle = "mid"
  case secondMean = "ln2.mean"
  case secondScale = "ln2.scale"
  /// The copy of the stream that the MLP reads.
  case secondNormalized = "ln2"
  /// What a neuron adds up, before GELU.
  case neuronSum = "mlp.pre"
  case neuron = "mlp.hidden"
  /// The residual stream after a block.
  case output = "out"
  case finalMean = "final.mean"
  case finalScale = "final.scale"
  /// The copy of the stream that is compared with the table of tokens.
  case finalNormalized = "final"
  case logit
  case probability

  /// What stands before the name in an address.
  public enum Scope: Sendable {
    /// Nothing: there is one in the whole model.
    case model
    /// `b2.`, a block.
    case block
    /// `b2.h1.`, a head of a block.
    case head
  }

  /// What one of the numbers in brackets counts, each from 0.
  public enum Axis: Sendable {
    case position
    /// A number of the residual stream's rows.
    case channel
    /// A number of a head's queries, keys and values.
    case unit
    case query, key
    case neuron
    /// A token of the vocabulary.
    case vocabulary
  }

  public var scope: Scope {
    switch self {
    case .query, .key, .value, .dot, .score, .weight, .mixed: .head
    case .input, .firstMean, .firstScale, .firstNormalized, .middle, .secondMean, .secondScale,
      .secondNormalized, .neuronSum, .neuron, .output:
      .block
    case .token, .parameter, .finalMean, .finalScale, .finalNormalized, .logit, .probability:
      .model
    }
  }

  /// The numbers in brackets; none for a parameter, whose tensor has a shape of its own.
  public var axes: [Axis] {
    switch self {
    case .parameter: []
    case .token, .firstMean, .firstScale, .secondMean, .secondScale, .finalMean, .finalScale:
      [.position]
    case .input, .firstNormalized, .middle, .secondNormalized, .output, .finalNormalized:
      [.position, .channel]
    case .query, .key, .value, .mixed: [.position, .unit]
    case .dot, .score, .weight: [.query, .key]
    case .neuronSum, .neuron: [.position, .neuron]
    case .logit, .probability: [.position, .vocabulary]
    }
  }

  /// Whether nothing lies below: what was learned, and what was read.
  public var isRoot: Bool { self == .token || self == .parameter }
}

/// One step of a calculation that is no sum of products.
public enum CalculationStep: String, Sendable, CaseIterable {
  /// The greatest of the scores, which is taken off all of them.
  case greatest
  /// e to the power of the own score less the greatest.
  case power
  /// Of all parts.
  case sum
  /// The sum, divided by how many there are.
  case average
  /// Less the mean.
  case difference
  /// 1 divided by the sum, by the scale or by the root of the width.
  case inverse
  /// The difference times the inverse.
  case standard
  /// The exponent of GELU: `−2·√(2/π)·(x + 0.044715·x³)`.
  case exponent
  /// e to the power of it.
  case decay
}
