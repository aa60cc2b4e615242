import Dataset
import Files
import Names
import Numerics
import RawData
import Record

/// L2a to L2c: cleans, filters and normalizes, and judges that against the known noise.
struct CleanStage {
  struct Outcome {
    var documents: Spool<CleanDocument>
    /// Similar documents share a group; no group is split.
    var groups: [Int]
    /// Texts that were divided because there are too few of them, and the bytes between their stretches.
    var divided: Int
    var gapBytes: Int
    /// Documents that did not come out as they were told, where that is known.
    var inexact: Set<String>
    var cleaning: CleaningRecord
    var filter: FilterRecord
    var normalization: NormalizationRecord
    /// What of the reader's own text was left out; nil for the world's.
    var leftOut: String?
  }

  let pool: WorkerPool
  /// Rules that are left out.
  var without: Set<RuleID> = []

  static func run(_ bench: Workbench) -> LocalizedText {
    let clean = CleanStage(pool: bench.pool, without: bench.settings.without).run(bench.material)
    bench.clean = clean
    bench.run[.cleaning] = clean.cleaning
    bench.run[.filter] = clean.filter
    bench.run[.normalization] = clean.normalization
    let (documents, size) = (clean.cleaning.documentsAfter, clean.cleaning.bytesAfter / 1024)
    return LocalizedText(
      en: "\(EnglishCount.of(documents, "document")) left, \(size) KB",
      ja: "残った文書は\(documents)件、\(size) KB")
  }

  func run(_ material: CollectStage.Material) -> Outcome {
    var options = CleaningOptions()
    options.without = without
    options.recordsAllEdits = material.corpus != nil
    options.recordsSimilarPairs = material.corpus != nil
    let result = CleaningPipeline(options: options).run(material.documents, pool: pool)
    let score = material.corpus.map {
      CleaningScore(
        result, documents: material.documents, noise: $0.noise, cleanFields: $0.cleanFields)
    }
    let stretches = DocumentStretches.cut(result.documents, groups: result.groups)
    return Outcome(
      documents: stretches.documents, groups: stretches.groups, divided: stretches.divided,
      gapBytes: stretches.gapBytes,
      inexact: Set(score?.differing ?? []),
      cleaning: cleaning(result, score, material, options), filter: filter(result, score, options),
      normalization: NormalizationRecord(
        rules: rules(result, score, of: .normalization),
        samples: samples(material, stage: .normalization, rules: [.compatibility, .quotes]),
        meanings: MeaningForms.all().map {
          NormalizationRecord.Meaning(
            kind: $0.kind, before: $0.before, plain: $0.plain, after: $0.after)
        }),
      leftOut: material.corpus == nil ? LeftOutFile.text(material.record, result) : nil)
  }

  private func cleaning(
    _ result: CleaningResult, _ score: CleaningScore?, _ material: CollectStage.Material,
    _ options: CleaningOptions
  ) -> CleaningRecord {
    let duplicates = nearest(result.dropped)
    let samples = material.record.samples
    let shown = material.documents(
      Set(
        samples.map(\.document.id)
          + duplicates.flatMap { [$0.drop.documentID, $0.drop.duplicateOf ?? ""] }))
    return CleaningRecord(
      documentsBefore: result.documentsBefore, documentsAfter: result.documents.count,
      bytesBefore: result.bytesBefore, bytesAfter: result.bytesAfter,
      rules: rules(result, score, of: .cleaning),
      samples: samples.compactMap { sample in
        shown[sample.document.id].flatMap { document in
          var kept = document
          kept.fields[0].text = sample.text
          return beforeAfter(kept)
        }
      },
      duplicates: duplicates.map { drop, index in
        CleaningRecord.DuplicateRecord(
          documentID: drop.documentID, language: drop.language, duplicateOf: drop.duplicateOf ?? "",
          similarity: drop.score,
          overlap: drop.overlap.map { .init(common: $0.common, all: $0.all) },
          literal: result.dropped.literalOverlap(at: index).map {
            .init(common: $0.common, all: $0.all)
          },
          excerpt: excerpt(shown[drop.documentID]),
          originalExcerpt: excerpt(drop.duplicateOf.flatMap { shown[$0] }))
      },
      exactDocuments: score?.exactDocuments, knownDocuments: score?.knownDocuments,
      deviation: score.map {
        .init(
          lost: $0.deviation.lost, strays: $0.deviation.strays, altered: $0.deviation.altered,
          bytes: $0.deviation.bytes)
      },
      matrix: score.map(matrix), duplicateThreshold: options.nearDuplicateThreshold,
      duplicateSweep: (material.corpus.map {
        DuplicateSweep(result, noise: $0.noise, used: options.nearDuplicateThreshold).points
      } ?? []).map(FilterRecord.ThresholdPoint.init),
      cases: score.map { CaseChoice(material: material, result: result).cases(of: $0) } ?? [],
      ledger: CleaningRecord.Ledger(result), strays: result.strays.map(CleaningRecord.Stray.init),
      forms: CleaningRecord.Forms(PersonalForms.judged()))
  }

