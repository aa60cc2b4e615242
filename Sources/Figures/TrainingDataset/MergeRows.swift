import Charts
import Record

/// How a table writes merges.
enum MergeRows {
  typealias Merge = TokenizationRecord.MergeRecord

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
