import Numerics
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
  /// One number of a tensor.
  public struct Place: Sendable, Equatable {
    public let tensor: String
    /// Within the tensor, row by row.
    public let index: Int

    public init(tensor: String, index: Int) {
      self.tensor = tensor
      self.index = index
    }

    /// The place with the largest gradient in a tensor or a part of it; of several the first.
    public static func steepest(
      in tensor: String, _ part: Range<Int>? = nil, of gradients: Parameters
    ) -> Place {
      let slopes = gradients.tensor(tensor)
      let part = part ?? slopes.indices
      let index = part.max { (abs(slopes[$0]), $1) < (abs(slopes[$1]), $0) }
      return Place(tensor: tensor, index: index ?? part.lowerBound)
    }
  }

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

  /// Checks the gradients of some weights against the loss of the batch that they were found for.
  /// - Parameters:
  ///   - parameters: those of the pass that gave the gradients.
  ///   - gradients: of the mean loss of `texts`, by backpropagation.
  ///   - texts: passed through the plain model twice for each weight.
  public static func check(
    _ places: [Place], parameters: Parameters, gradients: Parameters, texts: BatchTexts,
    step: Double = 1e-4, pool: WorkerPool
  ) -> [GradientCheck] {
    var plain = PlainModel(parameters: parameters)
    return places.map { place in
      let weight = plain.weights[place.tensor].values[place.index]
      func loss(at value: Double) -> Double {
        plain.weights[place.tensor].values[place.index] = value
        return texts.loss(of: plain, pool: pool)
      }
      let difference = loss(at: weight + step) - loss(at: weight - step)
      plain.weights[place.tensor].values[place.index] = weight
      return GradientCheck(
        tensor: place.tensor, index: place.index, weight: weight,
        backpropagation: Double(gradients.tensor(place.tensor)[place.index]),
        finiteDifference: difference / (2 * step), step: step)
    }
  }
}
