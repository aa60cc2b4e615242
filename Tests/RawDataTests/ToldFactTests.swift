import Names
import Testing

@testable import RawData

@Suite struct ToldFactTests {
  private let world = Worlds.nagi

  @Test func theFirstFactIsTheFirstThatTrainingAsksAbout() throws {
    let heldOut = HeldOut(world: world, seed: 7)
    let all = world.people.indices.flatMap { person in
      world.relations.indices.map { HeldOut.Fact(person: person, relation: $0) }
    }
    let expected = try #require(all.first { !heldOut.combinations.contains($0) })
    let fact = try #require(world.firstToldFact(seed: 7))
    #expect(fact.subject == world.people[expected.person].id)
    #expect(fact.relation == world.relations[expected.relation].id)
    let taught = Set(fact.questions.filter(\.isTaught).map(\.language))
    #expect(taught == Set(Language.allCases))
  }

  @Test func aFactIsFoundByEitherName() throws {
    let fact = try #require(world.toldFact(relation: "work", subject: "Mira", seed: 7))
    #expect(world.toldFact(relation: "work", subject: "ミラ", seed: 7) == fact)
    #expect(fact.value.en == "the bakery" && fact.value.ja == "パン屋")
    #expect(fact.values.count == 11 && Set(fact.values).count == 11)
    #expect(fact.fellows == ["Nell", "Emil", "Rosa"])
    #expect(world.toldFact(relation: "work", subject: "Nobody", seed: 7) == nil)
    #expect(world.toldFact(relation: "shoes", subject: "Mira", seed: 7) == nil)
  }

  @Test func aFriendIsOneOfTheOthers() throws {
    let fact = try #require(world.toldFact(relation: "friend", subject: "Mira", seed: 7))
    #expect(fact.value.en == "Tobin" && fact.values.count == world.people.count - 1)
    #expect(!fact.values.contains { $0.en == "Mira" })
  }

  @Test func everyWayToAskGoesOnWithEachValue() throws {
    let fact = try #require(world.toldFact(relation: "work", subject: "Mira", seed: 7))
    let truth = Worlds.corpus.truth.questions
    for question in fact.questions {
      #expect(question.options.count == fact.values.count)
      #expect(Set(question.options).count == fact.values.count)
      for (value, option) in zip(fact.values, question.options) {
        let words = value[question.language]
        #expect(words.hasSuffix(option.drop { $0 == " " }), "\(words) \(option)")
      }
      let whole = question.prefix + question.options[fact.place]
      #expect(question.accepted.contains { $0.hasPrefix(whole) }, "\(whole)")
      if let known = truth.first(where: { $0.question == question.question }) {
        #expect(known.accepted == question.accepted)
      }
    }
    let english = fact.questions.filter { $0.language == .english }
    #expect(english.count == 5)
    #expect(english[0].prefix == "Mira works at the" && english[0].options[0] == " bakery")
    let japanese = try #require(fact.questions.first { $0.language == .japanese })
    #expect(japanese.prefix == "ミラさんは" && japanese.options[0] == "パン屋")
  }

  @Test func whatIsHeldBackIsNotTaught() throws {
    let heldOut = HeldOut(world: world, seed: 7)
    let hidden = try #require(
      heldOut.combinations.min { ($0.person, $0.relation) < ($1.person, $1.relation) })
    let fact = try #require(
      world.toldFact(
        relation: world.relations[hidden.relation].id, subject: world.people[hidden.person].id,
        seed: 7))
    #expect(!fact.questions.isEmpty && !fact.questions.contains { $0.isTaught })
  }

  @Test func sentencesArePartedAtWords() {
    let parted = World.parted(["A pet is here.", "A pen is here."], .english)
    #expect(parted.prefix == "A" && parted.options == [" pet", " pen"])
    let same = World.parted(["一は犬です。", "一は猫です。"], .japanese)
    #expect(same.prefix == "一は" && same.options == ["犬", "猫"])
    #expect(World.parted(["One way.", "One way."], .english).prefix == "One way.")
  }
}
