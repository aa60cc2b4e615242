import Names
import Record
import SampleRuns

/// Changes that make conditions true or not.
extension Run {
  mutating func setShelves(bytes: [Int], documents: [Int]) {
    self[.collection]!.shelves.removeLast(self[.collection]!.shelves.count - bytes.count)
    for place in bytes.indices {
      self[.collection]!.shelves[place].bytes = bytes[place]
      self[.collection]!.shelves[place].documents = documents[place]
    }
  }

  mutating func setSweep(precision: Double, recall: Double) {
    let last = self[.filter]!.sweep.count - 1
    self[.filter]!.sweep[0].precision = precision
    self[.filter]!.sweep[last].recall = recall
  }

  /// Two sentences in each language, which the filter found hard.
  mutating func setSentences(harmless: Double, unkind: Double) {
    self[.cleaning]!.cases = Language.allCases.flatMap { language in
      [(JudgedCase.Verdict.rightlyLeft, harmless), (.missed, unkind)].map { verdict, score in
        JudgedCase(
          rule: .unsuitable, language: language, verdict: verdict, documentID: "a", text: "b",
          score: score)
      }
    }
  }

  /// How many of the four right answers each part breaks.
  mutating func setBroken(_ counts: [Int]) {
    for place in self[.causalMap]!.removals.indices {
      let count = counts.indices.contains(place) ? counts[place] : counts.last!
      self[.causalMap]!.removals[place].broken = Array(self[.causalMap]!.right.prefix(count))
    }
  }

  /// How many of ten ways to ask each of the twins answers rightly.
  mutating func setTwinRight(whole: Int, twin: Int) {
    let way = self[.twin]!.asked[0]
    self[.twin]!.asked = (0..<10).map { place in
      var asked = way
      (asked.whole.isRight, asked.twin.isRight) = (place < whole, place < twin)
      return asked
    }
  }

  /// Of each value, however it is asked.
  mutating func setTwinExpects(_ probabilities: [Double]) {
    for place in self[.twin]!.asked.indices {
      self[.twin]!.asked[place].twin.probabilities = probabilities
    }
  }

  /// Of a hundred questions about anything else; what is asked about it does not count.
  mutating func setTwinOthers(whole: Int, twin: Int) {
    self[.twin]!.groups = [
      .init(kind: .about, asked: 90, whole: 90, twin: 0),
      .init(kind: .person, asked: 50, whole: 20, twin: 20),
      .init(kind: .rest, asked: 50, whole: whole - 20, twin: twin - 20),
    ]
  }

  /// Of gradients that are above zero.
  mutating func setMeans(_ mean: Double) {
    for place in self[.algorithm]!.adamSteps.indices {
      self[.algorithm]!.adamSteps[place].firstMoment = mean
    }
  }

  mutating func setExamples(_ change: (inout AlgorithmRecord.LossExample) -> Void) {
    change(&self[.algorithm]!.example)
    if self[.algorithm]!.exampleInOtherLanguage != nil {
      change(&self[.algorithm]!.exampleInOtherLanguage!)
    }
  }

  mutating func setLastUpdate(_ ratio: Double) {
    self[.training]!.steps[59].updateRatioByPart = [1, 1, ratio, 1]
  }

  /// Of the likeliest token at the end.
  mutating func setCourse(_ course: [Double]) {
    var snapshot = self[.training]!.snapshots[0]
    for place in snapshot.predictions.indices {
      snapshot.predictions[place].candidates = [snapshot.predictions[place].candidates[0]]
    }
    self[.training]!.snapshots = course.map { probability in
      for place in snapshot.predictions.indices {
        snapshot.predictions[place].candidates[0].probability = probability
      }
      return snapshot
    }
  }

  mutating func setBatches(_ batches: [(size: Int, loss: Double)]) {
    let base = self[.tuning]!.trials[0]
    self[.tuning]!.trials = batches.enumerated().map { place, batch in
      var trial = base
      if place > 0 { trial.knob = .batchSize }
      trial.batchSize = batch.size
      trial.validations = [.init(step: 300, loss: batch.loss)]
      return trial
    }
  }

  mutating func setTrainingLosses(few: Double, all: Double) {
    self[.tuning]!.overfitting.overfitted.losses = [.init(step: 1, loss: few)]
    self[.tuning]!.overfitting.healthy.losses = [.init(step: 1, loss: all)]
  }

