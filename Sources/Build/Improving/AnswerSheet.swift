import Dataset
import Inference
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// The questions on which versions are compared, and what models answer to them.
package struct AnswerSheet: Sendable {
  package struct Question: Sendable {
    package var group: ImprovementMeasure
    /// Where it stands among those of its group, as the record names it.
    package var place: Int
    package var kind = PromptKind.question
    package var language: Language
    package var text: String
    /// Every right answer.
    package var accepted: [String]

    package init(
      _ group: ImprovementMeasure, place: Int, kind: PromptKind = .question, language: Language,
      text: String, accepted: [String]
    ) {
      self.group = group
      self.place = place
      self.kind = kind
      self.language = language
      self.text = text
      self.accepted = accepted
    }

    func tokens(_ tokenizer: Tokenizer) -> [Int32] {
      PromptForm(kind: kind, language: language).tokens(of: text, tokenizer: tokenizer)
    }
  }

  /// Tokens that an answer may have.
  package static let limit = 48

  package var questions: [Question]

  package init(_ questions: [Question]) { self.questions = questions }

  /// Answers in the order of the questions, always the likeliest token.
  package func answers(
    _ parameters: Parameters, tokenizer: Tokenizer, pool: WorkerPool
  ) -> [String] {
    GreedyAnswering.answers(
      to: questions.map { $0.tokens(tokenizer) }, parameters: parameters, limit: Self.limit,
      pool: pool
    ).map { trimmed(String(decoding: tokenizer.decode($0), as: UTF8.self)) }
  }

  /// By group, in the order of their cases.
  package func scores(before: [String], after: [String]) -> [ImprovementRecord.Score] {
    ImprovementMeasure.allCases.compactMap { group in
      let own = questions.indices.filter { questions[$0].group == group }
      guard !own.isEmpty else { return nil }
      let wasRight = own.map { questions[$0].accepted.contains(before[$0]) }
      let isRight = own.map { questions[$0].accepted.contains(after[$0]) }
      let places = { (isMeant: (Bool, Bool) -> Bool) in
        own.indices.filter { isMeant(wasRight[$0], isRight[$0]) }.map { questions[own[$0]].place }
      }
      return ImprovementRecord.Score(
        group: group, asked: own.count, rightBefore: wasRight.count { $0 },
        rightAfter: isRight.count { $0 }, lost: places { $0 && !$1 }, gained: places { !$0 && $1 })
    }
  }

  /// One answer with the probability of each token.
  func said(
    _ question: Question, _ parameters: Parameters, tokenizer: Tokenizer, pool: WorkerPool
  ) -> ImprovementRecord.Said {
    var tokens: [ImprovementRecord.TokenProbability] = []
    let answer = GreedyAnswering.answer(
      to: question.tokens(tokenizer), reader: Generator(parameters: parameters, pool: pool),
      limit: Self.limit, contextLength: parameters.configuration.contextLength
    ) { logits, token in
      tokens.append(
        .init(
          token: tokenizer.piece(token),
          probability: Portable.exp(-LogitSummary(logits, target: token).surprise)))
    }
    let text = trimmed(String(decoding: tokenizer.decode(answer), as: UTF8.self))
    return .init(text: text, isRight: question.accepted.contains(text), tokens: tokens)
  }
}
