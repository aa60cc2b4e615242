import Markup
import Names
import Record
import SampleRuns
import Testing

@testable import Diagrams

/// Each arrow of both flows, as it is fixed: from where, of which kind, with which words, to where.
@Suite("Arrows of the two flows")
struct FlowTruthTests {
  struct Arrow: Sendable {
    var stage: FlowStage
    var from: FlowNode
    var sign: String
    var english: String?
    var japanese: String?
    var to: FlowNode

    func label(_ language: Language) -> String? { language == .english ? english : japanese }
  }

  static let arrows = [
    Arrow(
      stage: .learning, from: .rawData, sign: "-->", english: "process", japanese: "加工",
      to: .trainingDataset),
    Arrow(
      stage: .learning, from: .trainingDataset, sign: "-->", english: "input", japanese: "入力",
      to: .trainingProgram),
    Arrow(stage: .learning, from: .trainingProgram, sign: "--o", to: .initialParameters),
    Arrow(stage: .learning, from: .trainingProgram, sign: "--o", to: .hyperparameters),
    Arrow(
      stage: .learning, from: .trainingProgram, sign: "-->", english: "output", japanese: "出力",
      to: .trainedModel),
    Arrow(stage: .learning, from: .trainedModel, sign: "--o", to: .learnedParameters),
    Arrow(stage: .learning, from: .trainedModel, sign: "--o", to: .inferenceProgram),
    Arrow(
      stage: .usage, from: .inputData, sign: "-->", english: "input", japanese: "入力",
      to: .trainedModel),
    Arrow(
      stage: .usage, from: .trainedModel, sign: "-->", english: "output", japanese: "出力",
      to: .aiOutput),
  ]

  /// Node names are fixed too; only the model is a hexagon.
  static let names: [(node: FlowNode, english: String, japanese: String)] = [
    (.rawData, "Raw data", "生データ"), (.trainingDataset, "Training dataset", "学習用データセット"),
    (.trainingProgram, "Training program", "学習用プログラム"),
    (.initialParameters, "Initial parameters", "学習前パラメータ"),
    (.hyperparameters, "Hyperparameters", "ハイパーパラメータ"),
    (.trainedModel, "Trained model", "学習済みモデル"),
    (.learnedParameters, "Learned parameters", "学習済みパラメータ"),
    (.inferenceProgram, "Inference program", "推論プログラム"), (.inputData, "Input data", "入力データ"),
    (.aiOutput, "AI output", "AI生成物"), (.feedback, "Feedback", "フィードバック"),
  ]

  private func name(_ node: FlowNode, _ language: Language) -> String {
    let row = Self.names.first { $0.node == node }!
    return language == .english ? row.english : row.japanese
  }

  @Test(arguments: FlowStage.allCases, Language.allCases)
  func theMermaidTextHasExactlyTheseArrows(stage: FlowStage, language: Language) {
    var known: [String: String] = [:]
    var shapes: [String: String] = [:]
    var found: [String] = []
    for line in Flowchart(stage, in: language).mermaid.split(separator: "\n").dropFirst(3) {
      // `n1["Raw data"] -->|"process"| n2["Training dataset"]`
      var parts: [String] = []
      var rest = line.drop { $0 == " " }
      for sign in ["-->", "--o"] {
        guard let range = rest.firstRange(of: " \(sign)") else { continue }
        parts = [String(rest[..<range.lowerBound]), sign]
        rest = rest[range.upperBound...]
        if rest.hasPrefix("|\"") {
          let label = rest.dropFirst(2).prefix { $0 != "\"" }
          parts.append("|\(label)|")
          rest = rest.dropFirst(label.count + 4)
        }
        parts.append(String(rest.drop { $0 == " " }))
        break
      }
      let ends = [parts.first!, parts.last!].map { end -> String in
        let id = String(end.prefix { $0 != "[" && $0 != "{" })
        if let start = end.firstIndex(of: "\""), let stop = end.lastIndex(of: "\"") {
          known[id] = String(end[end.index(after: start)..<stop])
          shapes[known[id]!] = String(end[end.index(end.startIndex, offsetBy: id.count)..<start])
        }
        return known[id]!
      }
      found.append(([ends[0]] + parts.dropFirst().dropLast() + [ends[1]]).joined(separator: " "))
    }
    let expected = Self.arrows.filter { $0.stage == stage }.map { arrow in
      [
        name(arrow.from, language), arrow.sign, arrow.label(language).map { "|\($0)|" },
        name(arrow.to, language),
      ].compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == expected)
    for (node, shape) in shapes {
      #expect(shape == (node == name(.trainedModel, language) ? "{{" : "["), "\(node)")
    }
  }

