import Names
import RawData

/// Removes datelines and the lines that an agency puts below a report.
enum NewsPass {
  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    guard context.kind == .news else { return }
    let lines = bytes.lines().map { bytes.trimmed($0) }
    var end = lines.count
    while end > 0, lines[end - 1].isEmpty || isAgencyLine(bytes, lines[end - 1]) { end -= 1 }
    // The dateline opens the first paragraph: the first or the second line.
    for line in lines[..<end].filter({ !$0.isEmpty }).prefix(2) {
      if let dateline = datelineEnd(bytes, line) {
        edits.remove(line.lowerBound, dateline, rule: .newsLines)
        break
      }
    }
    for line in lines[end...] where !line.isEmpty {
      let start = line.lowerBound > 0 && bytes[line.lowerBound - 1] == 0x0A ? 1 : 0
      edits.remove(line.lowerBound - start, line.upperBound, rule: .newsLines)
    }
  }

  /// Where the text begins after `NAGI, 3 May (Gull Press) - ` or `【ナギ 5月3日 カモメ通信】`.
  private static func datelineEnd(_ bytes: Bytes, _ line: Range<Int>) -> Int? {
    var place = line.lowerBound
    let limit = min(line.upperBound, line.lowerBound + 120)
    if bytes.has("【", at: place) || bytes.has("［", at: place) {
      let close: StaticString = bytes.has("【", at: place) ? "】" : "］"
      var hasDay = false
      while place < limit, !bytes.has(close, at: place) {
        hasDay =
          hasDay || bytes.has("日", at: place) || bytes.has("通信", at: place)
          || bytes.has("共同", at: place) || bytes.has("時事", at: place)
        place += 1
      }
      guard place < limit, hasDay else { return nil }
      return skipSpace(bytes, from: place + 3, to: line.upperBound)
    }
    // A place in capitals, a comma or bracket, then a dash with spaces.
    var capitals = 0
    while place < limit, bytes[place].isASCIIUppercase || " .'-".utf8.contains(bytes[place]) {
      if bytes[place].isASCIIUppercase { capitals += 1 }
      place += 1
    }
    guard capitals >= 3, place < limit, bytes[place] == 0x2C || bytes[place] == 0x28 else {
      return nil
    }
    while place < limit {
      for dash in [" - ", " – ", " — ", " -- "] as [StaticString] where bytes.has(dash, at: place) {
        return skipSpace(bytes, from: place + dash.utf8CodeUnitCount, to: line.upperBound)
      }
      // A dateline has no sentence in it.
      if bytes.has(". ", at: place), place > 0, !bytes[place - 1].isASCIIUppercase,
        !isAbbreviation(bytes, endingAt: place)
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// Short month names may end in a full stop: `NAGI, Nov. 3`.
  private static func isAbbreviation(_ bytes: Bytes, endingAt place: Int) -> Bool {
    var start = place
    while start > 0, bytes[start - 1].isASCIILetter { start -= 1 }
    return place - start <= 4
  }

  private static func skipSpace(_ bytes: Bytes, from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, bytes[place].isASCIISpace || bytes.has("\u{3000}", at: place) {
      place += bytes[place].isASCIISpace ? 1 : 3
    }
    return place
  }

  private static let openings: [StaticString] = [
    "reporting by", "editing by", "additional reporting", "read more:", "©", "(c) ", "copyright",
    "all rights reserved", "source:", "取材：", "取材:", "編集：", "編集:", "写真：", "写真:", "続きはこちら",
    "配信：", "配信:", "https://", "http://", "www.",
  ]

  private static func isAgencyLine(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    guard line.count <= 160 else { return false }
    let start = line.lowerBound
    if openings.contains(where: { bytes.has($0, at: start, ignoringCase: true) }) { return true }
    // The agency's name alone in brackets.
    let isWestern = bytes[start] == 0x28 && bytes[line.upperBound - 1] == 0x29
    let isJapanese = bytes.has("（", at: start) && bytes.has("）", before: line.upperBound)
    return line.count <= 80 && (isWestern || isJapanese)
  }
}
