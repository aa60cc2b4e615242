import Markup

/// Values over steps: one or several series of points joined by lines.
///
/// Series differ by color, by dash and by marker; their names stand in a legend in the same order. Points
/// beyond the y axis stand at its edge with an arrow, and the legend says how far they go.
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
  /// The point to look at, for instance where the lines of a film have come to.
  public var pointed: Point?

  public init(
    x: Axis, y: Axis, series: [Series], references: [Reference] = [], marks: [Reference] = [],
    pointed: Point? = nil
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.references = references
    self.marks = marks
    self.pointed = pointed
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let keys = series.enumerated().map { key($0, $1, frame.wording) }
    let legend = Legend(keys: keys).drawing(width: frame.width)
    let ticks = y.ticks(y.scale == .linear ? 5 : 9)
    let labels = ticks.map { y.label($0, among: ticks) }
    let left = (labels.map { SVG.width(of: $0) }.max() ?? 0) + 10
    let title = SVG.wrapped("↑ " + y.title(frame.wording), to: frame.width)
    let rows = placed(marks, left: left, plot: frame.width - left - 12, width: frame.width)
    let marking = Double((rows.map { $0.row }.max() ?? -1) + 1) * 16
    let top = legend.height + 10 + Double(title.count) * 16 + marking
    let plot = (width: frame.width - left - 12, height: min(300, frame.width * 0.55))
    let place = { (point: Point) in
      (
        left + x.position(point.x) * plot.width,
        top + (1 - min(1, max(0, y.position(point.y)))) * plot.height
      )
    }
    var content = legend.content
    for (index, line) in title.enumerated() {
      content.append(SVG.text(0, legend.height + 14 + Double(index) * 16, line, "small"))
    }
    for (tick, label) in zip(ticks, labels) {
      let height = top + (1 - y.position(tick)) * plot.height
      content.append(SVG.line(left, height, left + plot.width, height, "grid"))
      content.append(SVG.text(left - 6, height + 4, label, "small", anchor: .end))
    }
    content += bottomAxis(frame, left: left, width: plot.width, y: top + plot.height)
    for mark in rows {
      let highest = top - Double(mark.row) * 16 - 14
      content.append(SVG.line(mark.x, highest, mark.x, top + plot.height, "reference"))
    }
    for (index, series) in series.enumerated() {
      content += drawn(series, index, width: plot.width, place: place)
    }
    if let pointed {
      let (x, height) = place(pointed)
      content.append(SVG.circle(x, height, 8, "pointed"))
    }
    for reference in references {
      let height = place(Point(x.lower, reference.value)).1
      content.append(SVG.line(left, height, left + plot.width, height, "reference"))
      content.append(
        SVG.text(left + plot.width, height - 5, reference.label, "small halo", anchor: .end))
    }
    content += rows.map { mark in
      SVG.text(
        mark.isBefore ? mark.x - 5 : mark.x + 5, top - 6 - Double(mark.row) * 16, mark.label,
        "small halo", anchor: mark.isBefore ? .end : .start)
    }
    let below = Double(SVG.wrapped(x.title(frame.wording) + " →", to: frame.width).count) * 16
    return Drawing(width: frame.width, height: top + plot.height + 28 + below, content: content)
  }

  private func bottomAxis(
    _ frame: DrawingFrame, left: Double, width: Double, y: Double
  ) -> [Markup] {
    let ticks = x.ticks(max(3, Int(width / 90)))
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
    for (index, line) in SVG.wrapped(x.title(frame.wording) + " →", to: frame.width).enumerated() {
      content.append(
        SVG.text(left + width, y + 36 + Double(index) * 16, line, "small", anchor: .end))
    }
    return content
  }

  private func drawn(
    _ series: Series, _ index: Int, width: Double, place: (Point) -> (Double, Double)
  ) -> [Markup] {
    let points = Self.thinned(series.points, to: Int(width / 2)).map(place)
    guard !points.isEmpty else { return [] }
    var content = [SVG.path(SVG.trace(points), "line \(Role.series(index).name)")]
    if series.isMarked || points.count == 1 {
      content += points.map { Self.marker(index, $0.0, $0.1) }
    }
    content += series.points.filter { isBeyond($0) }.map { point in
      let (x, height) = place(point)
      let arrow = point.y > y.upper ? "v-9m-4 4l4-4l4 4" : "v9m-4-4l4 4l4-4"
      return SVG.path("M\(SVG.point(x, height))\(arrow)", "arrow")
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

  /// Whether a point lies above or below the y axis.
  private func isBeyond(_ point: Point) -> Bool { point.y > y.upper || point.y < y.lower }

  /// The name of a series, and how high and low it goes where that cannot be seen.
  func label(_ series: Series, _ wording: ChartWording) -> String {
    let values = series.points.map { $0.y }
    var beyond: [String] = []
    if let highest = values.max(), highest > y.upper {
      beyond.append(wording.above(Numbers.significant(highest)))
    }
    if let lowest = values.min(), lowest < y.lower {
      beyond.append(wording.below(Numbers.significant(lowest)))
    }
    return beyond.isEmpty ? series.name : "\(series.name) (\(beyond.joined(separator: "; ")))"
  }

  private func key(_ index: Int, _ series: Series, _ wording: ChartWording) -> Legend.Key {
    Legend.Key(label: label(series, wording)) { x, y in
      let line = SVG.path("M\(SVG.point(x, y + 7))h22", "line \(Role.series(index).name)")
      return series.isMarked ? [line, Self.marker(index, x + 11, y + 7)] : [line]
    }
  }
}
