/// Follows every rule before anything is told, so that a slip is found at its line and not later.
struct GrammarCheck {
  let world: World
  let grammar: Grammar
  private var visited: Set<String> = []
  private var problem: WorldError?

  private init(world: World, grammar: Grammar) {
    self.world = world
    self.grammar = grammar
  }

  static func check(_ world: World, _ language: Language) throws(WorldError) {
    var check = GrammarCheck(world: world, grammar: world.grammar(language))
    for relation in world.relations {
      let value = relation.category == "person" ? "person" : relation.category
      for rule in ["fact", "question", "answer", "ask"] {
        check.follow("\(rule) \(relation.id)", ["p": "person", "v": value], from: 0)
      }
    }
    for event in world.events {
      check.follow("event \(event.id)", roles(event), from: 0)
      if check.grammar.rules["headline \(event.id)"] != nil {
        check.follow("headline \(event.id)", roles(event), from: 0)
      }
    }
    for story in world.stories {
      check.follow("story \(story.id)", roles(story), from: 0)
      check.follow("summary \(story.id)", roles(story), from: 0)
    }
    for rule in ["web", "book", "news", "encyclopedia", "dialogue"] {
      check.follow(rule, [:], from: 0)
    }
    for rule in ["mood", "spam", "unsuitable", "advert"] { check.follow(rule, [:], from: 0) }
    // Text in a third language stands in the English file only; both languages are given it.
    if language == .english { check.follow("wrong", [:], from: 0) }
    if let problem = check.problem { throw problem }
  }

  private static func roles(_ event: World.Event) -> [String: String] {
    Dictionary(event.roles.map { ($0.name, $0.category) }) { first, _ in first }
  }

  private mutating func fail(_ line: Int, en: String, ja: String) {
    guard problem == nil else { return }
    problem = WorldError(file: grammar.file, line: line, message: LocalizedText(en: en, ja: ja))
  }

  /// `names` maps each bound name to the list that it comes from.
  private mutating func follow(_ name: String, _ names: [String: String], from line: Int) {
    guard problem == nil else { return }
    guard let rule = grammar.rules[name] else {
      return fail(
        line, en: "there is no rule [\(name)]; write it, or correct the name",
        ja: "規則 [\(name)] がありません。書きたすか、名前を直してください")
    }
    let key = name + names.map { "\($0.key):\($0.value)" }.sorted().joined(separator: ",")
    guard visited.insert(key).inserted else { return }
    guard visited.count < 5000 else {
      return fail(
        line, en: "the rules around [\(name)] never end; let one of them stop",
        ja: "[\(name)] のあたりの規則が終わりません。どこかで止まるようにしてください")
    }
    for phrasing in rule.phrasings { follow(phrasing, names) }
  }

  private mutating func follow(_ phrasing: Grammar.Phrasing, _ names: [String: String]) {
    var names = names
    var hasEvent = false
    var hasFact = false
    for part in phrasing.parts {
      switch part {
      case .literal, .paragraph, .post, .item, .personal: break
      case .draw(let name, let category, _):
        if category != "person", world.category(named: category) == nil {
          fail(
            phrasing.line, en: "{:\(category)} draws from a list that facts.txt does not have",
            ja: "{:\(category)} の一覧が facts.txt にありません")
        }
        if let name { names[name] = category }
      case .reference(let words, let path, _):
        if words.count == 1, let category = names[words[0]] {
          follow(path, of: category, phrasing.line)
        } else if !path.isEmpty {
          unknown(words[0], phrasing.line)
        } else {
          switch words[0] {
          case "fact" where words.count <= 2:
            if words.count == 2 { person(words[1], names, phrasing.line) }
          case "event" where words.count == 1: break
          case "headline" where words.count == 1:
            hasEvent = true
            names = newsRoles
          case "report" where words.count == 1:
            if !hasEvent { missing("report", "headline", phrasing.line) }
          case "ask" where words.count == 1:
            hasFact = true
            names["p"] = "person"
          case "reply" where words.count == 1:
            if !hasFact { missing("reply", "ask", phrasing.line) }
          case _ where words.count == 3:
            person(words[2], names, phrasing.line)
            if let relation = world.relations.first(where: { $0.id == words[1] }) {
              let scope = ["p": "person", "v": relation.category]
              follow("\(words[0]) \(relation.id)", scope, from: phrasing.line)
            } else {
              unknown(words[1], phrasing.line)
            }
          default: follow(words.joined(separator: " "), names, from: phrasing.line)
          }
        }
      }
    }
  }

  /// The roles that every event with a headline has.
  private var newsRoles: [String: String] {
    let news = world.events.filter { grammar.rules["headline \($0.id)"] != nil }
    guard var common = news.first.map(Self.roles) else { return [:] }
    for event in news { common = common.filter { Self.roles(event)[$0.key] == $0.value } }
    return common
  }

  private mutating func follow(_ path: [String], of category: String, _ line: Int) {
    var category = category
    for step in path {
      if category == "person" {
        if let relation = world.relations.first(where: { $0.id == step }) {
          category = relation.category
        } else if !["she", "him", "her"].contains(step) {
          fail(
            line, en: "a person has no \".\(step)\"; use a relation, or she, him, her",
            ja: "人に「.\(step)」はありません。関係の名前か she him her を使ってください")
        }
      } else if !["bare", "people"].contains(step) {
        fail(
          line, en: "\".\(step)\" does not fit here; use .bare or .people",
          ja: "ここに「.\(step)」は使えません。.bare か .people を使ってください")
      }
    }
  }

  private mutating func person(_ name: String, _ names: [String: String], _ line: Int) {
    if names[name] != "person" { unknown(name, line) }
  }

  private mutating func unknown(_ name: String, _ line: Int) {
    fail(
      line, en: "nothing here is called \"\(name)\"; bind it first, as in {\(name):person}",
      ja: "「\(name)」という名前がまだありません。先に {\(name):person} のように決めてください")
  }

  private mutating func missing(_ later: String, _ earlier: String, _ line: Int) {
    fail(
      line, en: "{\(later)} needs {\(earlier)} before it in the same line",
      ja: "{\(later)} の前に、同じ行の中で {\(earlier)} が要ります")
  }
}
