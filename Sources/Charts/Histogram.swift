import Markup

/// How often values fall into each of many equal bins, one panel for each set of values.
public struct Histogram: Chart, Equatable {
  /// One distribution: how many values fell into each of its bins.
  public struct Panel: Sendable, Equatable {
    public var title: String
    /// Further numbers, for instance mean and deviation.
    public var note: String
    /// `counts[i]` values lie in `lower + i·binWidth ..< lower + (i + 1)·binWidth`.
    public var lower: Double
    public var binWidth: Double
    public var counts: [Int]

    /// Counts of bins of one width, the first of which begins at `lower`.
    public init(_ title: String, note: String, lower: Double, binWidth: Double, counts: [Int]) {
      self.title = title
      self.note = note
      self.lower = lower
      self.binWidth = binWidth
      self.counts = counts
    }
  }

  public var panels: [Panel]
  /// What is counted over, and what is counted.
  public var xLabel: String
  public var yLabel: String
  public var role: Role

  public init(panels: [Panel], xLabel: String, yLabel: String, role: Role) {
    self.panels = panels
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.role = role
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let columns = max(1, min(panels.count, Int(frame.width / 300)))
    let gap = 20.0
    let width = (frame.width - gap * Double(columns - 1)) / Double(columns)
    let height = 186.0
    var content: [Markup] = []
    for (index, panel) in panels.enumerated() {
      let x = Double(index % columns) * (width + gap)
      let y = Double(index / columns) * height
      content.append(SVG.group(x, y, drawn(panel, width: width, height: height - 18)))
    }
    let rows = (panels.count + columns - 1) / columns
    return Drawing(width: frame.width, height: Double(rows) * height, content: content)
  }

  private func drawn(_ panel: Panel, width: Double, height: Double) -> [Markup] {
    let x = Axis(
      xLabel, from: panel.lower, to: panel.lower + panel.binWidth * Double(panel.counts.count))
    let y = Axis(yLabel, spanning: panel.counts.map(Double.init), from: 0)
    let yTicks = y.ticks(3).filter { $0 == $0.rounded() }
    let yLabels = yTicks.map { Numbers.count(Int($0)) }
    let left = (yLabels.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let (top, bottom) = (58.0, height - 36)
    let plot = width - left - 8
    var content = [
      SVG.text(0, 13, SVG.truncated(panel.title, to: width / 1.1), "small strong"),
      SVG.text(0, 29, panel.note, "small"),
      SVG.text(0, 45, "↑ " + yLabel, "small dim"),
    ]
    for (tick, label) in zip(yTicks, yLabels) {
      let at = bottom - y.position(tick) * (bottom - top)
      content.append(SVG.line(left, at, left + plot, at, "grid"))
      content.append(SVG.text(left - 5, at + 4, label, "small", anchor: .end))
    }
    let bin = plot / Double(max(1, panel.counts.count))
    var data = ""
    for (index, count) in panel.counts.enumerated() where count > 0 {
      let tall = max(0.6, y.position(Double(count)) * (bottom - top))
      let gap = bin > 4 ? 1.0 : 0
      data += "M\(SVG.point(left + Double(index) * bin, bottom))v-\(decimal(tall, places: 1))"
      data += "h\(decimal(bin - gap, places: 1))v\(decimal(tall, places: 1))z"
    }
    content.append(SVG.path(data, "bar " + role.name))
    content.append(SVG.line(left, bottom, left + plot, bottom, "axis"))
    let ticks = x.ticks(4)
    for tick in ticks {
      let at = left + x.position(tick) * plot
      content.append(SVG.line(at, bottom, at, bottom + 4, "axis"))
      content.append(
        SVG.text(
          min(at, width - 14), bottom + 17, x.label(tick, among: ticks), "small", anchor: .middle))
    }
    content.append(SVG.text(left + plot, bottom + 33, xLabel + " →", "small dim", anchor: .end))
    return content
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 72)
    var lines: [StyledLine] = []
    for panel in panels {
      lines += TerminalText.wrapped(panel.title, to: width).map { StyledLine($0, .strong) }
      lines += TerminalText.wrapped(panel.note, to: width).map { StyledLine($0, .dim) }
      let counts = Self.gathered(panel.counts, into: width - 2)
      let most = max(1, counts.max() ?? 1)
      let height = 5
      let levels = counts.map { count in
        count == 0 ? 0 : max(1, (count * height * 8 + most / 2) / most)
      }
      let parts = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      for row in (0..<height).reversed() {
        let text = levels.map { parts[min(8, max(0, $0 - row * 8))] }.joined()
        lines.append(StyledLine(text, role))
      }
      let end = panel.lower + panel.binWidth * Double(panel.counts.count)
      let (least, greatest) = (Numbers.significant(panel.lower), Numbers.significant(end))
      lines.append(
        StyledLine(
          TerminalText.padded(least, to: max(0, counts.count - TerminalText.width(of: greatest)))
            + greatest, .dim))
      let label = "\(xLabel); █ = \(Numbers.count(most)) \(yLabel)"
      lines += TerminalText.wrapped(label, to: width).map { StyledLine($0, .dim) }
      lines.append(StyledLine())
    }
    return Array(lines.dropLast())
  }

  /// The bins summed into at most `columns` equal groups.
  static func gathered(_ counts: [Int], into columns: Int) -> [Int] {
    guard counts.count > columns, columns > 0 else { return counts }
    let size = (counts.count + columns - 1) / columns
    return stride(from: 0, to: counts.count, by: size).map { start in
      counts[start..<min(start + size, counts.count)].reduce(0, +)
    }
  }
}
