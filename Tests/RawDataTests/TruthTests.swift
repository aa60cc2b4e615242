import Foundation
import Names
import Testing

@testable import RawData

@Suite("The truth as numbers")
struct TruthTests {
  static let truth = Worlds.corpus.truth

  @Test("every kind of question is there in both languages", arguments: Language.allCases)
  func questionsOfEveryKind(language: Language) {
    for phrasing in QuestionPhrasing.allCases {
      let count = Self.truth.questions.filter {
        $0.phrasing == phrasing && $0.language == language
      }.count
      #expect(count >= 60, "\(phrasing)")
    }
  }

  @Test("questions that are kept back are nowhere in the documents")
  func keptBackQuestionsAreAbsent() {
    var asked: Set<String> = []
    for fields in Worlds.corpus.cleanFields.values where fields[0].name == .question {
      asked.insert(fields[0].text)
    }
    let everything = Worlds.corpus.cleanFields.values.flatMap { $0.map(\.text) }
      .joined(separator: "\n")
    for question in Self.truth.questions where question.phrasing != .seen {
      #expect(!asked.contains(question.question))
      let isAsked = everything.contains(question.question)
      #expect(!isAsked, "\(question.question)")
    }
  }

  @Test("a fact that is never asked about is stated all the same, in both languages")
  func keptBackFactsAreStated() {
    let everything = Worlds.corpus.cleanFields.values.flatMap { $0.map(\.text) }
      .joined(separator: "\n")
    for question in Self.truth.questions where question.phrasing == .heldOutCombination {
      #expect(
        question.accepted.contains { $0.contains(subject(question)) && everything.contains($0) },
        "\(question.question)")
    }
  }

  private func subject(_ question: TruthQuestion) -> String {
    Worlds.nagi.people.first { $0.id == question.subject }!.names[question.language]
  }

  @Test("the preferred answer is among the accepted ones, which are sorted and distinct")
  func answersAreConsistent() {
    for question in Self.truth.questions {
      #expect(question.accepted.contains(question.answer))
      #expect(question.accepted == Set(question.accepted).sorted())
    }
  }

  @Test("the probabilities of a probe add up to 1, the most probable first")
  func probesAreDistributions() {
    for language in Language.allCases {
      #expect(Self.truth.probes.filter { $0.language == language }.count >= 10)
    }
    for probe in Self.truth.probes {
      let sum = probe.next.reduce(0) { $0 + $1.probability }
      #expect(abs(sum - 1) < 1e-9, "\(probe.prefix)")
      let probabilities = probe.next.map(\.probability)
      #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test("a probe by hand: the weather of a story that begins with One")
  func weatherByHand() {
    let heldOut = HeldOut(world: Worlds.nagi, seed: 7)
    let teller = Teller(world: Worlds.nagi, language: .english, heldOut: heldOut)
    let next = ProbeWriter(world: Worlds.nagi, heldOut: heldOut)
      .continuations(of: "One", .story, teller)
    // Weights of [weather] in facts.txt: 4, 3, 2, 2 and 1.
    let expected = [
      " sunny": 4.0 / 12, " cloudy": 3.0 / 12, " foggy": 2.0 / 12, " rainy": 2.0 / 12,
      " stormy": 1.0 / 12,
    ]
    #expect(Set(next.map(\.text)) == Set(expected.keys))
    for continuation in next {
      #expect(abs(continuation.probability - expected[continuation.text]!) < 1e-12)
    }
  }

  @Test("how often stories really begin with a word agrees with its true probability")
  func frequenciesAgree() throws {
    let stories = Worlds.corpus.cleanFields.values.filter { fields in
      fields[0].name == .story && fields[0].text.utf8.first! < 128
    }
    let probe = try #require(
      Self.truth.probes.first {
        $0.language == .english && $0.kind == .story && $0.prefix.isEmpty
      })
    for continuation in probe.next {
      let count = stories.filter { $0[0].text.hasPrefix(continuation.text + " ") }.count
      let share = Double(count) / Double(stories.count)
      let p = continuation.probability
      let deviation = (p * (1 - p) / Double(stories.count)).squareRoot()
      #expect(abs(share - p) < 5 * deviation, "\(continuation.text): \(share) instead of \(p)")
    }
  }

  @Test("the probabilities of all questions and answers add up to 1", arguments: Language.allCases)
  func questionSpaceIsComplete(language: Language) {
    let space = QuestionSpace(
      world: Worlds.nagi, language: language, heldOut: HeldOut(world: Worlds.nagi, seed: 7))
    let sum = space.pairs.reduce(0) { $0 + $1.probability }
    #expect(abs(sum - 1) < 1e-9)
  }

  @Test("listing every telling of a rule gives probabilities that add up to 1")
  func enumerationIsComplete() {
    let teller = Teller(
      world: Worlds.nagi, language: .english, heldOut: HeldOut(world: Worlds.nagi, seed: 1))
    var path: [Int]? = []
    var sum = 0.0
    var texts: Set<String> = []
    while let current = path {
      var choices = Choices(path: current)
      let text = teller.sentence("weather", Teller.Scope(), &choices)
      #expect(texts.insert(text).inserted, "\(text) has two derivations")
      sum += choices.probability
      path = choices.nextPath
    }
    #expect(texts.count == 3 * 7 * 5)
    #expect(abs(sum - 1) < 1e-9)
  }

  @Test("the entropy is the mean surprisal of the documents that stay")
  func entropyIsMeanSurprisal() {
    let corpus = Worlds.corpus
    let entropy = Self.truth.entropy
    #expect(entropy.documents == corpus.cleanFields.count)
    let bytes = corpus.cleanFields.values.reduce(0) { sum, fields in
      sum + fields.reduce(0) { $0 + $1.text.utf8.count }
    }
    #expect(entropy.bytes == bytes)
    let nats = corpus.surprisal.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    #expect(abs(nats - entropy.nats) < 1e-6 * nats)
    #expect((0.02...0.5).contains(entropy.natsPerByte))
    #expect(entropy.shares.count == 16)
  }
}
