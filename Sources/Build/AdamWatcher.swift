import Record
import Training

/// Watches one real step of AdamW and writes down every term of it for a few weights.
///
/// It notes weights and moments after the step before, and the gradient after the step itself.
final class AdamWatcher {
  private struct Before {
    var name: String
    var index: Int
    var weight: Float
    var firstMoment: Float
    var secondMoment: Float
  }

  private let step: Int
  private var before: [Before] = []
  private(set) var steps: [AlgorithmRecord.AdamStep] = []

  /// - Parameter step: the step to watch, at least 2.
  init(step: Int) {
    precondition(step >= 2, "step \(step) has no step before it")
    self.step = step
  }

  func look(at trainer: Trainer, _ report: StepReport) {
    if report.step == step - 1 { note(trainer) }
    if report.step == step { work(trainer, report) }
  }

  private func note(_ trainer: Trainer) {
    before = ["h.0.attn.c_attn.weight", "ln_f.weight"].map { name in
      // The weight that the last step moved most is the most telling one.
      let gradients = trainer.model.gradients!.tensor(name)
      let index = gradients.indices.max { (abs(gradients[$0]), $1) < (abs(gradients[$1]), $0) } ?? 0
      return Before(
        name: name, index: index, weight: trainer.parameters.tensor(name)[index],
        firstMoment: trainer.optimizer.firstMoment.tensor(name)[index],
        secondMoment: trainer.optimizer.secondMoment.tensor(name)[index])
    }
  }

  private func work(_ trainer: Trainer, _ report: StepReport) {
    let options = trainer.options
    steps = before.map { before in
      let tensor = trainer.parameters.tensors.first { $0.name == before.name }!
      let gradient = trainer.model.gradients!.tensor(before.name)[before.index]
      let scale = report.clipFactor / Float(options.accumulation)
      let terms = AdamWTerms(
        step: step, weight: Double(before.weight), gradient: Double(gradient * scale),
        firstMoment: Double(before.firstMoment), secondMoment: Double(before.secondMoment),
        learningRate: Double(report.learningRate), beta1: Double(options.beta1),
        beta2: Double(options.beta2), epsilon: Double(options.epsilon),
        weightDecay: AdamW.isDecayed(tensor) ? Double(options.weightDecay) : 0)
      return AlgorithmRecord.AdamStep(terms, parameter: before.name, index: before.index)
    }
  }
}
