import Markup

/// Passages of text with stretches marked: noise, changes, what was given and what was written.
///
/// Marks differ by color and by a sign: deletions are struck through, insertions underlined, other
/// marks carry the number of their line in the legend.
public struct RunningText: Chart, Equatable {
  /// A stretch of text under its label.
  public struct Passage: Sendable, Equatable {
    /// Above the passage; empty for none.
    public var label: String
    public var runs: [TextRun]
    /// Below the passage, smaller; empty for none.
    public var note: String

    public init(_ label: String, _ runs: [TextRun], note: String = "") {
      self.label = label
      self.runs = runs
      self.note = note
    }
  }

  public var passages: [Passage]
  /// What the roles mean, in the order in which they are listed.
  public var legend: [Key]

  /// What one look of the text means.
  public struct Key: Sendable, Equatable {
    public var role: Role
    public var label: String

    public init(_ role: Role, _ label: String) {
      self.role = role
      self.label = label
    }
  }

  public init(_ passages: [Passage], legend: [Key] = []) {
    self.passages = passages
    self.legend = legend
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let legend = Legend(
      keys: self.legend.map { key in
        Legend.Key(label: key.label) { x, y in
          Self.piece(key.role.sample, key.role, x: x, y: y + 12, isFirst: true)
        }
      }
    ).drawing(width: frame.width)
    var content = legend.content
    var y = legend.height + (legend.height > 0 ? 6 : 0)
    for passage in passages {
      if !passage.label.isEmpty {
        // Bold letters are wider.
        for line in SVG.wrapped(passage.label, to: frame.width / 1.15) {
          content.append(SVG.text(0, y + 14, line, "small strong"))
          y += 18
        }
        y += 2
      }
      let lines = TextFlow.lines(
        Self.numbered(passage.runs), room: frame.width - 20, width: SVG.fixedWidth)
      let height = Double(lines.count) * SVG.lineHeight + 12
      content.append(SVG.rect(0.5, y + 0.5, frame.width - 1, height - 1, "paper", radius: 4))
      var open: Role?
      for (index, line) in lines.enumerated() {
        let base = y + 21 + Double(index) * SVG.lineHeight
        var x = 10.0
        for piece in line.pieces {
          content += Self.piece(piece.text, piece.role, x: x, y: base, isFirst: piece.role != open)
          x += SVG.fixedWidth(of: piece.text)
          open = piece.role
        }
      }
      y += height
      if !passage.note.isEmpty {
        for line in SVG.wrapped(passage.note, to: frame.width) {
          content.append(SVG.text(0, y + 16, line, "small"))
          y += 17
        }
        y += 4
      }
      y += 10
    }
    return Drawing(width: frame.width, height: max(0, y - 8), content: content)
  }

  /// The runs with the number of its kind, raised, before each mark.
  private static func numbered(_ runs: [TextRun]) -> [TextRun] {
    let digits = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return runs.map { run in
      guard case .mark(let index) = run.role, index < digits.count else { return run }
      return TextRun(digits[index] + run.text, run.role)
    }
  }

  private static func piece(
    _ text: String, _ role: Role, x: Double, y: Double, isFirst: Bool
  ) -> [Markup] {
    let width = SVG.fixedWidth(of: text)
    var content: [Markup] = []
    if role.hasBox { content.append(SVG.rect(x, y - 15, width, 19, "box " + role.name)) }
    content.append(SVG.fixedText(x, y, text, role == .plain ? nil : "in-" + role.name))
    if case .mark(let index) = role, isFirst {
      content.append(
        SVG.path("M\(SVG.point(x, y + 4))v-19", "edge in-mark\(index % Role.markCount)"))
    }
    if role == .deleted { content.append(SVG.line(x, y - 4, x + width, y - 4, "strike")) }
    if role == .inserted { content.append(SVG.line(x, y + 3, x + width, y + 3, "underline")) }
    return content
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let isPlain = !frame.style.paintsCells
    var lines = Legend.terminal(
      legend.map { key in
        let edges = isPlain ? key.role.edges : ("", "")
        let sample = isPlain && key.role.isMark ? "" : key.role.sample
        return (edges.0 + sample + edges.1, key.label, key.role)
      }, width: frame.width)
    for passage in passages {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += TerminalText.wrapped(passage.label, to: frame.width).filter { !$0.isEmpty }.map {
        StyledLine($0, .strong)
      }
      let runs =
        isPlain
        ? passage.runs.map { TextRun($0.role.edges.0 + $0.text + $0.role.edges.1, $0.role) }
        : Self.numbered(passage.runs)
      for flowed in TextFlow.lines(runs, columns: frame.width - 2) {
        var line = StyledLine("│ ", .dim)
        for piece in flowed.pieces { line.append(piece.text, piece.role) }
        lines.append(line)
      }
      lines += TerminalText.wrapped(passage.note, to: frame.width).filter { !$0.isEmpty }.map {
        StyledLine($0, .dim)
      }
    }
    return lines
  }
}

extension Role {
  /// Whether it is drawn as a colored box behind the text.
  var hasBox: Bool {
    switch self {
    case .deleted, .inserted, .mark, .written: true
    default: false
    }
  }

  /// What surrounds a stretch of it where there is no color.
  var edges: (String, String) {
    switch self {
    case .deleted: ("[-", "-]")
    case .inserted: ("{+", "+}")
    case .mark(let index): ("\(index + 1)⟨", "⟩")
    case .written: ("»", "«")
    default: ("", "")
    }
  }

  var isMark: Bool {
    if case .mark = self { return true }
    return false
  }

  /// Two columns that show it in a legend.
  var sample: String {
    if case .mark(let index) = self { return "\(index + 1) " }
    return "ab"
  }
}
