/// How a stretch of text looks on a terminal with colors.
public struct Look: Sendable, Equatable {
  /// Indices into the table of 256 colors; nil leaves the terminal's own color.
  public var foreground: UInt8?
  public var background: UInt8?
  public var isBold = false
  public var isUnderlined = false
  public var isStruck = false

  /// A look; the terminal's own unless something is said.
  public init(
    foreground: UInt8? = nil, background: UInt8? = nil, isBold: Bool = false,
    isUnderlined: Bool = false, isStruck: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isStruck = isStruck
  }

  /// Black or white text, whichever is read better, on a color of the table.
  static func readable(on background: UInt8) -> Look {
    let light = TableColor(background).luminance
    let isWhite = TableColor.contrast(light, 1) > TableColor.contrast(light, 0)
    return Look(foreground: isWhite ? 231 : 16, background: background)
  }
}

/// One line for a terminal, in stretches of one look each.
public struct StyledLine: Sendable, Equatable {
  /// A stretch of one look.
  public struct Span: Sendable, Equatable {
    public var text: String
    public var look: Look

    /// Text in a look.
    public init(_ text: String, _ look: Look = Look()) {
      self.text = text
      self.look = look
    }
  }

  public var spans: [Span] = []

  /// An empty line.
  public init() {}

  /// A line in the look of one role.
  public init(_ text: String, _ role: Role = .plain) { append(text, role) }

  /// Columns that the line takes.
  public var width: Int { spans.reduce(0) { $0 + TerminalText.width(of: $1.text) } }

  /// Its characters without any look.
  public var text: String { spans.map { $0.text }.joined() }

  /// Adds text in the look of a role.
  public mutating func append(_ text: String, _ role: Role = .plain) {
    append(text, look: role.look)
  }

  /// Adds text in a look, made safe for a terminal; an empty text adds nothing.
  public mutating func append(_ text: String, look: Look) {
    guard !text.isEmpty else { return }
    spans.append(Span(TerminalText.safe(text), look))
  }

  /// Adds another line, looks and all.
  public mutating func append(_ line: StyledLine) { spans += line.spans }

  /// Adds spaces up to `width` columns.
  public mutating func pad(to width: Int) {
    append(String(repeating: " ", count: max(0, width - self.width)))
  }

  /// The line as it is sent to a terminal, without a line break.
  public func rendered(_ style: TerminalStyle) -> String {
    guard style.depth != .none else {
      var text = self.text
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
    return spans.map { span in
      let codes = style.codes(span.look)
      return codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }.joined()
  }

  /// Blocks of lines side by side, each in a column of its own.
  static func beside(_ blocks: [[StyledLine]], width: Int, gap: Int = 2) -> [StyledLine] {
    let height = blocks.map { $0.count }.max() ?? 0
    return (0..<height).map { row in
      var line = StyledLine()
      for (index, block) in blocks.enumerated() {
        line.pad(to: index * (width + gap))
        if row < block.count { line.append(block[row]) }
      }
      return line
    }
  }
}
