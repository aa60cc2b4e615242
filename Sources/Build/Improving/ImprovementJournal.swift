import Dataset
import Inference
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// Follows a version while it learns: two answers to a few prompts, the losses, and every weight.
struct ImprovementJournal {
  private let start: Parameters
  private let watched: [Improver.Watched]
  private let prompts: [[Int32]]
  /// The wanted and the former answer to each prompt.
  private let answers: [(chosen: [Int32], rejected: [Int32])]
  private let pool: WorkerPool
  private var steps: [Int] = []
  private var logs: [[(chosen: Double, rejected: Double)]] = []
  /// All weights at each look: only at the end is it known which one moved farthest.
  private var weights: [[Float]] = []
  private var losses: [ImprovementRecord.Losses] = []

  init(
    start: Parameters, watched: [Improver.Watched], tokenizer: Tokenizer, pool: WorkerPool
  ) {
    self.start = start
    self.watched = watched
    self.pool = pool
    prompts = watched.map { $0.example.promptTokens(tokenizer) }
    answers = watched.map { watched in
      let tokens = {
        CorrectionExample.answerTokens($0, watched.example.form, tokenizer)
      }
      return (tokens(watched.example.answer), tokens(watched.rejected))
    }
  }

  mutating func note(_ report: FineTuning.Report) {
    losses.append(
      .init(step: report.step, examples: report.exampleLoss ?? 0, replayed: report.replayLoss))
  }

  mutating func look(at parameters: Parameters, step: Int) {
    steps.append(step)
    weights.append(Array(parameters.values))
    let generator = Generator(parameters: parameters, pool: pool)
    let context = parameters.configuration.contextLength
    logs.append(
      zip(prompts, answers).map { prompt, answers in
        (
          Self.log(answers.chosen, after: prompt, generator, context),
          Self.log(answers.rejected, after: prompt, generator, context)
        )
      })
  }

  /// `ln P(answer | prompt)`: the sum over its tokens, as far as the context reaches.
  static func log(
    _ answer: [Int32], after prompt: [Int32], _ generator: Generator, _ contextLength: Int
  ) -> Double {
    guard !prompt.isEmpty, prompt.count < contextLength else { return 0 }
    generator.reset()
    var logits = generator.process(prompt)
    var sum = 0.0
    for (place, token) in answer.enumerated() {
      sum -= LogitSummary(logits, target: token).surprise
      guard place + 1 < answer.count, prompt.count + place + 1 < contextLength else { break }
      logits = generator.process([token])
    }
    return sum
  }

  func learning(
    _ plan: ImprovementPlan, end: Parameters, feedback: ImprovementRecord.FeedbackCount,
    examples: Int, replayed: Int
  ) -> ImprovementRecord.Learning {
    let movement = Movement(from: start, to: end)
    return ImprovementRecord.Learning(
      way: plan.way.name, feedback: feedback, exampleDocuments: examples,
      replayedDocuments: replayed, batchSize: plan.batchSize, exampleRows: plan.exampleRows,
      steps: plan.steps, learningRate: Double(plan.learningRate), losses: losses, looks: steps,
      watched: watched.indices.map { place in
        let logs = logs.map { $0[place] }
        return ImprovementRecord.Watched(
          prompt: watched[place].example.prompt, language: watched[place].example.language,
          isUsed: watched[place].isUsed, chosen: watched[place].example.answer,
          rejected: watched[place].rejected, chosenLog: logs.map(\.chosen),
          rejectedLog: logs.map(\.rejected), margins: logs.map { $0.chosen - $0.rejected })
      },
      moved: movement.parts, sizes: movement.sizes,
      weight: ImprovementRecord.WeightWay(
        parameter: movement.farthest.tensor.name, row: movement.farthest.row,
        column: movement.farthest.column,
        values: weights.map { Double($0[movement.farthest.place]) }))
  }
}
