import Plain

/// One training example on a model small enough to print, every number of it, to be followed with a
/// pocket calculator.
///
/// Width 2, one head, one block, a vocabulary of three: forward pass, loss, backward pass and one
/// AdamW step. The text goes `a b c`: the model sees `a b` and is to expect `c`.
/// - SeeAlso: ``PaperRoll`` for why the lines agree with a reader's own.
public struct WorkedExample: Sendable {
  public let names = ["a", "b", "c"]
  public let inputs = [0, 1]
  public let target = 2
  /// Significant digits of every line; nil for all that a `Double` has.
  public let digits: Int?
  /// `η` is that of a real training after its warm-up; the others are AdamW's usual ones.
  public let learningRate = 0.002
  public let beta1 = 0.9
  public let beta2 = 0.99
  public let epsilon = 1e-8
  public let weightDecay = 0.1

  public let weights: PaperWeights
  public let gradients: PaperWeights
  public let newWeights: PaperWeights
  /// Forward pass, backward pass, step: in the order of computation.
  public let sheets: [PaperSheet]
  /// Cross-entropy of the prediction as it stands on paper, nats.
  public let loss: Double

  public init(weights: PaperWeights = .example, digits: Int? = 4) {
    var pass = PaperPass(
      weights: weights, inputs: inputs, target: target, names: names, digits: digits)
    pass.forward()
    pass.backward()
    newWeights = pass.step(
      PaperPass.StepSizes(
        learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
        weightDecay: weightDecay))
    self.weights = weights
    self.digits = digits
    gradients = pass.gradients
    sheets = pass.roll.sheets
    loss = pass.loss
  }

  /// The loss that the program computes for weights, in double precision and without rounding; nats.
  public func exactLoss(of weights: PaperWeights) -> Double {
    PlainModel(parameters: weights.parameters())
      .forward(inputs: inputs, targets: [-1, target]).loss
  }
}
