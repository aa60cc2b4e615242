/// How far two words are from each other, by which the nearest name is found to one that is mistyped.
public enum EditDistance {
  /// The fewest insertions, deletions and replacements of bytes that turn one text into the other, O(a·b).
  /// - SeeAlso: Levenshtein 1966.
  public static func between(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        (diagonal, row[j + 1]) = (row[j + 1], next)
      }
    }
    return row[b.count]
  }
}
