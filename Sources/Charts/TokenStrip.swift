import Markup
import Names

/// Tokens in a row, each in a box with its text and its id.
///
/// Boxes alternate in color so that their borders are seen; special tokens have a dashed border, a
/// token that has just come to be has a thick one. Where rows are aligned they are compared: a token has
/// the same color wherever it stands, and a line stands where a text ends.
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
    /// Columns of the boxes from which it was made, so that it takes their place; empty where it has its own width.
    public var covered: [Int] = []
    /// Whether it stays on the line of the token before it, where there is room.
    public var isJoined = false

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

    /// Columns of its box in the fixed-width font, its margins left out.
    public var columns: Int {
      max(TerminalText.width(of: shown), id.map { String($0).utf8.count } ?? 0, 1)
    }
  }

  /// Boxes beside each other.
  public struct Row: Sendable, Equatable {
    /// Above the row, or beside it where rows are aligned; empty for none.
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
  /// The token behind which a line stands.
  public var end: End?

  /// A token that ends a text, and what the line behind it says.
  public struct End: Sendable, Equatable {
    public var id: Int
    public var label: String

    public init(id: Int, label: String) {
      self.id = id
      self.label = label
    }
  }

  public init(rows: [Row], isAligned: Bool = false, end: End? = nil) {
    self.rows = rows
    self.isAligned = isAligned
    self.end = end
  }

  /// Columns of the box of an item, `gap` between two boxes that it covers.
  private func columns(_ item: Item, gap: Double) -> Double {
    switch item {
    case .token(let token):
      max(
        Double(token.columns),
        Double(token.covered.reduce(0, +)) + gap * Double(max(0, token.covered.count - 1)))
    case .sign(let text): Double(TerminalText.width(of: text))
    }
  }

  /// Columns of the nth box of each row.
  func columns(atMost room: Double, gap: Double) -> [[Double]] {
    let own = rows.map { $0.items.map { min(room, columns($0, gap: gap)) } }
    guard isAligned else { return own }
    let count = own.map { $0.count }.max() ?? 0
    let shared = (0..<count).map { index in
      own.compactMap { index < $0.count ? $0[index] : nil }.max() ?? 1
    }
    return own.map { Array(shared.prefix($0.count)) }
  }

  /// Ranges of boxes that fit a line; for aligned rows the same for all of them.
  private func lines(
    of widths: [Double], _ items: [Item], room: Double, margin: Double
  ) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0.0)
    for (index, width) in widths.enumerated() {
      // What stays together goes to the next line together, if a line can hold it.
      let joined = items[(index + 1)...].prefix { $0.isJoined }.count
      let group = widths[index...(index + joined)].reduce(0) { $0 + $1 + margin }
      let leaves = !items[index].isJoined && group <= room && used + group > room
      if used > 0 && (leaves || used + width + margin > room) {
        lines.append(start..<index)
        (start, used) = (index, 0)
      }
      used += width + margin
    }
    return start < widths.count ? lines + [start..<widths.count] : lines
  }

  /// Rows and ranges of boxes in the order in which they are drawn.
  func layout(
    _ widths: [[Double]], room: Double, margin: Double
  ) -> [(row: Int, range: Range<Int>)] {
    let lines = zip(widths, rows).map {
      self.lines(of: $0, $1.items, room: room, margin: margin)
    }
    guard isAligned else {
      return lines.enumerated().flatMap { row, ranges in ranges.map { (row, $0) } }
    }
    return (0..<(lines.map { $0.count }.max() ?? 0)).flatMap { line in
      lines.indices.compactMap { line < lines[$0].count ? ($0, lines[$0][line]) : nil }
    }
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let isPlain = !frame.style.paintsCells
    let margin = 3
    let widths = columns(atMost: Double(frame.width), gap: Double(margin))
    var lines: [StyledLine] = []
    for (row, range) in layout(widths, room: Double(frame.width), margin: Double(margin)) {
      if range.lowerBound == 0 || isAligned, !rows[row].label.isEmpty {
        lines += TerminalText.wrapped(rows[row].label, to: frame.width).map { StyledLine($0, .dim) }
      }
      var (texts, ids) = (StyledLine(), StyledLine())
      for index in range {
        let width = min(Int(widths[row][index]), frame.width - margin)
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
  fileprivate var isJoined: Bool {
    if case .token(let token) = self { return token.isJoined }
    return false
  }

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
