import Names
import Record
import SampleRuns
import Testing

@testable import Lessons

/// Each condition that lessons can name, in a run of which it is true and in one of which it is not.
@Suite struct ConditionTruthTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var isTrue: @Sendable (inout Run) -> Void
    var isFalse: @Sendable (inout Run) -> Void

    init(
      _ name: String, _ isTrue: @escaping @Sendable (inout Run) -> Void,
      not isFalse: @escaping @Sendable (inout Run) -> Void
    ) {
      self.name = name
      self.isTrue = isTrue
      self.isFalse = isFalse
    }

    var testDescription: String { name }
  }

  private static let clean = ConfusionRecord(
    truePositives: 4, falsePositives: 0, falseNegatives: 0, trueNegatives: 9)
  private static let missed = ConfusionRecord(
    truePositives: 4, falsePositives: 0, falseNegatives: 1, trueNegatives: 9)

  static let rows: [Row] = [
    Row("world", { $0.setting.usesWorld = true }, not: { $0.setting.usesWorld = false }),
    Row(
      "collection.rejects",
      { $0[.collection]!.rejected = [.init(path: "x", reason: LocalizedText(en: "x", ja: "x"))] },
      not: { $0[.collection]!.rejected = [] }),
    Row(
      "collection.isVaried", { $0.setShelves(bytes: [40, 100], documents: [4, 2]) },
      not: { $0.setShelves(bytes: [40, 100], documents: [4, 4]) }),
    Row(
      "sample.isNoisy", { _ in },
      not: { for place in 0...1 { $0[.collection]!.samples[place].noise = [] } }),
    Row(
      "cleaning.drops", { $0[.cleaning]!.documentsAfter = $0[.cleaning]!.documentsBefore - 1 },
      not: { $0[.cleaning]!.documentsAfter = $0[.cleaning]!.documentsBefore }),
    Row(
      "cleaning.allExact",
      { ($0[.cleaning]!.exactDocuments, $0[.cleaning]!.knownDocuments) = (7, 7) },
      not: { ($0[.cleaning]!.exactDocuments, $0[.cleaning]!.knownDocuments) = (6, 7) }),
    Row(
      "rule.isFlawless", { $0[.cleaning]!.rules[1].confusion = clean },
      not: { $0[.cleaning]!.rules[1].confusion = missed }),
    Row(
      "filter.drops", { $0[.filter]!.droppedCount = 1 }, not: { $0[.filter]!.droppedCount = 0 }),
    Row(
      "filter.isFlawless", { $0[.filter]!.confusion = clean },
      not: { $0[.filter]!.confusion = missed }),
    Row(
      "merge.first.isReadable", { $0[.tokenization]!.merges[0].result.text = "th" },
      not: { run in
        for place in run[.tokenization]!.merges.indices {
          run[.tokenization]!.merges[place].result.text = "‹E3 81›"
        }
      }),
    Row(
      "merge.first.isFirst", { _ in },
      not: { $0[.tokenization]!.merges[0].result.text = "‹E3 81›" }),
    Row(
      "merge.last.isLast", { _ in },
      not: { $0[.tokenization]!.merges[2].result.text = "‹E3 81›" }),
    Row(
      "example.isSurprising",
      { $0[.algorithm]!.example.candidates[0].token.id = $0[.algorithm]!.example.target.id + 1 },
      not: { $0[.algorithm]!.example.candidates[0].token.id = $0[.algorithm]!.example.target.id }),
    Row(
      "training.falls", { $0[.training]!.steps[59].loss = $0[.training]!.steps[0].loss - 0.1 },
      not: { $0[.training]!.steps[59].loss = $0[.training]!.steps[0].loss }),
    Row(
      "journal.asks", { $0.setPredictions { ($0.kind, $0.isKnown) = (.question, true) } },
      not: { $0.setPredictions { ($0.kind, $0.isKnown) = (.question, false) } }),
    Row(
      "journal.hasFavorite", { _ in },
      not: { $0.setPredictions { $0.watched.removeSubrange(1...) } }),
    Row(
      "training.keepsLast", { $0[.training]!.bestStep = 60 },
      not: { $0[.training]!.bestStep = 59 }),
    Row(
      "training.isPastBest", { $0[.training]!.validations.append(.init(step: 60, loss: 2)) },
      not: { $0[.training]!.validations.append(.init(step: 60, loss: 1)) }),
    Row(
      "tuning.someFailed", { $0[.tuning]!.trials[1].failedStep = 2 },
      not: { run in
        for place in run[.tuning]!.trials.indices {
          run[.tuning]!.trials[place].failedStep = nil
          run[.tuning]!.trials[place].validations = [.init(step: 300, loss: 2)]
        }
      }),
    Row(
      "tuning.bestIsSmallest",
      { run in
        for place in run[.tuning]!.trials.indices { run[.tuning]!.trials[place].parameterCount = 9 }
      }, not: { _ in }),
    Row(
      "tuning.agrees",
      { run in
        for place in run[.tuning]!.findings.indices {
          run[.tuning]!.findings[place].agreement = .direction
        }
      }, not: { $0[.tuning]!.findings[0].agreement = .different }),
    Row(
      "overfit.worsens",
      {
        $0[.tuning]!.overfitting.overfitted.validations = [
          .init(step: 1, loss: 2), .init(step: 2, loss: 3),
        ]
      },
      not: { $0[.tuning]!.overfitting.overfitted.validations = [.init(step: 1, loss: 2)] }),
    Row(
      "overfit.isWorse",
      { run in
        run[.tuning]!.overfitting.overfitted.validations = [.init(step: 1, loss: 3)]
        run[.tuning]!.overfitting.healthy.validations = [.init(step: 1, loss: 2)]
      },
      not: { run in
        run[.tuning]!.overfitting.overfitted.validations = [.init(step: 1, loss: 2)]
        run[.tuning]!.overfitting.healthy.validations = [.init(step: 1, loss: 2)]
      }),
    Row(
      "evaluation.beatsBaseline", { $0[.evaluation]!.loss = 0.1 },
      not: { $0[.evaluation]!.loss = 9 }),
    Row(
      "evaluation.isTooSure",
      { $0[.evaluation]!.calibration.bins = [bin(0.9, 0.8), bin(0, 0, count: 0)] },
      not: { $0[.evaluation]!.calibration.bins = [bin(0.5, 0.1), bin(0.9, 0.9)] }),
    Row(
      "questions.allRight",
      { $0[.evaluation]!.questionScores = [score(3, of: 3), score(0, of: 0)] },
      not: { $0[.evaluation]!.questionScores = [score(3, of: 3), score(1, of: 2)] }),
    Row(
      "questions.showWrong", { $0.setQuestions(right: false) },
      not: { $0.setQuestions(right: true) }),
    Row(
      "shrink.teacherHelps", { $0.setPupils(taught: 2, alone: 3) },
      not: { $0.setPupils(taught: 3, alone: 3) }),
    Row(
      "inference.isExact", { $0[.inference]!.largestDifference = 0 },
      not: { $0[.inference]!.largestDifference = 1e-9 }),
    Row(
      "answer.hasSignals", { $0.setAnswers { $0.tokens[0].text = "<|question|>" } },
      not: { run in
        run.setAnswers { answer in
          for place in answer.tokens.indices { answer.tokens[place].text = "a" }
        }
      }),
    Row(
      "answer.isEmpty", { $0.setAnswers { $0.text = "" } }, not: { $0.setAnswers { $0.text = "a" } }
    ),
    Row(
      "answer.isDrawn", { $0.setAnswers { $0.temperature = 0.5 } },
      not: { $0.setAnswers { $0.temperature = 0 } }),
    Row(
      "answer.isContinuation", { $0.setAnswers { $0.kind = .continuation } },
      not: { $0.setAnswers { $0.kind = .question } }),
    Row("guess.changes", { $0.setGuesses([1, 2, 2]) }, not: { $0.setGuesses([1, 2, 1]) }),
    Row(
      "guess.changesBetween", { $0.setGuesses([1, 2, 3, 3]) },
      not: { $0.setGuesses([1, 2, 2, 3]) }),
  ]

  private static func bin(_ confidence: Double, _ accuracy: Double, count: Int = 5)
    -> CalibrationRecord.Bin
  {
    .init(lower: 0, upper: 1, count: count, confidence: confidence, accuracy: accuracy)
  }

  private static func score(_ right: Int, of asked: Int) -> EvaluationRecord.QuestionScore {
    .init(language: .english, phrasing: .seen, right: right, asked: asked)
  }

  @Test(arguments: rows, Language.allCases)
  func aConditionHoldsWhereItsMeaningSays(row: Row, language: Language) throws {
    let condition = try #require(RecordedCondition.named(row.name))
    var (yes, no) = (ValueSample.run, ValueSample.run)
    row.isTrue(&yes)
    row.isFalse(&no)
    #expect(condition.holds(in: yes, for: language) == true)
    #expect(condition.holds(in: no, for: language) == false)
  }

  @Test func everyConditionHasARow() {
    #expect(Self.rows.map(\.name) == RecordedCondition.all.map(\.name))
  }

  @Test func ofAPartThatIsMissingNothingIsSaid() {
    let empty = Run(setting: ValueSample.run.setting)
    for condition in RecordedCondition.all where condition.name != "world" {
      #expect(condition.holds(in: empty, for: .english) == nil, "\(condition.name)")
    }
  }

  @Test func theNameOfAValueIsTheConditionThatTheRunKnowsIt() throws {
    let condition = try #require(RecordedCondition.named("merge.first.count"))
    #expect(condition.holds(in: ValueSample.run, for: .english) == true)
    #expect(condition.holds(in: Run(setting: ValueSample.run.setting), for: .english) == false)
    #expect(RecordedCondition.named("merge.first.cuont") == nil)
  }
}

