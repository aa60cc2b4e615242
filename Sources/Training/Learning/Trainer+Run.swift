/// How a run ended.
public enum TrainingOutcome: Sendable, Equatable {
  /// All steps were taken.
  case finished
  /// Validation stopped improving.
  case stoppedEarly
  /// Somebody asked to stop.
  case cancelled
}

extension Trainer {
  /// Trains until all steps are taken, validation stops improving, or somebody cancels.
  ///
  /// A checkpoint is written after each evaluation that gave a finite loss, and when the run is
  /// cancelled, so the file always holds parameters that are known to be good.
  /// - Parameters:
  ///   - snapshotSteps: numbers of completed steps (0 = before any) at which `onSnapshot` looks at
  ///     the trainer.
  ///   - checkpointPath: the file to write, or nil.
  ///   - onStep: called after each step, with the validation loss where one was measured.
  ///   - onCheckpoint: called where a checkpoint would be written, with or without a file for it.
  /// - Throws: ``TrainingError``; the checkpoint is then the last good one.
  public func run(
    snapshotSteps: Set<Int> = [], checkpointPath: String? = nil, cancellation: Cancellation? = nil,
    onStep: (StepReport) -> Void = { _ in }, onSnapshot: (Trainer) -> Void = { _ in },
    onCheckpoint: (Trainer) throws(TrainingError) -> Void = { _ in }
  ) throws(TrainingError) -> TrainingOutcome {
    if completedSteps == 0 && snapshotSteps.contains(0) { onSnapshot(self) }
    while completedSteps < options.steps && !stopping.shouldStop {
      if let cancellation, cancellation.isCancelled {
        if let checkpointPath { try writeCheckpoint(to: checkpointPath) }
        return .cancelled
      }
      _ = try step()
      let evaluates = evaluationIsDue
      if evaluates { _ = try evaluate() }
      onStep(reports[reports.count - 1])
      if snapshotSteps.contains(completedSteps) { onSnapshot(self) }
      if evaluates || completedSteps == options.steps {
        if let checkpointPath { try writeCheckpoint(to: checkpointPath) }
        try onCheckpoint(self)
      }
    }
    return stopping.shouldStop ? .stoppedEarly : .finished
  }

  /// Puts the parameters of the lowest validation loss in place of the latest.
  public func keepBestParameters() {
    guard stopping.bestLoss.isFinite else { return }
    parameters.copy(from: bestParameters)
  }
}
