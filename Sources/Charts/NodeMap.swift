import Markup

/// Boxes in rows, with arrows from what gives something to what takes it: how a whole came about.
///
/// Rows are divided into columns, of which a box may take several. An arrow leads down, straight where the two
/// boxes have a column in common, and past rows whose column is empty.
public struct NodeMap: Chart, Equatable {
  public enum Shape: Sendable, Equatable {
    /// Something that is there.
    case thing
    /// Something that is done.
    case work
    /// The model.
    case model
  }

  public struct Node: Sendable, Equatable {
    public var name: String
    /// What was counted, one line each.
    public var facts: [String]
    public var shape: Shape
    /// The columns that it takes, from 0.
    public var columns: ClosedRange<Int>

    public init(
      _ name: String, facts: [String] = [], shape: Shape = .thing, columns: ClosedRange<Int>
    ) {
      self.name = name
      self.facts = facts
      self.shape = shape
      self.columns = columns
    }
  }

  /// An arrow between two nodes, which are counted row by row from 0.
  public struct Edge: Sendable, Equatable {
    public var from: Int
    public var to: Int
    /// What for, in a few words; empty where that is plain.
    public var label: String

    public init(_ from: Int, _ to: Int, _ label: String = "") {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  public var rows: [[Node]]
  public var edges: [Edge]

  /// All nodes, row by row.
  public var nodes: [Node] { rows.flatMap { $0 } }
  var columnCount: Int { (nodes.map { $0.columns.upperBound }.max() ?? 0) + 1 }

  /// - Precondition: each arrow leads from a row to one below it.
  public init(rows: [[Node]], edges: [Edge]) {
    self.rows = rows
    self.edges = edges
    let places = rows.indices.flatMap { row in rows[row].map { _ in row } }
    for edge in edges {
      precondition(
        places.indices.contains(edge.from) && places.indices.contains(edge.to)
          && places[edge.from] < places[edge.to],
        "an arrow from \(edge.from) to \(edge.to) does not lead down")
    }
  }
}

// MARK: - Drawing

extension NodeMap {
  private struct Box {
    var x, y, width, height: Double
    var bottom: Double { y + height }
    var right: Double { x + width }
    var middle: Double { x + width / 2 }
  }

  private static let gap = 10.0
  /// Between two rows, without and with words beside the arrows.
  private static let between = (plain: 24.0, worded: 44.0)

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let column =
      (frame.width - 1 - Self.gap * Double(columnCount - 1)) / Double(max(1, columnCount))
    var boxes: [Box] = []
    var content: [Markup] = []
    var y = 1.0
    for row in rows {
      let lines = row.map { node in
        let width = Self.width(of: node, column)
        let room = width - (node.shape == .model ? 44 : 14)
        return (
          width: width, name: SVG.wrapped(node.name, to: room / 1.1, size: SVG.fontSize),
          facts: node.facts.flatMap { SVG.wrapped($0, to: room) }.filter { !$0.isEmpty }
        )
      }
      // Boxes of a row are as high as the highest of them.
      var height = 0.0
      for line in lines {
        let words = 18 * Double(line.name.count) + 17 * Double(line.facts.count)
        height = max(height, words + 14)
      }
      let first = boxes.count
      for (node, lines) in zip(row, lines) {
        let box = Box(
          x: 0.5 + Double(node.columns.lowerBound) * (column + Self.gap), y: y, width: lines.width,
          height: height)
        boxes.append(box)
        content.append(Self.outline(box, node.shape))
        var base = y + 20
        for line in lines.name {
          content.append(SVG.text(box.middle, base, line, "strong", anchor: .middle))
          base += 18
        }
        for line in lines.facts {
          content.append(SVG.text(box.middle, base, line, "small", anchor: .middle))
          base += 17
        }
      }
      let isWorded = edges.contains { edge in
        (first..<boxes.count).contains(edge.from) && !edge.label.isEmpty
      }
      y += height + (isWorded ? Self.between.worded : Self.between.plain)
    }
    for edge in edges { arrow(edge, boxes, frame.width, &content) }
    return Drawing(
      width: frame.width, height: (boxes.map { $0.bottom }.max() ?? 0) + 1, content: content)
  }

