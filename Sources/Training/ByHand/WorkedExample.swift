import Transformer

/// One training example on a model small enough to print, every number of it, to be followed with a
/// pocket calculator.
///
/// Two dimensions, one head, one block, a vocabulary of three: forward pass, loss, backward pass
/// and one AdamW step.
public struct WorkedExample: Sendable {
  public let configuration: Configuration
  public let inputs: [Int32]
  public let targets: [Int32]
  /// Hugging Face's names in file order, with each tensor's weights before and after the step and
  /// its gradient.
  public let tensors: [Tensor]
  /// Every result of the forward pass, then every gradient of the backward pass, in the order of
  /// computation.
  public let trace: Trace
  /// Mean cross-entropy before and after the step, nats per token.
  public let lossBefore: Double
  public let lossAfter: Double
  /// Every term of the step, tensor by tensor and weight by weight, in the order of `tensors`.
  public let steps: [[AdamWTerms]]

  public struct Tensor: Sendable, Equatable, Codable {
    public let name: String
    public let before: Matrix
    public let gradient: Matrix
    public let after: Matrix
  }

  /// - Parameters:
  ///   - parameters: of a tiny model; see ``tinyParameters()``.
  ///   - options: learning rate (the peak is used), betas, epsilon and weight decay; nothing is
  ///     clipped.
  public init(
    parameters: Parameters, inputs: [Int32], targets: [Int32], options: TrainingOptions
  ) {
    configuration = parameters.configuration
    self.inputs = inputs
    self.targets = targets
    var reference = ReferenceModel(parameters: parameters)
    var (loss, trace) = reference.forward(inputs: inputs, targets: targets)
    lossBefore = loss
    let gradients = reference.backward(inputs: inputs, targets: targets, trace: &trace)
    self.trace = trace
    var tensors: [Tensor] = []
    var steps: [[AdamWTerms]] = []
    for specification in parameters.tensors {
      let before = reference.weights[specification.name]!
      let gradient = gradients[specification.name]!
      let terms = zip(before.values, gradient.values).map { weight, slope in
        AdamWTerms(
          step: 1, weight: weight, gradient: slope, firstMoment: 0, secondMoment: 0,
          learningRate: Double(options.learningRate), beta1: Double(options.beta1),
          beta2: Double(options.beta2), epsilon: Double(options.epsilon),
          weightDecay: AdamW.isDecayed(specification) ? Double(options.weightDecay) : 0)
      }
      let after = Matrix(
        rows: before.rows, columns: before.columns, values: terms.map(\.weightAfter))
      tensors.append(
        Tensor(name: specification.name, before: before, gradient: gradient, after: after))
      steps.append(terms)
    }
    self.tensors = tensors
    self.steps = steps
    for tensor in tensors { reference.weights[tensor.name] = tensor.after }
    (loss, _) = reference.forward(inputs: inputs, targets: targets)
    lossAfter = loss
  }

  /// Weights with few digits for a model of width 2: one block, one head, three positions, three
  /// tokens.
  public static func tinyParameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 2, contextLength: 3, vocabularySize: 3))
    for tensor in parameters.tensors {
      let values = parameters.tensor(tensor.name)
      let isGain = tensor.name.hasSuffix("weight") && tensor.shape.count == 1
      for index in values.indices {
        // A fixed pattern of one-digit weights that differ in sign and size.
        let digit = Float((index * 7 + tensor.offset * 3) % 11) - 5
        values[index] = isGain ? 1 : tensor.shape.count == 1 ? 0 : digit / 10
      }
    }
    return parameters
  }
}
