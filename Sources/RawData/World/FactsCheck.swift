import Names

/// Compares what the parts of a facts file say about each other, once all of it is read.
struct FactsCheck {
  let world: World
  let file: String

  private func mistake(_ line: Int, en: String, ja: String) -> WorldError {
    WorldError(file: file, line: line, message: LocalizedText(en: en, ja: ja))
  }

  /// Every list that is drawn from is there and holds something.
  func lists() throws(WorldError) {
    for category in world.categories where category.entries.isEmpty {
      throw mistake(
        category.line, en: "the list [\(category.id)] is empty; add a line to it",
        ja: "一覧 [\(category.id)] が空です。一行以上書いてください")
    }
    for relation in world.relations where !isList(relation.category) {
      throw mistake(
        relation.line,
        en: "the relation \(relation.id) takes its values from the list [\(relation.category)], "
          + "which is not there; add it, or correct the name",
        ja: "関係 \(relation.id) の値の一覧 [\(relation.category)] がありません。"
          + "一覧を加えるか、名前を直してください")
    }
    for event in world.events + world.stories {
      for role in event.roles where !isList(role.category) {
        throw mistake(
          event.line,
          en: "there is no list [\(role.category)] for the role \(role.name); add it, "
            + "or correct the name",
          ja: "役 \(role.name) のための一覧 [\(role.category)] がありません。"
            + "一覧を加えるか、名前を直してください")
      }
      let people = event.roles.filter { $0.category == "person" }.count
      guard people <= world.people.count else {
        throw mistake(
          event.line, en: "\(event.id) needs \(people) people; add some to [people]",
          ja: "\(event.id) には\(people)人が要ります。[people] に人を加えてください")
      }
    }
  }

  private func isList(_ name: String) -> Bool {
    name == "person" || world.category(named: name) != nil
  }

  /// What a cell in the line of a person stands for.
  func value(
    _ cell: String, of relation: World.Relation, for person: World.Person
  ) throws(WorldError) -> World.Value {
    guard let category = world.category(named: relation.category) else {
      if let other = world.people.firstIndex(where: { $0.id == cell }), cell != person.id {
        return .person(other)
      }
      throw mistake(
        person.line,
        en: "the \(relation.id) of \(person.id) is \"\(cell)\"; name somebody else from [people], "
          + "in English",
        ja: "\(person.names.ja)の \(relation.id) が「\(cell)」です。"
          + "[people] にいる別の人を英語の名前で書いてください")
    }
    let entries = world.categories[category].entries
    if let index = entries.firstIndex(where: { $0.id == cell }) {
      return .entry(category: category, index: index)
    }
    let choices = entries.map(\.id).joined(separator: ", ")
    throw mistake(
      person.line,
      en: "the \(relation.id) of \(person.id) is \"\(cell)\", which is not in "
        + "[\(relation.category)]; choose one of \(choices), or add it to the list",
      ja: "\(person.names.ja)の \(relation.id) が「\(cell)」ですが、[\(relation.category)] にありません。"
        + "\(choices) から選ぶか、一覧に加えてください")
  }
}
