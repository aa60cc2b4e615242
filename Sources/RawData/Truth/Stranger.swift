import Names

/// Somebody of whom no text of the town tells, with every way to ask one thing about them.
public struct Stranger: Sendable, Equatable {
  /// The English name, as in the facts file.
  public var id: String
  public var name: LocalizedText
  public var relation: String
  public var questions: [Question]

  /// One way to ask.
  public struct Question: Sendable, Equatable {
    public var text: String
    public var language: Language
  }
}

extension World {
  /// Everything that can be asked about each stranger of the facts file, stranger by stranger; nothing where
  /// it lists none.
  public func strangers() -> [Stranger] {
    let asked = Language.allCases.map { ($0, strangerQuestions($0)) }
    guard let list = category(named: "stranger") else { return [] }
    return categories[list].entries.enumerated().flatMap { number, entry in
      relations.enumerated().map { relation, kind in
        Stranger(
          id: entry.id, name: entry.words, relation: kind.id,
          questions: asked.flatMap { language, all in
            all.filter { $0.stranger == number && $0.relation == relation }
              .flatMap(\.questions).map { Stranger.Question(text: $0, language: language) }
          })
      }
    }
  }

  /// The questions of training about strangers, relation by relation. A stranger has no pronoun, so phrasings
  /// that need one are left out.
  func strangerQuestions(
    _ language: Language
  ) -> [(relation: Int, stranger: Int, questions: [String])] {
    guard let list = category(named: "stranger") else { return [] }
    var world = self
    let native = people.count
    for entry in categories[list].entries {
      var person = people[0]
      person.id = entry.id
      person.names = entry.words
      world.people.append(person)
    }
    let space = QuestionSpace(
      world: world, language: language, heldOut: HeldOut(world: self, seed: 0))
    return relations.indices.flatMap { relation in
      (native..<world.people.count).map { person in
        let fact = HeldOut.Fact(person: person, relation: relation)
        let phrasings = space.teller.grammar.rules["question \(relations[relation].id)"]!.phrasings
        let asked = zip(phrasings, space.phrasings("question", fact)).filter { $0.0.hasNoPath }
        return (relation, person - native, asked.map(\.1.text))
      }
    }
  }
}

extension Grammar.Phrasing {
  /// Whether it asks for nothing about its names, such as their pronouns.
  fileprivate var hasNoPath: Bool {
    parts.allSatisfy { part in
      if case .reference(_, let path, _) = part { path.isEmpty } else { true }
    }
  }
}
