import Names
import Numerics
import Testing
import Transformer

@testable import Training

struct TrainerTests {
  @Test func lossFallsOnATaskThatCanBeLearned() throws {
    let trainer = try trainer()
    let first = try #require(trainer.validationLoss())
    let outcome = try trainer.run()
    #expect(outcome == .finished)
    #expect(abs(first - 2.08) < 0.1)  // ln 8
    #expect(try #require(trainer.validationLoss()) < 1)
    #expect(trainer.reports.map(\.step) == Array(1...60))
    #expect(trainer.reports.allSatisfy { $0.gradientNorm > 0 && $0.clipFactor <= 1 })
  }

  @Test(arguments: [2, 3]) func bitsDoNotDependOnThreads(threads: Int) throws {
    let one = try trainer(steps: 12, dropout: 0.1)
    let many = try trainer(steps: 12, dropout: 0.1, threads: threads)
    _ = try one.run()
    _ = try many.run()
    #expect(one.reports == many.reports)
    #expect(bits(one) == bits(many))
  }

  @Test func accumulatedBatchesAreAveraged() throws {
    let trainer = try trainer(steps: 1, accumulation: 2)
    let report = try trainer.step()
    var source = try Self.source()
    let size = trainer.options.batch * trainer.options.context
    var inputs = [Int32](repeating: 0, count: size)
    var targets = inputs
    let fresh = Parameters(configuration: trainer.parameters.configuration)
    fresh.initialize(seed: 1)
    let model = Model(
      parameters: fresh, batch: trainer.options.batch, positions: trainer.options.context,
      pool: WorkerPool(threadCount: 1), keepsGradients: false)
    var sum: Float = 0
    for _ in 0..<2 {
      inputs.withUnsafeMutableBufferPointer { inputs in
        targets.withUnsafeMutableBufferPointer { targets in
          source.next(inputs: inputs, targets: targets)
          sum += model.forward(
            inputs: .init(inputs), targets: .init(targets), batch: trainer.options.batch,
            positions: trainer.options.context)
        }
      }
    }
    #expect(abs(report.loss - sum / 2) < 1e-6)
  }

  @Test func averagedWeightsAreJudgedAndKept() throws {
    let trainer = try trainer(steps: 3, averaging: 0.5)
    var weight = trainer.parameters.values[7]
    var mean = weight
    for step in 1...3 {
      _ = try trainer.step()
      weight = trainer.parameters.values[7]
      // 1/11, 2/12, 3/13: a young mean forgets fast.
      let kept = Float(step) / Float(step + 10)
      mean = kept * mean + (1 - kept) * weight
    }
    let average = try #require(trainer.weightAverage).average
    #expect(abs(average.values[7] - mean) < 1e-6)
    #expect(weight != mean)
    let judged = try #require(try trainer.evaluate())
    #expect(trainer.parameters.values[7] == weight)
    trainer.keepBestParameters()
    #expect(trainer.parameters.values[7] == average.values[7])
    #expect(try #require(trainer.validation).loss(of: trainer.model) == judged)
  }

  @Test func clippingLimitsTheGradient() throws {
    let trainer = try trainer(steps: 1, clip: 0.01)
    let report = try trainer.step()
    #expect(report.gradientNorm > 0.01)
    #expect(abs(report.gradientNorm * report.clipFactor - 0.01) < 1e-6)
    #expect(abs(report.gradientNorms.total - report.gradientNorm) < 1e-5)
  }