extension Run {
  fileprivate mutating func setShelves(bytes: [Int], documents: [Int]) {
    self[.collection]!.shelves.removeLast(self[.collection]!.shelves.count - bytes.count)
    for place in bytes.indices {
      self[.collection]!.shelves[place].bytes = bytes[place]
      self[.collection]!.shelves[place].documents = documents[place]
    }
  }

  fileprivate mutating func setQuestions(right: Bool) {
    for place in self[.evaluation]!.questions.indices {
      self[.evaluation]!.questions[place].isRight = right
    }
  }

  fileprivate mutating func setPupils(taught: Double, alone: Double) {
    for place in self[.shrinking]!.variants.indices {
      switch self[.shrinking]!.variants[place].id {
      case "distilled": self[.shrinking]!.variants[place].loss = taught
      case "alone": self[.shrinking]!.variants[place].loss = alone
      default: break
      }
    }
  }

  fileprivate mutating func setAnswers(_ change: (inout AnswerRecord) -> Void) {
    for place in self[.usage]!.answers.indices { change(&self[.usage]!.answers[place]) }
  }

  /// The likeliest token after the embedding and after each block.
  fileprivate mutating func setGuesses(_ ids: [Int32]) {
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
  fileprivate mutating func setPredictions(
    _ change: (inout TrainingRecord.Prediction) -> Void
  ) {
    for snapshot in self[.training]!.snapshots.indices {
      for place in self[.training]!.snapshots[snapshot].predictions.indices {
        change(&self[.training]!.snapshots[snapshot].predictions[place])
      }
    }
  }
}
