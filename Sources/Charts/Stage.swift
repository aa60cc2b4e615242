import Markup

/// One step of a token's way through a model: on top the tokens, at the side the path with the parts that
/// branch off from it and return, beside it what happens at the step.
///
/// Tokens and parts are the same in all steps of one way, and so are their places: only what is lit and the
/// picture change.
public struct Stage: Chart {
  /// What stands in the strip of tokens.
  public enum Item: Sendable, Equatable {
    /// Says whose tokens follow, or how many are left out.
    case label(String)
    case token(String, State)
  }

  /// How far a token of the strip is.
  public enum State: Sendable, Equatable {
    /// Read by the model; special where it stands for no bytes of a text.
    case read, special
    /// The one whose row is followed.
    case followed
    /// The one that comes next: not yet there, or just found.
    case next, found
    /// Not yet there.
    case later
  }

  /// What stands beside the path.
  public struct Part: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// Where the path begins.
      case start
      /// Reads from the path, and adds what it makes of it.
      case branch
      /// Where the path ends.
      case end
    }

    public var kind: Kind
    public var name: String
    /// Its name where there is little room.
    public var short: String
    public var steps: [String]

    public init(_ kind: Kind, _ name: String, short: String, steps: [String] = []) {
      self.kind = kind
      self.name = name
      self.short = short
      self.steps = steps
    }
  }

  /// A step of a part; nil for the part as a whole.
  public struct Place: Sendable, Equatable {
    public var part: Int
    public var step: Int?

    public init(_ part: Int, _ step: Int? = nil) {
      self.part = part
      self.step = step
    }
  }

  public var strip: [Item]
  public var parts: [Part]
  /// Where the token is.
  public var place: Place
  /// What happens there.
  public var scene: Picture

  public init(strip: [Item], parts: [Part], place: Place, _ scene: some Chart) {
    self.strip = strip
    self.parts = parts
    self.place = place
    self.scene = scene.picture
  }

  /// The steps of the part where the token is, or its name where it has none.
  var steps: [String] {
    guard parts.indices.contains(place.part) else { return [] }
    let part = parts[place.part]
    return part.steps.isEmpty ? [part.name] : part.steps
  }

  func isLit(_ part: Int, _ step: Int) -> Bool { place == Place(part, step) }
}
