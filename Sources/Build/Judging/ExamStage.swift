import ModelFile
import Names
import RawData
import Record
import Training

/// L5c and U5: asks the open exam, and chooses on some of its questions when an answer is to be held back.
enum ExamStage {
  /// How many first tokens may be looked at.
  static let tokenCounts = 1...4

  static func run(_ bench: Workbench) -> LocalizedText {
    guard let truth = bench.truth else {
      return LocalizedText(
        en: "no questions, for nobody knows the truth", ja: "正解がわからないので、質問なし")
    }
    let evaluation = ExamEvaluation(
      questions: truth.exam, parameters: bench.learned.parameters, tokenizer: bench.tokenizer,
      pool: bench.pool)
    let answers = bench.run[.truth]!.answers
    let exam = ExamRecord(
      evaluation.results,
      answers: Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, $0) }))
    bench.run[.exam] = exam
    let made = exam.results.count { !$0.isRight }
    return LocalizedText(
      en: "\(exam.results.count) open questions, \(made) answers wrong",
      ja: "開かれた質問\(exam.results.count)問、間違い\(made)問")
  }

  /// Kinds by which the threshold is chosen: what was taught is to be said, and of nobody nothing. What else
  /// people will ask is not known beforehand.
  private static let kindsForChoosing: Set<ExamKind> = [.known, .stranger]

  /// Every second question of those kinds in each language, from the first on, is there for choosing.
  static func isForChoosing(_ results: [ExamEvaluation.Result]) -> [Bool] {
    var counts: [String: Int] = [:]
    return results.map { result in
      guard kindsForChoosing.contains(result.question.kind) else { return false }
      let key = "\(result.question.language) \(result.question.kind)"
      counts[key, default: 0] += 1
      return counts[key]! % 2 == 1
    }
  }

  /// The number of tokens and the threshold with the fewest mistakes; of several the fewest tokens.
  ///
  /// Nil for a model that answers less than half of what it was taught: the fewest mistakes would be to
  /// keep silent always.
  static func rule(_ results: [ExamEvaluation.Result]) -> HoldRule? {
    let taught = results.filter { $0.question.kind == .known }
    guard 2 * taught.count(where: \.isRight) >= taught.count else { return nil }
    var best: (mistakes: Int, rule: HoldRule)?
    for count in tokenCounts {
      let measure = HoldRule(threshold: 0, tokenCount: count)!
      let judged = results.map {
        HoldChoice.Judged(
          isRight: $0.isRight, confidence: measure.confidence($0.probabilities))
      }
      guard let threshold = HoldChoice.threshold(judged) else { continue }
      let mistakes = judged.count { $0.isRight == ($0.confidence < threshold) }
      if best == nil || mistakes < best!.mistakes {
        best = (mistakes, HoldRule(threshold: threshold, tokenCount: count)!)
      }
    }
    return best?.rule
  }
}

extension ExamRecord {
  /// - Parameter answers: the place of each right answer in the truth.
  init(_ results: [ExamEvaluation.Result], answers: [String: Int]) {
    let isForChoosing = ExamStage.isForChoosing(results)
    let rule = ExamStage.rule(zip(results, isForChoosing).filter(\.1).map(\.0))
    let measure = rule ?? HoldRule(threshold: 0, tokenCount: 1)!
    self.init(
      hold: rule.map { Hold(threshold: $0.threshold, tokenCount: $0.tokenCount) },
      results: zip(results, isForChoosing).map { result, isForChoosing in
        Result(
          question: result.question.question, language: result.question.language,
          kind: result.question.kind, answer: result.answer, isRight: result.isRight,
          confidence: measure.confidence(result.probabilities), isForChoosing: isForChoosing,
          accepted: result.question.accepted.map { answers[$0]! }.sorted(),
          mentions: result.question.mentions)
      })
  }
}
