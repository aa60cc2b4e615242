import Markup

/// Values on one ruler, each on a line of its own, and how far each is from an edge that none can pass.
///
/// The ruler is logarithmic: equal factors take equal room.
public struct Ruler: Chart, Equatable {
  /// One value, with its name before it and a text after it.
  public struct Row: Sendable, Equatable {
    public var label: String
    public var value: Double
    public var text: String
    /// Whether this is what the figure is about.
    public var isNoted: Bool

    public init(_ label: String, _ value: Double, text: String, isNoted: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isNoted = isNoted
    }
  }

  /// What no value passes.
  public struct Edge: Sendable, Equatable {
    public var label: String
    public var value: Double

    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  public var axis: Axis
  public var rows: [Row]
  public var edge: Edge?

  /// The ruler reaches from a little below the least value to the greatest.
  /// - Parameter axis: name and unit.
  public init(axis: String, rows: [Row], edge: Edge? = nil) {
    self.rows = rows.filter { $0.value.isFinite && $0.value > 0 }
    self.edge = edge.flatMap { $0.value.isFinite && $0.value > 0 ? $0 : nil }
    let values = self.rows.map { $0.value } + (self.edge.map { [$0.value] } ?? [])
    let (least, most) = (values.min() ?? 1, values.max() ?? 1)
    self.axis = Axis(axis, from: least / 1.2, to: max(most, least * 1.0001), scale: .logarithmic)
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let needed = (rows.map { SVG.width(of: $0.label, size: SVG.fontSize) }.max() ?? 0) + 12
    // Where names would leave too little room, they stand above their lines.
    let isStacked = needed > frame.width * 0.4
    let left = isStacked ? 0 : needed
    let plot = frame.width - left - 10
    let place = { (value: Double) in left + axis.position(value) * plot }
    // A text that finds no room after its value stands above the line, and the name above the text.
    let lift = isStacked && rows.contains { isCrowded($0, place($0.value), frame) } ? 14.0 : 0
    let height = (isStacked ? 42.0 : 26) + lift
    // So does the text of the first line, which has nothing above it.
    let isHigh = !isStacked && rows.first.map { !fits($0, place($0.value), frame) } ?? false
    let top = edge == nil ? (isHigh ? 12.0 : 4) : 26
    let bottom = top + Double(rows.count) * height + 4
    var content: [Markup] = []
    if let edge {
      content.append(SVG.rect(left, top - 2, place(edge.value) - left, bottom - top + 2, "paper"))
    }
    for tick in ticks(plot) {
      content.append(SVG.line(place(tick), top, place(tick), bottom, "grid"))
    }
    if let edge {
      let x = place(edge.value)
      if isStacked {
        // It leaves out the names, which stand in its way.
        content.append(SVG.line(x, top - 6, x, top + 2, "reference"))
        for number in rows.indices {
          let y = top + Double(number) * height + 30 + lift
          content.append(SVG.line(x, y - (lift > 0 ? 5 : 9), x, y + 13, "reference"))
        }
      } else {
        content.append(SVG.line(x, top - 6, x, bottom, "reference"))
      }
      let half = SVG.width(of: edge.label) / 2
      content.append(
        SVG.text(
          min(max(half, place(edge.value)), frame.width - half), top - 12, edge.label, "small",
          anchor: .middle))
    }
    for (number, row) in rows.enumerated() {
      let y = top + Double(number) * height + (isStacked ? 30 + lift : 13)
      let x = place(row.value)
      if isStacked {
        content.append(SVG.text(0, y - 14 - lift, row.label, row.isNoted ? "strong halo" : "halo"))
      } else {
        content.append(
          SVG.text(left - 12, y + 4, row.label, row.isNoted ? "strong" : nil, anchor: .end))
      }
      // What lies between a value and the edge is what is left to be learned.
      let start = edge.map { place($0.value) } ?? left
      if x > start {
        content.append(
          SVG.rect(
            start, y - (row.isNoted ? 4 : 1.5), x - start, row.isNoted ? 8 : 3,
            row.isNoted ? "bar chosen" : "bar series0"))
      }
      content.append(
        SVG.circle(x, y, row.isNoted ? 6 : 4, row.isNoted ? "bar chosen" : "marker series0"))
      let style = (row.isNoted ? "small strong" : "small") + " halo"
      content.append(
        fits(row, x, frame)
          ? SVG.text(x + 10, y + 4, row.text, style)
          : SVG.text(frame.width, y - 7, row.text, style, anchor: .end))
    }
    return Drawing(
      width: frame.width, height: bottom + 40, content: content + scale(left, plot, bottom, frame))
  }

