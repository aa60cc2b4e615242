import Foundation
import Testing

@testable import RawData

@Suite("The world")
struct WorldTests {
  @Test("at least 40 people have at least 6 relations each")
  func isPopulated() {
    #expect(Worlds.nagi.people.count >= 40)
    #expect(Worlds.nagi.relations.count >= 6)
    for person in Worlds.nagi.people {
      #expect(person.values.count == Worlds.nagi.relations.count)
    }
  }

  @Test("every name and every word means one thing in each language", arguments: Language.allCases)
  func wordsAreDistinct(language: Language) {
    let world = Worlds.nagi
    #expect(Set(world.people.map { $0.names[language] }).count == world.people.count)
    for relation in world.relations where relation.category != "person" {
      let entries = world.categories[world.category(named: relation.category)!].entries
      #expect(Set(entries.map { $0.words[language] }).count == entries.count)
    }
  }

  @Test("no name hides in another, so a sentence is about one person", arguments: Language.allCases)
  func namesAreSeparate(language: Language) {
    let names = Worlds.nagi.people.map { $0.names[language].lowercased() }
    for name in names { #expect(names.filter { $0.contains(name) } == [name]) }
  }

  @Test("friendship is mutual")
  func friendshipIsMutual() throws {
    let world = Worlds.nagi
    let friend = try #require(world.relations.firstIndex { $0.id == "friend" })
    for index in world.people.indices {
      guard case .person(let other) = world.value(of: friend, for: index) else {
        Issue.record("\(world.people[index].id) has no friend")
        continue
      }
      #expect(world.value(of: friend, for: other) == .person(index))
    }
  }

  @Test("every fact is told with the same person and value in both languages")
  func factsAgree() {
    let world = Worlds.nagi
    let heldOut = HeldOut(world: world, seed: 1)
    for language in Language.allCases {
      let space = QuestionSpace(world: world, language: language, heldOut: heldOut)
      for person in world.people.indices {
        for relation in world.relations.indices {
          let fact = HeldOut.Fact(person: person, relation: relation)
          let name = world.people[person].names[language]
          let value = world.words(world.value(of: relation, for: person), language)
          for rule in ["fact", "answer"] {
            for phrasing in space.phrasings(rule, fact) {
              #expect(phrasing.text.contains(name))
              #expect(phrasing.text.lowercased().contains(value.lowercased()))
            }
          }
          let questions = space.phrasings("question", fact)
          #expect(questions.count >= 4)
          for question in questions { #expect(question.text.contains(name)) }
        }
      }
    }
  }

  @Test("facts and events are told in as many ways in one language as in the other")
  func phrasingsArePaired() {
    let world = Worlds.nagi
    for rule in world.relations.map({ "fact \($0.id)" }) + world.events.map({ "event \($0.id)" }) {
      #expect(
        world.english.rules[rule]?.phrasings.count == world.japanese.rules[rule]?.phrasings.count,
        "\(rule)")
    }
  }

  @Test("no two choices of a rule lead to the same sentence, so each text has one probability")
  func grammarsAreUnambiguous() {
    for language in Language.allCases {
      let space = QuestionSpace(
        world: Worlds.nagi, language: language, heldOut: HeldOut(world: Worlds.nagi, seed: 1))
      var seen: Set<String> = []
      for pair in space.pairs {
        #expect(seen.insert(pair.question + "\u{0}" + pair.answer).inserted, "\(pair.question)")
      }
    }
  }

  @Test("changing a fact changes what the documents say and what the right answer is")
  func factsCanBeEdited() throws {
    let line = "Mira / ミラ = she, bakery,"
    let facts = Worlds.text("facts.txt")
    #expect(facts.contains(line))
    let edited = try World(
      facts: facts.replacingOccurrences(of: line, with: "Mira / ミラ = she, lighthouse,"),
      english: Worlds.text("english.txt"), japanese: Worlds.text("japanese.txt"))
    let truth = CorpusGenerator(world: edited, seed: 1, targetBytes: 20_000).generate().truth
    let answers = truth.questions.filter { $0.subject == "Mira" && $0.relation == "work" }
    #expect(!answers.isEmpty)
    for question in answers {
      let place = question.language == .english ? "lighthouse" : "灯台"
      #expect(question.answer.contains(place))
    }
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var file: String
    var from: String
    var to: String
    /// Words of the English message.
    var says: String
    var testDescription: String { "\(file): \(to.isEmpty ? "without " + from : to)" }
  }

  static let mistakes = [
    Mistake(file: "facts.txt", from: "she, bakery, gull", to: "she, bakry, gull", says: "bakery"),
    Mistake(file: "facts.txt", from: "she, bakery, gull", to: "bakery, gull", says: "she"),
    Mistake(file: "facts.txt", from: "chess, Tobin", to: "chess", says: "6 relations"),
    Mistake(file: "facts.txt", from: "chess, Tobin", to: "chess, Mira", says: "somebody else"),
    Mistake(file: "facts.txt", from: "Mira / ミラ =", to: "Mira =", says: "both languages"),
    Mistake(file: "facts.txt", from: "Mira / ミラ =", to: "Tobin / ミラ =", says: "two people"),
    Mistake(file: "facts.txt", from: "cat = a cat / ねこ", to: "cat a cat / ねこ", says: "="),
    Mistake(file: "facts.txt", from: "cat = a cat / ねこ", to: "dog = a cat / ねこ", says: "twice"),
    Mistake(file: "facts.txt", from: "4 sunny =", to: "0 sunny =", says: "weight"),
    Mistake(file: "facts.txt", from: "[weather]", to: "[weather", says: "]"),
    Mistake(file: "facts.txt", from: "a person, b person, food food", to: "a folk", says: "folk"),
    Mistake(
      file: "english.txt", from: "4 {p} works at {v}.", to: "{p} works at {v}.", says: "weight"),
    Mistake(file: "english.txt", from: "4 {p} works at {v}.", to: "4 {p works at", says: "}"),
    Mistake(file: "english.txt", from: "4 {p} works at {v}.", to: "4 {q.work}.", says: "\"q\""),
    Mistake(file: "english.txt", from: "4 {p} works at {v}.", to: "4 {p.wrk}.", says: ".wrk"),
    Mistake(file: "english.txt", from: "4 {p} works at {v}.", to: "4 {p} {:plce}", says: "plce"),
    Mistake(file: "english.txt", from: "{event} {mood}", to: "{mod}", says: "[mod]"),
    Mistake(file: "japanese.txt", from: "[fact work]", to: "[fact wrk]", says: "[fact work]"),
    Mistake(file: "japanese.txt", from: "[fact pet]", to: "[fact work]", says: "twice"),
    Mistake(
      file: "japanese.txt", from: "{ask} || {unsure}", to: "{unsure}", says: "{reply} needs {ask}"),
  ]

  @Test("a mistake is reported with file, line and remedy, in both languages", arguments: mistakes)
  func mistakesAreReported(mistake: Mistake) throws {
    var texts = Dictionary(
      uniqueKeysWithValues: World.fileNames.map { ($0, Worlds.text($0)) })
    let text = texts[mistake.file]!
    let place = try #require(text.firstRange(of: mistake.from))
    texts[mistake.file] = text.replacingCharacters(in: place, with: mistake.to)
    let error = try #require(throws: WorldError.self) {
      try World(
        facts: texts["facts.txt"]!, english: texts["english.txt"]!,
        japanese: texts["japanese.txt"]!)
    }
    #expect(error.file == mistake.file)
    #expect(error.text(.english).contains(mistake.says), "\(error)")
    #expect(!error.text(.japanese).isEmpty)
    #expect(error.text(.japanese) != error.text(.english))
    // A rule that is missing altogether has no line of its own.
    if mistake.says != "[fact work]" {
      let line = text[..<place.lowerBound].split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(abs(error.line - line) <= 1, "\(error) instead of line \(line)")
    }
  }

  @Test("a missing file is named")
  func missingFileIsNamed() throws {
    let folder = Worlds.temporaryFolder()
    let error = try #require(throws: WorldError.self) { try World.load(folder: folder) }
    #expect(error.description.contains("facts.txt"))
  }
}
