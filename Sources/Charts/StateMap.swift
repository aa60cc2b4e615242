import Markup

/// States and the ways between them: each below the one that it comes from, as a path with branches.
///
/// What happens on a way stands beside it, and a way can lead through a gate, a diamond, with what is decided
/// there. From each state the path goes straight on to one other at most; all others are branches.
public struct StateMap: Chart, Equatable {
  /// Something that is for a while or for good, and how it came to be.
  public struct State: Sendable, Equatable {
    public var name: String
    /// What is said of it, in a few words.
    public var note: String
    /// `good` and `bad` have a sign beside their color.
    public var role: Role
    /// The place, among the states before it, of the one that it comes from; nil at the beginning.
    public var origin: Int?
    /// What happens on the way to it.
    public var way: String
    /// What was decided at the gate on the way; nil where there is no gate.
    public var gate: String?
    /// Whether the path goes straight on to it.
    public var goesOn: Bool
    /// Whether it is still to come: its place is kept free.
    public var isAhead: Bool

    public init(
      _ name: String, note: String, role: Role = .plain, origin: Int?, way: String,
      gate: String? = nil, goesOn: Bool = true, isAhead: Bool = false
    ) {
      self.name = name
      self.note = note
      self.role = role
      self.origin = origin
      self.way = way
      self.gate = gate
      self.goesOn = goesOn
      self.isAhead = isAhead
    }

    var sign: String {
      switch role {
      case .good: "✓"
      case .bad: "✗"
      default: ""
      }
    }
  }

  public var states: [State]

  /// - Precondition: each state stands behind the one that it comes from, and those to come behind all others.
  public init(_ states: [State]) {
    for (place, state) in states.enumerated() {
      precondition((state.origin ?? -1) < place, "state \(place) stands before its origin")
      precondition(
        state.isAhead || place == 0 || !states[place - 1].isAhead,
        "state \(place) is there before one that stands before it")
    }
    self.states = states
  }

  /// States that come from a state: first the branches, and last the one to which the path goes straight on.
  func next(after place: Int) -> (branches: [Int], onward: Int?) {
    let all = states.indices.filter { states[$0].origin == place }
    let onward = all.last { states[$0].goesOn }
    return (all.filter { $0 != onward }, onward)
  }

  /// States that come from none.
  var beginnings: [Int] { states.indices.filter { states[$0].origin == nil } }
}

// MARK: - Drawing

