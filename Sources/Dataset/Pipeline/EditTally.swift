import RawData

/// What the rules did to one document: counts, examples, and frequent changes.
struct EditTally {
  struct Count {
    var edits = 0
    var removed = 0
    var added = 0
  }

  /// A change of normalization and how often it was made.
  struct Change {
    var rule: RuleID
    var before: [UInt8]
    var after: [UInt8]
    var count: Int
  }

  let documentID: String
  /// At most this many edits of each rule are kept.
  let limit: Int
  /// The field at hand.
  var field = FieldName.text
  var language: Language?

  /// One for each rule; empty while nothing was done.
  private(set) var counts: [Count] = []
  private(set) var edits: [CleaningEdit] = []
  private(set) var changes: [UInt64: Change] = [:]

  init(documentID: String, limit: Int) {
    self.documentID = documentID
    self.limit = limit
  }

  /// Longer changes are no pattern of normalization.
  private static let longestChange = 24

  mutating func add(
    _ rule: RuleID, before: Bytes, after: Bytes, source: () -> Range<Int>
  ) {
    let index = rule.index
    if counts.isEmpty { counts = [Count](repeating: Count(), count: RuleID.allCases.count) }
    counts[index].edits += 1
    counts[index].removed += before.count
    counts[index].added += after.count
    if isNormalization[index], before.count <= Self.longestChange {
      let key = fingerprint(before, seed: UInt64(index)) ^ mixed(fingerprint(after, seed: 77))
      if changes[key] == nil {
        changes[key] = Change(rule: rule, before: Array(before), after: Array(after), count: 0)
      }
      changes[key]!.count += 1
    }
    guard counts[index].edits <= limit else { return }
    let place = source()
    edits.append(
      CleaningEdit(
        documentID: documentID, field: field, language: language, rule: rule,
        start: place.lowerBound,
        end: place.upperBound, before: String(decoding: before, as: UTF8.self),
        after: String(decoding: after, as: UTF8.self)))
  }
}

private let isNormalization = CleaningRule.all.map { $0.stage == .normalization }

extension EditTally {
  /// Adds what was done to a later piece of the same field.
  mutating func merge(_ other: EditTally, shiftedBy offset: Int) {
    if counts.isEmpty {
      counts = other.counts
    } else {
      addCounts(of: other)
    }
    for var edit in other.edits {
      edit.start += offset
      edit.end += offset
      edits.append(edit)
    }
  }

  private mutating func addCounts(of other: EditTally) {
    for index in other.counts.indices {
      counts[index].edits += other.counts[index].edits
      counts[index].removed += other.counts[index].removed
      counts[index].added += other.counts[index].added
    }
  }

  /// Keeps only the edits that are chosen.
  mutating func keepEdits(_ isKept: (CleaningEdit) -> Bool) {
    guard !edits.isEmpty else { return }
    let kept = edits.indices.filter { isKept(edits[$0]) }
    if kept.count < edits.count { edits = kept.map { edits[$0] } }
  }

  /// Hands out the changes, of which none are left.
  mutating func takeChanges() -> [UInt64: Change] {
    defer { changes = [:] }
    return changes
  }
}
