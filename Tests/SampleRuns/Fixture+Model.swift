import Names
import Record

extension Fixture {
  package static let architecture: ArchitectureRecord = {
    let (layers, width, length, vocabulary) = (2, 32, 96, 512)
    var tensors: [ArchitectureRecord.TensorRecord] = []
    let add = { (name: String, shape: [Int], part: ModelPart, layer: Int?) in
      tensors.append(
        ArchitectureRecord.TensorRecord(
          name: name, shape: shape, count: shape.reduce(1, *), part: part, layer: layer))
    }
    add("wte.weight", [vocabulary, width], .embedding, nil)
    add("wpe.weight", [length, width], .position, nil)
    for layer in 0..<layers {
      let tensors: [(String, [Int], ModelPart)] = [
        ("ln_1.weight", [width], .normalization), ("ln_1.bias", [width], .normalization),
        ("attn.c_attn.weight", [width, 3 * width], .attention),
        ("attn.c_attn.bias", [3 * width], .attention),
        ("attn.c_proj.weight", [width, width], .attention),
        ("attn.c_proj.bias", [width], .attention),
        ("ln_2.weight", [width], .normalization), ("ln_2.bias", [width], .normalization),
        ("mlp.c_fc.weight", [width, 4 * width], .mlp), ("mlp.c_fc.bias", [4 * width], .mlp),
        ("mlp.c_proj.weight", [4 * width, width], .mlp), ("mlp.c_proj.bias", [width], .mlp),
      ]
      for (name, shape, part) in tensors { add("h.\(layer).\(name)", shape, part, layer) }
    }
    add("ln_f.weight", [width], .normalization, nil)
    add("ln_f.bias", [width], .normalization, nil)
    return ArchitectureRecord(
      layerCount: layers, headCount: 4, width: width, contextLength: length,
      vocabularySize: vocabulary, parameterCount: tensors.reduce(0) { $0 + $1.count },
      tensors: tensors)
  }()

  package static func histogram(_ name: String, deviation: Double) -> HistogramRecord {
    // Binomial weights of 24 throws are near the bell of a normal distribution.
    var counts = [1.0]
    for throwNumber in 1...24 {
      counts.append(counts[throwNumber - 1] * Double(25 - throwNumber) / Double(throwNumber))
    }
    return HistogramRecord(
      name: name, minimum: -4 * deviation, maximum: 4.1 * deviation, mean: 0.0003,
      deviation: deviation, lower: -4.4 * deviation, binWidth: 8.8 * deviation / 25,
      counts: counts.map { Int($0 / 1000) })
  }

  package static let initialization = InitializationRecord(
    seed: 7,
    histograms: [
      histogram("wte.weight", deviation: 0.02),
      histogram("h.0.attn.c_attn.weight", deviation: 0.02),
      histogram("h.0.mlp.c_proj.weight", deviation: 0.01),
    ],
    samples: [
      WrittenSample(
        language: .english, prompt: "Mika works", text: "Mika works qz\u{FFFD} thethe パ5 harr;"),
      WrittenSample(language: .japanese, prompt: "ミカさんは", text: "ミカさんはth。ンンQ 働er\u{FFFD}い"),
    ], loss: 6.241, uniformLoss: 6.238, constants: 2_176)

  package static let hyperparameters = HyperparameterRecord(
    entries: [
      (Hyperparameter.learningRate, "0.002"), (Hyperparameter.batchSize, "20"),
      (Hyperparameter.layerCount, "2"), (Hyperparameter.weightDecay, "0.1"),
    ].map { HyperparameterRecord.Entry(name: $0.0, value: $0.1) })

  package static let algorithm = AlgorithmRecord(
    gradientChecks: [
      AlgorithmRecord.GradientCheck(
        parameter: "wte.weight", index: 8190, weight: 0.0213, backpropagation: 0.0018342,
        finiteDifference: 0.0018339, step: 0.001),
      AlgorithmRecord.GradientCheck(
        parameter: "h.1.mlp.c_fc.weight", index: 77, weight: -0.0071, backpropagation: -0.0400127,
        finiteDifference: -0.0400119, step: 0.001),
    ],
    adamSteps: [
      AlgorithmRecord.AdamStep(
        parameter: "h.0.attn.c_attn.weight", index: 5, step: 3, weightBefore: 0.01,
        gradient: 0.04, firstMomentBefore: 0.002, secondMomentBefore: 0.00001,
        firstMoment: 0.0058, secondMoment: 0.0000259, firstMomentCorrected: 0.021402,
        secondMomentCorrected: 0.008642, learningRate: 0.002, weightDecay: 0.1, beta1: 0.9,
        beta2: 0.99, epsilon: 1e-8, weightAfter: 0.009538, rawGradient: 0.08, clipFactor: 0.5)
    ],
    example: AlgorithmRecord.LossExample(
      context: Array(english.prefix(4)), target: english[4],
      candidates: candidates([
        (piece(" harbour", 301), 0.31, true), (piece(" bak", 398), 0.24, true),
        (piece(" market", 333), 0.12, true), (piece(" school", 345), 0.07, true),
        (piece(" sea", 341), 0.02, true),
      ]), targetProbability: 0.24, loss: 1.4271, language: .english, text: 0, place: 3,
      candidatesAfter: [0.3, 0.27, 0.11, 0.08, 0.03], targetProbabilityAfter: 0.27,
      lossAfter: 1.3093),
    batch: AlgorithmRecord.WatchedBatch(
      step: 3,
      texts: [
        AlgorithmRecord.WatchedBatch.Text(
          language: .english, tokens: english, before: [0.7, 0.6, 0.5, 0.24, 0.8, 0.9],
          after: [0.7, 0.61, 0.52, 0.27, 0.81, 0.9])
      ], lossBefore: 0.5797, lossAfter: 0.5485))

  package static let modelFile: ModelFileRecord = {
    let header =
      "{\"h.0.attn.c_attn.bias\":{\"dtype\":\"F32\",\"shape\":[96],\"data_offsets\":[0,384]}}"
    let bytes =
      [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [0, 0, 0xC0, 0x3F]
    return ModelFileRecord(
      fileName: "model.safetensors", byteCount: 182_400, headerLength: header.utf8.count,
      firstBytes: bytes, headerExcerpt: header,
      tensors: [
        ModelFileRecord.Entry(
          name: "h.0.attn.c_attn.bias", type: "F32", shape: [96], start: 0, end: 384)
      ],
      histograms: [
        histogram("wte.weight", deviation: 0.31),
        histogram("h.0.attn.c_attn.weight", deviation: 0.12),
      ])
  }()

  package static let inference = InferenceRecord(
    prompt: "Where does Mika work?", tokens: english,
    comparisons: [(piece(" bak", 398), 9.81234, 9.81233), (piece(" sea", 341), 2.10007, 2.10007)]
      .map {
        InferenceRecord.LogitComparison(token: $0.0, training: $0.1, inference: $0.2)
      }, largestDifference: 0.00001, cacheBytesPerPosition: 512)
}
