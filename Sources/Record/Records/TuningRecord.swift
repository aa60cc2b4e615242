import Names

/// L5b: small runs that differ in one hyperparameter each, and a run that learned by heart beside a
/// healthy one.
public struct TuningRecord: Codable, Sendable {
  /// The base first, then one change after another, then the best values together, last the values with
  /// which the model of this run was trained.
  public var trials: [Trial]
  /// Tokens that each run reads, about: a larger batch takes fewer steps.
  public var tokensPerTrial: Int
  public var contextLength: Int
  /// Tokens of the validation batches, the same for all runs.
  public var validationTokens: Int
  /// `ln(vocabularySize)`: the loss of a guess that holds all tokens equally likely.
  public var uniformLoss: Double
  /// One for each hyperparameter that was changed, in the order of the trials.
  public var findings: [Finding]
  public var overfitting: Overfitting

  /// A loss in nats per token, to four decimals.
  public struct Point: Codable, Sendable, Equatable {
    public var step: Int
    public var loss: Double

    public init(step: Int, loss: Double) {
      self.step = step
      self.loss = loss
    }
  }

  public struct Trial: Codable, Sendable {
    /// What differs from the base.
    public var knob: Change
    public var learningRate: Double
    public var width: Int
    public var layerCount: Int
    public var headCount: Int
    public var batchSize: Int
    public var dropout: Double
    public var steps: Int
    public var parameterCount: Int
    /// Training loss in stretches: the mean up to each step since the one before.
    public var losses: [Point]
    public var validations: [Point]
    /// The step after which the loss was no number any more; nil for a run that went to its end.
    public var failedStep: Int?

    /// The lowest validation loss; nil for a run that failed before the first.
    public var best: Point? { validations.min { $0.loss < $1.loss } }

    /// The value of a hyperparameter.
    public func value(of knob: SweepKnob) -> Double {
      switch knob {
      case .learningRate: learningRate
      case .width: Double(width)
      case .layerCount: Double(layerCount)
      case .headCount: Double(headCount)
      case .batchSize: Double(batchSize)
      case .dropout: dropout
      }
    }

    package init(
      knob: Change, learningRate: Double, width: Int, layerCount: Int, headCount: Int,
      batchSize: Int, dropout: Double, steps: Int, parameterCount: Int, losses: [Point],
      validations: [Point], failedStep: Int? = nil
    ) {
      self.knob = knob
      self.learningRate = learningRate
      self.width = width
      self.layerCount = layerCount
      self.headCount = headCount
      self.batchSize = batchSize
      self.dropout = dropout
      self.steps = steps
      self.parameterCount = parameterCount
      self.losses = losses
      self.validations = validations
      self.failedStep = failedStep
    }
  }

  /// What a trial changes of the base.
  public enum Change: String, Codable, Sendable, CaseIterable {
    /// Nothing: the base itself.
    case base
    case learningRate, width, layerCount, headCount, batchSize, dropout
    /// All at once, to the values that did best.
    case together
    /// All at once, to the values with which the model of this run was trained.
    case used

    public init(_ knob: SweepKnob) { self = Change(rawValue: knob.rawValue)! }

    /// The one hyperparameter that is changed; nil for the base and where all may be.
    public var knob: SweepKnob? { SweepKnob(rawValue: rawValue) }
  }

  /// What the trials say about one hyperparameter, beside what the model of this run was given.
  public struct Finding: Codable, Sendable {
    public var knob: SweepKnob
    /// The value with the lowest validation loss, and that loss.
    public var bestValue: Double
    public var bestLoss: Double
    /// The base's value; its loss is that of the first trial.
    public var baseValue: Double
    /// The preset's value, with which the model of this run was trained.
    public var usedValue: Double
    public var agreement: Agreement

    package init(
      knob: SweepKnob, bestValue: Double, bestLoss: Double, baseValue: Double, usedValue: Double,
      agreement: Agreement
    ) {
      self.knob = knob
      self.bestValue = bestValue
      self.bestLoss = bestLoss
      self.baseValue = baseValue
      self.usedValue = usedValue
      self.agreement = agreement
    }
  }

  /// How the preset's value stands to the trials.
  public enum Agreement: String, Codable, Sendable, CaseIterable {
    /// It is the best of those tried.
    case same
    /// It was tried, and its loss is at most one per cent above the best.
    case close
    /// It differs from the base in the same direction as the best.
    case direction
    /// The trials point elsewhere.
    case different
  }

  /// The same setting twice: once on all training documents, once on a few of them again and again.
  public struct Overfitting: Codable, Sendable {
    public var healthy: Course
    public var overfitted: Course
    /// Validations without progress after which early stopping would have ended each.
    public var patience: Int

    package init(healthy: Course, overfitted: Course, patience: Int) {
      self.healthy = healthy
      self.overfitted = overfitted
      self.patience = patience
    }
  }

  public struct Course: Codable, Sendable {
    public var documents: Int
    public var tokens: Int
    /// How often the documents were read.
    public var epochs: Double
    public var losses: [Point]
    public var validations: [Point]
    /// The step whose parameters early stopping would have kept, and that after which it would have
    /// stopped; nil where it would not have.
    public var bestStep: Int
    public var stopStep: Int?

    package init(
      documents: Int, tokens: Int, epochs: Double, losses: [Point], validations: [Point],
      bestStep: Int, stopStep: Int? = nil
    ) {
      self.documents = documents
      self.tokens = tokens
      self.epochs = epochs
      self.losses = losses
      self.validations = validations
      self.bestStep = bestStep
      self.stopStep = stopStep
    }
  }

  /// Whether a run ended in something that is no number, or worse than where guessing begins.
  public func isFailed(_ trial: Trial) -> Bool {
    guard trial.failedStep == nil, let last = trial.validations.last else { return true }
    return last.loss > uniformLoss
  }

  /// The trial that changes all at once to the best values, or to those in use.
  public func trial(_ change: Change) -> Trial? { trials.first { $0.knob == change } }

  /// The trial with the lowest validation loss.
  public var bestTrial: Int? {
    trials.indices.filter { trials[$0].best != nil }.min {
      trials[$0].best!.loss < trials[$1].best!.loss
    }
  }

  /// The trial with the fewest parameters among those at most two per cent above the best loss; of
  /// several such the best.
  public var frugalTrial: Int? {
    guard let bestTrial, let best = trials[bestTrial].best else { return nil }
    return trials.indices.filter { (trials[$0].best?.loss ?? .infinity) <= best.loss * 1.02 }.min {
      (trials[$0].parameterCount, trials[$0].best!.loss)
        < (trials[$1].parameterCount, trials[$1].best!.loss)
    }
  }

  package init(
    trials: [Trial], tokensPerTrial: Int, contextLength: Int, validationTokens: Int,
    uniformLoss: Double, findings: [Finding], overfitting: Overfitting
  ) {
    self.trials = trials
    self.tokensPerTrial = tokensPerTrial
    self.contextLength = contextLength
    self.validationTokens = validationTokens
    self.uniformLoss = uniformLoss
    self.findings = findings
    self.overfitting = overfitting
  }
}
