import Names
import Testing

@testable import RawData

@Suite struct ChangedFactTests {
  private let world = Worlds.nagi

  @Test func whatIsTrueNowWasTrueOfSomebodyElse() {
    let facts = world.changedFacts(count: 12)
    #expect(facts.count == 12 && Set(facts.map(\.subject)).count == 12)
    #expect(Set(facts.map(\.relation)) == Set(world.relations.map(\.id)))
    for fact in facts {
      let person = world.people.first { $0.id == fact.subject }!
      let relation = world.relations.firstIndex { $0.id == fact.relation }!
      #expect(fact.before.en == world.words(person.values[relation], .english))
      #expect(fact.before.en != fact.after.en && fact.before.ja != fact.after.ja)
      #expect(fact.after.en != person.names.en, "nobody is a friend of their own")
      #expect(
        world.people.contains {
          $0.id != fact.subject && world.words($0.values[relation], .english) == fact.after.en
        })
    }
  }

  @Test func everyWayToAskHasItsOldAndItsNewAnswers() throws {
    let fact = try #require(world.changedFacts(count: 1).first)
    #expect(Set(fact.questions.map(\.language)) == Set(Language.allCases))
    for question in fact.questions {
      let isNamed = question.language == .english ? fact.name.en : fact.name.ja
      #expect(question.question.contains(isNamed))
      #expect(question.accepted.contains(question.answer))
      #expect(Set(question.accepted).isDisjoint(with: question.formerlyAccepted))
      #expect(question.accepted == question.accepted.sorted() && !question.formerlyAccepted.isEmpty)
    }
    // What was right is what the town's own truth holds for right.
    let known = Worlds.corpus.truth.questions.first {
      $0.subject == fact.subject && $0.relation == fact.relation && $0.language == .english
    }
    #expect(fact.questions.first { $0.language == .english }?.formerlyAccepted == known?.accepted)
  }

  @Test func noMoreChangesThanThereArePeople() {
    #expect(world.changedFacts(count: 0).isEmpty)
    #expect(world.changedFacts(count: 10_000).count == world.people.count)
  }
}
