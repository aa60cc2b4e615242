import Charts
import Figures
import Foundation
import Names
import Record

/// U3: what the heads do, and how the followed token stands on the way.
extension RecordedValue {
  static let heads: [RecordedValue] = [
    .init(
      "heads.count", "heads whose behaviour was measured", count: { $0.headLabels?.heads.count }),
    .init(
      "heads.labelled", "heads that have a label",
      count: { $0.headLabels?.heads.count { !$0.labels.isEmpty } }),
    .init(
      "heads.threshold", "score from which a head has the label", places: 2,
      { $0.headLabels?.threshold }),
    .init(
      "heads.documents", "documents that were read for it", count: { $0.headLabels?.documents }),
    .init(
      "heads.places", "places in them that were judged",
      count: { $0.headLabels?.places(.previousToken) }),
    .init(
      "heads.clearest", "the head whose label has the greatest score",
      text: { $0.clearestLabel.map { name($0.head) } }),
    .init(
      "heads.clearest.count", "places in which it behaves like that",
      count: { $0.clearestLabel?.score.count }),
    .init(
      "heads.clearest.places", "of so many",
      count: { shown in
        shown.clearestLabel.flatMap { shown.headLabels?.places($0.score.behaviour) }
      }),
    .init(
      "heads.clearest.score", "its score", places: 3, { $0.clearestLabel?.score.share }),
    .init(
      "heads.induction.head", "the head that continues repetitions most often",
      text: { $0.mostOften(.induction).map { name($0.head) } }),
    .init(
      "heads.induction.count", "places in which it does",
      count: { $0.mostOften(.induction)?.score.count }
    ),
    .init(
      "heads.induction.places", "of so many", count: { $0.headLabels?.places(.induction) }),
    .init(
      "heads.name.head", "the head that looks at the name most often where the answer begins",
      text: { $0.mostOften(.name).map { name($0.head) } }),
    .init(
      "heads.name.count", "answers in which it does", count: { $0.mostOften(.name)?.score.count }),
    .init("heads.name.places", "of so many", count: { $0.headLabels?.places(.name) }),
    .init(
      "heads.name.copied", "names of which it hands on the name itself",
      count: { $0.mostOften(.name)?.head.score(.copying)?.count }),
    .init("heads.name.copyable", "of so many names", count: { $0.headLabels?.places(.copying) }),
  ]

  /// U3: the token that is followed, if one stopped on the way.
  static let standings: [RecordedValue] = [
    .init(
      "rise.first.rank", "rank of the followed token before the first block",
      count: { $0.standings.first?.rank }),
    .init(
      "rise.first.probability", "its probability there",
      share: { $0.standings.first?.probability }),
    .init(
      "rise.last.rank", "its rank after the last part", count: { $0.standings.last?.rank }),
    .init(
      "rise.last.probability", "its probability there", share: { $0.standings.last?.probability }),
  ]

  /// U6: the answer whose choices are shown, as a program gets it.
  static let delivery: [RecordedValue] = [
    .init("delivery.promptTokens", "tokens of its prompt", count: { $0.drawnAnswer?.tokens.count }),
    .init(
      "delivery.totalTokens", "tokens of its prompt and of what was written",
      count: { $0.drawnAnswer.map { $0.tokens.count + $0.choices.count } }),
    .init(
      "delivery.finish", "why it ends, in the word that programs of the field know",
      text: { $0.drawnAnswer.flatMap { AnswerForms.finishReason(of: $0) } }),
    .init(
      "delivery.first.token", "the first token that was written", token: { $0.firstChoice?.chosen }),
    .init(
      "delivery.first.probability", "its probability", number: { $0.firstChoice?.own?.probability }),
    .init(
      "delivery.first.logarithm", "the natural logarithm of that", places: 4,
      { $0.firstChoice?.own.map { log($0.probability) } }),
  ]

  private static func name(_ head: Exhibits.LabelledHead) -> String {
    "L\(head.layer)H\(head.head)"
  }
}

extension RecordedCondition {
  static let heads: [RecordedCondition] = [
    .init(
      "heads.someUnlabelled", "some head has no label",
      holds: { $0.headLabels.map { $0.heads.contains { $0.labels.isEmpty } } }),
    .init(
      "heads.induces", "some head has the label of continuing repetitions",
      holds: { shown in
        guard let labels = shown.headLabels, labels.places(.induction) != nil else { return nil }
        return labels.heads.contains { $0.labels.contains(.induction) }
      }),
    .init(
      "heads.looksAtName", "some head has the label of looking at the name",
      holds: { shown in
        guard let labels = shown.headLabels, labels.places(.name) != nil else { return nil }
        return labels.heads.contains { $0.labels.contains(.name) }
      }),
    .init(
      "heads.copiesName",
      "the head that looks at the name most often has the label of copying, too",
      holds: { $0.mostOften(.name).map { $0.head.labels.contains(.copying) } }),
  ]
}

extension Exhibits {
  /// Of the answer whose choices are shown.
  fileprivate var firstChoice: ChoiceRecord? { drawnAnswer?.choices.first }
}
