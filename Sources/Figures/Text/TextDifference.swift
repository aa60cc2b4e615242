/// What was deleted and inserted between two texts, character by character.
enum TextDifference {
  /// Runs that read as `before` without the inserted ones and as `after` without the deleted ones.
  ///
  /// A longest common subsequence of the middle that the texts do not share at both ends. Where that is
  /// too long (above a million pairs of characters), lines are compared first and characters only
  /// within the lines that differ. Scattered letters that happen to agree count as changed.
  /// - SeeAlso: Wagner and Fischer 1974.
  static func runs(_ before: String, _ after: String) -> [TextRun] {
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

  /// The runs with changes gathered: what was deleted, then what was inserted, and no islands of one or
  /// two letters between longer changes.
  private static func settled(_ runs: [TextRun]) -> [TextRun] {
    var result = Runs()
    var (old, new) = ("", "")
    func close() {
      result.append(Array(old)[...], .deleted)
      result.append(Array(new)[...], .inserted)
      (old, new) = ("", "")
    }
    for (index, run) in runs.enumerated() {
      switch run.role {
      case .deleted: old += run.text
      case .inserted: new += run.text
      default:
        let isIsland =
          run.text.count <= 2 && old.count + new.count >= 4 && index < runs.count - 1
          && runs[(index + 1)...].prefix { $0.role != .plain }.reduce(0) { $0 + $1.text.count } >= 4
        if isIsland {
          old += run.text
          new += run.text
        } else {
          close()
          result.append(Array(run.text)[...], .plain)
        }
      }
    }
    close()
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
