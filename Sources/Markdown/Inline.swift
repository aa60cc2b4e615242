/// A stretch of text within a block.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  /// Holds only `text`, `value` and `choice`.
  case code([Inline])
  case link([Inline], destination: String, line: Int)
  /// `{{name}}`: something that is looked up when the text is shown.
  case value(name: String, line: Int)
  /// `{{name ? words : other words}}`: words that stand where a condition holds, and words that stand
  /// where it does not. Both may be empty.
  case choice(condition: String, String, otherwise: String, line: Int)
}

extension [Inline] {
  /// All that the text says, without its emphasis; values stand as `{{name}}`.
  public var plainText: String { map(\.plainText).joined() }

  /// These pieces with `change` applied to every piece that holds no others.
  public func mapLeaves(_ change: (Inline) -> Inline) -> [Inline] {
    map { piece in
      switch piece {
      case .text, .value, .choice: change(piece)
      case .emphasis(let inner): .emphasis(inner.mapLeaves(change))
      case .strong(let inner): .strong(inner.mapLeaves(change))
      case .code(let inner): .code(inner.mapLeaves(change))
      case .link(let inner, let destination, let line):
        .link(inner.mapLeaves(change), destination: destination, line: line)
      }
    }
  }

  /// These pieces and all pieces inside them, in reading order.
  public var all: [Inline] {
    flatMap { piece -> [Inline] in
      switch piece {
      case .text, .value, .choice: [piece]
      case .emphasis(let inner), .strong(let inner), .code(let inner), .link(let inner, _, _):
        [piece] + inner.all
      }
    }
  }
}

extension Inline {
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .emphasis(let inner), .strong(let inner), .code(let inner), .link(let inner, _, _):
      inner.plainText
    case .value(let name, _): "{{\(name)}}"
    case .choice(let condition, let words, let otherwise, _):
      "{{\(condition) ? \(words) : \(otherwise)}}"
    }
  }
}
