import Charts

/// What a change took away and put in, counted.
package enum ChangeCount {
  /// Characters before a change, those removed, those put in, and those after: `18 − 1 + 1 = 18`.
  package static func of(_ runs: [TextRun]) -> String {
    var (kept, removed, added) = (0, 0, 0)
    for run in runs {
      switch run.role {
      case .deleted: removed += run.text.count
      case .inserted: added += run.text.count
      default: kept += run.text.count
      }
    }
    return sum(kept + removed, less: removed, and: added)
  }

  /// A count that was lowered and raised, and what it came to.
  package static func sum(_ start: Int, less removed: Int, and added: Int) -> String {
    Numbers.count(start) + (removed > 0 ? " − " + Numbers.count(removed) : "")
      + (added > 0 ? " + " + Numbers.count(added) : "")
      + (removed + added > 0 ? " = " + Numbers.count(start - removed + added) : "")
  }
}
