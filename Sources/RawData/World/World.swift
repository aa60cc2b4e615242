import Names

/// A small invented town whose facts are all written down, so that truth is known at every stage.
///
/// It is read from three text files that a teacher can edit: the facts, and for each language a
/// grammar that tells them in words.
public struct World: Sendable {
  /// Somebody who lives in the town.
  public struct Person: Sendable, Equatable {
    /// The English name, which is also the identifier in the files.
    public var id: String
    public var names: LocalizedText
    public var pronoun: Pronoun
    /// One value for each relation, in the order of `World.relations`.
    public var values: [Value]
    /// The line of the facts file that says so.
    public var line: Int
  }

  public enum Pronoun: String, Sendable {
    case she
    case he
  }

  /// What can be known and asked about a person, such as where they work.
  public struct Relation: Sendable, Equatable {
    public var id: String
    /// The list that its values come from, or `person`.
    public var category: String
    public var line: Int
  }

  /// A list of things of one sort: foods, days, places.
  public struct Category: Sendable, Equatable {
    public var id: String
    public var entries: [Entry]
    public var line: Int
  }

  /// One thing of a list, with its words in both languages.
  public struct Entry: Sendable, Equatable {
    public var id: String
    public var words: LocalizedText
    /// How often it is drawn, relative to the others of its list.
    public var weight: Double
    public var line: Int
  }

  /// What happens in the town: an event in one sentence, or a whole story.
  public struct Event: Sendable, Equatable {
    public var id: String
    public var weight: Double
    /// Who and what takes part: a name for the role and the list that it is drawn from.
    public var roles: [Role]
    public var line: Int
  }

  public struct Role: Sendable, Equatable {
    public var name: String
    public var category: String
  }

  /// Something that a name in a sentence can stand for.
  public enum Value: Sendable, Hashable {
    case person(Int)
    case entry(category: Int, index: Int)
  }

  public var town: LocalizedText
  public var people: [Person]
  public var relations: [Relation]
  public var categories: [Category]
  public var events: [Event]
  public var stories: [Event]
  /// How the facts are told in each language.
  public var english: Grammar
  public var japanese: Grammar

  /// How the facts are told in a language.
  public func grammar(_ language: Language) -> Grammar {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  /// The index of the list with this name.
  public func category(named id: String) -> Int? {
    categories.firstIndex { $0.id == id }
  }

  /// The value of a relation for a person.
  public func value(of relation: Int, for person: Int) -> Value {
    people[person].values[relation]
  }

  /// The words for a value, without honorifics or articles that the files do not give.
  public func words(_ value: Value, _ language: Language) -> String {
    switch value {
    case .person(let index): people[index].names[language]
    case .entry(let category, let index): categories[category].entries[index].words[language]
    }
  }

  /// Everyone for whom some relation has this value, in the order of the facts file.
  public func people(with value: Value) -> [Int] {
    people.indices.filter { people[$0].values.contains(value) }
  }
}
