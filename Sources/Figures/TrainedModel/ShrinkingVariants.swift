import Charts
import Names
import Record

/// The versions of the model that were made smaller.
enum ShrinkingVariants {
  typealias Variant = ShrinkingRecord.Variant

  /// What a version is called.
  static func name(_ variant: Variant, _ context: FigureContext) -> String {
    context.wording.shrinking.variant(variant.kind, variant.prunedPercent, variant.bits)
  }

  /// All versions with what they cost and what they can do.
  static func table(
    _ context: FigureContext
  ) throws(FigureError) -> DataTable {
    let count = { (variant: Variant, language: Language) in
      variant.questions.first { $0.language == language && $0.asked > 0 }
        .map { "\($0.right)/\($0.asked)" } ?? "–"
    }
    return DataTable(
      context.wording.shrinking.variantColumns,
      try context[.shrinking].variants.map {
        [
          name($0, context), Numbers.bytes($0.byteCount), Numbers.fixed($0.loss, 3),
          count($0, .english), count($0, .japanese), Numbers.count($0.multiplications),
          Numbers.bytes($0.bytesPerToken),
        ]
      })
  }
}
