import Numerics
import Transformer

/// One setting of a sweep.
public struct SweepCandidate: Sendable {
  /// What is different about it, for instance `width 64`.
  public var name: String
  public var configuration: Configuration
  public var options: TrainingOptions

  public init(name: String, configuration: Configuration, options: TrainingOptions) {
    self.name = name
    self.configuration = configuration
    self.options = options
  }
}

/// How one setting fared.
public struct SweepResult: Sendable, Equatable, Codable {
  public let name: String
  public let parameterCount: Int
  /// Loss of each step's batch, nats per token.
  public let losses: [Float]
  public let validations: [Validation]
  /// The step after which the loss was no longer a finite number; nil for a run that went well.
  public let failedStep: Int?

  public struct Validation: Sendable, Equatable, Codable {
    public let step: Int
    /// Nats per token.
    public let loss: Float
  }

  /// The validation with the lowest loss.
  public var best: Validation? { validations.min { $0.loss < $1.loss } }
  public var last: Validation? { validations.last }
  /// How far the last validation loss lies above the best: large when the run has over-fitted.
  public var overfitting: Float {
    guard let best, let last else { return 0 }
    return last.loss - best.loss
  }
}

/// Trains one model after another and compares them on the same validation batches.
public enum Sweep {
  /// Runs every candidate, each on one thread, as many at once as there are threads.
  ///
  /// A run whose loss is no finite number is a result too: it shows what is too much.
  /// - Parameters:
  ///   - source: makes the training batches of a candidate.
  ///   - validation: the batches that judge all candidates.
  ///   - onStep: called on a worker's thread after each step, with the number of the candidate.
  ///   - onFinish: called there when a candidate is done.
  /// - Returns: results in the order of the candidates; nil for one that was cancelled.
  /// - Throws: the first ``TrainingError`` of another kind, in the order of the candidates.
  public static func run(
    _ candidates: [SweepCandidate], validation: ValidationBatches, pool: WorkerPool,
    cancellation: Cancellation? = nil,
    onStep: @Sendable (Int, StepReport) -> Void = { _, _ in },
    onFinish: @Sendable (Int, SweepResult) -> Void = { _, _ in },
    source: @Sendable (SweepCandidate) throws(TrainingError) -> any BatchSource
  ) throws(TrainingError) -> [SweepResult?] {
    var slots = [Result<SweepResult?, TrainingError>](
      repeating: .success(nil), count: candidates.count)
    slots.withUnsafeMutableBufferPointer { slots in
      pool.runNested(candidates.count) { number, serial in
        if let cancellation, cancellation.isCancelled { return }
        do throws(TrainingError) {
          let candidate = candidates[number]
          let result = try result(
            of: candidate, source: source(candidate), validation: validation, pool: serial,
            cancellation: cancellation, onStep: { onStep(number, $0) })
          slots[number] = .success(result)
          if let result { onFinish(number, result) }
        } catch {
          slots[number] = .failure(error)
        }
      }
    }
    var results: [SweepResult?] = []
    for slot in slots { results.append(try slot.get()) }
    return results
  }

  private static func result(
    of candidate: SweepCandidate, source: any BatchSource, validation: ValidationBatches,
    pool: WorkerPool, cancellation: Cancellation?, onStep: (StepReport) -> Void
  ) throws(TrainingError) -> SweepResult? {
    let parameters = Parameters(configuration: candidate.configuration)
    parameters.initialize(seed: candidate.options.seed)
    let trainer = try Trainer(
      parameters: parameters, options: candidate.options, source: source, validation: validation,
      pool: pool)
    var failedStep: Int?
    do throws(TrainingError) {
      if try trainer.run(cancellation: cancellation, onStep: onStep) == .cancelled { return nil }
    } catch .notFinite(let step, _) {
      failedStep = step
    }
    return SweepResult(
      name: candidate.name, parameterCount: candidate.configuration.parameterCount,
      losses: trainer.reports.map(\.loss),
      validations: trainer.reports.compactMap { report in
        report.validationLoss.map { .init(step: report.step, loss: $0) }
      }, failedStep: failedStep)
  }
}
