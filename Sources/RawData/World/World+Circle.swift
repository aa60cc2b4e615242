extension World {
  /// The town reduced to some of its people: the first of the facts file, each with those whom their facts name.
  ///
  /// Of the lists from which facts come only what is still true of somebody stays, so that every sentence that
  /// lists people has somebody to list. Events, places and weather stay as they are.
  ///
  /// A small model can learn the facts of a few people in seconds; those of a whole town take minutes.
  /// - Parameter count: people to take at least; all of them where the town has no more.
  public func circle(of count: Int) -> World {
    let kept = peopleOfCircle(count)
    guard kept.count < people.count else { return self }
    var world = self
    let placeOfPerson = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let sources = Set(relations.map(\.category))
    var placesOfEntries: [Int: [Int: Int]] = [:]
    for (index, category) in categories.enumerated() where sources.contains(category.id) {
      let used = category.entries.indices.filter { entry in
        kept.contains { people[$0].values.contains(.entry(category: index, index: entry)) }
      }
      world.categories[index].entries = used.map { category.entries[$0] }
      placesOfEntries[index] = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    }
    world.people = kept.map { place in
      var person = people[place]
      person.values = person.values.map { value in
        switch value {
        case .person(let other): .person(placeOfPerson[other]!)
        case .entry(let category, let entry):
          .entry(category: category, index: placesOfEntries[category]![entry]!)
        }
      }
      return person
    }
    return world
  }

  /// In the order of the facts file.
  private func peopleOfCircle(_ count: Int) -> [Int] {
    var kept: Set<Int> = []
    for first in people.indices where kept.count < count {
      var waiting = [first]
      while let next = waiting.popLast() {
        guard kept.insert(next).inserted else { continue }
        for case .person(let other) in people[next].values { waiting.append(other) }
      }
    }
    return kept.sorted()
  }
}
