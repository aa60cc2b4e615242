import Markup

// The engine of a page draws few kinds, see `Picture+Page.swift`.
#if !hasFeature(Embedded)
  /// One of all charts: what a figure shows.
  public indirect enum Picture: Chart {
    case bars(BarChart)
    case bytes(BytesView)
    case film(Film)
    case heatMap(HeatMap)
    case histogram(Histogram)
    case ladder(Ladder)
    case lines(LineChart)
    case nodes(NodeMap)
    case sequence(SequenceMap)
    case tape(PaperTape)
    case states(StateMap)
    case stream(StreamMap)
    case text(RunningText)
    case ruler(Ruler)
    case scatter(Scatter)
    case stage(Stage)
    case table(TableChart)
    case tokens(TokenStrip)

    public var picture: Picture { self }

    /// Whether there is something to read beside it on a wide page.
    var hasWordsBeside: Bool { if case .stage = self { true } else { false } }

    public func drawing(_ frame: DrawingFrame) -> Drawing {
      switch self {
      case .bars(let chart): chart.drawing(frame)
      case .bytes(let chart): chart.drawing(frame)
      case .film(let chart): chart.drawing(frame)
      case .heatMap(let chart): chart.drawing(frame)
      case .histogram(let chart): chart.drawing(frame)
      case .ladder(let chart): chart.drawing(frame)
      case .lines(let chart): chart.drawing(frame)
      case .nodes(let chart): chart.drawing(frame)
      case .sequence(let chart): chart.drawing(frame)
      case .tape(let chart): chart.drawing(frame)
      case .states(let chart): chart.drawing(frame)
      case .stream(let chart): chart.drawing(frame)
      case .text(let chart): chart.drawing(frame)
      case .ruler(let chart): chart.drawing(frame)
      case .scatter(let chart): chart.drawing(frame)
      case .stage(let chart): chart.drawing(frame)
      case .table(let chart): chart.drawing(frame)
      case .tokens(let chart): chart.drawing(frame)
      }
    }

    public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
      switch self {
      case .bars(let chart): chart.terminal(frame)
      case .bytes(let chart): chart.terminal(frame)
      case .film(let chart): chart.terminal(frame)
      case .heatMap(let chart): chart.terminal(frame)
      case .histogram(let chart): chart.terminal(frame)
      case .ladder(let chart): chart.terminal(frame)
      case .lines(let chart): chart.terminal(frame)
      case .nodes(let chart): chart.terminal(frame)
      case .sequence(let chart): chart.terminal(frame)
      case .tape(let chart): chart.terminal(frame)
      case .states(let chart): chart.terminal(frame)
      case .stream(let chart): chart.terminal(frame)
      case .text(let chart): chart.terminal(frame)
      case .ruler(let chart): chart.terminal(frame)
      case .scatter(let chart): chart.terminal(frame)
      case .stage(let chart): chart.terminal(frame)
      case .table(let chart): chart.terminal(frame)
      case .tokens(let chart): chart.terminal(frame)
      }
    }

    public var written: WrittenChart? {
      switch self {
      case .bars(let chart): chart.written
      case .bytes(let chart): chart.written
      case .film(let chart): chart.written
      case .heatMap(let chart): chart.written
      case .histogram(let chart): chart.written
      case .ladder(let chart): chart.written
      case .lines(let chart): chart.written
      case .nodes(let chart): chart.written
      case .sequence(let chart): chart.written
      case .tape(let chart): chart.written
      case .states(let chart): chart.written
      case .stream(let chart): chart.written
      case .text(let chart): chart.written
      case .ruler(let chart): chart.written
      case .scatter(let chart): chart.written
      case .stage(let chart): chart.written
      case .table(let chart): chart.written
      case .tokens(let chart): chart.written
      }
    }
  }

  extension BarChart {
    public var picture: Picture { .bars(self) }
  }

  extension BytesView {
    public var picture: Picture { .bytes(self) }
  }

  extension Film {
    public var picture: Picture { .film(self) }
  }

  extension HeatMap {
    public var picture: Picture { .heatMap(self) }
  }

  extension Histogram {
    public var picture: Picture { .histogram(self) }
  }

  extension Ladder {
    public var picture: Picture { .ladder(self) }
  }

  extension LineChart {
    public var picture: Picture { .lines(self) }
  }

  extension NodeMap {
    public var picture: Picture { .nodes(self) }
  }

  extension PaperTape {
    public var picture: Picture { .tape(self) }
  }

  extension SequenceMap {
    public var picture: Picture { .sequence(self) }
  }

  extension StateMap {
    public var picture: Picture { .states(self) }
  }

  extension StreamMap {
    public var picture: Picture { .stream(self) }
  }

  extension RunningText {
    public var picture: Picture { .text(self) }
  }

  extension Ruler {
    public var picture: Picture { .ruler(self) }
  }

  extension Scatter {
    public var picture: Picture { .scatter(self) }
  }

  extension Stage {
    public var picture: Picture { .stage(self) }
  }

  extension TableChart {
    public var picture: Picture { .table(self) }
  }

  extension TokenStrip {
    public var picture: Picture { .tokens(self) }
  }
#endif
