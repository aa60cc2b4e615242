import Markup
import Names
import SampleRuns
import Testing

@testable import Charts

/// Where the boxes, ways and gates of states lie.
@Suite struct StateMapTests {
  private static let map = StateMap([
    .init("One", note: "was in use", origin: nil, way: "first"),
    .init("Two", note: "in use", role: .good, origin: 0, way: "second", gate: "yes"),
    .init("Three", note: "kept", role: .bad, origin: 0, way: "third", gate: "no", goesOn: false),
    .init("Four", note: "kept", role: .bad, origin: 1, way: "fourth", gate: "no", goesOn: false),
  ])

  private static func figure(_ map: StateMap) -> Figure {
    Figure(
      id: "states", language: .english, title: "A title", description: "What is seen.",
      table: DataTable(["a"], [["1"]]), body: map)
  }

  @Test func branchesComeBeforeWhatGoesOn() {
    #expect(Self.map.beginnings == [0])
    #expect(Self.map.next(after: 0).branches == [2] && Self.map.next(after: 0).onward == 1)
    #expect(Self.map.next(after: 1).branches == [3] && Self.map.next(after: 1).onward == nil)
    #expect(Self.map.next(after: 3).branches == [] && Self.map.next(after: 3).onward == nil)
  }

  @Test func theTerminalIndentsBranchesAndSignsWhatTheyAre() {
    let lines = Self.figure(Self.map).terminal(width: 40, style: .plain).map { $0.rendered(.plain) }
    let drawn = lines.drop { !$0.hasPrefix("●") }
    #expect(
      drawn.prefix(17) == [
        "●  first", "▼", "[One]", "│  was in use", "├─ ┐  third", "│  ◇  no", "│  ▼",
        "│  [✗ Three]",
        "│     kept", "│", "│  second", "◇  yes", "▼", "[✓ Two]", "│  in use", "└─ ┐  fourth",
        "   ◇  no",
      ], "\(drawn)")
  }

  @Test func aGateIsADiamondAndAStateABox() throws {
    let svg = Self.figure(Self.map).svg(width: 336)
    let boxes = svg.elements("rect").filter {
      $0.attributes["class"]?.hasPrefix("part ") == true
    }
    #expect(
      boxes.map { $0.attributes["class"] } == ["part plain", "part bad", "part good", "part bad"])
    let left = boxes.map { Double($0.attributes["x"] ?? "") ?? -1 }
    #expect(left == [0.5, 38.5, 0.5, 38.5])
    let tops = boxes.map { Double($0.attributes["y"] ?? "") ?? -1 }
    #expect(tops == tops.sorted() && Set(tops).count == 4)
    let diamonds = svg.elements("path").filter {
      $0.attributes["class"]?.hasPrefix("part ") == true
    }
    #expect(diamonds.map { $0.attributes["class"] } == ["part bad", "part good", "part bad"])
    // On the path of its own branch.
    let starts = diamonds.map { $0.attributes["d"]?.dropFirst().prefix { $0 != " " } ?? "" }
    #expect(starts == ["52", "14", "52"])
    for box in boxes {
      let width = Double(box.attributes["width"] ?? "") ?? 0
      #expect((Double(box.attributes["x"] ?? "") ?? 0) + width <= 336)
    }
  }

  @Test func aChainStaysAtTheEdge() {
    let chain = StateMap(
      (0..<30).map {
        .init("\($0)", note: "", origin: $0 == 0 ? nil : $0 - 1, way: "on")
      })
    let boxes = Self.figure(chain).svg(width: 336).elements("rect").filter {
      $0.attributes["class"] == "part plain"
    }
    #expect(boxes.count == 30 && boxes.allSatisfy { $0.attributes["x"] == "0.5" })
  }

  /// What is still to come keeps its place and shows nothing but an outline.
  @Test func whatIsToComeKeepsItsPlaceFree() {
    var states = Self.map.states
    states[2].isAhead = true
    states[3].isAhead = true
    func boxes(_ map: StateMap, _ style: String) -> [[String?]] {
      Self.figure(map).svg(width: 672).elements("rect")
        .filter { $0.attributes["class"]?.hasPrefix(style) == true }
        .map { [$0.attributes["x"], $0.attributes["y"], $0.attributes["height"]] }
    }
    let (all, now) = (boxes(Self.map, "part"), boxes(StateMap(states), "part"))
    #expect(all.count == 4 && now.count == 2)
    #expect(now.allSatisfy { all.contains($0) })
    let free = boxes(StateMap(states), "box later")
    #expect(free.count == 2 && free.allSatisfy { all.contains($0) && !now.contains($0) })
    let html = Self.figure(StateMap(states)).svg(width: 672).html()
    #expect(!html.contains("third") && !html.contains("Four") && html.contains("second"))
    let lines = Self.figure(StateMap(states)).terminal(width: 40, style: .plain).map(\.text)
    #expect(lines.last == "   in use" && !lines.contains { $0.contains("Three") })
  }
}
