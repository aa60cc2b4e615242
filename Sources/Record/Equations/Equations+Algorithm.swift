import Foundation
import Names

/// L4d: gradients, and every term of a step of AdamW.
extension Equation {
  static let ofAlgorithm: [Equation] = [
    Equation(
      "gradients-are-slopes", "L4d",
      en: "The gradient of a weight is how the loss changes when that weight is moved.",
      ja: "重みの勾配は、その重みを少し動かしたときの損失の変わり方に等しい。"
    ) { run, comparison in
      for check in run[.algorithm]?.gradientChecks ?? [] {
        // A gradient is a sum in single precision: where it nearly cancels, what is left is rounding.
        comparison.agree(
          check.backpropagation, check.finiteDifference, share: 1e-3, orWithin: 1e-8,
          "\(check.parameter)[\(check.index)]: gradient and slope")
      }
    },
    Equation(
      "checked-weights-exist", "L4d",
      en: "Each weight that is looked at lies in a tensor of the model.",
      ja: "取り上げた重みは、どれもモデルのテンソルの中にある。"
    ) { run, comparison in
      guard let record = run[.algorithm], let model = run[.architecture] else { return }
      let places =
        record.gradientChecks.map { ($0.parameter, $0.index) }
        + record.adamSteps.map { ($0.parameter, $0.index) }
      for (name, index) in places {
        let count = model.tensors.first { $0.name == name }?.count ?? 0
        comparison.holds(0 <= index && index < count, "\(name): 0 ≤ \(index) < \(count)")
      }
    },
    Equation(
      "moments-mix-old-and-new", "L4d",
      en: "AdamW's moments are the old ones times β and the gradient, or its square, times 1 − β.",
      ja: "AdamWのモーメントは、前の値のβ倍に、勾配（または勾配の2乗）の1 − β倍を足したものである。"
    ) { run, comparison in
      for step in run[.algorithm]?.adamSteps ?? [] {
        let (first, second) = (
          step.beta1 * step.firstMomentBefore + (1 - step.beta1) * step.gradient,
          step.beta2 * step.secondMomentBefore + (1 - step.beta2) * step.gradient * step.gradient
        )
        comparison.agree(first, step.firstMoment, share: 1e-9, "\(step.parameter): m")
        comparison.agree(second, step.secondMoment, share: 1e-9, "\(step.parameter): v")
      }
    },
    Equation(
      "moments-are-corrected", "L4d",
      en: "A corrected moment is the moment over 1 − β to the power of the step.",
      ja: "補正したモーメントは、モーメントを1 − β^t（tはステップ）で割ったものである。"
    ) { run, comparison in
      for step in run[.algorithm]?.adamSteps ?? [] {
        let (first, second) = (
          step.firstMoment / (1 - pow(step.beta1, Double(step.step))),
          step.secondMoment / (1 - pow(step.beta2, Double(step.step)))
        )
        comparison.agree(first, step.firstMomentCorrected, share: 1e-9, "\(step.parameter): m̂")
        comparison.agree(second, step.secondMomentCorrected, share: 1e-9, "\(step.parameter): v̂")
      }
    },
    Equation(
      "weights-take-their-step", "L4d",
      en: "A weight moves by the learning rate times m̂ / (√v̂ + ε) and its decay.",
      ja: "重みは、m̂ / (√v̂ + ε) と減衰の分に学習率を掛けただけ動く。"
    ) { run, comparison in
      for step in run[.algorithm]?.adamSteps ?? [] {
        let direction =
          step.firstMomentCorrected / (step.secondMomentCorrected.squareRoot() + step.epsilon)
        let move = -step.learningRate * (direction + step.weightDecay * step.weightBefore)
        comparison.agree(
          move, step.weightAfter - step.weightBefore, share: 1e-7, "\(step.parameter): the move")
      }
    },
    Equation(
      "only-matrices-decay", "L4d",
      en: "Matrices decay as strongly as was chosen; gains and biases do not decay.",
      ja: "行列の重みは選んだ強さで減衰し、ゲインとバイアスは減衰しない。"
    ) { run, comparison in
      guard let model = run[.architecture], let chosen = run[.hyperparameters]?[.weightDecay]
      else { return }
      for step in run[.algorithm]?.adamSteps ?? [] {
        let rank = model.tensors.first { $0.name == step.parameter }?.shape.count ?? 0
        comparison.close(
          step.weightDecay, rank > 1 ? chosen : 0, within: 1e-7, "\(step.parameter): decay")
      }
    },
    Equation(
      "the-step-uses-its-own-rate", "L4d",
      en: "The step that is worked out has the learning rate that training used in it.",
      ja: "計算を見せているステップの学習率は、学習がそのステップで使ったものである。"
    ) { run, comparison in
      guard let training = run[.training] else { return }
      for step in run[.algorithm]?.adamSteps ?? [] {
        let used = training.steps.first { $0.step == step.step }?.learningRate ?? 0
        comparison.agree(
          step.learningRate, used, share: 1e-6, "learning rate of step \(step.step)")
      }
    },
    Equation(
      "gradients-are-clipped", "L4d",
      en: "No single gradient is longer than all of them together, nor than the limit of clipping.",
      ja: "ひとつの勾配は、全体の長さも、切りつめる限度も超えない。"
    ) { run, comparison in
      guard let training = run[.training], let limit = run[.hyperparameters]?[.gradientClip]
      else { return }
      for step in run[.algorithm]?.adamSteps ?? [] {
        let norm = training.steps.first { $0.step == step.step }?.gradientNorm ?? 0
        let most = min(norm, limit)
        comparison.holds(
          abs(step.gradient) <= most * 1.00001,
          "\(step.parameter): |\(step.gradient)| ≤ \(most)")
      }
    },
  ]

