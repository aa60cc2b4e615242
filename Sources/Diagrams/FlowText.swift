import Record

/// A flowchart as lines for a terminal, about 50 columns wide.
///
/// Flow runs downward; parts stand to the right of what they belong to.
public struct FlowText: Sendable, Equatable {
  /// A stretch of a line, with the node that it draws if it does.
  public struct Span: Sendable, Equatable {
    public var text: String
    public var node: FlowNode?
  }

  public var lines: [[Span]] = []

  public init(_ chart: Flowchart, names: (FlowNode) -> String) {
    let axis = chart.axis
    let inner = axis.map { Self.columns(names($0)) }.max()! + 2
    for (index, node) in axis.enumerated() {
      let isLast = index == axis.count - 1
      let parts = chart.parts(of: node)
      let left = Self.box(
        names(node), width: inner, shape: Flowchart.shape(of: node), hasNext: !isLast,
        hasParts: !parts.isEmpty)
      var rows: [[Span]] = left.map { [Span(text: $0, node: node)] }
      if !isLast {
        let label = chart.edges.first { $0.from == node && $0.kind == .flow }?.label
        let stem = String(repeating: " ", count: inner / 2 + 2)
        rows.append([Span(text: stem + "│ " + (label?[chart.language] ?? ""), node: nil)])
        rows.append([Span(text: stem + "▼", node: nil)])
      }
      attach(parts, to: &rows, column: inner + 4, names: names)
      lines += rows
    }
  }

  /// The chart as a list, a line a node, for a window that has no room for boxes.
  public init(outlineOf chart: Flowchart, names: (FlowNode) -> String) {
    for (index, node) in chart.axis.enumerated() {
      let isLast = index == chart.axis.count - 1
      let name = names(node)
      lines.append([
        Span(text: Flowchart.shape(of: node) == .hexagon ? "⟨\(name) ⟩" : " " + name, node: node)
      ])
      let parts = chart.parts(of: node)
      for (number, part) in parts.enumerated() {
        let branch = isLast && number == parts.count - 1 ? "  └─o" : "  ├─o"
        lines.append([Span(text: branch, node: nil), Span(text: names(part), node: part)])
      }
      if !isLast {
        let label = chart.edges.first { $0.from == node && $0.kind == .flow }?.label
        lines.append([Span(text: "  ↓ " + (label?[chart.language] ?? ""), node: nil)])
      }
    }
  }

  /// Draws parts to the right of the rows of their owner.
  private func attach(
    _ parts: [FlowNode], to rows: inout [[Span]], column: Int, names: (FlowNode) -> String
  ) {
    guard !parts.isEmpty else { return }
    let width = parts.map { Self.columns(names($0)) }.max()! + 2
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let box = Self.box(
        names(part), width: width, shape: .box, hasNext: false, hasParts: false)
      for (offset, text) in box.enumerated() {
        let row = index * 3 + offset
        if row == rows.count { rows.append([]) }
        let used = rows[row].reduce(0) { $0 + Self.columns($1.text) }
        let isMiddle = offset == 1
        let trunk: String
        if row == 0 {
          trunk = "    "
        } else if row == 1 {
          trunk = parts.count > 1 ? "─┬─o" : "───o"
        } else if isMiddle {
          trunk = isLast ? " └─o" : " ├─o"
        } else {
          trunk = isLast && offset == 2 ? "    " : " │  "
        }
        rows[row].append(
          Span(
            text: String(repeating: row == 1 ? "─" : " ", count: max(0, column - used)) + trunk,
            node: nil))
        rows[row].append(Span(text: String(text.dropFirst()), node: part))
      }
    }
  }

  private static func box(
    _ name: String, width: Int, shape: Flowchart.Shape, hasNext: Bool, hasParts: Bool
  ) -> [String] {
    let line = String(repeating: "─", count: width)
    let middle = width / 2
    var bottom = Array(line)
    if hasNext { bottom[middle] = "┬" }
    let space = width - columns(name)
    let text =
      String(repeating: " ", count: space / 2) + name
      + String(repeating: " ", count: space - space / 2)
    switch shape {
    case .box:
      return [" ┌\(line)┐", " │\(text)" + (hasParts ? "├" : "│"), " └\(String(bottom))┘"]
    case .hexagon:
      return [" ╱\(line)╲", "⟨ \(text) ⟩", " ╲\(String(bottom))╱"]
    }
  }

  /// Columns of a terminal that a name takes: two for a kana or kanji.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
