/// Reads the facts file: sections in brackets, one fact a line, `#` for remarks.
struct FactsReader {
  let file: String
  private var section = ""
  private var columns: [String] = []
  private var town = LocalizedText(en: "", ja: "")
  private var relations: [World.Relation] = []
  private var categories: [World.Category] = []
  private var events: [World.Event] = []
  private var stories: [World.Event] = []
  private var rows: [(person: World.Person, cells: [Substring])] = []

  init(file: String) { self.file = file }

  /// The facts of a world, with empty grammars.
  static func read(_ text: String, file: String) throws(WorldError) -> World {
    var reader = FactsReader(file: file)
    var number = 0
    for line in SourceLines.split(text) {
      number += 1
      let trimmed = SourceLines.trim(line)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if trimmed.hasPrefix("[") {
        try reader.open(trimmed, number)
      } else {
        try reader.take(trimmed, number)
      }
    }
    return try reader.finish()
  }

  private func mistake(_ line: Int, en: String, ja: String) -> WorldError {
    WorldError(file: file, line: line, message: LocalizedText(en: en, ja: ja))
  }

  private mutating func open(_ line: Substring, _ number: Int) throws(WorldError) {
    guard line.hasSuffix("]") else {
      throw mistake(
        number, en: "the section name is not closed; end the line with ]",
        ja: "節の名前が閉じていません。行の最後に ] を書いてください")
    }
    let inner = line.dropFirst().dropLast()
    if let colon = inner.firstIndex(of: ":") {
      section = String(SourceLines.trim(inner[..<colon]))
      columns = SourceLines.list(inner[inner.index(after: colon)...]).map(String.init)
    } else {
      section = String(SourceLines.trim(inner))
    }
    let known = ["town", "relations", "people", "events", "stories"]
    if known.contains(section) { return }
    guard SourceLines.isName(section), section != "person" else {
      throw mistake(
        number, en: "\"\(section)\" cannot name a list; use small Latin letters only",
        ja: "「\(section)」は一覧の名前に使えません。半角の小文字だけで書いてください")
    }
    if categories.contains(where: { $0.id == section }) {
      throw mistake(
        number, en: "the list [\(section)] appears twice; join the two",
        ja: "一覧 [\(section)] が二度出てきます。一つにまとめてください")
    }
    categories.append(World.Category(id: section, entries: []))
  }

  private mutating func take(_ line: Substring, _ number: Int) throws(WorldError) {
    guard !section.isEmpty else {
      throw mistake(
        number, en: "this line stands before any [section]; move it into one",
        ja: "どの [節] にも入っていない行です。節の中へ移してください")
    }
    guard let equals = line.firstIndex(of: "=") else {
      throw mistake(
        number, en: "there is no \"=\" here; write: name = value",
        ja: "「=」がありません。「名前 = 値」の形で書いてください")
    }
    let left = SourceLines.trim(line[..<equals])
    let right = SourceLines.trim(line[line.index(after: equals)...])
    switch section {
    case "town": town = try names(right, number)
    case "relations": relations.append(World.Relation(id: String(left), category: String(right)))
    case "people": try takePerson(left, right, number)
    case "events": events.append(try event(left, right, number))
    case "stories": stories.append(try event(left, right, number))
    default: try takeEntry(left, right, number)
    }
  }

  private mutating func takePerson(
    _ left: Substring, _ right: Substring, _ number: Int
  ) throws(WorldError) {
    let both = try names(left, number)
    let cells = SourceLines.list(right)
    guard let first = cells.first, let pronoun = World.Pronoun(rawValue: String(first)) else {
      throw mistake(
        number, en: "the first value of \(both.en) must be \"she\" or \"he\"",
        ja: "\(both.ja)の最初の値は she か he にしてください")
    }
    guard cells.count == relations.count + 1 else {
      throw mistake(
        number,
        en: "\(both.en) has \(cells.count - 1) values, but there are \(relations.count) relations; "
          + "give one for each, with commas between",
        ja: "\(both.ja)の値は\(cells.count - 1)個ですが、関係は\(relations.count)個あります。"
          + "コンマで区切って一つずつ書いてください")
    }
    if rows.contains(where: { $0.person.names.en == both.en || $0.person.names.ja == both.ja }) {
      throw mistake(
        number, en: "there are two people called \(both.en); give one of them another name",
        ja: "\(both.ja)という人が二人います。どちらかの名前を変えてください")
    }
    let person = World.Person(
      id: both.en, names: both, pronoun: pronoun, values: [], line: number)
    rows.append((person, Array(cells.dropFirst())))
  }

