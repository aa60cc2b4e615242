/// A stretch of running text with one role.
public struct TextRun: Sendable, Equatable {
  public var text: String
  public var role: Role

  public init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// Breaks running text into lines, for pages and terminals alike.
enum TextFlow {
  struct Piece: Equatable {
    var text: String
    var role: Role
  }

  struct Line: Equatable {
    var pieces: [Piece] = []

    mutating func append(_ text: String, _ role: Role) {
      if let last = pieces.last, last.role == role {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append(Piece(text: text, role: role))
      }
    }
  }

  private typealias Word = [(character: Character, role: Role)]

  /// Lines of at most `columns` columns of a terminal.
  static func lines(_ runs: [TextRun], columns: Int) -> [Line] {
    lines(runs, room: Double(columns)) { Double(TerminalText.width(of: $0)) }
  }

  /// Lines that take at most `room`, as `width` measures characters.
  ///
  /// A line break in the text begins a new line; where it was deleted or inserted, or is marked, `↵`
  /// shows it first, as `␣` shows a space there. Closing marks begin no line and opening ones end none.
  static func lines(
    _ runs: [TextRun], room: Double, width: (Character) -> Double
  ) -> [Line] {
    precondition(room >= width("あ"), "no wide character fits a room of \(room)")
    var lines: [Line] = [Line()]
    var used = 0.0
    func put(_ word: Word) {
      var extent = word.reduce(0.0) { $0 + width($1.character) }
      if word.last?.character == " " { extent -= width(" ") }
      if used + extent > room && used > 0 {
        lines.append(Line())
        used = 0
      }
      for (character, role) in word {
        let next = width(character)
        if used + next > room {
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
          !opening.contains(last.character),
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
    "。", "、", "，", "．", "」", "』", "）", "】", "〕", "》", "〉", "］", "｝", "！", "？", "：", "；", "・", "～",
    "〜", "ー", "々", "ゝ", "ゞ", "ヽ", "ヾ", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ",
    "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ", "…", ".", ",", "!", "?", ")", "]", "}", ";",
    ":", "”", "’", "›", "»", "％", "%", "℃",
  ]

  /// Characters that end no line.
  /// - SeeAlso: the same, section 3.1.8.
  private static let opening: Set<Character> = [
    "「", "『", "（", "【", "〔", "《", "〈", "［", "｛", "“", "‘", "‹", "«", "(", "[", "{",
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
