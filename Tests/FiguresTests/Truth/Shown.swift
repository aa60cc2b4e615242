import Charts

/// What a picture shows, in lines that can be compared: each value, label, role and mark in its place.
enum Shown {
  static func lines(_ picture: Picture) -> [String] {
    switch picture {
    case .bars(let chart): bars(chart)
    case .bytes(let chart): bytes(chart)
    case .film(let film):
      film.frames.flatMap {
        ["\($0.title) — \($0.sentence) — \($0.check.value)"] + lines($0.chart)
      }
    case .heatMap(let map): heatMap(map)
    case .histogram(let chart): histogram(chart)
    case .ladder(let ladder): self.ladder(ladder)
    case .lines(let chart): lineChart(chart)
    case .nodes(let map): nodes(map)
    case .sequence(let map):
      map.messages.map { message in
        "\(map.participants[message.from]) \(message.isReply ? "⇢" : "→") "
          + "\(map.participants[message.to]): \(message.text)"
      }
    case .tape(let tape): self.tape(tape)
    case .states(let map):
      map.states.map { state in
        "\(state.name) (\(state.role)): \(state.note)" + (state.origin.map { " from \($0)" } ?? "")
          + " by \(state.way)" + (state.gate.map { " through \($0)" } ?? "")
          + (state.goesOn ? "" : " aside") + (state.isAhead ? " ahead" : "")
      }
    case .stream(let map): map.stations.flatMap { station($0, depth: 0) }
    case .text(let text): runningText(text)
    case .ruler(let chart):
      ["\(chart.axis.label)"]
        + chart.rows.map {
          "\($0.label): \(number($0.value)) “\($0.text)”" + ($0.isNoted ? " noted" : "")
        } + (chart.edge.map { ["edge \($0.label) at \(number($0.value))"] } ?? [])
    case .scatter(let chart):
      ["\(chart.x.label) → \(chart.y.label)"]
        + chart.points.map { point in
          let group = chart.groups.isEmpty ? "" : " of " + chart.groups[point.group]
          return "\(point.label)\(group) at \(number(point.x)), \(number(point.y))"
            + (point.isPointed ? " pointed" : "")
        }
    case .stage(let stage): self.stage(stage)
    case .table(let chart): table(chart)
    case .tokens(let strip): strip.rows.map(tokens)
    }
  }

  static func number(_ value: Double) -> String {
    value.isNaN ? "–" : "\(value)".hasSuffix(".0") ? String("\(value)".dropLast(2)) : "\(value)"
  }

  private static func number(_ value: Float) -> String {
    value.isNaN ? "–" : "\(value)".hasSuffix(".0") ? String("\(value)".dropLast(2)) : "\(value)"
  }

  /// Ends of an axis are sums of steps, so their last bits do not matter.
  private static func axis(_ axis: Axis) -> String {
    "\(axis.label): \(Numbers.brief(axis.lower, 9))…\(Numbers.brief(axis.upper, 9))"
      + (axis.scale == .linear ? "" : " logarithmic")
  }

  private static func bars(_ chart: BarChart) -> [String] {
    let series = zip(chart.series, chart.roles).map { "\($0)=\($1)" }
    return [([axis(chart.axis)] + series).joined(separator: " | ")]
      + chart.rows.map { row in
        let mark = row.mark.map { " \($0)" } ?? ""
        return
          "\(row.label): \(row.values.map(number).joined(separator: " + ")) “\(row.text)”\(mark)"
      } + chart.references.map { "line \($0.label) at \(number($0.value))" }
  }

  private static func bytes(_ chart: BytesView) -> [String] {
    [chart.bytes.map { BytesView.hex($0) }.joined(separator: " ")]
      + chart.parts.map { "\($0.range) \($0.name): \($0.meaning)" }
  }

  private static func heatMap(_ map: HeatMap) -> [String] {
    let labels = [map.rowLabels, map.columnLabels].filter { !$0.isEmpty }.map {
      $0.joined(separator: ",")
    }
    let pointed = map.pointed.map { " ▸\($0.row),\($0.column)" }.sorted().joined()
    return [
      (["\(map.palette)", "↓\(map.rowAxis) →\(map.columnAxis)", map.valueAxis] + labels)
        .joined(separator: " | ")
    ]
      + map.panels.map { panel in
        "\(panel.title): "
          + panel.values.map { $0.map(number).joined(separator: " ") }.joined(separator: " / ")
          + pointed
      }
  }

