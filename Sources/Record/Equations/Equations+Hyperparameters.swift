import Foundation
import Names

/// L4c: what was chosen before training is what was used.
extension Equation {
  static let ofHyperparameters: [Equation] = [
    Equation(
      "choices-are-listed-once", "L4c", en: "Each hyperparameter is listed once.",
      ja: "ハイパーパラメータは、それぞれ一度だけ表に出てくる。"
    ) { run, comparison in
      guard let record = run[.hyperparameters] else { return }
      for name in Hyperparameter.allCases {
        comparison.equal(
          record.entries.count { $0.name == name }, 1, "times that \(name) is listed")
      }
    },
    Equation(
      "choices-shape-the-model", "L4c",
      en:
        "The model has the layers, heads, width and context that were chosen, and no more tokens.",
      ja: "モデルのブロック数・ヘッド数・幅・文脈の長さは選んだとおりで、語彙は選んだ数を超えない。"
    ) { run, comparison in
      guard let record = run[.hyperparameters], let model = run[.architecture] else { return }
      for (name, value) in [
        (Hyperparameter.layerCount, model.layerCount), (.headCount, model.headCount),
        (.width, model.width), (.contextLength, model.contextLength),
      ] {
        comparison.equal(record[name] ?? -1, Double(value), "\(name) chosen and built")
      }
      let chosen = record[.vocabularySize] ?? -1
      comparison.holds(
        Double(model.vocabularySize) <= chosen, "\(model.vocabularySize) tokens ≤ \(chosen) chosen")
    },
    Equation(
      "choices-shape-the-batch", "L4c",
      en:
        "A batch has the rows and the length that were chosen, and a step learns from all its tokens.",
      ja: "バッチの行数と長さは選んだとおりで、1ステップはそのすべてのトークンから学ぶ。"
    ) { run, comparison in
      guard let record = run[.hyperparameters], let dataset = run[.dataset] else { return }
      comparison.equal(record[.batchSize] ?? -1, Double(dataset.batchSize), "rows of a batch")
      comparison.equal(
        record[.contextLength] ?? -1, Double(dataset.contextLength), "length of a row")
      guard let training = run[.training] else { return }
      comparison.equal(
        training.tokensPerStep, dataset.batchSize * dataset.contextLength, "tokens of a step")
    },
    Equation(
      "training-takes-the-chosen-steps", "L4c",
      en: "Training takes all steps that were chosen, or fewer where it stopped early.",
      ja: "学習は選んだステップ数だけ進む。早く止めたときは、それより少ない。"
    ) { run, comparison in
      guard let record = run[.hyperparameters], let training = run[.training] else { return }
      let (chosen, taken) = (record[.steps] ?? -1, Double(training.steps.count))
      comparison.holds(
        training.stoppedEarly ? taken <= chosen : taken == chosen,
        "\(taken) steps taken of \(chosen) chosen")
    },
    Equation(
      "strides-follow-their-plan", "L4c",
      en:
        "The learning rate rises evenly over the warm-up and then falls along half a cosine to its least.",
      ja: "学習率はウォームアップの間まっすぐ上がり、そのあとコサイン曲線の半分に沿って最小値へ下がる。"
    ) { run, comparison in
      guard let record = run[.hyperparameters], let training = run[.training],
        let peak = record[.learningRate], let floor = record[.minimumLearningRate],
        let warmup = record[.warmupSteps], let total = record[.steps]
      else { return }
      for step in training.steps {
        let done = Double(step.step - 1)
        let rate =
          done < warmup
          ? peak * (done + 1) / (warmup + 1)
          : floor + (peak - floor) * (1 + cos(Double.pi * (done - warmup) / (total - warmup))) / 2
        comparison.agree(
          rate, step.learningRate, share: 1e-5, "learning rate of step \(step.step)")
      }
    },
  ]
}

extension HyperparameterRecord {
  /// A hyperparameter as a number.
  subscript(name: Hyperparameter) -> Double? {
    entries.first { $0.name == name }.flatMap { Double($0.value) }
  }
}
