import Charts
import Names
import Record

/// U1 and U2: how people ask.
extension RecordedValue {
  static let asking: [RecordedValue] = [
    .init(
      "asking.requests", "ways to ask that were tried in the reader's language",
      count: { $0.ownRequests.isEmpty ? nil : $0.ownRequests.count }),
    .init("asking.text", "the request that is told of, as it was typed", text: \.toldRequest?.text),
    .init("asking.recast", "what it was recast to", text: \.toldRequest?.recast),
    .init("asking.asked", "people that it was asked about", count: \.toldRequest?.asked),
    .init("asking.right.typed", "right answers to it as typed", count: \.toldRequest?.rightAsTyped),
    .init("asking.right", "right answers after recasting", count: \.toldRequest?.right),
    .init(
      "asking.share.typed", "share of all requests answered rightly as typed",
      share: { share($0.ownRequests, \.rightAsTyped) }),
    .init(
      "asking.share", "the same after recasting", share: { share($0.ownRequests, \.right) }),
    .init(
      "asking.harmed.text", "the request on which recasting lost most right answers",
      text: \.harmedRequest?.text),
    .init("asking.harmed.recast", "what it was recast to", text: \.harmedRequest?.recast),
    .init("asking.harmed.asked", "people that it was asked about", count: \.harmedRequest?.asked),
    .init(
      "asking.harmed.typed", "right answers to it as typed", count: \.harmedRequest?.rightAsTyped),
    .init("asking.harmed.right", "right answers after recasting", count: \.harmedRequest?.right),
    .init("asking.foreign.text", "a sentence in neither language", text: \.foreignSentence?.text),
    .init(
      "asking.foreign.neither", "its score for neither language",
      share: \.foreignSentence?.neither),
    .init(
      "asking.mixed.text", "a sentence with letters of two scripts", text: \.mixedSentence?.text),
    .init(
      "asking.mixed.latin", "its letters from A to Z", count: \.mixedSentence?.scripts.latin),
    .init(
      "asking.mixed.kana", "its kana and kanji", count: \.mixedSentence?.scripts.japanese),
    .init(
      "asking.mixed.japanese", "its score for Japanese", places: 3, \.mixedSentence?.japanese),
    .init(
      "translation.source", "an answer in the reader's language", text: \.ownTranslation?.source),
    .init(
      "translation.text", "what the model made of it in the other language",
      text: \.ownTranslation?.text),
    .init("translation.asked", "answers that were translated", count: \.ownTranslation?.asked),
    .init(
      "translation.right", "those that were translated rightly", count: \.ownTranslation?.right),
    .init(
      "translation.share", "their share",
      share: { $0.ownTranslation.map { Double($0.right) / Double($0.asked) } }),
  ]

  private static func share(
    _ requests: [AskingRecord.RequestRecord], _ right: KeyPath<AskingRecord.RequestRecord, Int>
  ) -> Double? {
    let asked = requests.reduce(0) { $0 + $1.asked }
    guard asked > 0 else { return nil }
    return Double(requests.reduce(0) { $0 + $1[keyPath: right] }) / Double(asked)
  }
}
