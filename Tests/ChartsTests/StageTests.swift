import Markup
import Testing

@testable import Charts

/// The stage: its tokens, parts and steps keep their places, and nothing of it meets anything else.
@Suite struct StageTests {
  static let parts = [
    Stage.Part(.start, "", short: "input", steps: ["tokens", "embedding", "position"]),
    Stage.Part(.branch, "Block 0", short: "B0"),
    Stage.Part(
      .branch, "Attention 1", short: "att. 1",
      steps: ["normalize", "query", "keys", "q · k", "scores", "mask", "softmax", "heads, +"]),
    Stage.Part(.branch, "MLP 1", short: "MLP 1", steps: ["neurons", "+"]),
    Stage.Part(.branch, "Blocks 2–11", short: "B2–11"),
    Stage.Part(.end, "logits", short: "logits"),
  ]
  static let places: [Stage.Place] = parts.enumerated().flatMap { part in
    part.element.steps.isEmpty
      ? [Stage.Place(part.offset)]
      : part.element.steps.indices.map { Stage.Place(part.offset, $0) }
  }
  static let strip: [Stage.Item] =
    [.label("prompt"), .token("<|en|>", .special)]
    + ["␣Where", "␣does", "ミカさん", "␣work", "?"].map { .token($0, .read) }
    + [
      .label("answer"), .token("␣At", .followed), .token("␣the", .next), .token("␣bakery", .later),
    ]

  static func stage(_ place: Stage.Place, strip: [Stage.Item] = strip) -> Stage {
    Stage(
      strip: strip, parts: parts, place: place,
      BarChart(axis: "share", rows: [.init("one", [0.5], text: "0.5")], upTo: 1))
  }

  /// Everything but the picture of the step.
  private static func shapes(_ place: Stage.Place, _ width: Double) -> [DrawnShape] {
    let scene = Set(
      DrawnShape.all(stage(place).scene, width: width < 440 ? width : width - 156)
        .map { $0.element + $0.style + $0.text })
    return DrawnShape.all(stage(place), width: width)
      .filter { !scene.contains($0.element + $0.style + $0.text) }
  }

  private static let fixed: Set = [
    "prompt", "answer", "<|en|>", "ミカさん", "␣At", "␣bakery", "B0", "B2–11", "MLP 1", "logits",
    "input", "Block 0", "Attention 1", "Blocks 2–11",
  ]
  private static let widths = [304.0, 540, 672]

  @Test(arguments: widths)
  func tokensAndStepsStayInTheirPlaces(width: Double) {
    let fixed: Set = Self.fixed
    func texts(_ place: Stage.Place, _ wanted: Set<String>) -> [String] {
      Self.shapes(place, width).filter {
        $0.element == "text" && wanted.contains($0.text)
          && !(width < 440 && wanted == fixed && $0.y > 110)
      }
      .map { "\($0.text) \($0.x) \($0.y)" }.sorted()
    }
    let first = texts(Self.places[0], fixed)
    // A narrow drawing has the short names, and of the steps those of the part where the token is.
    #expect(first.count == 11, "\(first)")
    for place in Self.places { #expect(texts(place, fixed) == first, "\(place)") }
    let steps = Set(Self.parts[2].steps)
    let attention = texts(Stage.Place(2, 0), steps)
    #expect(attention.count == 8)
    for place in Self.places where width >= 440 || place.part == 2 {
      #expect(texts(place, steps) == attention)
    }
  }

  @Test(arguments: widths)
  func thePictureStandsInOnePlaceInAllSteps(width: Double) {
    let spots = Self.places.map { place in
      DrawnShape.all(Self.stage(place), width: width).first { $0.text == "one" }
        .map { "\($0.x) \($0.y)" } ?? ""
    }
    #expect(Set(spots).count == 1 && spots[0] != "")
    let heights = Self.places.map {
      Self.stage($0).drawing(DrawingFrame(width: width, id: "t", wording: .english)).height
    }
    #expect(Set(heights).count == 1)
  }

  @Test(arguments: widths, [0, 40])
  func noTwoTextsMeetAndNoneLeavesTheDrawing(width: Double, more: Int) {
    let strip = Self.strip + (0..<more).map { .token("␣token\($0)", .later) }
    for place in Self.places {
      let shapes = DrawnShape.all(Self.stage(place, strip: strip), width: width)
      let boxes = shapes.filter { $0.element == "text" }.map { text in
        let isFixed = text.style.hasPrefix("fixed")
        let room =
          isFixed ? SVG.fixedWidth(of: text.text) : SVG.width(of: text.text) * 0.9
        let anchor = text.attributes["text-anchor"]
        // Letters of tokens are anchored by their group.
        let left =
          anchor == "middle" || isFixed && anchor == nil
          ? text.x - room / 2 : anchor == "end" ? text.x - room : text.x
        return (text: text.text, left: left, right: left + room, y: text.y)
      }
      for (index, box) in boxes.enumerated() {
        #expect(box.left >= -1 && box.right <= width + 1, "\(box)")
        for other in boxes.dropFirst(index + 1) where (other.y - box.y).magnitude < 11 {
          #expect(other.left >= box.right || box.left >= other.right, "\(box) \(other)")
        }
      }
    }
  }

  @Test(arguments: widths)
  func whereTheTokenIsOneStepIsLit(width: Double) throws {
    for place in Self.places {
      let shapes = Self.shapes(place, width)
      #expect(shapes.styled("part lit").count == 1, "\(place)")
      let here = shapes.styled("here")
      let part = Self.parts[place.part]
      guard let step = place.step else {
        #expect(here.count == (width < 440 ? 1 : 0))
        continue
      }
      let box = try #require(here.first)
      #expect(here.count == 1)
      let text = try #require(
        shapes.last { $0.text == part.steps[step] && $0.style == "small strong" })
      #expect(text.x >= box.x && text.x <= box.x + box.width)
      #expect(text.y > box.y && text.y < box.y + box.height)
    }
  }

