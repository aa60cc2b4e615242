import Dataset
import Numerics
import RawData

/// L2a to L2c: cleans, filters and normalizes, and judges that against the known noise.
struct CleanStage {
  struct Outcome {
    var documents: [CleanDocument]
    /// Similar documents share a group; no group is split.
    var groups: [Int]
    var cleaning: CleaningRecord
    var filter: FilterRecord
    var normalization: NormalizationRecord
  }

  let pool: WorkerPool

  func run(_ material: CollectStage.Material) -> Outcome {
    var options = CleaningOptions()
    options.recordsAllEdits = material.corpus != nil
    let result = CleaningPipeline(options: options).run(material.documents, pool: pool)
    let score = material.corpus.map {
      CleaningScore(
        result, documents: material.documents, noise: $0.noise, cleanFields: $0.cleanFields)
    }
    let sections = DocumentSections.cut(result.documents, groups: result.groups)
    return Outcome(
      documents: sections.documents, groups: sections.groups,
      cleaning: cleaning(result, score, material), filter: filter(result, score, options),
      normalization: NormalizationRecord(
        rules: rules(result, score, of: .normalization),
        samples: samples(material, stage: .normalization, rules: [.compatibility, .quotes])))
  }

  private func cleaning(
    _ result: CleaningResult, _ score: CleaningScore?, _ material: CollectStage.Material
  ) -> CleaningRecord {
    let texts = Dictionary(
      material.documents.map { ($0.id, $0.fields[0].text) }, uniquingKeysWith: { first, _ in first }
    )
    return CleaningRecord(
      documentsBefore: result.documentsBefore, documentsAfter: result.documents.count,
      bytesBefore: result.bytesBefore, bytesAfter: result.bytesAfter,
      rules: rules(result, score, of: .cleaning),
      samples: material.record.samples.compactMap { sample in
        material.documents.first { $0.id == sample.document.id }.flatMap(beforeAfter)
      },
      duplicates: nearest(result.dropped).map { drop in
        CleaningRecord.DuplicateRecord(
          documentID: drop.documentID, language: drop.language, duplicateOf: drop.duplicateOf ?? "",
          similarity: drop.score, overlap: drop.overlap, excerpt: excerpt(texts[drop.documentID]),
          originalExcerpt: excerpt(drop.duplicateOf.flatMap { texts[$0] }))
      },
      exactDocuments: score?.exactDocuments, knownDocuments: score?.knownDocuments,
      matrix: score.map(matrix))
  }

  /// The most similar near duplicates, two of each language.
  private func nearest(_ dropped: [DroppedDocument]) -> [DroppedDocument] {
    let ranked = dropped.filter { $0.rule == .nearDuplicate }
      .sorted { ($1.score, $0.documentID) < ($0.score, $1.documentID) }
    let chosen = Language.allCases.flatMap { language in
      ranked.filter { $0.language == language }.prefix(2).map(\.documentID)
    }
    return ranked.filter { chosen.contains($0.documentID) }
  }

  private func matrix(_ score: CleaningScore) -> CleaningRecord.NoiseMatrix {
    CleaningRecord.NoiseMatrix(
      noises: NoiseKind.allCases,
      rows: zip(RuleID.allCases, score.matrix).map {
        CleaningRecord.NoiseMatrix.Row(rule: $0.rawValue, counts: $1)
      })
  }

  private func filter(
    _ result: CleaningResult, _ score: CleaningScore?, _ options: CleaningOptions
  ) -> FilterRecord {
    let findings = result.findings.filter(\.isUnsuitable)
    let languages = Dictionary(
      result.documents.map { ($0.id, $0.language) }
        + result.dropped.map { ($0.documentID, $0.language) },
      uniquingKeysWith: { first, _ in first })
    return FilterRecord(
      threshold: options.unsuitableThreshold,
      dropped: Language.allCases.flatMap { language in
        findings.filter { languages[$0.documentID] == language }.prefix(6).map { finding in
          FilterRecord.DroppedRecord(
            documentID: finding.documentID, language: language, excerpt: finding.sentence,
            score: finding.score,
            reason: LocalizedText(
              en: "contains " + finding.terms.map { "“\($0)”" }.joined(separator: ", "),
              ja: finding.terms.map { "「\($0)」" }.joined() + "を含む"))
        }
      },
      droppedCount: findings.count,
      confusion: score?[.unsuitable].map(ConfusionRecord.init),
      sweep: (score?.sweep ?? []).map {
        FilterRecord.ThresholdPoint(
          threshold: $0.threshold, dropped: $0.flagged, precision: $0.precision, recall: $0.recall)
      })
  }

  private func rules(
    _ result: CleaningResult, _ score: CleaningScore?, of stage: CleaningStage
  ) -> [RuleRecord] {
    result.effects.filter { $0.rule.stage == stage }.map { effect in
      RuleRecord(
        id: effect.rule.id.rawValue, name: effect.rule.name, reason: effect.rule.reason,
        edits: effect.editCount, documents: effect.documentCount,
        documentsDropped: effect.documentsDropped,
        bytesRemoved: effect.bytesRemoved - effect.bytesAdded,
        examples: Language.allCases.compactMap { language in
          effect.samples.first { $0.language == language }.map(EditRecord.init)
        },
        confusion: score?[effect.rule.id].map(ConfusionRecord.init))
    }
  }

  /// One document before and after, with every edit.
  private func beforeAfter(_ document: RawDocument) -> BeforeAfter? {
    var options = CleaningOptions()
    options.recordsAllEdits = true
    let result = CleaningPipeline(options: options).run([document], pool: pool)
    guard let clean = result.documents.first else { return nil }
    return BeforeAfter(
      documentID: document.id, language: clean.language, before: document.fields[0].text,
      after: clean.fields[0].text,
      edits: result.edits.filter { $0.field == document.fields[0].name }.map(EditRecord.init))
  }

  /// In each language the short document with the most edits by these rules.
  private func samples(
    _ material: CollectStage.Material, stage: CleaningStage, rules: Set<RuleID>
  ) -> [BeforeAfter] {
    Language.allCases.compactMap { language in
      let short = material.documents.filter {
        $0.language ?? language == language && !$0.isMarkup
          && (20...400).contains($0.fields[0].text.utf8.count)
      }
      var best: (sample: BeforeAfter, count: Int)?
      for document in short.prefix(4_000) where hasOtherForms(document.fields[0].text) {
        guard let sample = beforeAfter(document), sample.language == language else { continue }
        let count = sample.edits.filter { edit in rules.contains { $0.rawValue == edit.rule } }
          .count
        if count > best?.count ?? 0 { best = (sample, count) }
      }
      return best?.sample
    }
  }

  /// A quick look whether normalization may have something to do: full-width, half-width, typographic quotes.
  private func hasOtherForms(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0xFF01...0xFF9F).contains($0.value) || (0x2018...0x201D).contains($0.value)
    }
  }

  private func excerpt(_ text: String?) -> String {
    guard let text else { return "" }
    let scalars = text.unicodeScalars
    return String(scalars.prefix(240)) + (scalars.count > 240 ? "…" : "")
  }
}

extension EditRecord {
  init(_ edit: CleaningEdit) {
    self.init(
      rule: edit.rule.rawValue, place: edit.start, before: edit.before, after: edit.after)
  }
}

extension ConfusionRecord {
  init(_ score: RuleScore) {
    self.init(
      truePositives: score.truePositives, falsePositives: score.falsePositives,
      falseNegatives: score.falseNegatives, trueNegatives: score.trueNegatives)
  }
}
