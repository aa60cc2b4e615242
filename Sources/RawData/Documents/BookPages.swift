import Names
import Numerics

/// Sets a chapter as a scanned book shows it: hard wraps, hyphenation, page numbers, running heads.
struct BookPages {
  let language: Language

  private var habits: Habits { .of(language) }

  /// A place in the set text where a page may end: after a line, inside a paragraph or not.
  private struct Line {
    var pieces: [Passage.Fragment] = []
    var width = 0
  }

  func render(_ passages: [Passage], _ random: inout RandomGenerator) -> FieldBuilder {
    var page = FieldBuilder()
    let head = habits.bookTitle
    var number = 8 + random.below(200)
    page.boilerplate(head)
    page.write("\n\n")
    var linesOnPage = 0
    let linesPerPage = 9 + random.below(5)
    for (index, passage) in passages.enumerated() {
      if index > 0 { page.write("\n\n") }
      let lines = index == 0 ? [Line(pieces: heading(passage))] : wrap(passage, &random)
      for (lineIndex, line) in lines.enumerated() {
        let isLast = lineIndex == lines.count - 1
        if lineIndex > 0 { page.write("\n") }
        for piece in line.pieces {
          switch piece {
          case .plain(let text): page.write(text)
          case .noise(let kind, let noisy, let clean, let guise):
            page.write(kind, noisy, clean: clean, guise: guise)
          }
        }
        linesOnPage += 1
        // A reader can only tell that a paragraph goes on when its line does not end a sentence.
        if linesOnPage >= linesPerPage, !isLast, !endsSentence(line) {
          page.write("\n\n")
          page.boilerplate(furniture(number, head, &random))
          page.write("\n")
          if random.below(2) == 0 { page.write("\n") }
          number += 1
          linesOnPage = 0
        }
      }
    }
    page.write("\n\n")
    page.boilerplate(habits.pageFeet(number)[0])
    page.write("\n")
    return page
  }

  private func heading(_ passage: Passage) -> [Passage.Fragment] {
    let gap = habits.headingGap
    guard gap != " " else { return passage.fragments }
    return passage.fragments.map { fragment in
      if case .plain(let text) = fragment {
        return .plain(text.split(separator: " ").joined(separator: gap))
      }
      return fragment
    }
  }

  /// Whether the clean text of a line ends a sentence: a garbled full stop is one again after
  /// cleaning.
  private func endsSentence(_ line: Line) -> Bool {
    let text = line.pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .noise(_, _, let clean, _): clean
      }
    }.joined()
    guard let last = text.unicodeScalars.last else { return true }
    return ".!?。！？」\"'”’".unicodeScalars.contains(last)
  }

  private func furniture(
    _ number: Int, _ head: String, _ random: inout RandomGenerator
  ) -> String {
    let forms = habits.pageFeet(number)
    let foot = forms[random.below(forms.count)]
    switch random.below(3) {
    case 0: return "\(foot)\n\(head)"
    case 1: return "\(head)\(habits.titleGap)\(number)"
    default: return foot
    }
  }

  private func wrap(_ passage: Passage, _ random: inout RandomGenerator) -> [Line] {
    language.writing.separatesWords ? wrapWords(passage, &random) : wrapScalars(passage)
  }

  /// Lines of at most about 60 letters; a long word at the edge may be hyphenated.
  private func wrapWords(_ passage: Passage, _ random: inout RandomGenerator) -> [Line] {
    let limit = 60
    var lines = [Line()]
    func add(_ fragment: Passage.Fragment, _ width: Int) {
      lines[lines.count - 1].pieces.append(fragment)
      lines[lines.count - 1].width += width
    }
    for fragment in passage.fragments {
      guard case .plain(let text) = fragment else {
        if case .noise(_, let noisy, _, _) = fragment { add(fragment, noisy.count) }
        continue
      }
      // A piece that touches noise keeps its edge as it is: only blanks between words are broken.
      let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      for (index, word) in words.enumerated() {
        if index > 0 {
          let room = limit - lines[lines.count - 1].width - 1
          let isFree = index < words.count - 1 || passage.fragments.last == fragment
          if word.isEmpty || word.count <= room || !isFree {
            add(.plain(" "), 1)
          } else if let cut = hyphenation(word, room), random.below(8) > 0 {
            add(.plain(" "), 1)
            let first = String(word.prefix(cut))
            let second = String(word.dropFirst(cut))
            add(.noise(.lineBreaks, noisy: "\(first)-\n\(second)", clean: word), 0)
            // The second half already stands on the next line.
            lines[lines.count - 1].width = second.count
            continue
          } else {
            lines.append(Line())
          }
        }
        if !word.isEmpty { add(.plain(word), word.count) }
      }
    }
    return lines
  }

  /// Where a word of small letters may be cut so that its head and the hyphen still fit: before a
  /// consonant that a vowel follows, as in `col-lecting`.
  private func hyphenation(_ word: String, _ room: Int) -> Int? {
    let letters = Array(word.utf8.prefix { (97...122).contains($0) })
    let isVowel = { (byte: UInt8) in "aeiouy".utf8.contains(byte) }
    guard letters.count >= 5, room >= 3 else { return nil }
    return (2...min(letters.count - 2, max(2, room - 1))).last { cut in
      cut < room && !isVowel(letters[cut]) && isVowel(letters[cut + 1])
        && letters[..<cut].contains(where: isVowel)
    }
  }

  /// Lines of about 26 characters; a line never begins with punctuation.
  private func wrapScalars(_ passage: Passage) -> [Line] {
    let limit = 26
    var lines = [Line(pieces: [.plain("\u{3000}")], width: 1)]
    for fragment in passage.fragments {
      guard case .plain(let text) = fragment else {
        lines[lines.count - 1].pieces.append(fragment)
        if case .noise(_, let noisy, _, _) = fragment {
          lines[lines.count - 1].width += noisy.unicodeScalars.count
        }
        continue
      }
      for scalar in text.unicodeScalars {
        let mayBegin = !"、。！？」ーっゃゅょッャュョィェ".unicodeScalars.contains(scalar)
        let isWide = scalar.value >= 0x3000
        if lines[lines.count - 1].width >= limit, mayBegin, isWide { lines.append(Line()) }
        lines[lines.count - 1].pieces.append(.plain(String(scalar)))
        lines[lines.count - 1].width += 1
      }
    }
    return lines
  }
}