extension StateMap {
  /// From the left edge of a state to the path, and to the states that branch off.
  private static let rail = 14.0
  private static let indent = 38.0
  /// From the path to the words beside it.
  private static let beside = 16.0

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    var content: [Markup] = []
    var y = 4.0
    for place in beginnings {
      content.append(SVG.circle(Self.rail, y + 8, 5, "tap"))
      draw(place, x: 0, from: y + 13, &y, &content, frame.width)
      y += 10
    }
    return Drawing(width: frame.width, height: max(0, y - 6), content: content)
  }

  /// Draws a state with the way to it and all that comes from it. The way begins on the path at `start`.
  private func draw(
    _ place: Int, x: Double, from start: Double, _ y: inout Double, _ content: inout [Markup],
    _ width: Double
  ) {
    let state = states[place]
    let drawn = content.count
    let path = x + Self.rail
    let room = width - path - Self.beside
    words(state.way, path + Self.beside, &y, room, &content)
    if let gate = state.gate {
      y += 3
      let middle = y + 9
      content.append(SVG.line(path, start, path, middle - 8, "arrow"))
      content.append(
        SVG.path("M\(SVG.point(path, middle - 8))l8 8l-8 8l-8-8z", "part " + state.role.name))
      words(gate, path + Self.beside, &y, room, &content)
      arrow(path, from: middle + 8, to: y + 14, &content)
    } else {
      arrow(path, from: start, to: y + 14, &content)
    }
    y += 14
    let top = y
    let boxWidth = min(width - x - 1, 380)
    var inner: [Markup] = []
    y += 5
    let name = state.sign + (state.sign.isEmpty ? "" : " ") + state.name
    for line in SVG.wrapped(name, to: (boxWidth - 20) / 1.1, size: SVG.fontSize) {
      let style = state.sign.isEmpty ? "strong" : "strong in-" + state.role.name
      inner.append(SVG.text(x + 10, y + 14, line, style))
      y += 18
    }
    words(state.note, x + 10, &y, boxWidth - 20, &inner)
    y += 6
    content.append(
      SVG.rect(x + 0.5, top, boxWidth, y - top, "part " + state.role.name, radius: 8))
    content += inner
    if state.isAhead {
      content.removeSubrange(drawn...)
      content.append(
        SVG.rect(x + 0.5, top, boxWidth, y - top, "box later", radius: 8))
    }
    let bottom = y
    let (branches, onward) = next(after: place)
    y += 8
    for branch in branches {
      let tap = y + 9
      let end = x + Self.indent + Self.rail
      if !states[branch].isAhead {
        content.append(
          SVG.path(
            "M\(SVG.point(path, bottom))V\(decimal(tap, places: 1))H\(decimal(end, places: 1))",
            "arrow"))
      }
      draw(branch, x: x + Self.indent, from: tap, &y, &content, width)
      y += 8
    }
    if let onward { draw(onward, x: x, from: bottom, &y, &content, width) }
  }

  private func arrow(_ x: Double, from top: Double, to bottom: Double, _ content: inout [Markup]) {
    content.append(
      SVG.path(
        "M\(SVG.point(x, top))V\(decimal(bottom - 1, places: 1))m-4-5l4 5l4-5", "arrow"))
  }

  private func words(
    _ text: String, _ x: Double, _ y: inout Double, _ room: Double, _ content: inout [Markup]
  ) {
    for line in SVG.wrapped(text, to: room) where !line.isEmpty {
      content.append(SVG.text(x, y + 13, line, "small"))
      y += 17
    }
  }
}

// MARK: - Terminal

extension StateMap {
  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    // Lines of a terminal have no free places: what is to come stands last, and is left out.
    let here = StateMap(Array(states.prefix { !$0.isAhead }))
    return here.beginnings.flatMap { here.lines($0, rail: "●", frame.width) }
  }

  /// - Parameter rail: the sign of the path beside the first line of the way; empty where it branched off.
  private func lines(_ place: Int, rail: String, _ width: Int) -> [StyledLine] {
    let state = states[place]
    var lines: [StyledLine] = []
    for (index, text) in TerminalText.wrapped(state.way, to: width - 3).enumerated()
    where !text.isEmpty {
      lines.append(line(index == 0 && !rail.isEmpty ? rail : "│", "  " + text, .plain))
    }
    for (index, text) in TerminalText.wrapped(state.gate ?? "", to: width - 3).enumerated()
    where !text.isEmpty {
      lines.append(line(index == 0 ? "◇" : "│", "  " + text, state.role))
    }
    lines.append(StyledLine("▼", .dim))
    let sign = state.sign + (state.sign.isEmpty ? "" : " ")
    let name = TerminalText.wrapped("[" + sign + state.name + "]", to: width)
    let isPlain = state.sign.isEmpty
    lines += name.map { StyledLine($0, isPlain ? .strong : state.role) }
    let (branches, onward) = next(after: place)
    let hasMore = !branches.isEmpty || onward != nil
    for text in TerminalText.wrapped(state.note, to: width - 3) where !text.isEmpty {
      lines.append(line(hasMore ? "│" : " ", "  " + text, .dim))
    }
    for (index, branch) in branches.enumerated() {
      let isLast = index == branches.count - 1 && onward == nil
      for (row, inner) in self.lines(branch, rail: "┐", width - 3).enumerated() {
        var joined = StyledLine(
          row == 0 ? (isLast ? "└─ " : "├─ ") : isLast ? "   " : "│  ", .dim)
        joined.append(inner)
        lines.append(joined)
      }
      if !isLast { lines.append(StyledLine("│", .dim)) }
    }
    return lines + (onward.map { self.lines($0, rail: "│", width) } ?? [])
  }

  private func line(_ rail: String, _ text: String, _ role: Role) -> StyledLine {
    var line = StyledLine(rail, .dim)
    line.append(text, role)
    return line
  }
}