  @Test(arguments: FlowStage.allCases, Language.allCases)
  func theMapDrawsThemFromBoxToBox(stage: FlowStage, language: Language) throws {
    let arrows = Self.arrows.filter { $0.stage == stage }
    for layout in [FlowMap.Layout.horizontal, .vertical] {
      for isSmall in [true, false] {
        let chart = Flowchart(stage, in: language)
        let boxes = FlowGeometry(chart, layout: layout, isSmall: isSmall).boxes
        let markup = FlowMap(chart, layout: layout, isSmall: isSmall, prefix: "x") { _ in nil }
          .markup()
        let groups = markup.elements("g").filter {
          ["flow-edge", "flow-part"].contains($0.attributes["class"] ?? "")
        }
        try #require(groups.count == arrows.count)
        for (group, arrow) in zip(groups, arrows) {
          let isFlow = arrow.sign == "-->"
          #expect(group.attributes["class"] == (isFlow ? "flow-edge" : "flow-part"))
          let paths = group.element.elements("path").map { FlowPath($0.attributes["d"] ?? "") }
          let (from, to) = (boxes[arrow.from]!, boxes[arrow.to]!)
          let line = try #require(paths.first)
          #expect(from.isOnBorder(line.points[0]), "\(arrow) begins at \(line.points[0])")
          let end = line.points[line.points.count - 1]
          #expect(to.distance(end) <= 12 && !to.contains(end), "\(arrow) ends at \(end)")
          if isFlow {
            // The head's tip touches the box, and its base is where the line ends.
            let head = try #require(paths.count > 1 ? paths[1] : nil)
            #expect(to.isOnBorder(head.points[0]), "the head of \(arrow) is at \(head.points[0])")
            for corner in head.points[1...2] {
              #expect(to.distance(corner) > to.distance(head.points[0]))
              #expect(abs(corner.x - end.x) + abs(corner.y - end.y) <= 5)
            }
          } else {
            let circle = try #require(group.element.elements("circle").first?.attributes)
            let x = try #require(Int(circle["cx"] ?? ""))
            let y = try #require(Int(circle["cy"] ?? ""))
            #expect(to.distance(.init(x: x, y: y)) <= 6 && paths.count == 1)
          }
          let words = group.element.elements("text").map { $0.element.text }
          #expect(words == (isSmall ? [] : [arrow.label(language)].compactMap { $0 }))
        }
      }
    }
  }

  @Test(arguments: [FlowMap.Layout.horizontal, .vertical], [true, false])
  func feedbackLeadsFromTheAnswerBackToTheModel(layout: FlowMap.Layout, isSmall: Bool) throws {
    let geometry = FlowGeometry(Flowchart(.usage, in: .english), layout: layout, isSmall: isSmall)
    let feedback = try #require(geometry.feedback)
    let (model, answer) = (geometry.boxes[.trainedModel]!, geometry.boxes[.aiOutput]!)
    let (line, head) = (FlowPath(feedback.path), FlowPath(feedback.head))
    #expect(answer.isOnBorder(line.points[0]))
    #expect(model.distance(line.points[line.points.count - 1]) <= 12)
    #expect(model.isOnBorder(head.points[0]))
    for corner in head.points[1...2] {
      #expect(model.distance(corner) > 0 && !model.contains(corner))
    }
  }

  @Test(arguments: Language.allCases)
  func nodesHaveTheirNamesAndTheModelItsShape(language: Language) {
    for (node, _, _) in Self.names { #expect(node.name(in: language) == name(node, language)) }
    #expect(Self.names.map(\.node) == FlowNode.allCases)
    for stage in FlowStage.allCases {
      let markup = FlowMap(Flowchart(stage, in: language), layout: .horizontal, prefix: "x") {
        $0.rawValue
      }.markup()
      for link in markup.elements("a") {
        let isModel = link.attributes["href"] == "trained-model"
        #expect(link.element.elements("polygon").count == (isModel ? 1 : 0))
        let node = FlowNode(rawValue: link.attributes["href"] ?? "")
        #expect(link.element.elements("text").map { $0.element.text } == [name(node!, language)])
      }
    }
  }

  @Test func theTerminalDrawsTheLearningStageDownward() {
    let text = FlowText(Flowchart(.learning, in: .english)) { $0.name(in: .english) }
    let lines = text.lines.map { $0.map(\.text).joined() }
    func line(_ part: String) -> Int { lines.firstIndex { $0.contains(part) } ?? -1 }
    let order = [
      "Raw data", "│ process", "Training dataset", "│ input", "Training program", "│ output",
    ]
    .map(line)
    #expect(order == order.sorted() && !order.contains(-1))
    #expect(line("│ output") < line("Trained model"))
    for (owner, part, sign) in [
      ("Training program", "Initial parameters", "─┬─o"), ("", "Hyperparameters", " └─o"),
      ("Trained model", "Learned parameters", "─┬─o"), ("", "Inference program", " └─o"),
    ] {
      let isThere = lines.contains { line in
        (owner.isEmpty || line.contains(owner)) && line.contains(sign + "│")
          && line.contains(part)
      }
      #expect(isThere, "\(part)")
    }
    #expect(lines.filter { $0.contains("▼") }.count == 3)
    let spans = text.lines.joined().filter { $0.text.contains("Hyperparameters") }
    #expect(spans.map(\.node) == [.hyperparameters])
  }
}
