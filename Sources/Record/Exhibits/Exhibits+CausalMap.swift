import Names

// U3: which parts the answers to all questions need.
extension Exhibits {
  public typealias MappedPart = CausalMapRecord.Removal

  /// The causal map, where the model has right answers that can break.
  public var causalMap: CausalMapRecord? {
    run[.causalMap].flatMap { $0.right.isEmpty || $0.removals.isEmpty ? nil : $0 }
  }

  /// What can be asked about a person, in the order in which the truth asks it first.
  public var mappedRelations: [String] {
    var relations: [String] = []
    for place in causalMap?.asked ?? [] {
      guard let relation = question(place)?.relation, !relations.contains(relation) else {
        continue
      }
      relations.append(relation)
    }
    return relations
  }

  /// How many of some places in the truth's questions ask in this language for this relation.
  public func count(_ places: [Int], _ language: Language, _ relation: String) -> Int {
    places.count {
      question($0).map { $0.language == language && $0.relation == relation } ?? false
    }
  }

  /// The part that breaks most, of several the first.
  public var neededMost: MappedPart? { most(causalMap?.removals ?? []) }

  /// The head that breaks most, of several the first.
  public var neededHead: MappedPart? {
    most((causalMap?.removals ?? []).filter { $0.head != nil })
  }

  /// The head that breaks least, of several the first.
  public var idleHead: MappedPart? {
    let heads = (causalMap?.removals ?? []).filter { $0.head != nil }
    return heads.first { $0.broken.count == heads.map(\.broken.count).min() }
  }

  /// What the model writes without a part: to the first question in the reader's language that breaks.
  public func written(without part: MappedPart) -> (question: String, answer: String)? {
    for example in part.examples {
      guard let question = question(example.question), question.language == language else {
        continue
      }
      return (question.text, example.answer)
    }
    return nil
  }

  private func most(_ parts: [MappedPart]) -> MappedPart? {
    parts.first { $0.broken.count == parts.map(\.broken.count).max() }
  }

  private func question(_ place: Int) -> TruthRecord.Question? {
    guard let questions = run[.truth]?.questions, questions.indices.contains(place) else {
      return nil
    }
    return questions[place]
  }
}
