import Foundation
import Names
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
    Mistake(file: "japanese.txt", from: "[fact pet]", to: "[fact work]", says: "already"),
    Mistake(
      file: "japanese.txt", from: "{ask} || {unsure}", to: "{unsure}", says: "{reply} needs {ask}"),
    Mistake(file: "facts.txt", from: "chess, Tobin", to: "chess Tobin", says: "commas"),
    Mistake(file: "facts.txt", from: "chess, Tobin", to: "chess, Tobias", says: "Tobias"),
    Mistake(file: "facts.txt", from: "Tobin / トビン", to: "Tobin / ミラ", says: "in line 23"),
    Mistake(file: "facts.txt", from: "friend = person", to: "friend = folk", says: "[folk]"),
    Mistake(file: "facts.txt", from: "pet = pet", to: "work = pet", says: "new relation"),
    Mistake(file: "facts.txt", from: "street, pet, food", to: "pet, street, food", says: "order"),
    Mistake(file: "facts.txt", from: "[people: she or he", to: "[folk: she", says: "[people: "),
    Mistake(file: "facts.txt", from: "pumpkin pie /", to: "plum cake /", says: "twice"),
    Mistake(file: "facts.txt", from: "[thing]", to: "[nothing]\n[thing]", says: "is empty"),
    Mistake(file: "facts.txt", from: "[workplace]", to: "[work place]", says: "small Latin"),
    Mistake(
      file: "facts.txt", from: "2 find = a person", to: "2 meet = a person", says: "twice"),
    Mistake(file: "facts.txt", from: "a person, b person", to: "a person, a person", says: "role"),
    Mistake(
      file: "facts.txt", from: "museum =", to: "bank = the bank / 銀行\nmuseum =",
      says: "nobody has"),
    Mistake(file: "english.txt", from: "\n[mood]", to: "\n[mood", says: "closed"),
    Mistake(
      file: "english.txt", from: "\n[nice]", to: "\n[cross]\n[nice]", says: "is empty"),
    Mistake(file: "english.txt", from: "4 {p} works", to: "4 p} works", says: "no { before"),
    Mistake(file: "english.txt", from: "4 {p} works", to: "4 {.} works", says: "nothing between"),
    Mistake(file: "english.txt", from: "4 {p} works", to: "4 {^ } works", says: "nothing between"),
    Mistake(file: "english.txt", from: "4 {p} works at {v}.", to: "4 {p} works.", says: "{v}"),
    Mistake(file: "english.txt", from: "4 {p} works", to: "4 {p} {fact} works", says: "never end"),
    Mistake(file: "english.txt", from: "{a} met {b}", to: "{a} met {c}", says: "[c]"),
    Mistake(file: "english.txt", from: "over the roofs.", to: "over {mood}", says: "never end"),
    Mistake(
      file: "english.txt", from: "{report in news} {more work a in news}",
      to: "{more wrk a}", says: "wrk"),
    Mistake(
      file: "english.txt", from: "{event in news}", to: "{event in news paper}", says: "[event"),
    Mistake(file: "english.txt", from: "{event in news}", to: "{event in nws}", says: "in nws"),
    Mistake(file: "english.txt", from: "fair | {!spam notice}", to: "{!spm notice}", says: "spam"),
    Mistake(file: "english.txt", from: "fair | {!spam notice}", to: "{!spam}", says: "spam"),
    Mistake(file: "english.txt", from: "years ago = long", to: "years ago long", says: "="),
    Mistake(file: "japanese.txt", from: "4 {p}さんは", to: "4 ｛p}さんは", says: "full-width"),
    Mistake(file: "japanese.txt", from: "4 {p}さんは", to: "４ {p}さんは", says: "weight"),
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
    // A rule that is missing altogether is missed at the end of its file.
    let before = mistake.says == "[fact work]" ? text[...] : text[..<place.lowerBound]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(abs(error.line - line) <= 1, "\(error) instead of line \(line)")
  }

  @Test("an empty file, or one not in UTF-8, is named with a line", arguments: [0, 1, 2])
  func unreadableFilesAreReported(index: Int) throws {
    let name = World.fileNames[index]
    let folder = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for other in World.fileNames {
      try Worlds.text(other).write(toFile: folder + "/" + other, atomically: true, encoding: .utf8)
    }
    func error(_ bytes: Data) throws -> WorldError {
      try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
      return try #require(throws: WorldError.self) { try World.load(folder: folder) }
    }
    let empty = try error(Data())
    #expect(empty.description.hasPrefix("\(folder)/\(name):1: the file ends"))
    let text = Worlds.text(name)
    for encoding in [String.Encoding.utf16, .shiftJIS] {
      // Shift_JIS has no á; a person would have written something else.
      let bytes = try #require(text.data(using: encoding, allowLossyConversion: true))
      let isPlain = encoding == .shiftJIS && index == 1
      if isPlain { continue }
      let wrong = try error(bytes)
      #expect(wrong.file == "\(folder)/\(name)")
      #expect((1...3).contains(wrong.line), "\(wrong)")
      #expect(wrong.text(.english).contains("UTF-8"))
    }
    try FileManager.default.removeItem(atPath: folder + "/" + name)
    let missing = try #require(throws: WorldError.self) { try World.load(folder: folder) }
    #expect(missing.file == "\(folder)/\(name)")
  }

  @Test("tabs and full-width signs that a Japanese keyboard makes are read like the others")
  func spacesMayDiffer() throws {
    let facts = Worlds.text("facts.txt")
      .replacingOccurrences(of: "4 sunny =", with: "4\tsunny　＝")
      .replacingOccurrences(of: "chess, Tobin", with: "chess、\tTobin")
    let english = Worlds.text("english.txt")
      .replacingOccurrences(of: "4 {p} works at {v}.", with: "4\t{p} works at {v}.\t")
    let japanese = Worlds.text("japanese.txt")
    let world = try World(facts: facts, english: english, japanese: japanese)
    #expect(world.people.first?.values == Worlds.nagi.people.first?.values)
    #expect(
      world.english.rules["fact work"]?.phrasings.map(\.text)
        == Worlds.nagi.english.rules["fact work"]?.phrasings.map(\.text))
    let weather = try #require(world.category(named: "weather"))
    #expect(world.categories[weather] == Worlds.nagi.categories[weather])
  }

  @Test("the town may have another name", arguments: Language.allCases)
  func townCanBeRenamed(language: Language) throws {
    let world = try World(
      facts: Worlds.text("facts.txt").replacingOccurrences(
        of: "Nagi = Nagi / ナギ", with: "Nagi = Sandwick / サンドイク"),
      english: Worlds.text("english.txt"), japanese: Worlds.text("japanese.txt"))
    let corpus = CorpusGenerator(world: world, seed: 1, targetBytes: 20_000).generate()
    let text = corpus.cleanFields.values.flatMap { $0.map(\.text) }.joined()
    #expect(text.contains(world.town[language]))
    #expect(!text.contains(Worlds.nagi.town[language]))
  }
}
