import Markup

/// Who says what to whom, one message after the other, from top to bottom.
public struct SequenceMap: Chart, Equatable {
  public struct Message: Sendable, Equatable {
    /// Places among the participants; the same for what one does by itself.
    public var from: Int
    public var to: Int
    public var text: String
    /// Whether it is the answer to an earlier one, which has a dashed line.
    public var isReply: Bool

    public init(_ from: Int, _ to: Int, _ text: String, isReply: Bool = false) {
      self.from = from
      self.to = to
      self.text = text
      self.isReply = isReply
    }
  }

  public var participants: [String]
  public var messages: [Message]

  /// - Precondition: each message is between two of the participants.
  public init(_ participants: [String], _ messages: [Message]) {
    for message in messages {
      precondition(
        participants.indices.contains(message.from) && participants.indices.contains(message.to),
        "a message from \(message.from) to \(message.to) among \(participants.count)")
    }
    self.participants = participants
    self.messages = messages
  }
}

// MARK: - Drawing

extension SequenceMap {
  public func drawing(_ frame: DrawingFrame) -> Drawing {
    var sheet = Sheet(participants, width: frame.width)
    for (index, message) in messages.enumerated() {
      sheet.draw("\(index + 1). " + message.text, message)
    }
    return sheet.drawing()
  }

  private struct Sheet {
    let width: Double
    let columns: [Double]
    private var y: Double
    private let top: Double
    private var content: [Markup] = []
    /// Where words stand on the line of a participant, so that it makes room for them.
    private var breaks: [[ClosedRange<Double>]]

    init(_ participants: [String], width: Double) {
      self.width = width
      let room = width / Double(max(1, participants.count))
      columns = participants.indices.map { room * (Double($0) + 0.5) }
      breaks = participants.map { _ in [] }
      let names = participants.map { SVG.wrapped($0, to: room - 12) }
      let height = 12 + 17 * Double(names.map { $0.count }.max() ?? 1)
      for (x, lines) in zip(columns, names) {
        content.append(
          SVG.rect(x - room / 2 + 2, 0.5, room - 4, height, "part computed", radius: 8))
        let start = 18 + (height - 12 - 17 * Double(lines.count)) / 2
        for (index, line) in lines.enumerated() {
          content.append(
            SVG.text(x, start + 17 * Double(index), line, "small strong", anchor: .middle))
        }
      }
      top = height + 0.5
      y = height + 8
    }

    mutating func draw(_ text: String, _ message: Message) {
      let (from, to) = (columns[message.from], columns[message.to])
      let lines = SVG.wrapped(text, to: min(width - 8, 330))
      let extent = lines.map { SVG.width(of: $0) }.max() ?? 0
      let x = max(0, min(min(from, to) + 7, width - extent - 2))
      for line in lines {
        content.append(SVG.text(x, y + 13, line, "small"))
        let end = x + SVG.width(of: line)
        for (index, column) in columns.enumerated() where x - 4 <= column && column <= end + 4 {
          breaks[index].append((y - 1)...(y + 18))
        }
        y += 17
      }
      y += 10
      let style = message.isReply ? "arrow reply" : "arrow"
      if from == to {
        let tip = decimal(from + 1, places: 1)
        content.append(
          SVG.path("M\(SVG.point(from, y - 4))h24v14H\(tip)m5-4l-5 4l5 4", style))
        y += 12
      } else {
        let way = from < to ? 1.0 : -1.0
        let end = to - way
        content.append(
          SVG.path("M\(SVG.point(from, y))H\(decimal(end, places: 1))", style))
        content.append(
          SVG.path(
            "M\(SVG.point(end - 5 * way, y - 4))L\(SVG.point(end, y))"
              + "L\(SVG.point(end - 5 * way, y + 4))", "arrow"))
      }
      y += 12
    }

    /// What was drawn, with the lines of the participants between the words.
    func drawing() -> Drawing {
      var lines: [Markup] = []
      for (x, breaks) in zip(columns, breaks) {
        var start = top
        for gap in breaks {
          if gap.lowerBound > start { lines.append(SVG.line(x, start, x, gap.lowerBound, "axis")) }
          start = max(start, gap.upperBound)
        }
        if y > start { lines.append(SVG.line(x, start, x, y, "axis")) }
      }
      return Drawing(width: width, height: y + 1, content: lines + content)
    }
  }
}

// MARK: - Terminal

extension SequenceMap {
  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    messages.enumerated().flatMap { index, message -> [StyledLine] in
      let number = "\(index + 1). "
      let arrow = message.from == message.to ? " ↻" : message.isReply ? " ⇢ " : " → "
      let heading =
        number + participants[message.from] + arrow
        + (message.from == message.to ? "" : participants[message.to])
      let indent = String(repeating: " ", count: number.count)
      return TerminalText.wrapped(heading, to: frame.width).map { StyledLine($0, .strong) }
        + TerminalText.wrapped(message.text, to: frame.width - number.count).map {
          StyledLine(indent + $0)
        }
    }
  }
}
