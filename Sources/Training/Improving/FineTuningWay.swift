import Transformer

/// Which weights may move when a learned model learns on.
public enum FineTuningWay: Sendable, Equatable {
  /// Every weight.
  case all
  /// The last block and the normalization after it.
  case lastBlock
  /// Every matrix of the blocks gets a correction of this rank beside it, and only that is learned.
  /// - SeeAlso: Hu et al. 2021, "LoRA: Low-rank adaptation of large language models".
  case lowRank(Int)

  /// Whether the values of a tensor are learned themselves.
  func learns(_ tensor: String, _ configuration: Configuration) -> Bool {
    switch self {
    case .all: true
    case .lastBlock:
      tensor.hasPrefix("h.\(configuration.layerCount - 1).") || tensor.hasPrefix("ln_f.")
    case .lowRank: false
    }
  }

  /// Whether a correction of low rank stands beside a tensor.
  func corrects(_ tensor: TensorSpecification) -> Bool {
    guard case .lowRank = self else { return false }
    return tensor.name.hasPrefix("h.") && tensor.shape.count == 2
  }

  /// How many numbers are learned, and so have to be stored for a version that differs by them alone.
  public func learnedCount(_ configuration: Configuration) -> Int {
    Parameters.specifications(configuration).reduce(0) { sum, tensor in
      if learns(tensor.name, configuration) { return sum + tensor.count }
      guard case .lowRank(let rank) = self, corrects(tensor) else { return sum }
      return sum + rank * (tensor.shape[0] + tensor.shape[1])
    }
  }
}
