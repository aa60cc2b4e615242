/// Where the texts of a batch begin and end: a sequence may hold several, which do not see each other.
struct Texts {
  /// Rows of the `(B, T, …)` buffers, text after text.
  private(set) var rows: [Range<Int>] = []
  /// The first text of each sequence, and the number of all texts.
  private var firsts: [Int] = [0]

  var count: Int { rows.count }

  init() {}

  /// - Parameters:
  ///   - tokens: `[batch, positions]`.
  ///   - separator: ends a text; several in a row end the same one. Without it each sequence is one text.
  init(_ tokens: UnsafePointer<Int32>, batch: Int, positions: Int, separator: Int32?) {
    for sequence in 0..<batch {
      var start = sequence * positions
      let end = start + positions
      if let separator {
        for row in start + 1..<max(end, start + 1)
        where tokens[row - 1] == separator && tokens[row] != separator {
          rows.append(start..<row)
          start = row
        }
      }
      rows.append(start..<end)
      firsts.append(rows.count)
    }
  }

  /// The texts of some sequences.
  subscript(sequences: Range<Int>) -> ArraySlice<Range<Int>> {
    rows[firsts[sequences.lowerBound]..<firsts[sequences.upperBound]]
  }
}
