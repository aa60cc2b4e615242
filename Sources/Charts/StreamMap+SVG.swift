import Markup

extension StreamMap {
  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let legend = Legend(keys: kinds.map { key($0, frame.wording) }).drawing(width: frame.width)
    var sheet = Sheet(width: frame.width)
    sheet.y = legend.height + 8
    for station in stations { sheet.draw(station) }
    sheet.closePath()
    return Drawing(
      width: frame.width, height: sheet.y + 3, content: legend.content + sheet.content)
  }

  private func key(_ kind: Kind, _ wording: ChartWording) -> Legend.Key {
    Legend.Key(label: kind.label(wording)) { x, y in
      [SVG.rect(x + 1, y, 20, 14, kind.style, radius: kind == .computed ? 6 : 0)]
    }
  }

  /// Draws from top to bottom and remembers where the path runs.
  private struct Sheet {
    let width: Double
    /// Where the next thing begins.
    var y = 0.0
    /// Frames lie below the path, everything else above it.
    private var frames: [Markup] = []
    private var path: [Markup] = []
    private var above: [Markup] = []
    /// Where the path that is being drawn begins.
    private var start: Double?
    /// Room of a frame's edge on the right.
    private var inset = 0.0

    init(width: Double) { self.width = width }

    /// The middle of the path, and where what stands beside it begins.
    static let track = 16.0
    static let beside = 44.0
    private static let radius = 8.0

    var content: [Markup] { frames + path + above }

    mutating func closePath() {
      if let start { path.append(SVG.line(Self.track, start, Self.track, y, "stream")) }
      start = nil
    }

    mutating func draw(_ station: Station) {
      switch station {
      case .sum(let columns): sum(columns)
      case .reading(let text): reading(text)
      case .branch(let boxes): branch(boxes)
      case .stretch(let stretch): self.stretch(stretch)
      case .through(let boxes): through(boxes)
      }
    }

    private mutating func sum(_ columns: [[Box]]) {
      let gap = 10.0
      let room = (width - gap * Double(columns.count - 1)) / Double(max(1, columns.count))
      let top = y
      var ends: [(x: Double, y: Double)] = []
      for (index, boxes) in columns.enumerated() {
        y = top
        let x = (room + gap) * Double(index)
        stack(boxes, x: x, width: room)
        ends.append((max(x + room / 2, Self.track + 2 * Self.radius + 6), y))
      }
      let bottom = (ends.map { $0.y }.max() ?? top) + 20
      for end in ends {
        above.append(
          SVG.path("M\(SVG.point(end.x, end.y))V\(decimal(bottom, places: 1))", "arrow"))
      }
      let right = ends.map { $0.x }.max() ?? width
      let tip = Self.track + Self.radius
      above.append(
        SVG.path(
          "M\(SVG.point(right, bottom))H\(decimal(tip + 1, places: 1))m5-4l-5 4l5 4", "arrow"))
      plus(at: bottom)
      start = bottom
      y = bottom + Self.radius + 6
    }

    private mutating func plus(at y: Double) {
      let (x, arm) = (Self.track, 4.0)
      above.append(SVG.circle(x, y, Self.radius, "sum"))
      above.append(
        SVG.path(
          "M\(SVG.point(x - arm, y))h\(decimal(2 * arm))M\(SVG.point(x, y - arm))v\(decimal(2 * arm))",
          "sum-sign"))
    }

    private mutating func reading(_ text: String) {
      y += 4
      above.append(SVG.circle(Self.track, y + 9, 4, "tap"))
      for line in SVG.wrapped(text, to: width - Self.beside - inset, size: SVG.fontSize) {
        above.append(SVG.text(Self.beside - 12, y + 14, line))
        y += 18
      }
      y += 6
    }

    private mutating func branch(_ boxes: [Box]) {
      y += 4
      let tap = y + 14
      above.append(SVG.circle(Self.track, tap, 4, "tap"))
      above.append(
        SVG.path(
          "M\(SVG.point(Self.track + 4, tap))H\(decimal(Self.beside - 1, places: 1))m-5-4l5 4l-5 4",
          "arrow"))
      // High enough that the way out and the way back do not meet.
      stack(boxes, x: Self.beside, width: width - Self.beside - inset, leastHeight: 52)
      let back = y - 14
      above.append(
        SVG.path(
          "M\(SVG.point(Self.beside, back))"
            + "H\(decimal(Self.track + Self.radius + 1, places: 1))m5-4l-5 4l5 4",
          "arrow"))
      plus(at: back)
      y += 8
    }

    private mutating func stretch(_ stretch: Stretch) {
      let top = y + 4
      y = top + 6
      let room = width - Self.beside - 10
      for line in SVG.wrapped(stretch.name, to: room, size: SVG.fontSize) {
        above.append(SVG.text(Self.beside, y + 14, line, "strong"))
        y += 18
      }
      for (text, style) in [(stretch.note, "small")] + stretch.facts.map({ ($0, "small fixed") }) {
        for line in SVG.wrapped(text, to: room) where !line.isEmpty {
          above.append(SVG.text(Self.beside, y + 13, line, style))
          y += 17
        }
      }
      inset += 8
      for station in stretch.stations { draw(station) }
      inset -= 8
      y += 4
      if stretch.isRepeated {
        frames.append(SVG.rect(3.5, top + 4, width - 4, y - top, "part behind", radius: 8))
      }
      frames.append(
        SVG.rect(
          0.5, top, width - (stretch.isRepeated ? 4.5 : 1), y - top, "part frame", radius: 8))
      y += stretch.isRepeated ? 12 : 8
    }

    private mutating func through(_ boxes: [Box]) {
      y += 8
      let end = y
      closePath()
      y = end + 6
      above.append(
        SVG.path(
          "M\(SVG.point(Self.track - 6, end - 2))l6 7l6-7z", "stream-end"))
      stack(boxes, x: 0, width: width)
    }

    /// Boxes below each other, joined by arrows.
    private mutating func stack(
      _ boxes: [Box], x: Double, width: Double, leastHeight: Double = 0
    ) {
      for (index, box) in boxes.enumerated() {
        if index > 0 {
          above.append(SVG.path("M\(SVG.point(x + width / 2, y))v13m-4-5l4 5l4-5", "arrow"))
          y += 15
        }
        draw(box, x: x, width: width, leastHeight: leastHeight)
      }
    }

    private mutating func draw(_ box: Box, x: Double, width: Double, leastHeight: Double) {
      let top = y
      let room = width - 20
      let place = above.count
      y += 6
      for line in SVG.wrapped(box.name, to: room, size: SVG.fontSize) {
        above.append(SVG.text(x + 10, y + 14, line, "strong"))
        y += 18
      }
      for line in SVG.wrapped(box.note, to: room) where !line.isEmpty {
        above.append(SVG.text(x + 10, y + 13, line, "small"))
        y += 17
      }
      facts(box.facts, x: x + 10, top: top + 6, room: room)
      if !box.boxes.isEmpty {
        y += 6
        stack(box.boxes, x: x + 10, width: width - 20)
        y += 3
      }
      y = max(y + 7, top + leastHeight)
      // Below its own words.
      above.insert(
        SVG.rect(
          x + 0.5, top + 0.5, width - 1, y - top - 1, box.style,
          radius: box.role == .learned ? 0 : 8), at: place)
    }

    /// Writes facts at the right edge where there is room beside the words, below them otherwise.
    private mutating func facts(_ facts: [String], x: Double, top: Double, room: Double) {
      if room > 420 {
        for (index, fact) in facts.enumerated() {
          let line = top + Double(index) * 17
          above.append(SVG.text(x + room, line + 14, fact, "small fixed", anchor: .end))
          y = max(y, line + 18)
        }
        return
      }
      for line in facts.flatMap({ SVG.wrapped($0, to: room) }) {
        above.append(SVG.text(x, y + 13, line, "small fixed"))
        y += 17
      }
    }
  }
}
