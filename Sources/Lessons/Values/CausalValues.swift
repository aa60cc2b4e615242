import Names
import Record

/// U3: what is lost without a part of the model, over all questions that it answers rightly.
extension RecordedValue {
  static let causal: [RecordedValue] = [
    .init(
      "causal.right", "questions that the whole model answers rightly",
      count: { $0.causalMap?.right.count }),
    .init(
      "causal.most", "of these lost without the part that is missed most",
      count: { $0.neededMost?.broken.count }),
    .init(
      "causal.head", "the head that is missed most", text: { $0.neededHead.map(name) }),
    .init(
      "causal.head.broken", "right answers that are lost without it",
      count: { $0.neededHead?.broken.count }),
    .init(
      "causal.idle", "the head that is missed least", text: { $0.idleHead.map(name) }),
    .init(
      "causal.idle.broken", "right answers that are lost without it",
      count: { $0.idleHead?.broken.count }),
  ]

  private static func name(_ head: Exhibits.MappedPart) -> String {
    "L\(head.layer)H\(head.head ?? 0)"
  }
}

extension RecordedCondition {
  static let causal: [RecordedCondition] = [
    .init(
      "causal.isUneven",
      "one part breaks at least half of the right answers, and another at most a tenth",
      holds: { shown in
        guard let map = shown.causalMap, let most = shown.neededMost else { return nil }
        let least = map.removals.map(\.broken.count).min() ?? 0
        return 2 * most.broken.count >= map.right.count && 10 * least <= map.right.count
      }),
    .init(
      "causal.headsDiffer", "one head is missed more than another",
      holds: { shown in
        guard let head = shown.neededHead, let idle = shown.idleHead else { return nil }
        return head.broken.count > idle.broken.count
      }),
  ]
}
