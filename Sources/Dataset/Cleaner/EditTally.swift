import Names
import RawData

/// What the rules did to one document: counts, examples, and frequent changes.
struct EditTally {
  struct Count {
    var edits = 0
    var removed = 0
    var added = 0
    var charactersRemoved = 0
    var charactersAdded = 0
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
  /// How often each stray character was removed.
  private(set) var strays: [UInt32: Int] = [:]

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
    counts[index].charactersRemoved += before.characterCount
    counts[index].charactersAdded += after.characterCount
    if isNormalization[index], before.count <= Self.longestChange {
      let key = fingerprint(before, seed: UInt64(index)) ^ mixed(fingerprint(after, seed: 77))
      if changes[key] == nil {
        changes[key] = Change(rule: rule, before: Array(before), after: Array(after), count: 0)
      }
      changes[key]!.count += 1
    }
    if rule == .controlCharacters {
      var place = 0
      while place < before.count {
        let scalar = before.scalar(at: place)
        strays[scalar.value, default: 0] += 1
        place += scalar.length
      }
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
