import Charts
import Figures
import Names
import Record

/// L5b's sweep and over-fitting.
extension RecordedValue {
  static let tuning: [RecordedValue] = [
    RecordedValue("tuning.runs", "runs of the sweep", count: { run, _ in run.tuning.trials.count }),
    RecordedValue(
      "tuning.failed", "runs that failed: worse than guessing, or no number",
      count: { run, _ in run.tuning.trials.filter(run.tuning.isFailed).count }),
    RecordedValue(
      "tuning.tokens", "tokens that the base run read",
      count: { run, _ in base(run).map { tokens($0, run) } }),
    RecordedValue("tuning.context", "tokens of a row in the sweep") { run, _ in
      Numbers.count(run.tuning.contextLength)
    },
    RecordedValue("tuning.batch", "batch of the base", count: { run, _ in base(run)?.batchSize }),
    RecordedValue("tuning.steps", "steps of the base", count: { run, _ in base(run)?.steps }),
    RecordedValue(
      "tuning.width", "width of the base", count: { run, _ in base(run)?.width }),
    RecordedValue(
      "tuning.layers", "layers of the base", count: { run, _ in base(run)?.layerCount }),
    RecordedValue("tuning.learningRate", "learning rate of the base") { run, _ in
      base(run).map { Numbers.brief($0.learningRate) }
    },
    RecordedValue("tuning.baseLoss", "lowest validation loss of the base", places: 3) { run, _ in
      base(run)?.best?.loss
    },
    RecordedValue("tuning.bestLoss", "lowest validation loss of all runs", places: 3) { run, _ in
      best(run)?.best?.loss
    },
    RecordedValue(
      "tuning.bestParameters", "parameters of that run",
      count: { run, _ in best(run)?.parameterCount }
    ),
    RecordedValue(
      "tuning.frugalLoss", "lowest loss of the smallest run within 2% of the best", places: 3
    ) { run, _ in frugal(run)?.best?.loss },
    RecordedValue(
      "tuning.frugalParameters", "parameters of that run",
      count: { run, _ in frugal(run)?.parameterCount }),
    RecordedValue("tuning.frugalRatio", "its loss over the lowest of all", places: 3) { run, _ in
      guard let loss = frugal(run)?.best?.loss, let least = best(run)?.best?.loss else {
        return nil
      }
      return loss / least
    },
    RecordedValue("tuning.guessing", "loss of pure guessing, ln(vocabulary)", places: 3) {
      run, _ in run.tuning.uniformLoss
    },
    RecordedValue(
      "tuning.knobs", "hyperparameters that were changed",
      count: { run, _ in run.tuning.findings.count }),
    RecordedValue(
      "tuning.agreeing", "those where sweep and preset do not contradict each other",
      count: { run, _ in run.tuning.findings.filter { $0.agreement != .different }.count }),
    RecordedValue("tuning.bestRate", "the best learning rate of the sweep") { run, _ in
      rate(run).map { Numbers.brief($0.bestValue) }
    },
    RecordedValue("tuning.usedRate", "the learning rate of the real model") { run, _ in
      rate(run).map { Numbers.brief($0.usedValue) }
    },
    RecordedValue("tuning.strongest", "the hyperparameter that changed the loss most") { run, _ in
      spreads(run).max { $0.spread < $1.spread }?.knob.rawValue
    },
    RecordedValue("tuning.strongestSpread", "from its best to its worst loss", places: 3) {
      run, _ in spreads(run).map(\.spread).max()
    },
    RecordedValue("tuning.weakest", "the one that changed it least") { run, _ in
      spreads(run).min { $0.spread < $1.spread }?.knob.rawValue
    },
    RecordedValue("tuning.weakestSpread", "from its best to its worst loss", places: 3) {
      run, _ in spreads(run).map(\.spread).min()
    },
    RecordedValue(
      "overfit.documents", "documents of the over-fitted run",
      count: { run, _ in run.tuning.overfitting.overfitted.documents }),
    RecordedValue(
      "overfit.tokens", "tokens of those documents",
      count: { run, _ in run.tuning.overfitting.overfitted.tokens }),
    RecordedValue(
      "overfit.read", "tokens that it read in all",
      count: { run, _ in
        guard let base = base(run), let last = run.tuning.overfitting.overfitted.losses.last
        else { return nil }
        return last.step * base.batchSize * run.tuning.contextLength
      }),
    RecordedValue("overfit.epochs", "how often it read them", places: 1) { run, _ in
      run.tuning.overfitting.overfitted.epochs
    },
    RecordedValue("overfit.trainingLoss", "its training loss at the end", places: 3) { run, _ in
      run.tuning.overfitting.overfitted.losses.last?.loss
    },
    RecordedValue("overfit.bestLoss", "its lowest validation loss", places: 3) { run, _ in
      run.tuning.overfitting.overfitted.validations.map(\.loss).min()
    },
    RecordedValue(
      "overfit.bestStep", "the step at which that was measured",
      count: { run, _ in run.tuning.overfitting.overfitted.bestStep }),
    RecordedValue("overfit.lastLoss", "its validation loss at the end", places: 3) { run, _ in
      run.tuning.overfitting.overfitted.validations.last?.loss
    },
    RecordedValue("overfit.healthyLoss", "that of the run on all documents", places: 3) { run, _ in
      run.tuning.overfitting.healthy.validations.last?.loss
    },
    RecordedValue(
      "overfit.patience", "looks without progress after which one stops",
      count: { run, _ in run.tuning.overfitting.patience }),
    RecordedValue(
      "overfit.stopStep", "the step after which early stopping would have stopped it",
      count: { run, _ in run.tuning.overfitting.overfitted.stopStep }),
  ]

  /// How far apart the runs of each hyperparameter lie, the base among them.
  private static func spreads(_ run: Run) -> [(knob: SweepKnob, spread: Double)] {
    run.tuning.findings.map { finding in
      let losses = run.tuning.trials.filter { [.init(finding.knob), .base].contains($0.knob) }
        .compactMap { $0.best?.loss }
      return (finding.knob, (losses.max() ?? 0) - (losses.min() ?? 0))
    }
  }

  private static func base(_ run: Run) -> TuningRecord.Trial? { run.tuning.trials.first }

  private static func best(_ run: Run) -> TuningRecord.Trial? {
    run.tuning.bestTrial.map { run.tuning.trials[$0] }
  }

  private static func frugal(_ run: Run) -> TuningRecord.Trial? {
    run.tuning.frugalTrial.map { run.tuning.trials[$0] }
  }

  private static func rate(_ run: Run) -> TuningRecord.Finding? {
    run.tuning.findings.first { $0.knob == .learningRate }
  }

  private static func tokens(_ trial: TuningRecord.Trial, _ run: Run) -> Int {
    trial.steps * trial.batchSize * run.tuning.contextLength
  }
}