  private mutating func takeEntry(
    _ left: Substring, _ right: Substring, _ number: Int
  ) throws(WorldError) {
    let (weight, id) = try weighted(left, number)
    let last = categories.count - 1
    if categories[last].entries.contains(where: { $0.id == id }) {
      throw mistake(
        number, en: "\"\(id)\" is in [\(section)] twice; remove one",
        ja: "[\(section)] に「\(id)」が二つあります。一つを消してください")
    }
    let entry = World.Entry(id: String(id), words: try names(right, number), weight: weight)
    categories[last].entries.append(entry)
  }

  private func event(
    _ left: Substring, _ right: Substring, _ number: Int
  ) throws(WorldError) -> World.Event {
    let (weight, id) = try weighted(left, number)
    var roles: [World.Role] = []
    for cell in SourceLines.list(right) {
      let words = cell.split(separator: " ")
      guard words.count == 2 else {
        throw mistake(
          number, en: "\"\(cell)\" is no role; write a name and a list, as in: a person",
          ja: "「\(cell)」は役になりません。「a person」のように名前と一覧を書いてください")
      }
      roles.append(World.Role(name: String(words[0]), category: String(words[1])))
    }
    return World.Event(id: String(id), weight: weight, roles: roles, line: number)
  }

  /// `4 sunny` is `sunny` with weight 4; without a number the weight is 1.
  private func weighted(
    _ text: Substring, _ number: Int
  ) throws(WorldError) -> (Double, Substring) {
    let words = text.split(separator: " ")
    if words.count == 1 { return (1, words[0]) }
    guard words.count == 2, let weight = Int(words[0]), (1...1000).contains(weight) else {
      throw mistake(
        number, en: "\"\(text)\" is no name; write one word, perhaps with a weight before it",
        ja: "「\(text)」は名前になりません。一語で書き、重みがあれば前に数を置いてください")
    }
    return (Double(weight), words[1])
  }

  /// `the bakery / パン屋`.
  private func names(_ text: Substring, _ number: Int) throws(WorldError) -> LocalizedText {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map(SourceLines.trim)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw mistake(
        number, en: "\"\(text)\" needs both languages; write: English / 日本語",
        ja: "「\(text)」には両方の言葉が要ります。「English / 日本語」と書いてください")
    }
    return LocalizedText(en: String(parts[0]), ja: String(parts[1]))
  }

  private func finish() throws(WorldError) -> World {
    guard rows.count >= 2, !relations.isEmpty else {
      throw mistake(
        0, en: "a world needs [relations] and at least two [people]; add them",
        ja: "世界には [relations] と、二人以上の [people] が要ります。書きたしてください")
    }
    for relation in relations where relation.category != "person" {
      guard categories.contains(where: { $0.id == relation.category }) else {
        throw mistake(
          0, en: "relation \(relation.id) needs the list [\(relation.category)]; add it",
          ja: "関係 \(relation.id) のための一覧 [\(relation.category)] がありません。加えてください")
      }
    }
    for category in categories where category.entries.isEmpty {
      throw mistake(
        0, en: "the list [\(category.id)] is empty; add a line to it",
        ja: "一覧 [\(category.id)] が空です。一行以上書いてください")
    }
    for event in events + stories {
      for role in event.roles
      where role.category != "person" && !categories.contains(where: { $0.id == role.category }) {
        throw mistake(
          event.line, en: "there is no list [\(role.category)] for the role \(role.name)",
          ja: "役 \(role.name) のための一覧 [\(role.category)] がありません")
      }
    }
    var people: [World.Person] = []
    for (person, cells) in rows {
      var person = person
      for (relation, cell) in zip(relations, cells) {
        person.values.append(try value(String(cell), relation, of: person))
      }
      people.append(person)
    }
    return World(
      town: town, people: people, relations: relations, categories: categories, events: events,
      stories: stories, english: Grammar(file: ""), japanese: Grammar(file: ""))
  }

  private func value(
    _ cell: String, _ relation: World.Relation, of person: World.Person
  ) throws(WorldError) -> World.Value {
    if relation.category == "person" {
      if let other = rows.firstIndex(where: { $0.person.id == cell }), cell != person.id {
        return .person(other)
      }
      throw mistake(
        person.line,
        en: "the \(relation.id) of \(person.id) is \"\(cell)\"; name somebody else from [people]",
        ja: "\(person.names.ja)の \(relation.id) が「\(cell)」です。[people] にいる別の人を書いてください")
    }
    let category = categories.firstIndex { $0.id == relation.category }!
    if let index = categories[category].entries.firstIndex(where: { $0.id == cell }) {
      return .entry(category: category, index: index)
    }
    let choices = categories[category].entries.map(\.id).joined(separator: ", ")
    throw mistake(
      person.line,
      en: "the \(relation.id) of \(person.id) is \"\(cell)\", which is not in "
        + "[\(relation.category)]; choose one of \(choices), or add it to the list",
      ja: "\(person.names.ja)の \(relation.id) が「\(cell)」ですが、[\(relation.category)] にありません。"
        + "\(choices) から選ぶか、一覧に加えてください")
  }
}
