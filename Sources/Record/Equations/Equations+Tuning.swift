import Foundation
import Names

/// L5b: the sweep, and learning by heart.
extension Equation {
  static let tuning: [Equation] = [
    Equation(
      "trials-change-one-thing", "L5b",
      en: "Between the base and the last two each trial changes one hyperparameter alone.",
      ja: "基準と最後の二つのあいだの試行は、どれもハイパーパラメータを一つだけ変える。"
    ) { run, comparison in
      guard let trials = run[.tuning]?.trials, let base = trials.first else { return }
      comparison.equal(base.knob, .base, "first trial")
      comparison.equal(trials.suffix(2).map(\.knob), [.together, .used], "last trials")
      for (number, trial) in trials.enumerated().dropFirst().dropLast(2) {
        let changed = SweepKnob.allCases.filter { trial.value(of: $0) != base.value(of: $0) }
        comparison.equal(
          changed.map(\.rawValue), [trial.knob.rawValue], "changes of trial \(number + 1)")
      }
    },
    Equation(
      "findings-are-the-least", "L5b",
      en: "The best value of a hyperparameter is that of the trial with the least loss.",
      ja: "ハイパーパラメータのいちばん良い値は、損失がいちばん小さい試行の値。"
    ) { run, comparison in
      guard let record = run[.tuning] else { return }
      for finding in record.findings {
        let tried = tried(finding.knob, record)
        let least = tried.compactMap { $0.best?.loss }.min() ?? .infinity
        comparison.equal(finding.bestLoss, least, "\(finding.knob): least loss")
        comparison.holds(
          tried.contains {
            $0.value(of: finding.knob) == finding.bestValue && $0.best?.loss == least
          }, "\(finding.knob): \(finding.bestValue) has the least loss")
      }
    },
    Equation(
      "findings-know-base-and-used", "L5b",
      en: "A finding names the value of the base and the value with which this model was trained.",
      ja: "結果には、基準の値と、このモデルの学習に使った値が書かれている。"
    ) { run, comparison in
      guard let record = run[.tuning], let base = record.trials.first else { return }
      for finding in record.findings {
        comparison.equal(
          finding.baseValue, base.value(of: finding.knob), "\(finding.knob): base")
        if let name = Hyperparameter(rawValue: finding.knob.rawValue),
          let used = run.hyperparameter(name)
        {
          comparison.equal(finding.usedValue, used, "\(finding.knob): used")
        }
      }
    },
    Equation(
      "agreement-follows-from-trials", "L5b",
      en: "Whether the value in use agrees with the trials follows from their losses.",
      ja: "使った値が試行と合うかどうかは、試行の損失から決まる。"
    ) { run, comparison in
      guard let record = run[.tuning] else { return }
      for finding in record.findings {
        let agrees = finding.usedValue == finding.bestValue
        comparison.equal(
          finding.agreement == .same, agrees, "\(finding.knob): the value in use is the best")
        let used = tried(finding.knob, record).first {
          $0.value(of: finding.knob) == finding.usedValue
        }
        let points =
          (finding.usedValue - finding.baseValue) * (finding.bestValue - finding.baseValue) > 0
        switch finding.agreement {
        case .same: break
        case .close:
          // Losses are kept to four decimals.
          comparison.holds(
            (used?.best?.loss ?? .infinity) <= finding.bestLoss * 1.01 + 1e-4,
            "\(finding.knob): \(finding.usedValue) is nearly as good")
        case .direction: comparison.holds(points, "\(finding.knob): the same direction")
        case .different: comparison.holds(!points, "\(finding.knob): another direction")
        }
      }
    },
    Equation(
      "together-has-the-best-values", "L5b",
      en: "One trial has the best value of each hyperparameter at once.",
      ja: "それぞれのいちばん良い値を、一度に使う試行が一つある。"
    ) { run, comparison in
      guard let record = run[.tuning], let base = record.trials.first,
        let together = record.trial(.together)
      else { return }
      for knob in SweepKnob.allCases {
        let best = record.findings.first { $0.knob == knob }?.bestValue ?? base.value(of: knob)
        comparison.equal(together.value(of: knob), best, "\(knob) of all together")
      }
    },
    Equation(
      "used-trial-has-the-values-in-use", "L5b",
      en: "The last trial has the values with which the model of this run was trained.",
      ja: "最後の試行は、このモデルの学習に使った値を使う。"
    ) { run, comparison in
      guard let record = run[.tuning], let used = record.trial(.used) else { return }
      for knob in SweepKnob.allCases {
        if let name = Hyperparameter(rawValue: knob.rawValue), let value = run.hyperparameter(name)
        {
          comparison.equal(used.value(of: knob), value, "\(knob) of the values in use")
        }
      }
    },
    Equation(
      "trial-parameters-follow-from-sizes", "L5b",
      en: "The parameters of a trial are as many as its width and depth ask for.",
      ja: "試行のパラメータ数は、その幅とブロックの数から決まる。"
    ) { run, comparison in
      guard let record = run[.tuning], let model = run[.architecture] else { return }
      for (number, trial) in record.trials.enumerated() {
        comparison.equal(
          trial.parameterCount,
          ArchitectureRecord.parameterCount(
            layers: trial.layerCount, width: trial.width, context: record.contextLength,
            vocabulary: model.vocabularySize), "parameters of trial \(number + 1)")
      }
    },
    Equation(
      "trials-read-alike", "L5b",
      en: "All trials read the same number of tokens, but for those that failed on the way.",
      ja: "途中で失敗したものを除いて、どの試行も同じ数のトークンを読む。"
    ) { run, comparison in
      guard let record = run[.tuning] else { return }
      for (number, trial) in record.trials.enumerated() {
        let planned = max(1, record.tokensPerTrial / max(1, trial.batchSize * record.contextLength))
        if let failed = trial.failedStep {
          comparison.holds(
            trial.steps <= planned && (trial.steps == failed || trial.steps == failed - 1),
            "trial \(number + 1) failed at step \(failed) of \(planned) after \(trial.steps)")
        } else {
          comparison.equal(trial.steps, planned, "steps of trial \(number + 1)")
        }
      }
    },
    Equation(
      "curves-go-forward", "L5b",
      en: "The points of each curve follow each other, and none lies behind the last step.",
      ja: "曲線の点は順に並び、最後のステップより後にはない。"
    ) { run, comparison in
      guard let record = run[.tuning] else { return }
      for (number, trial) in record.trials.enumerated() {
        let last = trial.losses.last?.step ?? 0
        comparison.equal(last, trial.steps, "last point of trial \(number + 1)")
        curves(trial.losses, trial.validations, "trial \(number + 1)", &comparison)
      }
      for course in [record.overfitting.healthy, record.overfitting.overfitted] {
        curves(
          course.losses, course.validations, "\(course.documents) documents", &comparison)
      }
    },
    Equation(
      "uniform-loss-is-logarithm", "L5b",
      en: "Guessing blindly costs the logarithm of the number of tokens.",
      ja: "当てずっぽうの損失は、トークンの種類の数の対数。"
    ) { run, comparison in
      guard let record = run[.tuning], let model = run[.architecture] else { return }
      comparison.close(
        record.uniformLoss, log(Double(model.vocabularySize)), within: 1e-12, "uniform loss")
    },
    Equation(
      "healthy-run-reads-all", "L5b",
      en: "The healthy run reads the whole training part, the other only some of it.",
      ja: "健全なほうは訓練用の文書すべてを読み、もう一方はその一部だけを読む。"
    ) { run, comparison in
      guard let record = run[.tuning], let part = run.part(.training) else { return }
      let (healthy, other) = (record.overfitting.healthy, record.overfitting.overfitted)
      comparison.equal(healthy.documents, part.documents, "documents of the healthy run")
      comparison.equal(healthy.tokens, part.tokens, "tokens of the healthy run")
      comparison.holds(
        other.documents <= part.documents && other.tokens <= part.tokens,
        "\(other.tokens) of \(part.tokens) tokens")
    },
    Equation(
      "epochs-are-tokens-read", "L5b",
      en: "How often documents were read is tokens read over tokens that there are.",
      ja: "文書を何周読んだかは、読んだトークン数を全体のトークン数で割ったもの。"
    ) { run, comparison in
      guard let record = run[.tuning], let base = record.trials.first else { return }
      for course in [record.overfitting.healthy, record.overfitting.overfitted] {
        let read = (course.losses.last?.step ?? 0) * base.batchSize * record.contextLength
        comparison.equal(
          course.epochs, (Double(read) / Double(course.tokens) * 10).rounded() / 10,
          "epochs of \(course.documents) documents")
      }
    },
    Equation(
      "early-stopping-follows-from-curve", "L5b",
      en: "Early stopping keeps the least loss so far and stops when patience runs out.",
      ja: "早期終了は、それまででいちばん小さい損失を残し、我慢の回数が尽きたら止まる。"
    ) { run, comparison in
      guard let record = run[.tuning] else { return }
      for course in [record.overfitting.healthy, record.overfitting.overfitted] {
        let points = course.validations
        guard let best = points.firstIndex(where: { $0.step == course.bestStep }) else {
          comparison.holds(points.isEmpty, "step \(course.bestStep) is a validation")
          continue
        }
        let end = course.stopStep.flatMap { stop in points.firstIndex { $0.step == stop } }
        comparison.holds(
          points[...(end ?? points.count - 1)].allSatisfy { $0.loss >= points[best].loss },
          "step \(course.bestStep) has the least loss")
        if course.stopStep != nil {
          comparison.equal(
            (end ?? -1) - best, record.overfitting.patience, "validations without progress")
        } else {
          comparison.holds(
            points.count - 1 - best < record.overfitting.patience,
            "\(points.count - 1 - best) validations without progress")
        }
      }
    },
  ]

  /// The base and the trials that change one hyperparameter.
  private static func tried(
    _ knob: SweepKnob, _ record: TuningRecord
  ) -> [TuningRecord.Trial] {
    record.trials.filter { $0.knob == .base || $0.knob.knob == knob }
  }

  private static func curves(
    _ losses: [TuningRecord.Point], _ validations: [TuningRecord.Point], _ what: String,
    _ comparison: inout Comparison
  ) {
    comparison.rising([0] + losses.map(\.step), "\(what), points of the loss")
    comparison.rising([0] + validations.map(\.step), "\(what), validations")
    if let last = losses.last, let judged = validations.last {
      comparison.holds(
        judged.step <= last.step, "\(what): last validation \(judged.step) ≤ \(last.step)")
    }
  }
}
