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

  static let rows = flows + improvement

  private static let flows: [Row] = [
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
      "filter.hasPrice", { $0.setSweep(precision: 1, recall: 0.9) },
      not: { $0.setSweep(precision: 1, recall: 1) }),
    Row(
      "filter.crosses", { $0.setSentences(harmless: 0.6, unkind: 0.5) },
      not: { $0.setSentences(harmless: 0.5, unkind: 0.5) }),
    Row("dataset.isCompared", { _ in }, not: { $0[.dataset]!.sharing = nil }),
    Row("dataset.isCut", { $0[.dataset]!.divided = 1 }, not: { $0[.dataset]!.divided = 0 }),
    Row(
      "merge.first.isFirst", { _ in },
      not: { $0[.tokenization]!.merges[0].result.text = "‹E3 81›" }),
    Row(
      "example.isSurprising",
      { $0.setExamples { $0.candidates[0].token.id = $0.target.id + 1 } },
      not: { $0.setExamples { $0.candidates[0].token.id = $0.target.id } }),
    Row(
      "example.isInOwnLanguage", { _ in },
      not: { run in
        run[.algorithm]!.exampleInOtherLanguage = nil
        run[.algorithm]!.example.language = nil
      }),
    Row(
      "example.becomesLikelier", { $0.setExamples { $0.targetProbabilityAfter = 0.9 } },
      not: { $0.setExamples { $0.targetProbabilityAfter = $0.targetProbability / 2 } }),
    Row(
      "model.hasOwnOutput", { $0[.architecture]!.tensors[0].name = "lm_head.weight" },
      not: { _ in }),
    Row(
      "step.lowersLoss", { $0[.algorithm]!.batch!.lossAfter = 0.9 },
      not: { $0[.algorithm]!.batch!.lossAfter = 0.9461 }),
    Row(
      "adam.isOutvoted", { $0.setMeans(-0.0001) }, not: { $0.setMeans(0.0001) }),
    Row(
      "step.isClipped", { _ in },
      not: { run in
        for place in run[.algorithm]!.adamSteps.indices {
          run[.algorithm]!.adamSteps[place].clipFactor = 1
        }
      }),
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
      "training.stepsShrink", { $0.setLastUpdate(0.000_1) }, not: { $0.setLastUpdate(0.9) }),
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
      "tuning.usedWins", { $0.setLast(together: 2, used: 2) },
      not: { $0.setLast(together: 2, used: 2.1) }),
    Row(
      "overfit.learnsByHeart", { $0.setTrainingLosses(few: 1, all: 2) },
      not: { $0.setTrainingLosses(few: 2, all: 2) }),
    Row(
      "overfit.worsens",
      {
        $0[.tuning]!.overfitting.overfitted.validations = [
          .init(step: 1, loss: 2), .init(step: 2, loss: 3),
        ]
      },
      not: { $0[.tuning]!.overfitting.overfitted.validations = [.init(step: 1, loss: 2)] }),
    Row(
      "evaluation.beatsBaseline", { $0[.evaluation]!.loss = 0.1 },
      not: { $0[.evaluation]!.loss = 9 }),
    Row(
      "questions.allRight",
      { $0[.evaluation]!.questionScores = [score(3, of: 3), score(0, of: 0)] },
      not: { $0[.evaluation]!.questionScores = [score(3, of: 3), score(1, of: 2)] }),
    Row(
      "shrink.teacherHelps", { $0.setPupils(taught: 2, alone: 3) },
      not: { $0.setPupils(taught: 3, alone: 3) }),
    Row(
      "twin.isProof", { $0.setTwinRight(whole: 9, twin: 1) },
      not: { $0.setTwinRight(whole: 9, twin: 2) }),
    Row(
      "twin.guesses", { $0.setTwinExpects([0.1, 0.3, 0.2]) },
      not: { $0.setTwinExpects([0.4, 0.3, 0.2]) }),
    Row(
      "twin.keepsTheRest", { $0.setTwinOthers(whole: 48, twin: 50) },
      not: { $0.setTwinOthers(whole: 50, twin: 47) }),
    Row(
      "inference.isExact", { $0[.inference]!.largestDifference = 0 },
      not: { $0[.inference]!.largestDifference = 1e-9 }),
    Row(
      "asking.recastHelps", { $0.setRequests { ($0.right, $0.rightAsTyped) = (3, 2) } },
      not: { $0.setRequests { ($0.right, $0.rightAsTyped) = (2, 2) } }),
    Row(
      "translation.allRight", { $0.setTranslations { $0.right = $0.asked } },
      not: { $0.setTranslations { $0.right = $0.asked - 1 } }),
    Row(
      "answer.hasSignals", { $0.setAnswers { $0.tokens[0].text = "<|question|>" } },
      not: { run in
        run.setAnswers { answer in
          for place in answer.tokens.indices { answer.tokens[place].text = "a" }
        }
      }),
    Row(
      "answer.isQuestion", { $0.setAnswers { $0.kind = .question } },
      not: { $0.setAnswers { $0.kind = .continuation } }),
    Row(
      "answer.isText", { $0.setAnswers { $0.kind = .continuation } },
      not: { $0.setAnswers { $0.kind = .summary } }),
    Row(
      "answer.isHeld", { $0.setAnswers { $0.hold = Self.held } },
      not: { $0.setAnswers { $0.hold = Self.given } }),
    Row(
      "answer.isJudged", { $0.setAnswers { $0.isRight = false } },
      not: { $0.setAnswers { $0.isRight = nil } }),
    Row(
      "answer.isDrawn", { $0.setAnswers { $0.temperature = 0.5 } },
      not: { $0.setAnswers { $0.temperature = 0 } }),
    Row(
      "answer.isContinuation", { $0.setAnswers { $0.kind = .continuation } },
      not: { $0.setAnswers { $0.kind = .question } }),
    Row(
      "drawn.isQuestion", { $0.setAnswers { $0.kind = .question } },
      not: { $0.setAnswers { $0.kind = .translation } }),
    Row(
      "drawn.isHeld", { $0.setAnswers { $0.hold = Self.held } },
      not: { $0.setAnswers { $0.hold = Self.given } }),
    Row(
      "drawn.hasEdits",
      {
        $0.setAnswers {
          $0.postprocessing = [.init(rule: .spacing, before: "a  b", after: "a b")]
        }
      }, not: { $0.setAnswers { $0.postprocessing = [] } }),
    Row("guess.changes", { $0.setGuesses([1, 2, 2]) }, not: { $0.setGuesses([1, 2, 1]) }),
    Row(
      "guess.changesLater", { $0.setGuesses([1, 2, 3]) },
      not: { $0.setGuesses([1, 2, 2, 2]) }),
    Row(
      "followed.isRecorded", { _ in }, not: { $0.setAnswers { $0.followed = nil } }),
    Row(
      "followed.isLater", { _ in }, not: { $0.setAnswers { $0.followed?.read = [] } }),
    Row(
      "followed.isChosen",
      { $0.setAnswers { $0.followed?.candidates[0].token.id = 31 } },
      not: { $0.setAnswers { $0.followed?.candidates[0].token.id = 32 } }),
    Row(
      "followed.isInFirstBlock", { $0.setCostliest(layer: 0) },
      not: { $0.setCostliest(layer: 1) }),
    Row(
      "additions.attentionLengthens", { _ in }, not: { $0.setRows("hook_resid_mid", [5, 0]) }),
    Row("additions.mlpLengthens", { $0.setRows("hook_resid_post", [13, 1]) }, not: { _ in }),
    Row(
      "stream.shortens", { _ in },
      not: { $0.setRows("hook_resid_post", [13, 0]) }),
    Row(
      "mlp.isSpread",
      { run in
        run.setAnswers { $0.followed?.push = 6 }
        run.setAnswers { $0.followed?.neurons[0].push = 2.9 }
      },
      not: { run in
        run.setAnswers { $0.followed?.push = 6 }
        run.setAnswers { $0.followed?.neurons[0].push = 3 }
      }),
    Row(
      "origin.endsAtToken", { _ in },
      not: { $0.setAnswers { $0.origin?.parameter.address = "wpe.weight[1,2]" } }),
    Row(
      "origin.changesPosition", { _ in },
      not: { run in
        run.setAnswers { answer in
          guard let last = answer.origin?.steps.indices.last else { return }
          let row = answer.readTokens.count - 1
          answer.origin?.steps[last].number.address = "b0.in[\(row),2]"
        }
      }),
    Row("exam.holds", { _ in }, not: { $0[.exam]!.hold = nil }),
    Row(
      "exam.looksAtFirst", { $0[.exam]!.hold!.tokenCount = 1 },
      not: { $0[.exam]!.hold!.tokenCount = 2 }),
    Row(
      "exam.isSureAndWrong", { $0[.exam]!.hold!.threshold = 0.6875 },
      not: { $0[.exam]!.hold!.threshold = 0.875 }),
    Row(
      "exam.sure.copies",
      { $0.setOpenAnswers { $0.answer = String($0.question.prefix(3)) + "!" } },
      not: { $0.setOpenAnswers { $0.answer = "Ÿ" + $0.answer } }),
    Row(
      "exam.keepsAllRight", { $0[.exam]!.hold!.threshold = 0.4375 },
      not: { $0[.exam]!.hold!.threshold = 0.95 }),
    Row(
      "causal.isUneven", { $0.setBroken([2, 0]) }, not: { $0.setBroken([1, 0]) }),
    Row(
      "causal.headsDiffer", { $0.setBroken([0, 0, 1]) }, not: { $0.setBroken([2, 1, 1]) }),
    Row(
      "heads.someUnlabelled", { $0[.headLabels]!.heads[0].labels = [] }, not: { _ in }),
    Row(
      "heads.induces", { _ in }, not: { $0[.headLabels]!.heads[1].labels = [.firstToken, .name] }),
    Row("heads.looksAtName", { _ in }, not: { $0[.headLabels]!.heads[1].labels = [.induction] }),
    Row(
      "heads.copiesName", { $0[.headLabels]!.heads[1].labels = [.name, .copying] },
      not: { $0[.headLabels]!.heads[0].labels = [.copying] }),
    Row(
      "feedback.refuses", { $0.setRatings { $0.refusal = .role } },
      not: { $0.setRatings { $0.refusal = nil } }),
    Row(
      "feedback.masks", { $0.setRatings { $0.typed = "a@b.example" } },
      not: { $0.setRatings { $0.typed = nil } }),
    Row(
      "feedback.agreesLittle", { $0.setKappas(0.399) }, not: { $0.setKappas(0.4) }),
    Row(
      "majority.errs", { _ in },
      not: { $0.setRated { $0.majority = $0.isRight ? .good : .bad } }),
    Row("misled.isChanged", { _ in }, not: { $0.setRated { $0.change = nil } }),
    Row(
      "corrected.contradicts", { $0.setOutcomes(.contradicting) },
      not: { $0.setOutcomes(.answerStays) }),
    Row("way.becomes", { $0.setOutcomes(.agreed) }, not: { $0.setOutcomes(.answerStays) }),
    Row(
      "way.masks", { $0.setRatings { $0.typed = "a@b.example" } },
      not: { $0.setRatings { $0.typed = nil } }),
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

  @Test func whereDividedTextsWereNotCountedDocumentsAre() {
    var run = ValueSample.run
    run[.dataset]!.divided = nil
    let condition = RecordedCondition.named("dataset.isCut")
    run[.cleaning]!.documentsAfter = 2
    #expect(condition?.holds(in: run, for: .english) == true)
    run[.cleaning]!.documentsAfter = run[.dataset]!.parts.reduce(0) { $0 + $1.documents }
    #expect(condition?.holds(in: run, for: .english) == false)
  }

  @Test func aModelOfOneBlockHasNoLaterGuess() {
    var run = ValueSample.run
    run.setGuesses([1, 2])
    #expect(RecordedCondition.named("guess.changesLater")?.holds(in: run, for: .english) == nil)
  }

  @Test func theNameOfAValueIsTheConditionThatTheRunKnowsIt() throws {
    let condition = try #require(RecordedCondition.named("merge.first.count"))
    #expect(condition.holds(in: ValueSample.run, for: .english) == true)
    #expect(condition.holds(in: Run(setting: ValueSample.run.setting), for: .english) == false)
    #expect(RecordedCondition.named("merge.first.cuont") == nil)
  }
}
