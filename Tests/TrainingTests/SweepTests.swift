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
    }
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
}
