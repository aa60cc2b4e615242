import Inference
import Numerics
import Transformer

/// The model as a web page runs it: parameters in, tokens in, logits out, on one thread.
///
/// A page hands over numbers only, so the configuration is five integers and the parameters are one
/// row of floats in the order of `Parameters`.
public final class Engine {
  private let generator: Generator

  /// - Parameters:
  ///   - sizes: layers, heads, width, context length, vocabulary size.
  ///   - values: all parameters in the order of `Parameters.specifications`.
  /// - Returns: nil when no such model exists or the count of values is not its own.
  public init?(sizes: UnsafeBufferPointer<Int32>, values: UnsafeBufferPointer<Float>) {
    guard let configuration = Self.configuration(sizes),
      configuration.parameterCount == values.count
    else { return nil }
    let parameters = Parameters(configuration: configuration)
    for index in 0..<values.count { parameters.values[index] = values[index] }
    generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
  }

  /// The configuration that five integers describe; nil when no such model exists.
  public static func configuration(_ sizes: UnsafeBufferPointer<Int32>) -> Configuration? {
    guard sizes.count == 5 else { return nil }
    let configuration = Configuration(
      layerCount: Int(sizes[0]), headCount: Int(sizes[1]), width: Int(sizes[2]),
      contextLength: Int(sizes[3]), vocabularySize: Int(sizes[4]))
    // All of a page's memory is within 2³² bytes, so its sizes fit 20 bits and their product 28.
    guard sizes.allSatisfy({ $0 < 1 << 20 }), (try? configuration.validate()) != nil else {
      return nil
    }
    let largest =
      Double(configuration.width * configuration.layerCount) * Double(configuration.width)
    guard largest < 268_435_456 else { return nil }
    return configuration
  }

  /// Forgets the sequence.
  public func reset() { generator.reset() }

  /// Appends tokens and gives the logits of the last position; nil when they do not fit.
  public func process(_ tokens: UnsafeBufferPointer<Int32>) -> UnsafeBufferPointer<Float>? {
    let configuration = generator.parameters.configuration
    guard !tokens.isEmpty, generator.position + tokens.count <= configuration.contextLength,
      tokens.allSatisfy({ $0 >= 0 && Int($0) < configuration.vocabularySize })
    else { return nil }
    return generator.process([Int32](tokens))
  }
}
