import Numerics

/// Deals facts like cards: in random order, and none a second time before all had their turn.
///
/// Each card is still equally likely to be any fact, so the probabilities of a text are the same as
/// with independent draws, but a small corpus leaves no fact out.
final class FactDeck {
  let facts: [HeldOut.Fact]
  private var random: RandomGenerator
  private var pile: [HeldOut.Fact] = []

  init(world: World, random: RandomGenerator) {
    facts = world.people.indices.flatMap { person in
      world.relations.indices.map { HeldOut.Fact(person: person, relation: $0) }
    }
    self.random = random
  }

  /// The next fact, or the next that is `wanted`; cards passed over stay in the pile.
  func deal(where isWanted: (HeldOut.Fact) -> Bool = { _ in true }) -> HeldOut.Fact {
    while true {
      if let index = pile.lastIndex(where: isWanted) { return pile.remove(at: index) }
      var fresh = facts
      random.shuffle(&fresh)
      pile = fresh + pile
    }
  }
}