  /// The most similar near duplicates, two of each language.
  private func nearest(_ dropped: DroppedDocuments) -> [(drop: DroppedDocument, index: Int)] {
    typealias Place = (drop: DroppedDocument, index: Int)
    var best: [Language: [Place]] = [:]
    func isBefore(_ first: Place, _ second: Place) -> Bool {
      (second.drop.score, first.drop.documentID) < (first.drop.score, second.drop.documentID)
    }
    for (index, drop) in dropped.enumerated() where drop.rule == .nearDuplicate {
      best[drop.language, default: []].append((drop, index))
      best[drop.language]!.sort(by: isBefore)
      if best[drop.language]!.count > 2 { best[drop.language]!.removeLast() }
    }
    return best.values.joined().sorted(by: isBefore)
  }

  private func matrix(_ score: CleaningScore) -> CleaningRecord.NoiseMatrix {
    CleaningRecord.NoiseMatrix(
      noises: NoiseKind.allCases,
      rows: zip(RuleID.allCases, score.matrix).map {
        CleaningRecord.NoiseMatrix.Row(rule: $0, counts: $1)
      })
  }

  private func filter(
    _ result: CleaningResult, _ score: CleaningScore?, _ options: CleaningOptions
  ) -> FilterRecord {
    let findings = result.findings.filter(\.isUnsuitable)
    return FilterRecord(
      threshold: options.unsuitableThreshold,
      dropped: Language.allCases.flatMap { language in
        different(findings.filter { $0.language == language }).prefix(6).map { finding in
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
      ambiguous: score?.ambiguous.first { $0.rule == .unsuitable }.map(ConfusionRecord.init),
      sweep: (score?.sweep ?? []).map(FilterRecord.ThresholdPoint.init))
  }

  /// The first finding of each sentence; a sentence that came up twice is shown once.
  private func different(_ findings: [ContentFinding]) -> [ContentFinding] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.sentence).inserted }
  }

  private func rules(
    _ result: CleaningResult, _ score: CleaningScore?, of stage: CleaningStage
  ) -> [RuleRecord] {
    result.effects.filter { $0.rule.stage == stage }.map { effect in
      RuleRecord(
        id: effect.rule.id, name: effect.rule.name, reason: effect.rule.reason,
        edits: effect.editCount, documents: effect.documentCount,
        documentsDropped: effect.documentsDropped,
        bytesRemoved: effect.bytesRemoved - effect.bytesAdded,
        examples: Language.allCases.compactMap { language in
          effect.samples.first { $0.language == language }.map(EditRecord.init)
        },
        confusion: score?[effect.rule.id].map(ConfusionRecord.init),
        ambiguous: score?.ambiguous.first { $0.rule == effect.rule.id }.map(ConfusionRecord.init))
    }
  }

  /// One document before and after, with every edit.
  private func beforeAfter(_ document: RawDocument) -> BeforeAfter? {
    var options = CleaningOptions()
    options.without = without
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
      var best: (sample: BeforeAfter, count: Int)?
      var seen = 0
      for document in material.documents where seen < 4_000 {
        guard document.language ?? language == language, !document.isMarkup,
          (20...400).contains(document.fields[0].text.utf8.count)
        else { continue }
        seen += 1
        guard hasOtherForms(document.fields[0].text), let sample = beforeAfter(document),
          sample.language == language
        else { continue }
        let count = sample.edits.count { edit in rules.contains(edit.rule) }
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

  private func excerpt(_ document: RawDocument?) -> String {
    guard let scalars = document?.fields[0].text.unicodeScalars else { return "" }
    return String(scalars.prefix(240)) + (scalars.count > 240 ? "…" : "")
  }
}

extension EditRecord {
  init(_ edit: CleaningEdit) {
    self.init(
      rule: edit.rule, place: edit.start, before: edit.before, after: edit.after)
  }
}

extension FilterRecord.ThresholdPoint {
  init(_ score: ThresholdScore) {
    self.init(
      threshold: score.threshold, dropped: score.flagged, precision: score.precision,
      recall: score.recall)
  }
}

extension ConfusionRecord {
  init(_ score: RuleScore) {
    self.init(
      truePositives: score.truePositives, falsePositives: score.falsePositives,
      falseNegatives: score.falseNegatives, trueNegatives: score.trueNegatives)
  }
}
