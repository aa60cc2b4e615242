/// What was deleted and inserted between two texts, character by character.
package enum TextDifference {
  /// Runs that read as `before` without the inserted ones and as `after` without the deleted ones.
  ///
  /// A longest common subsequence of the middle that the texts do not share at both ends. Where that is
  /// too long (above a million pairs of characters), lines are compared first and characters only
  /// within the lines that differ.
  /// - SeeAlso: Wagner and Fischer 1974.
  package static func runs(_ before: String, _ after: String) -> [TextRun] {
    let (old, new) = (Array(before), Array(after))
    let oldCount = old.count
    var start = 0
    while start < min(oldCount, new.count) && old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(oldCount, new.count) - start
      && old[oldCount - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    var runs = Runs()
    runs.append(old[..<start], .plain)
    runs.append(middle(old[start..<(oldCount - end)], new[start..<(new.count - end)]))
    runs.append(old[(oldCount - end)...], .plain)
    return settled(runs.list)
  }

  /// The same by whole words, for texts in which others were chosen: `of` that became `on` is no `f` that
  /// became an `n`. Where nothing but letters without gaps stands, as in Japanese, it is by characters.
  package static func wordRuns(_ before: String, _ after: String) -> [TextRun] {
    let (old, new) = (Words.pieces(before), Words.pieces(after))
    guard old.count * new.count <= limit else { return runs(before, after) }
    var runs = Runs()
    difference(old, new) { runs.append($0[...], $1) }
    return settled(runs.list)
  }

  private static let limit = 1_000_000

  private static func middle(
    _ old: ArraySlice<Character>, _ new: ArraySlice<Character>
  ) -> [TextRun] {
    var runs = Runs()
    if old.count * new.count <= limit {
      difference(old.map { [$0] }, new.map { [$0] }) { runs.append($0[...], $1) }
      return runs.list
    }
    difference(lines(old), lines(new)) { runs.append($0[...], $1) }
    var result = Runs()
    var index = 0
    while index < runs.list.count {
      let run = runs.list[index]
      let next = index + 1 < runs.list.count ? runs.list[index + 1] : nil
      if let next, run.role == .deleted, next.role == .inserted,
        run.text.count * next.text.count <= limit
      {
        result.append(middle(Array(run.text)[...], Array(next.text)[...]))
        index += 2
      } else {
        result.append([run])
        index += 1
      }
    }
    return result.list
  }

  /// A stretch that both texts share, and the change that follows it.
  private struct Segment {
    var shared = ""
    var old = ""
    var new = ""
    var size: Int { max(old.count, new.count) }
  }

  /// The runs with changes gathered: what was deleted, then what was inserted. A shared stretch of
  /// at most eight characters that is no longer than the changes on both of its sides is taken for chance
  /// and counts as changed.
  /// - SeeAlso: Fraser, Diff Strategies, 2006, section 4 (semantic cleanup).
  private static func settled(_ runs: [TextRun]) -> [TextRun] {
    var segments = [Segment()]
    for run in runs {
      switch run.role {
      case .deleted: segments[segments.count - 1].old += run.text
      case .inserted: segments[segments.count - 1].new += run.text
      default: segments.append(Segment(shared: run.text))
      }
    }
    var index = 1
    while index < segments.count {
      let (before, own) = (segments[index - 1], segments[index])
      let length = own.shared.count
      guard (1...8).contains(length), before.size > 0, own.size > 0, length <= before.size,
        length <= own.size
      else {
        index += 1
        continue
      }
      segments[index - 1].old += own.shared + own.old
      segments[index - 1].new += own.shared + own.new
      segments.remove(at: index)
      index = max(1, index - 1)
    }
    var result = Runs()
    for segment in segments {
      result.append(Array(segment.shared)[...], .plain)
      result.append(Array(segment.old)[...], .deleted)
      result.append(Array(segment.new)[...], .inserted)
    }
    return result.list
  }

  private struct Runs {
    var list: [TextRun] = []

    mutating func append(_ characters: ArraySlice<Character>, _ role: Role) {
      guard !characters.isEmpty else { return }
      if list.last?.role == role {
        list[list.count - 1].text += String(characters)
      } else {
        list.append(TextRun(String(characters), role))
      }
    }

    mutating func append(_ runs: [TextRun]) {
      for run in runs { append(Array(run.text)[...], run.role) }
    }
  }

  private static func lines(_ text: ArraySlice<Character>) -> [[Character]] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" }.enumerated().map { index, line in
      index == 0 ? Array(line) : ["\n"] + line
    }
  }

  /// Calls `put` for each piece in order, deletions before insertions.
  private static func difference(
    _ old: [[Character]], _ new: [[Character]], _ put: ([Character], Role) -> Void
  ) {
    let columns = new.count + 1
    var lengths = [UInt32](repeating: 0, count: (old.count + 1) * columns)
    for row in stride(from: old.count - 1, through: 0, by: -1) {
      for column in stride(from: new.count - 1, through: 0, by: -1) {
        lengths[row * columns + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * columns + column + 1] + 1
          : max(lengths[(row + 1) * columns + column], lengths[row * columns + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < old.count || column < new.count {
      if row < old.count && column < new.count && old[row] == new[column] {
        put(old[row], .plain)
        (row, column) = (row + 1, column + 1)
      } else if row < old.count
        && (column == new.count
          || lengths[(row + 1) * columns + column] >= lengths[row * columns + column + 1])
      {
        put(old[row], .deleted)
        row += 1
      } else {
        put(new[column], .inserted)
        column += 1
      }
    }
  }
}
