import Charts
import Diagrams
import Names

/// The map of both flows in the walk, with a cursor that goes from station to station.
extension Walk {
  /// What stands before the station that the cursor is on, and behind the one where the reader is.
  static let mapCursor = "▸"
  static let here = " ◂"

  /// Both charts where the window has room for them, else both flows as lists, 40 columns wide.
  var mapBody: [StyledLine] {
    let words =
      TerminalText.wrapped(wording.mapHelp, to: textWidth) + [
        wording.equations(equationCount)
      ]
    let below =
      [feedbackLine, StyledLine()]
      + words.flatMap { TerminalText.wrapped($0, to: textWidth) }.map { StyledLine($0, .dim) }
    let charts = FlowStage.allCases.flatMap { stage in
      [StyledLine(stage.name[language], .strong), StyledLine()]
        + MapLines.lines(stage, in: language, current: lessons[lessonIndex].node, names: name)
        + [StyledLine()]
    }
    if charts.count + below.count <= bodyHeight, charts.allSatisfy({ $0.width <= textWidth }) {
      return charts + below
    }
    return FlowStage.allCases.flatMap { stage in
      [StyledLine(stage.name[language], .strong)]
        + MapLines.outline(stage, in: language, current: lessons[lessonIndex].node, names: name)
    } + below
  }

  /// A station with the letter that leads to it.
  private func name(_ node: FlowNode) -> String {
    let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(FlowNode.allCases.firstIndex(of: node)!))
    return (node == station ? Self.mapCursor : " ") + "\(Character(letter)) "
      + node.name(in: language) + (node == lessons[lessonIndex].node ? Self.here : "")
  }

  private var feedbackLine: StyledLine {
    var line = StyledLine("↺", .dim)
    line.append(name(.feedback), lessons[lessonIndex].node == .feedback ? .chosen : .plain)
    return line
  }
}

/// A flowchart with the reader's place in it.
enum MapLines {
  static func lines(
    _ stage: FlowStage, in language: Language, current: FlowNode?, names: (FlowNode) -> String
  ) -> [StyledLine] {
    FlowText(Flowchart(stage, in: language), names: names).lines.map { styled($0, current) }
  }

  /// The same as a list: flow runs downward, parts stand below what they belong to.
  static func outline(
    _ stage: FlowStage, in language: Language, current: FlowNode?, names: (FlowNode) -> String
  ) -> [StyledLine] {
    FlowText(outlineOf: Flowchart(stage, in: language), names: names).lines.map {
      styled($0, current)
    }
  }

  private static func styled(_ spans: [FlowText.Span], _ current: FlowNode?) -> StyledLine {
    var line = StyledLine()
    for span in spans {
      let isHere = span.node != nil && span.node == current
      let look =
        isHere
        ? Look(foreground: 30, isBold: true) : span.node == nil ? Look(foreground: 245) : Look()
      line.append(span.text, look: look)
    }
    return line
  }
}