  @Test(arguments: widths)
  func theWayBehindIsThickAndAnAdditionLightsItsSign(width: Double) {
    for place in Self.places {
      let shapes = Self.shapes(place, width)
      let behind = shapes.styled("stream").count
      let ahead = shapes.styled("stream ahead").count
      #expect(behind == (place.part == 0 ? 0 : 1) && ahead == (place.part == 5 ? 0 : 1))
      // The path at the side ends in two lines.
      let ends = width < 440 ? 5 : 6
      let lines = shapes.styled("stream").reduce(0) { $0 + $1.points.count } / 2
      #expect(lines == (place.part == 5 ? ends : place.part), "\(place)")
      let part = Self.parts[place.part]
      let isAdding =
        part.kind == .branch && place.step.map { $0 == part.steps.count - 1 } ?? (true)
      #expect(shapes.styled("sum lit").count == (isAdding ? 1 : 0), "\(place)")
      #expect(shapes.styled("sum lit").count + shapes.styled("sum").count == 4)
    }
  }

  @Test func tokensAreMarkedByHowFarTheyAre() {
    let shapes = DrawnShape.all(Self.stage(Stage.Place(0, 0)))
    #expect(shapes.styled("box special", "rect").count == 1)
    #expect(shapes.styled("box fresh", "rect").count == 1)
    #expect(shapes.styled("box next", "rect").count == 1)
    #expect(shapes.styled("box later", "rect").count == 1)
    let read = ["box token0", "box token1"].flatMap { shapes.styled($0, "path") }
    #expect(read.count == 2 && read.flatMap(\.points).count == 5 * 4)
    let followed = shapes.text("␣At")!
    let box = shapes.styled("box fresh", "rect")[0]
    #expect((followed.x - box.x - box.width / 2).magnitude < 1)
  }

  /// Filled boxes are one outline, whose line of 4 belongs to the box: what is read looks as large as the rest.
  @Test func theBoxesOfWhatIsReadLieAroundTheirTokens() throws {
    let shapes = DrawnShape.all(Self.stage(Stage.Place(0, 0)))
    let other = shapes.styled("box special", "rect")[0]
    for (index, token) in ["␣Where", "␣does", "ミカさん", "␣work", "?"].enumerated() {
      let text = try #require(shapes.text(token))
      // The first item is a label, the second a special token.
      let corners = shapes.styled("box token\(index % 2)", "path").flatMap(\.points)
      let boxes = stride(from: 0, to: corners.count, by: 4).map { corners[$0..<$0 + 4].map { $0 } }
      let around = boxes.filter {
        $0[0].x < text.x && text.x < $0[1].x && $0[0].y < text.y && text.y < $0[2].y
      }
      let box = try #require(around.count == 1 ? around[0] : nil, "\(token)")
      #expect((box[0].x + box[1].x - 2 * text.x).magnitude < 0.3 && box[3].x == box[0].x)
      #expect(box[0].y - 2 == other.y && box[2].y - box[0].y + 4 == other.height)
      #expect((box[1].x - box[0].x + 4 - SVG.fixedWidth(of: token) - 8).magnitude < 0.2)
    }
  }

  @Test(arguments: [40, 61, 62, 80, 110], [TerminalStyle.plain, .color])
  func onATerminalTheSameIsSaid(width: Int, style: TerminalStyle) {
    for place in Self.places {
      let lines = Self.stage(place).terminal(
        TerminalFrame(width: width, style: style, wording: .english))
      for line in lines { #expect(line.width <= width, "\(line.text)") }
      let text = lines.map(\.text).joined(separator: "\n")
      let part = Self.parts[place.part]
      let name = place.step.map { part.steps[$0] } ?? (width < 62 ? part.short : part.name)
      #expect(text.contains("▸" + name), "\(text)")
      #expect(text.contains("[␣At]") && text.contains("(␣the)"), "\(text)")
      #expect(style.paintsCells || text.contains("|ミカさん|"))
    }
  }

  @Test func onATerminalThePathIsThickUpToWhereTheTokenIs() {
    let lines = Self.stage(Stage.Place(2, 1)).terminal(
      TerminalFrame(width: 80, style: .plain, wording: .english)
    ).map { String($0.text.prefix(18)).split(separator: " ").joined(separator: " ") }
    #expect(
      lines.dropFirst(3) == [
        "tokens", "embedding", "●◀─ position", "⊕◀▶Block 0", "┣─▶Attention 1", "┃ normalize",
        "┃ ▸query", "┃ keys", "┃ q · k", "┃ scores", "┃ mask", "┃ softmax", "⊕◀─ heads, +",
        "├─▶MLP 1", "│ neurons", "⊕◀─ +", "⊕◀▶Blocks 2–11", "└─▶logits",
      ])
  }
}
