import Markup

extension BarChart {
  /// A text on one line that stands in the chart.
  struct Covered {
    var x: Double
    var width: Double
    var base: Double

    /// From above its letters to below them, where it stands at a place across; nil beside it.
    func extent(at place: Double) -> (top: Double, bottom: Double)? {
      place > x - 3 && place < x + width + 3 ? (base - 13, base + 5) : nil
    }
  }

  /// The upright line of a reference, with gaps where it would run through words.
  func line(
    at x: Double, top: Double, bottom: Double, around covered: [Covered]
  ) -> [Markup] {
    var lines: [Markup] = []
    var start = top
    for gap in covered.compactMap({ $0.extent(at: x) }).sorted(by: { $0.top < $1.top }) {
      if gap.top > start + 2 { lines.append(SVG.line(x, start, x, gap.top, "reference")) }
      start = max(start, gap.bottom)
    }
    if bottom > start + 2 { lines.append(SVG.line(x, start, x, bottom, "reference")) }
    return lines
  }
}
