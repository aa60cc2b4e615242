extension [Block] {
  /// These blocks with the wording of each choice that `holds` decides on.
  ///
  /// - Parameter holds: whether a condition is met; nil where that cannot be said, and then neither
  ///   wording stands.
  public func settled(by holds: (String) -> Bool?) -> [Block] {
    rebuilt { block in
      switch block.content {
      case .choice(let condition, let first, let otherwise):
        return holds(condition).map { $0 ? first : otherwise } ?? []
      case .quiz(let quiz):
        return quiz.settled(by: holds).map { [Block(line: block.line, content: .quiz($0))] } ?? []
      default:
        let settled = block.mapTexts { $0.settled(by: holds) }
        return settled.isEmpty ? [] : [settled]
      }
    }
  }

  /// These blocks with `change` applied to each, the inner ones first; what holds nothing any more is left
  /// out.
  public func rebuilt(_ change: (Block) -> [Block]) -> [Block] {
    flatMap { block -> [Block] in
      guard let content = block.content.rebuilt(change) else { return [] }
      return change(Block(line: block.line, content: content))
    }
  }

  /// The conditions that these blocks name, with their lines, in reading order.
  public var conditions: [(name: String, line: Int)] {
    all.flatMap { block -> [(name: String, line: Int)] in
      switch block.content {
      case .choice(let condition, _, _): [(condition, block.line)]
      case .quiz(let quiz):
        quiz.answers.flatMap { answer in
          (answer.premise.map { [($0.condition, $0.line)] } ?? []) + answer.text.conditions
        }
      default: block.ownTexts.conditions
      }
    }
  }
}

extension [Inline] {
  /// These pieces with the wording of each choice that `holds` decides on.
  public func settled(by holds: (String) -> Bool?) -> [Inline] {
    mapLeaves { piece in
      guard case .choice(let condition, let words, let otherwise, _) = piece else { return piece }
      return .text(holds(condition).map { $0 ? words : otherwise } ?? "")
    }
  }

  /// The conditions that these pieces name, with their lines.
  public var conditions: [(name: String, line: Int)] {
    all.compactMap { piece in
      guard case .choice(let condition, _, _, let line) = piece else { return nil }
      return (condition, line)
    }
  }
}

extension Block {
  /// Whether nothing of its words is left.
  fileprivate var isEmpty: Bool {
    switch content {
    case .heading(_, let text), .paragraph(let text), .code(_, let text):
      text.plainText.trimmed.isEmpty
    default: false
    }
  }
}

extension Block.Content {
  /// Nil when nothing is left inside of something that had blocks inside.
  fileprivate func rebuilt(_ change: (Block) -> [Block]) -> Block.Content? {
    switch self {
    case .heading, .paragraph, .code, .table, .figure, .rule: return self
    case .list(let start, let items):
      let left = items.map { $0.rebuilt(change) }.filter { !$0.isEmpty }
      return left.isEmpty ? nil : .list(start: start, items: left)
    case .quote(let inner):
      let left = inner.rebuilt(change)
      return left.isEmpty ? nil : .quote(left)
    case .section(let name, let inner):
      let left = inner.rebuilt(change)
      return left.isEmpty && !inner.isEmpty ? nil : .section(name: name, left)
    case .choice(let condition, let inner, let otherwise):
      return .choice(
        condition: condition, inner.rebuilt(change), otherwise: otherwise.rebuilt(change))
    case .quiz(let quiz): return quiz.rebuilt(change).map { .quiz($0) }
    }
  }
}

extension Quiz {
  /// Nil for a question that is not asked: nothing of it is left, or no right answer, or no other.
  fileprivate var asked: Quiz? {
    let open = answers.contains { $0.premise != nil }
    let canBeAnswered = open || answers.contains(where: \.isRight)
    return question.isEmpty || answers.count < 2 || !canBeAnswered ? nil : self
  }

  fileprivate func rebuilt(_ change: (Block) -> [Block]) -> Quiz? {
    let left = answers.map {
      Answer(
        isRight: $0.isRight, premise: $0.premise, text: $0.text,
        justification: $0.justification.rebuilt(change))
    }
    return Quiz(
      question: question.rebuilt(change), answers: left.filter { !$0.justification.isEmpty },
      hint: hint.rebuilt(change)
    ).asked
  }

  /// With each answer right or wrong for good, and without those of which nothing can be said.
  fileprivate func settled(by holds: (String) -> Bool?) -> Quiz? {
    var quiz = self
    quiz.answers = answers.compactMap { answer in
      var settled = answer
      settled.text = answer.text.settled(by: holds)
      if settled.text.plainText.trimmed.isEmpty { return nil }
      guard let premise = answer.premise else { return settled }
      guard let isMet = holds(premise.condition) else { return nil }
      (settled.isRight, settled.premise) = (isMet == premise.isMet, nil)
      return settled
    }
    return quiz.asked
  }
}
