import Charts
import Names
import Record

/// U8: how versions were judged.
extension RecordedValue {
  static let improvementScores: [RecordedValue] =
    [
      .init(
        "improve.otherwise.asked", "questions that ask the same otherwise",
        count: { $0.otherwise?.asked }),
      .init(
        "improve.otherwise.before", "of these right before", count: { $0.otherwise?.rightBefore }),
      .init("improve.otherwise.right", "of these right now", count: { $0.otherwise?.rightAfter }),
      .init(
        "improve.otherwise.share",
        "of those that ask the same otherwise, the share that is right now",
        share: { $0.otherwise?.shareAfter }),
      .init(
        "improve.known", "questions outside of the corrections that were right before",
        count: { $0.toldVersion?.known }),
      .init(
        "improve.forgotten", "of these not right any more", count: { $0.toldVersion?.forgotten }),
      .init(
        "improve.loss.before", "test loss of the version that it comes from", places: 3,
        { shown in shown.toldVersion.flatMap { shown.parent(of: $0)?.testLoss } }),
      .init("improve.loss.after", "its test loss", places: 3, { $0.toldVersion?.testLoss }),
      .init(
        "improve.failed", "conditions of the gate that it does not meet",
        count: { $0.toldVersion?.failed.count }),
      .init(
        "improve.refused", "number of the version that was refused",
        count: { $0.refusedVersion?.id }),
      .init(
        "improve.refused.otherwise", "what it answers rightly of those asked otherwise",
        count: { shown in shown.score(shown.refusedVersion, .otherwise)?.rightAfter }),
      .init(
        "improve.refused.asked", "how many those are",
        count: { shown in shown.score(shown.refusedVersion, .otherwise)?.asked }),
      .init(
        "improve.refused.known",
        "questions outside of the corrections that were right before it learned",
        count: { $0.refusedVersion?.known }),
      .init(
        "improve.refused.forgotten", "of these not right any more",
        count: { $0.refusedVersion?.forgotten }),
      .init(
        "improve.refused.failed", "conditions of the gate that it does not meet",
        count: { $0.refusedVersion?.failed.count }),
      .init("improve.refused.loss", "its test loss", places: 3, { $0.refusedVersion?.testLoss }),
      .init(
        "improve.modest", "number of the version that learned to say that it does not know",
        count: { $0.modestVersion?.id }),
      .init(
        "improve.modest.asked", "questions about people whom nobody knows",
        count: { $0.modest(.unknown)?.asked }),
      .init(
        "improve.modest.madeUpBefore", "made-up answers to them before",
        count: { $0.modest(.unknown).map { $0.asked - $0.rightBefore } }),
      .init(
        "improve.modest.madeUp", "made-up answers to them now",
        count: { $0.modest(.unknown).map { $0.asked - $0.rightAfter } }),
      .init(
        "improve.modest.known", "questions outside of its corrections that were right before",
        count: { $0.modestVersion?.known }),
      .init(
        "improve.modest.forgotten", "of these not right any more",
        count: { $0.modestVersion?.forgotten }),
      .init(
        "improve.all.learned", "numbers that are learned where all weights may move",
        count: { $0.trial(.all)?.learnedCount }),
      .init(
        "improve.all.bytes", "bytes that keep them",
        text: { $0.trial(.all).map { Numbers.bytes($0.byteCount) } }),
      .init(
        "improve.thin.rank", "rank of the thin corrections", count: { $0.trial(.lowRank)?.rank }),
      .init(
        "improve.thin.learned", "numbers that are learned with thin corrections",
        count: { $0.trial(.lowRank)?.learnedCount }),
      .init(
        "improve.thin.bytes", "bytes that keep them",
        text: { $0.trial(.lowRank).map { Numbers.bytes($0.byteCount) } }),
      .init(
        "improve.thin.failed", "conditions of the gate that they would not meet",
        count: { $0.trial(.lowRank)?.failed.count }),
    ]

}

extension RecordedCondition {
  static let improvement: [RecordedCondition] = [
    .init(
      "improve.accepts", "the gate accepted a version",
      holds: { shown in shown.improvement.map { _ in shown.acceptedVersion != nil } }),
    .init(
      "improve.refuses", "the gate refused a version",
      holds: { shown in shown.improvement.map { _ in shown.refusedVersion != nil } }),
    .init(
      "improve.contradicts",
      "people contradict each other on a question, so that nothing is learned",
      holds: { $0.toldVersion?.learning.map { $0.feedback.contradicting > 0 } }),
    .init(
      "improve.replays", "earlier documents are mixed in while the version learns",
      holds: { $0.toldVersion?.learning.map { $0.replayedDocuments > 0 } }),
    .init(
      "improve.overtakes",
      "the wanted answer was less likely than the rejected one and is likelier now",
      holds: { shown in
        guard let margins = shown.watchedPrompt?.margins, let first = margins.first,
          let last = margins.last
        else { return nil }
        return first < 0 && last > 0
      }),
    .init(
      "improve.chosenFalls",
      "somewhere a wanted answer becomes less likely from one look to a later one",
      holds: { shown in shown.improvement.map { _ in shown.deepestFall != nil } }),
    .init(
      "improve.fallWidens", "the margin grows while it falls",
      holds: { shown in
        shown.deepestFall.map { $0.prompt.margins[$0.to] > $0.prompt.margins[$0.from] }
      }),
    .init(
      "improve.learns", "more of the questions that ask the same otherwise are right than before",
      holds: { shown in
        shown.score(shown.toldVersion, .otherwise).map { $0.rightAfter > $0.rightBefore }
      }),
    .init(
      "improve.answersChange", "an answer that is shown became right or wrong",
      holds: { shown in shown.improvement.map { _ in !shown.sidesBySide.isEmpty } }),
    .init(
      "improve.loses", "something is wrong now that was right before and was not corrected",
      holds: { $0.toldVersion.map { $0.forgotten > 0 } }),
    .init(
      "improve.refused.replays", "the refused version read earlier documents, too",
      holds: { $0.refusedVersion?.learning.map { $0.replayedDocuments > 0 } }),
    .init(
      "improve.refused.learns",
      "the refused version answers more of the questions that ask the same otherwise than before",
      holds: { shown in
        shown.score(shown.refusedVersion, .otherwise).map { $0.rightAfter > $0.rightBefore }
      }),
    .init(
      "improve.refused.loses", "it gets something wrong that was right before",
      holds: { $0.refusedVersion.map { $0.forgotten > 0 } }),
    .init(
      "improve.forgetsMore", "the refused version forgot more than the accepted one",
      holds: { shown in
        guard let accepted = shown.acceptedVersion, let refused = shown.refusedVersion
        else { return nil }
        return refused.forgotten > accepted.forgotten
      }),
    .init(
      "improve.modest.helps", "the version that says it does not know makes up less than before",
      holds: { $0.modest(.unknown).map { $0.rightAfter > $0.rightBefore } }),
    .init(
      "improve.thinPasses", "thin corrections would meet all conditions of the gate",
      holds: { $0.trial(.lowRank).map { $0.failed.isEmpty } }),
  ]
}

extension Exhibits {
  /// What the followed version answers to questions that ask the same otherwise.
  fileprivate var otherwise: ImprovementRecord.Score? { score(toldVersion, .otherwise) }

  fileprivate func modest(_ group: ImprovementMeasure) -> ImprovementRecord.Score? {
    score(modestVersion, group)
  }
}
