import Names

/// Reads the facts file: sections in brackets, one fact a line, `#` for remarks.
struct FactsReader {
  let file: String
  private var section = ""
  private var town: LocalizedText?
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
    return try reader.finish(lastLine: max(1, number))
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
      let columns = SourceLines.list(inner[inner.index(after: colon)...]).map(String.init)
      let wanted = relations.map(\.id)
      guard section == "people", Array(columns.dropFirst()) == wanted else {
        let order = wanted.joined(separator: ", ")
        throw mistake(
          number, en: "only [people: she or he, \(order)] has columns, in the order of [relations]",
          ja: "列を書けるのは [people: she or he, \(order)] だけで、順番は [relations] のとおりです")
      }
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
    if let first = categories.first(where: { $0.id == section }) {
      throw mistake(
        number, en: "the list [\(section)] began in line \(first.line) already; join the two",
        ja: "一覧 [\(section)] は\(first.line)行目にもあります。一つにまとめてください")
    }
    categories.append(World.Category(id: section, entries: [], line: number))
  }

  private mutating func take(_ line: Substring, _ number: Int) throws(WorldError) {
    guard !section.isEmpty else {
      throw mistake(
        number, en: "this line stands before any [section]; move it into one",
        ja: "どの [節] にも入っていない行です。節の中へ移してください")
    }
    guard let equals = line.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      throw mistake(
        number, en: "there is no \"=\" here; write: name = value",
        ja: "「=」がありません。「名前 = 値」の形で書いてください")
    }
    let left = SourceLines.trim(line[..<equals])
    let right = SourceLines.trim(line[line.index(after: equals)...])
    switch section {
    case "town": town = try names(right, number)
    case "relations": try takeRelation(String(left), String(right), number)
    case "people": try takePerson(left, right, number)
    case "events": events.append(try event(left, right, number, after: events))
    case "stories": stories.append(try event(left, right, number, after: stories))
    default: try takeEntry(left, right, number)
    }
  }

  private mutating func takeRelation(
    _ id: String, _ category: String, _ number: Int
  ) throws(WorldError) {
    guard SourceLines.isName(id), !["she", "her", "him", "bare", "people"].contains(id),
      SourceLines.isName(category), !relations.contains(where: { $0.id == id })
    else {
      throw mistake(
        number,
        en: "write a new relation and the list of its values in small letters, as in: pet = pet",
        ja: "まだない関係の名前と、その値の一覧を、「pet = pet」のように半角の小文字で書いてください")
    }
    guard rows.isEmpty else {
      throw mistake(
        number, en: "[relations] must stand before [people]; move it up",
        ja: "[relations] は [people] より前に書いてください")
    }
    relations.append(World.Relation(id: id, category: category, line: number))
  }

  private mutating func takePerson(
    _ left: Substring, _ right: Substring, _ number: Int
  ) throws(WorldError) {
    let both = try names(left, number)
    let cells = SourceLines.list(right)
    guard let first = cells.first, let pronoun = World.Pronoun(rawValue: String(first)) else {
      throw mistake(
        number,
        en: "the first value of \(both.en) must be \"she\" or \"he\", with a comma after it",
        ja: "\(both.ja)の最初の値は she か he にし、そのあとにコンマを書いてください")
    }
    guard cells.count == relations.count + 1 else {
      let order = relations.map(\.id).joined(separator: ", ")
      throw mistake(
        number,
        en: "\(both.en) has \(cells.count - 1) values, but there are \(relations.count) relations; "
          + "give one for each, with commas between: \(order)",
        ja: "\(both.ja)の値は\(cells.count - 1)個ですが、関係は\(relations.count)個あります。"
          + "コンマで区切って一つずつ書いてください（\(order)）")
    }
    if let other = rows.first(where: {
      $0.person.names.en == both.en || $0.person.names.ja == both.ja
    }) {
      throw mistake(
        number,
        en: "there are two people called \(both.en) or \(both.ja) (the other in line "
          + "\(other.person.line)); remove one, or give it another name",
        ja: "\(both.ja)（\(both.en)）という人が\(other.person.line)行目にもいます。"
          + "どちらかを消すか、名前を変えてください")
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
    let words = try names(right, number)
    if let other = categories[last].entries.first(where: {
      $0.id == id || $0.words.en == words.en || $0.words.ja == words.ja
    }) {
      throw mistake(
        number,
        en: "[\(section)] has \"\(id)\", or its words, twice (first in line \(other.line)); "
          + "remove one, or call it something else",
        ja: "[\(section)] に「\(id)」か同じ言葉が二つあります（一つめは\(other.line)行目）。"
          + "一つを消すか、別の言葉にしてください")
    }
    categories[last].entries.append(
      World.Entry(id: String(id), words: words, weight: weight, line: number))
  }

  private func event(
    _ left: Substring, _ right: Substring, _ number: Int, after others: [World.Event]
  ) throws(WorldError) -> World.Event {
    let (weight, id) = try weighted(left, number)
    if let other = others.first(where: { $0.id == id }) {
      throw mistake(
        number, en: "[\(section)] has \"\(id)\" twice (first in line \(other.line)); remove one",
        ja: "[\(section)] に「\(id)」が二つあります（一つめは\(other.line)行目）。一つを消してください")
    }
    var roles: [World.Role] = []
    for cell in SourceLines.list(right) {
      let words = SourceLines.words(cell)
      guard words.count == 2, !roles.contains(where: { $0.name == words[0] }) else {
        throw mistake(
          number, en: "\"\(cell)\" is no new role; write a name and a list, as in: a person",
          ja: "「\(cell)」は新しい役になりません。「a person」のように名前と一覧を書いてください")
      }
      roles.append(World.Role(name: String(words[0]), category: String(words[1])))
    }
    return World.Event(id: String(id), weight: weight, roles: roles, line: number)
  }

  /// `4 sunny` is `sunny` with weight 4; without a number the weight is 1.
  private func weighted(
    _ text: Substring, _ number: Int
  ) throws(WorldError) -> (Double, Substring) {
    let words = SourceLines.words(text)
    if words.count == 1 { return (1, words[0]) }
    guard words.count == 2, let weight = Int(words[0]), (1...1000).contains(weight) else {
      let isPerson = text.contains("/") || text.contains("／")
      throw mistake(
        number,
        en: "\"\(text)\" is no name for an entry of [\(section)]; "
          + (isPerson
            ? "people belong below [people: …]"
            : "write one word, perhaps with a weight from 1 to 1000 before it"),
        ja: "「\(text)」は [\(section)] に書く名前になりません。"
          + (isPerson ? "人は [people: …] の下に書いてください" : "一語で書き、重みがあれば前に1から1000の数を置いてください"))
    }
    return (Double(weight), words[1])
  }

  /// `the bakery / パン屋`.
  private func names(_ text: Substring, _ number: Int) throws(WorldError) -> LocalizedText {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "／" }
      .map(SourceLines.trim)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw mistake(
        number, en: "\"\(text)\" needs both languages; write: English / 日本語",
        ja: "「\(text)」には両方の言葉が要ります。「English / 日本語」と書いてください")
    }
    return LocalizedText(en: String(parts[0]), ja: String(parts[1]))
  }

  private func finish(lastLine: Int) throws(WorldError) -> World {
    guard let town, rows.count >= 2, !relations.isEmpty, !events.isEmpty, !stories.isEmpty else {
      throw mistake(
        lastLine,
        en: "the file ends, and a world needs [town], [relations], at least two [people], [events] "
          + "and [stories]; add what is missing",
        ja: "ファイルはここで終わりますが、世界には [town] [relations] [events] [stories] と、"
          + "二人以上の [people] が要ります。足りないものを書きたしてください")
    }
    var world = World(
      town: town, people: rows.map(\.person), relations: relations, categories: categories,
      events: events, stories: stories, english: Grammar(file: ""), japanese: Grammar(file: ""))
    let check = FactsCheck(world: world, file: file)
    try check.lists()
    for (index, row) in rows.enumerated() {
      for (relation, cell) in zip(relations, row.cells) {
        world.people[index].values.append(
          try check.value(String(cell), of: relation, for: row.person))
      }
    }
    return world
  }
}
