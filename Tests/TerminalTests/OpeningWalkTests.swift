import Charts
import Names
import Testing

@testable import Terminal

@Suite("Walking from number to number")
struct OpeningWalkTests {
  /// Every name opens itself with a letter more; `a` shows more of them.
  private func state(columns: Int = 60, rows: Int = 12, language: Language = .english)
    -> OpeningState
  {
    let walk = OpeningWalk(language: language) { name, isWhole in
      let letters = isWhole ? ["a", "b", "c", "d"] : ["a", "c"]
      let lines =
        [OpeningPage.Line(StyledLine("page of \(name)"))]
        + letters.map { OpeningPage.Line(StyledLine(name + $0), opens: name + $0) }
        + (0..<20).map { OpeningPage.Line(StyledLine("line \($0)")) }
      return name.count > 3
        ? OpeningPage([OpeningPage.Line(StyledLine("root \(name)"))])
        : OpeningPage(lines, chosen: name + "c")
    }
    return OpeningState(walk, at: "x", size: (columns, rows))
  }

  @Test func enterOpensWhatIsChosenAndBackReturns() {
    var state = state()
    #expect(state.chosen == "xc")
    state.press(.enter)
    #expect(state.names == ["x", "xc"] && state.chosen == "xcc")
    state.press(.up)
    state.press(.right)
    #expect(state.names == ["x", "xc", "xca"])
    state.press(.left)
    #expect(state.names == ["x", "xc"] && state.chosen == "xca")
    state.press(.escape)
    state.press(.left)
    #expect(state.names == ["x"] && state.chosen == "xc" && !state.isDone)
  }

  @Test func aRootOpensNothing() {
    var state = state()
    for _ in 0..<6 { state.press(.enter) }
    #expect(state.names == ["x", "xc", "xcc", "xccc"] && state.chosen == nil)
    state.press(.down)
    state.press(.character("a"))
    #expect(state.frame().count == 12)
  }

  @Test func allShowsEverythingAndKeepsTheChoice() {
    var state = state()
    state.press(.up)
    #expect(state.chosen == "xa")
    state.press(.character("a"))
    #expect(state.chosen == "xa")
    state.press(.down)
    #expect(state.chosen == "xb")
    state.press(.character("a"))
    // What is no longer there leaves the choice with what matters most.
    #expect(state.chosen == "xc")
  }

  @Test(arguments: [(80, 24), (40, 8), (20, 5), (1, 1)], Language.allCases)
  func theFrameFillsTheWindowExactly(size: (Int, Int), language: Language) {
    var state = state(columns: size.0, rows: size.1, language: language)
    for key in [Key.enter, .down, .down, .end, .home, .pageDown, .pageUp, .left, .character("a")] {
      state.press(key)
      let frame = state.frame()
      #expect(frame.count == size.1 && frame.allSatisfy { $0.width <= size.0 })
    }
  }

  @Test func whatIsChosenIsInTheWindow() {
    var state = state(rows: 6)
    for key in [Key.down, .up, .up, .end, .down] {
      state.press(key)
      if key != .end { #expect(state.frame().contains { $0.text.hasPrefix("▸ ") }) }
    }
    state.press(.end)
    #expect(state.frame().contains { $0.text.contains("line 19") })
  }

  @Test func quittingEndsIt() {
    for key in [Key.interrupt, .character("q")] {
      var state = state()
      state.press(key)
      #expect(state.isDone)
    }
  }
}
