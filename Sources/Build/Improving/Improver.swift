import Dataset
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// Makes a version: learns corrections on top of what a model knows, and watches what that does.
///
/// The same start, examples, documents and plan make the same bits, on however many threads.
package struct Improver {
  package let tokenizer: Tokenizer
  package let pool: WorkerPool

  package init(tokenizer: Tokenizer, pool: WorkerPool) {
    self.tokenizer = tokenizer
    self.pool = pool
  }

  /// A prompt whose wanted and former answer are followed.
  package struct Watched: Sendable {
    package var example: CorrectionExample
    package var isUsed: Bool
    package var rejected: String
  }

  package struct Result {
    package var parameters: Parameters
    package var learning: ImprovementRecord.Learning
  }

  /// - Parameters:
  ///   - replayed: documents learned before; not needed where the plan replays nothing.
  ///   - look: is shown the step that is done.
  /// - Throws: `TrainingError`: a bad option, nothing to learn from, a loss that is no number.
  package func learn(
    _ examples: [CorrectionExample], from start: Parameters, replayed: [TokenizedDocument],
    plan: ImprovementPlan, watched: [Watched] = [], feedback: ImprovementRecord.FeedbackCount,
    look: (Int) -> Void = { _ in }
  ) throws(TrainingError) -> Result {
    let parameters = Parameters(configuration: start.configuration)
    parameters.copy(from: start)
    let documents = examples.enumerated().map { $1.document($0, tokenizer) }
    let replayed = plan.replays ? replayed : []
    let tuning = try FineTuning(
      plan.way, parameters: parameters, options: plan.options,
      source: try ReplayBatches(
        examples: documents, replayed: replayed, batch: plan.batchSize,
        exampleRows: plan.exampleRows, context: plan.contextLength, seed: plan.seed),
      exampleRows: plan.exampleRows, pool: pool)
    var journal = ImprovementJournal(
      start: start, watched: watched, tokenizer: tokenizer, pool: pool)
    let looks = Set((0...max(1, plan.looks)).map { $0 * plan.steps / max(1, plan.looks) })
    journal.look(at: parameters, step: 0)
    try tuning.run { report in
      journal.note(report)
      if looks.contains(report.step) { journal.look(at: parameters, step: report.step) }
      look(report.step)
    }
    return Result(
      parameters: parameters,
      learning: journal.learning(
        plan, end: parameters, feedback: feedback, examples: documents.count,
        replayed: replayed.count))
  }
}
