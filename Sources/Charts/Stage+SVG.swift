import Markup

extension Stage {
  /// Room that the path with its parts takes at the side of a wide drawing.
  static let railWidth = 138.0
  /// From which width on there is room for that; a narrower drawing has the path on top.
  private static let wide = 440.0
  private static let gap = 18.0

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let top = tokens(frame.width)
    let isWide = frame.width >= Self.wide
    let rail = isWide ? side() : across(frame.width)
    var inner = frame
    inner.width = isWide ? frame.width - Self.railWidth - Self.gap : frame.width
    let scene = scene.drawing(inner)
    let y = top.height + 12
    let (x, below) = isWide ? (Self.railWidth + Self.gap, 0) : (0, rail.height + 12)
    return Drawing(
      width: max(frame.width, x + scene.width), height: y + max(rail.height, below + scene.height),
      content: top.content + [
        SVG.group(0, y, rail.content), SVG.group(x, y + below, scene.content),
      ])
  }

  // MARK: Tokens

  private func tokens(_ width: Double) -> Drawing {
    let (height, between) = (24.0, 4.0)
    var boxes: [String: [Markup]] = [:]
    var filled: [String: String] = [:]
    var words: [Markup] = []
    var texts: [Markup] = []
    var (x, y) = (0.0, 0.0)
    for (index, item) in strip.enumerated() {
      switch item {
      case .label(let label):
        let room = SVG.width(of: label) + 8
        if x > 0 { x += 6 }
        if x > 0, x + room > width { (x, y) = (0, y + height + between) }
        words.append(SVG.text(x, y + 16, label, "small dim"))
        x += room
      case .token(let token, let state):
        let text = TerminalText.truncated(token, to: Int((width - 14) / SVG.column))
        let room = SVG.fixedWidth(of: text) + 10
        if x > 0, x + room > width { (x, y) = (0, y + height + between) }
        let style = Self.style(state, index)
        if state == .read {
          filled[style, default: ""] += SVG.outline(x + 1, y + 1, room - 2, height - 2)
        } else {
          boxes[style, default: []].append(SVG.rect(x + 1, y + 1, room - 2, height - 2))
        }
        texts.append(SVG.text(x + room / 2, y + 16.5, text))
        x += room + between
      }
    }
    return Drawing(
      width: width, height: y + height,
      content: filled.keys.sorted().map { SVG.path(filled[$0] ?? "", "box " + $0) }
        + boxes.keys.sorted().map { tag("g", ["class": "box " + $0], boxes[$0] ?? []) }
        + [tag("g", ["class": "fixed", "text-anchor": "middle"], texts)] + words)
  }

  private static func style(_ state: State, _ index: Int) -> String {
    switch state {
    case .read: Role.token(index).name
    case .special: Role.special.name
    case .followed, .found: Role.fresh.name
    case .next: "next"
    case .later: "later"
    }
  }

  // MARK: The path at the side

  private static let track = 10.0
  private static let line = 19.0

  /// Shapes of the path, gathered so that what is lit lies above it.
  private struct Shapes {
    var boxes: [Markup] = []
    var above: [Markup] = []
    var texts: [Markup] = []
    var marked: [Markup] = []
    private var behind = ""
    private var ahead = ""
    private var arrows = ""
    private var signs = ""

    /// What of the way lies behind is a thick line, what is to come a thin one.
    mutating func way(_ from: (Double, Double), _ to: (Double, Double), isBehind: Bool) {
      let line = "M\(SVG.point(from.0, from.1))L\(SVG.point(to.0, to.1))"
      if isBehind { behind += line } else { ahead += line }
    }

    mutating func arrow(_ path: String) { arrows += path }

    mutating func plus(_ x: Double, _ y: Double, isLit: Bool) {
      let (radius, arm) = (7.0, 3.5)
      above.append(SVG.circle(x, y, radius, isLit ? "sum lit" : "sum"))
      signs +=
        "M\(SVG.point(x - arm, y))h\(decimal(2 * arm))"
        + "M\(SVG.point(x, y - arm))v\(decimal(2 * arm))"
    }

    var content: [Markup] {
      let lines = [(ahead, "stream ahead"), (behind, "stream"), (arrows, "arrow")]
      return boxes + lines.filter { !$0.0.isEmpty }.map { SVG.path($0.0, $0.1) } + above
        + [
          SVG.path(signs, "sum-sign"), tag("g", ["class": "small"], texts),
          tag("g", ["class": "small strong"], marked),
        ]
    }
  }

  private func side() -> Drawing {
    let (left, right) = (34.0, Self.railWidth)
    var shapes = Shapes()
    var y = 0.0
    var start = 8.0
    for (index, part) in parts.enumerated() {
      let isHere = index == place.part
      let isBehind = index <= place.part
      let names = part.name.isEmpty ? 0 : 1
      let rows = names + part.steps.count
      let height = Double(rows) * Self.line + 8
      let top = y
      shapes.boxes.append(
        SVG.rect(
          left + 0.5, top + 0.5, right - left - 1, height - 1, isHere ? "part lit" : "part plain",
          radius: 6))
      if names > 0 {
        shapes.marked.append(
          SVG.text(
            left + 8, top + 17, SVG.truncated(part.name, to: (right - left - 14) / 1.1)))
      }
      for (row, step) in part.steps.enumerated() {
        let base = top + Double(row + names) * Self.line + 17
        let isLit = isLit(index, row)
        if isLit {
          shapes.boxes.append(
            SVG.rect(left + 4, base - 14, right - left - 8, Self.line - 1, "here", radius: 4))
        }
        let text = SVG.text(left + 10, base, SVG.truncated(step, to: (right - left - 18) / 1.1))
        if isLit { shapes.marked.append(text) } else { shapes.texts.append(text) }
      }
      let bottom = top + height
      let arrow: String
      switch part.kind {
      case .start:
        start = bottom - 13
        arrow = "M\(SVG.point(left, start))H\(decimal(Self.track + 6))m5-4l-5 4l5 4"
        shapes.arrow(arrow)
        shapes.above.append(SVG.circle(Self.track, start, 4, "tap"))
      case .branch:
        let (tap, back) = (top + 8, bottom - 8)
        shapes.way((Self.track, start), (Self.track, back), isBehind: isBehind)
        start = back
        let isLow = height < 30
        let out = isLow ? top + 7 : tap
        arrow =
          "M\(SVG.point(Self.track, out))H\(decimal(left - 1))m-5-4l5 4l-5 4"
          + "M\(SVG.point(left, isLow ? bottom - 6 : back))H\(decimal(Self.track + 8))m5-4l-5 4l5 4"
        shapes.arrow(arrow)
        shapes.above.append(SVG.circle(Self.track, out, 3, "tap"))
        let isAdding = isHere && place.step.map { $0 == part.steps.count - 1 } ?? true
        shapes.plus(Self.track, isLow ? bottom - 6 : back, isLit: isAdding)
      case .end:
        let middle = top + height / 2
        shapes.way((Self.track, start), (Self.track, middle), isBehind: isBehind)
        shapes.way((Self.track, middle), (left - 6, middle), isBehind: isBehind)
        shapes.above.append(SVG.path("M\(SVG.point(left - 8, middle - 5))l8 5l-8 5z", "stream-end"))
      }
      y = bottom + 12
    }
    return Drawing(width: right, height: max(0, y - 12), content: shapes.content)
  }

  // MARK: The path on top

  private func across(_ width: Double) -> Drawing {
    var shapes = Shapes()
    let (height, track) = (26.0, 44.0)
    let widths = parts.map { SVG.width(of: $0.short) * 1.1 + 8 }
    let total = widths.reduce(0, +)
    let gap =
      parts.count > 1 ? max(2, min(26, (width - total) / Double(parts.count - 1))) : 0
    var x = 0.0
    var start: Double?
    for (index, part) in parts.enumerated() {
      let room = widths[index]
      let isHere = index == place.part
      shapes.boxes.append(
        SVG.rect(
          x + 0.5, 0.5, room - 1, height - 1, isHere ? "part lit" : "part plain", radius: 6))
      let name = SVG.text(x + room / 2, 17, part.short, anchor: .middle)
      if isHere { shapes.marked.append(name) } else { shapes.texts.append(name) }
      let middle = x + room / 2
      if let start { shapes.way((start, track), (middle, track), isBehind: index <= place.part) }
      start = middle
      switch part.kind {
      case .start:
        shapes.arrow("M\(SVG.point(middle, height))V\(decimal(track - 4))")
        shapes.above.append(SVG.circle(middle, track, 4, "tap"))
      case .branch:
        shapes.arrow("M\(SVG.point(middle, height))V\(decimal(track - 7))")
        let isAdding = isHere && place.step.map { $0 == part.steps.count - 1 } ?? true
        shapes.plus(middle, track, isLit: isAdding)
      case .end:
        shapes.arrow("M\(SVG.point(middle, track))V\(decimal(height + 1))")
        shapes.above.append(
          SVG.path("M\(SVG.point(middle - 5, height + 8))l5-7l5 7z", "stream-end"))
      }
      x += room + gap
    }
    let rows = chain(width, top: track + 16, &shapes)
    return Drawing(width: max(width, x - gap), height: track + 14 + rows, content: shapes.content)
  }

  /// The steps of the part where the token is, one after the other, the present one in a box. As many
  /// lines are kept free as the part with the most steps needs, so that nothing below moves.
  private func chain(_ width: Double, top: Double, _ shapes: inout Shapes) -> Double {
    let height = 22.0
    func lines(_ steps: [String]) -> [[(text: String, x: Double, room: Double)]] {
      var lines: [[(text: String, x: Double, room: Double)]] = [[]]
      var x = 0.0
      for step in steps {
        let room = SVG.width(of: step) * 1.1 + 10
        if x > 0, x + room > width {
          lines.append([])
          x = 0
        }
        lines[lines.count - 1].append((step, x, room))
        x += room + 2
      }
      return lines
    }
    var number = 0
    for (row, line) in lines(steps).enumerated() {
      let y = top + Double(row) * height
      for (step, x, room) in line {
        let isLit = place.step.map { $0 == number } ?? true
        if isLit { shapes.boxes.append(SVG.rect(x, y, room, height - 2, "here", radius: 4)) }
        let text = SVG.text(x + room / 2, y + 14.5, step, anchor: .middle)
        if isLit { shapes.marked.append(text) } else { shapes.texts.append(text) }
        number += 1
      }
    }
    let most = parts.map { lines($0.steps.isEmpty ? [$0.name] : $0.steps).count }.max() ?? 1
    return Double(most) * height
  }
}
