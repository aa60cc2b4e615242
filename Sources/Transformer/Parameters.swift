import Numerics

/// Where one named tensor lies among all parameters.
public struct TensorSpecification: Sendable, Equatable {
  public var name: String
  public var shape: [Int]
  /// Index of its first value in `Parameters.values`.
  public var offset: Int
  public var count: Int

  public init(name: String, shape: [Int], offset: Int) {
    self.name = name
    self.shape = shape
    self.offset = offset
    count = shape.reduce(1, *)
  }
}

/// All numbers that the model learns, one after the other in memory.
///
/// Names, shapes and order are those of GPT-2 in Hugging Face's `transformers`; the output layer
/// usually has no matrix of its own but uses `wte.weight`. Gradients and optimizer moments share the layout.
public final class Parameters: @unchecked Sendable {
  public let configuration: Configuration
  public let tensors: [TensorSpecification]
  public let values: UnsafeMutableBufferPointer<Float>

  /// All zeros.
  public init(configuration: Configuration) {
    self.configuration = configuration
    tensors = Self.specifications(configuration)
    let count = tensors.last.map { $0.offset + $0.count } ?? 0
    values = FloatMemory.zeros(count)
  }

  deinit { UnsafeMutableRawPointer(values.baseAddress)?.deallocate() }

  /// Values before any learning: normal with a small deviation; biases 0, normalization weights 1.
  ///
  /// Token vectors have GPT-2's deviation of 0.02, so that every next token is about equally likely
  /// at first. GPT-2 uses it for all other weights as well, at its width of 768. A product sums over
  /// the width, so a model of another width needs `0.02 · √(768 / width)` to begin with sums of the
  /// same size. With less, attention is flat and learns late which token to look at. The two
  /// projections that write to the residual stream of each block are scaled by `1 / √(2 · layers)`,
  /// so that the stream keeps its size however deep the model is.
  /// - SeeAlso: Radford et al. 2019, "Language models are unsupervised multitask learners", 2.3.
  public func initialize(seed: UInt64) {
    let weightDeviation = 0.02 * (768 / Float(configuration.width)).squareRoot()
    let residualDeviation = weightDeviation / Float(2 * configuration.layerCount).squareRoot()
    for (index, specification) in tensors.enumerated() {
      let target = values.baseAddress.unsafelyUnwrapped + specification.offset
      let kind = Self.kind(of: specification.name)
      if kind == .bias || kind == .normalization {
        target.update(repeating: kind == .bias ? 0 : 1, count: specification.count)
        continue
      }
      var generator = RandomGenerator(seed: seed, stream: UInt64(index))
      let isToken = specification.name == "wte.weight" || specification.name == "lm_head.weight"
      let deviation =
        isToken ? 0.02 : kind == .residualProjection ? residualDeviation : weightDeviation
      for i in 0..<specification.count { target[i] = deviation * generator.normal() }
    }
  }

  /// The values of one tensor, row after row.
  public func tensor(_ name: String) -> UnsafeMutableBufferPointer<Float> {
    guard let found = tensors.first(where: { $0.name == name }) else {
      preconditionFailure("no tensor is called \(name)")
    }
    return UnsafeMutableBufferPointer(rebasing: values[found.offset..<found.offset + found.count])
  }

  func pointer(_ name: String) -> UnsafeMutablePointer<Float> {
    tensor(name).baseAddress.unsafelyUnwrapped
  }

  private enum Kind { case weight, residualProjection, bias, normalization }

  private static func kind(of name: String) -> Kind {
    if name.hasSuffix(".bias") { return .bias }
    if name.hasSuffix(".c_proj.weight") { return .residualProjection }
    if name.hasSuffix("ln_1.weight") || name.hasSuffix("ln_2.weight") || name == "ln_f.weight" {
      return .normalization
    }
    return .weight
  }

  /// Names, shapes and places of all tensors of such a model.
  public static func specifications(_ configuration: Configuration) -> [TensorSpecification] {
    let c = configuration.width
    var result: [TensorSpecification] = []
    func add(_ name: String, _ shape: [Int]) {
      let offset = result.last.map { $0.offset + $0.count } ?? 0
      result.append(TensorSpecification(name: name, shape: shape, offset: offset))
    }
    add("wte.weight", [configuration.vocabularySize, c])
    add("wpe.weight", [configuration.contextLength, c])
    for layer in 0..<configuration.layerCount {
      let h = "h.\(layer)."
      add(h + "ln_1.weight", [c])
      add(h + "ln_1.bias", [c])
      add(h + "attn.c_attn.weight", [c, 3 * c])
      add(h + "attn.c_attn.bias", [3 * c])
      add(h + "attn.c_proj.weight", [c, c])
      add(h + "attn.c_proj.bias", [c])
      add(h + "ln_2.weight", [c])
      add(h + "ln_2.bias", [c])
      add(h + "mlp.c_fc.weight", [c, 4 * c])
      add(h + "mlp.c_fc.bias", [4 * c])
      add(h + "mlp.c_proj.weight", [4 * c, c])
      add(h + "mlp.c_proj.bias", [c])
    }
    add("ln_f.weight", [c])
    add("ln_f.bias", [c])
    if !configuration.tiesOutput { add("lm_head.weight", [configuration.vocabularySize, c]) }
    return result
  }
}
