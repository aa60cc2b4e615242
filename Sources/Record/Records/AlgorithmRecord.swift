import Names

/// L4d: the learning algorithm on one real example.
public struct AlgorithmRecord: Codable, Sendable {
  /// Gradients of chosen weights beside finite differences.
  public var gradientChecks: [GradientCheck]
  public var adamSteps: [AdamStep]
  /// The next-token prediction that the example turns into a loss.
  public var example: LossExample

  public struct GradientCheck: Codable, Sendable {
    public var parameter: String
    public var index: Int
    public var weight: Double
    public var backpropagation: Double
    public var finiteDifference: Double
    /// Step of the central difference.
    public var step: Double

    package init(
      parameter: String, index: Int, weight: Double, backpropagation: Double,
      finiteDifference: Double, step: Double
    ) {
      self.parameter = parameter
      self.index = index
      self.weight = weight
      self.backpropagation = backpropagation
      self.finiteDifference = finiteDifference
      self.step = step
    }
  }

  /// Every term of one AdamW update of one weight.
  public struct AdamStep: Codable, Sendable {
    public var parameter: String
    public var index: Int
    public var step: Int
    public var weightBefore: Double
    /// After clipping.
    public var gradient: Double
    public var firstMomentBefore: Double
    public var secondMomentBefore: Double
    public var firstMoment: Double
    public var secondMoment: Double
    public var firstMomentCorrected: Double
    public var secondMomentCorrected: Double
    public var learningRate: Double
    public var weightDecay: Double
    public var beta1: Double
    public var beta2: Double
    public var epsilon: Double
    public var weightAfter: Double

    package init(
      parameter: String, index: Int, step: Int, weightBefore: Double, gradient: Double,
      firstMomentBefore: Double, secondMomentBefore: Double, firstMoment: Double,
      secondMoment: Double, firstMomentCorrected: Double, secondMomentCorrected: Double,
      learningRate: Double, weightDecay: Double, beta1: Double, beta2: Double, epsilon: Double,
      weightAfter: Double
    ) {
      self.parameter = parameter
      self.index = index
      self.step = step
      self.weightBefore = weightBefore
      self.gradient = gradient
      self.firstMomentBefore = firstMomentBefore
      self.secondMomentBefore = secondMomentBefore
      self.firstMoment = firstMoment
      self.secondMoment = secondMoment
      self.firstMomentCorrected = firstMomentCorrected
      self.secondMomentCorrected = secondMomentCorrected
      self.learningRate = learningRate
      self.weightDecay = weightDecay
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.weightAfter = weightAfter
    }
  }

  public struct LossExample: Codable, Sendable {
    public var context: [TokenPiece]
    public var target: TokenPiece
    public var candidates: [CandidateRecord]
    public var targetProbability: Double
    /// `-ln(targetProbability)`, nats.
    public var loss: Double

    package init(
      context: [TokenPiece], target: TokenPiece, candidates: [CandidateRecord],
      targetProbability: Double, loss: Double
    ) {
      self.context = context
      self.target = target
      self.candidates = candidates
      self.targetProbability = targetProbability
      self.loss = loss
    }
  }

  package init(gradientChecks: [GradientCheck], adamSteps: [AdamStep], example: LossExample) {
    self.gradientChecks = gradientChecks
    self.adamSteps = adamSteps
    self.example = example
  }
}
