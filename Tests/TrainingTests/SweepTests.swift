import Names
import Numerics
import Testing
import Transformer

@testable import Training

struct SweepTests {
  @Test(arguments: [1, 2]) func everyCandidateIsTrainedAndJudged(threads: Int) throws {
    let candidates = [(8, 1e-2), (16, 1e-2), (8, 1e30)].map { width, rate in
      var options = TrainingOptions()
      (options.steps, options.batch, options.context) = (12, 4, 8)
      (options.learningRate, options.warmupSteps) = (Float(rate), 0)
      options.minimumLearningRate = 0
      options.evaluationInterval = 4
      return SweepCandidate(
        name: "width \(width)",
        configuration: Configuration(
          layerCount: 1, headCount: 2, width: width, contextLength: 8, vocabularySize: 8),
        options: options)
    }
    let validation = try ValidationBatches(
      from: TrainerTests.source(seed: 6), count: 2, batch: 4, context: 8)
    let results = try Sweep.run(
      candidates, validation: validation, pool: WorkerPool(threadCount: threads)
    ) { _ throws(TrainingError) in
      try WindowSampler(tokens: (0..<500).map { Int32($0 % 8) }, context: 8, seed: 1)
    }.compactMap { $0 }
    #expect(results.map(\.name) == ["width 8", "width 16", "width 8"])
    #expect(results[0].validations.map(\.step) == [4, 8, 12])
    #expect(results[0].losses.count == 12)
    #expect(results[0].failedStep == nil)
    #expect(results[0].parameterCount < results[1].parameterCount)
    let best = try #require(results[0].best)
    #expect(best.loss <= results[0].validations[0].loss)
    // A learning rate without measure ends in something that is no number.
    #expect(results[2].failedStep != nil)
  }

  @Test func aCancelledSweepKeepsWhatWasFinished() throws {
    let candidates = SweepPlan(base: Self.base, values: [.width: [16, 32]]).oneAtATime.map {
      SweepCandidate($0, context: 8, vocabularySize: 8, tokens: 256, seed: 1)
    }
    let validation = try ValidationBatches(
      from: TrainerTests.source(seed: 6), count: 1, batch: 4, context: 8)
    let cancellation = Cancellation()
    let results = try Sweep.run(
      candidates, validation: validation, pool: WorkerPool(threadCount: 1),
      cancellation: cancellation, onFinish: { _, _ in cancellation.cancel() },
      source: { _ throws(TrainingError) in
        try WindowSampler(tokens: (0..<500).map { Int32($0 % 8) }, context: 8, seed: 1)
      })
    #expect(results.map { $0?.name } == ["base", nil, nil])
  }

  static let base = SweepSetting(
    learningRate: 1e-2, width: 8, layerCount: 1, headCount: 2, batchSize: 4, dropout: 0)

  @Test func oneAtATimeChangesOneValueOfTheBase() {
    let plan = SweepPlan(
      base: Self.base, values: [.learningRate: [1e-3, 1e-2, 0.1], .batchSize: [8, 8]])
    #expect(
      plan.oneAtATime.map(\.name)
        == ["base", "learningRate 0.001", "learningRate 0.1", "batchSize 8"])
    for trial in plan.oneAtATime.dropFirst() {
      let different = SweepKnob.allCases.filter { trial.setting[$0] != Self.base[$0] }
      #expect(different == [trial.knob])
    }
  }

  @Test func aGridHasEveryCombinationOnce() {
    let plan = SweepPlan(base: Self.base, values: [.width: [8, 16], .dropout: [0, 0.1, 0.2]])
    let pairs = plan.grid.map { [Double($0.setting.width), $0.setting.dropout] }
    #expect(pairs == [[8, 0], [8, 0.1], [8, 0.2], [16, 0], [16, 0.1], [16, 0.2]])
    #expect(plan.grid.allSatisfy { $0.setting.headCount == 2 && $0.setting.batchSize == 4 })
  }

  @Test func runsReadTheSameNumberOfTokensWhateverTheirBatch() {
    let plan = SweepPlan(base: Self.base, values: [.batchSize: [2, 16]])
    let tokens = plan.oneAtATime.map { trial in
      let options = SweepCandidate(
        trial, context: 8, vocabularySize: 8, tokens: 1280, seed: 1
      ).options
      return options.steps * options.batch * options.context
    }
    #expect(tokens == [1280, 1280, 1280])
  }
}
