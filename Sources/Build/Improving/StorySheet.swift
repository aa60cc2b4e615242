import Names
import RawData
import Record

/// On which questions a version of a story is compared with its parent.
struct StorySheet {
  let truth: Truth
  let corrections: [ImprovementRecord.Correction]
  /// Questions of the truth that are asked at all, as places.
  let asked: [Int]

  /// - Parameter learned: stories that the parent has learned.
  func sheet(_ story: ImprovementStory, learned: Set<ImprovementStory>) -> AnswerSheet {
    AnswerSheet(prompts(story, learned) + known(story) + unknown)
  }

  private func prompts(
    _ story: ImprovementStory, _ learned: Set<ImprovementStory>
  ) -> [AnswerSheet.Question] {
    corrections.flatMap { correction in correction.prompts.map { (correction.story, $0) } }
      .enumerated().compactMap { place, pair in
        let (own, prompt) = pair
        let group: ImprovementMeasure
        if own == story {
          group = prompt.isUsed ? .corrected : .otherwise
        } else if learned.contains(own) {
          group = .earlier
        } else {
          return nil
        }
        return .init(
          group, place: place, language: prompt.language, text: prompt.text,
          accepted: prompt.accepted)
      }
  }

  /// All but questions about facts that have changed: their old answers are right no more.
  private func known(_ story: ImprovementStory) -> [AnswerSheet.Question] {
    let changed = corrections.filter { $0.story == .changedFacts }
    let facts = Set(changed.map { [$0.relation, $0.subject] })
    let people = Set(changed.map(\.subject))
    return asked.compactMap { place in
      let question = truth.questions[place]
      guard !facts.contains([question.relation, question.subject]) else { return nil }
      let isNear = story == .changedFacts && people.contains(question.subject)
      return .init(
        isNear ? .neighbours : .others, place: place, language: question.language,
        text: question.question, accepted: question.accepted)
    }
  }

  private var unknown: [AnswerSheet.Question] {
    let taught = corrections.filter { $0.story == .unknownPeople }.map(\.name)
    return truth.exam.indices.compactMap { place in
      let question = truth.exam[place]
      guard question.kind == .stranger,
        !taught.contains(where: { question.question.contains($0[question.language]) })
      else { return nil }
      return .init(
        .unknown, place: place, language: question.language, text: question.question,
        accepted: [HeldReply.text[question.language]])
    }
  }
}
