import Foundation
import Names
import Testing

@testable import RawData

/// The town reduced to a few of its people.
@Suite("A circle of people")
struct CircleTests {
  /// The facts file without the lines of some people, and of things that nobody else has.
  private static func facts(without people: Set<String>, _ values: Set<String>) -> String {
    var section = ""
    return Worlds.text("facts.txt").split(separator: "\n", omittingEmptySubsequences: false).filter
    { line in
      if line.first == "[" { section = String(line.dropFirst().prefix { $0.isLetter }) }
      guard line.first != "#", line.contains("=") else { return true }
      let name = line.split(separator: "=")[0].split(separator: "/")[0].split(separator: " ").last
        .map(String.init)
      switch section {
      case "people": return !people.contains(name ?? "")
      case "workplace", "street", "pet", "food", "hobby": return !values.contains(name ?? "")
      default: return true
      }
    }.joined(separator: "\n")
  }

  @Test func theFirstPeopleComeWithTheirFriends() {
    let circle = Worlds.nagi.circle(of: 6)
    #expect(
      circle.people.map(\.id)
        == ["Mira", "Tobin", "Ana", "Oren", "Ben", "Milo"].sorted { place($0) < place($1) })
    for person in circle.people {
      for case .person(let other) in person.values {
        #expect(circle.people.indices.contains(other))
      }
    }
  }

  private func place(_ id: String) -> Int { Worlds.nagi.people.firstIndex { $0.id == id }! }

  @Test func everyoneKeepsTheirFacts() throws {
    let circle = Worlds.nagi.circle(of: 12)
    #expect(circle.people.count == 12)
    for person in circle.people {
      let before = Worlds.nagi.people[place(person.id)]
      for language in Language.allCases {
        #expect(
          person.values.map { circle.words($0, language) }
            == before.values.map { Worlds.nagi.words($0, language) })
      }
    }
  }

  /// Otherwise a sentence would list those who work at a place, and name nobody.
  @Test func everyPlaceAndThingHasSomebody() {
    let circle = Worlds.nagi.circle(of: 12)
    for relation in circle.relations {
      guard let category = circle.category(named: relation.category) else { continue }
      for entry in circle.categories[category].entries.indices {
        #expect(!circle.people(with: .entry(category: category, index: entry)).isEmpty)
      }
    }
    #expect(circle.categories.count == Worlds.nagi.categories.count)
    let weather = circle.category(named: "weather")!
    #expect(circle.categories[weather] == Worlds.nagi.categories[weather])
  }

  @Test func itIsTheTownOfAShorterFactsFile() throws {
    let circle = Worlds.nagi.circle(of: 12)
    let gone = Set(Worlds.nagi.people.map(\.id)).subtracting(circle.people.map(\.id))
    let unused = zip(Worlds.nagi.categories, circle.categories).flatMap { whole, few in
      Set(whole.entries.map(\.id)).subtracting(few.entries.map(\.id))
    }
    let shorter = try World(
      facts: Self.facts(without: gone, Set(unused)), english: Worlds.text("english.txt"),
      japanese: Worlds.text("japanese.txt"))
    let (one, other) = (corpus(circle), corpus(shorter))
    #expect(one.files.map(\.path) == other.files.map(\.path))
    #expect(one.files.map(\.bytes) == other.files.map(\.bytes))
    #expect(one.truth.questions.count == other.truth.questions.count)
  }

  private func corpus(_ world: World) -> GeneratedCorpus {
    CorpusGenerator(world: world, seed: 3, targetBytes: 60_000).generate()
  }

  @Test func noMorePeopleThanThereAreAreTaken() {
    #expect(Worlds.nagi.circle(of: 1000).people == Worlds.nagi.people)
    #expect(Worlds.nagi.circle(of: 1).people.map(\.id) == ["Mira", "Tobin"])
  }
}
