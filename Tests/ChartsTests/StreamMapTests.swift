import Markup
import Testing

@testable import Charts

/// The path, what reads from it, and what is added to it.
@Suite struct StreamMapTests {
  static let map = StreamMap([
    .sum([
      [.init("ids", role: .computed), .init("table", facts: ["5 × 6"], role: .learned)],
      [.init("places", role: .learned)],
    ]),
    .reading("the stream"),
    .stretch(
      .init(
        "Block, 3 times", note: "both add", facts: ["542 each"], isRepeated: true,
        [
          .branch([
            .init("norm", role: .learned),
            .init("attention", boxes: [.init("scores", role: .computed)]),
          ]), .branch([.init("wide", role: .learned)]),
        ])),
    .through([
      .init("last", role: .learned),
      .init("back again", facts: ["5 × 6"], role: .learned, isShared: true),
    ]),
  ])

  private static func shapes(_ width: Double = 600) -> [DrawnShape] {
    DrawnShape.all(map, width: width)
  }

  private static func box(_ name: String, _ shapes: [DrawnShape]) throws -> DrawnShape {
    let text = try #require(shapes.text(name))
    // The smallest box around the name.
    return try #require(
      shapes.filter {
        $0.element == "rect" && $0.style.hasPrefix("part ") && $0.x <= text.x
          && text.x <= $0.x + $0.width && $0.y <= text.y && text.y <= $0.y + $0.height
      }.min { $0.height < $1.height })
  }

  @Test(arguments: [304.0, 672.0]) func branchesReadFromThePathAndAddToIt(width: Double) throws {
    let shapes = Self.shapes(width)
    let path = try #require(shapes.styled("stream").first)
    let track = path.points[0].x
    #expect(path.points.count == 2 && path.points.allSatisfy { $0.x == track })
    let (taps, sums) = (shapes.styled("tap"), shapes.styled("sum"))
    #expect(taps.count == 3, "a reading and two branches")
    #expect(sums.count == 3, "the beginning and two branches")
    for place in taps + sums {
      #expect(place.x == track)
      #expect(path.points[0].y <= place.y && place.y <= path.points[1].y)
    }
    #expect(sums[0].y == path.points[0].y)
    // Each branch leaves the path, works beside it, and comes back, in this order.
    for (tap, sum, names) in [
      (taps[1], sums[1], ["norm", "attention", "scores"]), (taps[2], sums[2], ["wide"]),
    ] {
      #expect(sum.y - tap.y >= 20, "the two arrows do not meet")
      for name in names {
        let box = try Self.box(name, shapes)
        #expect(box.x > track + 10, "\(name) stands beside the path")
        #expect(box.y < sum.y && tap.y < box.y + box.height)
      }
      #expect(shapes.filter { $0.style == "arrow" }.contains { $0.pointsTo(y: tap.y) })
      #expect(shapes.filter { $0.style == "arrow" }.contains { $0.pointsTo(y: sum.y) })
    }
    #expect(taps[2].y > sums[1].y)
    #expect(try Self.box("last", shapes).y >= path.points[1].y)
  }

  @Test func whatIsAddedFirstStandsSideBySide() throws {
    let shapes = Self.shapes()
    let (ids, table) = (try Self.box("ids", shapes), try Self.box("table", shapes))
    let places = try Self.box("places", shapes)
    #expect(ids.y == places.y && ids.x + ids.width < places.x)
    #expect(table.y > ids.y + ids.height && table.x == ids.x)
    let sum = try #require(shapes.styled("sum").first)
    #expect(sum.y > table.y + table.height)
  }

  @Test func aTableThatIsUsedAgainLooksUnlikeALearnedOne() throws {
    let shapes = Self.shapes()
    #expect(try Self.box("table", shapes).style == "part learned")
    #expect(try Self.box("table", shapes).attributes["rx"] == nil)
    #expect(try Self.box("scores", shapes).style == "part computed")
    #expect(try Self.box("scores", shapes).attributes["rx"] == "8")
    #expect(try Self.box("back again", shapes).style == "part shared")
    #expect(FigureStyle.css.contains(".part.shared { fill: none;"))
    for label in [
      "learned (parameters)", "computed (from the input)", "learned, used a second time",
    ] {
      #expect(shapes.text(label) != nil)
    }
    let plain = DrawnShape.all(StreamMap([.through([.init("x", role: .computed)])]))
    #expect(plain.text("learned (parameters)") == nil)
    #expect(plain.text("learned, used a second time") == nil)
  }

  @Test func aRepeatedStretchHasAFrameBehindItsOwn() throws {
    let frames = Self.shapes().filter { ["part frame", "part behind"].contains($0.style) }
    #expect(frames.map(\.style) == ["part behind", "part frame"])
    let boxes = ["norm", "wide"].compactMap { try? Self.box($0, Self.shapes()) }
    for box in boxes {
      #expect(frames[1].y < box.y && box.y + box.height < frames[1].y + frames[1].height)
    }
    let once = StreamMap([.stretch(.init("Block", [.branch([.init("x")])]))])
    #expect(DrawnShape.all(once).contains { $0.style == "part behind" } == false)
  }

  @Test func onATerminalTheRailShowsWhereOneReadsAndAdds() {
    let lines = Self.map.terminal(TerminalFrame(width: 44, style: .plain, wording: .english))
      .map(\.text)
    for line in lines { #expect(TerminalText.width(of: line) <= 44, "\(line)") }
    func place(_ text: String) -> Int { lines.firstIndex { $0.contains(text) } ?? -1 }
    #expect(lines[place("norm")].hasPrefix("┣─▶ │ ■ norm"))
    #expect(lines[place("wide")].hasPrefix("┃   │ ■ wide"))
    #expect(lines.count { $0.hasPrefix("⊕") } == 3)
    let reads = lines.indices.filter { lines[$0].hasPrefix("┣") }
    let adds = lines.indices.filter { lines[$0].hasPrefix("⊕") }
    #expect(reads.count == 2)
    #expect(adds[0] < reads[0] && reads[0] < adds[1] && adds[1] < reads[1] && reads[1] < adds[2])
    #expect(place("Block, 3 times") < place("542 each"))
    #expect(lines[place("back again")].contains("╎ □ back again"))
    #expect(lines[place("the stream")].hasPrefix("● the stream"))
  }
}

extension DrawnShape {
  /// Whether a path runs level at a height.
  fileprivate func pointsTo(y: Double) -> Bool {
    guard let data = attributes["d"], let first = points.first else { return false }
    return first.y == y && data.contains("H") || data.contains("V\(decimal(y, places: 1))")
      || first.y != y && data.contains(" \(decimal(y, places: 1))H")
  }
}
