import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// A version that learns a user's own corrections, judged as those of the recorded stories are.
package struct FeedbackVersion {
  package let ground: ImprovementGround
  package let gate: ImprovementRecord.Gate
  package let tokenizer: Tokenizer
  package let pool: WorkerPool

  package init(
    ground: ImprovementGround, gate: ImprovementRecord.Gate, tokenizer: Tokenizer, pool: WorkerPool
  ) {
    self.ground = ground
    self.gate = gate
    self.tokenizer = tokenizer
    self.pool = pool
  }

  /// What came of it.
  package struct Outcome {
    package var parameters: Parameters
    package var learning: ImprovementRecord.Learning
    package var scores: [ImprovementRecord.Score]
    /// What the parent answered to each correction and what the version does.
    package var before: [String]
    package var after: [String]
    package var lossBefore: Double
    package var lossAfter: Double
    package var failed: [Int]
  }

  /// - Parameters:
  ///   - examples: what people corrected.
  ///   - again: what the parent was corrected in earlier; learned again, and asked again.
  ///   - look: is shown the steps that are done.
  package func make(
    _ examples: [CorrectionExample], again: [CorrectionExample], from parent: Parameters,
    plan: ImprovementPlan, feedback: ImprovementRecord.FeedbackCount, look: (Int) -> Void
  ) throws(TrainingError) -> Outcome {
    let prompts = corrected(examples, .corrected)
    let rejected = AnswerSheet(prompts).answers(parent, tokenizer: tokenizer, pool: pool)
    let facts = changedFacts(rejected)
    let kept = again.filter { old in !examples.contains { $0.isSamePrompt(as: old) } }
    let sheet = AnswerSheet(
      prompts + known(facts, examples) + corrected(kept, .earlier) + unknown(examples))
    let before = sheet.answers(parent, tokenizer: tokenizer, pool: pool)
    let replay = ReplayChoice(
      contradictions: contradictions(facts, rejected, examples), limit: plan.replayLimit
    ).documents(from: ground.training, tokenizer: tokenizer)
    let result = try Improver(tokenizer: tokenizer, pool: pool).learn(
      examples + kept, from: parent, replayed: replay, plan: plan, feedback: feedback, look: look)
    let after = sheet.answers(result.parameters, tokenizer: tokenizer, pool: pool)
    let scores = sheet.scores(before: before, after: after)
    let (lossBefore, lossAfter) = (loss(parent), loss(result.parameters))
    return Outcome(
      parameters: result.parameters, learning: result.learning, scores: scores,
      before: Array(before.prefix(examples.count)), after: Array(after.prefix(examples.count)),
      lossBefore: lossBefore, lossAfter: lossAfter,
      failed: gate.failed(
        story: .feedback, scores: scores, lossBefore: lossBefore, lossAfter: lossAfter))
  }

  private func loss(_ parameters: Parameters) -> Double {
    DocumentEvaluation(ground.test, parameters: parameters, pool: pool).loss
  }

  private func corrected(
    _ examples: [CorrectionExample], _ group: ImprovementMeasure
  ) -> [AnswerSheet.Question] {
    examples.enumerated().map { place, example in
      .init(
        group, place: place, kind: example.kind, language: example.language, text: example.prompt,
        accepted: [example.form.normalized(example.answer)])
    }
  }

  /// Facts of the town of which a corrected answer said the old value: somebody says that they have changed.
  private func changedFacts(_ rejected: [String]) -> Set<[String]> {
    let rejected = Set(rejected)
    return Set(
      (ground.truth?.questions ?? []).filter { !rejected.isDisjoint(with: $0.accepted) }
        .map { [$0.relation, $0.subject] })
  }

  private func known(
    _ facts: Set<[String]>, _ examples: [CorrectionExample]
  ) -> [AnswerSheet.Question] {
    let people = Set(facts.map { $0[1] })
    return (ground.truth?.questions ?? []).enumerated().compactMap { place, question in
      guard !facts.contains([question.relation, question.subject]),
        !examples.contains(where: { $0.prompt == question.question })
      else { return nil }
      return .init(
        people.contains(question.subject) ? .neighbours : .others, place: place,
        language: question.language, text: question.question, accepted: question.accepted)
    }
  }

  private func unknown(_ examples: [CorrectionExample]) -> [AnswerSheet.Question] {
    (ground.truth?.exam ?? []).enumerated().compactMap { place, question in
      guard question.kind == .stranger,
        !examples.contains(where: { $0.prompt == question.question })
      else { return nil }
      return .init(
        .unknown, place: place, language: question.language, text: question.question,
        accepted: [HeldReply.text[question.language]])
    }
  }

  /// An answer shorter than this, in bytes, is no sentence that one would know again.
  private static let shortestSentence = 12

  /// Documents that tell a fact which has changed, ask what was corrected, or hold an answer that was.
  private func contradictions(
    _ facts: Set<[String]>, _ rejected: [String], _ examples: [CorrectionExample]
  ) -> [[String]] {
    let told = facts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap {
      ground.world?.telling(relation: $0[0], subject: $0[1]) ?? []
    }
    return told
      + (rejected + examples.map(\.prompt)).filter {
        $0.utf8.count >= Self.shortestSentence
      }.map { [$0] }
  }
}

extension CorrectionExample {
  func isSamePrompt(as other: CorrectionExample) -> Bool {
    kind == other.kind && language == other.language && prompt == other.prompt
  }
}
