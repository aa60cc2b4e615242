import Names
import RawData
import Record
import Testing

@testable import Build
@testable import Dataset
@testable import Training

/// Where a record is made of what the engine found, nothing is taken for something else.
@Suite struct TakenOverTests {
  @Test func countsOfRules() {
    let score = RuleScore(
      rule: .spam, truePositives: 1, falsePositives: 2, falseNegatives: 3, trueNegatives: 4)
    let names = SameNames(score, ConfusionRecord(score))
    #expect(names.different == [] && names.compared.count == 4)
    #expect(ConfusionRecord(score).falseNegatives == 3)
  }

  @Test func thresholds() {
    let score = ThresholdScore(threshold: 0.5, flagged: 8, truePositives: 6, falseNegatives: 9)
    let point = FilterRecord.ThresholdPoint(score)
    #expect(SameNames(score, point, renamed: ["dropped": "flagged"]).different == [])
    #expect(point.precision == 0.75 && point.recall == 0.4)
  }

  @Test func edits() {
    let edit = CleaningEdit(
      documentID: "a", field: .text, language: .english, rule: .quotes, start: 3, end: 6,
      before: "“", after: "\"")
    let names = SameNames(edit, EditRecord(edit), renamed: ["place": "start"])
    #expect(names.different == [])
    #expect(names.compared.isSuperset(of: ["rule", "before", "after"]))
  }

  @Test func reportsOfSteps() {
    func norms(_ first: Float) -> PartNorms {
      PartNorms(embedding: first, blocks: [first * 2, first * 4], finalNorm: first * 8)
    }
    let report = StepReport(
      step: 7, loss: 2.5, learningRate: 0.25, gradientNorm: 1.5, clipFactor: 0.75,
      gradientNorms: norms(3), weightNorms: norms(5), updateNorms: norms(0.625))
    let record = TrainingRecord.Step(report)
    let names = SameNames(report, record)
    #expect(names.different == [])
    #expect(names.compared == ["step", "loss", "learningRate", "gradientNorm"])
    #expect(record.gradientNormByPart == [3, 6, 12, 24])
    #expect(record.weightNormByPart == [5, 10, 20, 40])
    #expect(record.updateRatioByPart == [0.125, 0.125, 0.125, 0.125])
  }

  @Test func sweepsAndTheirSettings() {
    let result = SweepResult(
      name: "width 16", parameterCount: 99, losses: [3, 2, 1],
      validations: [.init(step: 2, loss: 2.25), .init(step: 3, loss: 2.5)], failedStep: nil)
    let setting = SweepSetting(
      learningRate: 0.25, width: 16, layerCount: 3, headCount: 4, batchSize: 8, dropout: 0.125)
    let trial = TuningRecord.Trial(.used, setting, result)
    let names = SameNames(setting, trial)
    #expect(names.different == [] && names.compared.count == 6)
    #expect(trial.parameterCount == 99 && trial.steps == 3 && trial.failedStep == nil)
    #expect(trial.validations == [.init(step: 2, loss: 2.25), .init(step: 3, loss: 2.5)])
    #expect(trial.losses.map(\.loss) == [3, 2, 1] && trial.knob == .used)
  }

  @Test func namesThatMeanSomethingElseAreFound() {
    let score = RuleScore(
      rule: .spam, truePositives: 1, falsePositives: 2, falseNegatives: 3, trueNegatives: 4)
    let swapped = ConfusionRecord(
      truePositives: 1, falsePositives: 3, falseNegatives: 2, trueNegatives: 4)
    #expect(SameNames(score, swapped).different == ["falsePositives", "falseNegatives"])
    let missing = SameNames(score, swapped, renamed: ["flagged": "truePositives"]).different
    #expect(missing.contains("flagged"))
  }
}
