import RawData

/// Cuts a user's long texts into sections, so that even a single file can be split.
public enum DocumentSections {
  /// Sections aimed at for the whole collection.
  static let aim = 128
  static let shortest = 512
  static let longest = 8192

  /// The documents, with long plain texts in sections that end at a paragraph or a line.
  ///
  /// A section is named after its document, with `#` and its number. Its texts together are the
  /// document's, except for the line ends at the cuts. Documents of other kinds stay whole.
  /// - Parameters:
  ///   - groups: the group of each document; sections of a document that is alone in its group get
  ///     groups of their own.
  ///   - byteCount: of all documents together.
  public static func cut(
    _ documents: Spool<CleanDocument>, groups: [Int], byteCount: Int
  ) -> (documents: Spool<CleanDocument>, groups: [Int]) {
    let length = min(max(byteCount / aim, shortest), longest)
    var nextGroup = (groups.max() ?? 0) + 1
    var members = [Int32](repeating: 0, count: nextGroup)
    for group in groups { members[group] += 1 }
    var result = Spool<CleanDocument>()
    var resultGroups: [Int] = []
    for (document, group) in zip(documents, groups) {
      guard document.kind == .userText, document.fields.count == 1,
        document.byteCount > length + length / 2
      else {
        result.append(document)
        resultGroups.append(group)
        continue
      }
      for (number, text) in sections(of: document.fields[0].text, length: length).enumerated() {
        var section = document
        section.id += "#\(number + 1)"
        section.fields[0].text = text
        result.append(section)
        if members[group] > 1 {
          resultGroups.append(group)
        } else {
          resultGroups.append(nextGroup)
          nextGroup += 1
        }
      }
    }
    return (result, resultGroups)
  }

  private static func sections(of text: String, length: Int) -> [String] {
    let bytes = Array(text.utf8)
    var sections: [String] = []
    var start = 0
    while bytes.count - start > length + length / 2 {
      let end = bytes.withUnsafeBufferPointer { cutPlace($0, start, length) }
      var last = end
      while last > start, bytes[last - 1] == 0x0A { last -= 1 }
      if last > start { sections.append(String(decoding: bytes[start..<last], as: UTF8.self)) }
      start = end
    }
    if start < bytes.count { sections.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return sections
  }

  /// After a blank line, a line, a sentence, a word or a character, whichever comes first in this
  /// order within half a length before the aim.
  private static func cutPlace(_ bytes: Bytes, _ start: Int, _ length: Int) -> Int {
    let aim = start + length
    let least = start + length / 2
    func last(_ fits: (Int) -> Bool) -> Int? {
      var end = aim
      while end > least {
        if fits(end) { return end }
        end -= 1
      }
      return nil
    }
    if let end = last({ bytes[$0 - 1] == 0x0A && bytes[$0 - 2] == 0x0A }) { return end }
    if let end = last({ bytes[$0 - 1] == 0x0A }) { return end }
    if let end = last({ bytes.has(". ", before: $0) || bytes.has("。", before: $0) }) { return end }
    if let end = last({ bytes[$0 - 1] == 0x20 }) { return end }
    return last { bytes[$0] & 0xC0 != 0x80 } ?? aim
  }
}