  private static func width(of node: Node, _ column: Double) -> Double {
    let count = Double(node.columns.count)
    return column * count + gap * (count - 1)
  }

  private static func outline(_ box: Box, _ shape: Shape) -> Markup {
    switch shape {
    case .thing: return SVG.rect(box.x, box.y, box.width, box.height, "part")
    case .work: return SVG.rect(box.x, box.y, box.width, box.height, "part computed", radius: 14)
    case .model:
      let inset = 16.0
      let middle = box.y + box.height / 2
      return SVG.path(
        "M\(SVG.point(box.x, middle))L\(SVG.point(box.x + inset, box.y))"
          + "H\(decimal(box.right - inset, places: 1))L\(SVG.point(box.right, middle))"
          + "L\(SVG.point(box.right - inset, box.bottom))H\(decimal(box.x + inset, places: 1))z",
        "part learned")
    }
  }

  private func arrow(
    _ edge: Edge, _ boxes: [Box], _ width: Double, _ content: inout [Markup]
  ) {
    let (from, to) = (boxes[edge.from], boxes[edge.to])
    let inset = 18.0
    let (left, right) = (max(from.x, to.x) + inset, min(from.right, to.right) - inset)
    let end = decimal(to.y - 1, places: 1)
    let x: Double
    if left <= right {
      x = (left + right) / 2
      content.append(SVG.path("M\(SVG.point(x, from.bottom))V\(end)m-4-5l4 5l4-5", "arrow"))
    } else {
      // Round the corner, in the room above the row that it leads to.
      x = from.middle < to.middle ? from.right - inset : from.x + inset
      let aim = from.middle < to.middle ? to.x + inset : to.right - inset
      content.append(
        SVG.path(
          "M\(SVG.point(x, from.bottom))V\(decimal(to.y - 14, places: 1))"
            + "H\(decimal(aim, places: 1))V\(end)m-4-5l4 5l4-5", "arrow"))
    }
    if !edge.label.isEmpty {
      // At the right edge the words stand on the other side of their arrow, below those of its neighbor.
      let fits = x + 6 + SVG.width(of: edge.label) <= width
      content.append(
        SVG.text(
          x + (fits ? 6 : -6), from.bottom + (fits ? 17 : 35), edge.label, "small",
          anchor: fits ? .start : .end))
    }
  }
}

// MARK: - Terminal

extension NodeMap {
  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    var lines: [StyledLine] = []
    var place = 0
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append(StyledLine("▼", .dim)) }
      let above = place - 1
      for node in row {
        lines += TerminalText.wrapped(Self.bracketed(node), to: frame.width).map {
          StyledLine($0, node.shape == .model ? .learned : .strong)
        }
        for text in node.facts.flatMap({ TerminalText.wrapped($0, to: frame.width - 2) }) {
          lines.append(StyledLine("  " + text))
        }
        // What comes from the only box above says so by its place.
        let sources = edges.filter { $0.to == place }
        let isBelow = number > 0 && rows[number - 1].count == 1 && sources.first?.from == above
        if sources.count > 1 || !sources.isEmpty && !isBelow {
          lines += self.sources(of: place, frame)
        }
        place += 1
      }
    }
    return lines
  }

  private func sources(of place: Int, _ frame: TerminalFrame) -> [StyledLine] {
    edges.filter { $0.to == place }.flatMap { edge in
      TerminalText.wrapped(
        "← " + nodes[edge.from].name + (edge.label.isEmpty ? "" : " · " + edge.label),
        to: frame.width - 2
      ).map { StyledLine("  " + $0, .dim) }
    }
  }

  private static func bracketed(_ node: Node) -> String {
    switch node.shape {
    case .thing: "[" + node.name + "]"
    case .work: "(" + node.name + ")"
    case .model: "⟨" + node.name + "⟩"
    }
  }
}
