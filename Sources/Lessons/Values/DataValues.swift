import Charts
import Names
import Record

/// L1 to L2c.
extension RecordedValue {
  static let collection: [RecordedValue] = [
    .init("collection.documents", "documents gathered", .collection, count: \.documentCount),
    .init("collection.bytes", "bytes gathered", .collection, count: \.byteCount),
    .init(
      "collection.size", "the same with its unit", .collection,
      text: { Numbers.bytes($0.byteCount) }),
    .init(
      "collection.bytesPerDocument", "their mean size, rounded", .collection,
      count: { ratio($0.byteCount, $0.documentCount).map { Int($0.rounded()) } }),
    .init(
      "collection.kinds", "how many kinds of document there are", .collection,
      count: { Set($0.shelves.map(\.kind)).count }),
    .init(
      "collection.shelves", "how many shelves (kind and language)", .collection,
      count: \.shelves.count),
    .init(
      "collection.shelfSum", "the sum written out: documents of each shelf", .collection,
      text: { sum($0.shelves.map(\.documents)) }),
    .init(
      "collection.rejected", "files that could not be read", .collection, count: \.rejected.count),
    .init("sample.title", "title of the raw document shown", text: \.rawSample?.document.title),
    .init("sample.source", "where that document comes from", text: \.rawSample?.document.source),
    .init("sample.date", "its date", text: \.rawSample?.document.date),
    .init("sample.licence", "its licence", text: \.rawSample?.document.licence),
    .init("sample.encoding", "its encoding", text: \.rawSample?.document.encoding),
    .init("sample.noise", "stretches of noise marked in it", count: \.rawSample?.noise.count),
  ]

  static let cleaning: [RecordedValue] =
    [
      .init(
        "cleaning.documentsBefore", "documents before cleaning", .cleaning,
        count: \.documentsBefore),
      .init(
        "cleaning.documentsAfter", "documents after cleaning", .cleaning, count: \.documentsAfter),
      .init(
        "cleaning.documentsDropped", "the difference of the two", .cleaning,
        count: { $0.documentsBefore - $0.documentsAfter }),
      .init(
        "cleaning.kept", "bytes after over bytes before", .cleaning,
        share: { ratio($0.bytesAfter, $0.bytesBefore) }),
      .init("cleaning.rules", "how many rules there are", .cleaning, count: \.rules.count),
      .init(
        "cleaning.exact", "documents cleaned to the very byte", .cleaning, count: \.exactDocuments),
      .init(
        "cleaning.known", "documents whose clean text is known", .cleaning, count: \.knownDocuments),
      .init(
        "cleaning.lost", "documents that were dropped and should have stayed", .cleaning,
        count: \.deviation?.lost),
      .init(
        "cleaning.strays", "documents that stayed and should have been dropped", .cleaning,
        count: \.deviation?.strays),
      .init(
        "cleaning.altered", "documents that stayed as they should, but differ in some bytes",
        .cleaning, count: \.deviation?.altered),
      .init(
        "duplicate.similarity", "similarity of the nearest pair of the language, 0 to 1", places: 2,
        \.duplicates.first?.similarity),
      .init(
        "duplicate.common", "snippets that both texts of that pair have",
        count: \.duplicates.first?.overlap?.common),
      .init(
        "duplicate.all", "different snippets of the two together",
        count: \.duplicates.first?.overlap?.all),
      .init(
        "duplicate.literal",
        "similarity of that pair with case, punctuation and layout compared as well", places: 2,
        { $0.duplicates.first?.literal.flatMap { ratio($0.common, $0.all) } }),
      .init(
        "rule.name", "name of the cleaning rule that was wrong most often",
        text: { $0.instructiveRule?.name[$0.language] }),
      .init(
        "duplicate.threshold", "similarity from which a document repeats another", .cleaning,
        places: 2, \.duplicateThreshold),
      .init(
        "cleaning.textBytes", "bytes of text before cleaning, without what files put around it",
        .cleaning, text: { Numbers.bytes($0.bytesBefore) }),
      .init(
        "judged.clear", "places of noise that a rule can know, and acts on what is none",
        count: { clear($0) { $0.truePositives + $0.falsePositives + $0.falseNegatives } }),
      .init(
        "judged.clearWrong", "those of them that were judged wrongly",
        count: { clear($0) { $0.falsePositives + $0.falseNegatives } }),
      .init(
        "judged.hard", "cases that a rule can hardly judge",
        count: { hard($0) { $0.cases } }),
      .init(
        "judged.hardWrong", "those of them that were judged wrongly",
        count: { hard($0) { $0.falsePositives + $0.falseNegatives } }),
      .init("ledger.before", "characters before cleaning", .cleaning, count: \.ledger?.before),
      .init(
        "ledger.removed", "characters that rules took out", .cleaning, count: \.ledger?.removed),
      .init("ledger.added", "characters that rules put in", .cleaning, count: \.ledger?.added),
      .init(
        "ledger.dropped", "characters of the documents that were dropped", .cleaning,
        count: \.ledger?.dropped),
      .init(
        "ledger.after", "characters counted in the documents that are left", .cleaning,
        count: \.ledger?.after),
      .init(
        "forms.count", "lines of the table of personal data", .cleaning,
        count: \.forms?.total.cases),
      .init(
        "forms.personal", "those of them with something to mask", .cleaning,
        count: { $0.forms.map { $0.total.truePositives + $0.total.falseNegatives } }),
      .init(
        "forms.harmless", "those that only look so", .cleaning,
        count: { $0.forms.map { $0.total.falsePositives + $0.total.trueNegatives } }),
    ] + confusion("rule", "that rule", \.instructiveRule?.confusion)
    + confusion(
      "forms", "the rule for personal data on that table", { $0.run[.cleaning]?.forms?.total })

