import RawData

/// Takes what is worth keeping from the tallies of documents and lets the rest go, so that memory
/// grows with the text and not with the number of edits.
///
/// Documents must come in the order of collection.
struct EditExamples {
  /// Edits kept of each rule in each language.
  private let limit: Int
  /// `seen[rule]`: edits kept so far, by language; the last place is for none.
  private var seen: [[Int]]
  private var places: [UInt64: Int] = [:]
  private var changes: [NormalizationChange] = []

  init(limit: Int) {
    self.limit = limit
    seen = Array(
      repeating: Array(repeating: 0, count: Language.allCases.count + 1),
      count: RuleID.allCases.count)
  }

  mutating func take(from tally: inout EditTally) {
    if limit < Int.max {
      tally.keepEdits { edit in
        let rule = edit.rule.index
        let language =
          edit.language.flatMap(Language.allCases.firstIndex) ?? Language.allCases.count
        seen[rule][language] += 1
        return seen[rule][language] <= limit
      }
    }
    guard !tally.changes.isEmpty else { return }
    for (key, change) in tally.takeChanges().sorted(by: { $0.key < $1.key }) {
      if let place = places[key] {
        changes[place].count += change.count
      } else {
        places[key] = changes.count
        changes.append(
          NormalizationChange(
            rule: change.rule, before: String(decoding: change.before, as: UTF8.self),
            after: String(decoding: change.after, as: UTF8.self), count: change.count,
            firstDocumentID: tally.documentID))
      }
    }
  }

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
