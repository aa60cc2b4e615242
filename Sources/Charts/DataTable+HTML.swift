import Markup

extension DataTable {
  /// The table for a page. Where its columns would not fit, each row is a paragraph: the first cell is
  /// its name, and each of the others stands behind the title of its column.
  /// - Parameters:
  ///   - signs: by row, a sign to stand before the first cell and the style of the sign; empty or
  ///     shorter than the rows where there is none.
  ///   - notable: rows to tell apart from the others.
  func markup(signs: [(sign: String, style: String)?] = [], notable: Set<Int> = []) -> Markup {
    let stacking = Stacking(least: leastWidth + (signs.contains { $0 != nil } ? 18 : 0))
    let style = stacking.map { "figure-table " + $0.rawValue } ?? "figure-table"
    return tag("table", ["class": style]) {
      tag("thead") {
        tag("tr") {
          for column in columns {
            tag(
              "th", ["scope": "col", "class": column.isNumber ? "number" : nil],
              Self.breakable(column.title))
          }
        }
      }
      tag("tbody") {
        for (index, row) in rows.enumerated() {
          tag("tr", ["class": notable.contains(index) ? "notable" : nil]) {
            for (place, cell) in row.enumerated() {
              let title = columns[place].title
              tag(
                "td",
                [
                  "class": columns[place].isNumber ? "number" : nil,
                  "data-title": stacking == nil || title.isEmpty ? nil : title,
                ]
              ) {
                if place == 0, index < signs.count, let mark = signs[index] {
                  tag("span", ["class": mark.style], mark.sign + " ")
                }
                Markup.fragment(Self.breakable(TerminalText.safe(cell)))
              }
            }
          }
        }
      }
    }
  }

  /// Below which width of the figure rows become paragraphs; the values are classes of the style sheet.
  private enum Stacking: String {
    case narrow = "figure-stacks-narrow"
    case middle = "figure-stacks-middle"
    case always = "figure-stacks"

    /// Nil for a table that fits a telephone.
    init?(least: Double) {
      if least <= Figure.narrowWidth { return nil }
      self = least <= 640 ? .narrow : least <= 830 ? .middle : .always
    }
  }

  /// What the columns need side by side, in CSS pixels, when words are broken only where they may be.
  private var leastWidth: Double {
    columns.indices.reduce(0) { sum, column in
      let words = rows.flatMap { row in
        columns[column].isNumber ? [row[column]] : Self.words(row[column])
      }
      let widest =
        (Self.words(columns[column].title) + words)
        .map(Self.room(for:)).max() ?? 0
      return sum + max(36, widest) + 13
    }
  }

  /// Room for a word at the size of a table's letters; the sign for broken characters is as wide as kanji.
  private static func room(for word: String) -> Double {
    let broken = word.reduce(0) { $1 == "\u{FFFD}" ? $0 + 1 : $0 }
    return SVG.width(of: word, size: 14.5) + Double(broken) * 0.4 * 14.5
  }

  /// Stretches of a text that stay on one line: of Japanese a phrase, which is rarely longer than eight
  /// characters.
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").flatMap { word in
      scripts(word).flatMap { run in
        isWide(run.first) ? [String(run.prefix(8))] : pieces(String(run))
      }
    }
  }

  private static func isWide(_ character: Character?) -> Bool {
    character.map { TerminalText.width(of: $0) == 2 } ?? false
  }

  /// A word cut where Japanese and other letters meet; a line may end there anyway.
  private static func scripts(_ word: Substring) -> [Substring] {
    var runs: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      let wide = isWide(rest.first)
      let run = rest.prefix { isWide($0) == wide }
      runs.append(run)
      rest = rest.dropFirst(run.count)
    }
    return runs
  }

  /// A word in pieces after which a line may end if the word does not fit. Japanese has none but in katakana
  /// without end: a browser knows where its phrases end, and a mark might end a line before ー.
  private static func breaks(of word: Substring) -> [String] {
    scripts(word).reduce(into: [""]) { result, run in
      let cut = isWide(run.first) ? katakana(run) : pieces(String(run))
      result[result.count - 1] += cut[0]
      result += cut.dropFirst()
    }
  }

  /// Japanese, cut where more katakana follow each other than any word has: a model that babbles writes so.
  private static func katakana(_ run: Substring) -> [String] {
    var pieces = [""]
    var count = 0
    for character in run {
      let isKatakana = (0x30A1...0x30FC).contains(character.unicodeScalars.first?.value ?? 0)
      count = isKatakana ? count + 1 : 0
      if count > 16, !"ァィゥェォッャュョー".contains(character) {
        pieces.append("")
        count = 1
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  /// A text with places where a long word may be broken, behind `.`, `_`, `/`, `·` or a dozen letters.
  private static func breakable(_ text: String) -> [Markup] {
    var result: [Markup] = []
    var run = ""
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { run += " " }
      let pieces = breaks(of: word)
      for (place, piece) in pieces.enumerated() {
        run += piece
        guard place < pieces.count - 1 else { continue }
        result += [.text(run), tag("wbr")]
        run = ""
      }
    }
    return result + [.text(run)]
  }

  private static func pieces(_ word: String) -> [String] {
    guard TerminalText.width(of: word) > 14 else { return [word] }
    var pieces = [""]
    for character in word {
      let last = pieces[pieces.count - 1]
      let end = last.last ?? " "
      // Never within a number.
      let mayEnd = "._/-[·".contains(end) && !(end == "." && character.isNumber)
      if last.count >= 12 || last.count >= 4 && mayEnd {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
    }
    // A rest of one or two letters would look lost on a line of its own.
    if pieces.count > 1, let rest = pieces.last, rest.count < 3 {
      pieces.removeLast()
      pieces[pieces.count - 1] += rest
    }
    return pieces
  }
}
