import Markup
import Names

/// Tokens in a row, each in a box with its text and its id.
///
/// Boxes alternate in color so that their borders are seen; special tokens have a dashed border, a
/// token that has just come to be has a thick one.
public struct TokenStrip: Chart, Equatable {
  /// What stands in a row.
  public enum Item: Sendable, Equatable {
    case token(Token)
    /// A sign between tokens, such as `+`.
    case sign(String)
  }

  /// A box with a text and its id.
  public struct Token: Sendable, Equatable {
    /// As it is to be shown, white space made visible.
    public var text: String
    public var id: Int?
    public var isSpecial = false
    public var isFresh = false

    public init(text: String, id: Int?, isSpecial: Bool = false, isFresh: Bool = false) {
      self.text = text
      self.id = id
      self.isSpecial = isSpecial
      self.isFresh = isFresh
    }

    /// A token as the run recorded it.
    public init(_ piece: TokenPiece, isFresh: Bool = false) {
      self.init(
        text: piece.shown, id: Int(piece.id), isSpecial: piece.isSpecial, isFresh: isFresh)
    }

    var shown: String { TerminalText.safe(text) }
  }

  /// Boxes beside each other.
  public struct Row: Sendable, Equatable {
    /// Above the row; empty for none.
    public var label: String
    public var items: [Item]

    public init(label: String = "", items: [Item]) {
      self.label = label
      self.items = items
    }

    public init(label: String = "", tokens: [TokenPiece]) {
      self.init(label: label, items: tokens.map { .token(Token($0)) })
    }
  }

  public var rows: [Row]
  /// Whether the nth boxes of all rows stand under each other.
  public var isAligned = false

  public init(rows: [Row], isAligned: Bool = false) {
    self.rows = rows
    self.isAligned = isAligned
  }

  /// Columns of the box of an item in the fixed-width font, its margins left out.
  private func columns(_ item: Item) -> Int {
    switch item {
    case .token(let token):
      max(TerminalText.width(of: token.shown), token.id.map { String($0).utf8.count } ?? 0, 1)
    case .sign(let text): TerminalText.width(of: text)
    }
  }

  /// Columns of the nth box of each row.
  private func columns() -> [[Int]] {
    let own = rows.map { $0.items.map(columns) }
    guard isAligned else { return own }
    let count = own.map { $0.count }.max() ?? 0
    let shared = (0..<count).map { index in
      own.compactMap { index < $0.count ? $0[index] : nil }.max() ?? 1
    }
    return own.map { Array(shared.prefix($0.count)) }
  }

