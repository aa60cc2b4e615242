import Charts
import Names
import Record

/// L1 to L2c.
extension RecordedValue {
  static let setting: [RecordedValue] = [
    RecordedValue(
      "setting.preset", "the preset of the build", text: \.run.setting.preset?.rawValue),
    RecordedValue(
      "setting.seed", "the seed of all random numbers", text: { "\($0.run.setting.seed)" }),
  ]

  static let collection: [RecordedValue] = [
    RecordedValue(
      "collection.documents", "documents gathered", .collection, count: \.documentCount),
    RecordedValue("collection.bytes", "bytes gathered", .collection, count: \.byteCount),
    RecordedValue(
      "collection.size", "the same with its unit", .collection,
      text: { Numbers.bytes($0.byteCount) }),
    RecordedValue(
      "collection.bytesPerDocument", "their mean size, rounded", .collection,
      count: { ratio($0.byteCount, $0.documentCount).map { Int($0.rounded()) } }),
    RecordedValue(
      "collection.kinds", "how many kinds of document there are", .collection,
      count: { Set($0.shelves.map(\.kind)).count }),
    RecordedValue(
      "collection.shelves", "how many shelves (kind and language)", .collection,
      count: \.shelves.count),
    RecordedValue(
      "collection.shelfSum", "the sum written out: documents of each shelf", .collection,
      text: { sum($0.shelves.map(\.documents)) }),
    RecordedValue(
      "collection.rejected", "files that could not be read", .collection, count: \.rejected.count),
    RecordedValue(
      "sample.title", "title of the raw document shown", text: \.rawSample?.document.title),
    RecordedValue(
      "sample.source", "where that document comes from", text: \.rawSample?.document.source),
    RecordedValue("sample.date", "its date", text: \.rawSample?.document.date),
    RecordedValue("sample.licence", "its licence", text: \.rawSample?.document.licence),
    RecordedValue("sample.bytes", "its size in bytes", count: \.rawSample?.document.bytes),
    RecordedValue("sample.encoding", "its encoding", text: \.rawSample?.document.encoding),
    RecordedValue(
      "sample.noise", "stretches of noise marked in it", count: \.rawSample?.noise.count),
  ]

  static let cleaning: [RecordedValue] =
    [
      RecordedValue(
        "cleaning.documentsBefore", "documents before cleaning", .cleaning,
        count: \.documentsBefore),
      RecordedValue(
        "cleaning.documentsAfter", "documents after cleaning", .cleaning, count: \.documentsAfter),
      RecordedValue(
        "cleaning.documentsDropped", "the difference of the two", .cleaning,
        count: { $0.documentsBefore - $0.documentsAfter }),
      RecordedValue(
        "cleaning.bytesBefore", "bytes of text before cleaning", .cleaning, count: \.bytesBefore),
      RecordedValue(
        "cleaning.bytesAfter", "bytes of text after cleaning", .cleaning, count: \.bytesAfter),
      RecordedValue(
        "cleaning.kept", "bytes after over bytes before", .cleaning,
        share: { ratio($0.bytesAfter, $0.bytesBefore) }),
      RecordedValue(
        "cleaning.rules", "how many rules there are", .cleaning, count: \.rules.count),
      RecordedValue(
        "cleaning.exact", "documents cleaned to the very byte", .cleaning, count: \.exactDocuments),
      RecordedValue(
        "cleaning.known", "documents whose clean text is known", .cleaning,
        count: \.knownDocuments),
      RecordedValue(
        "duplicate.similarity", "similarity of the nearest pair of the language, 0 to 1", places: 2,
        \.duplicates.first?.similarity),
      RecordedValue(
        "duplicate.common", "snippets that both texts of that pair have",
        count: \.duplicates.first?.overlap?.common),
      RecordedValue(
        "duplicate.all", "different snippets of the two together",
        count: \.duplicates.first?.overlap?.all),
      RecordedValue(
        "duplicate.id", "the document that was dropped as its copy",
        text: \.duplicates.first?.documentID),
      RecordedValue(
        "duplicate.of", "the document that was kept", text: \.duplicates.first?.duplicateOf),
      RecordedValue(
        "rule.name", "name of the cleaning rule with the most edits",
        text: { $0.busiestRule?.name[$0.language] }),
      RecordedValue("rule.edits", "edits of that rule", count: \.busiestRule?.edits),
      RecordedValue("rule.documents", "documents that it changed", count: \.busiestRule?.documents),
    ] + confusion("rule", "that rule", \.busiestRule?.confusion)

  static let filter: [RecordedValue] =
    [
      RecordedValue(
        "filter.threshold", "score from which a sentence is taken out", .filter, places: 2,
        \.threshold),
      RecordedValue(
        "filter.dropped", "sentences taken out by the filter", .filter, count: \.droppedCount),
      RecordedValue(
        "filter.topScore", "the highest score among those shown", .filter, places: 2,
        { $0.dropped.map(\.score).max() }),
      RecordedValue(
        "filter.lowScore", "the lowest score among those shown", .filter, places: 2,
        { $0.dropped.map(\.score).min() }),
    ] + confusion("filter", "the filter", { $0.run[.filter]?.confusion })

  private static func confusion(
    _ name: String, _ meaning: String, _ of: @escaping @Sendable (Exhibits) -> ConfusionRecord?
  ) -> [RecordedValue] {
    [
      RecordedValue(
        "\(name).truePositives", "rightly flagged by \(meaning)", count: { of($0)?.truePositives }),
      RecordedValue(
        "\(name).falsePositives", "wrongly flagged by \(meaning)",
        count: { of($0)?.falsePositives }),
      RecordedValue(
        "\(name).falseNegatives", "overlooked by \(meaning)", count: { of($0)?.falseNegatives }),
      RecordedValue(
        "\(name).trueNegatives", "rightly left alone by \(meaning)",
        count: { of($0)?.trueNegatives }),
      RecordedValue(
        "\(name).precision", "precision of \(meaning)", places: 3, { of($0)?.precision }),
      RecordedValue("\(name).recall", "recall of \(meaning)", places: 3, { of($0)?.recall }),
    ]
  }

  static let normalization: [RecordedValue] = [
    RecordedValue(
      "normalization.rules", "how many rules there are", .normalization, count: \.rules.count),
    RecordedValue(
      "normalization.edits", "edits of all rules together", .normalization,
      count: { $0.rules.reduce(0) { $0 + $1.edits } }),
    RecordedValue(
      "normalization.sum", "the sum written out: edits of each rule", .normalization,
      text: { sum($0.rules.map(\.edits)) }),
    RecordedValue(
      "normalization.before", "a stretch of text before normalization",
      text: { $0.normalizationEdit.map { TerminalText.visible($0.before) } }),
    RecordedValue(
      "normalization.after", "the same stretch after it",
      text: { $0.normalizationEdit.map { TerminalText.visible($0.after) } }),
  ]

  /// A sum written out: `4 + 3 + 3`.
  private static func sum(_ terms: [Int]) -> String {
    terms.map { Numbers.count($0) }.joined(separator: " + ")
  }

  /// Nil for a division by nothing.
  static func ratio(_ value: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(value) / Double(whole)
  }
}
