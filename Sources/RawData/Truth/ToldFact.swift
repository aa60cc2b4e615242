import Names

/// A fact of the town with every way to ask about it, and with what could be true in its place.
public struct ToldFact: Sendable, Equatable {
  /// The relation and the person's English name, as in the facts file.
  public var relation: String
  public var subject: String
  /// The names of that person.
  public var name: LocalizedText
  /// The words for everything that could be true, in the order of the list that it is from.
  public var values: [LocalizedText]
  /// Which of them is.
  public var place: Int
  /// Others of whom the same is true, by their English names.
  public var fellows: [String]
  /// Every way to ask about it, in both languages.
  public var questions: [Question]

  /// What is true.
  public var value: LocalizedText { values[place] }

  /// One way to ask.
  public struct Question: Sendable, Equatable {
    public var question: String
    public var language: Language
    /// Whether training may ask like this.
    public var isTaught: Bool
    /// Every right answer, sorted.
    public var accepted: [String]
    /// How the answer that the grammar prefers begins, whichever value is true.
    public var prefix: String
    /// How it goes on with each value, in the order of the values.
    public var options: [String]
  }
}

extension World {
  /// The first fact of the facts file, person by person, that training asks about.
  /// - Parameter seed: of the documents.
  public func firstToldFact(seed: UInt64) -> ToldFact? {
    let heldOut = HeldOut(world: self, seed: seed)
    for person in people.indices {
      for relation in relations.indices {
        let fact = HeldOut.Fact(person: person, relation: relation)
        if !heldOut.combinations.contains(fact), let told = told(fact, heldOut) { return told }
      }
    }
    return nil
  }

  /// - Parameters:
  ///   - relation: its name in the facts file.
  ///   - subject: the person's name in either language.
  /// - Returns: nil where there is no such fact, or nothing else could be true in its place.
  public func toldFact(relation: String, subject: String, seed: UInt64) -> ToldFact? {
    let person = people.firstIndex { $0.id == subject || $0.names.ja == subject }
    let place = relations.firstIndex { $0.id == relation }
    guard let person, let place else { return nil }
    return told(
      HeldOut.Fact(person: person, relation: place), HeldOut(world: self, seed: seed))
  }

  private func told(_ fact: HeldOut.Fact, _ heldOut: HeldOut) -> ToldFact? {
    let (person, relation) = (people[fact.person], relations[fact.relation])
    let truth = value(of: fact.relation, for: fact.person)
    let all: [Value]
    switch truth {
    case .person: all = people.indices.filter { $0 != fact.person }.map(Value.person)
    case .entry(let category, _):
      all = categories[category].entries.indices.map { .entry(category: category, index: $0) }
    }
    guard all.count > 1, let place = all.firstIndex(of: truth) else { return nil }
    return ToldFact(
      relation: relation.id, subject: person.id, name: person.names,
      values: all.map { LocalizedText(en: words($0, .english), ja: words($0, .japanese)) },
      place: place,
      fellows: people.indices.filter {
        $0 != fact.person && value(of: fact.relation, for: $0) == truth
      }.map { people[$0].id },
      questions: Language.allCases.flatMap { questions(fact, all, $0, heldOut) })
  }

  private func questions(
    _ fact: HeldOut.Fact, _ values: [Value], _ language: Language, _ heldOut: HeldOut
  ) -> [ToldFact.Question] {
    let space = QuestionSpace(world: self, language: language, heldOut: heldOut)
    let answers = values.map { value in
      var other = self
      other.people[fact.person].values[fact.relation] = value
      let answers = QuestionSpace(world: other, language: language, heldOut: heldOut)
        .phrasings("answer", fact)
      // Of several that weigh the same the first.
      return answers.dropFirst().reduce(answers[0]) { $1.weight > $0.weight ? $1 : $0 }.text
    }
    let (prefix, options) = Self.parted(answers, language)
    let asked = space.phrasings("question", fact)
    let taught = heldOut.trainingPhrasings(of: fact, count: asked.count, language)
    let accepted = space.statements(of: fact).sorted()
    return asked.enumerated().map { index, question in
      ToldFact.Question(
        question: question.text, language: language, isTaught: taught.contains(index),
        accepted: accepted, prefix: prefix, options: options)
    }
  }

  /// What several sentences begin with, and what each has of its own: without what all end with. Where
  /// blanks part words, the cut is before one.
  static func parted(
    _ sentences: [String], _ language: Language
  ) -> (prefix: String, options: [String]) {
    let all = sentences.map { Array($0.unicodeScalars) }
    let least = all.map(\.count).min() ?? 0
    var begin = 0
    while begin < least, all.allSatisfy({ $0[begin] == all[0][begin] }) { begin += 1 }
    if language.writing.separatesWords {
      while begin > 0, all[0].count > begin, all[0][begin] != " " { begin -= 1 }
    }
    var end = 0
    while end < least - begin,
      all.allSatisfy({ $0[$0.count - 1 - end] == all[0][all[0].count - 1 - end] })
    {
      end += 1
    }
    func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    return (text(all[0][..<begin]), all.map { text($0[begin..<($0.count - end)]) })
  }
}
