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
      try context[.shrinking].variants.map { variant in
        [name(variant, context), Numbers.bytes(variant.byteCount), Numbers.fixed(variant.loss, 3)]
          + Language.allCases.map { count(variant, $0) }
          + [Numbers.count(variant.multiplications), Numbers.bytes(variant.bytesPerToken)]
      })
  }
}
