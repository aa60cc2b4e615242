import Dataset
import Inference
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// L5d: makes the learned model smaller in several ways and judges each by the validation split and
/// by some of the questions; the test split stays closed.
struct ShrinkStage {
  let settings: BuildSettings
  let parameters: Parameters
  let tokenizer: Tokenizer
  let data: DatasetStage.Outcome
  let truth: Truth?
  let pool: WorkerPool
  let observe: (BuildEvent) -> Void

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let shrinking = try ShrinkStage(
      settings: bench.settings, parameters: bench.learned.parameters, tokenizer: bench.tokenizer,
      data: bench.data, truth: bench.truth, pool: bench.pool, observe: bench.observe
    ).run(into: &bench.run.tensors)
    bench.run[.shrinking] = shrinking
    let count = shrinking.variants.count
    return LocalizedText(en: "\(count) models compared", ja: "\(count)個のモデルを比較")
  }

  func run(into store: inout TensorStore) throws(TrainingError) -> ShrinkingRecord {
    let shrink = ShrinkSettings(settings.preset)
    let distilling = Distilling(
      settings: settings, shrink: shrink, teacher: parameters, split: data.split, pool: pool)
    let judge = ShrinkJudge(
      split: data.split, tokenizer: tokenizer, questions: questions(shrink.questionLimit),
      openings: data.openings, pool: pool)
    let total = 2 * shrink.steps
    var done = 0
    let step = { (loss: Float) in
      done += 1
      let loss = rounded(Double(loss))
      observe(
        .progress(
          done: done, total: total,
          detail: LocalizedText(en: "smaller model, loss \(loss)", ja: "小さなモデル、損失\(loss)")))
    }
    let taught = try distilling.train(isTaught: true, onStep: step)
    let alone = try distilling.train(isTaught: false, onStep: step)

    let pruned = shrink.prunedPercents.map { percent in
      (percent, MagnitudePruning.pruned(parameters, share: Double(percent) / 100))
    }
    var judged = [judge.judge(parameters, kind: .full)]
    judged += pruned.map { judge.judge($0.1, kind: .pruned, percent: $0.0) }
    judged += QuantizedMatrix.Precision.allCases.map {
      judge.judge(QuantizedModel(parameters, precision: $0))
    }
    judged.append(
      judge.judge(
        FirstBlocks.copied(of: parameters, count: ShrinkSettings.blocks), kind: .cut))
    judged.append(judge.judge(taught.parameters, kind: .distilled))
    judged.append(judge.judge(alone.parameters, kind: .alone))

    let views = ShrinkViews(parameters: parameters)
    views.recordCorners(pruned, into: &store)
    return ShrinkingRecord(
      variants: judged.map(\.variant),
      validationDocuments: data.split.validation.count, validationTokens: judged[0].tokens,
      prompts: judge.prompts(judged),
      quantized: views.quantizedColumn, pruned: pruned.map { views.pruned($0.1, percent: $0.0) },
      distillation: ShrinkingRecord.Distillation(
        layerCount: taught.parameters.configuration.layerCount,
        headCount: taught.parameters.configuration.headCount,
        width: taught.parameters.configuration.width,
        steps: shrink.steps, temperature: Double(Distilling.temperature),
        share: Double("\(Distilling.share)")!, taught: taught.validations,
        alone: alone.validations))
  }

  /// At most `limit` of each language and kind, spread evenly over all of them.
  private func questions(_ limit: Int) -> [TruthQuestion] {
    guard let truth else { return [] }
    return Language.allCases.flatMap { language in
      QuestionPhrasing.allCases.flatMap { phrasing in
        let all = truth.questions.filter { $0.language == language && $0.phrasing == phrasing }
        guard all.count > limit else { return all }
        return (0..<limit).map { all[$0 * all.count / limit] }
      }
    }
  }
}
