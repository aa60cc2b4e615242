import Names
import Record
import Testing
import Training
import Transformer

@testable import Build

/// Every model of the comparison is the one that its name says.
@Suite struct ShrinkStageTests {
  private let text: PartedText
  init() throws { text = try PartedText() }

  @Test func eachVariantHasTheLossOfItsOwnModel() throws {
    let (whole, data) = (text.parameters(), text.data())
    // Strong enough that every change of it is felt.
    for index in whole.values.indices { whole.values[index] *= 3 }
    var store = TensorStore()
    let record = try ShrinkStage(
      settings: text.settings, parameters: whole, tokenizer: text.tokenizer, data: data,
      truth: nil, pool: text.pool, observe: { _ in }
    ).run(into: &store)
    let shrink = ShrinkSettings(text.settings.preset)
    let distilling = Distilling(
      settings: text.settings, shrink: shrink, teacher: whole, split: data.split, pool: text.pool)
    let (taught, alone) = (
      try distilling.train(isTaught: true, onStep: { _ in }),
      try distilling.train(isTaught: false, onStep: { _ in })
    )
    func loss(_ parameters: Parameters) -> Double {
      fourDecimals(
        DocumentEvaluation(data.split.validation, parameters: parameters, pool: text.pool).loss)
    }
    func found(_ kind: ShrinkingMethod, percent: Int? = nil) -> Double? {
      record.variants.first { $0.kind == kind && $0.prunedPercent == percent }?.loss
    }
    #expect(found(.full) == loss(whole))
    for percent in shrink.prunedPercents {
      let pruned = MagnitudePruning.pruned(whole, share: Double(percent) / 100)
      #expect(found(.pruned, percent: percent) == loss(pruned), "\(percent) %")
    }
    #expect(found(.cut) == loss(FirstBlocks.copied(of: whole, count: ShrinkSettings.blocks)))
    #expect(found(.distilled) == loss(taught.parameters))
    #expect(found(.alone) == loss(alone.parameters))
    #expect(record.distillation.taught == taught.validations)
    #expect(record.distillation.alone == alone.validations)
    let losses = record.variants.filter { $0.kind != .quantized }.map(\.loss)
    #expect(Set(losses).count == losses.count, "no two could be taken for each other: \(losses)")
    for variant in record.variants where variant.kind == .quantized {
      #expect(abs(variant.loss - loss(whole)) < 0.5, "\(variant.bits) bits")
    }
  }
}
