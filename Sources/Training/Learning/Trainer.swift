import Dataset
import Names
import Numerics
import Transformer

/// Learns parameters from batches: forward, backward, clip, AdamW, again and again.
///
/// A run depends on the parameters, the options, the source and the validation batches alone, not
/// on the number of threads, and can be cut at any step and resumed to the same bits
/// (``checkpoint()``). There is no clock inside.
public final class Trainer {
  public let options: TrainingOptions
  /// The parameters that are being learned, changed in place.
  public let parameters: Parameters
  public let model: Model
  public let optimizer: AdamW
  /// The parameters with the lowest validation loss so far; the initial ones before the first
  /// evaluation.
  public let bestParameters: Parameters
  public internal(set) var stopping: EarlyStopping
  /// What every step so far did, in order; after a resume the steps before it as well.
  public internal(set) var reports: [StepReport] = []
  public var completedSteps: Int { optimizer.step }

  /// What the run would give if it ended now: the averaged weights, or the weights themselves.
  public var judgedParameters: Parameters { weightAverage?.average ?? parameters }

  /// The batch that was learned from last; where a step averages several, the last of them.
  public var lastBatch: Batch {
    let starts = stride(from: 0, to: inputs.count, by: options.context)
    return Batch(
      inputs: starts.map { Array(inputs[$0..<$0 + options.context]) },
      targets: starts.map { Array(targets[$0..<$0 + options.context]) })
  }

  /// What ends a text in a batch; nil where rows are stretches of one text.
  public var separator: Int32? { source.separator }

  var source: any BatchSource
  let validation: ValidationBatches?
  /// Nil without averaging.
  let weightAverage: WeightAverage?
  private let teacher: Teacher?
  private let schedule: LearningRateSchedule
  private let norms: NormMeter
  private var inputs: [Int32]
  private var targets: [Int32]

  /// - Parameter teacher: a larger model whose opinion counts beside the targets (distillation).
  /// - Throws: ``TrainingError/badOption(name:problem:)``.
  public init(
    parameters: Parameters, options: TrainingOptions, source: any BatchSource,
    validation: ValidationBatches? = nil, teacher: Teacher? = nil, pool: WorkerPool
  ) throws(TrainingError) {
    try options.validate()
    guard options.context <= parameters.configuration.contextLength else {
      throw .badOption(
        name: "context",
        problem: LocalizedText(
          en: "must not exceed the model's \(parameters.configuration.contextLength) positions, "
            + "is \(options.context)",
          ja: "モデルの位置の数\(parameters.configuration.contextLength)以下にしてください（今は\(options.context)）"))
    }
    self.options = options
    self.parameters = parameters
    self.source = source
    self.validation = validation
    self.teacher = teacher
    let rows = max(options.batch, validation?.batch ?? 0)
    let positions = max(options.context, validation?.context ?? 0)
    model = Model(
      parameters: parameters, batch: rows, positions: positions, pool: pool, keepsGradients: true)
    optimizer = AdamW(parameters: parameters, options: options, pool: pool)
    weightAverage =
      options.averaging > 0
      ? WeightAverage(of: parameters, decay: options.averaging, pool: pool) : nil
    bestParameters = Parameters(configuration: parameters.configuration)
    bestParameters.copy(from: parameters)
    schedule = options.schedule
    stopping = EarlyStopping(patience: options.patience)
    norms = NormMeter(parameters: parameters, pool: pool)
    inputs = [Int32](repeating: 0, count: options.batch * options.context)
    targets = inputs
  }

  /// Takes one optimizer step.
  /// - Throws: ``TrainingError/notFinite(step:quantity:)``; parameters and optimizer are then as
  ///   before the call.
  public func step() throws(TrainingError) -> StepReport {
    let number = completedSteps + 1
    let gradients = model.gradients!
    model.zeroGradients()
    var lossSum = 0.0
    for part in 0..<options.accumulation {
      let loss = learnBatch(number: (number - 1) * options.accumulation + part)
      guard loss.isFinite else {
        throw .notFinite(step: number, quantity: LocalizedText(en: "loss", ja: "損失"))
      }
      lossSum += Double(loss)
    }
    let share = 1 / Double(options.accumulation)
    let gradientNorms = norms.norms(of: gradients, scale: share)
    let norm = gradientNorms.total
    guard norm.isFinite else {
      throw .notFinite(step: number, quantity: LocalizedText(en: "gradient", ja: "勾配"))
    }
    let clip = options.gradientClip
    let clipFactor = clip > 0 ? min(1, clip / (norm + 1e-6)) : 1
    let learningRate = schedule.rate(at: number - 1)
    let measures = options.normInterval > 0 && (number == 1 || number % options.normInterval == 0)
    if measures { norms.remember(parameters) }
    optimizer.update(
      gradients: gradients, learningRate: learningRate, gradientScale: Float(share) * clipFactor)
    weightAverage?.follow(step: number)
    let report = StepReport(
      step: number, loss: Float(lossSum * share), learningRate: learningRate, gradientNorm: norm,
      clipFactor: clipFactor, gradientNorms: gradientNorms,
      weightNorms: measures ? norms.norms(of: parameters) : nil,
      updateNorms: measures ? norms.changeNorms(of: parameters) : nil)
    reports.append(report)
    return report
  }

  /// Forward and backward over the next batch; gradients are added up.
  private func learnBatch(number: Int) -> Float {
    inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { targets in
        source.next(inputs: inputs, targets: targets)
        let loss = model.forward(
          inputs: .init(inputs), targets: .init(targets), batch: options.batch,
          positions: options.context, separator: source.separator,
          dropoutSeed: options.seed &+ UInt64(number))
        guard loss.isFinite else { return loss }
        teacher?.teach(
          model, inputs: .init(inputs), targets: .init(targets), batch: options.batch,
          positions: options.context, separator: source.separator)
        model.backward()
        return loss
      }
    }
  }

  /// The loss on the validation batches now, nats per token, of the averaged weights where there is
  /// an average; nil without validation batches.
  public func validationLoss() -> Float? {
    weightAverage?.exchange()
    defer { weightAverage?.exchange() }
    return validation?.loss(of: model)
  }

  /// Evaluates after a step and keeps the parameters when they are the best so far.
  /// - Throws: ``TrainingError/notFinite(step:quantity:)``.
  func evaluate() throws(TrainingError) -> Float? {
    guard let loss = validationLoss() else { return nil }
    guard loss.isFinite else {
      throw .notFinite(
        step: completedSteps, quantity: LocalizedText(en: "validation loss", ja: "検証損失"))
    }
    if stopping.observe(loss: loss, step: completedSteps) {
      bestParameters.copy(from: judgedParameters)
    }
    if !reports.isEmpty { reports[reports.count - 1].validationLoss = loss }
    return loss
  }

  /// Whether an evaluation belongs after the step that was just taken.
  var evaluationIsDue: Bool {
    guard validation != nil, options.evaluationInterval > 0 else { return false }
    return completedSteps % options.evaluationInterval == 0 || completedSteps == options.steps
  }
}
