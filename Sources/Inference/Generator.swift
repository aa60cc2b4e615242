import Numerics
import Transformer

/// The inference program: the forward pass alone, for one sequence that grows.
///
/// A prompt is taken in as one batch. After that each token costs one walk over the parameters,
/// because the keys and values of earlier positions are kept. One thread at a time may use it.
/// - SeeAlso: Shazeer 2019, "Fast Transformer decoding", section 2.
public final class Generator: @unchecked Sendable {
  public let parameters: Parameters
  /// Tokens taken in so far.
  public private(set) var position = 0

  private let decoder: Decoder

  /// Takes over the parameters as they are now; see ``refresh()``.
  public init(parameters: Parameters, pool: WorkerPool) {
    self.parameters = parameters
    decoder = Decoder(parameters, pool)
    decoder.pack()
  }

  /// Forgets the sequence.
  public func reset() { position = 0 }

  /// Takes over parameters that have changed since, and forgets the sequence.
  public func refresh() {
    decoder.pack()
    reset()
  }

  /// The same where nothing but the output projections of some parts has changed.
  package func refresh(projectionsOf parts: [RemovedPart]) {
    decoder.pack(projectionsOf: parts)
    reset()
  }

  /// Begins with the first tokens of a model's last pass over one sequence, which need not be taken in
  /// again: their keys and values are copied.
  ///
  /// They are those of ``process(_:)`` up to the order in which an attention forms its sums.
  /// - Parameter model: of the same parameters.
  package func take(_ count: Int, from model: Model) {
    precondition(
      model.configuration == parameters.configuration, "keys and values of a model of another shape"
    )
    decoder.take(count, from: model)
    position = count
  }

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
    tokens.withUnsafeBufferPointer { process($0) }
  }

  private func process(_ tokens: UnsafeBufferPointer<Int32>) -> UnsafeBufferPointer<Float> {
    let configuration = parameters.configuration
    precondition(
      !tokens.isEmpty && position + tokens.count <= configuration.contextLength,
      "\(tokens.count) tokens after \(position) in a context of \(configuration.contextLength)")
    for token in tokens {
      precondition(
        token >= 0 && Int(token) < configuration.vocabularySize,
        "token \(token) in a vocabulary of \(configuration.vocabularySize)")
    }
    if tokens.count == 1 {
      decoder.run(tokens[0], position: position)
      position += 1
      return decoder.readLogits(row: 0)
    }
    var lastRow = 0
    for start in stride(from: 0, to: tokens.count, by: decoder.rowLimit) {
      let end = min(start + decoder.rowLimit, tokens.count)
      decoder.run(UnsafeBufferPointer(rebasing: tokens[start..<end]), position: position)
      position += end - start
      lastRow = end - start - 1
    }
    return decoder.readLogits(row: lastRow)
  }
}
