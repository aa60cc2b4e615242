import Names

/// A fact of the town that has become another one since the documents were written: somebody works
/// elsewhere now.
public struct ChangedFact: Sendable, Equatable {
  /// The relation and the person's English name, as in the facts file.
  public var relation: String
  public var subject: String
  /// The name of that person, and the words for what was and what is.
  public var name: LocalizedText
  public var before: LocalizedText
  public var after: LocalizedText
  /// The words for what was, without an article: who tells it says them in some way.
  public var bareBefore: LocalizedText
  /// Every way to ask about it, in both languages.
  public var questions: [Question]

  /// One way to ask.
  public struct Question: Sendable, Equatable {
    public var question: String
    public var language: Language
    /// The answer that the grammar prefers, now.
    public var answer: String
    /// Every answer that is right now, and every one that was right before; sorted.
    public var accepted: [String]
    public var formerlyAccepted: [String]
  }
}

extension World {
  /// Facts that change after the documents were written: of people spread evenly over the facts file one
  /// relation each, by turns; what is true of them now is what is true of the next person for whom it is
  /// something else.
  /// - Parameter count: as many as are wanted; fewer where nothing else can be true of anybody.
  public func changedFacts(count: Int) -> [ChangedFact] {
    precondition(count >= 0, "\(count) facts are to change")
    let wanted = min(count, people.count)
    return (0..<wanted).compactMap { turn in
      changedFact(person: turn * people.count / wanted, relation: turn % relations.count)
    }
  }

  /// Words that together tell what is true of somebody, by language: a document that holds the name and the
  /// value tells it.
  /// - Returns: nothing where there is no such person or relation.
  public func telling(relation id: String, subject: String) -> [[String]] {
    guard let relation = relations.firstIndex(where: { $0.id == id }),
      let person = people.firstIndex(where: { $0.id == subject })
    else { return [] }
    return Language.allCases.map { language in
      [
        people[person].names[language],
        space(language).bare(value(of: relation, for: person)),
      ]
    }
  }

  private func changedFact(person: Int, relation: Int) -> ChangedFact? {
    let old = value(of: relation, for: person)
    let others = people.indices.dropFirst().lazy.map {
      value(of: relation, for: (person + $0) % people.count)
    }
    guard let new = others.first(where: { $0 != old && $0 != .person(person) }) else { return nil }
    var changed = self
    changed.people[person].values[relation] = new
    return ChangedFact(
      relation: relations[relation].id, subject: people[person].id, name: people[person].names,
      before: LocalizedText(en: words(old, .english), ja: words(old, .japanese)),
      after: LocalizedText(en: words(new, .english), ja: words(new, .japanese)),
      bareBefore: LocalizedText(
        en: space(.english).bare(old), ja: space(.japanese).bare(old)),
      questions: Language.allCases.flatMap { language in
        questions(person: person, relation: relation, language, changed: changed)
      })
  }

  private func questions(
    person: Int, relation: Int, _ language: Language, changed: World
  ) -> [ChangedFact.Question] {
    let fact = HeldOut.Fact(person: person, relation: relation)
    let (before, now) = (space(language), changed.space(language))
    let answers = now.phrasings("answer", fact)
    // Of several that weigh the same the first.
    let preferred = answers.dropFirst().reduce(answers[0]) { $1.weight > $0.weight ? $1 : $0 }
    let accepted = now.statements(of: fact).sorted()
    let formerly = before.statements(of: fact).sorted()
    return now.phrasings("question", fact).map {
      ChangedFact.Question(
        question: $0.text, language: language, answer: preferred.text, accepted: accepted,
        formerlyAccepted: formerly)
    }
  }

  private func space(_ language: Language) -> QuestionSpace {
    QuestionSpace(world: self, language: language, heldOut: HeldOut(world: self, seed: 0))
  }
}