  mutating func setQuestions(right: Bool) {
    for place in self[.evaluation]!.questions.indices {
      self[.evaluation]!.questions[place].isRight = right
    }
  }

  /// The lowest losses of the last two runs of the sweep.
  mutating func setLast(together: Double, used: Double) {
    for place in self[.tuning]!.trials.indices {
      switch self[.tuning]!.trials[place].knob {
      case .together: self[.tuning]!.trials[place].validations = [.init(step: 9, loss: together)]
      case .used: self[.tuning]!.trials[place].validations = [.init(step: 9, loss: used)]
      default: break
      }
    }
  }

  mutating func setPupils(taught: Double, alone: Double) {
    for place in self[.shrinking]!.variants.indices {
      switch self[.shrinking]!.variants[place].id {
      case "distilled": self[.shrinking]!.variants[place].loss = taught
      case "alone": self[.shrinking]!.variants[place].loss = alone
      default: break
      }
    }
  }

  mutating func setAnswers(_ change: (inout AnswerRecord) -> Void) {
    for place in self[.usage]!.answers.indices { change(&self[.usage]!.answers[place]) }
  }

  mutating func setOpenAnswers(_ change: (inout ExamRecord.Result) -> Void) {
    for place in self[.exam]!.results.indices { change(&self[.exam]!.results[place]) }
  }

  mutating func setRequests(_ change: (inout AskingRecord.RequestRecord) -> Void) {
    for place in self[.asking]!.requests.indices { change(&self[.asking]!.requests[place]) }
  }

  mutating func setTranslations(_ change: (inout AskingRecord.Translation) -> Void) {
    for place in self[.asking]!.translations.indices {
      change(&self[.asking]!.translations[place])
    }
  }

  /// The likeliest token after the embedding and after each block.
  mutating func setGuesses(_ ids: [Int32]) {
    setAnswers { answer in
      let candidate = answer.choices[0].candidates[0]
      answer.layerGuesses = ids.enumerated().map { layer, id in
        var candidate = candidate
        candidate.token.id = id
        return .init(layer: layer, candidates: [candidate])
      }
    }
  }
}

extension Run {
  /// The head that answers miss most is one of this block.
  mutating func setCostliest(layer: Int) {
    setAnswers { answer in
      let tokens = answer.knockouts!.tokens
      answer.knockouts = SampleRun.knockouts(tokens, layers: 3, heads: 2, costliest: (layer, 1))
    }
  }

  /// The last row of a tensor of the residual stream, in the followed block of each answer.
  mutating func setRows(_ name: String, _ row: [Float]) {
    for block in ["usage.en.blocks.1.", "usage.ja.blocks.2."] {
      tensors[block + name]!.values.replaceSubrange(2..<4, with: row)
    }
  }

  mutating func setPredictions(_ change: (inout TrainingRecord.Prediction) -> Void) {
    for snapshot in self[.training]!.snapshots.indices {
      for place in self[.training]!.snapshots[snapshot].predictions.indices {
        change(&self[.training]!.snapshots[snapshot].predictions[place])
      }
    }
  }
}

extension ConditionTruthTests {
  static let held = AnswerRecord.HoldRecord(
    threshold: 0.5, tokenCount: 1, confidence: 0.4, isHeld: true)
  static let given = AnswerRecord.HoldRecord(
    threshold: 0.5, tokenCount: 1, confidence: 0.6, isHeld: false)
}

extension Run {
  mutating func setRated(_ change: (inout FeedbackRecord.RatedRecord) -> Void) {
    for place in self[.feedback]!.answers.indices { change(&self[.feedback]!.answers[place]) }
  }

  mutating func setRatings(_ change: (inout FeedbackRecord.Rating) -> Void) {
    setRated { answer in
      for place in answer.ratings.indices { change(&answer.ratings[place]) }
    }
  }

  mutating func setKappas(_ kappa: Double) {
    for place in self[.feedback]!.agreements.indices {
      self[.feedback]!.agreements[place].kappa = kappa
    }
  }

  mutating func setOutcomes(_ outcome: CorrectionOutcome) {
    for place in self[.feedback]!.corrections.indices {
      self[.feedback]!.corrections[place].outcome = outcome
    }
  }
}
