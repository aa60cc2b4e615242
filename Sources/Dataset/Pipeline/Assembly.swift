import Names
import Numerics
import RawData

/// Puts the results of all documents together, in the order of collection.
struct Assembly {
  let options: CleaningOptions
  private var clean = Spool<CleanDocument>()
  private var drops: DroppedDocuments
  private var fingerprints = Fingerprints()
  private var foreign: [(index: Int, code: String)] = []
  private var knownBytes = 0
  private var foreignBytes = 0
  private var ledger: EditLedger
  private var findings: [ContentFinding] = []
  private var harmlessFindings = 0
  private var documentsBefore = 0
  private var bytesBefore = 0
  private var charactersBefore = 0
  /// Clean documents that go after all.
  private var isDropped: [Bool] = []
  private var groups = DisjointSets(count: 0)
  private var similarPairs: [SimilarPair] = []

  init(options: CleaningOptions) {
    self.options = options
    ledger = EditLedger(limit: options.recordsAllEdits ? Int.max : options.samplesPerRule)
    drops = DroppedDocuments()
  }

  mutating func add(_ batch: CleanedBatch) {
    let first = fingerprints.count
    clean.append(batch.clean)
    fingerprints.append(batch.fingerprints)
    for judged in batch.judged {
      drops.append(judged.document, cleanBefore: first + judged.cleanBefore)
    }
    foreign += batch.foreign.map { (first + $0.index, $0.code) }
    knownBytes += batch.knownBytes
    foreignBytes += batch.foreignBytes
    ledger.add(batch.ledger)
    add(batch.findings)
    documentsBefore += batch.documentsBefore
    bytesBefore += batch.bytesBefore
    charactersBefore += batch.charactersBefore
  }

  /// All unsuitable sentences, and the first of the others: enough to move the threshold.
  private mutating func add(_ more: [ContentFinding]) {
    for finding in more {
      if !finding.isUnsuitable { harmlessFindings += 1 }
      if finding.isUnsuitable || harmlessFindings <= Self.mostHarmlessFindings {
        findings.append(finding)
      }
    }
  }

  private static let mostHarmlessFindings = 4000

  /// Drops documents in another language that claim none, if most of the collection is in English
  /// or Japanese. A reader's own German folder stays whole.
  mutating func dropForeign() {
    isDropped = Array(repeating: false, count: fingerprints.count)
    guard foreignBytes > 0, knownBytes > foreignBytes, !options.without.contains(.language)
    else { return }
    for (index, code) in foreign {
      isDropped[index] = true
      drops.append(foreign: index, code: code, size: fingerprints.size(of: index))
    }
  }

  mutating func findDuplicates(_ pool: WorkerPool) {
    let shingles: @Sendable (Int) -> [UInt64] = { [clean] index in
      let document = clean[index]
      var text = document.fields[0].text
      return text.withUTF8 { Shingles.set(of: $0, language: document.language) }
    }
    if options.recordsSimilarPairs {
      similarPairs = DuplicateFinder(
        fingerprints, isLeftOut: isDropped,
        thresholds: (options.groupThreshold, options.groupThreshold), listsPairs: true, pool: pool,
        shingles: shingles
      ).pairs.map {
        SimilarPair(
          documentID: clean[$0.index].id, otherID: clean[$0.other].id, similarity: $0.similarity)
      }
    }
    let finder = DuplicateFinder(
      fingerprints, isLeftOut: isDropped,
      thresholds: (options.nearDuplicateThreshold, options.groupThreshold), pool: pool,
      shingles: shingles)
    groups = finder.groups
    guard options.removesDuplicates else { return }
    for found in finder.found {
      let rule = found.isExact ? RuleID.exactDuplicate : .nearDuplicate
      if options.without.contains(rule) { continue }
      isDropped[found.index] = true
      drops.append(found, size: fingerprints.size(of: found.index))
    }
  }

  mutating func result() -> CleaningResult {
    drops.finish(clean)
    let left = isDropped.indices.filter { !isDropped[$0] }
    return CleaningResult(
      documents: clean.kept { !isDropped[$0] },
      groups: left.map { groups.root($0) },
      effects: effects(), edits: options.recordsAllEdits ? ledger.edits : [],
      dropped: drops, findings: findings, normalization: ledger.normalization(),
      strays: ledger.strayCounts(), similarPairs: similarPairs,
      documentsBefore: documentsBefore, bytesBefore: bytesBefore,
      bytesAfter: left.reduce(0) { $0 + Int(fingerprints.byteCounts[$1]) },
      charactersBefore: charactersBefore,
      charactersAfter: left.reduce(0) { $0 + Int(fingerprints.characterCounts[$1]) })
  }

  private func effects() -> [RuleEffect] {
    var byteCount = bytesBefore
    var characterCount = charactersBefore
    var effects = zip(CleaningRule.all, ledger.counts).map { rule, count in
      let before = byteCount
      byteCount += count.added - count.removed - drops.byteCount(of: rule.id)
      var characters = CharacterBalance(
        before: characterCount, removed: count.charactersRemoved, added: count.charactersAdded,
        dropped: drops.characterCount(of: rule.id), after: 0)
      characterCount += characters.added - characters.removed - characters.dropped
      characters.after = characterCount
      return RuleEffect(
        rule: rule, editCount: count.edits, documentCount: count.documents,
        documentsDropped: drops.count(of: rule.id), bytesRemoved: count.removed,
        bytesAdded: count.added, bytesDropped: drops.byteCount(of: rule.id), bytesBefore: before,
        bytesAfter: byteCount, characters: characters, samples: [])
    }
    for edit in ledger.edits {
      let index = edit.rule.index
      let alike = effects[index].samples.count { $0.language == edit.language }
      if alike < options.samplesPerRule { effects[index].samples.append(edit) }
    }
    return effects
  }
}
