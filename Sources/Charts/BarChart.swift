import Markup

/// Quantities side by side as horizontal bars, each of one or several segments.
///
/// Segments differ by color and by hatching. For a choice among candidates, the chosen bar is marked in
/// words, bars that were cut off are outlines, and a line shows where the cut lies. A bar that is longer
/// than the axis ends at its edge with an arrow.
public struct BarChart: Chart, Equatable {
  /// What is said of one bar among the others.
  public enum Mark: Sendable, Equatable {
    case chosen
    case cut
    /// Chosen in other words, for instance `the true next token`.
    case noted(String)
  }

  /// One bar.
  public struct Row: Sendable, Equatable {
    public var label: String
    /// Lengths of the segments, one for each of the chart's series.
    public var values: [Double]
    /// What is written after the bar.
    public var text: String
    public var mark: Mark?

    public init(_ label: String, _ values: [Double], text: String, mark: Mark? = nil) {
      self.label = label
      self.values = values
      self.text = text
      self.mark = mark
    }
  }

  /// What the lengths measure, with the unit; it spans all bars.
  public var axis: Axis
  public var rows: [Row]
  /// Names of the segments; a single segment needs none.
  public var series: [String]
  /// Roles of the segments, which set their colors.
  public var roles: [Role]
  /// The row after which candidates are cut off.
  public var cutAfter: Int?
  /// Values on the axis worth a line.
  public var references: [LineChart.Reference]
  /// Whether labels are pieces of text in the fixed-width font.
  public var hasTokenLabels: Bool
  /// Rows of charts beside this one, for which the same room is left, so that bars begin at one place.
  public var neighbors: [Row] = []

  /// Bars on an axis that spans them all, or that ends at `upper`.
  public init(
    axis: String, rows: [Row], series: [String] = [], roles: [Role]? = nil, cutAfter: Int? = nil,
    references: [LineChart.Reference] = [], hasTokenLabels: Bool = false, upTo upper: Double? = nil
  ) {
    let ends = rows.map { $0.values.reduce(0, +) } + references.map { $0.value }
    if let upper {
      self.axis = Axis(axis, from: min(0, ends.min() ?? 0), to: upper)
    } else {
      self.axis = Axis(axis, spanning: ends, from: 0)
    }
    self.rows = rows
    self.series = series
    self.roles = roles ?? (0..<max(1, series.count)).map { .series($0) }
    self.cutAfter = cutAfter
    self.references = references
    self.hasTokenLabels = hasTokenLabels
  }

  private func labelWidth(_ label: String) -> Double {
    hasTokenLabels
      ? SVG.fixedWidth(of: label)
      : SVG.width(of: label, size: SVG.fontSize)
  }

  /// Room for what follows a bar; marked rows have bold letters, which are wider.
  private static func width(_ suffix: String, _ row: Row) -> Double {
    SVG.width(of: suffix) * (row.mark == nil || row.mark == .cut ? 1 : 1.1)
  }

  /// Whether a row's bar goes on beyond the end of the axis, by more than the rounding of a sum.
  func isCut(_ row: Row) -> Bool { row.values.reduce(0, +) > axis.upper * (1 + 1e-6) }

  func suffix(_ row: Row, _ wording: ChartWording) -> String {
    (isCut(row) ? "→ " : "") + marked(row, wording)
  }

