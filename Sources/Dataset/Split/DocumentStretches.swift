import Names
import RawData

/// Keeps what belongs together on one side of the split, and divides a reader's long texts only where
/// there are too few of them to deal whole ones.
///
/// The parts in which a very long file was collected share a group. If the two smallest groups hold so
/// much of all text that validation and test would take it from the training, each long plain text is
/// divided into three stretches: most of it for the training, and two at its end, with a gap before
/// each, so that no sentence stands half in one part and half in another.
public enum DocumentStretches {
  public struct Result: Sendable {
    public var documents: Spool<CleanDocument>
    /// The group of each, which stays in one part.
    public var groups: [Int]
    /// Texts that were divided, of whom stretches may lie in different parts.
    public var divided: Int
    /// Bytes of the gaps, which no part gets.
    public var gapBytes: Int
  }

  /// Of all bytes, what validation and test may take at most in whole documents.
  static let mostForExams = 0.2
  /// Of a divided text, what each of the two stretches at its end takes, and how long it is at least
  /// (if that is no more than a tenth) and at most.
  static let share = 0.05
  static let shortest = 512
  static let longest = 240_000
  /// Shorter texts are not divided.
  static let shortestText = 1_024

  /// - Parameter groups: the group of each document.
  public static func cut(_ documents: Spool<CleanDocument>, groups: [Int]) -> Result {
    let families = Families(documents, groups)
    let kept = Result(documents: documents, groups: families.groups, divided: 0, gapBytes: 0)
    let sizes = families.sizes.values.sorted()
    let total = sizes.reduce(0, +)
    let isEnough =
      sizes.count >= SplitPlan.fewestGroups
      && Double(sizes[0] + sizes[1]) <= mostForExams * Double(total)
    if isEnough { return kept }
    var result = Result(documents: Spool(), groups: [], divided: 0, gapBytes: 0)
    var nextGroup = (families.groups.max() ?? 0) + 1
    var place = 0
    while place < documents.count {
      let family = families.next(from: place, documents)
      let length = families.byteCounts[family].reduce(0, +)
      if families.canBeDivided(family), length >= shortestText {
        divide(family, of: documents, length, firstGroup: nextGroup, into: &result)
        nextGroup += 3
      } else {
        for index in family {
          result.documents.append(documents[index])
          result.groups.append(families.groups[index])
        }
      }
      place = family.upperBound
    }
    return result.divided > 0 ? result : kept
  }

  /// Takes the texts of one file in a row, whose stretches get three groups.
  private static func divide(
    _ family: Range<Int>, of documents: Spool<CleanDocument>, _ length: Int, firstGroup: Int,
    into result: inout Result
  ) {
    let stretch = min(max(Int(Double(length) * share), min(shortest, length / 10)), longest)
    let gap = max(stretch / 8, 32)
    // Where the two stretches at the end begin, counted in the bytes of all texts in a row.
    let starts = [length - 2 * stretch - gap, length - stretch]
    var start = 0
    for index in family {
      let text = documents[index]
      let bytes = Array(text.fields[0].text.utf8)
      var pieces: [(range: Range<Int>, group: Int)] = [
        (0..<bytes.count, starts.count { $0 <= start })
      ]
      for (number, aim) in starts.enumerated() where aim > start && aim < start + bytes.count {
        let last = pieces.removeLast()
        let (end, next) = bytes.withUnsafeBufferPointer {
          gapPlace($0, last.range.lowerBound, aim - start, gap)
        }
        result.gapBytes += next - end
        pieces.append((last.range.lowerBound..<end, last.group))
        pieces.append((next..<bytes.count, number + 1))
      }
      for (number, piece) in pieces.enumerated() where !piece.range.isEmpty {
        var document = text
        if pieces.count > 1 { document.id += "#\(number + 1)" }
        document.fields[0].text = String(decoding: bytes[piece.range], as: UTF8.self)
        result.documents.append(document)
        result.groups.append(firstGroup + piece.group)
      }
      start += bytes.count
    }
    result.divided += 1
  }

  /// Where a stretch ends before a gap, and where the next one begins: at the end of a sentence, a line
  /// or a word.
  private static func gapPlace(
    _ bytes: Bytes, _ lowest: Int, _ start: Int, _ gap: Int
  ) -> (end: Int, next: Int) {
    var next = boundary(bytes, start, least: max(lowest + 1, start - 512))
    while next < bytes.count - 1, bytes[next] == 0x0A || bytes[next] == 0x20 { next += 1 }
    let end = boundary(bytes, max(lowest, next - gap), least: max(lowest, next - gap - 512))
    return (trimmed(bytes, end, lowest), next)
  }

  private static func boundary(_ bytes: Bytes, _ aim: Int, least: Int) -> Int {
    func last(_ fits: (Int) -> Bool) -> Int? {
      var end = aim
      while end > least, end > 0 {
        if fits(end) { return end }
        end -= 1
      }
      return nil
    }
    return last { bytes[$0 - 1] == 0x0A }
      ?? last { bytes.has(". ", before: $0) || bytes.has("。", before: $0) }
      ?? last { bytes[$0 - 1] == 0x20 }
      ?? last { $0 < bytes.count && bytes[$0] & 0xC0 != 0x80 } ?? least
  }

  /// Without white space at the end.
  private static func trimmed(_ bytes: Bytes, _ end: Int, _ lowest: Int) -> Int {
    var end = end
    while end > lowest, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }
}

/// Documents of one file that was collected in parts.
struct Families {
  private(set) var groups: [Int]
  /// Bytes of each group.
  private(set) var sizes: [Int: Int] = [:]
  /// Bytes of each document.
  private(set) var byteCounts: [Int] = []
  /// The families in each group.
  private var members: [Int: Int] = [:]
  /// Whether each document is a text of the reader's own, of one field.
  private var isPlain: [Bool] = []

  init(_ documents: Spool<CleanDocument>, _ groups: [Int]) {
    var sets = DisjointSets(count: (groups.max() ?? -1) + 1)
    var last: (name: Substring, group: Int)?
    var starts: [Int] = []
    for (index, document) in documents.enumerated() {
      let name = Self.file(document)
      if let name, let last, last.name == name {
        sets.unite(last.group, groups[index])
      } else {
        starts.append(index)
      }
      last = name.map { ($0, groups[index]) }
      byteCounts.append(document.byteCount)
      isPlain.append(document.kind == .userText && document.fields.count == 1)
    }
    self.groups = groups.map { sets.root($0) }
    for start in starts { members[self.groups[start], default: 0] += 1 }
    for (group, size) in zip(self.groups, byteCounts) { sizes[group, default: 0] += size }
  }

  /// The name of the plain text of which a document is a part; nil for a record of a table and for what
  /// was collected whole.
  static func file(_ document: CleanDocument) -> Substring? {
    guard document.kind == .userText, let mark = document.id.lastIndex(of: "#") else { return nil }
    let name = document.id[..<mark]
    let isTable = [".json", ".jsonl", ".csv"].contains { name.lowercased().hasSuffix($0) }
    return isTable ? nil : name
  }

  /// The places of the documents of one file, from its first on.
  func next(from place: Int, _ documents: Spool<CleanDocument>) -> Range<Int> {
    guard let name = Self.file(documents[place]) else { return place..<place + 1 }
    var end = place + 1
    while end < documents.count, Self.file(documents[end]) == name { end += 1 }
    return place..<end
  }

  /// A reader's own text that no other resembles.
  func canBeDivided(_ family: Range<Int>) -> Bool {
    members[groups[family.lowerBound]] == 1 && family.allSatisfy { isPlain[$0] }
  }
}
