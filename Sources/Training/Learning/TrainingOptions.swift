/// The hyperparameters of a training run: everything that is chosen before learning starts, except
/// the shape of the model (`Configuration`).
public struct TrainingOptions: Sendable, Equatable, Codable {
  /// Optimizer steps in all.
  public var steps = 2000
  /// Sequences in one batch, and tokens in one sequence.
  public var batch = 12
  public var context = 64
  /// Batches whose gradients are averaged before one optimizer step.
  public var accumulation = 1
  /// The highest learning rate, the rate at the end, and the steps that it takes to rise to the
  /// highest.
  public var learningRate: Float = 1e-3
  public var minimumLearningRate: Float = 1e-4
  public var warmupSteps = 100
  /// `λ` of AdamW, on matrices only.
  public var weightDecay: Float = 0.1
  public var beta1: Float = 0.9
  public var beta2: Float = 0.99
  public var epsilon: Float = 1e-8
  /// The largest norm that all gradients together may have; 0 does not clip.
  public var gradientClip: Float = 1
  /// How much a running mean of the weights keeps of itself in a step; the mean is then judged and
  /// kept. 0 keeps the weights themselves.
  public var averaging: Float = 0
  /// The share of activations that is dropped while learning.
  public var dropout: Float = 0
  /// Steps between two evaluations on the validation batches; 0 never evaluates.
  public var evaluationInterval = 250
  /// Evaluations without progress before the run stops; 0 runs to the end.
  public var patience = 0
  /// Steps between two measurements of weight and update norms; 0 never measures.
  public var normInterval = 10
  public var seed: UInt64 = 1337

  public init() {}

  public var schedule: LearningRateSchedule {
    LearningRateSchedule(
      peak: learningRate, floor: minimumLearningRate, warmupSteps: warmupSteps, totalSteps: steps)
  }

  /// Refuses values that no run can use.
  /// - Throws: ``TrainingError/badOption(name:problem:)`` for the first bad one.
  public func validate() throws(TrainingError) {
    func require(_ holds: Bool, _ name: String, _ problem: String) throws(TrainingError) {
      if !holds { throw .badOption(name: name, problem: problem) }
    }
    try require(steps >= 0, "steps", "must not be negative, is \(steps)")
    try require(batch >= 1, "batch", "must be at least 1, is \(batch)")
    try require(context >= 1, "context", "must be at least 1, is \(context)")
    try require(accumulation >= 1, "accumulation", "must be at least 1, is \(accumulation)")
    try require(
      learningRate > 0 && learningRate.isFinite, "learning-rate",
      "must be above 0, is \(learningRate)")
    try require(
      minimumLearningRate >= 0 && minimumLearningRate <= learningRate, "minimum-learning-rate",
      "must lie between 0 and the learning rate (\(learningRate)), is \(minimumLearningRate)")
    try require(warmupSteps >= 0, "warm-up", "must not be negative, is \(warmupSteps)")
    try require(
      weightDecay >= 0 && weightDecay.isFinite, "weight-decay",
      "must not be negative, is \(weightDecay)")
    try require(beta1 >= 0 && beta1 < 1, "beta1", "must be at least 0 and below 1, is \(beta1)")
    try require(beta2 >= 0 && beta2 < 1, "beta2", "must be at least 0 and below 1, is \(beta2)")
    try require(epsilon > 0 && epsilon.isFinite, "epsilon", "must be above 0, is \(epsilon)")
    try require(
      gradientClip >= 0 && gradientClip.isFinite, "clip", "must not be negative, is \(gradientClip)"
    )
    try require(
      dropout >= 0 && dropout < 1, "dropout", "must be at least 0 and below 1, is \(dropout)")
    try require(
      averaging >= 0 && averaging < 1, "averaging",
      "must be at least 0 and below 1, is \(averaging)")
    try require(
      evaluationInterval >= 0, "evaluation-interval",
      "must not be negative, is \(evaluationInterval)")
    try require(patience >= 0, "patience", "must not be negative, is \(patience)")
    try require(normInterval >= 0, "norm-interval", "must not be negative, is \(normInterval)")
  }
}
