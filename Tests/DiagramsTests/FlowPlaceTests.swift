import Markup
import Names
import Record
import SampleRuns
import Testing

@testable import Diagrams

/// Where the boxes of a map lead, which of them is marked as the reader's, and how a terminal lines them up.
@Suite("Places on the flows")
struct FlowPlaceTests {
  @Test(arguments: FlowNode.allCases as [FlowNode?] + [nil], Language.allCases)
  func everyBoxLeadsToItsOwnPageAndOnlyTheReadersIsMarked(
    current: FlowNode?, language: Language
  ) {
    for stage in FlowStage.allCases {
      for (layout, isSmall) in [
        (FlowMap.Layout.horizontal, true), (.horizontal, false), (.vertical, false),
      ] {
        let chart = Flowchart(stage, in: language)
        // A course may lack the page of a node.
        let markup = FlowMap(
          chart, layout: layout, isSmall: isSmall, current: current, prefix: "x"
        ) { $0 == .hyperparameters ? nil : "to-" + $0.rawValue }.markup()
        let nodes = chart.nodes + (stage == .usage ? [.feedback] : [])
        let boxes = markup.elements("a")
        let names = nodes.map { $0.name(in: language) }
        let titles = boxes.flatMap { $0.element.elements("title").map { $0.element.plainText } }
        #expect(titles == names)
        #expect(
          boxes.map { $0.attributes["href"] }
            == nodes.map { $0 == .hyperparameters ? nil : "to-" + $0.rawValue })
        #expect(
          boxes.map { $0.attributes["aria-current"] }
            == nodes.map { $0 == current ? "true" : nil })
        // Small boxes carry no words, so that their names have to be said.
        #expect(
          boxes.map { $0.attributes["aria-label"] } == (isSmall ? names : names.map { _ in nil }))
      }
    }
  }

  @Test(arguments: FlowStage.allCases, Language.allCases)
  func theThreeLinesOfABoxLieUnderEachOther(stage: FlowStage, language: Language) throws {
    let chart = Flowchart(stage, in: language)
    let text = FlowText(chart) { $0.name(in: language) }
    for node in chart.nodes {
      var stretches: [(start: Int, end: Int)] = []
      for line in text.lines {
        var column = 0
        for span in line {
          let end = column + Self.columns(span.text)
          if span.node == node { stretches.append((column, end)) }
          column = end
        }
      }
      try #require(stretches.count == 3, "\(node)")
      // The middle of a hexagon ends in its corner.
      let corner = Flowchart.shape(of: node) == .hexagon ? 1 : 0
      #expect(stretches.map(\.start) == Array(repeating: stretches[0].start, count: 3), "\(node)")
      #expect(
        stretches.map(\.end) == [0, corner, 0].map { stretches[0].end + $0 }, "\(node)")
    }
  }

  @Test(arguments: FlowStage.allCases, Language.allCases)
  func arrowsHangBelowTheOpeningOfTheirBox(stage: FlowStage, language: Language) {
    let lines = FlowText(Flowchart(stage, in: language)) { $0.name(in: language) }.lines.map {
      $0.map(\.text).joined()
    }
    func column(_ sign: Character, _ line: String) -> Int? {
      line.firstIndex(of: sign).map { Self.columns(line[..<$0]) }
    }
    for (index, line) in lines.enumerated() {
      guard let head = column("▼", line) else { continue }
      #expect(column("│", lines[index - 1]) == head)
      #expect(column("┬", lines[index - 2]) == head)
    }
    #expect(lines.count { $0.contains("▼") } == Flowchart(stage, in: language).axis.count - 1)
  }

  /// Two columns for a kana or a kanji, one for any other sign of these names.
  private static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let isWide = "\u{3040}"..."\u{30FF}" ~= scalar || "\u{4E00}"..."\u{9FFF}" ~= scalar
      return sum + (isWide ? 2 : 1)
    }
  }

  /// On which box each step of the flows stands.
  @Test func rowsStandAtTheirNodes() {
    let rows: [FlowNode: [String]] = [
      .rawData: ["L1"], .trainingDataset: ["L2a", "L2b", "L2c", "L2d", "L3"],
      .trainingProgram: ["L4a", "L4d", "L5a", "L5b"], .initialParameters: ["L4b"],
      .hyperparameters: ["L4c"], .trainedModel: ["L5c", "L5d", "L6c", "U3"],
      .learnedParameters: ["L6a"], .inferenceProgram: ["L6b"], .inputData: ["U1", "U2"],
      .aiOutput: ["U4", "U5", "U6"], .feedback: ["U7", "U8"],
    ]
    for node in FlowNode.allCases {
      #expect(FlowRow.all.filter { $0.node == node }.map(\.id) == rows[node], "\(node)")
    }
    #expect(
      FlowRow.all.map(\.id) == [
        "L1", "L2a", "L2b", "L2c", "L2d", "L3", "L4a", "L4b", "L4c", "L4d", "L5a", "L5b", "L5c",
        "L5d", "L6a", "L6b", "L6c", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8",
      ])
    #expect(FlowRow.all.map(\.order) == Array(FlowRow.all.indices))
    for names in [FlowRow.all.map(\.name.en), FlowRow.all.map(\.name.ja)] {
      #expect(Set(names).count == names.count)
    }
  }
}