  private static func histogram(_ chart: Histogram) -> [String] {
    ["\(chart.xLabel) → \(chart.yLabel) \(chart.role)"]
      + chart.panels.map {
        "\($0.title) (\($0.note)) from \(number($0.lower)) by \(number($0.binWidth)): \($0.counts)"
      }
  }

  private static func ladder(_ ladder: Ladder) -> [String] {
    ladder.rows.map { row in
      row.label + ": "
        + row.cells.map { cell in
          cell.text + (cell.note.map { "#\($0)" } ?? "") + "×\(cell.span) \(cell.role)"
        }.joined(separator: " | ")
    }
  }

  private static func lineChart(_ chart: LineChart) -> [String] {
    ["\(axis(chart.x)) → \(axis(chart.y))"]
      + chart.series.map { series in
        series.name + ": "
          + series.points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      } + chart.references.map { "line \($0.label) at \(number($0.value))" }
      + chart.marks.map { "mark \($0.label) at \(number($0.value))" }
      + (chart.pointed.map { ["pointed \(number($0.x)),\(number($0.y))"] } ?? [])
  }

  private static func nodes(_ map: NodeMap) -> [String] {
    map.rows.map { row in
      row.map { node in
        "\(node.name) \(node.shape) \(node.columns): \(node.facts.joined(separator: " / "))"
      }.joined(separator: " | ")
    }
      + map.edges.map {
        "\(map.nodes[$0.from].name) → \(map.nodes[$0.to].name)"
          + ($0.label.isEmpty ? "" : " \($0.label)")
      }
  }

  private static func tape(_ tape: PaperTape) -> [String] {
    tape.groups.flatMap { group in
      ["\(group.title): \(group.formulas.joined(separator: " ; "))"]
        + group.lines.map { "\($0.name) = \($0.calculation) = \($0.result)" }
    }
  }

  private static func station(_ station: StreamMap.Station, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let boxes = { (boxes: [StreamMap.Box]) in boxes.flatMap { box($0, depth: depth + 1) } }
    switch station {
    case .sum(let columns):
      return [indent + "sum"] + columns.map(boxes).joined(separator: [indent + "  and"])
    case .reading(let text): return [indent + "reading " + text]
    case .branch(let inner): return [indent + "branch"] + boxes(inner)
    case .through(let inner): return [indent + "through"] + boxes(inner)
    case .stretch(let stretch):
      let name = stretch.name + (stretch.isRepeated ? " repeated" : "")
      return ["\(indent)stretch \(name): \(stretch.facts.joined(separator: ", "))"]
        + stretch.stations.flatMap { self.station($0, depth: depth + 1) }
    }
  }

  private static func box(_ box: StreamMap.Box, depth: Int) -> [String] {
    let role = "\(box.role)" + (box.isShared ? " shared" : "")
    return [
      String(repeating: "  ", count: depth) + "\(box.name) \(role): "
        + box.facts.joined(separator: ", ")
    ] + box.boxes.flatMap { self.box($0, depth: depth + 1) }
  }

  private static func stage(_ stage: Stage) -> [String] {
    let part = stage.parts[stage.place.part]
    let step = stage.place.step.map { " › " + part.steps[$0] } ?? ""
    let strip = stage.strip.map { item in
      switch item {
      case .label(let label): label + ":"
      case .token(let text, let state): state == .read ? text : "\(text)=\(state)"
      }
    }
    return [strip.joined(separator: " "), "at \(part.short)\(step)"] + lines(stage.scene)
  }

  private static func runningText(_ text: RunningText) -> [String] {
    [text.legend.map { "\($0.role)=\($0.label)" }.joined(separator: " | ")]
      + text.passages.map { passage in
        passage.label + ": " + passage.runs.map { "<\($0.role)>\($0.text)" }.joined()
          + (passage.note.isEmpty ? "" : " // \(passage.note)")
      }
  }

  private static func table(_ chart: TableChart) -> [String] {
    [chart.table.columns.map(\.title).joined(separator: " | ")]
      + chart.table.rows.enumerated().map { index, row in
        let mark = index < chart.marks.count ? chart.marks[index] : nil
        return row.joined(separator: " | ") + (mark.map { " \($0)" } ?? "")
      }
  }

  private static func tokens(_ row: TokenStrip.Row) -> String {
    row.label + ": "
      + row.items.map { item in
        switch item {
        case .sign(let sign): sign
        case .token(let token):
          token.text + (token.id.map { "#\($0)" } ?? "") + (token.isFresh ? "!" : "")
        }
      }.joined(separator: " ")
  }
}
