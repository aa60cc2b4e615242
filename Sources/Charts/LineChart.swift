import Markup

/// Values over steps: one or several series of points joined by lines.
///
/// Series differ by color, by dash and by marker; their names stand in a legend in the same order. Points
/// above the y axis stand at its edge with an arrow, and the legend says how high they are.
public struct LineChart: Chart, Equatable {
  /// A value at a place on the x axis.
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Points that a line joins, under one name.
  public struct Series: Sendable, Equatable {
    public var name: String
    public var points: [Point]
    /// Whether each point is marked, for series of few points.
    public var isMarked: Bool

    /// A series; `isMarked` shows each point by itself as well.
    public init(_ name: String, _ points: [Point], isMarked: Bool = false) {
      self.name = name
      self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
      self.isMarked = isMarked
    }
  }

  /// A line across the whole chart at a value worth knowing.
  public struct Reference: Sendable, Equatable {
    public var label: String
    public var value: Double

    /// A line at `value` with words beside it.
    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  public var x: Axis
  public var y: Axis
  public var series: [Series]
  /// Values on the y axis.
  public var references: [Reference]
  /// Values on the x axis.
  public var marks: [Reference]

  public init(
    x: Axis, y: Axis, series: [Series], references: [Reference] = [], marks: [Reference] = []
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.references = references
    self.marks = marks
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let keys = series.enumerated().map { key($0, $1, frame.wording) }
    let legend = Legend(keys: keys).drawing(width: frame.width)
    let ticks = y.ticks(y.scale == .linear ? 5 : 9)
    let labels = ticks.map { y.label($0, among: ticks) }
    let left = (labels.map { SVG.width(of: $0) }.max() ?? 0) + 10
    let top = legend.height + (marks.isEmpty ? 26 : 42)
    let plot = (width: frame.width - left - 12, height: min(300, frame.width * 0.55))
    let place = { (point: Point) in
      (
        left + x.position(point.x) * plot.width,
        top + (1 - min(1, y.position(point.y))) * plot.height
      )
    }
    var content = legend.content
    content.append(SVG.text(0, legend.height + 14, "↑ " + y.label, "small"))
    for (tick, label) in zip(ticks, labels) {
      let height = top + (1 - y.position(tick)) * plot.height
      content.append(SVG.line(left, height, left + plot.width, height, "grid"))
      content.append(SVG.text(left - 6, height + 4, label, "small", anchor: .end))
    }
    content += bottomAxis(frame, left: left, width: plot.width, y: top + plot.height)
    for mark in marks {
      let position = place(Point(mark.value, y.lower)).0
      content.append(SVG.line(position, top - 14, position, top + plot.height, "reference"))
    }
    for (index, series) in series.enumerated() {
      content += drawn(series, index, width: plot.width, place: place)
    }
    for reference in references {
      let height = place(Point(x.lower, reference.value)).1
      content.append(SVG.line(left, height, left + plot.width, height, "reference"))
      content.append(
        SVG.text(left + plot.width, height - 5, reference.label, "small halo", anchor: .end))
    }
    content += marks.map { mark in
      besideLabel(mark.label, at: place(Point(mark.value, y.lower)).0, y: top - 6, frame.width)
    }
    return Drawing(width: frame.width, height: top + plot.height + 44, content: content)
  }

  private func besideLabel(_ text: String, at x: Double, y: Double, _ width: Double) -> Markup {
    x + 5 + SVG.width(of: text) > width
      ? SVG.text(x - 5, y, text, "small halo", anchor: .end)
      : SVG.text(x + 5, y, text, "small halo")
  }

  private func bottomAxis(
    _ frame: DrawingFrame, left: Double, width: Double, y: Double
  ) -> [Markup] {
    let ticks = x.ticks(max(2, Int(width / 90)))
    var content = [SVG.line(left, y, left + width, y, "axis")]
    var free = -Double.infinity
    for tick in ticks {
      let label = x.label(tick, among: ticks)
      let half = SVG.width(of: label) / 2
      let center = left + x.position(tick) * width
      let at = min(center, frame.width - half)
      content.append(SVG.line(center, y, center, y + 4, "axis"))
      if at - half > free + 6 {
        content.append(SVG.text(at, y + 17, label, "small", anchor: .middle))
        free = at + half
      }
    }
    content.append(SVG.text(left + width, y + 36, x.label + " →", "small", anchor: .end))
    return content
  }

  private func drawn(
    _ series: Series, _ index: Int, width: Double, place: (Point) -> (Double, Double)
  ) -> [Markup] {
    let points = Self.thinned(series.points, to: Int(width / 2)).map(place)
    guard let first = points.first else { return [] }
    var data = "M" + SVG.point(first.0, first.1)
    for point in points.dropFirst() { data += "L" + SVG.point(point.0, point.1) }
    var content = [SVG.path(data, "line \(Role.series(index).name)")]
    if series.isMarked || points.count == 1 {
      content += points.map { Self.marker(index, $0.0, $0.1) }
    }
    content += series.points.filter { $0.y > y.upper }.map { point in
      let (x, y) = place(point)
      return SVG.path("M\(SVG.point(x, y))v-9m-4 4l4-4l4 4", "arrow")
    }
    return content
  }

  /// At most two points for each of `columns` stretches: the lowest and the highest of it.
  static func thinned(_ points: [Point], to columns: Int) -> [Point] {
    guard points.count > 2 * columns, columns > 0 else { return points }
    var result: [Point] = []
    for column in 0..<columns {
      let bucket = points[
        (column * points.count / columns)..<((column + 1) * points.count / columns)]
      guard let low = bucket.indices.min(by: { bucket[$0].y < bucket[$1].y }),
        let high = bucket.indices.max(by: { bucket[$0].y < bucket[$1].y })
      else { continue }
      result.append(bucket[min(low, high)])
      if low != high { result.append(bucket[max(low, high)]) }
    }
    return result
  }

  static func marker(_ index: Int, _ x: Double, _ y: Double) -> Markup {
    let style = "marker \(Role.series(index).name)"
    let at = SVG.point(x, y)
    switch index % 4 {
    case 0: return SVG.circle(x, y, 3.2, style)
    case 1: return SVG.path("M\(at)m-3-3h6v6h-6z", style)
    case 2: return SVG.path("M\(at)m0-4l4 7h-8z", style)
    default: return SVG.path("M\(at)m0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z", style)
    }
  }

  /// The name of a series, and how high it goes where that cannot be seen.
  func label(_ series: Series, _ wording: ChartWording) -> String {
    let highest = series.points.map { $0.y }.max() ?? 0
    return highest > y.upper
      ? "\(series.name) (\(wording.above(Numbers.significant(highest))))" : series.name
  }

  private func key(_ index: Int, _ series: Series, _ wording: ChartWording) -> Legend.Key {
    Legend.Key(label: label(series, wording)) { x, y in
      let line = SVG.path("M\(SVG.point(x, y + 7))h22", "line \(Role.series(index).name)")
      return series.isMarked ? [line, Self.marker(index, x + 11, y + 7)] : [line]
    }
  }
}
