import Charts
import Figures
import Record

/// L5d: the model made smaller.
extension RecordedValue {
  static let shrinking: [RecordedValue] =
    [
      RecordedValue(
        "shrink.parameters", "parameters of the learned model",
        count: { run, _ in run.shrinking.variant("full")?.parameterCount }),
      RecordedValue(
        "shrink.matrixBytes", "bytes of weights that it reads for one token",
        count: { run, _ in run.shrinking.variant("full")?.bytesPerToken }),
      RecordedValue(
        "shrink.multiplications", "weights that it multiplies for one token",
        count: { run, _ in run.shrinking.variant("full")?.multiplications }),
      RecordedValue(
        "shrink.documents", "validation documents on which all versions are judged",
        count: { run, _ in run.shrinking.validationDocuments }),
      RecordedValue(
        "shrink.asked", "questions that each version is asked",
        count: { run, _ in run.shrinking.variant("full")?.asked }),
    ]
    + [
      ("full", "the learned model"), ("pruned50", "the model with half of its weights pruned"),
      ("pruned90", "the model with nine tenths pruned"), ("int8", "the model in 8 bits"),
      ("int4", "the model in 4 bits"), ("distilled", "the smaller model with a teacher"),
      ("alone", "the smaller model without a teacher"),
    ].flatMap(variant)
    + [
      RecordedValue("shrink.int8.times", "how many times smaller 8 bits are", places: 2) {
        run, _ in ratio(run, "int8")
      },
      RecordedValue("shrink.int4.times", "how many times smaller 4 bits are", places: 2) {
        run, _ in ratio(run, "int4")
      },
      RecordedValue(
        "shrink.small.parameters", "parameters of the smaller model",
        count: { run, _ in run.shrinking.variant("alone")?.parameterCount }),
      RecordedValue(
        "shrink.small.steps", "steps that it learns",
        count: { run, _ in run.shrinking.distillation.steps }),
      RecordedValue(
        "shrink.small.width", "its width", count: { run, _ in run.shrinking.distillation.width }),
      RecordedValue(
        "shrink.small.layers", "its layers",
        count: { run, _ in run.shrinking.distillation.layerCount }),
      RecordedValue("shrink.temperature", "temperature of the teacher") { run, _ in
        Numbers.brief(run.shrinking.distillation.temperature)
      },
      RecordedValue("shrink.share", "share of the loss that comes from the teacher") { run, _ in
        Numbers.percent(run.shrinking.distillation.share, 0)
      },
      RecordedValue(
        "pruned.count", "weights of the matrix that is shown",
        count: { run, _ in half(run)?.count }),
      RecordedValue(
        "pruned.percent", "share of its weights set to zero, in per cent",
        count: { run, _ in half(run)?.percent }),
      RecordedValue(
        "pruned.zeros", "weights of it that are zero then",
        count: { run, _ in half(run)?.zeroCount }),
      RecordedValue("pruned.threshold", "the largest magnitude among them") { run, _ in
        half(run).map { Numbers.significant(Double($0.threshold), 3) }
      },
      column("quantized.largest", "the largest magnitude of the column that is shown") {
        Double($0.largest)
      },
      RecordedValue("quantized.scale8", "that over 127: the scale of 8 bits") { run, _ in
        Numbers.significant(Double(run.shrinking.quantized.scale8), 5)
      },
      RecordedValue("quantized.scale4", "that over 7: the scale of 4 bits") { run, _ in
        Numbers.significant(Double(run.shrinking.quantized.scale4), 5)
      },
      column("quantized.weight", "another weight of the column") { column in
        example(column).map { Double(column.weights[$0]) }
      },
      RecordedValue("quantized.quotient8", "that weight over the scale of 8 bits", places: 2) {
        run, _ in
        let column = run.shrinking.quantized
        return example(column).map { Double(column.weights[$0] / column.scale8) }
      },
      RecordedValue(
        "quantized.whole8", "the whole number that is kept of it in 8 bits",
        count: { run, _ in
          example(run.shrinking.quantized).map { run.shrinking.quantized.whole8[$0] }
        }),
      column("quantized.back8", "that times the scale") { column in
        example(column).map { Double(Float(column.whole8[$0]) * column.scale8) }
      },
      RecordedValue(
        "quantized.whole4", "the whole number that is kept of it in 4 bits",
        count: { run, _ in
          example(run.shrinking.quantized).map { run.shrinking.quantized.whole4[$0] }
        }),
      column("quantized.back4", "that times the scale of 4 bits") { column in
        example(column).map { Double(Float(column.whole4[$0]) * column.scale4) }
      },
    ]

  /// Size, loss and answers of one version.
  private static func variant(_ id: String, _ name: String) -> [RecordedValue] {
    [
      RecordedValue(
        "shrink.\(id).bytes", "bytes of \(name)",
        count: { run, _ in run.shrinking.variant(id)?.byteCount }),
      RecordedValue("shrink.\(id).loss", "validation loss of \(name)", places: 3) { run, _ in
        run.shrinking.variant(id)?.loss
      },
      RecordedValue(
        "shrink.\(id).right", "questions that it answers rightly",
        count: { run, _ in run.shrinking.variant(id)?.right }),
    ]
  }

  private static func column(
    _ name: String, _ meaning: String,
    _ number: @escaping @Sendable (ShrinkingRecord.QuantizedColumn) -> Double?
  ) -> RecordedValue {
    RecordedValue(name, meaning) { run, _ in
      number(run.shrinking.quantized).map { Numbers.fixed($0, 5) }
    }
  }

  /// The first weight shown that is not the largest and does not become zero.
  private static func example(_ column: ShrinkingRecord.QuantizedColumn) -> Int? {
    column.weights.indices.first {
      column.weights[$0].magnitude < column.largest && column.whole8[$0] != 0
    }
  }

  private static func ratio(_ run: Run, _ id: String) -> Double? {
    guard let full = run.shrinking.variant("full"), let smaller = run.shrinking.variant(id)
    else { return nil }
    return Double(full.byteCount) / Double(smaller.byteCount)
  }

  private static func half(_ run: Run) -> ShrinkingRecord.PrunedMatrix? {
    run.shrinking.pruned.first { $0.percent == 50 }
  }
}
