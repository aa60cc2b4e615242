import Names

// U3: what the heads do.
extension Exhibits {
  public typealias LabelledHead = HeadLabelRecord.Head

  /// What was measured of the heads, where anything was.
  public var headLabels: HeadLabelRecord? {
    run[.headLabels].flatMap { $0.heads.isEmpty || $0.judged.isEmpty ? nil : $0 }
  }

  /// The labels of a head; nil where heads were not measured.
  public func labels(layer: Int, head: Int) -> [HeadBehaviour]? {
    headLabels?.heads.first { $0.layer == layer && $0.head == head }?.labels
  }

  /// The head that shows a behaviour most often, of several the first.
  public func mostOften(
    _ behaviour: HeadBehaviour
  ) -> (head: LabelledHead, score: HeadLabelRecord.Score)? {
    var best: (head: LabelledHead, score: HeadLabelRecord.Score)?
    for head in headLabels?.heads ?? [] {
      guard let score = head.score(behaviour) else { continue }
      if score.count > best?.score.count ?? -1 { best = (head, score) }
    }
    return best
  }

  /// Of all labels the one with the greatest score, and the head that has it; of several the first.
  public var clearestLabel: (head: LabelledHead, score: HeadLabelRecord.Score)? {
    var best: (head: LabelledHead, score: HeadLabelRecord.Score)?
    for head in headLabels?.heads ?? [] {
      for score in head.scores where head.labels.contains(score.behaviour) {
        if score.share > best?.score.share ?? -1 { best = (head, score) }
      }
    }
    return best
  }
}

// U3: how the followed token stands on the way.
extension Exhibits {
  /// How the token that is followed stands after each part, in their order; empty where it is not recorded.
  public var standings: [AnswerRecord.Standing] {
    (answer?.partGuesses ?? []).compactMap { $0.guess.standing }
  }
}
