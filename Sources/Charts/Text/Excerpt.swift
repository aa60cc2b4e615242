/// Shortens long passages so that what matters in them stays in sight.
package enum Excerpt {
  /// Leaves out the middle of long stretches, then everything behind about `limit` characters. No word is
  /// cut in two.
  ///
  /// - Parameters:
  ///   - keep: characters kept at most at each end of a stretch that is shortened.
  ///   - note: words for what was left out, by the count of characters.
  package static func of(
    _ runs: [TextRun], keeping keep: Int, upTo limit: Int, note: (Int) -> String
  ) -> [TextRun] {
    var result: [TextRun] = []
    var used = 0
    for (index, run) in runs.enumerated() {
      if used > limit {
        let left = runs[index...].reduce(0) { $0 + $1.text.count }
        result.append(TextRun(note(left), .dim))
        break
      }
      let characters = Array(run.text)
      let isLast = index == runs.count - 1
      let (head, tail) = (index == 0 && !isLast ? keep / 2 : keep, isLast && index > 0 ? 0 : keep)
      if characters.count > head + tail + 40 && !(runs.count == 1 && characters.count <= limit) {
        let kept = Words.cut(characters, first: runs.count == 1 ? limit : head)
        let end = runs.count == 1 ? 0 : Words.cut(characters.reversed(), first: tail)
        result.append(TextRun(String(characters.prefix(kept)), run.role))
        result.append(TextRun(note(characters.count - kept - end), .dim))
        result.append(TextRun(String(characters.suffix(end)), run.role))
        used += kept + end
      } else {
        result.append(run)
        used += characters.count
      }
    }
    return result.filter { !$0.text.isEmpty }
  }
}
