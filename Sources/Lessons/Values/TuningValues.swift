import Charts
import Names
import Record

/// L5b: the sweep and over-fitting.
extension RecordedValue {
  static let tuning: [RecordedValue] = [
    RecordedValue("tuning.runs", "runs of the sweep", .tuning, count: \.trials.count),
    RecordedValue(
      "tuning.failed", "runs that failed: worse than guessing, or no number", .tuning,
      count: { $0.trials.filter($0.isFailed).count }),
    RecordedValue(
      "tuning.tokens", "tokens that the base run read", .tuning,
      count: { $0.tokens(inSteps: $0.base?.steps) }),
    RecordedValue(
      "tuning.context", "tokens of a row in the sweep", .tuning, count: \.contextLength),
    RecordedValue("tuning.batch", "batch of the base", .tuning, count: \.base?.batchSize),
    RecordedValue("tuning.steps", "steps of the base", .tuning, count: \.base?.steps),
    RecordedValue("tuning.width", "width of the base", .tuning, count: \.base?.width),
    RecordedValue("tuning.layers", "layers of the base", .tuning, count: \.base?.layerCount),
    RecordedValue(
      "tuning.learningRate", "learning rate of the base", .tuning,
      text: { $0.base.map { Numbers.brief($0.learningRate) } }),
    RecordedValue(
      "tuning.baseLoss", "lowest validation loss of the base", .tuning, places: 3,
      \.base?.best?.loss),
    RecordedValue(
      "tuning.bestLoss", "lowest validation loss of all runs", .tuning, places: 3,
      \.best?.best?.loss),
    RecordedValue(
      "tuning.bestParameters", "parameters of that run", .tuning, count: \.best?.parameterCount),
    RecordedValue(
      "tuning.frugalLoss", "lowest loss of the smallest run within 2% of the best", .tuning,
      places: 3, \.frugal?.best?.loss),
    RecordedValue(
      "tuning.frugalParameters", "parameters of that run", .tuning,
      count: \.frugal?.parameterCount),
    RecordedValue(
      "tuning.frugalRatio", "its loss over the lowest of all", .tuning, places: 3,
      { tuning in
        guard let loss = tuning.frugal?.best?.loss, let least = tuning.best?.best?.loss
        else { return nil }
        return loss / least
      }),
    RecordedValue(
      "tuning.guessing", "loss of pure guessing, ln(vocabulary)", .tuning, places: 3,
      \.uniformLoss),
    RecordedValue(
      "tuning.knobs", "hyperparameters that were changed", .tuning, count: \.findings.count),
    RecordedValue(
      "tuning.agreeing", "those where sweep and preset do not contradict each other", .tuning,
      count: { $0.findings.filter { $0.agreement != .different }.count }),
    RecordedValue(
      "tuning.bestRate", "the best learning rate of the sweep", .tuning,
      text: { $0.rate.map { Numbers.brief($0.bestValue) } }),
    RecordedValue(
      "tuning.usedRate", "the learning rate of the real model", .tuning,
      text: { $0.rate.map { Numbers.brief($0.usedValue) } }),
    RecordedValue(
      "tuning.strongest", "the hyperparameter that changed the loss most", .tuning,
      text: \.strongest?.knob.rawValue),
    RecordedValue(
      "tuning.strongestSpread", "from its best to its worst loss", .tuning, places: 3,
      \.strongest?.spread),
    RecordedValue(
      "tuning.weakest", "the one that changed it least", .tuning, text: \.weakest?.knob.rawValue),
    RecordedValue(
      "tuning.weakestSpread", "from its best to its worst loss", .tuning, places: 3,
      \.weakest?.spread),
    RecordedValue(
      "overfit.documents", "documents of the over-fitted run", .tuning,
      count: \.overfitting.overfitted.documents),
    RecordedValue(
      "overfit.tokens", "tokens of those documents", .tuning,
      count: \.overfitting.overfitted.tokens),
    RecordedValue(
      "overfit.read", "tokens that it read in all", .tuning,
      count: { $0.tokens(inSteps: $0.overfitting.overfitted.losses.last?.step) }),
    RecordedValue(
      "overfit.epochs", "how often it read them", .tuning, places: 1,
      \.overfitting.overfitted.epochs),
    RecordedValue(
      "overfit.trainingLoss", "its training loss at the end", .tuning, places: 3,
      \.overfitting.overfitted.losses.last?.loss),
    RecordedValue(
      "overfit.bestLoss", "its lowest validation loss", .tuning, places: 3,
      { $0.overfitting.overfitted.validations.map(\.loss).min() }),
    RecordedValue(
      "overfit.bestStep", "the step at which that was measured", .tuning,
      count: \.overfitting.overfitted.bestStep),
    RecordedValue(
      "overfit.lastLoss", "its validation loss at the end", .tuning, places: 3,
      \.overfitting.overfitted.validations.last?.loss),
    RecordedValue(
      "overfit.healthyLoss", "that of the run on all documents", .tuning, places: 3,
      \.overfitting.healthy.validations.last?.loss),
    RecordedValue(
      "overfit.patience", "looks without progress after which one stops", .tuning,
      count: \.overfitting.patience),
    RecordedValue(
      "overfit.stopStep", "the step after which early stopping would have stopped it", .tuning,
      count: \.overfitting.overfitted.stopStep),
  ]
}

extension TuningRecord {
  fileprivate var base: Trial? { trials.first }
  fileprivate var best: Trial? { bestTrial.map { trials[$0] } }
  fileprivate var frugal: Trial? { frugalTrial.map { trials[$0] } }
  fileprivate var rate: Finding? { findings.first { $0.knob == .learningRate } }

  /// Tokens that a run with the base's batch reads.
  fileprivate func tokens(inSteps steps: Int?) -> Int? {
    guard let steps, let base else { return nil }
    return steps * base.batchSize * contextLength
  }

  fileprivate typealias Spread = (knob: SweepKnob, spread: Double)

  fileprivate var strongest: Spread? { spreads.max { $0.spread < $1.spread } }
  fileprivate var weakest: Spread? { spreads.min { $0.spread < $1.spread } }

  /// How far apart the runs of each hyperparameter lie, the base among them.
  private var spreads: [Spread] {
    findings.map { finding in
      let losses = trials.filter { [.init(finding.knob), .base].contains($0.knob) }
        .compactMap { $0.best?.loss }
      return (finding.knob, (losses.max() ?? 0) - (losses.min() ?? 0))
    }
  }
}
