import Names
import Record

extension Damage {
  /// Faults in what the build followed while it learned, and in what it asked.
  static let lengths: [Damage] = [
    // The embeddings behind the blocks.
    Damage("norms-begin-at-the-first-weights", .training) {
      $0.steps[0].weightNormByPart!.swapAt(0, 2)
      $0.steps[0].updateRatioByPart!.swapAt(0, 2)
    },
    // The last normalization counted with the embeddings, and the other way round.
    Damage("norms-begin-at-the-first-weights", .training) {
      let last = $0.steps[0].weightNormByPart!.count - 1
      $0.steps[0].weightNormByPart!.swapAt(0, last)
      $0.steps[0].updateRatioByPart!.swapAt(0, last)
    },
    Damage("norms-begin-at-the-first-weights", .training) {
      $0.steps[0].weightNormByPart![1] /= 3
    },
    Damage("embedding-picture-is-centred") { run in
      let name = "training.\(run[.training]!.snapshots.last!.step).embedding"
      let count = run.tensors[name]!.values.count
      for place in 0..<count where place % 2 == 0 { run.tensors[name]!.values[place] += 0.1 }
    },
    Damage("embedding-picture-is-centred") { run in
      let name = "training.\(run[.training]!.snapshots.last!.step).embedding"
      let count = run.tensors[name]!.values.count
      for place in 0..<count where place % 2 == 1 { run.tensors[name]!.values[place] *= 9 }
    },
  ]

  static let asking: [Damage] = [
    Damage("shown-question-was-kept-back") { run in
      let seen = run[.truth]!.questions.first { $0.language == .english && $0.phrasing == .seen }!
      let place = run[.usage]!.answers.firstIndex { $0.id == "en" }!
      run[.usage]!.answers[place].prompt = seen.text
    }
  ]
}
