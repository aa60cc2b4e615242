import Markup
import Testing

@testable import Charts

/// The words beside the rows of heat maps.
@Suite struct HeatMapWordsTests {
  private static let kinds = ["学習したとおりの質問", "いない人の質問", "書かれていないこと"]
  private static let rows = [[0, 0.25, 0.5, 0.75, 1], [1, 0.5, 0, 0, 0], [1, 1, 1, 1, 1]].map {
    $0.map { Float($0) }
  }

  private static func map(_ panels: Int, leastCell: Double) -> HeatMap {
    HeatMap(
      panels: (0..<panels).map { HeatMap.Panel(panels > 1 ? "図\($0 + 1)" : "", rows) },
      palette: .sequential, rowLabels: kinds, columnLabels: ["0.0", "0.2", "0.4", "0.6", "0.8"],
      rowAxis: "種類", columnAxis: "自信", valueAxis: "割合", leastCell: leastCell)
  }

  /// Cells give way before words are cut, and stay within the drawing.
  @Test(arguments: [300.0, 320, 420, 660])
  func wordsOfRowsAreWhole(width: Double) throws {
    let map = Self.map(1, leastCell: 34)
    let shapes = DrawnShape.all(map, width: width)
    for kind in Self.kinds {
      let label = try #require(shapes.text(kind), "\(kind) at \(width)")
      #expect(label.x - Double(TerminalText.width(of: kind)) * 7.2 >= -1)
    }
    let frame = try #require(shapes.styled("frame", "rect").first)
    #expect(frame.x + frame.width <= width + 1)
  }

  /// Two panels have numbers where that is asked for and all fit beside each other.
  @Test func numbersStandInSeveralPanelsWhereTheyFit() throws {
    var map = Self.map(2, leastCell: 34)
    map.panels = map.panels.map { .init($0.title, $0.values.map { Array($0.prefix(2)) }) }
    map.columnLabels = ["a", "b"]
    #expect(DrawnShape.all(map, width: 660).text("0.25") == nil)
    map.hasNumbersInPanels = true
    for width in [400.0, 660] {
      let shapes = DrawnShape.all(map, width: width)
      #expect(shapes.text("0.25") != nil, "\(width)")
      let frames = shapes.styled("frame", "rect")
      try #require(frames.count >= 2)
      #expect(frames.allSatisfy { $0.x + $0.width <= width + 1 })
      #expect(frames[0].y == frames[1].y && frames[0].x < frames[1].x, "beside each other")
    }
    #expect(DrawnShape.all(map, width: 220).text("0.25") == nil, "no room for them")
  }

  /// Words that need more than the cells can give are cut, and the cells stay visible.
  @Test func wordsLeaveRoomForCells() throws {
    var map = Self.map(1, leastCell: 34)
    map.rowLabels = map.rowLabels.map { $0 + $0 + $0 }
    let shapes = DrawnShape.all(map, width: 300)
    let frame = try #require(shapes.styled("frame", "rect").first)
    #expect(frame.width >= 5 * HeatMap.Layout.leastBesideWords - 1)
    #expect(frame.x + frame.width <= 301)
  }

  /// Many narrow cells shrink as well; they never reach out of the drawing.
  @Test(arguments: [300.0, 340, 355, 660], [8, 32, 40])
  func manyCellsStayWithinTheDrawing(width: Double, count: Int) throws {
    let labels = ["<|question|>", "<|answer|>", "x"]
    let map = HeatMap(
      panels: [HeatMap.Panel("", labels.map { _ in (0..<count).map { Float($0) / 40 } })],
      palette: .sequential, rowLabels: labels, rowAxis: "position", columnAxis: "dimension",
      valueAxis: "value")
    let shapes = DrawnShape.all(map, width: width)
    let frame = try #require(shapes.styled("frame", "rect").first)
    #expect(frame.x + frame.width <= width + 1)
    #expect(shapes.text("<|question|>") != nil)
  }

  /// A title that is wider than the cells of its panel is whole, and within the drawing.
  @Test(arguments: [300.0, 340, 660])
  func aLongTitleIsWholeAndWithinTheDrawing(width: Double) throws {
    let (title, label) = ("their sum enters the very first block", "<|question|>")
    let map = HeatMap(
      panels: [HeatMap.Panel(title, [[0.5, 1]])], palette: .sequential, rowLabels: [label],
      rowAxis: "position", columnAxis: "dimension", valueAxis: "value")
    let drawn = try #require(DrawnShape.all(map, width: width).text(title))
    #expect(drawn.x >= 0 && drawn.x + SVG.width(of: title) * 1.1 <= width + 0.5)
  }

  /// Beside each other, panels share the words of their rows; under each other each has its own.
  @Test(arguments: [(660.0, 1), (300, 3)])
  func panelsBesideEachOtherShareTheWords(width: Double, times: Int) {
    let map = Self.map(3, leastCell: 24)
    let shapes = DrawnShape.all(map, width: width)
    #expect(shapes.count { $0.text == Self.kinds[0] && $0.element == "text" } == times)
    let frames = shapes.styled("frame", "rect").filter { $0.height > 30 }
    #expect(frames.count == 3)
    #expect(Set(frames.map { $0.y.rounded() }).count == times)
    for (left, right) in zip(frames, frames.dropFirst()) where left.y == right.y {
      #expect(left.x + left.width < right.x)
    }
    #expect(frames.allSatisfy { $0.x + $0.width <= width + 1 })
  }
}
