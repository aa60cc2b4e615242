/// What a stretch of text stands for: a class of the style sheet on a page, a look on a terminal.
public enum Role: Sendable, Hashable {
  case plain, strong, dim
  case deleted, inserted
  /// The nth kind of mark, from 0; kinds beyond the last color begin again.
  case mark(Int)
  /// Given by a person, and written by the model.
  case given, written
  /// Tokens in turn, a special one, and one that has just come to be.
  case token(Int)
  case special, fresh
  /// The nth of several series.
  case series(Int)
  case good, bad, chosen, cut
  /// Values that were learned and values that are computed from an input.
  case learned, computed

  static let markCount = 6
  static let seriesCount = 6

  /// The class in the style sheet.
  var name: String {
    switch self {
    case .plain: "plain"
    case .strong: "strong"
    case .dim: "dim"
    case .deleted: "deleted"
    case .inserted: "inserted"
    case .mark(let index): "mark\(index % Self.markCount)"
    case .given: "given"
    case .written: "written"
    case .token(let index): "token\(index % 2)"
    case .special: "special"
    case .fresh: "fresh"
    case .series(let index): "series\(index % Self.seriesCount)"
    case .good: "good"
    case .bad: "bad"
    case .chosen: "chosen"
    case .cut: "cut"
    case .learned: "learned"
    case .computed: "computed"
    }
  }

  /// Colors are of the table of 256; ``TerminalStyle`` replaces those that its ground does not let one read.
  var look: Look {
    switch self {
    case .plain, .given: Look()
    case .strong: Look(isBold: true)
    case .dim: Look(foreground: 244)
    case .deleted: Look(foreground: 231, background: 124, isStruck: true)
    case .inserted: Look(foreground: 231, background: 28, isUnderlined: true)
    case .mark(let index):
      Look(foreground: 16, background: [222, 117, 151, 218, 183, 252][index % Self.markCount])
    case .written: Look(foreground: 30, isBold: true)
    case .token(let index): Look(foreground: 16, background: index % 2 == 0 ? 153 : 189)
    case .special: Look(foreground: 231, background: 240)
    case .fresh: Look(foreground: 16, background: 222, isBold: true)
    case .series(let index):
      Look(foreground: [32, 166, 35, 170, 136, 67][index % Self.seriesCount])
    case .good: Look(foreground: 35)
    case .bad: Look(foreground: 166)
    case .chosen: Look(foreground: 30, isBold: true)
    case .cut: Look(foreground: 244)
    case .learned: Look(foreground: 97)
    case .computed: Look(foreground: 30)
    }
  }
}
