import Charts
import Names
import Record

/// L5c: what a model knows because of some documents.
extension RecordedValue {
  static let twin: [RecordedValue] = [
    .init(
      "twin.name", "whom the fact is about that the twin never read",
      text: { shown in shown.twin?.fact.map { $0.name[shown.language] } }),
    .init(
      "twin.value", "what is true of them",
      text: { shown in shown.twin?.fact?.value.map { $0[shown.language] } }),
    .init("twin.people", "people of whom the two read", count: { $0.twin?.people?.count }),
    .init(
      "twin.documents", "documents that could be read",
      count: { $0.twin?.shelves.reduce(0) { $0 + $1.documents } }),
    .init(
      "twin.leftOut", "of these left out for the twin",
      count: { $0.twin?.shelves.reduce(0) { $0 + $1.leftOut } }),
    .init(
      "twin.leftOutShare", "the second over the first", places: 2,
      share: { shown in
        guard let shelves = shown.twin?.shelves else { return nil }
        return ratio(
          shelves.reduce(0) { $0 + $1.leftOut }, shelves.reduce(0) { $0 + $1.documents })
      }),
    .init(
      "twin.sentences", "different sentences in them that tell it",
      count: { $0.twin?.sentences.count }),
    .init(
      "twin.telling", "how often the other model was given a text that tells it",
      count: { $0.twin?.whole.telling }),
    .init("twin.steps", "steps that each of the two learned", count: { $0.twin?.shape.steps }),
    .init("twin.parameters", "parameters of each", count: { $0.twin?.shape.parameterCount }),
    .init(
      "twin.asked", "ways to ask about it, in both languages", count: { $0.twin?.asked.count }),
    .init(
      "twin.right.whole", "of these answered rightly by the model that read everything",
      count: { $0.twin?.asked.count(where: \.whole.isRight) }),
    .init(
      "twin.right.twin", "and by its twin",
      count: { $0.twin?.asked.count(where: \.twin.isRight) }),
    .init("twin.question", "the first way to ask", text: { $0.twinQuestion?.prompt }),
    .init(
      "twin.answer.whole", "what the model that read everything answers",
      written: { $0.twinQuestion?.whole.answer }),
    .init("twin.answer.twin", "what its twin answers", written: { $0.twinQuestion?.twin.answer }),
    .init(
      "twin.truth.whole", "how likely it holds what is true", places: 3,
      { shown in shown.twinQuestion.flatMap { shown.probabilityOfTruth($0.whole) } }),
    .init(
      "twin.truth.twin", "how likely its twin does", places: 3,
      { shown in shown.twinQuestion.flatMap { shown.probabilityOfTruth($0.twin) } }),
    .init(
      "twin.rival", "what the twin expects most of all that is not true",
      text: { $0.twinRival?.value }),
    .init(
      "twin.rival.twin", "how likely the twin holds it", places: 3, { $0.twinRival?.twin }),
    .init("twin.others.asked", "questions about anything else", count: { $0.twinOthers?.asked }),
    .init(
      "twin.others.whole", "of these answered rightly by the model that read everything",
      count: { $0.twinOthers?.whole }),
    .init("twin.others.twin", "and by its twin", count: { $0.twinOthers?.twin }),
    .init(
      "twin.loss.whole", "its test loss, nats per token", places: 3,
      { $0.twinLoss(.test)?.whole }),
    .init(
      "twin.loss.twin", "that of its twin", places: 3, { $0.twinLoss(.test)?.twin }),
    .init(
      "twin.leftOutLoss.whole", "its loss on the documents that were left out", places: 3,
      { $0.twinLoss(.leftOut)?.whole }),
    .init(
      "twin.leftOutLoss.twin", "that of its twin, which never saw them", places: 3,
      { $0.twinLoss(.leftOut)?.twin }),
  ]
}

extension RecordedCondition {
  static let twin: [RecordedCondition] = [
    .init(
      "twin.isProof",
      "the model that read everything answers at least nine of ten ways rightly, its twin at most one of ten",
      holds: { shown in
        shown.twin.map { record in
          let whole = record.asked.count(where: \.whole.isRight)
          let twin = record.asked.count(where: \.twin.isRight)
          return 10 * whole >= 9 * record.asked.count && 10 * twin <= record.asked.count
        }
      }),
    .init(
      "twin.guesses", "the twin holds something for likelier that is not true",
      holds: { shown in
        guard let rival = shown.twinRival, let asked = shown.twinQuestion,
          let truth = shown.probabilityOfTruth(asked.twin)
        else { return nil }
        return rival.twin > truth
      }),
    .init(
      "twin.keepsTheRest",
      "of all else the twin answers as many questions rightly, give or take one in fifty",
      holds: { shown in
        shown.twinOthers.map { 50 * abs($0.whole - $0.twin) <= $0.asked }
      }),
  ]
}
