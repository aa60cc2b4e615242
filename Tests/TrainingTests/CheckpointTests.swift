import Foundation
import ModelFile
import Names
import Numerics
import Testing
import Transformer

@testable import Training

struct CheckpointTests {
  @Test(arguments: [1, 5, 13]) func resumedRunEndsWithTheSameBits(stop: Int) throws {
    let whole = try trainer()
    _ = try whole.run()
    try withTemporaryFile { path in
      let first = try trainer()
      let cancellation = Cancellation()
      _ = try first.run(checkpointPath: path, cancellation: cancellation) { report in
        if report.step == stop { cancellation.cancel() }
      }
      let second = try trainer(threads: 2)
      try second.resume(from: path)
      #expect(second.completedSteps == stop)
      _ = try second.run()
      #expect(second.reports == whole.reports)
      #expect(second.stopping == whole.stopping)
      for (resumed, plain) in [
        (second.parameters, whole.parameters), (second.bestParameters, whole.bestParameters),
        (second.optimizer.secondMoment, whole.optimizer.secondMoment),
        (try #require(second.weightAverage).average, try #require(whole.weightAverage).average),
      ] {
        #expect(resumed.values.map(\.bitPattern) == plain.values.map(\.bitPattern))
      }
    }
  }

  @Test func checkpointIsWrittenAfterEachEvaluation() throws {
    try withTemporaryFile { path in
      let trainer = try trainer()
      var saved: [Int] = []
      _ = try trainer.run(checkpointPath: path) { report in
        if report.step % 5 == 1, report.step > 1 {
          let counters = try? Checkpoint(reading: path).words["counters"]
          saved.append(Int(counters?.first ?? 0))
        }
      }
      #expect(saved == [5, 10, 15])
    }
  }

  @Test func checkpointOfAnotherRunIsRefused() throws {
    try withTemporaryFile { path in
      try trainer().writeCheckpoint(to: path)
      let other = try trainer(learningRate: 0.02)
      #expect(
        throws: TrainingError.checkpointMismatch(
          file: path,
          problem: LocalizedText(
            en: "it has learning-rate 0.01, now learning-rate 0.02",
            ja: "チェックポイントはlearning-rate 0.01、今はlearning-rate 0.02"))
      ) { try other.resume(from: path) }
    }
  }

  @Test func missingOrBrokenCheckpointIsRefused() throws {
    let trainer = try trainer()
    #expect(throws: TrainingError.self) { try trainer.resume(from: "/nonexistent/checkpoint") }
    try withTemporaryFile { path in
      try trainer.writeCheckpoint(to: path)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
      #expect(throws: TrainingError.self) { try trainer.resume(from: path) }
    }
  }

  /// More steps than before are taken where they are asked for; nothing else may differ.
  @Test func aRunIsExtended() throws {
    try withTemporaryFile { path in
      let first = try trainer()
      _ = try first.run(checkpointPath: path)
      let longer = try trainer(steps: 25)
      #expect(throws: TrainingError.self) { try longer.resume(from: path) }
      try longer.resume(from: path, extending: true)
      #expect(longer.completedSteps == 18 && longer.reports == first.reports)
      let start = longer.parameters.values.map(\.bitPattern)
      _ = try longer.run()
      #expect(longer.completedSteps == 25 && longer.reports.count == 25)
      #expect(longer.parameters.values.map(\.bitPattern) != start)
      let rates = longer.reports.suffix(7).map(\.learningRate)
      #expect(rates == (18..<25).map { longer.options.schedule.rate(at: $0) })
      let other = try trainer(learningRate: 0.02, steps: 25)
      #expect(throws: TrainingError.self) { try other.resume(from: path, extending: true) }
      let shorter = try trainer(steps: 17)
      #expect(
        throws: TrainingError.checkpointMismatch(
          file: path,
          problem: LocalizedText(
            en: "it has taken 18 steps, now steps 17",
            ja: "チェックポイントは18ステップまで進んでいますが、今のstepsは17です"))
      ) { try shorter.resume(from: path, extending: true) }
    }
  }

  private func trainer(
    learningRate: Float = 0.01, threads: Int = 1, steps: Int = 18
  ) throws -> Trainer {
    var options = TrainingOptions()
    (options.steps, options.batch, options.context) = (steps, 4, 8)
    (options.warmupSteps, options.evaluationInterval, options.normInterval) = (5, 5, 3)
    options.learningRate = learningRate
    options.dropout = 0.1
    options.averaging = 0.8
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 2, width: 16, contextLength: 8, vocabularySize: 8, dropout: 0.1))
    parameters.initialize(seed: 1)
    return try Trainer(
      parameters: parameters, options: options, source: TrainerTests.source(),
      validation: ValidationBatches(
        from: TrainerTests.source(seed: 6), count: 2, batch: 4, context: 8),
      pool: WorkerPool(threadCount: threads))
  }

  private func withTemporaryFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "checkpoint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "run.safetensors").path)
  }
}
