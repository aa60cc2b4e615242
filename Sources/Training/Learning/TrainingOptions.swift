import Names

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
    func require(_ holds: Bool, _ name: String, _ problem: LocalizedText) throws(TrainingError) {
      if !holds { throw .badOption(name: name, problem: problem) }
    }
    try require(
      steps >= 0, "steps",
      LocalizedText(en: "must not be negative, is \(steps)", ja: "0以上にしてください（今は\(steps)）"))
    try require(
      batch >= 1, "batch",
      LocalizedText(en: "must be at least 1, is \(batch)", ja: "1以上にしてください（今は\(batch)）"))
    try require(
      context >= 1, "context",
      LocalizedText(en: "must be at least 1, is \(context)", ja: "1以上にしてください（今は\(context)）"))
    try require(
      accumulation >= 1, "accumulation",
      LocalizedText(
        en: "must be at least 1, is \(accumulation)", ja: "1以上にしてください（今は\(accumulation)）"))
    try require(
      learningRate > 0 && learningRate.isFinite, "learning-rate",
      LocalizedText(
        en: "must be above 0, is \(learningRate)", ja: "0より大きくしてください（今は\(learningRate)）"))
    try require(
      minimumLearningRate >= 0 && minimumLearningRate <= learningRate, "minimum-learning-rate",
      LocalizedText(
        en: "must lie between 0 and the learning rate (\(learningRate)), is \(minimumLearningRate)",
        ja: "0から学習率（\(learningRate)）までにしてください（今は\(minimumLearningRate)）"))
    try require(
      warmupSteps >= 0, "warm-up",
      LocalizedText(
        en: "must not be negative, is \(warmupSteps)", ja: "0以上にしてください（今は\(warmupSteps)）"))
    try require(
      weightDecay >= 0 && weightDecay.isFinite, "weight-decay",
      LocalizedText(
        en: "must not be negative, is \(weightDecay)", ja: "0以上にしてください（今は\(weightDecay)）"))
    try require(
      beta1 >= 0 && beta1 < 1, "beta1",
      LocalizedText(
        en: "must be at least 0 and below 1, is \(beta1)", ja: "0以上1未満にしてください（今は\(beta1)）"))
    try require(
      beta2 >= 0 && beta2 < 1, "beta2",
      LocalizedText(
        en: "must be at least 0 and below 1, is \(beta2)", ja: "0以上1未満にしてください（今は\(beta2)）"))
    try require(
      epsilon > 0 && epsilon.isFinite, "epsilon",
      LocalizedText(en: "must be above 0, is \(epsilon)", ja: "0より大きくしてください（今は\(epsilon)）"))
    try require(
      gradientClip >= 0 && gradientClip.isFinite, "clip",
      LocalizedText(
        en: "must not be negative, is \(gradientClip)", ja: "0以上にしてください（今は\(gradientClip)）")
    )
    try require(
      dropout >= 0 && dropout < 1, "dropout",
      LocalizedText(
        en: "must be at least 0 and below 1, is \(dropout)", ja: "0以上1未満にしてください（今は\(dropout)）"))
    try require(
      averaging >= 0 && averaging < 1, "averaging",
      LocalizedText(
        en: "must be at least 0 and below 1, is \(averaging)", ja: "0以上1未満にしてください（今は\(averaging)）"))
    try require(
      evaluationInterval >= 0, "evaluation-interval",
      LocalizedText(
        en: "must not be negative, is \(evaluationInterval)",
        ja: "0以上にしてください（今は\(evaluationInterval)）"))
    try require(
      patience >= 0, "patience",
      LocalizedText(en: "must not be negative, is \(patience)", ja: "0以上にしてください（今は\(patience)）"))
    try require(
      normInterval >= 0, "norm-interval",
      LocalizedText(
        en: "must not be negative, is \(normInterval)", ja: "0以上にしてください（今は\(normInterval)）"))
  }
}
