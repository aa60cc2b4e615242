import Numerics
import Transformer

/// A trained model that teaches a smaller one: the pupil learns what the teacher holds likely, not
/// only which token came next.
///
/// With teacher logits `t`, pupil logits `s`, temperature `τ` and share `a` the pupil's loss is
///
///     (1 − a) · crossEntropy(s, target)  +  a · τ² · KL(softmax(t/τ) ‖ softmax(s/τ))
///
/// whose second part has the gradient `a · τ · (softmax(s/τ) − softmax(t/τ))`.
/// - SeeAlso: Hinton et al. 2015, "Distilling the Knowledge in a Neural Network", section 2.
public final class Teacher {
  public let parameters: Parameters
  /// `τ`: above 1 it raises what the teacher holds less likely.
  public let temperature: Float
  /// `a`: 0 learns from the text alone, 1 from the teacher alone.
  public let share: Float
  private var model: Model?

  public init(parameters: Parameters, temperature: Float = 2, share: Float = 0.7) {
    precondition(temperature > 0, "temperature \(temperature)")
    precondition((0...1).contains(share), "share \(share)")
    self.parameters = parameters
    self.temperature = temperature
    self.share = share
  }

  /// Mixes the teacher's opinion of the same batch into the gradient of the pupil's logits, between
  /// the pupil's forward and backward passes.
  /// - Parameters: `inputs` and `targets` `[batch, positions]`; a target below 0 does not count.
  func teach(
    _ pupil: Model, inputs: UnsafeBufferPointer<Int32>, targets: UnsafeBufferPointer<Int32>,
    batch: Int, positions: Int, separator: Int32?
  ) {
    let vocabulary = parameters.configuration.vocabularySize
    precondition(
      vocabulary == pupil.configuration.vocabularySize,
      "a teacher of \(vocabulary) tokens, a pupil of \(pupil.configuration.vocabularySize)")
    let model =
      self.model
      ?? Model(
        parameters: parameters, batch: batch, positions: positions, pool: pupil.pool,
        keepsGradients: false)
    self.model = model
    model.forward(
      inputs: inputs, targets: nil, batch: batch, positions: positions, separator: separator)
    let asked = targets.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    let gradients = UnsafeMutableBufferPointer(
      mutating: pupil.activationGradients!.named("logits_grad")!.values)
    let weight = share * temperature / Float(max(asked, 1))
    let (teacher, own) = (model.logits, pupil.logits)
    pupil.pool.run(batch) { row in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * vocabulary) { scratch in
        let expected = scratch.baseAddress!
        let found = expected + vocabulary
        for place in row * positions..<(row + 1) * positions where targets[place] >= 0 {
          soften(teacher.baseAddress! + place * vocabulary, into: expected, count: vocabulary)
          soften(own.baseAddress! + place * vocabulary, into: found, count: vocabulary)
          for token in 0..<vocabulary {
            let index = place * vocabulary + token
            gradients[index] =
              (1 - share) * gradients[index] + weight * (found[token] - expected[token])
          }
        }
      }
    }
  }

  /// `softmax(logits / τ)`.
  private func soften(
    _ logits: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    for token in 0..<count { result[token] = logits[token] / temperature }
    SoftmaxKernel.forward(result, result, count: count)
  }
}
