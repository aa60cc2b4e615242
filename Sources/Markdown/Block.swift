/// A paragraph, list, table, figure, … with the line of the file on which it begins.
public struct Block: Sendable, Equatable {
  public var line: Int
  public var content: Content

  public indirect enum Content: Sendable, Equatable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// The text holds only `Inline.text`, `Inline.value` and `Inline.choice`.
    case code(language: String, [Inline])
    /// `start` is the first number of an ordered list, nil for a bulleted one.
    case list(start: Int?, items: [[Block]])
    case table(Table)
    case quote([Block])
    /// `![caption](figure:name)`.
    case figure(name: String, caption: [Inline])
    case quiz(Quiz)
    /// `:::name` to `:::`.
    case section(name: String, [Block])
    /// `:::when name`, what stands where that holds, `:::otherwise`, what stands where it does not, `:::`.
    /// `:::unless name` is the same with the two exchanged.
    case choice(condition: String, [Block], otherwise: [Block])
    case rule
  }

  public init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }
}

/// A table with one header row.
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable { case none, left, center, right }

  public var alignments: [Alignment]
  public var header: [[Inline]]
  /// Each as long as `header`.
  public var rows: [[[Inline]]]
}

/// A question with answers to choose from; every answer says why it is right or wrong.
public struct Quiz: Sendable, Equatable {
  public var question: [Block]
  public var answers: [Answer]
  public var hint: [Block]

  public struct Answer: Sendable, Equatable {
    /// False as long as it depends on a premise.
    public var isRight: Bool
    /// What makes it right, for one that is right in some runs only.
    public var premise: Premise?
    public var text: [Inline]
    public var justification: [Block]
  }

  /// `[when name]` (`isMet` is true) or `[unless name]`, in place of `[x]`.
  public struct Premise: Sendable, Equatable {
    public var condition: String
    public var isMet: Bool
    public var line: Int
  }
}

extension [Block] {
  /// These blocks and all blocks inside them, in reading order.
  public var all: [Block] {
    flatMap { [$0] + $0.inner.all }
  }

  /// All text in these blocks, in reading order, and all pieces inside of it.
  public var inlines: [Inline] { all.ownTexts.all }

  /// All text in these blocks, but not in blocks inside them.
  fileprivate var ownTexts: [Inline] {
    flatMap { block -> [Inline] in
      switch block.content {
      case .heading(_, let text), .paragraph(let text), .code(_, let text), .figure(_, let text):
        text
      case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 }
      case .quiz(let quiz): quiz.answers.flatMap(\.text)
      case .list, .quote, .section, .choice, .rule: []
      }
    }
  }

  /// These blocks with `change` applied to every text in them.
  public func mapTexts(_ change: ([Inline]) -> [Inline]) -> [Block] {
    map { $0.mapTexts(change) }
  }
}

extension Block {
  /// All text in it, but not in blocks inside it.
  public var ownTexts: [Inline] { [self].ownTexts }

  /// The blocks that it holds.
  var inner: [Block] {
    switch content {
    case .list(_, let items): items.flatMap { $0 }
    case .quote(let blocks), .section(_, let blocks): blocks
    case .choice(_, let blocks, let otherwise): blocks + otherwise
    case .quiz(let quiz): quiz.question + quiz.answers.flatMap(\.justification) + quiz.hint
    case .heading, .paragraph, .code, .table, .figure, .rule: []
    }
  }

  func mapTexts(_ change: ([Inline]) -> [Inline]) -> Block {
    Block(line: line, content: content.mapTexts(change))
  }
}

extension Block.Content {
  fileprivate func mapTexts(_ change: ([Inline]) -> [Inline]) -> Block.Content {
    switch self {
    case .heading(let level, let text): return .heading(level: level, change(text))
    case .paragraph(let text): return .paragraph(change(text))
    case .code(let language, let text): return .code(language: language, change(text))
    case .list(let start, let items):
      return .list(start: start, items: items.map { $0.mapTexts(change) })
    case .table(var table):
      table.header = table.header.map(change)
      table.rows = table.rows.map { $0.map(change) }
      return .table(table)
    case .quote(let inner): return .quote(inner.mapTexts(change))
    case .figure(let name, let caption): return .figure(name: name, caption: change(caption))
    case .quiz(let quiz):
      return .quiz(
        Quiz(
          question: quiz.question.mapTexts(change),
          answers: quiz.answers.map {
            Quiz.Answer(
              isRight: $0.isRight, premise: $0.premise, text: change($0.text),
              justification: $0.justification.mapTexts(change))
          },
          hint: quiz.hint.mapTexts(change)))
    case .section(let name, let inner): return .section(name: name, inner.mapTexts(change))
    case .choice(let condition, let inner, let otherwise):
      return .choice(
        condition: condition, inner.mapTexts(change), otherwise: otherwise.mapTexts(change))
    case .rule: return .rule
    }
  }
}
