import Names

/// L4d: one step of the training that made the model, on its own batch.
public struct AlgorithmRecord: Codable, Sendable {
  /// Gradients of chosen weights for the batch, beside finite differences of its loss: one for each
  /// example, in the vector of the token that was missed, then some of other parts.
  public var gradientChecks: [GradientCheck]
  /// What the step did with the same weights.
  public var adamSteps: [AdamStep]
  /// The prediction of the batch that surprised most.
  public var example: LossExample
  /// The one that surprised most among texts in another language; nil where there is none.
  public var exampleInOtherLanguage: LossExample?
  /// Nil in a recording of before it was kept.
  public var batch: WatchedBatch?

  public var examples: [LossExample] { [example, exampleInOtherLanguage].compactMap { $0 } }

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
    /// Before clipping.
    public var rawGradient: Double?
    /// What clipping multiplied all gradients of the step by.
    public var clipFactor: Double?

    package init(
      parameter: String, index: Int, step: Int, weightBefore: Double, gradient: Double,
      firstMomentBefore: Double, secondMomentBefore: Double, firstMoment: Double,
      secondMoment: Double, firstMomentCorrected: Double, secondMomentCorrected: Double,
      learningRate: Double, weightDecay: Double, beta1: Double, beta2: Double, epsilon: Double,
      weightAfter: Double, rawGradient: Double? = nil, clipFactor: Double? = nil
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
      self.rawGradient = rawGradient
      self.clipFactor = clipFactor
    }
  }

  /// A prediction, what came instead, and what the step made of it.
  public struct LossExample: Codable, Sendable {
    public var context: [TokenPiece]
    public var target: TokenPiece
    public var candidates: [CandidateRecord]
    public var targetProbability: Double
    /// `-ln(targetProbability)`, nats.
    public var loss: Double
    /// Of its text; nil where that is in several.
    public var language: Language?
    /// Which text of the batch, and which of its predictions.
    public var text: Int?
    public var place: Int?
    /// Of the candidates and of the target, after the step.
    public var candidatesAfter: [Double]?
    public var targetProbabilityAfter: Double?
    /// `-ln(targetProbabilityAfter)`, nats.
    public var lossAfter: Double?

    package init(
      context: [TokenPiece], target: TokenPiece, candidates: [CandidateRecord],
      targetProbability: Double, loss: Double, language: Language? = nil, text: Int? = nil,
      place: Int? = nil, candidatesAfter: [Double]? = nil, targetProbabilityAfter: Double? = nil,
      lossAfter: Double? = nil
    ) {
      self.context = context
      self.target = target
      self.candidates = candidates
      self.targetProbability = targetProbability
      self.loss = loss
      self.language = language
      self.text = text
      self.place = place
      self.candidatesAfter = candidatesAfter
      self.targetProbabilityAfter = targetProbabilityAfter
      self.lossAfter = lossAfter
    }
  }

  package init(
    gradientChecks: [GradientCheck], adamSteps: [AdamStep], example: LossExample,
    exampleInOtherLanguage: LossExample? = nil, batch: WatchedBatch? = nil
  ) {
    self.gradientChecks = gradientChecks
    self.adamSteps = adamSteps
    self.example = example
    self.exampleInOtherLanguage = exampleInOtherLanguage
    self.batch = batch
  }
}
