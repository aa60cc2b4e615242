import RawData

/// Puts the results of all documents together, in the order of collection.
struct Assembly {
  let options: CleaningOptions
  let raw: [RawDocument]
  let cleaned: [CleanedDocument]
  let duplicates: DuplicateSearch
  let examples: EditExamples

  func result() -> CleaningResult {
    var removed = Set<Int>()
    var dropped: [DroppedDocument?] = cleaned.map(\.dropped)
    if options.removesDuplicates {
      for found in duplicates.finder.found {
        let index = duplicates.places[found.index]
        removed.insert(index)
        dropped[index] = describe(found)
      }
    }
    var documents: [CleanDocument] = []
    var groups: [Int] = []
    for (entry, index) in duplicates.places.enumerated() where !removed.contains(index) {
      documents.append(cleaned[index].document!)
      groups.append(duplicates.places[duplicates.finder.groups[entry]])
    }
    let drops = dropped.compactMap { $0 }
    return CleaningResult(
      documents: documents, groups: groups, effects: effects(drops),
      edits: options.recordsAllEdits ? cleaned.flatMap(\.tally.edits) : [], dropped: drops,
      findings: findings(), normalization: examples.normalization(),
      documentsBefore: raw.count,
      bytesBefore: raw.reduce(0) { $0 + $1.fields.reduce(0) { $0 + $1.text.utf8.count } },
      bytesAfter: documents.reduce(0) { $0 + $1.byteCount })
  }

  /// All unsuitable sentences, and the first of the others: enough to move the threshold.
  private func findings() -> [ContentFinding] {
    var others = 0
    var kept: [ContentFinding] = []
    for index in cleaned.indices where !cleaned[index].findings.isEmpty {
      for finding in cleaned[index].findings {
        if !finding.isUnsuitable { others += 1 }
        if finding.isUnsuitable || others <= Self.mostHarmlessFindings { kept.append(finding) }
      }
    }
    return kept
  }

  private static let mostHarmlessFindings = 4000

  private func describe(_ found: DuplicateFinder.Found) -> DroppedDocument {
    let document = cleaned[duplicates.places[found.index]].document!
    return DroppedDocument(
      documentID: document.id, kind: document.kind, language: document.language,
      rule: found.isExact ? .exactDuplicate : .nearDuplicate,
      score: (found.similarity * 10_000).rounded() / 10_000, reasons: [],
      duplicateOf: cleaned[duplicates.places[found.original]].document!.id,
      overlap: found.overlap,
      excerpt: DocumentCleaner.excerpt(Array(document.fields[0].text.utf8.prefix(400))))
  }

  private func effects(_ drops: [DroppedDocument]) -> [RuleEffect] {
    var effects = CleaningRule.all.map {
      RuleEffect(
        rule: $0, editCount: 0, documentCount: 0, documentsDropped: 0, bytesRemoved: 0,
        bytesAdded: 0, samples: [])
    }
    for document in cleaned.indices where !cleaned[document].tally.counts.isEmpty {
      let tally = cleaned[document].tally
      for (index, count) in tally.counts.enumerated() where count.edits > 0 {
        effects[index].editCount += count.edits
        effects[index].documentCount += 1
        effects[index].bytesRemoved += count.removed
        effects[index].bytesAdded += count.added
      }
      for edit in tally.edits {
        let index = edit.rule.index
        let alike = effects[index].samples.count { $0.language == edit.language }
        if alike < options.samplesPerRule {
          effects[index].samples.append(edit)
        }
      }
    }
    for drop in drops { effects[drop.rule.index].documentsDropped += 1 }
    return effects
  }
}