  /// Whether a row's text finds room after its value.
  private func fits(_ row: Row, _ x: Double, _ frame: DrawingFrame) -> Bool {
    x + SVG.width(of: row.text) + 12 <= frame.width
  }

  /// Whether a row's text fits neither after its value nor beside its name.
  private func isCrowded(_ row: Row, _ x: Double, _ frame: DrawingFrame) -> Bool {
    let text = SVG.width(of: row.text) * (row.isNoted ? 1.1 : 1) + 12
    let name = SVG.width(of: row.label, size: SVG.fontSize) * (row.isNoted ? 1.1 : 1)
    return x + text > frame.width && name + text > frame.width
  }

  private func ticks(_ plot: Double) -> [Double] { axis.ticks(max(3, min(6, Int(plot / 60)))) }

  private func scale(
    _ left: Double, _ plot: Double, _ y: Double, _ frame: DrawingFrame
  ) -> [Markup] {
    let ticks = ticks(plot)
    var content = [SVG.line(left, y, left + plot, y, "axis")]
    for tick in ticks {
      let x = left + axis.position(tick) * plot
      let label = axis.label(tick, among: ticks)
      let half = SVG.width(of: label) / 2
      content.append(SVG.line(x, y, x, y + 4, "axis"))
      content.append(
        SVG.text(min(max(x, half), frame.width - half), y + 17, label, "small", anchor: .middle))
    }
    let label = axis.label + " →"
    let start = max(0, min(left, frame.width - SVG.width(of: label)))
    content.append(SVG.text(start, y + 34, label, "small"))
    return content
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 100)
    let room = rows.map { TerminalText.width(of: $0.label) }.max() ?? 0
    let right = (rows.map { TerminalText.width(of: $0.text) }.max() ?? 0) + 2
    let isStacked = width - room - right - 2 < 16
    let indent = isStacked ? 2 : room + 1
    let plot = max(8, width - indent - right - 1)
    let place = { (value: Double) in Int(axis.position(value) * Double(plot - 1) + 0.5) }
    let start = edge.map { place($0.value) } ?? 0
    var lines: [StyledLine] = []
    if let edge {
      let label = TerminalText.truncated(edge.label, to: width - 2)
      let before = max(0, min(indent + start, width - 2 - TerminalText.width(of: label)))
      lines.append(StyledLine(String(repeating: " ", count: before) + "↓ " + label, .dim))
    }
    for row in rows {
      let role: Role = row.isNoted ? .chosen : .series(0)
      var line = StyledLine()
      if isStacked {
        lines += TerminalText.wrapped(row.label, to: width)
          .map { StyledLine($0, row.isNoted ? .strong : .plain) }
        line.append("  ")
      } else {
        line.append(TerminalText.padded(row.label, to: indent), row.isNoted ? .strong : .plain)
      }
      let at = max(place(row.value), start)
      line.append(String(repeating: " ", count: start), .plain)
      if at > start {
        line.append("│", .dim)
        line.append(String(repeating: row.isNoted ? "━" : "─", count: at - start - 1), role)
      }
      line.append(row.isNoted ? "◆" : "●", role)
      line.append(" " + row.text, row.isNoted ? .strong : .plain)
      lines.append(line)
    }
    let ticks = axis.ticks(6)
    let ends = ticks.map { axis.label($0, among: ticks) }
    var marks = String(repeating: " ", count: indent)
    for (tick, label) in zip(ticks, ends) {
      let at = indent + place(tick)
      let now = TerminalText.width(of: marks)
      guard at >= now else { continue }
      marks += String(repeating: " ", count: at - now) + label + " "
    }
    lines.append(StyledLine(marks, .dim))
    return lines
      + TerminalText.wrapped(axis.label + " →", to: width).map { StyledLine($0, .dim) }
  }
}
