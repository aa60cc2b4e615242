import Charts
import Record

/// The merges that are shown, and how a table writes them.
enum MergeRows {
  typealias Merge = TokenizationRecord.MergeRecord

  /// The first merges and then fewer and fewer of the later ones, with their numbers from 1.
  static func selection(_ merges: [Merge], first: Int, later: Int) -> [(Int, Merge)] {
    let numbered = merges.enumerated().map { ($0.offset + 1, $0.element) }
    guard numbered.count > first + later else { return numbered }
    let rest = FigureContext.spread(Array(numbered.dropFirst(first + 1)), later)
    return Array(numbered.prefix(first)) + rest
  }

  /// A row under `mergeColumns`.
  static func cells(_ number: Int, _ merge: Merge) -> [String] {
    [
      Numbers.count(number), merge.left.shown,
      merge.right.shown, merge.result.shown,
      String(merge.result.id), Numbers.count(merge.count), Numbers.count(merge.lengthBefore),
      Numbers.count(merge.lengthAfter),
    ]
  }
}
