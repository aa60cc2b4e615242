import Figures
import Names
import Record

/// U8: where the answers of the followed version and of its parent part.
extension RecordedValue {
  static let partings: [RecordedValue] = [
    .init("parting.prompt", "a corrected prompt to two versions", text: { $0.parting?.prompt }),
    .init("parting.new", "number of the new version", count: { $0.parting?.new }),
    .init(
      "parting.old.token", "the old answer's next token",
      token: { shown in shown.parting.flatMap { $0.differs ? $0.rivals.first : nil } }),
    .init(
      "parting.new.token", "the new answer's",
      token: { shown in shown.parting.flatMap { $0.differs ? $0.rivals.last : nil } }),
    .init(
      "parting.new.before", "its probability in the old version",
      share: { $0.parting?.whole.old.last }),
    .init(
      "parting.new.after", "its probability in the new one", share: { $0.parting?.whole.new.last }),
    .init(
      "parting.part", "the head that it needs most there",
      text: { shown in shown.partedBy.map { PartingNames.part($0, shown.language) } }),
    .init(
      "parting.part.without", "its probability without that head",
      share: { $0.partedBy?.guess.new.last }),
    .init(
      "parting.head", "the head that looks elsewhere most",
      text: { $0.partedPatterns.map { "L\($0.head.layer)H\($0.head.head)" } }),
    .init(
      "parting.head.moved", "the share of its attention that moved",
      share: { $0.partedPatterns?.head.distance }),
  ]
}

extension RecordedCondition {
  static let partings: [RecordedCondition] = [
    .init(
      "parting.differs", "the two answers that are looked at closely are not the same",
      holds: { $0.parting?.differs })
  ]
}
