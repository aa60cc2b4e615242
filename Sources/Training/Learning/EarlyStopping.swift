/// Decides when more training no longer helps: after `patience` evaluations without a better
/// validation loss.
public struct EarlyStopping: Sendable, Equatable {
  /// Evaluations in a row that may pass without progress; 0 never stops.
  public let patience: Int
  /// How much lower (nats per token) a loss must be to count as progress.
  public let minimumGain: Float
  /// The lowest validation loss so far, nats per token.
  public internal(set) var bestLoss = Float.infinity
  /// The steps that had been taken when it was measured.
  public internal(set) var bestStep = 0
  public internal(set) var evaluationsWithoutProgress = 0

  public init(patience: Int, minimumGain: Float = 0) {
    self.patience = patience
    self.minimumGain = minimumGain
  }

  public var shouldStop: Bool { patience > 0 && evaluationsWithoutProgress >= patience }

  /// Takes note of one evaluation.
  /// - Returns: true when the loss is the best so far.
  public mutating func observe(loss: Float, step: Int) -> Bool {
    guard loss < bestLoss - minimumGain else {
      evaluationsWithoutProgress += 1
      return false
    }
    bestLoss = loss
    bestStep = step
    evaluationsWithoutProgress = 0
    return true
  }
}
