import Foundation
import Names

/// L5 and L6: training, evaluation, shrinking, the file, inference.
extension Equation {
  static let training: [Equation] =
    course + photographs + lengths + tuning + evaluation + ruler + calibration + twin + shrinking
    + wholeNumbers
    + modelFile

  /// L5a: steps, rates, losses.
  private static let course: [Equation] = [
    Equation(
      "steps-are-numbered", "L5a",
      en: "The steps of training are numbered from 1 on, without a gap.",
      ja: "学習のステップには、1から順に欠けることなく番号がついている。"
    ) { run, comparison in
      for (index, step) in (run[.training]?.steps ?? []).enumerated() {
        comparison.equal(step.step, index + 1, "number of a step")
      }
    },
    Equation(
      "tokens-per-step", "L5a",
      en: "Each step reads as many tokens as rows of a batch times tokens of a row.",
      ja: "1ステップで読むトークンの数は、バッチの行数に1行のトークン数を掛けたもの。"
    ) { run, comparison in
      guard let record = run[.training], let data = run[.dataset] else { return }
      comparison.equal(
        record.tokensPerStep, data.batchSize * data.contextLength, "tokens of a step")
      if let batch = run.hyperparameter(.batchSize),
        let context = run.hyperparameter(.contextLength)
      {
        comparison.equal(
          Double(record.tokensPerStep), batch * context, "tokens of a step by the table")
      }
    },
    Equation(
      "training-ends-as-planned", "L5a",
      en: "Training took all planned steps, or fewer where it stopped early.",
      ja: "学習は予定のステップをすべて終えたか、早めに切り上げたときはそれ以下で止まった。"
    ) { run, comparison in
      guard let record = run[.training], let planned = run.hyperparameter(.steps) else { return }
      let taken = Double(record.steps.count)
      if record.stoppedEarly {
        comparison.holds(taken <= planned, "\(taken) of \(planned) steps")
      } else {
        comparison.equal(taken, planned, "steps")
      }
    },
    Equation(
      "rate-follows-schedule", "L5a",
      en: "The learning rate rises in a line and then falls along half a cosine.",
      ja: "学習率はまず直線で上がり、そのあとコサイン曲線の半周に沿って下がる。"
    ) { run, comparison in
      guard let record = run[.training], let peak = run.hyperparameter(.learningRate),
        let floor = run.hyperparameter(.minimumLearningRate),
        let warmup = run.hyperparameter(.warmupSteps), let total = run.hyperparameter(.steps)
      else { return }
      for step in record.steps {
        let place = Double(step.step - 1)
        let share = (1 + cos(Double.pi * (place - warmup) / (total - warmup))) / 2
        let rate =
          place < warmup ? peak * (place + 1) / (warmup + 1) : floor + (peak - floor) * share
        comparison.close(
          step.learningRate / peak, rate / peak, "rate of step \(step.step) over its peak")
      }
    },
    Equation(
      "validations-follow-steps", "L5a",
      en: "Each validation comes after a step that was taken, the last one after the last step.",
      ja: "検証はどれも実際のステップの後にあり、最後の検証は最後のステップの後にある。"
    ) { run, comparison in
      guard let record = run[.training], let last = record.validations.last else { return }
      comparison.rising([0] + record.validations.map(\.step), "steps of validations")
      comparison.equal(last.step, record.steps.count, "last validation")
    },
    Equation(
      "best-step-has-least-loss", "L5a",
      en: "The step whose parameters were kept has the least validation loss.",
      ja: "残したパラメータの段階で、検証の損失がいちばん小さい。"
    ) { run, comparison in
      guard let record = run[.training],
        let least = record.validations.min(by: { $0.loss < $1.loss })
      else { return }
      let kept = record.validations.first { $0.step == record.bestStep }?.loss ?? .infinity
      comparison.equal(kept, least.loss, "validation loss at step \(record.bestStep)")
    },
    Equation(
      "norms-have-all-parts", "L5a",
      en: "Norms by part name the embeddings, every block and the last normalization.",
      ja: "部分ごとの大きさは、埋め込み、すべてのブロック、最後の正規化にそろっている。"
    ) { run, comparison in
      guard let record = run[.training], let architecture = run[.architecture] else { return }
      for step in record.steps {
        let all = [step.gradientNormByPart, step.weightNormByPart, step.updateRatioByPart]
        guard all.contains(where: { $0 != nil }) else { continue }
        for norms in all {
          comparison.equal(
            norms?.count ?? 0, architecture.layerCount + 2, "parts at step \(step.step)")
        }
      }
    },
    Equation(
      "part-norms-make-gradient-norm", "L5a",
      en: "The squares of the gradient norms of all parts add up to that of the whole gradient.",
      ja: "部分ごとの勾配の大きさを2乗して足すと、勾配全体の大きさの2乗になる。"
    ) { run, comparison in
      for step in run[.training]?.steps ?? [] {
        guard let parts = step.gradientNormByPart, step.gradientNorm > 0 else { continue }
        let norm = parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
        comparison.close(
          norm / step.gradientNorm, 1, "step \(step.step): norm of the parts over the whole")
      }
    },
  ]

