import Plain
import Transformer

/// The gradient of one weight from backpropagation beside the slope of the loss measured by moving
/// that weight.
///
/// `slope = (loss(θ + h) − loss(θ − h)) / 2h` is measured on `PlainModel` in double precision, where a
/// step of 1e-4 leaves an error near 1e-9. Measured with the engine's own single-precision losses it
/// would be lost in rounding: a loss near 6 is only known to 5e-7, so that even a step of 1e-2 leaves
/// 2e-5. What remains between the two numbers is then the engine's rounding, about 1e-5 of the
/// gradient's size.
public struct GradientCheck: Sendable, Equatable, Codable {
  public let tensor: String
  /// Within the tensor, row by row.
  public let index: Int
  public let weight: Double
  /// From the engine's backward pass, single precision.
  public let backpropagation: Double
  /// From the loss on both sides of the weight, double precision.
  public let finiteDifference: Double
  /// `h`.
  public let step: Double

  /// The difference as a share of the larger of the two; 0 when both are 0.
  public var relativeError: Double {
    let size = max(abs(backpropagation), abs(finiteDifference))
    return size == 0 ? 0 : abs(backpropagation - finiteDifference) / size
  }

  /// Checks the weights that have the largest gradients in each of the named tensors.
  /// - Parameters:
  ///   - model: keeps gradients; its gradients are overwritten by those of this example.
  ///   - inputs: one sequence of tokens; a short one (16 tokens) keeps the many passes quick.
  public static func check(
    model: Model, inputs: [Int32], targets: [Int32], tensors: [String], weightsPerTensor: Int = 1,
    step: Double = 1e-4
  ) -> [GradientCheck] {
    let gradients = model.gradients!
    model.zeroGradients()
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        _ = model.forward(inputs: inputs, targets: targets, batch: 1, positions: inputs.count)
      }
    }
    model.backward()
    var plain = PlainModel(parameters: model.parameters)
    let (tokens, wanted) = (inputs.map { Int($0) }, targets.map { Int($0) })
    return tensors.flatMap { name in
      let slope = gradients.tensor(name)
      let largest = slope.indices.sorted {
        (-abs(slope[$0]), $0) < (-abs(slope[$1]), $1)
      }
      return largest.prefix(weightsPerTensor).map { index in
        let weight = plain.weights[name].values[index]
        func loss(at value: Double) -> Double {
          plain.weights[name].values[index] = value
          return plain.forward(inputs: tokens, targets: wanted).loss
        }
        let difference = loss(at: weight + step) - loss(at: weight - step)
        plain.weights[name].values[index] = weight
        return GradientCheck(
          tensor: name, index: index, weight: weight, backpropagation: Double(slope[index]),
          finiteDifference: difference / (2 * step), step: step)
      }
    }
  }
}
