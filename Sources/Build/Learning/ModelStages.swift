import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

extension ArchitectureRecord {
  init(_ parameters: Parameters) {
    let configuration = parameters.configuration
    self.init(
      layerCount: configuration.layerCount, headCount: configuration.headCount,
      width: configuration.width, contextLength: configuration.contextLength,
      vocabularySize: configuration.vocabularySize,
      parameterCount: configuration.parameterCount,
      tensors: parameters.tensors.map {
        TensorRecord(
          name: $0.name, shape: $0.shape, count: $0.count, part: Self.part(of: $0.name),
          layer: Self.layer(of: $0.name))
      })
  }

  static func part(of name: String) -> ModelPart {
    if name == "wte.weight" || name == "lm_head.weight" { return .embedding }
    if name == "wpe.weight" { return .position }
    if name.contains(".attn.") { return .attention }
    if name.contains(".mlp.") { return .mlp }
    return .normalization
  }

  static func layer(of name: String) -> Int? {
    let parts = name.split(separator: ".")
    return parts.first == "h" ? Int(parts[1]) : nil
  }
}

/// Weights as a reader sees them: histograms of a few matrices and corners of them.
enum WeightView {
  /// Matrices that are shown: the embedding, and the attention and MLP of the first and last block.
  static func names(_ parameters: Parameters) -> [String] {
    let last = parameters.configuration.layerCount - 1
    let layers = last == 0 ? [0] : [0, last]
    return ["wte.weight"]
      + layers.flatMap { ["h.\($0).attn.c_attn.weight", "h.\($0).mlp.c_fc.weight"] }
  }

  static func histograms(_ parameters: Parameters) -> [HistogramRecord] {
    names(parameters).map { HistogramRecord(name: $0, values: parameters.tensor($0)) }
  }

  /// Matrices that are watched while they learn: attention of the first block, MLP of the last.
  static func watchedNames(_ parameters: Parameters) -> [String] {
    ["h.0.attn.c_attn.weight", "h.\(parameters.configuration.layerCount - 1).mlp.c_fc.weight"]
  }

  /// The upper left corners, at most `side` rows and columns, under `prefix` + name.
  /// - Parameter names: the matrices; those of `names(_:)` when nil.
  static func recordCorners(
    _ parameters: Parameters, names: [String]? = nil, side: Int = 16,
    into store: inout TensorStore, prefix: String
  ) {
    for name in names ?? self.names(parameters) {
      guard let tensor = parameters.tensors.first(where: { $0.name == name }) else { continue }
      let (rows, columns) = (tensor.shape[0], tensor.shape[1])
      let values = parameters.tensor(name)
      let (height, width) = (min(side, rows), min(side, columns))
      store[prefix + name] = RecordedTensor(
        shape: [height, width],
        values: (0..<height).flatMap { row in (0..<width).map { values[row * columns + $0] } })
    }
  }
}

extension InitializationRecord {
  /// Looks at a model that has learned nothing yet.
  init(
    _ parameters: Parameters, seed: UInt64, loss: Double, prompts: [JournalPrompt],
    writer: Writer
  ) {
    self.init(
      seed: seed,
      histograms: WeightView.histograms(parameters),
      samples: prompts.map {
        writer.sample(parameters, to: $0, temperature: 1, seed: seed, limit: 40)
      },
      loss: loss,
      uniformLoss: Portable.log(Double(parameters.configuration.vocabularySize)),
      constants: parameters.tensors.filter { tensor in
        let values = parameters.tensor(tensor.name)
        return values.allSatisfy { $0 == values[0] }
      }.reduce(0) { $0 + $1.count })
  }
}

extension AlgorithmRecord.GradientCheck {
  init(_ check: Training.GradientCheck) {
    self.init(
      parameter: check.tensor, index: check.index, weight: check.weight,
      backpropagation: check.backpropagation, finiteDifference: check.finiteDifference,
      step: check.step)
  }
}

extension AlgorithmRecord.AdamStep {
  /// - Parameters:
  ///   - rawGradient: before clipping.
  ///   - clipFactor: what all gradients of the step were multiplied by.
  init(
    _ terms: AdamWTerms, parameter: String, index: Int, rawGradient: Double, clipFactor: Double
  ) {
    self.init(
      parameter: parameter, index: index, step: terms.step, weightBefore: terms.weightBefore,
      gradient: terms.gradient, firstMomentBefore: terms.firstMomentBefore,
      secondMomentBefore: terms.secondMomentBefore, firstMoment: terms.firstMoment,
      secondMoment: terms.secondMoment,
      firstMomentCorrected: terms.firstCorrected, secondMomentCorrected: terms.secondCorrected,
      learningRate: terms.learningRate, weightDecay: terms.weightDecay, beta1: terms.beta1,
      beta2: terms.beta2, epsilon: terms.epsilon, weightAfter: terms.weightAfter,
      rawGradient: rawGradient, clipFactor: clipFactor)
  }
}
