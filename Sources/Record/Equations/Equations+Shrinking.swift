import Names

/// L5d: the smaller models.
extension Equation {
  static let shrinking: [Equation] = [
    Equation(
      "full-model-comes-first", "L5d",
      en: "The first model compared is the learned one, four bytes a parameter.",
      ja: "最初に比べるのは学習済みモデルそのもので、パラメータ一つが4バイト。"
    ) { run, comparison in
      guard let first = run[.shrinking]?.variants.first, let model = run[.architecture] else {
        return
      }
      comparison.equal(first.kind, .full, "first model")
      comparison.equal(first.parameterCount, model.parameterCount, "its parameters")
      comparison.equal(first.byteCount, 4 * model.parameterCount, "its bytes")
    },
    Equation(
      "smaller-models-have-their-sizes", "L5d",
      en: "The parameters of each model follow from its width and depth.",
      ja: "どのモデルのパラメータ数も、その幅とブロックの数から決まる。"
    ) { run, comparison in
      guard let record = run[.shrinking], let model = run[.architecture] else { return }
      for variant in record.variants {
        let size = size(of: variant, record, model)
        comparison.equal(
          variant.parameterCount,
          ArchitectureRecord.parameterCount(
            layers: size.layers, width: size.width, context: model.contextLength,
            vocabulary: model.vocabularySize), "parameters of \(variant.id)")
      }
    },
    Equation(
      "multiplications-follow-from-sizes", "L5d",
      en: "A token costs as many multiplications as the matrices of the model have weights.",
      ja: "トークン一つにかかる掛け算の数は、モデルの行列の重みの数。"
    ) { run, comparison in
      guard let record = run[.shrinking], let model = run[.architecture] else { return }
      for variant in record.variants {
        let (layers, width) = size(of: variant, record, model)
        comparison.equal(
          variant.multiplications, 12 * layers * width * width + model.vocabularySize * width,
          "multiplications of \(variant.id)")
      }
    },
    Equation(
      "bytes-read-for-a-token", "L5d",
      en: "For each multiplication a weight is read, in as many bits as it has.",
      ja: "掛け算のたびに、重みをそのビット数だけ読む。"
    ) { run, comparison in
      guard let record = run[.shrinking], let model = run[.architecture] else { return }
      for variant in record.variants {
        let bytes =
          variant.kind == .quantized
          ? matrices(model).reduce(0) { $0 + quantizedBytes($1, bits: variant.bits) }
          : 4 * variant.multiplications
        comparison.equal(variant.bytesPerToken, bytes, "bytes for a token, \(variant.id)")
      }
    },
    Equation(
      "pruned-models-have-their-zeros", "L5d",
      en: "Of each matrix of the blocks the given share of weights is zero.",
      ja: "ブロックの各行列で、決めた割合の重みが0になっている。"
    ) { run, comparison in
      guard let record = run[.shrinking], let model = run[.architecture] else { return }
      let pruned = model.tensors.filter { $0.name.hasPrefix("h.") && $0.shape.count == 2 }
      let others = model.parameterCount - pruned.reduce(0) { $0 + $1.count }
      for variant in record.variants {
        guard let percent = variant.prunedPercent else {
          comparison.equal(variant.zeroCount, 0, "zeros of \(variant.id)")
          continue
        }
        let zeros = pruned.reduce(0) { $0 + share(percent, of: $1.count) }
        comparison.holds(
          zeros <= variant.zeroCount && variant.zeroCount <= zeros + others,
          "zeros of \(variant.id): \(variant.zeroCount) ≥ \(zeros)")
      }
      for matrix in record.pruned {
        comparison.equal(
          matrix.count, model.tensor(matrix.parameter)?.count ?? 0, "weights of the matrix")
        comparison.equal(
          matrix.zeroCount, share(matrix.percent, of: matrix.count),
          "zeros of \(matrix.parameter) at \(matrix.percent) per cent")
      }
    },
    Equation(
      "pruned-files-leave-zeros-out", "L5d",
      en: "A pruned model takes four bytes for each weight left and one bit for every weight.",
      ja: "枝刈りしたモデルは、残った重みに4バイトずつ、すべての重みに1ビットずつ使う。"
    ) { run, comparison in
      for variant in run[.shrinking]?.variants ?? [] where variant.kind == .pruned {
        comparison.equal(
          variant.byteCount,
          4 * (variant.parameterCount - variant.zeroCount) + (variant.parameterCount + 7) / 8,
          "bytes of \(variant.id)")
      }
    },
    Equation(
      "quantized-files-have-their-bytes", "L5d",
      en: "A quantized model takes its bits for each weight of a matrix and one scale a channel.",
      ja: "量子化したモデルは、行列の重みごとに決めたビット数と、列ごとに目盛り一つを使う。"
    ) { run, comparison in
      guard let record = run[.shrinking], let model = run[.architecture] else { return }
      let whole = matrices(model)
      let rest = model.parameterCount - whole.reduce(0) { $0 + $1.count }
      for variant in record.variants where variant.kind == .quantized {
        comparison.equal(
          variant.byteCount,
          4 * rest + whole.reduce(0) { $0 + quantizedBytes($1, bits: variant.bits) },
          "bytes of \(variant.id)")
      }
    },
    Equation(
      "other-files-have-four-bytes-a-weight", "L5d",
      en: "Models that keep all their weights take four bytes for each.",
      ja: "重みをすべて残したモデルは、一つにつき4バイト使う。"
    ) { run, comparison in
      for variant in run[.shrinking]?.variants ?? []
      where variant.kind != .quantized && variant.kind != .pruned {
        comparison.equal(variant.byteCount, 4 * variant.parameterCount, "bytes of \(variant.id)")
      }
    },
    Equation(
      "all-models-get-the-same-exam", "L5d",
      en: "Every model is asked the same number of questions, and none is right more often.",
      ja: "どのモデルにも同じ数の質問をし、正解がそれを超えることはない。"
    ) { run, comparison in
      guard let record = run[.shrinking], let full = record.variants.first else { return }
      for variant in record.variants {
        comparison.equal(
          variant.questions.map(\.asked), full.questions.map(\.asked), "asked \(variant.id)")
        for count in variant.questions {
          comparison.holds(
            0 <= count.right && count.right <= count.asked,
            "\(variant.id), \(count.language): \(count.right) of \(count.asked)")
        }
      }
      for prompt in record.prompts {
        comparison.equal(
          prompt.answers.count, record.variants.count, "answers to \(prompt.prompt)")
      }
    },
    Equation(
      "shrinking-is-judged-by-validation", "L5d",
      en: "The models are judged on the whole validation part.",
      ja: "モデルは検証用の全体で比べられる。"
    ) { run, comparison in
      guard let record = run[.shrinking], let part = run.part(.validation) else { return }
      comparison.equal(record.validationDocuments, part.documents, "documents")
      comparison.equal(
        record.validationTokens, part.tokens - part.documents, "predicted tokens")
    },
    Equation(
      "same-prompts-have-true-answers", "L5d",
      en: "What counts as right for a prompt is what the truth says about it.",
      ja: "プロンプトの正解は、真実の記録にあるとおり。"
    ) { run, comparison in
      guard let record = run[.shrinking], let truth = run[.truth] else { return }
      for prompt in record.prompts {
        let known = truth.questions.contains {
          $0.text == prompt.prompt && $0.language == prompt.language
            && truth.accepted($0) == prompt.accepted
        }
        comparison.holds(known, "\(prompt.prompt) \(prompt.accepted) is in the truth")
      }
    },
    Equation(
      "pupils-learn-to-their-last-step", "L5d",
      en: "With and without a teacher the smaller model is judged at the same steps.",
      ja: "先生がいてもいなくても、小さいモデルは同じステップで測られる。"
    ) { run, comparison in
      guard let record = run[.shrinking]?.distillation else { return }
      comparison.rising(record.taught.map(\.step), "judged steps")
      comparison.equal(record.taught.map(\.step), record.alone.map(\.step), "judged steps")
      comparison.equal(record.taught.last?.step ?? 0, record.steps, "last judged step")
    },
    Equation(
      "pupils-begin-as-the-first-blocks", "L5d",
      en: "With and without a teacher it begins as the same blocks, with the same loss.",
      ja: "先生がいてもいなくても、同じブロックから、同じ損失で始まる。"
    ) { run, comparison in
      guard let record = run[.shrinking]?.distillation, let model = run[.architecture] else {
        return
      }
      comparison.equal(record.taught.first?.step ?? -1, 0, "step of the first judgement")
      comparison.equal(record.taught.first?.loss, record.alone.first?.loss, "first loss")
      comparison.equal(record.width, model.width, "width")
      comparison.equal(record.headCount, model.headCount, "heads")
      comparison.holds(
        1 <= record.layerCount && record.layerCount <= model.layerCount,
        "\(record.layerCount) of \(model.layerCount) blocks")
    },
  ]

  private static func share(_ percent: Int, of count: Int) -> Int {
    Int((Double(count) * (Double(percent) / 100)).rounded())
  }

  private static func size(
    of variant: ShrinkingRecord.Variant, _ record: ShrinkingRecord, _ model: ArchitectureRecord
  ) -> (layers: Int, width: Int) {
    switch variant.kind {
    case .full, .pruned, .quantized: (model.layerCount, model.width)
    case .cut, .distilled, .alone: (record.distillation.layerCount, record.distillation.width)
    }
  }

  /// Those that are kept in whole numbers: all but the positions.
  private static func matrices(
    _ model: ArchitectureRecord
  ) -> [ArchitectureRecord.TensorRecord] {
    model.tensors.filter { $0.shape.count == 2 && $0.name != "wpe.weight" }
  }

  /// Whole numbers, and a scale for each output channel; the channels of the token table are tokens.
  private static func quantizedBytes(
    _ tensor: ArchitectureRecord.TensorRecord, bits: Int
  ) -> Int {
    let channels = tensor.name == "wte.weight" ? tensor.shape[0] : tensor.shape[1]
    return (tensor.count * bits + 7) / 8 + 4 * channels
  }
}
