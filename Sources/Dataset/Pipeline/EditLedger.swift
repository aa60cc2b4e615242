import Names
import RawData

/// Sums up the tallies of documents and keeps what is worth showing, so that memory grows neither
/// with the text nor with the number of edits.
///
/// Documents must come in the order of collection; ledgers of neighbours can be joined.
struct EditLedger {
  struct Count {
    var edits = 0
    var documents = 0
    var removed = 0
    var added = 0
    var charactersRemoved = 0
    var charactersAdded = 0
  }

  /// Edits kept of each rule in each language.
  private let limit: Int
  /// `seen[rule]`: edits so far, by language; the last place is for none.
  private var seen: [[Int]]
  private var places: [UInt64: Int] = [:]
  private var changes: [NormalizationChange] = []
  private var strays: [UInt32: StrayCount] = [:]

  /// One for each rule.
  private(set) var counts: [Count]
  private(set) var edits: [CleaningEdit] = []

  init(limit: Int) {
    self.limit = limit
    seen = Array(
      repeating: Array(repeating: 0, count: Language.allCases.count + 1),
      count: RuleID.allCases.count)
    counts = Array(repeating: Count(), count: RuleID.allCases.count)
  }

  mutating func add(_ tally: EditTally) {
    for (index, count) in tally.counts.enumerated() where count.edits > 0 {
      counts[index].edits += count.edits
      counts[index].documents += 1
      counts[index].removed += count.removed
      counts[index].added += count.added
      counts[index].charactersRemoved += count.charactersRemoved
      counts[index].charactersAdded += count.charactersAdded
    }
    for edit in tally.edits { add(edit) }
    for (value, count) in tally.strays {
      add(
        StrayCount(
          scalar: Unicode.Scalar(value)!, count: count, documentCount: 1,
          firstDocumentID: tally.documentID))
    }
    guard !tally.changes.isEmpty else { return }
    for (key, change) in tally.changes.sorted(by: { $0.key < $1.key }) {
      if let place = places[key] {
        changes[place].count += change.count
      } else {
        add(
          NormalizationChange(
            rule: change.rule, before: String(decoding: change.before, as: UTF8.self),
            after: String(decoding: change.after, as: UTF8.self), count: change.count,
            firstDocumentID: tally.documentID), key: key)
      }
    }
  }

  mutating func add(_ other: EditLedger) {
    for (index, count) in other.counts.enumerated() {
      counts[index].edits += count.edits
      counts[index].documents += count.documents
      counts[index].removed += count.removed
      counts[index].added += count.added
      counts[index].charactersRemoved += count.charactersRemoved
      counts[index].charactersAdded += count.charactersAdded
    }
    for edit in other.edits { add(edit) }
    for stray in other.strays.values { add(stray) }
    for (key, place) in other.places.sorted(by: { $0.value < $1.value }) {
      let change = other.changes[place]
      if let place = places[key] {
        changes[place].count += change.count
      } else {
        add(change, key: key)
      }
    }
  }

  private mutating func add(_ stray: StrayCount) {
    let value = stray.scalar.value
    guard var sum = strays[value] else {
      strays[value] = stray
      return
    }
    sum.count += stray.count
    sum.documentCount += stray.documentCount
    strays[value] = sum
  }

  /// In the order of the characters' numbers.
  func strayCounts() -> [StrayCount] { strays.values.sorted { $0.scalar < $1.scalar } }

  private mutating func add(_ edit: CleaningEdit) {
    let rule = edit.rule.index
    let language = edit.language?.place ?? Language.allCases.count
    seen[rule][language] += 1
    if seen[rule][language] <= limit { edits.append(edit) }
  }

  private mutating func add(_ change: NormalizationChange, key: UInt64) {
    // A folder of garbage may hold any number of different changes.
    guard changes.count < Self.mostChanges else { return }
    places[key] = changes.count
    changes.append(change)
  }

  private static let mostChanges = 1 << 16

  /// Changes that many documents share, the commonest first.
  func normalization() -> [NormalizationChange] {
    changes.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      if $0.rule != $1.rule { return $0.rule < $1.rule }
      if $0.before != $1.before { return $0.before.utf8.lexicographicallyPrecedes($1.before.utf8) }
      return $0.after.utf8.lexicographicallyPrecedes($1.after.utf8)
    }
  }
}