  static let filter: [RecordedValue] =
    [
      .init(
        "filter.threshold", "score from which a sentence is taken out", .filter, places: 2,
        \.threshold),
      .init("filter.dropped", "sentences taken out by the filter", .filter, count: \.droppedCount),
      .init(
        "filter.topScore", "the highest score among those shown", places: 2,
        { $0.droppedSentences.map(\.score).max() }),
      .init(
        "filter.lowScore", "the lowest score among those shown", places: 2,
        { $0.droppedSentences.map(\.score).min() }),
      .init(
        "filter.hard", "sentences that the filter can hardly judge",
        count: { $0.run[.filter]?.ambiguous.map(\.cases) }),
    ] + confusion("filter", "the filter", { $0.run[.filter]?.confusion })

  /// A sum over all rules that are judged, of what a rule can know; nil where nothing is judged.
  private static func clear(_ exhibits: Exhibits, _ count: (ConfusionRecord) -> Int) -> Int? {
    let judgements = exhibits.judgements
    guard !judgements.isEmpty else { return nil }
    return judgements.reduce(0) { $0 + count($1.all) - count($1.ambiguous) }
  }

  /// The same of what it can hardly know.
  private static func hard(_ exhibits: Exhibits, _ count: (ConfusionRecord) -> Int) -> Int? {
    let judgements = exhibits.judgements
    guard !judgements.isEmpty else { return nil }
    return judgements.reduce(0) { $0 + count($1.ambiguous) }
  }

  private static func confusion(
    _ name: String, _ meaning: String, _ of: @escaping @Sendable (Exhibits) -> ConfusionRecord?
  ) -> [RecordedValue] {
    [
      .init(
        "\(name).truePositives", "rightly flagged by \(meaning)", count: { of($0)?.truePositives }),
      .init(
        "\(name).falsePositives", "wrongly flagged by \(meaning)",
        count: { of($0)?.falsePositives }),
      .init(
        "\(name).falseNegatives", "overlooked by \(meaning)", count: { of($0)?.falseNegatives }),
      .init("\(name).precision", "precision of \(meaning)", places: 3, { of($0)?.precision }),
      .init("\(name).recall", "recall of \(meaning)", places: 3, { of($0)?.recall }),
    ]
  }

  /// What became of the example of a kind whose meaning is kept.
  private static func meaning(_ kind: KeptMeaning) -> [RecordedValue] {
    let name = "meaning.\(kind.rawValue)"
    func part(
      _ part: String, _ meaning: String,
      _ text: @escaping @Sendable (NormalizationRecord.Meaning) -> String
    ) -> RecordedValue {
      .init(
        "\(name).\(part)", "\(meaning) (\(kind.rawValue))", .normalization,
        text: {
          $0.meanings?.first { $0.kind == kind }.map { TerminalText.visible(text($0)) }
        })
    }
    return [
      part("before", "characters that mean their shape", \.before),
      part("plain", "what plain NFKC would make of them", \.plain),
      part("after", "what they became", \.after),
    ]
  }

  static let normalization: [RecordedValue] =
    [
      .init(
        "normalization.rules", "how many rules there are", .normalization, count: \.rules.count),
      .init(
        "normalization.edits", "edits of all rules together", .normalization,
        count: { $0.rules.reduce(0) { $0 + $1.edits } }),
      .init(
        "normalization.sum", "the sum written out: edits of each rule", .normalization,
        text: { sum($0.rules.map(\.edits)) }),
      .init(
        "normalization.before", "a stretch of text before normalization",
        text: { $0.normalizationEdit.map { TerminalText.visible($0.before) } }),
      .init(
        "normalization.after", "the same stretch after it",
        text: { $0.normalizationEdit.map { TerminalText.visible($0.after) } }),
    ] + KeptMeaning.allCases.flatMap(meaning)

  /// A sum written out: `4 + 3 + 3`.
  private static func sum(_ terms: [Int]) -> String {
    terms.map { Numbers.count($0) }.joined(separator: " + ")
  }

  /// Nil for a division by nothing.
  static func ratio(_ value: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(value) / Double(whole)
  }
}