  /// Ranges of boxes that fit a line; for aligned rows the same for all of them.
  private func lines(of widths: [Int], room: Int, margin: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0)
    for (index, width) in widths.enumerated() {
      if used > 0 && used + width + margin > room {
        lines.append(start..<index)
        (start, used) = (index, 0)
      }
      used += width + margin
    }
    return start < widths.count ? lines + [start..<widths.count] : lines
  }

  /// Rows and ranges of boxes in the order in which they are drawn.
  private func layout(_ widths: [[Int]], room: Int, margin: Int) -> [(row: Int, range: Range<Int>)]
  {
    let lines = widths.map { self.lines(of: $0, room: room, margin: margin) }
    guard isAligned else {
      return lines.enumerated().flatMap { row, ranges in ranges.map { (row, $0) } }
    }
    return (0..<(lines.map { $0.count }.max() ?? 0)).flatMap { line in
      lines.indices.compactMap { line < lines[$0].count ? ($0, lines[$0][line]) : nil }
    }
  }

  /// The shapes of a drawing, gathered by style so that each token needs few characters.
  private struct Shapes {
    var boxes: [String: [Markup]] = [:]
    var texts: [Markup] = []
    var ids: [Markup] = []
    var others: [Markup] = []

    var content: [Markup] {
      boxes.keys.sorted().map { tag("g", ["class": "box " + $0], boxes[$0] ?? []) }
        + [
          tag("g", ["class": "fixed token-text", "text-anchor": "middle"], texts),
          tag("g", ["class": "small", "text-anchor": "middle"], ids),
        ].filter { !$0.plainText.isEmpty } + others
    }
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let (margin, column) = (10.0, 8.4)
    let widths = columns()
    // Tenths of a column, so that margins count exactly.
    let room = Int(frame.width / column * 10)
    var shapes = Shapes()
    var (y, right) = (0.0, 0.0)
    for (row, range) in layout(widths.map { $0.map { $0 * 10 } }, room: room, margin: 14) {
      if range.lowerBound == 0 || isAligned, !rows[row].label.isEmpty {
        shapes.others.append(SVG.text(0, y + 14, rows[row].label, "small"))
        y += 20
      }
      var x = 0.0
      for index in range {
        let width = Double(widths[row][index]) * column
        switch rows[row].items[index] {
        case .sign(let text):
          shapes.others.append(SVG.text(x + 4 + width / 2, y + 26, text, "sign", anchor: .middle))
          x += width + 8
        case .token(let token):
          add(token, index: index, x: x, y: y, width: width + margin, to: &shapes)
          x += width + margin + 2
        }
      }
      right = max(right, x)
      y += 50
    }
    return Drawing(
      width: max(frame.width, right), height: max(0, y - (isAligned ? 0 : 2)),
      content: shapes.content)
  }

  private func add(
    _ token: Token, index: Int, x: Double, y: Double, width: Double, to shapes: inout Shapes
  ) {
    let style = token.isFresh ? "fresh" : token.isSpecial ? "special" : "token\(index % 2)"
    shapes.boxes[style, default: []].append(
      SVG.rect(x + 1, y + 1, width - 2, token.id == nil ? 26 : 42))
    shapes.texts.append(SVG.text(x + width / 2, y + 18, token.shown))
    if let id = token.id {
      shapes.ids.append(SVG.text(x + width / 2, y + 36, String(id)))
    }
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let widths = columns()
    let isPlain = frame.style == .plain
    let margin = 3
    var lines: [StyledLine] = []
    for (row, range) in layout(widths, room: frame.width, margin: margin) {
      if range.lowerBound == 0 || isAligned, !rows[row].label.isEmpty {
        lines += TerminalText.wrapped(rows[row].label, to: frame.width).map { StyledLine($0, .dim) }
      }
      var (texts, ids) = (StyledLine(), StyledLine())
      for index in range {
        let width = min(widths[row][index], frame.width - margin)
        switch rows[row].items[index] {
        case .sign(let text):
          texts.append(TerminalText.padded(text, to: width) + "  ")
          ids.append(String(repeating: " ", count: width + 2))
        case .token(let token):
          let role: Role = token.isFresh ? .fresh : token.isSpecial ? .special : .token(index)
          let shown = TerminalText.truncated(token.shown, to: width)
          let edges =
            token.isFresh ? ("[", "]") : isPlain ? ("|", "|") : (" ", " ")
          texts.append(edges.0 + TerminalText.padded(shown, to: width) + edges.1, role)
          texts.append(" ")
          ids.append(
            " " + TerminalText.padded(token.id.map { String($0) } ?? "", to: width) + "  ", .dim)
        }
      }
      lines.append(texts)
      if rows[row].items[range].contains(where: { $0.hasID }) { lines.append(ids) }
    }
    return lines
  }
}

extension TokenStrip.Item {
  fileprivate var hasID: Bool {
    if case .token(let token) = self { return token.id != nil }
    return false
  }
}

extension TokenPiece {
  /// Whether it stands for no bytes of a text.
  package var isSpecial: Bool { bytes.isEmpty || (text.hasPrefix("<|") && text.hasSuffix("|>")) }

  /// Its text with white space made visible; special tokens and parts of characters as they are.
  package var shown: String {
    isSpecial || Array(text.utf8) != bytes ? TerminalText.safe(text) : TerminalText.visible(text)
  }
}
