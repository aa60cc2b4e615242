import Markup

/// A sequence of steps, each a chart with a title and a caption, read from left to right and down.
///
/// On a page each step is a group of class `step` with its number in `data-step`, so that a script can
/// show one after the other.
public struct Film: Chart {
  /// One picture of the film.
  public struct Step: Sendable {
    public var title: String
    public var caption: String
    public var chart: Picture

    public init(_ title: String, caption: String = "", _ chart: some Chart) {
      self.title = title
      self.caption = caption
      self.chart = chart.picture
    }
  }

  public var steps: [Step]
  /// The least width of a step, in CSS pixels and in columns; steps stand side by side where they fit.
  public var stepWidth: Double
  public var stepColumns: Int

  /// Steps in their order, each given at least this width.
  public init(_ steps: [Step], stepWidth: Double = 320, stepColumns: Int = 60) {
    self.steps = steps
    self.stepWidth = stepWidth
    self.stepColumns = stepColumns
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let gap = 16.0
    let columns = max(1, min(steps.count, Int((frame.width + gap) / (stepWidth + gap))))
    let width = (frame.width - gap * Double(columns - 1)) / Double(columns)
    var content: [Markup] = []
    var (y, right) = (0.0, 0.0)
    for start in stride(from: 0, to: steps.count, by: columns) {
      var tallest = 0.0
      for index in start..<min(start + columns, steps.count) {
        let x = Double(index - start) * (width + gap)
        let step = drawn(steps[index], width: width, frame)
        content.append(
          tag("g", ["class": "step", "data-step": "\(index + 1)"]) {
            SVG.group(x, y, step.content)
          })
        tallest = max(tallest, step.height)
        right = max(right, x + step.width)
      }
      y += tallest + 14
    }
    return Drawing(width: max(frame.width, right), height: max(0, y - 10), content: content)
  }

  private func drawn(_ step: Step, width: Double, _ frame: DrawingFrame) -> Drawing {
    var content: [Markup] = []
    var y = 0.0
    for line in SVG.wrapped(step.title, to: width, size: SVG.fontSize) where !line.isEmpty {
      content.append(SVG.text(0, y + 14, line, "strong"))
      y += 19
    }
    for line in SVG.wrapped(step.caption, to: width) where !line.isEmpty {
      content.append(SVG.text(0, y + 13, line, "small"))
      y += 17
    }
    y += 5
    var inner = frame
    inner.width = width
    let chart = step.chart.drawing(inner)
    content.append(SVG.group(0, y, chart.content))
    return Drawing(width: max(width, chart.width), height: y + chart.height, content: content)
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let columns = max(1, (frame.width + 2) / (stepColumns + 2))
    let width = columns == 1 ? frame.width : (frame.width - 2 * (columns - 1)) / columns
    var inner = frame
    inner.width = width
    let blocks = steps.map { step -> [StyledLine] in
      let title = TerminalText.wrapped(step.title, to: width).filter { !$0.isEmpty }
      let caption = TerminalText.wrapped(step.caption, to: width).filter { !$0.isEmpty }
      return title.map { StyledLine($0, .strong) } + caption.map { StyledLine($0, .dim) }
        + step.chart.terminal(inner)
    }
    var lines: [StyledLine] = []
    for start in stride(from: 0, to: blocks.count, by: columns) {
      if start > 0 { lines.append(StyledLine()) }
      lines += StyledLine.beside(
        Array(blocks[start..<min(start + columns, blocks.count)]), width: width)
    }
    return lines
  }
}
