import Feedback
import Names
import Numerics
import RawData
import Record
import Tokenization
import Transformer

/// What visitors correct in the recorded stories, after the model as it was built has answered.
///
/// They are asked about two ways to put each question and never about the others, so that it can be seen
/// whether a version has learned more than words. Each visitor has a habit, some are mistaken; what more
/// than half of them want becomes an example.
struct StoryCorrections {
  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool
  let seed: UInt64

  static let visitors = [
    Visitor("Ada", .careful(errors: 0.02)), Visitor("Ken", .careful(errors: 0.05)),
    Visitor("Mai", .careful(errors: 0.1)), Visitor("Paul", .generous(honesty: 0.7)),
    Visitor("Rio", .careless(share: 0.3)),
  ]

  struct Outcome {
    var corrections: [ImprovementRecord.Correction]
    var feedback: ImprovementRecord.FeedbackCount

    /// To learn from.
    var examples: [CorrectionExample] {
      corrections.flatMap(\.prompts).filter(\.isUsed).map(\.example)
    }
  }

  /// A fact became another one.
  /// - Parameter used: ways to ask in each language that visitors meet.
  func changedFacts(_ facts: [ChangedFact], used: Int) -> Outcome {
    outcome(
      facts.map { fact in
        Draft(
          correction: .init(
            story: .changedFacts, relation: fact.relation, subject: fact.subject, name: fact.name,
            before: fact.before, after: fact.after, prompts: []),
          prompts: Language.allCases.flatMap { language in
            fact.questions.filter { $0.language == language }.enumerated().map {
              Draft.Prompt(
                text: $1.question, language: language, truth: $1.answer, accepted: $1.accepted,
                isAsked: $0 < used)
            }
          })
      })
  }

  /// Nothing is known of somebody. Visitors meet one way to ask, a second one is kept back.
  func unknownPeople(_ strangers: [Stranger]) -> Outcome {
    outcome(
      strangers.enumerated().map { turn, stranger in
        Draft(
          correction: .init(
            story: .unknownPeople, relation: stranger.relation, subject: stranger.id,
            name: stranger.name, before: nil, after: nil, prompts: []),
          prompts: Language.allCases.flatMap { language in
            let own = stranger.questions.filter { $0.language == language }
            let reply = HeldReply.text[language]
            return (0..<min(2, own.count)).map {
              Draft.Prompt(
                text: own[(turn + $0) % own.count].text, language: language, truth: reply,
                accepted: [reply], isAsked: $0 == 0)
            }
          })
      })
  }

  private struct Draft {
    var correction: ImprovementRecord.Correction
    var prompts: [Prompt]

    struct Prompt {
      var text: String
      var language: Language
      var truth: String
      var accepted: [String]
      var isAsked: Bool
    }
  }

  private func outcome(_ drafts: [Draft]) -> Outcome {
    let all = drafts.flatMap(\.prompts)
    let sheet = AnswerSheet(
      all.enumerated().map {
        .init(
          .corrected, place: $0, language: $1.language, text: $1.text, accepted: $1.accepted)
      })
    let answers = sheet.answers(parameters, tokenizer: tokenizer, pool: pool)
    let (entries, resolved) = feedback(all, answers)
    var wanted: [ResolvedCorrection.Prompt: String] = [:]
    for correction in resolved {
      if let example = correction.example { wanted[example.prompt] = example.answer }
    }
    var place = 0
    let corrections = drafts.map { draft in
      var correction = draft.correction
      correction.prompts = draft.prompts.map { prompt in
        defer { place += 1 }
        let agreed = wanted[
          .init(text: prompt.text, kind: .question, language: prompt.language)]
        return .init(
          text: prompt.text, language: prompt.language, isUsed: agreed != nil,
          chosen: agreed ?? prompt.truth, rejected: answers[place], accepted: prompt.accepted)
      }
      return correction
    }
    return Outcome(
      corrections: corrections,
      feedback: .init(
        entries: entries.count, agreed: resolved.count { $0.example != nil },
        contradicting: resolved.count { $0.outcome == .contradicting },
        staying: resolved.count { $0.outcome == .answerStays },
        fingerprint: FeedbackPrint.of(entries)))
  }

  private func feedback(
    _ prompts: [Draft.Prompt], _ answers: [String]
  ) -> ([FeedbackEntry], [ResolvedCorrection]) {
    let model = RatedAnswer.Model(
      name: "1",
      fingerprint: Fingerprint.digits(Fingerprint.of(UnsafeRawBufferPointer(parameters.values))))
    let round = FeedbackRound(
      zip(prompts, answers).enumerated().filter(\.element.0.isAsked).map { number, pair in
        let (prompt, answer) = pair
        return .init(
          answer: RatedAnswer(
            id: "\(number)", prompt: prompt.text, answer: answer, kind: .question,
            language: prompt.language, model: model),
          truth: prompt.truth, isRight: prompt.accepted.contains(answer))
      }, Self.visitors, seed: seed)
    var count = CorrectionCount()
    let entries = round.entries
    for entry in entries { count.add(entry) }
    return (entries, count.resolved)
  }
}

/// Tells the feedback that a version learned from, from any other.
package enum FeedbackPrint {
  package static func of(_ entries: [FeedbackEntry]) -> String {
    let bytes: [UInt8] = entries.reduce(into: []) { $0 += $1.line + [0x0A] }
    return Fingerprint.digits(bytes.withUnsafeBytes { Fingerprint.of($0) })
  }
}

extension ImprovementRecord.Prompt {
  var example: CorrectionExample {
    CorrectionExample(kind: .question, language: language, prompt: text, answer: chosen)
  }
}
