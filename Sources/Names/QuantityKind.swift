/// A kind of number in a pass; its raw value is the name that it has in an address.
///
/// Most have a slope, too: how much the loss changes with the number, which the way back works out.
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
  /// The id of the token that is to come after a position, where a text is to be learned.
  case target
  /// The surprise at it, in nats.
  case loss
  /// A normalized number before gain and bias.
  case firstStandard = "ln1.standard"
  case secondStandard = "ln2.standard"
  case finalStandard = "final.standard"
  /// On the way back, what all slopes behind a normalization have in common: their average.
  case firstCommon = "ln1.A"
  case secondCommon = "ln2.A"
  case finalCommon = "final.A"
  /// And how far they go along with the normalized numbers: the average of slope times number.
  case firstAlong = "ln1.B"
  case secondAlong = "ln2.B"
  case finalAlong = "final.B"
  /// On the way back, the slopes of all weights of a query, each times its weight.
  case weightMean = "M"

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
    case .query, .key, .value, .dot, .score, .weight, .mixed, .weightMean: .head
    case .input, .firstMean, .firstScale, .firstNormalized, .middle, .secondMean, .secondScale,
      .secondNormalized, .neuronSum, .neuron, .output, .firstStandard, .secondStandard,
      .firstCommon, .secondCommon, .firstAlong, .secondAlong:
      .block
    case .token, .parameter, .finalMean, .finalScale, .finalNormalized, .logit, .probability,
      .target, .loss, .finalStandard, .finalCommon, .finalAlong:
      .model
    }
  }

  /// The numbers in brackets; none for a parameter, whose tensor has a shape of its own.
  public var axes: [Axis] {
    switch self {
    case .parameter: []
    case .token, .firstMean, .firstScale, .secondMean, .secondScale, .finalMean, .finalScale,
      .target, .loss, .firstCommon, .secondCommon, .finalCommon, .firstAlong, .secondAlong,
      .finalAlong:
      [.position]
    case .weightMean: [.query]
    case .input, .firstNormalized, .middle, .secondNormalized, .output, .finalNormalized,
      .firstStandard, .secondStandard, .finalStandard:
      [.position, .channel]
    case .query, .key, .value, .mixed: [.position, .unit]
    case .dot, .score, .weight: [.query, .key]
    case .neuronSum, .neuron: [.position, .neuron]
    case .logit, .probability: [.position, .vocabulary]
    }
  }

  /// Whether nothing lies below: what was learned, what was read, and what is to come.
  public var isRoot: Bool { self == .token || self == .parameter || self == .target }

  /// Whether the way back works out how the loss changes with it.
  public var hasGradient: Bool {
    switch self {
    case .parameter, .input, .firstNormalized, .query, .key, .value, .dot, .score, .weight,
      .mixed, .middle, .secondNormalized, .neuronSum, .neuron, .output, .finalNormalized, .logit,
      .firstStandard, .secondStandard, .finalStandard:
      true
    case .token, .target, .firstMean, .firstScale, .secondMean, .secondScale, .finalMean,
      .finalScale, .probability, .loss, .firstCommon, .secondCommon, .finalCommon, .firstAlong,
      .secondAlong, .finalAlong, .weightMean:
      false
    }
  }

  /// Whether only a pass that learns has it.
  public var isOfLearning: Bool {
    switch self {
    case .target, .loss, .firstCommon, .secondCommon, .finalCommon, .firstAlong, .secondAlong,
      .finalAlong, .weightMean:
      true
    default: false
    }
  }
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
  /// The natural logarithm of the sum.
  case logarithm
  /// What one prediction counts for: 1 divided by how many there are.
  case share
  /// That share divided by the sum.
  case factor
  /// A slope less the average of all.
  case less
  /// Two of the numbers, multiplied.
  case product
  /// What is left of the slope once both averages are taken off.
  case rest
  /// The rest times the inverse: what comes through the normalization.
  case branch
  /// GELU divided by its input.
  case sigma
  /// Twice the slope of the exponent.
  case slope
  /// The slope of GELU.
  case derivative
  /// Of up to 64 rows.
  case block
}
