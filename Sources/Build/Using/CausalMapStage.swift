import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// U3: takes one part of the model away after the other and asks all questions of the evaluation again.
///
/// Every answer is written greedily by the damaged model itself, so that "no longer right" means what it
/// means for the whole model. A question to which the whole model has no right answer can't break and is
/// asked once only.
struct CausalMapStage {
  /// Is damaged and mended again; holds the same bits afterwards.
  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool

  static func run(_ bench: Workbench) -> LocalizedText {
    guard let truth = bench.truth else {
      return LocalizedText(
        en: "no questions, for nobody knows the truth", ja: "正解がわからないので、質問なし")
    }
    let map = CausalMapStage(
      parameters: bench.learned.parameters, tokenizer: bench.tokenizer, pool: bench.pool
    ).record(
      truth.questions,
      asked: EvaluationStage.chosenPlaces(truth.questions, limit: bench.settings.questionLimit))
    bench.run[.causalMap] = map
    let most = map.removals.map(\.broken.count).max() ?? 0
    return LocalizedText(
      en: "one part alone breaks up to \(most) of \(map.right.count) right answers",
      ja: "部品一つで、正解\(map.right.count)問のうち最大\(most)問が崩れる")
  }

  /// - Parameter asked: places in `questions`.
  func record(_ questions: [TruthQuestion], asked: [Int]) -> CausalMapRecord {
    let whole = answers(questions, asked)
    let right = zip(asked, whole).filter(\.1.isRight).map(\.0)
    return CausalMapRecord(
      asked: asked, right: right,
      removals: RemovedPart.all(parameters.configuration).map { part in
        let damaged = part.removed(from: parameters) { answers(questions, right) }
        let broken = zip(right, damaged).filter { !$1.isRight }
        return CausalMapRecord.Removal(
          layer: part.layer, part: part.part, head: part.head, broken: broken.map(\.0),
          examples: Language.allCases.compactMap { language in
            broken.first { $1.language == language }.map {
              CausalMapRecord.Example(question: $0, answer: $1.answer)
            }
          })
      })
  }

  private func answers(
    _ questions: [TruthQuestion], _ places: [Int]
  ) -> [QuestionEvaluation.Result] {
    QuestionEvaluation(
      questions: places.map { questions[$0] }, parameters: parameters, tokenizer: tokenizer,
      pool: pool
    ).results
  }
}
