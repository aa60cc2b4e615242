import Markup

/// Frames in their order: what is shown of time, or of one step after the other.
///
/// A page shows them full size, one below the other, and with its script one at a time; a terminal lesson
/// steps through them in place. So that the same things stay in the same places from frame to frame, a film
/// gives its heat maps one palette and its bars one margin.
public struct Film: Chart {
  /// One picture of the film.
  public struct Frame: Sendable {
    /// What it is called, where one chooses among them.
    public var title: String
    /// One sentence about it, with what has changed.
    public var sentence: String
    /// A number that can be checked with what is seen.
    public var check: Check
    public var chart: Picture
    /// Where else one may look from here; on a page alone.
    public var links: Links?
    /// Where the number that can be checked comes from.
    public var origin: Origin?

    public init(_ title: String, sentence: String, check: Check, _ chart: some Chart) {
      self.title = title
      self.sentence = sentence
      self.check = check
      self.chart = chart.picture
    }
  }

  /// Frames of other films on the page, by their ids.
  public struct Links: Sendable, Equatable {
    public var title: String
    public var targets: [(label: String, id: String)]

    public init(_ title: String, _ targets: [(label: String, id: String)]) {
      self.title = title
      self.targets = targets
    }

    public static func == (one: Links, other: Links) -> Bool {
      one.title == other.title && one.targets.elementsEqual(other.targets, by: ==)
    }
  }

  /// The address of a number: on a page it leads to what the number is made of, a terminal shows the command
  /// that opens it.
  public struct Origin: Sendable, Equatable {
    public var title: String
    public var address: String
    public var command: String
    public var link: String

    public init(_ title: String, address: String, command: String, link: String) {
      self.title = title
      self.address = address
      self.command = command
      self.link = link
    }
  }

  /// A number to check: the calculation or the value, and what it is.
  public struct Check: Sendable, Equatable {
    public var value: String
    public var name: String

    public init(_ value: String, _ name: String) {
      self.value = value
      self.name = name
    }
  }

  public let frames: [Frame]

  public init(_ frames: [Frame]) {
    let charts = frames.map { $0.chart }
    self.frames = frames.map { frame in
      var frame = frame
      frame.chart = frame.chart.beside(charts)
      return frame
    }
  }

  /// Whether its frames are text in whole, so that a table would say it all once more.
  var isText: Bool { frames.allSatisfy { $0.chart.written.map { $0.table == nil } ?? false } }

  /// `2/8` for the second of eight.
  public func place(_ index: Int) -> String { "\(index + 1)/\(frames.count)" }

  /// The title with its place, where there is more than one frame.
  private func heading(_ index: Int) -> String {
    (frames.count > 1 ? place(index) + "  " : "") + frames[index].title
  }

  /// The number to check in words.
  func check(_ index: Int, _ wording: ChartWording) -> String {
    wording.check(frames[index].check.value, frames[index].check.name)
  }

  /// All frames in one picture, one below the other.
  public func drawing(_ frame: DrawingFrame) -> Drawing {
    var content: [Markup] = []
    var (y, right) = (0.0, 0.0)
    for index in frames.indices {
      let drawn = drawn(index, frame)
      content.append(SVG.group(0, y, drawn.content))
      right = max(right, drawn.width)
      y += drawn.height + 22
    }
    return Drawing(width: max(frame.width, right), height: max(0, y - 18), content: content)
  }

  private func drawn(_ index: Int, _ frame: DrawingFrame) -> Drawing {
    var content: [Markup] = []
    var y = 0.0
    let title = heading(index)
    // Bold letters are wider.
    for line in SVG.wrapped(title, to: frame.width / 1.1, size: SVG.fontSize) where !line.isEmpty {
      content.append(SVG.text(0, y + 14, line, "strong"))
      y += 19
    }
    for text in [frames[index].sentence, check(index, frame.wording)] {
      for line in SVG.wrapped(text, to: frame.width) where !line.isEmpty {
        content.append(SVG.text(0, y + 13, line, "small"))
        y += 17
      }
    }
    y += 5
    let chart = frames[index].chart.drawing(frame)
    content.append(SVG.group(0, y, chart.content))
    return Drawing(
      width: max(frame.width, chart.width), height: y + chart.height, content: content)
  }

  /// All frames, one below the other.
  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    frames.indices.flatMap { index in
      (index > 0 ? [StyledLine()] : []) + terminal(index, frame)
    }
  }

  /// One frame: its place and title, its sentence, the picture, the number to check.
  public func terminal(_ index: Int, _ frame: TerminalFrame) -> [StyledLine] {
    let shown = frames[index]
    let title = TerminalText.wrapped(heading(index), to: frame.width)
    let sentence = TerminalText.wrapped(shown.sentence, to: frame.width)
    let check = TerminalText.wrapped(check(index, frame.wording), to: frame.width)
    let origin = shown.origin.map {
      TerminalText.wrapped("\($0.title) \($0.command)", to: frame.width)
    }
    return title.map { StyledLine($0, .strong) }
      + sentence.filter { !$0.isEmpty }.map { StyledLine($0, .dim) }
      + shown.chart.terminal(frame) + (check + (origin ?? [])).map { StyledLine($0, .dim) }
  }
}

extension Picture {
  /// The picture with what it has to share with the others, so that places and colors can be compared.
  fileprivate func beside(_ others: [Picture]) -> Picture {
    switch self {
    case .heatMap(var map):
      map.comparable = others.reduce(0) { greatest, other in
        if case .heatMap(let other) = other, other.sharesColors(with: map) {
          max(greatest, other.bound)
        } else {
          greatest
        }
      }
      return .heatMap(map)
    case .bars(var chart):
      chart.neighbors = others.flatMap { other in
        if case .bars(let chart) = other { chart.rows } else { [BarChart.Row]() }
      }
      return .bars(chart)
    default: return self
    }
  }
}
