import Markup

extension HeatMap {
  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let layout = Layout(self, width: frame.width)
    var content: [Markup] = []
    let header = 20.0
    content.append(
      SVG.text(0, 13, "↓ \(rowAxis)   → \(columnAxis)", "small"))
    var bottom = header
    var right = 0.0
    for (index, panel) in panels.enumerated() {
      // Words beside the rows stand once, left of the first panel of a line.
      let x = Double(index % layout.columns) * (layout.panelWidth - layout.left)
      let y = header + Double(index / layout.columns) * layout.panelHeight
      content.append(
        SVG.group(x, y, drawn(panel, layout, frame, namesRows: index % layout.columns == 0)))
      bottom = max(bottom, y + layout.panelHeight)
      right = max(right, x + layout.panelWidth)
    }
    let legend = self.legend(frame, width: frame.width)
    content.append(SVG.group(0, bottom + 4, legend.content))
    return Drawing(
      width: max(frame.width, right - Layout.gap), height: bottom + 4 + legend.height,
      content: content)
  }

  /// Sizes that all panels share.
  struct Layout {
    static let gap = 14.0
    /// Cells shrink to this before a row's words are cut.
    static let leastBesideWords = 22.0
    /// Words may always have this share of the width.
    static let shareOfWords = 0.32
    var cell: (width: Double, height: Double)
    var left: Double
    var top: Double
    var columns: Int
    var panelWidth: Double
    var panelHeight: Double
    var hasNumbers: Bool
    /// Whether columns have their names above them, or numbers below.
    var namesColumns: Bool
    var countsColumns: Bool
    /// Whether column labels stand upright.
    var isTurned: Bool

    init(_ map: HeatMap, width: Double) {
      let titleHeight = map.panels.contains { !$0.title.isEmpty } ? 20.0 : 4.0
      let count = Double(max(1, map.columnCount))
      let labels = map.rowLabels.map { Double(TerminalText.width(of: $0)) * 7.2 }
      let own = map.hasCountedRows ? SVG.width(of: "\(map.rowCount - 1)") : labels.max() ?? 0
      // Names above the columns stand upright, one a line of small letters; otherwise numbers do.
      let room = width - min(own + 8, width * 0.2)
      namesColumns = !map.columnLabels.isEmpty && count * 12 <= room
      let least = max(map.leastCell, namesColumns ? 12 : 0)
      // Words beside the rows take what the cells can spare.
      let spare = max(
        width * Self.shareOfWords, width - count * min(least, Self.leastBesideWords))
      let left = own == 0 ? 0 : min(spare, own + 8).rounded(.up)
      self.left = left
      let title = (map.panels.map { SVG.width(of: $0.title) * 1.1 }.max() ?? 0).rounded(.up)
      let widest = map.columnLabels.map { Double(TerminalText.width(of: $0)) * 7.2 + 6 }.max() ?? 0
      let numberWidth =
        (map.panels.flatMap { $0.values }.joined().filter { !$0.isNaN }
          .map { Double(TerminalText.width(of: map.number($0))) * 7 }.max() ?? 0) + 8
      let fitting = { (columns: Int) in
        ((width - left + Self.gap) / Double(columns) - Self.gap) / count
      }
      hasNumbers =
        count <= 16 && map.rowCount <= 16 && (map.panels.count == 1 || map.hasNumbersInPanels)
        && fitting(map.panels.count) >= numberWidth
      var columns = max(1, min(map.panels.count, map.panelsPerRow ?? map.panels.count))
      let tooNarrow = { (columns: Int) in
        fitting(columns) < least || fitting(columns) * count < title
      }
      while columns > 1 && tooNarrow(columns) { columns -= 1 }
      // Heads of a layer stay together: a row holds all of them, a half, or one.
      if let wanted = map.panelsPerRow, map.panels.count > wanted {
        while wanted % columns != 0 { columns -= 1 }
      }
      let side = max(
        min(least, max(fitting(1), namesColumns ? 12 : 4)),
        min(map.panels.count == 1 ? 30 : 24, fitting(columns)))
      let tall = max(side, map.rowLabels.isEmpty ? 0 : 14)
      // Whole pixels keep edges sharp and paths short.
      cell =
        hasNumbers
        ? (min(fitting(columns), max(numberWidth, 44)).rounded(.down), 26)
        : (side.rounded(.down), tall.rounded(.down))
      self.columns = columns
      isTurned = widest > cell.width
      top =
        titleHeight
        + (!namesColumns ? 0 : isTurned ? min(widest, 110).rounded(.up) + 4 : 18)
      panelWidth = left + max(cell.width * count, min(title, width - left)) + Self.gap
      countsColumns = !namesColumns && map.columnCount >= 6
      let counting = countsColumns ? 16.0 : 0
      panelHeight = top + cell.height * Double(max(1, map.rowCount)) + counting + Self.gap
    }
  }

  private func drawn(
    _ panel: Panel, _ layout: Layout, _ frame: DrawingFrame, namesRows: Bool
  ) -> [Markup] {
    var content: [Markup] = []
    if !panel.title.isEmpty {
      // Alone on its line, a long title begins before the cells rather than end outside.
      let isAlone = layout.columns == 1
      let room = isAlone ? frame.width : layout.panelWidth - layout.left
      let title = SVG.truncated(panel.title, to: isAlone ? room / 1.1 : room)
      let x = isAlone ? max(0, min(layout.left, room - SVG.width(of: title) * 1.1)) : layout.left
      content.append(SVG.text(x, 13, title, "small strong"))
    }
    for (index, label) in columnLabels.enumerated() where layout.namesColumns {
      let center = layout.left + (Double(index) + 0.5) * layout.cell.width
      content.append(
        layout.isTurned
          ? SVG.text(center + 4, layout.top - 5, label, "small fixed", rotated: -90)
          : SVG.text(center, layout.top - 5, label, "small fixed", anchor: .middle))
    }
    for index in panel.values.indices where namesRows {
      guard let label = rowLabel(index) else { continue }
      let y = layout.top + (Double(index) + 0.5) * layout.cell.height + 4
      let shown = TerminalText.truncated(label, to: Int((layout.left - 6) / 7.2))
      content.append(SVG.text(layout.left - 6, y, shown, "small fixed", anchor: .end))
    }
    return content + counted(panel, layout, namesRows: namesRows) + cells(panel, layout, frame)
  }

  /// The first, the middle and the last number of rows and columns that have no names.
  private func counted(_ panel: Panel, _ layout: Layout, namesRows: Bool) -> [Markup] {
    var content: [Markup] = []
    if hasCountedRows && namesRows {
      for row in Self.places(panel.values.count) {
        let y = layout.top + (Double(row) + 0.5) * layout.cell.height + 4
        content.append(SVG.text(layout.left - 5, y, "\(row)", "small dim", anchor: .end))
      }
    }
    if layout.countsColumns {
      let y = layout.top + Double(panel.values.count) * layout.cell.height + 14
      let anchors: [SVG.Anchor] = [.start, .middle, .end]
      for (column, (anchor, share)) in zip(
        Self.places(columnCount), zip(anchors, [0.0, 0.5, 1]))
      {
        let x = layout.left + (Double(column) + share) * layout.cell.width
        content.append(SVG.text(x, y, "\(column)", "small dim", anchor: anchor))
      }
    }
    return content
  }

  private static func places(_ count: Int) -> [Int] { [0, count / 2, count - 1] }

  /// Cells of the same step as one path of thick strokes, then the mask, then numbers.
  private func cells(_ panel: Panel, _ layout: Layout, _ frame: DrawingFrame) -> [Markup] {
    let bound = self.bound
    var paths: [Int: String] = [:]
    var masked = ""
    var numbers: [Markup] = []
    let (width, height) = (layout.cell.width, layout.cell.height)
    let gap = width > 12 ? 1.0 : 0
    for (row, values) in panel.values.enumerated() {
      let y = layout.top + Double(row) * height
      let steps = values.map { step($0, bound: bound) }
      for (run, step) in Self.runs(steps, merging: gap == 0) {
        let x = layout.left + Double(run.lowerBound) * width
        let extent = decimal(Double(run.count) * width - gap, places: 1)
        if let step {
          paths[step, default: ""] += "M\(SVG.point(x, y + (height - gap) / 2))h\(extent)"
        } else {
          masked += "M\(SVG.point(x, y))h\(extent)v\(decimal(height - gap))h-\(extent)z"
        }
      }
      guard layout.hasNumbers else { continue }
      for (column, value) in values.enumerated() {
        guard let step = steps[column] else { continue }
        let isOver = palette == .sequential ? step >= 6 : step.magnitude >= 4
        numbers.append(
          SVG.text(
            layout.left + (Double(column) + 0.5) * width, y + height / 2 + 4, number(value),
            isOver ? "over" : nil))
      }
    }
    var content = paths.keys.sorted().map { step in
      tag(
        "path",
        [
          "d": paths[step], "class": "cell " + Self.style(step, palette),
          "stroke-width": decimal(height - gap, places: 1),
        ])
    }
    if !masked.isEmpty {
      content.append(tag("path", ["d": masked, "fill": frame.mask]))
    }
    content.append(
      SVG.rect(
        layout.left - 0.5, layout.top - 0.5, Double(columnCount) * width + 1 - gap,
        Double(panel.values.count) * height + 1 - gap, "frame"))
    if !numbers.isEmpty {
      content.append(tag("g", ["class": "small", "text-anchor": "middle"], numbers))
    }
    for (row, values) in panel.values.enumerated() {
      for column in values.indices where pointed.contains(Cell(row, column)) {
        content.append(
          SVG.rect(
            layout.left + Double(column) * width - 0.5, layout.top + Double(row) * height - 0.5,
            width - gap + 1, height - gap + 1, "pointed"))
      }
    }
    return content
  }

  /// Neighbors of the same step together, if they may be; masked neighbors always.
  private static func runs(
    _ steps: [Int?], merging: Bool
  ) -> [(run: Range<Int>, step: Int?)] {
    var runs: [(run: Range<Int>, step: Int?)] = []
    for (index, step) in steps.enumerated() {
      if let last = runs.last, last.step == step, merging || step == nil {
        runs[runs.count - 1].run = last.run.lowerBound..<(index + 1)
      } else {
        runs.append((index..<(index + 1), step))
      }
    }
    return runs
  }

  /// The class of a step of a palette.
  static func style(_ step: Int, _ palette: Palette) -> String {
    switch palette {
    case .sequential: "q\(step)"
    case .divergingLearned: step < 0 ? "ln\(-step)" : step > 0 ? "lp\(step)" : "zero"
    case .divergingComputed: step < 0 ? "cn\(-step)" : step > 0 ? "cp\(step)" : "zero"
    }
  }

  private func legend(_ frame: DrawingFrame, width: Double) -> Drawing {
    let steps = palette == .sequential ? Array(0..<Self.stepCount) : Array(-5...5)
    let side = palette == .sequential ? 16.0 : 24
    var content: [Markup] = []
    for (index, step) in steps.enumerated() {
      content.append(
        SVG.rect(
          Double(index) * side, 20, side, 12, "swatch " + Self.style(step, palette)))
    }
    let end = Double(steps.count) * side
    let bound = Numbers.brief(Double(self.bound), 2)
    content.append(SVG.rect(0, 20, end, 12, "frame"))
    content.append(SVG.text(0, 12, valueAxis, "small"))
    content.append(
      SVG.text(0, 46, palette == .sequential ? "0" : "−" + bound, "small"))
    if palette != .sequential {
      let third = Numbers.brief(Double(self.bound) * 9 / 30.25, 1)
      content.append(SVG.text(side * 3, 46, "−" + third, "small", anchor: .middle))
      content.append(SVG.text(end / 2, 46, "0", "small", anchor: .middle))
      content.append(SVG.text(end - side * 3, 46, third, "small", anchor: .middle))
    }
    content.append(SVG.text(end, 46, bound, "small", anchor: .end))
    let range = self.range
    let seen = frame.wording.range(
      Numbers.significant(Double(range.least)), Numbers.significant(Double(range.greatest)))
    let seenWidth = SVG.width(of: seen)
    let isBeside = end + 16 + seenWidth <= width
    content.append(SVG.text(isBeside ? end + 16 : 0, isBeside ? 30 : 64, seen, "small"))
    var height = isBeside ? 54.0 : 72.0
    if hasMask {
      content.append(SVG.rect(0.5, height, 14, 14, "frame", fill: frame.mask))
      content.append(SVG.text(22, height + 12, maskLabel ?? frame.wording.masked, "small"))
      height += 22
    }
    if !pointed.isEmpty {
      content.append(SVG.rect(1, height + 1, 12, 12, "pointed"))
      content.append(
        SVG.text(22, height + 12, pointedLabel ?? frame.wording.film.changed, "small"))
      height += 22
    }
    return Drawing(width: width, height: height, content: content)
  }
}
