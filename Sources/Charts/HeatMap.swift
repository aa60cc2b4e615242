import Markup

/// Matrices as colored cells, one or several panels of the same kind.
///
/// Probabilities are shown on a sequential palette from zero, values with a sign on a diverging one with
/// zero in the middle. Cells that are masked (NaN) are hatched. Where cells are large enough their numbers
/// stand in them; the legend gives the true range.
public struct HeatMap: Chart, Equatable {
  /// How a value becomes a color.
  public enum Palette: Sendable, Equatable {
    case sequential
    /// For learned values, and for values computed from an input.
    case divergingLearned
    case divergingComputed
  }

  /// One matrix.
  public struct Panel: Sendable, Equatable {
    public var title: String
    /// `[row, column]`; NaN is masked.
    public var values: [[Float]]

    public init(_ title: String, _ values: [[Float]]) {
      self.title = title
      self.values = values
    }
  }

  public var panels: [Panel] { didSet { (least, greatest) = Self.range(of: panels) } }
  private var least: Float
  private var greatest: Float
  public var palette: Palette
  /// Labels of rows and columns, the same for all panels; empty for numbers counted from 0.
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// What rows and columns are.
  public var rowAxis: String
  public var columnAxis: String
  /// What a cell's value is, with its unit.
  public var valueAxis: String
  /// Least side of a cell, in CSS pixels.
  public var leastCell: Double
  /// Panels that belong in one row, where they fit.
  public var panelsPerRow: Int?
  /// What hatched cells are; nil for those that attention may not look at.
  public var maskLabel: String?
  /// Cells to point at, for instance those that have changed since the frame before.
  public var pointed: Set<Cell>
  /// What the cells pointed at are; nil for what changed most.
  public var pointedLabel: String?
  /// A value that the palette has to reach, so that maps beside each other have the same colors.
  public var comparable: Float = 0

  /// Whether numbers stand in the cells of several panels, too, where all fit beside each other.
  public var hasNumbersInPanels = false

  /// A cell of all panels.
  public struct Cell: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(_ row: Int, _ column: Int) {
      self.row = row
      self.column = column
    }
  }

  public init(
    panels: [Panel], palette: Palette, rowLabels: [String] = [], columnLabels: [String] = [],
    rowAxis: String, columnAxis: String, valueAxis: String, leastCell: Double = 8,
    panelsPerRow: Int? = nil, maskLabel: String? = nil, pointed: Set<Cell> = [],
    pointedLabel: String? = nil
  ) {
    self.panels = panels
    (least, greatest) = Self.range(of: panels)
    self.palette = palette
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    self.valueAxis = valueAxis
    self.leastCell = leastCell
    self.panelsPerRow = panelsPerRow
    self.maskLabel = maskLabel
    self.pointed = pointed
    self.pointedLabel = pointedLabel
  }

  /// Least and greatest value that is not masked.
  public var range: (least: Float, greatest: Float) { (least, greatest) }

  private static func range(of panels: [Panel]) -> (least: Float, greatest: Float) {
    var (least, greatest) = (Float.infinity, -Float.infinity)
    for panel in panels {
      for row in panel.values {
        for value in row where value.isFinite {
          least = min(least, value)
          greatest = max(greatest, value)
        }
      }
    }
    return least > greatest ? (0, 0) : (least, greatest)
  }

  static let stepCount = 10

  /// The value at the far end of the palette.
  var bound: Float {
    let range = range
    let own = palette == .sequential ? range.greatest : max(range.greatest, -range.least)
    let bound = max(own, comparable)
    return bound > 0 ? bound : 1
  }

  /// Whether a color means the same sort of value in both: shares are not colored as scores are.
  func sharesColors(with other: HeatMap) -> Bool { palette == other.palette }

  /// Step of the palette: 0...9 for sequential values, -5...5 for diverging ones; nil where masked.
  ///
  /// Sequential steps are equal. Diverging steps grow with the square of their number, for most weights
  /// are far smaller than the largest: `step = √(|value|/bound)·5.5`, so that the third begins at 0.3.
  func step(_ value: Float, bound: Float) -> Int? {
    guard !value.isNaN else { return nil }
    if palette == .sequential {
      return min(Self.stepCount - 1, max(0, Int(value / bound * Float(Self.stepCount))))
    }
    let size = min(5, Int((value.magnitude / bound).squareRoot() * 5.5))
    return value < 0 ? -size : size
  }

  var hasMask: Bool {
    panels.contains { $0.values.contains { $0.contains { $0.isNaN } } }
  }

  var rowCount: Int { panels.map { $0.values.count }.max() ?? 0 }
  var columnCount: Int { panels.flatMap { $0.values }.map { $0.count }.max() ?? 0 }

  /// Rows without names that are many enough to be counted.
  var hasCountedRows: Bool { rowLabels.isEmpty && rowCount >= 6 }

  func number(_ value: Float) -> String {
    if palette == .sequential { return Numbers.fixed(Double(value), 2) }
    return Numbers.fixed(Double(value), bound < 0.5 ? 3 : bound < 10 ? 2 : 1)
  }

  func rowLabel(_ index: Int) -> String? {
    rowLabels.isEmpty ? nil : index < rowLabels.count ? rowLabels[index] : ""
  }
}
