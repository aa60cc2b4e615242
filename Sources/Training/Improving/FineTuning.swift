import Dataset
import Names
import Numerics
import Transformer

/// Lets a learned model learn on, with all of its weights, some of them, or corrections of low rank.
///
/// As ``Trainer`` it depends on parameters, options and batches alone, not on the number of threads; it
/// is for some hundred steps, so it is not cut and resumed.
public final class FineTuning {
  public let way: FineTuningWay
  public let options: TrainingOptions
  /// Changed in place.
  public let parameters: Parameters
  public private(set) var completedSteps = 0

  private let model: Model
  private let pool: WorkerPool
  private var source: any BatchSource
  /// Rows of a batch, from the first on, whose loss is told apart from that of the others.
  private let exampleRows: Int
  private var optimizer: AdamW
  private var corrections: [LowRankCorrection]
  private var inputs: [Int32]
  private var targets: [Int32]

  /// What one step did.
  public struct Report: Sendable, Equatable {
    public let step: Int
    /// Of the batch before the step, nats per token.
    public let loss: Float
    /// The same of the rows that hold examples and of the others; nil where there are none.
    public let exampleLoss: Double?
    public let replayLoss: Double?
    /// Of all numbers that are learned, before clipping.
    public let gradientNorm: Float
  }

  /// - Parameter exampleRows: as many rows of a batch hold examples; all when nil.
  /// - Throws: ``TrainingError/badOption(name:problem:)``.
  public init(
    _ way: FineTuningWay, parameters: Parameters, options: TrainingOptions,
    source: any BatchSource, exampleRows: Int? = nil, pool: WorkerPool
  ) throws(TrainingError) {
    try options.validate()
    self.exampleRows = exampleRows ?? options.batch
    let configuration = parameters.configuration
    guard options.context <= configuration.contextLength else {
      throw .badOption(
        name: "context",
        problem: LocalizedText(
          en: "must not exceed the model's \(configuration.contextLength) positions, "
            + "is \(options.context)",
          ja: "モデルの位置の数\(configuration.contextLength)以下にしてください（今は\(options.context)）"))
    }
    if case .lowRank(let rank) = way, !(1...configuration.width).contains(rank) {
      throw .badOption(
        name: "rank",
        problem: LocalizedText(
          en: "must lie between 1 and \(configuration.width), is \(rank)",
          ja: "1から\(configuration.width)までにしてください（今は\(rank)）"))
    }
    self.way = way
    self.options = options
    self.parameters = parameters
    self.source = source
    self.pool = pool
    model = Model(
      parameters: parameters, batch: options.batch, positions: options.context, pool: pool,
      keepsGradients: true)
    optimizer = AdamW(
      parameters: parameters, options: options, pool: pool,
      only: { way.learns($0.name, configuration) })
    corrections = parameters.tensors.filter(way.corrects).map {
      guard case .lowRank(let rank) = way else { preconditionFailure("\(way) corrects nothing") }
      return LowRankCorrection($0, rank: rank, parameters: parameters, seed: options.seed)
    }
    inputs = [Int32](repeating: 0, count: options.batch * options.context)
    targets = inputs
  }

  /// Takes all steps.
  /// - Parameter look: is shown each step's report; the parameters are then as after that step.
  /// - Throws: ``TrainingError/notFinite(step:quantity:)``.
  public func run(_ look: (Report) -> Void = { _ in }) throws(TrainingError) {
    while completedSteps < options.steps { look(try step()) }
  }

  private func step() throws(TrainingError) -> Report {
    let number = completedSteps + 1
    let loss = learnBatch()
    let border = exampleRows * options.context
    let (exampleLoss, replayLoss) = (meanLoss(0..<border), meanLoss(border..<inputs.count))
    guard loss.isFinite else {
      throw .notFinite(step: number, quantity: LocalizedText(en: "loss", ja: "損失"))
    }
    let gradients = model.gradients!
    for place in corrections.indices { corrections[place].readGradient(gradients) }
    let norm = Float(squaredNorm(gradients).squareRoot())
    guard norm.isFinite else {
      throw .notFinite(step: number, quantity: LocalizedText(en: "gradient", ja: "勾配"))
    }
    let clip = options.gradientClip
    let factor = clip > 0 ? min(1, clip / (norm + 1e-6)) : 1
    let rate = options.schedule.rate(at: number - 1)
    completedSteps = number
    optimizer.update(gradients: gradients, learningRate: rate, gradientScale: factor)
    var kernel = AdamWKernel(
      learningRate: rate, beta1: options.beta1, beta2: options.beta2, epsilon: options.epsilon,
      correction1: Float(1 - integerPower(Double(options.beta1), number)),
      correction2: Float(1 - integerPower(Double(options.beta2), number)), gradientScale: factor)
    // The factors are small by themselves; what they are to leave alone stands beside them.
    kernel.weightDecay = 0
    for place in corrections.indices {
      corrections[place].step(kernel, pool)
      corrections[place].write(into: parameters)
    }
    return Report(
      step: number, loss: loss, exampleLoss: exampleLoss, replayLoss: replayLoss,
      gradientNorm: norm)
  }

  /// Of the predictions of some positions of the batch; nil where there are none.
  private func meanLoss(_ range: Range<Int>) -> Double? {
    let losses = model.activations.named("losses")!.values
    var (sum, count) = (0.0, 0)
    for place in range where targets[place] >= 0 {
      sum += Double(losses[place])
      count += 1
    }
    return count == 0 ? nil : sum / Double(count)
  }

  private func learnBatch() -> Float {
    model.zeroGradients()
    return inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { targets in
        source.next(inputs: inputs, targets: targets)
        let loss = model.forward(
          inputs: .init(inputs), targets: .init(targets), batch: options.batch,
          positions: options.context, separator: source.separator,
          dropoutSeed: options.seed &+ UInt64(completedSteps))
        if loss.isFinite { model.backward() }
        return loss
      }
    }
  }

  private func squaredNorm(_ gradients: Parameters) -> Double {
    let configuration = parameters.configuration
    return corrections.reduce(0) { $0 + $1.squaredNorm }
      + gradients.tensors.filter { way.learns($0.name, configuration) }.reduce(0) {
        $0
          + Reductions.sumOfSquares(
            gradients.values.baseAddress! + $1.offset, count: $1.count, pool)
      }
  }
}
