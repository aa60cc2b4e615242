import Names
import Transformer

/// Which settings a sweep tries: a base, and other values for some of its hyperparameters.
public struct SweepPlan: Sendable {
  public var base: SweepSetting
  /// Values to try by hyperparameter; the base's own may be among them.
  public var values: [SweepKnob: [Double]]

  public init(base: SweepSetting, values: [SweepKnob: [Double]]) {
    self.base = base
    self.values = values
  }

  /// One run of the plan.
  public struct Trial: Sendable, Equatable {
    /// What is different from the base; nil for the base itself, and where several may differ.
    public var knob: SweepKnob?
    public var setting: SweepSetting

    public init(knob: SweepKnob?, setting: SweepSetting) {
      self.knob = knob
      self.setting = setting
    }

    /// For instance `width 64`.
    public var name: String {
      guard let knob else { return "base" }
      let value = setting[knob]
      return knob.rawValue + " " + (value == value.rounded() ? "\(Int(value))" : "\(value)")
    }
  }

  /// The base first, then every other value of one hyperparameter after another.
  public var oneAtATime: [Trial] {
    [Trial(knob: nil, setting: base)]
      + SweepKnob.allCases.flatMap { knob in
        distinct(knob).filter { $0 != base[knob] }.map { value in
          var setting = base
          setting[knob] = value
          return Trial(knob: knob, setting: setting)
        }
      }
  }

  /// Every combination of the values, the last hyperparameter changing fastest.
  public var grid: [Trial] {
    SweepKnob.allCases.reduce([Trial(knob: nil, setting: base)]) { trials, knob in
      guard values[knob] != nil else { return trials }
      return trials.flatMap { trial in
        distinct(knob).map { value in
          var trial = trial
          trial.setting[knob] = value
          return trial
        }
      }
    }
  }

  /// Values in their order, each once.
  private func distinct(_ knob: SweepKnob) -> [Double] {
    (values[knob] ?? []).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension SweepCandidate {
  /// A trial as a run that reads about `tokens` tokens, whatever its batch: so runs are compared
  /// at equal reading.
  ///
  /// It warms up over a tenth of its steps, decays to a tenth of its learning rate and is judged
  /// `evaluations` times.
  public init(
    _ trial: SweepPlan.Trial, context: Int, vocabularySize: Int, tokens: Int,
    evaluations: Int = 6, seed: UInt64
  ) {
    let setting = trial.setting
    let steps = max(1, tokens / (setting.batchSize * context))
    var options = TrainingOptions()
    options.steps = steps
    options.batch = setting.batchSize
    options.context = context
    options.learningRate = Float(setting.learningRate)
    options.minimumLearningRate = options.learningRate / 10
    options.warmupSteps = max(1, steps / 10)
    options.dropout = Float(setting.dropout)
    options.evaluationInterval = max(1, steps / evaluations)
    options.normInterval = 0
    options.seed = seed
    self.init(
      name: trial.name,
      configuration: Configuration(
        layerCount: setting.layerCount, headCount: setting.headCount, width: setting.width,
        contextLength: context, vocabularySize: vocabularySize, dropout: options.dropout),
      options: options)
  }
}