  static let ofLoss: [Equation] = [
    Equation(
      "loss-is-surprise", "L4d",
      en: "The loss of a prediction is minus the logarithm of the probability of what came.",
      ja: "予想の損失は、実際に来たトークンの確率の対数にマイナスをつけたものである。"
    ) { run, comparison in
      for example in run[.algorithm]?.examples ?? [] {
        comparison.close(
          -log(example.targetProbability), example.loss, within: 1e-9,
          "−ln \(example.targetProbability)")
        guard let after = example.targetProbabilityAfter, let loss = example.lossAfter else {
          continue
        }
        comparison.close(-log(after), loss, within: 1e-9, "after the step: −ln \(after)")
      }
    },
    Equation(
      "probabilities-follow-logits", "L4d",
      en: "Between two candidates, probabilities stand as e to the difference of their logits.",
      ja: "二つの候補の確率の比は、eの「ロジットの差」乗である。"
    ) { run, comparison in
      for candidates in (run[.algorithm]?.examples ?? []).map(\.candidates) {
        for (first, second) in zip(candidates, candidates.dropFirst()) {
          comparison.agree(
            exp(second.logit - first.logit), second.probability / first.probability, share: 1e-9,
            "\(second.token.id) against \(first.token.id)")
        }
        comparison.falling(candidates.map(\.probability), "probability")
        let sum = candidates.reduce(0) { $0 + $1.probability }
        comparison.holds(sum <= 1 + 1e-12, "sum of the shown probabilities \(sum) ≤ 1")
      }
    },
    Equation(
      "target-has-its-place", "L4d",
      en: "What came has its own probability among the candidates, or less than all of them.",
      ja: "実際に来たトークンは、候補の中にあればその確率をもち、なければどの候補よりも確率が低い。"
    ) { run, comparison in
      for example in run[.algorithm]?.examples ?? [] {
        guard let last = example.candidates.last else { continue }
        let place = example.candidates.firstIndex { $0.token.id == example.target.id }
        if let place {
          comparison.equal(
            example.candidates[place].probability, example.targetProbability,
            "probability of the target")
        } else {
          comparison.holds(
            example.targetProbability <= last.probability,
            "\(example.targetProbability) ≤ \(last.probability), the least likely candidate")
        }
        guard let after = example.candidatesAfter else { continue }
        comparison.equal(after.count, example.candidates.count, "candidates after the step")
        if let place, place < after.count {
          comparison.equal(after[place], example.targetProbabilityAfter, "of the target, after")
        }
        let sum = after.reduce(0, +) + (place == nil ? example.targetProbabilityAfter ?? 0 : 0)
        comparison.holds(sum <= 1 + 1e-12, "sum of the probabilities after the step \(sum) ≤ 1")
      }
    },
  ]
}
