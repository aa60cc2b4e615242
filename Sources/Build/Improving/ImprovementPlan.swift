import Names
import Record
import Training

/// How a version learns on: everything that is chosen before its first step.
package struct ImprovementPlan: Sendable {
  package var way = FineTuningWay.all
  package var steps: Int
  package var learningRate: Float
  /// Rows of a batch, and how many of them hold examples: where all do, nothing is replayed.
  package var batchSize: Int
  package var exampleRows: Int
  package var contextLength: Int
  /// Earlier documents from which rows are filled, at most.
  package var replayLimit: Int
  /// How often is looked at what was learned so far.
  package var looks: Int
  package var seed: UInt64

  package var replays: Bool { exampleRows < batchSize }

  /// What the recorded versions learn with.
  package init(_ settings: BuildSettings) {
    (batchSize, contextLength) = (8, settings.contextLength)
    seed = settings.seed
    switch settings.preset {
    case .trial: (steps, learningRate, exampleRows, replayLimit, looks) = (12, 1e-3, 2, 200, 4)
    case .tiny: (steps, learningRate, exampleRows, replayLimit, looks) = (120, 2e-3, 2, 1000, 6)
    case .standard, .large:
      (steps, learningRate, exampleRows, replayLimit, looks) = (300, 1e-3, 2, 6000, 12)
    }
  }

  /// How many facts of the town change after training.
  package static func changedFacts(_ preset: Preset) -> Int {
    switch preset {
    case .trial: 3
    case .tiny: 4
    case .standard, .large: 12
    }
  }

  /// The same without a document that was learned before.
  package var withoutReplay: ImprovementPlan {
    var plan = self
    plan.exampleRows = batchSize
    return plan
  }

  var options: TrainingOptions {
    var options = TrainingOptions()
    (options.steps, options.batch, options.context) = (steps, batchSize, contextLength)
    options.learningRate = learningRate
    options.minimumLearningRate = 0
    options.warmupSteps = min(10, steps / 4)
    // It would pull what was learned towards nothing, and no step of these would mend that.
    options.weightDecay = 0
    options.seed = seed
    return options
  }
}

extension FineTuningWay {
  package var name: ImprovementWay {
    switch self {
    case .all: .all
    case .lastBlock: .lastBlock
    case .lowRank: .lowRank
    }
  }

  var rank: Int? { if case .lowRank(let rank) = self { rank } else { nil } }
}