  /// Moments begin at 0, so after one step they are the gradient that the optimizer was given.
  @Test(arguments: [(0.01, 1), (0.01, 3), (0, 1), (0, 3), (1000, 2)] as [(Float, Int)])
  func theOptimizerIsGivenTheClippedMean(clip: Float, accumulation: Int) throws {
    let trainer = try trainer(steps: 1, clip: clip, accumulation: accumulation)
    let report = try trainer.step()
    func norm(_ values: Parameters) -> Double {
      values.values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    let given = norm(trainer.optimizer.firstMoment) / Double(1 - trainer.options.beta1)
    let wanted = clip == 0.01 ? 0.01 : Double(report.gradientNorm)
    #expect(abs(given / wanted - 1) < 1e-3, "\(given), not \(wanted)")
    let sum = trainer.optimizer.secondMoment.values.reduce(0) { $0 + Double($1) }
    let squares = sum / Double(1 - trainer.options.beta2)
    #expect(abs(squares.squareRoot() / wanted - 1) < 1e-3)
  }

  @Test func bestParametersAreKept() throws {
    let trainer = try trainer()
    _ = try trainer.run()
    let best = trainer.stopping.bestLoss
    #expect(best == trainer.reports.compactMap(\.validationLoss).min())
    trainer.keepBestParameters()
    #expect(trainer.validationLoss() == best)
  }

  @Test func lossThatIsNotANumberStopsAndKeepsTheParameters() throws {
    let trainer = try trainer()
    _ = try trainer.step()
    trainer.parameters.tensor("ln_f.bias")[0] = .nan
    let before = bits(trainer)
    let loss = LocalizedText(en: "loss", ja: "損失")
    #expect(throws: TrainingError.notFinite(step: 2, quantity: loss)) { try trainer.step() }
    #expect(bits(trainer) == before)
    #expect(trainer.completedSteps == 1)
  }

  @Test func stopsEarlyWhenValidationNoLongerImproves() throws {
    let trainer = try trainer(steps: 200, patience: 2)
    let outcome = try trainer.run()
    #expect(outcome == .stoppedEarly)
    let losses = trainer.reports.compactMap(\.validationLoss)
    #expect(losses.suffix(2).allSatisfy { $0 >= trainer.stopping.bestLoss })
    #expect(losses.count < 40)
  }

  @Test func cancellationStopsBetweenSteps() throws {
    let trainer = try trainer()
    let cancellation = Cancellation()
    let outcome = try trainer.run(cancellation: cancellation) { report in
      if report.step == 5 { cancellation.cancel() }
    }
    #expect(outcome == .cancelled)
    #expect(trainer.completedSteps == 5)
  }

  @Test func snapshotsAreTakenAtTheChosenSteps() throws {
    let trainer = try trainer(steps: 12)
    var seen: [Int] = []
    _ = try trainer.run(
      snapshotSteps: [0, 3, 12], onSnapshot: { seen.append($0.completedSteps) })
    #expect(seen == [0, 3, 12])
  }

  @Test func optionsThatNoRunCanUseAreRefused() {
    var options = TrainingOptions()
    options.learningRate = .nan
    #expect(throws: TrainingError.self) { try options.validate() }
    options = TrainingOptions()
    options.dropout = 1
    #expect(throws: TrainingError.self) { try options.validate() }
    #expect(throws: TrainingError.tooLittleData(tokens: 4, needed: 9)) {
      try WindowSampler(tokens: [0, 1, 2, 3], context: 8, seed: 1)
    }
  }

  // Tokens that count up to 7 and start again, with a little noise.
  static func source(seed: UInt64 = 5) throws -> WindowSampler {
    var generator = RandomGenerator(seed: 9)
    let tokens = (0..<2000).map { place in
      generator.below(20) == 0 ? Int32(generator.below(8)) : Int32(place % 8)
    }
    return try WindowSampler(tokens: tokens, context: 8, seed: seed)
  }

  func trainer(
    steps: Int = 60, dropout: Float = 0, clip: Float = 1, accumulation: Int = 1, patience: Int = 0,
    averaging: Float = 0, threads: Int = 1
  ) throws -> Trainer {
    var options = TrainingOptions()
    options.steps = steps
    options.batch = 6
    options.context = 8
    options.learningRate = 1e-2
    options.warmupSteps = 5
    options.gradientClip = clip
    options.accumulation = accumulation
    options.dropout = dropout
    options.evaluationInterval = 5
    options.patience = patience
    options.averaging = averaging
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 16, contextLength: 8, vocabularySize: 8,
        dropout: dropout))
    parameters.initialize(seed: 1)
    return try Trainer(
      parameters: parameters, options: options, source: Self.source(),
      validation: ValidationBatches(
        from: Self.source(seed: 6), count: 4, batch: 6, context: 8),
      pool: WorkerPool(threadCount: threads))
  }

  func bits(_ trainer: Trainer) -> [UInt32] { trainer.parameters.values.map(\.bitPattern) }
}
