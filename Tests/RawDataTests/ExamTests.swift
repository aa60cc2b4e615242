import Foundation
import Names
import Testing

@testable import RawData

@Suite("The open exam")
struct ExamTests {
  static let exam = Worlds.corpus.truth.exam

  private func questions(_ kind: ExamKind, _ language: Language = .english) -> [ExamQuestion] {
    Self.exam.filter { $0.kind == kind && $0.language == language }
  }

  private func question(_ text: String) throws -> ExamQuestion {
    try #require(Self.exam.first { $0.question == text }, "\(text)")
  }

  @Test("every kind is asked in both languages, at most 60 times", arguments: Language.allCases)
  func everyKindIsAsked(language: Language) {
    for kind in ExamKind.allCases {
      #expect((40...60).contains(questions(kind, language).count), "\(kind)")
    }
  }

  @Test("only what was taught is asked in the documents")
  func nothingElseWasAsked() {
    let everything = Worlds.corpus.cleanFields.values.flatMap { $0.map(\.text) }
      .joined(separator: "\n")
    for question in Self.exam where question.kind != .known {
      let isAsked = everything.contains(question.question)
      #expect(!isAsked, "\(question.question)")
    }
    for entry in Worlds.nagi.categories[Worlds.nagi.category(named: "stranger")!].entries {
      for language in Language.allCases {
        let isTold = everything.contains(entry.words[language])
        #expect(!isTold, "\(entry.words[language])")
      }
    }
  }

  @Test("of strangers and of what is not told there is nothing to say")
  func nobodyKnows() {
    let people = Set(Worlds.nagi.people.map(\.names.en))
    for question in questions(.stranger) {
      #expect(question.accepted.isEmpty && question.mentions.isEmpty)
      let words = question.question.split { !$0.isLetter }.map(String.init)
      #expect(people.isDisjoint(with: words), "\(question.question)")
    }
    for question in questions(.untold) {
      #expect(question.accepted.isEmpty && question.mentions.isEmpty)
      #expect(!question.isRight("") && !question.isRight("Mira works at the bakery."))
    }
  }

  @Test("a claim is answered by what is so, whether it was true or not")
  func claims() throws {
    // The facts of Mira: she works at the bakery.
    let right = try question("Does Mira work at the bakery?")
    #expect(right.kind == .trueClaim && right.isRight("Mira works at the bakery."))
    let wrong = try #require(
      questions(.falseClaim).first { $0.question.hasPrefix("Does Mira work at") })
    #expect(!wrong.question.contains("bakery"))
    #expect(
      wrong.isRight("Mira works at the bakery.") && !wrong.isRight("Mira lives on Gull Hill."))
    for (claim, lie) in zip(questions(.trueClaim), questions(.falseClaim)) {
      #expect(claim.question != lie.question && claim.accepted == lie.accepted)
    }
  }

  @Test("asked backwards, any of the people is right, by name")
  func reversed() throws {
    let question = try question("Who works at the bakery?")
    for name in ["Mira", "Nell", "Emil", "Rosa"] {
      #expect(question.isRight("\(name) works at the bakery."), "\(name)")
    }
    #expect(!question.isRight("Tobin works at the bakery."))
    #expect(!question.isRight("She works at the bakery."))
  }

  @Test("two facts at once need both")
  func two() throws {
    let question = try question("Where does Mira work, and what pet does Mira have?")
    #expect(question.mentions == ["bakery", "rabbit"])
    #expect(question.isRight("Mira works at the bakery and has a rabbit."))
    #expect(!question.isRight("Mira works at the bakery."))
    #expect(!question.isRight("Mira has a rabbit as a pet."))
  }
}
