import Names
import RawData
import Record
import Testing

@testable import Build
@testable import Training

@Suite struct ExamStageTests {
  private func result(
    _ kind: ExamKind, _ isRight: Bool, _ probabilities: [Float], language: Language = .english
  ) -> ExamEvaluation.Result {
    ExamEvaluation.Result(
      question: ExamQuestion(
        question: "?", language: language, kind: kind, accepted: isRight ? ["yes"] : ["no"]),
      answer: "yes", probabilities: probabilities)
  }

  @Test func everySecondQuestionOfTwoKindsIsForChoosing() {
    let results = [ExamKind.known, .known, .known, .stranger, .stranger, .untold, .untold].flatMap {
      kind in Language.allCases.map { result(kind, true, [1], language: $0) }
    }
    let chosen = ExamStage.isForChoosing(results)
    #expect(
      stride(from: 0, to: chosen.count, by: 2).map { chosen[$0] } == [
        true, false, true, true, false, false, false,
      ])
    #expect(zip(chosen, chosen.dropFirst()).enumerated().allSatisfy { $0 % 2 == 1 || $1.0 == $1.1 })
  }

  @Test func theThresholdPartsRightAndWrongWithAsFewTokensAsPossible() throws {
    let results = [
      result(.known, true, [0.9, 0.1]), result(.known, true, [0.8, 0.9]),
      result(.stranger, false, [0.4, 0.9]), result(.stranger, false, [0.2, 0.9]),
    ]
    let rule = try #require(ExamStage.rule(results))
    #expect(rule.tokenCount == 1 && abs(rule.threshold - 0.6) < 1e-6)
    // Here the first token says nothing and the second all.
    let later = [
      result(.known, true, [0.9, 0.8]), result(.known, true, [0.9, 0.7]),
      result(.stranger, false, [0.9, 0.1]),
    ]
    let second = try #require(ExamStage.rule(later))
    #expect(second.tokenCount == 2 && abs(second.threshold - 0.4) < 1e-6)
  }

  /// The second of each kind is there to judge, and would have chosen otherwise.
  @Test func whatJudgesTheThresholdDoesNotChooseIt() throws {
    let results = [
      result(.known, true, [0.75]), result(.known, true, [0.375]),
      result(.stranger, false, [0.25]), result(.stranger, false, [0.3125]),
    ]
    let record = ExamRecord(results, answers: ["yes": 0, "no": 1])
    #expect(record.hold == .init(threshold: 0.5, tokenCount: 1))
    #expect(record.results.map(\.confidence) == [0.75, 0.375, 0.25, 0.3125])
    #expect(record.judged(.known) == .init(heldBack: 1))
    #expect(record.judged(.stranger) == .init(heldBack: 1))
  }

  @Test func aModelThatKnowsLessThanHalfHoldsNothingBack() {
    let results = [
      result(.known, true, [0.9]), result(.known, false, [0.1]), result(.known, false, [0.1]),
    ]
    #expect(ExamStage.rule(results) == nil)
  }
}