  private func marked(_ row: Row, _ wording: ChartWording) -> String {
    switch row.mark {
    case .chosen: row.text + " ◀ " + wording.chosen
    case .noted(let note): row.text + " ◀" + (note.isEmpty ? "" : " " + note)
    case .cut, nil: row.text
    }
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let legend = Legend(
      keys: series.enumerated().map { index, name in
        Legend.Key(label: name) { x, y in segment(index, x, y, 22, 14, nil, frame) }
      }
    ).drawing(width: frame.width)
    let all = rows + neighbors
    let needed = (all.map { labelWidth($0.label) }.max() ?? 0) + 10
    let suffixes = all.map { suffix($0, frame.wording) }
    let widest = (zip(all, suffixes).map { Self.width($1, $0) }.max() ?? 0) + 10
    // Where words would leave too little room for bars, they stand in lines above each bar: labels, and
    // unless it is short what follows a bar, beside the label or in a second line.
    let isStacked = needed > frame.width * 0.4 || needed + widest > frame.width * 0.62
    // A row without a bar has the whole width for its words.
    let beside =
      (zip(all, suffixes).filter { !isStacked || $0.0.values.contains { $0 != 0 } }
        .map { Self.width($1, $0) }.max() ?? 0) + 10
    let isBeside = !isStacked || beside <= frame.width * 0.3
    let sharesLine = zip(all, suffixes).allSatisfy {
      labelWidth($0.label) + Self.width($1, $0) + 12 <= frame.width
    }
    let above = { (row: Row) -> Double in
      !isStacked || isBeside && row.label.isEmpty ? 4 : isBeside || sharesLine ? 18 : 34
    }
    let left = isStacked ? 0 : needed
    let plot = frame.width - left - (isBeside ? beside : 18)
    let barHeight = 18.0
    let place = { (value: Double) in left + min(1, axis.position(value)) * plot }
    var content = legend.content
    let top = legend.height + (legend.height > 0 ? 6 : 0) + (references.isEmpty ? 0 : 21)
    var y = top
    var texts: [Markup] = []
    // Where words stand: a line that marks a value leaves them out.
    var covered: [Covered] = []
    for (index, row) in rows.enumerated() {
      let barTop = y + above(row)
      if !row.label.isEmpty {
        texts.append(label(row, y: isStacked ? y + 13 : barTop + 13, isStacked, left, frame))
      }
      content += bars(row, at: barTop, height: barHeight, place: place, frame)
      let isStrong = row.mark != nil && row.mark != .cut
      let style = row.mark == .cut ? "small dim" : isStrong ? "small strong" : "small"
      let end = max(place(0), place(row.values.reduce(0, +))) + 6
      let (x, base, anchor): (Double, Double, SVG.Anchor) =
        isBeside
        ? (end, barTop + 13, .start)
        : sharesLine ? (frame.width, y + 13, .end) : (0, y + 29, .start)
      texts.append(SVG.text(x, base, suffixes[index], style, anchor: anchor))
      let room = Self.width(suffixes[index], row)
      covered.append(Covered(x: anchor == .end ? x - room : x, width: room, base: base))
      if isStacked && !row.label.isEmpty {
        covered.append(Covered(x: 0, width: labelWidth(row.label), base: y + 13))
      }
      y = barTop + (isStacked ? 28 : 24)
      if cutAfter == index {
        content.append(SVG.line(0, y + 6, frame.width, y + 6, "reference"))
        content.append(
          SVG.text(frame.width, y + 20, frame.wording.cutOff, "small dim", anchor: .end))
        y += 24
      }
    }
    for reference in references {
      content += line(at: place(reference.value), top: top - 4, bottom: y, around: covered)
    }
    content += texts
    content += references.map { reference in
      let half = SVG.width(of: reference.label) / 2 + 3
      let x = min(max(half, place(reference.value)), frame.width - half)
      return SVG.text(x, top - 8, reference.label, "small", anchor: .middle)
    }
    return Drawing(
      width: frame.width,
      height: y + 23 + Double(axisLines(frame).count + (rows.contains(where: isCut) ? 1 : 0)) * 17,
      content: content + bottomAxis(left, plot, y + 2, frame))
  }

  private func label(
    _ row: Row, y: Double, _ isStacked: Bool, _ left: Double, _ frame: DrawingFrame
  ) -> Markup {
    if hasTokenLabels {
      return SVG.fixedText(isStacked ? 0 : left - 10 - labelWidth(row.label), y, row.label)
    }
    guard isStacked else { return SVG.text(left - 10, y, row.label, anchor: .end) }
    return SVG.text(
      0, y, SVG.truncated(row.label, to: frame.width, size: SVG.fontSize))
  }

  private func bars(
    _ row: Row, at y: Double, height: Double, place: (Double) -> Double, _ frame: DrawingFrame
  ) -> [Markup] {
    var content: [Markup] = []
    var sum = 0.0
    for (index, value) in row.values.enumerated() {
      let (start, end) = (place(sum), place(sum + value))
      sum += value
      guard value != 0 else { continue }
      let width = max(1, (end - start).magnitude - (row.values.count > 1 ? 1 : 0))
      content += segment(index, min(start, end), y, width, height, row.mark, frame)
    }
    return content
  }

  private func segment(
    _ index: Int, _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ mark: Mark?,
    _ frame: DrawingFrame
  ) -> [Markup] {
    var style = "bar " + roles[index % roles.count].name
    if mark == .cut { style = "bar cut" } else if mark != nil { style = "bar chosen" }
    let base = SVG.rect(x, y, width, height, style)
    guard index > 0, mark == nil else { return [base] }
    return [base, SVG.rect(x, y, width, height, "hatched", fill: frame.hatch(index - 1))]
  }

  private func axisLines(_ frame: DrawingFrame) -> [String] {
    SVG.wrapped(axis.title(frame.wording) + " →", to: frame.width)
  }

  private func bottomAxis(
    _ left: Double, _ width: Double, _ y: Double, _ frame: DrawingFrame
  ) -> [Markup] {
    let ticks = axis.ticks(max(3, min(5, Int(width / 70))))
    var content = [SVG.line(left, y, left + width, y, "axis")]
    for tick in ticks {
      let x = left + axis.position(tick) * width
      let label = axis.label(tick, among: ticks)
      content.append(SVG.line(x, y, x, y + 4, "axis"))
      let half = SVG.width(of: label) / 2
      content.append(
        SVG.text(
          min(max(x, half), frame.width - half), y + 17, label, "small", anchor: .middle))
    }
    var base = y + 34
    for line in axisLines(frame) {
      let start = max(0, min(left, left + width - SVG.width(of: line)))
      content.append(SVG.text(start, base, line, "small"))
      base += 17
    }
    if rows.contains(where: isCut) {
      content.append(SVG.text(0, base, frame.wording.beyond, "small"))
    }
    return content
  }
}
