import Charts
import Figures
import Markdown

/// Running text with a look for each stretch, before it is broken into lines.
struct StyledText {
  private(set) var spans: [StyledLine.Span] = []

  static let code = Look(foreground: 37)
  static let link = Look(foreground: 37, isUnderlined: true)

  init(_ pieces: [Inline], look: Look = Look()) { append(pieces, look) }

  init(_ text: String, look: Look = Look()) { spans = [StyledLine.Span(text, look)] }

  private mutating func append(_ pieces: [Inline], _ look: Look) {
    for piece in pieces {
      switch piece {
      case .text(let text): spans.append(StyledLine.Span(text, look))
      case .value, .choice: spans.append(StyledLine.Span(piece.plainText, look))
      case .strong(let inner):
        var strong = look
        strong.isBold = true
        append(inner, strong)
      case .emphasis(let inner):
        var emphasis = look
        emphasis.isUnderlined = true
        append(inner, emphasis)
      case .code(let inner): append(inner, Self.code)
      case .link(let inner, let destination, _):
        append(inner, Self.link)
        if destination.hasPrefix("https://") {
          spans.append(StyledLine.Span(" <\(destination)>", look))
        }
      }
    }
  }

  /// Lines of at most `width` columns.
  ///
  /// The text is broken as a whole; then every character takes back the look that it had.
  func wrapped(to width: Int) -> [StyledLine] {
    var characters: [(Character, Look)] = []
    for span in spans { characters += TerminalText.safe(span.text).map { ($0, span.look) } }
    var rest = characters[...]
    return TerminalText.wrapped(String(characters.map(\.0)), to: max(2, width)).map { text in
      var line = StyledLine()
      var stretch = ""
      var look = Look()
      for character in text {
        while let next = rest.first, next.0 != character { rest.removeFirst() }
        guard let (_, its) = rest.popFirst() else { break }
        if its != look {
          line.append(stretch, look: look)
          (stretch, look) = ("", its)
        }
        stretch.append(character)
      }
      line.append(stretch, look: look)
      return line
    }
  }
}

extension StyledLine {
  /// The line with something before it.
  func indented(_ prefix: String, look: Look = Look()) -> StyledLine {
    var line = StyledLine()
    line.append(prefix, look: look)
    line.append(self)
    return line
  }
}
