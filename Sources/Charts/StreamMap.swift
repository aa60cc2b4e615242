import Markup

/// A path along which a vector travels, and what stands beside it: branches read from the path and add
/// what they make of it.
///
/// Parts that hold learned values and values that are computed have fixed colors and say so in words; a
/// learned table that is used a second time is a dashed outline.
public struct StreamMap: Chart, Equatable {
  /// Something that is learned or computed, which may hold further boxes in their order.
  public struct Box: Sendable, Equatable {
    public var name: String
    /// What it does, in a few words.
    public var note: String
    /// Shapes, counts or results, in short.
    public var facts: [String]
    public var role: Role
    /// Whether its learned values are those of another box.
    public var isShared: Bool
    public var boxes: [Box]

    public init(
      _ name: String, note: String = "", facts: [String] = [], role: Role = .plain,
      isShared: Bool = false, boxes: [Box] = []
    ) {
      self.name = name
      self.note = note
      self.facts = facts
      self.role = role
      self.isShared = isShared
      self.boxes = boxes
    }

    /// The class of its outline in the style sheet.
    var style: String { "part " + (isShared ? "shared" : role.name) }
  }

  /// What comes next on the way down the path.
  public indirect enum Station: Sendable, Equatable {
    /// Columns of boxes whose last ones are added up: where the path begins.
    case sum([[Box]])
    /// Words about what is on the path at this place.
    case reading(String)
    /// Boxes beside the path: the first reads from it, and what the last gives is added to it.
    case branch([Box])
    /// A stretch of the path in a frame.
    case stretch(Stretch)
    /// Boxes through which the path leads, one after the other.
    case through([Box])
  }

  /// A stretch of the path that has a name.
  public struct Stretch: Sendable, Equatable {
    public var name: String
    public var note: String
    public var facts: [String]
    /// Whether it comes several times; its name says how often.
    public var isRepeated: Bool
    public var stations: [Station]

    public init(
      _ name: String, note: String = "", facts: [String] = [], isRepeated: Bool = false,
      _ stations: [Station]
    ) {
      self.name = name
      self.note = note
      self.facts = facts
      self.isRepeated = isRepeated
      self.stations = stations
    }
  }

  public var stations: [Station]

  public init(_ stations: [Station]) { self.stations = stations }

  /// Kinds of box that a legend explains, by what tells them apart.
  enum Kind: CaseIterable {
    case learned, computed, shared

    var style: String {
      switch self {
      case .learned: "part learned"
      case .computed: "part computed"
      case .shared: "part shared"
      }
    }

    var sign: String {
      switch self {
      case .learned: "■"
      case .computed: "●"
      case .shared: "□"
      }
    }

    var role: Role { self == .computed ? .computed : .learned }

    func label(_ wording: ChartWording) -> String {
      switch self {
      case .learned: wording.learned
      case .computed: wording.computed
      case .shared: wording.shared
      }
    }

    init?(_ box: Box) {
      if box.isShared {
        self = .shared
      } else if box.role == .learned {
        self = .learned
      } else if box.role == .computed {
        self = .computed
      } else {
        return nil
      }
    }
  }

  /// Those that occur, in the order of the legend.
  var kinds: [Kind] {
    func inside(_ box: Box) -> [Kind] {
      [Kind(box)].compactMap { $0 } + box.boxes.flatMap { inside($0) }
    }
    func along(_ station: Station) -> [Kind] {
      switch station {
      case .sum(let columns): columns.flatMap { $0.flatMap { inside($0) } }
      case .branch(let boxes), .through(let boxes): boxes.flatMap { inside($0) }
      case .stretch(let stretch): stretch.stations.flatMap { along($0) }
      case .reading: []
      }
    }
    let found = stations.flatMap { along($0) }
    return Kind.allCases.filter { found.contains($0) }
  }
}
