import Charts
import Names
import SampleRuns
import Testing

@testable import Diagrams

/// Charts of boxes and messages in Mermaid's language, against charts made by hand.
@Suite struct FigureMermaidTests {
  private static func figure(_ body: some Chart, _ description: String = "Two things.") -> Figure {
    Figure(
      id: "x", language: .english, title: "A way", description: description,
      table: DataTable(columns: [], rows: []), body: body)
  }

  private static let nodes = NodeMap(
    rows: [
      [.init("Raw", facts: ["12 documents"], columns: 0...1)],
      [.init("Work", shape: .work, columns: 0...0), .init("Model", shape: .model, columns: 1...1)],
    ], edges: [.init(0, 1), .init(0, 2, "to \"learn\"")])

  @Test func nodesHaveTheirShapesAndEdgesTheirWords() throws {
    #expect(
      try #require(Self.figure(Self.nodes).mermaid) == """
        graph TD
          accTitle: A way
          accDescr: Two things.
          n1["Raw<br/>12 documents"]
          n2(["Work"])
          n3{{"Model"}}
          n1 --> n2
          n1 -->|"to #34;learn#34;"| n3

        """)
  }

  @Test func messagesGoFromOneToTheOther() throws {
    let map = SequenceMap(
      ["Program", "Model"],
      [.init(0, 1, "“a”; id 3"), .init(1, 0, "<|end|>", isReply: true), .init(0, 0, "goes on")])
    #expect(
      try #require(Self.figure(map).mermaid) == """
        sequenceDiagram
          accTitle: A way
          accDescr: Two things.
          autonumber
          participant p1 as Program
          participant p2 as Model
          p1->>p2: “a”#59; id 3
          p2-->>p1: #60;#124;end#124;#62;
          p1->>p1: goes on

        """)
  }

  /// The stream goes past each branch to the next sum; what is inside a box is inside a frame.
  @Test func aStreamGoesPastItsBranches() throws {
    let map = StreamMap([
      .sum([
        [.init("Ids", role: .computed), .init("Table", facts: ["5 × 6"], role: .learned)],
        [.init("Places", role: .learned)],
      ]),
      .reading("the stream"),
      .stretch(
        .init(
          "Block", facts: ["7 each"], isRepeated: true,
          [
            .branch([
              .init("Norm", role: .learned),
              .init("Attention", boxes: [.init("Q", role: .learned), .init("O", role: .learned)]),
            ])
          ])),
      .through([.init("Last", role: .learned), .init("Logits", role: .computed)]),
    ])
    #expect(
      try #require(Self.figure(map).mermaid).split(separator: "\n").dropFirst(4).map(String.init)
        == [
          "  n1(\"Ids\")", "  n2[\"Table<br/>5 × 6\"]", "  n3[\"Places\"]", "  n4((\"+\"))",
          "  n5([\"the stream\"])", "  subgraph g1[\"Block<br/>7 each\"]", "    n6[\"Norm\"]",
          "    subgraph g2[\"Attention\"]", "      n7[\"Q\"]", "      n8[\"O\"]", "    end",
          "    n9((\"+\"))", "  end", "  n10[\"Last\"]", "  n11(\"Logits\")",
          "  n1 --> n2", "  n2 --> n4", "  n3 --> n4", "  n4 --> n5", "  n5 --> n6", "  n6 --> n7",
          "  n7 --> n8", "  n5 --> n9", "  n8 --> n9", "  n9 --> n10", "  n10 --> n11",
        ])
  }

  @Test func otherChartsHaveNoMermaid() {
    let bars = BarChart(axis: "x", rows: [BarChart.Row("a", [1], text: "1")], roles: [.computed])
    #expect(Self.figure(bars).mermaid == nil)
  }

  /// No text ends its label or its line, begins a comment, a directive or an entity, or becomes an element.
  @Test(arguments: [
    "a\"]; b", "a\nb", "%%{init: {}}%%", "</script><img src=x>", "<|end|>", "`code`", "a#59;b",
    "\u{0}\u{1B}[2J\u{202E}abc", "x --> y", "end", "p1->>p2: x", "{{a}}", "[*]", "&lt;", "\\u003c",
    String(repeating: "x", count: 100_000),
  ])
  func everyTextIsInert(text: String) throws {
    for (body, count) in [
      (NodeMap(rows: [[.init(text, facts: [text], columns: 0...0)]], edges: []).picture, 4),
      (SequenceMap(["a", "b"], [.init(0, 1, text)]).picture, 7),
    ] {
      let mermaid = try #require(Self.figure(body, text).mermaid)
      let lines = mermaid.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == count + 1, "\(mermaid.prefix(400))")
      for line in lines {
        let label = line.replacing("<br/>", with: "").replacing("graph TD", with: "")
        for sign in ["<", "%%", "`", "&", "{", "\\"] { #expect(!label.contains(sign), "\(line)") }
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
      }
      // A number sign begins nothing but the number of a character.
      for part in mermaid.split(separator: "#").dropFirst() {
        let digits = part.prefix { $0.isNumber }
        #expect(!digits.isEmpty && part.dropFirst(digits.count).first == ";", "\(part.prefix(20))")
      }
      #expect(mermaid.count { $0 == "\"" } == (count == 4 ? 2 : 0))
    }
  }
}
