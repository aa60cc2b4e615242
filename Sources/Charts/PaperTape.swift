import Markup

/// Calculations line by line, as on the paper roll of a calculator.
///
/// Each group has formulas and, unless it is alone, a title; each line a name, what is typed, and the result at the right.
public struct PaperTape: Chart, Equatable {
  /// One line of a calculation.
  public struct Line: Sendable, Equatable {
    public var name: String
    public var calculation: String
    public var result: String

    public init(_ name: String, _ calculation: String, _ result: String) {
      self.name = name
      self.calculation = calculation
      self.result = result
    }
  }

  /// Lines that work out one thing.
  public struct Group: Sendable, Equatable {
    public var title: String
    public var formulas: [String]
    public var lines: [Line]

    public init(_ title: String, formulas: [String], lines: [Line]) {
      self.title = title
      self.formulas = formulas
      self.lines = lines
    }
  }

  public var groups: [Group]

  public init(_ groups: [Group]) { self.groups = groups }

  /// A line in rows of at most `columns`: what is typed, and the result at the end of the last.
  private func rows(_ line: Line, _ columns: Int) -> [(text: String, result: String?)] {
    let result = "= " + line.result
    var rows = Self.wrapped(Self.typed(line), columns)
    let room = columns - TerminalText.width(of: result) - 2
    if TerminalText.width(of: rows[rows.count - 1]) > room { rows.append("") }
    return rows.enumerated().map { index, text in
      (text, index == rows.count - 1 ? result : nil)
    }
  }

  /// Broken before a sign that joins two terms, further rows two columns to the right.
  private static func wrapped(_ text: String, _ columns: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    for (index, part) in text.split(separator: " ").enumerated() {
      let next = index == 0 ? String(part) : row + " " + part
      // A joining sign stays with the term behind it: room for both is needed.
      if TerminalText.width(of: next) > columns, !row.isEmpty {
        var rest = String(part)
        if let sign = row.last, "+−/=".contains(sign), row.dropLast().last == " " {
          row.removeLast(2)
          rest = "\(sign) " + rest
        }
        rows.append(row)
        row = "  " + rest
      } else {
        row = next
      }
    }
    return rows + [row]
  }

  /// Columns of the fixed-width font that a telephone has room for, and their width.
  private static let pageColumns = 41
  private static let column = 7.25

  public var written: WrittenChart? {
    WrittenChart(
      markup: tag("table", ["class": "figure-tape"]) {
        for group in groups {
          tag("tbody") {
            tag("tr") {
              tag("th", ["colspan": "2", "scope": "rowgroup"]) {
                group.title
                for formula in group.formulas { tag("code", formula) }
              }
            }
            for line in group.lines {
              tag("tr") {
                tag("td", Self.typed(line))
                tag("td", "= " + line.result)
              }
            }
          }
        }
      }, table: nil)
  }

  /// What comes before the result: a name, and what is typed unless that is the result already.
  private static func typed(_ line: Line) -> String {
    line.calculation == line.result ? line.name : "\(line.name) = \(line.calculation)"
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let width = Double(Self.pageColumns) * Self.column
    var content: [Markup] = []
    var y = 0.0
    for group in groups {
      for line in SVG.wrapped(group.title, to: width, size: SVG.fontSize) where !line.isEmpty {
        content.append(SVG.text(0, y + 14, line, "strong"))
        y += 19
      }
      for formula in group.formulas.flatMap({ Self.wrapped($0, Self.pageColumns) }) {
        content.append(SVG.text(0, y + 13, formula, "small fixed dim"))
        y += 17
      }
      y += 3
      for (text, result) in group.lines.flatMap({ rows($0, Self.pageColumns) }) {
        if !text.isEmpty { content.append(SVG.text(0, y + 13, text, "small fixed")) }
        if let result {
          content.append(SVG.text(width, y + 13, result, "small fixed strong", anchor: .end))
        }
        y += 17
      }
      y += 12
    }
    return Drawing(width: max(frame.width, width), height: max(1, y - 8), content: content)
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 76)
    var lines: [StyledLine] = []
    for group in groups {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += TerminalText.wrapped(group.title, to: width).filter { !$0.isEmpty }
        .map { StyledLine($0, .strong) }
      lines += group.formulas.flatMap { Self.wrapped($0, width) }.map { StyledLine($0, .written) }
      for (text, result) in group.lines.flatMap({ rows($0, width) }) {
        var line = StyledLine(text)
        if let result {
          line.pad(to: width - TerminalText.width(of: result))
          line.append(result, .strong)
        }
        lines.append(line)
      }
    }
    return lines
  }
}
