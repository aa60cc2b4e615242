import Transformer

/// All that a run needs to go on to the same bits: parameters, moments, counters, the state of the
/// source, and what the steps so far did.
public struct TrainingState: Sendable {
  /// Parameters, the best parameters, first and second moments, each as one row of values.
  public var parameters: [Float]
  public var bestParameters: [Float]
  public var firstMoment: [Float]
  public var secondMoment: [Float]
  /// Counters and the source's state.
  public var step: Int
  public var stopping: EarlyStopping
  public var source: [UInt64]
  public var reports: [StepReport]
  /// What must be the same for the run to go on.
  public var fingerprint: String
}

extension Trainer {
  /// The run as it stands between two steps.
  public func checkpoint() -> TrainingState {
    TrainingState(
      parameters: Array(parameters.values), bestParameters: Array(bestParameters.values),
      firstMoment: Array(optimizer.firstMoment.values),
      secondMoment: Array(optimizer.secondMoment.values), step: optimizer.step, stopping: stopping,
      source: source.checkpointState, reports: reports, fingerprint: fingerprint)
  }

  /// Goes back to a state of this run.
  /// - Throws: ``TrainingError/checkpointMismatch(file:problem:)``.
  public func resume(_ state: TrainingState, from file: String) throws(TrainingError) {
    guard state.fingerprint == fingerprint else {
      throw .checkpointMismatch(
        file: file, problem: Self.difference(state.fingerprint, fingerprint))
    }
    for (target, values) in [
      (parameters, state.parameters), (bestParameters, state.bestParameters),
      (optimizer.firstMoment, state.firstMoment), (optimizer.secondMoment, state.secondMoment),
    ] {
      guard values.count == target.values.count else {
        throw .checkpoint(
          file: file, problem: "it holds \(values.count) parameters, not \(target.values.count)")
      }
      _ = target.values.update(fromContentsOf: values)
    }
    guard state.source.count == source.checkpointState.count else {
      throw .checkpoint(file: file, problem: "the state of its data source is of another kind")
    }
    optimizer.step = state.step
    stopping = state.stopping
    source.checkpointState = state.source
    reports = state.reports
  }

  /// Shape and hyperparameters as `name value` pairs; steps may be taken in another process, but
  /// not other steps.
  var fingerprint: String {
    let shape = parameters.configuration
    let o = options
    let pairs: [(String, String)] = [
      ("layers", "\(shape.layerCount)"), ("heads", "\(shape.headCount)"),
      ("width", "\(shape.width)"), ("positions", "\(shape.contextLength)"),
      ("vocabulary", "\(shape.vocabularySize)"), ("dropout", "\(shape.dropout)"),
      ("steps", "\(o.steps)"), ("batch", "\(o.batch)"), ("context", "\(o.context)"),
      ("accumulation", "\(o.accumulation)"), ("learning-rate", "\(o.learningRate)"),
      ("minimum-learning-rate", "\(o.minimumLearningRate)"), ("warm-up", "\(o.warmupSteps)"),
      ("weight-decay", "\(o.weightDecay)"), ("beta1", "\(o.beta1)"), ("beta2", "\(o.beta2)"),
      ("epsilon", "\(o.epsilon)"), ("clip", "\(o.gradientClip)"), ("seed", "\(o.seed)"),
      ("evaluation-interval", "\(o.evaluationInterval)"), ("patience", "\(o.patience)"),
      ("norm-interval", "\(o.normInterval)"), ("data", source.identity),
    ]
    return pairs.map { "\($0.0) \($0.1)" }.joined(separator: "\n")
  }

  /// The first pair that differs, as `its width is 128, now 64`.
  private static func difference(_ old: String, _ new: String) -> String {
    let pairs = zip(old.split(separator: "\n"), new.split(separator: "\n"))
    guard let (before, now) = pairs.first(where: { $0 != $1 }) else { return "other options" }
    return "it has \(before), now \(now)"
  }
}
