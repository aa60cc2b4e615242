import Transformer

/// A model of fewer blocks that begins as the first blocks of a larger one, which so hands on what they know.
///
/// Embeddings, final normalization and the blocks that are kept are copied; the last ones are left out.
/// - SeeAlso: Sanh et al. 2019, "DistilBERT", section 3, where a pupil begins as layers of its teacher.
public enum FirstBlocks {
  /// - Parameter count: blocks that stay, at least 1 and at most those that there are.
  public static func copied(of parameters: Parameters, count: Int) -> Parameters {
    let whole = parameters.configuration
    precondition(
      (1...whole.layerCount).contains(count), "\(count) blocks of \(whole.layerCount)")
    let result = Parameters(configuration: configuration(of: whole, count: count))
    for tensor in result.tensors {
      _ = result.tensor(tensor.name).update(fromContentsOf: parameters.tensor(tensor.name))
    }
    return result
  }

  /// The shape of what is left.
  public static func configuration(of whole: Configuration, count: Int) -> Configuration {
    Configuration(
      layerCount: count, headCount: whole.headCount, width: whole.width,
      contextLength: whole.contextLength, vocabularySize: whole.vocabularySize,
      dropout: whole.dropout)
  }
}