  /// L5a: what was seen of the model while it learned.
  private static let photographs: [Equation] = [
    Equation(
      "snapshots-are-in-order", "L5a",
      en: "Snapshots of the model follow each other, up to the last step.",
      ja: "モデルの途中の記録は順に並び、最後のステップまで続く。"
    ) { run, comparison in
      guard let record = run[.training], let last = record.snapshots.last else { return }
      comparison.rising([-1] + record.snapshots.map(\.step), "steps of snapshots")
      comparison.holds(
        record.stoppedEarly
          ? last.step <= record.steps.count : last.step == record.steps.count,
        "the last snapshot, at step \(last.step) of \(record.steps.count)")
    },
    Equation(
      "snapshot-tensors-have-their-shapes", "L5a",
      en: "Each snapshot holds attention, embeddings and corners of weights in their sizes.",
      ja: "途中の記録ごとに、注意、埋め込み、重みの一角が決まった大きさで残っている。"
    ) { run, comparison in
      guard let record = run[.training], let model = run[.architecture] else { return }
      let heads = model.layerCount * model.headCount
      for snapshot in record.snapshots {
        let prefix = "training.\(snapshot.step)."
        for language in Language.allCases {
          let name = record.attentionName(step: snapshot.step, language)
          let tokens = record.attentionTokens(in: language).count
          comparison.equal(run.tensors[name]?.shape ?? [], [heads, tokens, tokens], name)
        }
        if record.embeddingTokens.count > 2 {
          comparison.equal(
            run.tensors[prefix + "embedding"]?.shape ?? [], [record.embeddingTokens.count, 2],
            "\(prefix)embedding")
        }
        if let words = record.embeddingWords {
          comparison.equal(words.count, record.embeddingTokens.count, "sorts of watched words")
        }
        for name in watched(model) {
          comparison.equal(
            run.tensors[prefix + "weights." + name]?.shape ?? [],
            model.tensor(name)?.shape.map { min(10, $0) } ?? [], "\(prefix)weights.\(name)")
        }
      }
    },
    Equation(
      "snapshot-attention-looks-back", "L5a",
      en: "In every snapshot each row of attention adds up to 1 and looks back only.",
      ja: "どの途中の記録でも、注意の各行は足して1になり、先のトークンを見ない。"
    ) { run, comparison in
      guard let record = run[.training] else { return }
      for snapshot in record.snapshots {
        for language in Language.allCases {
          let name = record.attentionName(step: snapshot.step, language)
          guard let pattern = run.tensors[name] else { continue }
          comparison.attention(pattern, "snapshot at step \(snapshot.step), \(language.rawValue)")
        }
      }
    },
    Equation(
      "first-snapshot-is-the-initial-model", "L5a",
      en: "Before the first step the weights are the initial ones.",
      ja: "最初のステップの前、重みは初期値のまま。"
    ) { run, comparison in
      compareCorners("training.0.weights.", "initialization.", run, &comparison)
    },
    Equation(
      "best-snapshot-is-the-learned-model", "L5a",
      en: "At the step that was kept the weights are the learned ones.",
      ja: "残した段階での重みは、学習済みの重みと同じ。"
    ) { run, comparison in
      guard let record = run[.training] else { return }
      compareCorners("training.\(record.bestStep).weights.", "learned.", run, &comparison)
    },
    Equation(
      "predictions-are-softmax", "L5a",
      en: "The probabilities of each prediction are in the ratio of e to the power of the logits.",
      ja: "予測の確率どうしの比は、eのロジット乗どうしの比になっている。"
    ) { run, comparison in
      for snapshot in run[.training]?.snapshots ?? [] {
        for prediction in snapshot.predictions {
          let logits = prediction.candidates.map(\.logit)
          comparison.holds(
            zip(logits, logits.dropFirst()).allSatisfy { $0 >= $1 },
            "step \(snapshot.step): the likeliest first")
          comparison.softmax(
            prediction.candidates, within: 1e-9, "step \(snapshot.step), \(prediction.prompt)")
        }
      }
    },
    Equation(
      "watched-tokens-stay-the-same", "L5a",
      en:
        "At every look the same tokens are watched, with the probabilities that the prediction has.",
      ja: "どの回も同じトークンを追い、その確率は予測の中の確率と同じ。"
    ) { run, comparison in
      let snapshots = run[.training]?.snapshots ?? []
      for snapshot in snapshots {
        for (place, prediction) in snapshot.predictions.enumerated() {
          let first = snapshots[0].predictions
          comparison.equal(
            prediction.watched.map(\.token.id),
            first.indices.contains(place) ? first[place].watched.map(\.token.id) : [],
            "step \(snapshot.step), \(prediction.prompt): tokens")
          for watched in prediction.watched {
            guard let same = prediction.candidates.first(where: { $0.token.id == watched.token.id })
            else {
              let least = prediction.candidates.last?.probability ?? 1
              comparison.holds(
                watched.probability <= least + 1e-12,
                "step \(snapshot.step): \(watched.token.text) is none of the likeliest")
              continue
            }
            comparison.close(
              watched.probability, same.probability, within: 1e-12,
              "step \(snapshot.step): probability of \(watched.token.text)")
          }
        }
      }
    },
  ]

  /// Attention of the first block, MLP of the last.
  private static func watched(_ model: ArchitectureRecord) -> [String] {
    ["h.0.attn.c_attn.weight", "h.\(model.layerCount - 1).mlp.c_fc.weight"]
  }

  private static func compareCorners(
    _ small: String, _ large: String, _ run: Run, _ comparison: inout Comparison
  ) {
    guard let model = run[.architecture] else { return }
    for name in watched(model) {
      guard let corner = run.tensors[small + name], corner.shape.count == 2,
        let whole = run.tensors[large + name]?
          .corner(rows: corner.shape[0], columns: corner.shape[1])
      else { continue }
      for (place, (a, b)) in zip(corner.values, whole.values).enumerated() {
        comparison.equal(a, b, "\(small)\(name), value \(place)")
      }
    }
  }
}
