import RawData

/// What became of some documents in a row: what is left of them, and what was done.
///
/// Threads make batches; joined in the order of collection they are the result for all documents,
/// but for duplicates. Only texts that are left fill a spool; all else is small.
struct CleanedBatch {
  /// A document that was judged unfit by itself, and how many clean ones come before it.
  struct Judged {
    var document: DroppedDocument
    var cleanBefore: Int
  }

  private let options: CleaningOptions
  var clean = SpoolBatch<CleanDocument>()
  var judged: [Judged] = []
  var fingerprints = Fingerprints()
  /// Clean documents in another language that claim none.
  var foreign: [(index: Int, code: String)] = []
  /// Bytes of the clean documents in a known language and of the foreign ones, as collected.
  var knownBytes = 0
  var foreignBytes = 0
  var ledger: EditLedger
  var findings: [ContentFinding] = []
  var documentsBefore = 0
  var bytesBefore = 0
  var charactersBefore = 0

  init(options: CleaningOptions) {
    self.options = options
    ledger = EditLedger(limit: options.recordsAllEdits ? Int.max : options.samplesPerRule)
  }

  mutating func add(_ raw: RawDocument, _ cleaned: CleanedDocument) {
    documentsBefore += 1
    bytesBefore += raw.fields.reduce(0) { $0 + $1.text.utf8.count }
    charactersBefore += raw.fields.reduce(0) { $0 + $1.text.utf8.characterCount }
    ledger.add(cleaned.tally)
    findings += cleaned.findings
    if let drop = cleaned.dropped {
      judged.append(Judged(document: drop, cleanBefore: fingerprints.count))
    }
    guard let document = cleaned.document else { return }
    if raw.language == nil, case .other(let code) = cleaned.language {
      foreign.append((fingerprints.count, code))
      foreignBytes += raw.byteCount
    } else {
      knownBytes += raw.byteCount
    }
    clean.append(document)
    fingerprints.append(document)
  }
}
