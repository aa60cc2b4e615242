import Charts
import Figures
import Names
import Record

/// L4a to L4d, L6a, L6b.
extension RecordedValue {
  static let architecture: [RecordedValue] = [
    RecordedValue(
      "model.layers", "blocks on each other",
      count: { run, _ in
        run.architecture.layerCount
      }),
    RecordedValue(
      "model.heads", "attention heads of a block",
      count: { run, _ in
        run.architecture.headCount
      }),
    RecordedValue(
      "model.width", "numbers that describe a token",
      count: { run, _ in
        run.architecture.width
      }),
    RecordedValue(
      "model.headWidth", "width over heads",
      count: { run, _ in
        run.architecture.headWidth
      }),
    RecordedValue(
      "model.mlpWidth", "four times the width",
      count: { run, _ in
        4 * run.architecture.width
      }),
    RecordedValue(
      "model.context", "tokens seen at a time",
      count: { run, _ in
        run.architecture.contextLength
      }),
    RecordedValue(
      "model.vocabulary", "different tokens",
      count: { run, _ in
        run.architecture.vocabularySize
      }),
    RecordedValue(
      "model.parameters", "parameters in all",
      count: { run, _ in
        run.architecture.parameterCount
      }),
    RecordedValue(
      "model.parametersEmbedding", "vocabulary times width",
      count: { run, _ in
        // With an output table of its own this one is not used twice, as the lesson says.
        run.architecture.tensors.contains { $0.name == "lm_head.weight" }
          ? nil : run.architecture.vocabularySize * run.architecture.width
      }),
    RecordedValue(
      "model.parametersPosition", "context times width",
      count: { run, _ in
        run.architecture.contextLength * run.architecture.width
      }),
    RecordedValue(
      "model.parametersBlock", "parameters of the first block",
      count: { run, _ in
        run.architecture.tensors.filter { $0.layer == 0 }.reduce(0) { $0 + $1.count }
      }),
    RecordedValue(
      "model.parametersBlocks", "layers times that",
      count: { run, _ in
        run.architecture.tensors.filter { $0.layer != nil }.reduce(0) { $0 + $1.count }
      }),
    RecordedValue(
      "model.parametersLastNorm", "parameters of the last normalization",
      count: {
        run, _ in
        run.architecture.tensors.filter { $0.layer == nil && $0.part == .normalization }
          .reduce(0) { $0 + $1.count }
      }),
    RecordedValue(
      "model.tensors", "named tensors",
      count: { run, _ in
        run.architecture.tensors.count
      }),
  ]

  static let initialization: [RecordedValue] = [
    RecordedValue(
      "initial.loss", "validation loss before learning, nats a token",
      number: {
        run, _ in run.initialization.loss
      }),
    RecordedValue(
      "initial.uniformLoss", "ln(vocabulary)",
      number: { run, _ in
        run.initialization.uniformLoss
      }),
    RecordedValue("initial.seed", "seed of the initial weights") { run, _ in
      "\(run.initialization.seed)"
    },
    RecordedValue(
      "initial.deviation", "standard deviation of the token embedding",
      number: {
        run, _ in embedding(run.initialization.histograms)?.deviation
      }),
    RecordedValue(
      "initial.mean", "mean of the token embedding",
      number: { run, _ in
        embedding(run.initialization.histograms)?.mean
      }),
    RecordedValue("initial.text", "a text that the untrained model wrote") { run, language in
      run.exhibits(for: language).firstWriting
        .map { TerminalText.visible($0.text) }
    },
  ]

  static func embedding(_ histograms: [HistogramRecord]) -> HistogramRecord? {
    histograms.first { $0.name.hasSuffix("wte.weight") }
  }

  static let hyperparameters: [RecordedValue] =
    Hyperparameter.allCases.map { name in
      RecordedValue("hyperparameter.\(name.rawValue)", "the hyperparameter \(name.rawValue)") {
        run, _ in
        run.hyperparameters.entries.first { $0.name == name }?.value
      }
    } + [
      RecordedValue(
        "hyperparameter.count", "how many hyperparameters there are",
        count: { run, _ in
          run.hyperparameters.entries.count
        })
    ]

