import Charts
import Figures
import Names
import Record

/// U8: the version whose learning is followed, and the correction that is followed through it.
extension RecordedValue {
  static let improvement: [RecordedValue] = [
    .init(
      "improve.versions", "versions of the model, the first among them",
      count: { $0.improvement?.versions.count }),
    .init("improve.live", "number of the version in use", count: { $0.improvement?.live.id }),
    .init(
      "improve.version", "number of the version that is followed", count: { $0.toldVersion?.id }),
    .init(
      "improve.clauses", "conditions of the gate", count: { $0.improvement?.gate.clauses.count }),
    .init(
      "improve.name", "whom the correction that is followed is about",
      text: { shown in shown.toldCorrection?.name[shown.language] }),
    .init(
      "improve.before", "what was told of that person",
      text: { shown in shown.toldCorrection?.before?[shown.language] }),
    .init(
      "improve.after", "what is true now",
      text: { shown in shown.toldCorrection?.after?[shown.language] }),
    .init(
      "improve.prompt", "a question that was corrected",
      text: { $0.usedPrompt?.text }),
    .init("improve.rejected", "what the model said to it", written: { $0.usedPrompt?.rejected }),
    .init("improve.chosen", "what people want it to say", text: { $0.usedPrompt?.chosen }),
    .init(
      "improve.otherPrompt", "the same asked in words that were kept aside",
      text: { $0.toldPrompts.first { !$0.isUsed }?.text }),
    learning("improve.entries", "opinions of people", \.feedback.entries),
    learning("improve.agreed", "questions on whose correction most agree", \.feedback.agreed),
    learning(
      "improve.contradicting", "questions on which nothing has a majority", \.feedback.contradicting
    ),
    learning("improve.examples", "documents made of corrections", \.exampleDocuments),
    learning("improve.replayed", "earlier documents mixed in", \.replayedDocuments),
    learning("improve.steps", "steps of learning", \.steps),
    learning("improve.rows", "rows of a batch", \.batchSize),
    learning("improve.exampleRows", "of these with examples", \.exampleRows),
    .init(
      "improve.replayRows", "the others",
      count: { $0.toldVersion?.learning.map { $0.batchSize - $0.exampleRows } }),
    .init(
      "improve.part", "the part of the model that moved most",
      text: { shown in
        shown.movedMost.map { ImprovementNames.part($0, shown.language) }
      }),
    .init(
      "improve.part.share", "its change beside its weights", places: 2,
      share: { $0.movedMost?.share }),
    .init("improve.weights", "weights whose change is counted", count: { $0.changes?.all }),
    .init(
      "improve.still", "weights that changed by less than a limit", count: { $0.changes?.below }),
    .init(
      "improve.still.limit", "that limit", text: { $0.changes.map { Numbers.brief($0.limit) } }),
    .init(
      "improve.weight", "the tensor of the weight that moved farthest",
      text: { $0.toldVersion?.learning?.weight.parameter }),
    .init(
      "improve.weight.change", "its change, written out",
      text: { shown in
        guard let values = shown.toldVersion?.learning?.weight.values, let first = values.first,
          let last = values.last
        else { return nil }
        return Calculations.change(from: first, to: last, places: 4).text
      }),
    .init(
      "improve.margin.before", "wanted minus rejected answer before, written out",
      text: { $0.margin(0) }),
    .init(
      "improve.margin.after", "the same at the end",
      text: { shown in shown.watchedPrompt.flatMap { shown.margin($0.margins.count - 1) } }),
    .init(
      "improve.fall.prompt", "the question whose wanted answer falls most on the way",
      text: { $0.deepestFall?.prompt.prompt }),
    .init(
      "improve.fall.version", "the version that learns there", count: { $0.deepestFall?.version.id }
    ),
    .init(
      "improve.fall.from", "log-probability before that fall", places: 2,
      { shown in shown.deepestFall.map { $0.prompt.chosenLog[$0.from] } }),
    .init(
      "improve.fall.to", "log-probability after it", places: 2,
      { shown in shown.deepestFall.map { $0.prompt.chosenLog[$0.to] } }),
  ]

  private static func learning(
    _ name: String, _ meaning: String,
    _ count: @escaping @Sendable (ImprovementRecord.Learning) -> Int
  ) -> RecordedValue {
    .init(name, meaning, count: { $0.toldVersion?.learning.map(count) })
  }
}

extension Exhibits {
  fileprivate var usedPrompt: ImprovementRecord.Prompt? { toldPrompts.first(where: \.isUsed) }

  /// `chosen − rejected = margin` at a look.
  fileprivate func margin(_ look: Int) -> String? {
    guard let prompt = watchedPrompt, prompt.margins.indices.contains(look) else { return nil }
    return Calculations.change(
      from: prompt.rejectedLog[look], to: prompt.chosenLog[look], places: 2
    ).text
  }
}
