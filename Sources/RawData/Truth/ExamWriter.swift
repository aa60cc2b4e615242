import Names

/// Writes the open exam in one language: what was taught, and beside it everything that a person would
/// ask in the same breath and that no text of the town answers, or not in this form.
///
/// A world whose files lack the list `[stranger]` or the rules `[exam …]` has no questions of that kind.
struct ExamWriter {
  let world: World
  let language: Language
  let heldOut: HeldOut

  /// Of each kind at most so many are asked.
  static let most = 60

  func questions() -> [ExamQuestion] {
    ExamKind.allCases.flatMap { kind in
      let all =
        switch kind {
        case .known: known()
        case .stranger: strangers()
        case .untold: untold()
        case .trueClaim: claims(true)
        case .falseClaim: claims(false)
        case .reverse: reversed()
        case .two: pairs()
        }
      let count = min(Self.most, all.count)
      return (0..<count).map { all[$0 * all.count / count] }
    }
  }

  private var space: QuestionSpace {
    QuestionSpace(world: world, language: language, heldOut: heldOut)
  }

  private func known() -> [ExamQuestion] {
    TruthQuestion.all(world, heldOut, language).filter { $0.phrasing == .seen }.map {
      ExamQuestion(
        question: $0.question, language: language, kind: .known, accepted: $0.accepted)
    }
  }

  /// The questions of training about people of whom nobody has heard.
  private func strangers() -> [ExamQuestion] {
    world.strangerQuestions(language).map { asked in
      let turn = world.people.count + asked.stranger
      return ExamQuestion(
        question: asked.questions[turn % asked.questions.count], language: language,
        kind: .stranger)
    }
  }

  private func untold() -> [ExamQuestion] {
    world.people.indices.compactMap { person in
      told("exam untold", ["p": .person(person)], turn: person).map {
        ExamQuestion(question: $0, language: language, kind: .untold)
      }
    }
  }

  /// One claim about each person; a false one says what is true of the next person of whom it is true.
  private func claims(_ isTrue: Bool) -> [ExamQuestion] {
    world.people.indices.compactMap { person in
      let relation = person % world.relations.count
      let fact = HeldOut.Fact(person: person, relation: relation)
      let own = world.value(of: relation, for: person)
      var value = own
      if !isTrue {
        let others = world.people.indices.lazy.map { (person + 1 + $0) % world.people.count }
        guard
          let other = others.first(where: {
            let value = world.value(of: relation, for: $0)
            return value != own && value != .person(person)
          })
        else { return nil }
        value = world.value(of: relation, for: other)
      }
      return told(
        "exam claim \(world.relations[relation].id)", ["p": .person(person), "v": value],
        turn: person
      ).map {
        ExamQuestion(
          question: $0, language: language, kind: isTrue ? .trueClaim : .falseClaim,
          accepted: space.statements(of: fact).sorted())
      }
    }
  }

  /// Who it is of whom something is true: naming any one of them, in a sentence that says so, is right.
  private func reversed() -> [ExamQuestion] {
    world.relations.indices.flatMap { relation -> [ExamQuestion] in
      var seen: Set<World.Value> = []
      let values = world.people.map { $0.values[relation] }.filter { seen.insert($0).inserted }
      return values.enumerated().compactMap { turn, value in
        told("exam reverse \(world.relations[relation].id)", ["v": value], turn: turn).map {
          let people = world.people.indices.filter { world.value(of: relation, for: $0) == value }
          let right = people.flatMap { person in
            let name = world.people[person].names[language]
            return space.statements(of: HeldOut.Fact(person: person, relation: relation)).filter {
              $0.contains(name)
            }
          }
          return ExamQuestion(
            question: $0, language: language, kind: .reverse, accepted: Set(right).sorted())
        }
      }
    }
  }

  /// Two relations of one person in one question, where the grammar has a rule for the two.
  private func pairs() -> [ExamQuestion] {
    let count = world.relations.count
    let both = (0..<count).flatMap { first in (0..<count).map { (first, $0) } }.filter {
      space.teller.grammar.rules[name(of: $0)] != nil
    }
    guard !both.isEmpty else { return [] }
    return world.people.indices.compactMap { person in
      let (first, second) = both[person % both.count]
      return told(name(of: (first, second)), ["p": .person(person)], turn: person).map {
        ExamQuestion(
          question: $0, language: language, kind: .two,
          mentions: [first, second].map { space.bare(world.value(of: $0, for: person)) })
      }
    }
  }

  private func name(of pair: (Int, Int)) -> String {
    "exam two \(world.relations[pair.0].id) \(world.relations[pair.1].id)"
  }

  /// One phrasing of a rule, by turns; nil where the grammar has no such rule.
  private func told(_ rule: String, _ names: [String: World.Value], turn: Int) -> String? {
    guard let phrasings = space.teller.grammar.rules[rule]?.phrasings else { return nil }
    var telling = Telling()
    var choices = Choices(path: [])
    space.teller.tell(
      phrasings[turn % phrasings.count], Teller.Scope(names), &choices, into: &telling)
    return telling.clean
  }
}
