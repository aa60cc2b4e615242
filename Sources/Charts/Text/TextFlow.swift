/// A stretch of running text with one role.
public struct TextRun: Sendable, Equatable {
  public var text: String
  public var role: Role

  public init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// Breaks running text into lines, for pages and terminals alike, in columns of a fixed-width font.
enum TextFlow {
  struct Piece: Equatable {
    var column: Int
    var text: String
    var role: Role
    var width: Int { TerminalText.width(of: text) }
  }

  struct Line: Equatable {
    var pieces: [Piece] = []
    var width: Int { pieces.last.map { $0.column + $0.width } ?? 0 }

    mutating func append(_ text: String, _ role: Role) {
      if let last = pieces.last, last.role == role {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append(Piece(column: width, text: text, role: role))
      }
    }
  }

  private typealias Word = [(character: Character, role: Role)]

  /// Lines of at most `columns` columns.
  ///
  /// A line break in the text begins a new line; where it was deleted or inserted, or is marked, `↵`
  /// shows it first, as `␣` shows a space there.
  static func lines(_ runs: [TextRun], columns: Int) -> [Line] {
    precondition(columns >= 2, "no wide character fits \(columns) columns")
    var lines: [Line] = [Line()]
    var used = 0
    func put(_ word: Word) {
      var width = word.reduce(0) { $0 + TerminalText.width(of: $1.character) }
      if word.last?.character == " " { width -= 1 }
      if used + width > columns && used > 0 {
        lines.append(Line())
        used = 0
      }
      for (character, role) in word {
        let next = TerminalText.width(of: character)
        if used + next > columns {
          if character == " " { continue }
          lines.append(Line())
          used = 0
        }
        lines[lines.count - 1].append(String(character), role)
        used += next
      }
    }
    var word: Word = []
    for run in runs {
      for character in TerminalText.safe(run.text) {
        if character == "\n" {
          if run.role.showsSpace { word.append(("↵", run.role)) }
          put(word)
          word = []
          lines.append(Line())
          used = 0
          continue
        }
        let isSpace = character == " "
        let shown: Character = isSpace && run.role.showsSpace ? "␣" : character
        let isWide = TerminalText.width(of: character) == 2
        if let last = word.last, !isSpace, !closing.contains(character),
          isWide || last.character == " " || last.character == "␣"
            || TerminalText.width(of: last.character) == 2
        {
          put(word)
          word = []
        }
        word.append((shown, run.role))
      }
    }
    put(word)
    return lines
  }

  /// Characters that begin no line.
  /// - SeeAlso: W3C, Requirements for Japanese Text Layout, section 3.1.7.
  private static let closing: Set<Character> = [
    "。", "、", "，", "．", "」", "』", "）", "】", "〕", "》", "！", "？", "：", "；", "ー", "々", "っ", "ゃ", "ゅ",
    "ょ", "ッ", "ャ", "ュ", "ョ", "…", ".", ",", "!", "?", ")", "]", "}", ";", ":", "”", "’",
  ]
}

extension Role {
  /// Whether white space in it has to be seen.
  var showsSpace: Bool {
    switch self {
    case .deleted, .inserted, .mark: true
    default: false
    }
  }
}
