import Markup

extension Scatter {
  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let legend = Legend(
      keys: groups.enumerated().map { index, name in
        Legend.Key(label: name) { x, y in [LineChart.marker(index, x + 11, y + 7)] }
      }
    ).drawing(width: frame.width)
    let height = min(frame.width, 400) * 0.9
    let (xTicks, yTicks) = (x.ticks(3), y.ticks(3))
    let yLabels = yTicks.map { y.label($0, among: yTicks) }
    let left = (yLabels.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let top = legend.height + 18
    let area = Area(left: left, top: top, right: frame.width, bottom: top + height)
    var content = legend.content
    content += [
      SVG.rect(left + 0.5, top + 0.5, frame.width - left - 1, height - 1, "paper", radius: 4),
      SVG.text(0, legend.height + 13, "↑ " + y.label, "small dim"),
      SVG.text(frame.width, area.bottom + 32, x.label + " →", "small dim", anchor: .end),
    ]
    let place = { (point: Point) in
      (
        left + 10 + x.position(point.x) * (frame.width - left - 20),
        top + 10 + (1 - y.position(point.y)) * (height - 20)
      )
    }
    for tick in xTicks {
      let at = place(Point(tick, y.lower, label: "")).0
      content.append(SVG.line(at, top + 1, at, area.bottom - 1, "grid"))
      content.append(
        SVG.text(
          min(at, frame.width - 12), area.bottom + 16, x.label(tick, among: xTicks), "small dim",
          anchor: .middle))
    }
    for (tick, label) in zip(yTicks, yLabels) {
      let at = place(Point(x.lower, tick, label: "")).1
      content.append(SVG.line(left + 1, at, frame.width - 1, at, "grid"))
      content.append(SVG.text(left - 5, at + 4, label, "small dim", anchor: .end))
    }
    let dots = points.map(place)
    for (point, dot) in zip(points, dots) {
      content.append(LineChart.marker(point.group, dot.0, dot.1))
      if point.isPointed {
        content.append(
          tag(
            "circle",
            [
              "cx": decimal(dot.0, places: 1), "cy": decimal(dot.1, places: 1), "r": "8",
              "class": "pointed",
            ]))
      }
    }
    content += names(dots, within: area)
    return Drawing(width: frame.width, height: area.bottom + 40, content: content)
  }

  private struct Area {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// The names of the dots where they hide nothing; a thin line leads to one that stands apart.
  private func names(_ dots: [(Double, Double)], within area: Area) -> [Markup] {
    var content: [Markup] = []
    var taken: [Spot] = []
    for (point, dot) in zip(points, dots) {
      let label = TerminalText.visible(point.label)
      let width = Double(TerminalText.width(of: label)) * 7.2
      let spots = Spot.around(dot.0, dot.1, width: width).filter { spot in
        spot.left >= area.left + 2 && spot.right <= area.right - 2 && spot.top > area.top + 1
          && spot.bottom < area.bottom
      }
      // Where every spot would hide something, the dot has to do without its name.
      let free = spots.first { spot in
        !taken.contains(where: spot.meets) && !dots.contains { spot.covers($0.0, $0.1) }
      }
      guard let free else { continue }
      taken.append(free)
      if free.isApart {
        content.append(
          SVG.line(
            dot.0, dot.1, min(max(dot.0, free.left), free.right).rounded(),
            free.top > dot.1 ? free.top : free.bottom < dot.1 ? free.bottom : dot.1, "axis"))
      }
      content.append(
        SVG.text(free.x, free.baseline, label, "small fixed halo", anchor: free.anchor))
    }
    return content
  }
}

/// A place for a name of a dot.
private struct Spot {
  let x: Double
  let baseline: Double
  let anchor: SVG.Anchor
  let left: Double
  let right: Double
  /// Whether it is so far from the dot that a line has to lead there.
  var isApart = false

  var top: Double { baseline - 10 }
  var bottom: Double { baseline + 3 }

  /// Right of a dot, left of it, above and below; then further and further away.
  static func around(_ x: Double, _ y: Double, width: Double) -> [Spot] {
    let near = [
      Spot(x: x + 5, baseline: y + 4, anchor: .start, left: x + 5, right: x + 5 + width),
      Spot(x: x - 5, baseline: y + 4, anchor: .end, left: x - 5 - width, right: x - 5),
      Spot(x: x, baseline: y - 6, anchor: .middle, left: x - width / 2, right: x + width / 2),
      Spot(x: x, baseline: y + 15, anchor: .middle, left: x - width / 2, right: x + width / 2),
    ]
    let far = [14.0, 24, 34].flatMap { away in
      [(1.0, -1.0), (1, 1), (-1, -1), (-1, 1)].map { side in
        let start = side.0 > 0 ? x + away * 0.6 : x - away * 0.6 - width
        return Spot(
          x: start, baseline: y + 4 + side.1 * away, anchor: .start, left: start,
          right: start + width, isApart: true)
      }
    }
    return near + far
  }

  func meets(_ other: Spot) -> Bool {
    left < other.right + 3 && other.left < right + 3 && top < other.bottom && other.top < bottom
  }

  /// Whether a dot there would touch the name.
  func covers(_ x: Double, _ y: Double) -> Bool {
    x > left - 3 && x < right + 3 && y > top - 2 && y < bottom + 2
  }
}
