import Names
import Record
import SampleRuns

@testable import Lessons

extension ConditionTruthTests {
  /// Version 2 of the sample is accepted, version 3 refused, version 4 says that it does not know.
  static let improvement: [Row] = [
    Row("improve.accepts", { _ in }, not: { $0.refuse([1, 3]) }),
    Row(
      "improve.refuses", { _ in },
      not: {
        $0[.improvement]!.versions[2].verdict = .accepted
        $0[.improvement]!.versions[2].failed = []
      }),
    Row(
      "improve.contradicts", { $0.learn { $0.feedback.contradicting = 1 } }, not: { _ in }),
    Row("improve.replays", { _ in }, not: { $0.learn { $0.replayedDocuments = 0 } }),
    Row(
      "improve.overtakes", { _ in },
      not: { $0.learn { $0.watched[0].margins = [0.25, 0.5, 6.875] } }),
    Row(
      "improve.chosenFalls", { _ in },
      not: { $0[.improvement]!.versions[2].learning!.watched.removeAll() }),
    Row(
      "improve.fallWidens", { _ in },
      not: { $0[.improvement]!.versions[2].learning!.watched[1].margins[2] = 1.25 }),
    Row("improve.learns", { _ in }, not: { $0.setScore(.otherwise, right: 0) }),
    Row(
      "improve.answersChange", { _ in }, not: { $0[.improvement]!.shown.removeAll() }),
    Row(
      "improve.loses", { $0[.improvement]!.versions[1].scores[3].lost = [2] }, not: { _ in }),
    Row(
      "improve.refused.replays",
      { $0[.improvement]!.versions[2].learning!.replayedDocuments = 1 }, not: { _ in }),
    Row(
      "improve.refused.learns", { _ in },
      not: { $0[.improvement]!.versions[2].scores[1].rightAfter = 0 }),
    Row(
      "improve.refused.loses", { _ in },
      not: {
        for place in 2...3 { $0[.improvement]!.versions[2].scores[place].lost = [] }
      }),
    Row(
      "improve.forgetsMore", { _ in },
      not: { $0[.improvement]!.versions[1].scores[2].lost = [1, 2, 3] }),
    Row(
      "improve.modest.helps", { _ in },
      not: { $0[.improvement]!.versions[3].scores[4].rightAfter = 0 }),
    Row("improve.thinPasses", { $0[.improvement]!.ways[2].failed = [] }, not: { _ in }),
    Row(
      "parting.differs", { _ in },
      not: { run in
        for place in 0...1 { run[.partings]!.partings[place].rivals.removeLast() }
      }),
  ]
}

extension Run {
  fileprivate mutating func refuse(_ places: [Int]) {
    for place in places { self[.improvement]!.versions[place].verdict = .refused }
  }

  /// Changes how the accepted version learned.
  fileprivate mutating func learn(_ change: (inout ImprovementRecord.Learning) -> Void) {
    change(&self[.improvement]!.versions[1].learning!)
  }

  fileprivate mutating func setScore(_ group: ImprovementMeasure, right: Int) {
    let place = self[.improvement]!.versions[1].scores.firstIndex { $0.group == group }!
    self[.improvement]!.versions[1].scores[place].rightAfter = right
  }
}
