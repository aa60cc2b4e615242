import Markup
import Names
import SampleRuns
import Testing

@testable import Charts

/// Boxes with arrows, and messages between participants, as they are drawn.
@Suite struct NodeMapTests {
  static let map = NodeMap(
    rows: [
      [.init("Raw", facts: ["12 documents"], columns: 0...2)],
      [
        .init("Left", columns: 0...0), .init("Middle", columns: 1...1),
        .init("Right", columns: 2...2),
      ],
      [.init("Work", shape: .work, columns: 0...1)],
      [.init("Model", shape: .model, columns: 0...0), .init("Judge", columns: 2...2)],
    ],
    edges: [
      .init(0, 1), .init(0, 2), .init(0, 3), .init(1, 4, "to learn"), .init(2, 4),
      .init(4, 5), .init(3, 6), .init(4, 6),
    ])

  private static func frame(_ width: Double) -> DrawingFrame {
    DrawingFrame(width: width, id: "x", wording: .of(.english))
  }

  private static func words(_ markup: Markup) -> String {
    switch markup {
    case .text(let text): text
    case .fragment(let pieces): pieces.map(words).joined()
    case .element(_, _, let children): children.map(words).joined()
    }
  }

  /// Boxes by their places: x, y, width, height.
  private static func boxes(_ drawing: Drawing) -> [[Double]] {
    tag("g", [:], drawing.content).elements("rect").map { shape in
      ["x", "y", "width", "height"].map { Double(shape.attributes[$0] ?? "") ?? .nan }
    }
  }

  @Test(arguments: [304.0, 672])
  func boxesOfARowStandSideBySideAndRowsBelowEachOther(width: Double) {
    let boxes = Self.boxes(Self.map.drawing(Self.frame(width)))
    // The model is no rectangle.
    #expect(boxes.count == 6)
    let (raw, left, middle, right, work) = (boxes[0], boxes[1], boxes[2], boxes[3], boxes[4])
    #expect(raw[2] > 0.98 * width - 2 && abs(work[2] - (middle[0] + middle[2] - left[0])) < 0.2)
    #expect(left[0] + left[2] < middle[0] && middle[0] + middle[2] < right[0])
    #expect(left[1] == middle[1] && left[3] == right[3] && raw[1] + raw[3] < left[1])
    #expect(left[1] + left[3] < work[1])
  }

  @Test func arrowsBeginAndEndAtTheirBoxes() {
    let drawing = Self.map.drawing(Self.frame(672))
    let boxes = Self.boxes(drawing)
    let arrows = tag("g", [:], drawing.content).elements("path").compactMap { shape -> [Double]? in
      guard shape.attributes["class"] == "arrow", let data = shape.attributes["d"] else {
        return nil
      }
      return data.split { !"0123456789.".contains($0) }.prefix(3).compactMap { Double($0) }
    }
    #expect(arrows.count == 8)
    // From the raw texts to the second part: straight down in the middle of its column.
    #expect(abs(arrows[1][0] - (boxes[2][0] + boxes[2][2] / 2)) < 0.2)
    #expect(abs(arrows[1][1] - (boxes[0][1] + boxes[0][3])) < 0.2)
    #expect(abs(arrows[1][2] - (boxes[2][1] - 1)) < 0.2)
    // From the third part past two rows to the judge.
    #expect(abs(arrows[6][0] - (boxes[3][0] + boxes[3][2] / 2)) < 0.2)
    #expect(abs(arrows[6][2] - (boxes[5][1] - 1)) < 0.2)
    // Round the corner, from within the work's right edge.
    #expect(arrows[7][0] < boxes[4][0] + boxes[4][2] && arrows[7][0] > boxes[2][0])
  }

  @Test func aTerminalNamesWhereThingsComeFrom() {
    let lines = Self.map.terminal(
      TerminalFrame(width: 40, style: .plain, wording: .of(.english))
    ).map { $0.rendered(.plain) }
    #expect(lines.prefix(4) == ["[Raw]", "  12 documents", "▼", "[Left]"])
    let work = lines.firstIndex(of: "(Work)") ?? 0
    #expect(lines[(work + 1)...(work + 3)] == ["  ← Left · to learn", "  ← Middle", "▼"])
    #expect(lines[(work + 4)...] == ["⟨Model⟩", "[Judge]", "  ← Right", "  ← Work"])
  }

  static let sequence = SequenceMap(
    ["Program", "Model", "Draw"],
    [.init(0, 1, "12 tokens"), .init(1, 1, "thinks"), .init(2, 0, "“the”", isReply: true)])

  @Test func messagesGoBetweenTheLinesOfTheirParticipants() {
    let drawing = Self.sequence.drawing(Self.frame(672))
    let paths = tag("g", [:], drawing.content).elements("path")
    let arrows = paths.filter { $0.attributes["class"]?.hasPrefix("arrow") == true }
      .map { $0.attributes["d"] ?? "" }
    #expect(arrows[0].hasPrefix("M112 ") && arrows[0].hasSuffix("H335"))
    #expect(arrows[2].hasPrefix("M336 ") && arrows[2].contains("h24v14H337"))
    #expect(arrows[3].hasPrefix("M560 ") && arrows[3].hasSuffix("H113"))
    #expect(paths.filter { $0.attributes["class"] == "arrow reply" }.count == 1)
    let texts = tag("g", [:], drawing.content).elements("text").map { Self.words($0.element) }
    #expect(texts == ["Program", "Model", "Draw", "1. 12 tokens", "2. thinks", "3. “the”"])
  }

  /// No line of a participant goes through words.
  @Test(arguments: [304.0, 672])
  func linesMakeRoomForWords(width: Double) {
    let long = SequenceMap(
      ["A", "B", "C", "D"],
      (0..<4).map { .init($0, 3 - $0, String(repeating: "many words ", count: 6)) })
    let shapes = tag("g", [:], long.drawing(Self.frame(width)).content)
    let lines = DrawnShape.all(long, width: width).styled("axis", "path").map(\.points)
      .filter { $0.count == 2 }
    #expect(lines.count > 8)
    for text in shapes.elements("text") where text.attributes["class"] == "small" {
      let (x, y) = (Double(text.attributes["x"]!)!, Double(text.attributes["y"]!)!)
      let end = x + SVG.width(of: Self.words(text.element))
      #expect(end <= width)
      for line in lines where x <= line[0].x && line[0].x <= end {
        #expect(line[1].y <= y - 11 || line[0].y >= y + 3, "a line at \(line) through \(x), \(y)")
      }
    }
  }

  @Test func aTerminalSaysWhoSpeaksToWhom() {
    let lines = Self.sequence.terminal(
      TerminalFrame(width: 40, style: .plain, wording: .of(.english))
    ).map { $0.rendered(.plain) }
    #expect(
      lines == [
        "1. Program → Model", "   12 tokens", "2. Model ↻", "   thinks", "3. Draw ⇢ Program",
        "   “the”",
      ])
  }
}
