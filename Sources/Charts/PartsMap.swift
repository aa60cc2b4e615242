import Markup

/// A machine as boxes within boxes, in the order in which data passes through them.
///
/// Parts that hold learned values and values that are computed have fixed colors and say so in words.
public struct PartsMap: Chart, Equatable {
  /// A box, which may hold further boxes.
  public struct Part: Sendable, Equatable {
    public var name: String
    /// What it does, in a few words.
    public var note: String
    /// Shapes, counts or ranges, in short.
    public var facts: [String]
    public var role: Role
    /// How often it is repeated, one after the other; 1 for once.
    public var times: Int
    /// Its parts in their order, where it is opened.
    public var parts: [Part]

    public init(
      _ name: String, note: String = "", facts: [String] = [], role: Role = .plain, times: Int = 1,
      parts: [Part] = []
    ) {
      self.name = name
      self.note = note
      self.facts = facts
      self.role = role
      self.times = times
      self.parts = parts
    }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    var content: [Markup] = []
    let keys = Legend(keys: roles.map { key($0, label($0, frame.wording)) })
      .drawing(width: frame.width)
    content += keys.content
    let y = stack(parts, x: 0, y: keys.height + 8, width: frame.width, frame, &content)
    return Drawing(width: frame.width, height: y + 2, content: content)
  }

  private func key(_ role: Role, _ label: String) -> Legend.Key {
    Legend.Key(label: label) { x, y in
      [SVG.rect(x + 1, y, 20, 14, "part " + role.name, radius: role == .learned ? 0 : 6)]
    }
  }

  /// Draws parts below each other, joined by arrows, and returns where the last one ends.
  private func stack(
    _ parts: [Part], x: Double, y: Double, width: Double, _ frame: DrawingFrame,
    _ content: inout [Markup]
  ) -> Double {
    var y = y
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let center = x + width / 2
        content.append(SVG.path("M\(SVG.point(center, y))v13m-4-5l4 5l4-5", "arrow"))
        y += 15
      }
      y = box(part, x: x, y: y, width: width, frame, &content)
    }
    return y
  }

  private func box(
    _ part: Part, x: Double, y: Double, width: Double, _ frame: DrawingFrame,
    _ content: inout [Markup]
  ) -> Double {
    var inner: [Markup] = []
    let room = width - 20
    var bottom = y + 6
    let title = part.times > 1 ? "\(part.name) × \(part.times)" : part.name
    for line in SVG.wrapped(title, to: room, size: SVG.fontSize) {
      inner.append(SVG.text(x + 10, bottom + 14, line, "strong"))
      bottom += 18
    }
    for line in SVG.wrapped(part.note, to: room) where !line.isEmpty {
      inner.append(SVG.text(x + 10, bottom + 13, line, "small"))
      bottom += 17
    }
    bottom = facts(part.facts, x: x + 10, top: y + 6, below: bottom, room: room, &inner)
    if !part.parts.isEmpty {
      bottom = stack(part.parts, x: x + 10, y: bottom + 6, width: width - 20, frame, &inner) + 3
    }
    bottom += 7
    let radius = part.role == .learned ? 0.0 : 8
    if part.times > 1 {
      content.append(
        SVG.rect(x + 3, y + 4, width - 3.5, bottom - y, "part behind", radius: radius))
    }
    content.append(
      SVG.rect(
        x + 0.5, y + 0.5, width - (part.times > 1 ? 4 : 1), bottom - y - 1,
        "part " + part.role.name, radius: radius))
    content += inner
    return bottom + (part.times > 1 ? 4 : 0)
  }

  /// Writes facts at the right edge where there is room beside the words, below them otherwise.
  private func facts(
    _ facts: [String], x: Double, top: Double, below: Double, room: Double,
    _ inner: inout [Markup]
  ) -> Double {
    var bottom = below
    if room > 420 {
      for (index, fact) in facts.enumerated() {
        let y = top + Double(index) * 17
        inner.append(SVG.text(x + room, y + 14, fact, "small fixed", anchor: .end))
        bottom = max(bottom, y + 18)
      }
      return bottom
    }
    for line in facts.flatMap({ SVG.wrapped($0, to: room) }) {
      inner.append(SVG.text(x, bottom + 13, line, "small fixed"))
      bottom += 17
    }
    return bottom
  }

  /// The roles that parts of it have, of those that a legend explains.
  private var roles: [Role] {
    func uses(_ role: Role, _ parts: [Part]) -> Bool {
      parts.contains { $0.role == role || uses(role, $0.parts) }
    }
    return [.learned, .computed].filter { uses($0, parts) }
  }

  private func label(_ role: Role, _ wording: ChartWording) -> String {
    role == .learned ? wording.learned : wording.computed
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    var lines = Legend.terminal(
      roles.map { ($0 == .learned ? "■" : "●", label($0, frame.wording), $0) },
      width: frame.width)
    lines.append(StyledLine())
    lines += stacked(parts, width: frame.width)
    return lines
  }

  private func stacked(_ parts: [Part], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { lines.append(StyledLine("  ↓", .dim)) }
      lines += boxed(part, width: width)
    }
    return lines
  }

  private func boxed(_ part: Part, width: Int) -> [StyledLine] {
    let room = width - 4
    let sign = part.role == .learned ? "■ " : part.role == .computed ? "● " : ""
    let title = sign + (part.times > 1 ? "\(part.name) × \(part.times)" : part.name)
    var inner = TerminalText.wrapped(title, to: room).map { StyledLine($0, .strong) }
    for text in [part.note] + part.facts where !text.isEmpty {
      inner += TerminalText.wrapped(text, to: room).map { StyledLine($0, .dim) }
    }
    if !part.parts.isEmpty {
      inner +=
        width > 30
        ? stacked(part.parts, width: room)
        : part.parts.map { StyledLine(TerminalText.truncated("- " + $0.name, to: room)) }
    }
    let edge = String(repeating: "─", count: width - 2)
    return [StyledLine("┌\(edge)┐", part.role)]
      + inner.map { line in
        var framed = StyledLine("│ ", part.role)
        framed.append(line)
        framed.pad(to: width - 2)
        framed.append(" │", part.role)
        return framed
      } + [StyledLine("└\(edge)┘", part.role)]
  }
}
