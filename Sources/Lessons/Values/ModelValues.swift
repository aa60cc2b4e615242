import Names
import Record

/// L4a to L4c, L6a and L6b.
extension RecordedValue {
  static let architecture: [RecordedValue] = [
    .init("model.layers", "blocks on each other", .architecture, count: \.layerCount),
    .init("model.heads", "attention heads of a block", .architecture, count: \.headCount),
    .init("model.width", "numbers that describe a token", .architecture, count: \.width),
    .init("model.headWidth", "width over heads", .architecture, count: \.headWidth),
    .init("model.mlpWidth", "four times the width", .architecture, count: { 4 * $0.width }),
    .init("model.context", "tokens seen at a time", .architecture, count: \.contextLength),
    .init("model.vocabulary", "different tokens", .architecture, count: \.vocabularySize),
    .init("model.parameters", "parameters in all", .architecture, count: \.parameterCount),
    .init(
      "model.parametersEmbedding", "vocabulary times width", .architecture,
      // With an output table of its own this one is not used twice, as the lesson says.
      count: { $0.hasOutputTable ? nil : $0.vocabularySize * $0.width }),
    .init(
      "model.parametersPosition", "context times width", .architecture,
      count: { $0.contextLength * $0.width }),
    .init(
      "model.parametersBlock", "parameters of the first block", .architecture,
      count: { $0.parameters { $0.layer == 0 } }),
    .init(
      "model.parametersBlocks", "layers times that", .architecture,
      count: { $0.parameters { $0.layer != nil } }),
    .init(
      "model.parametersLastNorm", "parameters of the last normalization", .architecture,
      count: { $0.parameters { $0.layer == nil && $0.part == .normalization } }),
  ]

  static let initialization: [RecordedValue] = [
    .init(
      "initial.loss", "loss on the validation documents before learning, nats a token",
      .initialization, number: \.loss),
    .init(
      "initial.constants", "gains and biases, which no draw decides", .initialization,
      count: \.constants),
    .init(
      "initial.drawn", "parameters that were drawn at random",
      count: { run in
        guard let all = run.run[.architecture]?.parameterCount,
          let constants = run.run[.initialization]?.constants
        else { return nil }
        return all - constants
      }),
    .init("initial.uniformLoss", "ln(vocabulary)", .initialization, number: \.uniformLoss),
    .init("initial.seed", "seed of the initial weights", .initialization, text: { "\($0.seed)" }),
    .init(
      "initial.deviation", "standard deviation of the token embedding", .initialization,
      number: \.histograms.tokenEmbedding?.deviation),
    .init(
      "initial.mean", "mean of the token embedding", .initialization,
      number: \.histograms.tokenEmbedding?.mean),
  ]

  static let hyperparameters: [RecordedValue] =
    Hyperparameter.allCases.map { name in
      .init(
        "hyperparameter.\(name.rawValue)", "the hyperparameter \(name.rawValue)", .hyperparameters,
        text: { $0.entries.first { $0.name == name }?.value })
    } + [
      .init(
        "hyperparameter.count", "how many hyperparameters there are", .hyperparameters,
        count: \.entries.count)
    ]

  static let modelFile: [RecordedValue] = [
    .init("file.name", "name of the model's file", .modelFile, text: \.fileName),
    .init("file.bytes", "its size in bytes", .modelFile, count: \.byteCount),
    .init("file.headerLength", "bytes of its header", .modelFile, count: \.headerLength),
    .init(
      "file.dataBytes", "bytes of numbers: size − 8 − header", .modelFile,
      count: { $0.byteCount - 8 - $0.headerLength }),
    .init(
      "file.firstBytes", "its first eight bytes in hexadecimal", .modelFile,
      text: { hexadecimal($0.firstBytes.prefix(8)) }),
    .init(
      "file.firstByte", "the first byte, decimal", .modelFile,
      count: { $0.firstBytes.first.map { Int($0) } }),
    .init(
      "file.secondByte", "the second byte, decimal", .modelFile,
      // Two bytes are the whole length only of a header below 64 KB.
      count: { $0.headerLength < 1 << 16 ? $0.firstBytes.dropFirst().first.map { Int($0) } : nil }),
    .init("file.tensors", "tensors in it", .modelFile, count: \.tensors.count),
    .init(
      "learned.deviation", "deviation of the learned token embedding", .modelFile,
      number: \.histograms.tokenEmbedding?.deviation),
  ]

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }

  static let inference: [RecordedValue] = [
    .init(
      "inference.prompt", "the prompt that both programs were given", text: { $0.inference?.prompt }
    ),
    .init(
      "inference.difference", "the largest difference of a logit",
      number: { $0.inference?.largestDifference }),
    .init(
      "inference.compared", "how many logits are shown", count: { $0.inference?.comparisons.count }),
    .init(
      "inference.cacheBytes", "bytes of keys and values for each token", .inference,
      count: \.cacheBytesPerPosition),
    .init(
      "inference.cacheFull", "the same for a full context",
      count: { shown in
        guard let inference = shown.run[.inference], let model = shown.run[.architecture]
        else { return nil }
        return inference.cacheBytesPerPosition * model.contextLength
      }),
    .init(
      "inference.fullPairs", "key and query pairs of a full context, in one head", .architecture,
      count: { $0.contextLength * ($0.contextLength + 1) / 2 }),
  ]
}

extension Exhibits {
  /// The comparison of both programs, with the prompt of the reader's language.
  var inference: InferenceRecord? { run[.inference]?.read(in: language) }
}

extension ArchitectureRecord {
  fileprivate var hasOutputTable: Bool { tensors.contains { $0.name == "lm_head.weight" } }

  /// Parameters of some of the tensors.
  fileprivate func parameters(of isCounted: (TensorRecord) -> Bool) -> Int {
    tensors.filter(isCounted).reduce(0) { $0 + $1.count }
  }
}

extension [HistogramRecord] {
  fileprivate var tokenEmbedding: HistogramRecord? { first { $0.name.hasSuffix("wte.weight") } }
}
