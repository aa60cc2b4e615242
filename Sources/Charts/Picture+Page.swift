import Markup

/// A chart that a page's engine draws; no other one can be shown by it.
public protocol PageChart: Chart {}

extension BarChart: PageChart {}
extension Film: PageChart {}
extension HeatMap: PageChart {}
extension LineChart: PageChart {}
extension RunningText: PageChart {}
extension Scatter: PageChart {}
extension TokenStrip: PageChart {}

// Of all charts a page's engine has those that it draws: the others would make it half as large again.
#if hasFeature(Embedded)
  /// One of the charts that are drawn in a page.
  public indirect enum Picture: Chart {
    case bars(BarChart)
    case film(Film)
    case heatMap(HeatMap)
    case lines(LineChart)
    case scatter(Scatter)
    case text(RunningText)
    case tokens(TokenStrip)

    public var picture: Picture { self }

    /// Whether there is something to read beside it on a wide page.
    var hasWordsBeside: Bool { false }

    public func drawing(_ frame: DrawingFrame) -> Drawing {
      switch self {
      case .bars(let chart): chart.drawing(frame)
      case .film(let chart): chart.drawing(frame)
      case .heatMap(let chart): chart.drawing(frame)
      case .lines(let chart): chart.drawing(frame)
      case .scatter(let chart): chart.drawing(frame)
      case .text(let chart): chart.drawing(frame)
      case .tokens(let chart): chart.drawing(frame)
      }
    }

    public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
      switch self {
      case .bars(let chart): chart.terminal(frame)
      case .film(let chart): chart.terminal(frame)
      case .heatMap(let chart): chart.terminal(frame)
      case .lines(let chart): chart.terminal(frame)
      case .scatter(let chart): chart.terminal(frame)
      case .text(let chart): chart.terminal(frame)
      case .tokens(let chart): chart.terminal(frame)
      }
    }

    public var written: WrittenChart? {
      switch self {
      case .bars(let chart): chart.written
      case .film(let chart): chart.written
      case .heatMap(let chart): chart.written
      case .lines(let chart): chart.written
      case .scatter(let chart): chart.written
      case .text(let chart): chart.written
      case .tokens(let chart): chart.written
      }
    }

    static func notInPages() -> Picture { preconditionFailure("no chart that a page draws") }
  }

  extension BarChart { public var picture: Picture { .bars(self) } }
  extension Film { public var picture: Picture { .film(self) } }
  extension HeatMap { public var picture: Picture { .heatMap(self) } }
  extension LineChart { public var picture: Picture { .lines(self) } }
  extension RunningText { public var picture: Picture { .text(self) } }
  extension Scatter { public var picture: Picture { .scatter(self) } }
  extension TokenStrip { public var picture: Picture { .tokens(self) } }
  extension BytesView { public var picture: Picture { .notInPages() } }
  extension Histogram { public var picture: Picture { .notInPages() } }
  extension Ladder { public var picture: Picture { .notInPages() } }
  extension NodeMap { public var picture: Picture { .notInPages() } }
  extension SequenceMap { public var picture: Picture { .notInPages() } }
  extension PaperTape { public var picture: Picture { .notInPages() } }
  extension StateMap { public var picture: Picture { .notInPages() } }
  extension StreamMap { public var picture: Picture { .notInPages() } }
  extension Ruler { public var picture: Picture { .notInPages() } }
  extension Stage { public var picture: Picture { .notInPages() } }
  extension TableChart { public var picture: Picture { .notInPages() } }
#endif
