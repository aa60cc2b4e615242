import Charts
import Names
import Record

/// L5b: the sweep and over-fitting.
extension RecordedValue {
  static let tuning: [RecordedValue] = [
    .init("tuning.runs", "runs of the sweep", .tuning, count: \.trials.count),
    .init(
      "tuning.failed", "runs that failed: worse than guessing, or no number", .tuning,
      count: { $0.trials.filter($0.isFailed).count }),
    .init(
      "tuning.tokens", "tokens that the base run read", .tuning,
      count: { $0.tokens(inSteps: $0.base?.steps) }),
    .init("tuning.context", "tokens of a row in the sweep", .tuning, count: \.contextLength),
    .init("tuning.batch", "batch of the base", .tuning, count: \.base?.batchSize),
    .init("tuning.steps", "steps of the base", .tuning, count: \.base?.steps),
    .init("tuning.width", "width of the base", .tuning, count: \.base?.width),
    .init("tuning.layers", "layers of the base", .tuning, count: \.base?.layerCount),
    .init(
      "tuning.learningRate", "learning rate of the base", .tuning,
      text: { $0.base.map { Numbers.brief($0.learningRate) } }),
    .init(
      "tuning.baseLoss", "lowest validation loss of the base", .tuning, places: 3,
      \.base?.best?.loss),
    .init(
      "tuning.bestLoss", "lowest validation loss of all runs", .tuning, places: 3,
      \.best?.best?.loss),
    .init(
      "tuning.bestParameters", "parameters of that run", .tuning, count: \.best?.parameterCount),
    .init(
      "tuning.frugalLoss", "lowest loss of the smallest run within 2% of the best", .tuning,
      places: 3, \.frugal?.best?.loss),
    .init(
      "tuning.frugalParameters", "parameters of that run", .tuning, count: \.frugal?.parameterCount),
    .init(
      "tuning.frugalRatio", "its loss over the lowest of all", .tuning, places: 3,
      { tuning in
        guard let loss = tuning.frugal?.best?.loss, let least = tuning.best?.best?.loss
        else { return nil }
        return loss / least
      }),
    .init(
      "tuning.guessing", "loss of pure guessing, ln(vocabulary)", .tuning, places: 3, \.uniformLoss),
    .init("tuning.knobs", "hyperparameters that were changed", .tuning, count: \.findings.count),
    .init(
      "tuning.agreeing", "those where sweep and preset do not contradict each other", .tuning,
      count: { $0.findings.filter { $0.agreement != .different }.count }),
    .init(
      "tuning.contradicted", "those where the sweep points elsewhere than the preset",
      text: { shown in
        let names = shown.run[.tuning]?.findings.filter { $0.agreement == .different }
          .map { $0.knob.hyperparameter.title[shown.language] }
        return names.flatMap { $0.isEmpty ? nil : listed($0, shown.language) }
      }),
    .init(
      "tuning.togetherLoss", "lowest validation loss of the best values together", .tuning,
      places: 3, { $0.trial(.together)?.best?.loss }),
    .init(
      "tuning.usedLoss", "that of a run with the values of the preset", .tuning,
      places: 3, { $0.trial(.used)?.best?.loss }),
    .init(
      "tuning.strongest",
      "the hyperparameter that changed the loss most among runs that did not fail",
      text: { $0.run[.tuning]?.strongest?.knob.hyperparameter.title[$0.language] }),
    .init(
      "tuning.strongestSpread", "from its best to its worst loss", .tuning, places: 3,
      \.strongest?.spread),
    .init(
      "tuning.weakest", "the one that changed it least",
      text: { $0.run[.tuning]?.weakest?.knob.hyperparameter.title[$0.language] }),
    .init(
      "tuning.weakestSpread", "from its best to its worst loss", .tuning, places: 3,
      \.weakest?.spread),
    .init(
      "overfit.documents", "documents of the over-fitted run", .tuning,
      count: \.overfitting.overfitted.documents),
    .init(
      "overfit.tokens", "tokens of those documents", .tuning,
      count: \.overfitting.overfitted.tokens),
    .init(
      "overfit.read", "tokens that it read in all", .tuning,
      count: { $0.tokens(inSteps: $0.overfitting.overfitted.losses.last?.step) }),
    .init(
      "overfit.epochs", "how often it read them", .tuning, places: 1,
      \.overfitting.overfitted.epochs),
    .init(
      "overfit.trainingLoss", "its training loss at the end", .tuning, places: 3,
      \.overfitting.overfitted.losses.last?.loss),
    .init(
      "overfit.bestLoss", "its lowest validation loss", .tuning, places: 3,
      { $0.overfitting.overfitted.validations.map(\.loss).min() }),
    .init(
      "overfit.bestStep", "the step at which that was measured", .tuning,
      count: \.overfitting.overfitted.bestStep),
    .init(
      "overfit.lastLoss", "its validation loss at the end", .tuning, places: 3,
      \.overfitting.overfitted.validations.last?.loss),
    .init(
      "overfit.healthyLoss", "that of the run on all documents", .tuning, places: 3,
      \.overfitting.healthy.validations.last?.loss),
    .init(
      "overfit.patience", "looks without progress after which one stops", .tuning,
      count: \.overfitting.patience),
    .init(
      "overfit.stopStep", "the step after which early stopping would have stopped it", .tuning,
      count: \.overfitting.overfitted.stopStep),
  ]

  /// Names one after another, as people list them.
  private static func listed(_ names: [String], _ language: Language) -> String {
    switch language {
    case .english:
      names.count < 2
        ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.last!
    case .japanese: names.joined(separator: "、")
    }
  }
}

extension TuningRecord {
  fileprivate var base: Trial? { trials.first }
  fileprivate var best: Trial? { bestTrial.map { trials[$0] } }
  fileprivate var frugal: Trial? { frugalTrial.map { trials[$0] } }

  /// Tokens that a run with the base's batch reads.
  fileprivate func tokens(inSteps steps: Int?) -> Int? {
    guard let steps, let base else { return nil }
    return steps * base.batchSize * contextLength
  }

  fileprivate typealias Spread = (knob: SweepKnob, spread: Double)

  fileprivate var strongest: Spread? { spreads.max { $0.spread < $1.spread } }
  fileprivate var weakest: Spread? { spreads.min { $0.spread < $1.spread } }

  /// How far apart the runs of each hyperparameter lie, the base among them, without those that failed: how
  /// high a run flies that has lost its way says nothing about the others.
  private var spreads: [Spread] {
    findings.map { finding in
      let losses = trials.filter { [.init(finding.knob), .base].contains($0.knob) }
        .filter { !isFailed($0) }.compactMap { $0.best?.loss }
      return (finding.knob, (losses.max() ?? 0) - (losses.min() ?? 0))
    }
  }
}
