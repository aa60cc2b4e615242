import Markup

extension TokenStrip {
  private static let margin = 10.0
  private static let column = 8.4
  private static let lineHeight = 18.0

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
    let left = isAligned ? (rows.map { SVG.width(of: $0.label) }.max() ?? 0) + 8 : 0
    let widest = Double(Int((frame.width - left - Self.margin - 2) / Self.column))
    let widths = columns(atMost: max(4, widest), gap: (Self.margin + 2) / Self.column)
    // What breaks a line counts boxes alone and merged in the same way.
    let counted = columns(atMost: max(4, widest), gap: 1.4)
    let room = (frame.width - left) / Self.column
    var shapes = Shapes()
    var (y, right) = (0.0, 0.0)
    for (row, range) in layout(counted, room: room, margin: 1.4) {
      if isAligned {
        shapes.others.append(SVG.text(0, y + 18, rows[row].label, "small"))
      } else if range.lowerBound == 0, !rows[row].label.isEmpty {
        shapes.others.append(SVG.text(0, y + 14, rows[row].label, "small"))
        y += 20
      }
      var x = left
      var lines = 1
      for index in range {
        let width = widths[row][index] * Self.column
        switch rows[row].items[index] {
        case .sign(let text):
          shapes.others.append(SVG.text(x + 4 + width / 2, y + 26, text, "sign", anchor: .middle))
          x += width + 8
        case .token(let token):
          let parts = TerminalText.broken(token.shown, to: Int(widths[row][index]))
          lines = max(lines, parts.count)
          add(token, parts, style(token, index), x: x, y: y, width: width, to: &shapes)
          x += width + Self.margin + 2
        }
      }
      right = max(right, x)
      y += 50 + Double(lines - 1) * Self.lineHeight
      // Rows that are compared stand close together; the next ones keep their distance.
      if isAligned { y += row == rows.count - 1 ? 10 : -4 }
    }
    guard let end, hasEnd else {
      return Drawing(width: max(frame.width, right), height: max(0, y - 2), content: shapes.content)
    }
    let legend = Legend(
      keys: [.init(label: end.label) { x, y in [SVG.path("M\(SVG.point(x + 11, y))v14", "end")] }]
    ).drawing(width: frame.width)
    return Drawing(
      width: max(frame.width, right), height: y + legend.height,
      content: shapes.content + [SVG.group(0, y, legend.content)])
  }

  private var hasEnd: Bool {
    rows.contains { row in
      row.items.contains { if case .token(let token) = $0 { token.id == end?.id } else { false } }
    }
  }

  private func style(_ token: Token, _ index: Int) -> String {
    if token.isFresh { return "fresh" }
    if token.isSpecial { return "special" }
    guard isAligned, let id = token.id else { return Role.token(index).name }
    return Role.mark(colors[id] ?? 0).name
  }

  /// A number for each token that is not special, in the order in which they first stand in the rows.
  private var colors: [Int: Int] {
    var colors: [Int: Int] = [:]
    for case .token(let token) in rows.flatMap({ $0.items }) where !token.isSpecial {
      if let id = token.id, colors[id] == nil { colors[id] = colors.count }
    }
    return colors
  }

  private func add(
    _ token: Token, _ parts: [String], _ style: String, x: Double, y: Double, width: Double,
    to shapes: inout Shapes
  ) {
    let width = width + Self.margin
    let more = Double(parts.count - 1) * Self.lineHeight
    shapes.boxes[style, default: []].append(
      SVG.rect(x + 1, y + 1, width - 2, (token.id == nil ? 26 : 42) + more))
    for (index, part) in parts.enumerated() {
      shapes.texts.append(
        SVG.text(x + width / 2, y + 18 + Double(index) * Self.lineHeight, part))
    }
    guard let id = token.id else { return }
    shapes.ids.append(SVG.text(x + width / 2, y + 36 + more, String(id)))
    if id == end?.id {
      shapes.others.append(SVG.path("M\(SVG.point(x + width + 1, y - 1))v46", "end"))
    }
  }
}
