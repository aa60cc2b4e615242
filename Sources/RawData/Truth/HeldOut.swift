import Names
import Numerics

/// Which questions are kept out of training, so that they can test whether the model understood.
///
/// For a few facts no question is ever asked; for about a third of the others one phrasing is never
/// used with that person, though it is with other people. All facts are still stated.
public struct HeldOut: Sendable {
  public struct Fact: Sendable, Hashable {
    public var person: Int
    public var relation: Int
  }

  /// Facts that are stated in documents but never asked about.
  public private(set) var combinations: Set<Fact> = []
  /// For some facts, the index of the question phrasing that is never used, by language.
  public private(set) var phrasings: [Language: [Fact: Int]] = [:]
  /// The facts that may be asked about, by relation and then by person.
  public private(set) var askedFacts: [Fact] = []

  init(world: World, seed: UInt64) {
    var random = RandomGenerator(seed: seed, stream: 0x4E1D)
    for relation in world.relations.indices {
      var people = Array(world.people.indices)
      random.shuffle(&people)
      let combinationCount = max(1, people.count / 8)
      let phrasingCount = people.count / 3
      for person in people.prefix(combinationCount) {
        combinations.insert(Fact(person: person, relation: relation))
      }
      let rest = people.dropFirst(combinationCount).prefix(phrasingCount)
      for language in Language.allCases {
        let rule = world.grammar(language).rules["question \(world.relations[relation].id)"]
        guard let count = rule?.phrasings.count, count > 1 else { continue }
        for (turn, person) in rest.enumerated() {
          phrasings[language, default: [:]][Fact(person: person, relation: relation)] = turn % count
        }
      }
      for person in world.people.indices {
        let fact = Fact(person: person, relation: relation)
        if !combinations.contains(fact) { askedFacts.append(fact) }
      }
    }
  }

  /// The indices of the question phrasings that training may use for a fact.
  func trainingPhrasings(of fact: Fact, count: Int, _ language: Language) -> [Int] {
    if combinations.contains(fact) { return [] }
    let kept = phrasings[language]?[fact]
    return (0..<count).filter { $0 != kept }
  }
}
