import Markup

/// What a chart drew as SVG: shapes within a rectangle whose corner lies at 0, 0, in CSS pixels.
public struct Drawing: Sendable, Equatable {
  public var width: Double
  public var height: Double
  public var content: [Markup]

  public init(width: Double, height: Double, content: [Markup]) {
    self.width = width
    self.height = height
    self.content = content
  }
}

/// What a chart is told when it draws as SVG.
public struct DrawingFrame: Sendable {
  /// Width to fill, in CSS pixels; a chart may be wider where it cannot be read otherwise.
  public var width: Double
  /// Beginning of every id in the drawing.
  public var id: String
  public var wording: ChartWording

  /// The paint that hatches an area, so that segments differ by more than color.
  func hatch(_ index: Int) -> String { "url(#\(id)-hatch\(index % 3))" }

  /// The paint of cells that are masked.
  var mask: String { "url(#\(id)-mask)" }
}

/// What a chart is told when it draws for a terminal.
public struct TerminalFrame: Sendable {
  /// Columns that no line exceeds.
  public var width: Int
  public var style: TerminalStyle
  public var wording: ChartWording

  /// Room for a chart, its own words in a language.
  package init(width: Int, style: TerminalStyle, wording: ChartWording) {
    self.width = width
    self.style = style
    self.wording = wording
  }
}

/// A chart is a value that can draw itself for both media from the same numbers.
public protocol Chart: Sendable {
  /// The chart as SVG, as wide as the frame, or wider where it could not be read otherwise.
  func drawing(_ frame: DrawingFrame) -> Drawing
  /// The chart as lines for a terminal, none wider than the frame.
  func terminal(_ frame: TerminalFrame) -> [StyledLine]
  /// The chart as a table of HTML, for charts that are words and numbers in rows: a page breaks their
  /// lines for any width, and readers can select them. Nil for a picture.
  var written: WrittenChart? { get }
  /// The chart as one of all.
  var picture: Picture { get }
}

extension Chart {
  public var written: WrittenChart? { nil }
}

/// A chart that a page shows as text.
public struct WrittenChart: Sendable {
  public var markup: Markup
  /// The data table that needs not be given once more, since every cell of it is there; nil when
  /// that is so for any table of the figure.
  public var table: DataTable?
}

/// Areas hatched in three ways and masked in one, for one SVG element.
enum Hatching {
  static func definitions(id: String) -> Markup {
    tag("defs") {
      pattern("\(id)-hatch0", "M-1 1l2-2M0 6l6-6M5 7l2-2")
      pattern("\(id)-hatch1", "M1.5 1.5h1M4.5 4.5h1")
      pattern("\(id)-hatch2", "M0 3h6M3 0v6")
      pattern("\(id)-mask", "M-1 1l2-2M0 6l6-6M5 7l2-2", "masked")
    }
  }

  private static func pattern(
    _ id: String, _ path: String, _ style: String = "hatch"
  ) -> Markup {
    tag("pattern", ["id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]) {
      tag("path", ["d": path, "class": style])
    }
  }
}