  static let algorithm: [RecordedValue] =
    [
      RecordedValue("example.target", "the right next token of the worked example") { run, _ in
        shown(run.algorithm.example.target)
      },
      RecordedValue(
        "example.probability", "the probability that the model gave it",
        number: {
          run, _ in run.algorithm.example.targetProbability
        }),
      RecordedValue(
        "example.loss", "minus its natural logarithm",
        number: { run, _ in
          run.algorithm.example.loss
        }),
      RecordedValue("example.guess", "the model's own first guess") { run, _ in
        run.algorithm.example.candidates.first.map { shown($0.token) }
      },
      RecordedValue(
        "example.guessProbability", "the probability of that guess",
        number: { run, _ in
          run.algorithm.example.candidates.first?.probability
        }),
      RecordedValue("gradient.parameter", "name of the weight that is checked") { run, _ in
        run.exhibits(for: .english).gradientCheck.map { "\($0.parameter)[\($0.index)]" }
      },
      RecordedValue(
        "gradient.backpropagation", "its gradient by backpropagation",
        number: {
          run, _ in run.exhibits(for: .english).gradientCheck?.backpropagation
        }),
      RecordedValue(
        "gradient.finiteDifference", "its gradient by finite difference",
        number: {
          run, _ in run.exhibits(for: .english).gradientCheck?.finiteDifference
        }),
      RecordedValue(
        "gradient.step", "step of the finite difference",
        number: { run, _ in
          run.exhibits(for: .english).gradientCheck?.step
        }),
      RecordedValue(
        "gradient.weight", "the weight itself",
        number: { run, _ in run.exhibits(for: .english).gradientCheck?.weight }),
      RecordedValue(
        "gradient.checks", "how many weights are checked",
        count: { run, _ in
          run.algorithm.gradientChecks.count
        }),
    ]
    + [
      adam("parameter", "name of the weight") { "\($0.parameter)[\($0.index)]" },
      adam("step", "number of the step") { "\($0.step)" },
    ]
    + [
      adam("before", "the weight before the step", \.weightBefore),
      adam("gradient", "its gradient after clipping", \.gradient),
      adam("firstBefore", "running mean of gradients before the step", \.firstMomentBefore),
      adam("secondBefore", "running mean of squared gradients before it", \.secondMomentBefore),
      adam("firstMoment", "running mean of gradients", \.firstMoment),
      adam("secondMoment", "running mean of squared gradients", \.secondMoment),
      adam("firstCorrected", "the first, corrected for its start", \.firstMomentCorrected),
      adam("secondCorrected", "the second, corrected for its start", \.secondMomentCorrected),
      adam("learningRate", "the learning rate of the step", \.learningRate),
      adam("weightDecay", "the weight decay") { "\(Float($0.weightDecay))" },
      adam("beta1", "decay of the first mean") { "\(Float($0.beta1))" },
      adam("beta2", "decay of the second mean") { "\(Float($0.beta2))" },
      adam("epsilon", "the small number below the fraction") { "\(Float($0.epsilon))" },
      adam("after", "the weight after the step", \.weightAfter),
    ]

  private static func adam(
    _ name: String, _ meaning: String,
    _ read: @escaping @Sendable (AlgorithmRecord.AdamStep) -> String
  ) -> RecordedValue {
    RecordedValue("adam.\(name)", "AdamW step shown: \(meaning)") { run, _ in
      run.exhibits(for: .english).adamStep.map(read)
    }
  }

  private static func adam(
    _ name: String, _ meaning: String,
    _ path: KeyPath<AlgorithmRecord.AdamStep, Double> & Sendable
  ) -> RecordedValue {
    adam(name, meaning) { Numbers.significant($0[keyPath: path], 6) }
  }

  static let modelFile: [RecordedValue] = [
    RecordedValue("file.name", "name of the model's file") { run, _ in run.modelFile.fileName },
    RecordedValue("file.bytes", "its size in bytes", count: { run, _ in run.modelFile.byteCount }),
    RecordedValue(
      "file.headerLength", "bytes of its header",
      count: { run, _ in
        run.modelFile.headerLength
      }),
    RecordedValue(
      "file.dataBytes", "bytes of numbers: size − 8 − header",
      count: { run, _ in
        run.modelFile.byteCount - 8 - run.modelFile.headerLength
      }),
    RecordedValue("file.firstBytes", "its first eight bytes in hexadecimal") { run, _ in
      run.modelFile.firstBytes.prefix(8).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined(separator: " ")
    },
    RecordedValue(
      "file.firstByte", "the first byte, decimal",
      count: { run, _ in
        run.modelFile.firstBytes.first.map { Int($0) }
      }),
    RecordedValue(
      "file.secondByte", "the second byte, decimal",
      count: { run, _ in
        // Two bytes are the whole length only of a header below 64 KB.
        run.modelFile.firstBytes.count > 1 && run.modelFile.headerLength < 1 << 16
          ? Int(run.modelFile.firstBytes[1]) : nil
      }),
    RecordedValue(
      "file.tensors", "tensors in it",
      count: { run, _ in
        run.modelFile.tensors.count
      }),
    RecordedValue(
      "learned.deviation", "deviation of the learned token embedding",
      number: {
        run, _ in embedding(run.modelFile.histograms)?.deviation
      }),
  ]

  static let inference: [RecordedValue] = [
    RecordedValue("inference.prompt", "the prompt that both programs were given") { run, _ in
      run.inference.prompt
    },
    RecordedValue(
      "inference.difference", "the largest difference of a logit",
      number: { run, _ in
        run.inference.largestDifference
      }),
    RecordedValue(
      "inference.compared", "how many logits are shown",
      count: { run, _ in
        run.inference.comparisons.count
      }),
    RecordedValue(
      "inference.cacheBytes", "bytes of keys and values for each token",
      count: {
        run, _ in run.inference.cacheBytesPerPosition
      }),
    RecordedValue(
      "inference.cacheFull", "the same for a full context",
      count: { run, _ in
        run.inference.cacheBytesPerPosition * run.architecture.contextLength
      }),
    RecordedValue(
      "inference.fullPairs", "key and query pairs of a full context, in one head",
      count: {
        run, _ in
        run.architecture.contextLength * (run.architecture.contextLength + 1) / 2
      }),
  ]
}
