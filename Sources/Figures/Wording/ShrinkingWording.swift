import Names
import Record

/// Names and measures of the smaller models.
struct ShrinkingWording: Sendable {
  /// Name of a variant, by its kind, the share pruned and the bits.
  var variant: @Sendable (_ kind: ShrinkingMethod, _ percent: Int?, _ bits: Int) -> String
  var variantColumns: [String]

  static let english = ShrinkingWording(
    variant: { kind, percent, bits in
      switch kind {
      case .full: "as learned (32 bits)"
      case .pruned: "pruned \(percent ?? 0)%"
      case .quantized: "\(bits) bits"
      case .cut: "first block alone"
      case .distilled: "first block, with a teacher"
      case .alone: "first block, without a teacher"
      }
    },
    variantColumns: [
      "Version", "#Size", "#Loss", "#English", "#Japanese", "#Products", "#Bytes read",
    ]
  )

  static let japanese = ShrinkingWording(
    variant: { kind, percent, bits in
      switch kind {
      case .full: "学んだまま（32ビット）"
      case .pruned: "\(percent ?? 0)%枝刈り"
      case .quantized: "\(bits)ビット"
      case .cut: "最初のブロックだけ"
      case .distilled: "最初のブロック・先生あり"
      case .alone: "最初のブロック・先生なし"
      }
    },
    variantColumns: ["種類", "#大きさ", "#損失", "#英語", "#日本語", "#掛け算", "#読むバイト"]
  )
}
