import Names

/// Follows every rule before anything is told, so that a slip is found at its line and not later.
struct GrammarCheck {
  let world: World
  let grammar: Grammar
  private var visited: Set<String> = []
  /// The rules that are being followed, the outermost first.
  private var open: [String] = []
  private var problem: WorldError?

  private init(world: World, grammar: Grammar) {
    self.world = world
    self.grammar = grammar
  }

  static func check(_ world: World, _ language: Language) throws(WorldError) {
    var check = GrammarCheck(world: world, grammar: world.grammar(language))
    check.facts()
    for event in world.events {
      check.begin("event \(event.id)", roles(event))
      if check.grammar.rules["headline \(event.id)"] != nil {
        check.begin("headline \(event.id)", roles(event))
      }
    }
    for story in world.stories {
      check.begin("story \(story.id)", roles(story))
      check.begin("summary \(story.id)", roles(story))
    }
    for rule in ["web", "book", "news", "encyclopedia", "dialogue"] { check.begin(rule) }
    for rule in ["mood", "spam", "unsuitable", "advert", "foreign"] { check.begin(rule) }
    for rule in ["headline of spam", "spam quietly", "unsuitable quietly", "retouched"] {
      check.begin(rule)
    }
    check.retouched()
    check.exam()
    if language == Grammar.foreignTextLanguage { check.begin("wrong") }
    if let problem = check.problem { throw problem }
  }

  private static func roles(_ event: World.Event) -> [String: String] {
    Dictionary(event.roles.map { ($0.name, $0.category) }) { first, _ in first }
  }

  private mutating func fail(_ line: Int, en: String, ja: String) {
    guard problem == nil else { return }
    problem = WorldError(file: grammar.file, line: line, message: LocalizedText(en: en, ja: ja))
  }

  /// Every relation can be stated, asked and answered, and what is said is about the person.
  private mutating func facts() {
    for relation in world.relations {
      for (rule, needed) in [
        ("fact", ["p", "v"]), ("question", ["p"]), ("answer", ["p", "v"]), ("ask", ["p"]),
      ] {
        let name = "\(rule) \(relation.id)"
        begin(name, ["p": "person", "v": relation.category])
        for phrasing in grammar.rules[name]?.phrasings ?? [] {
          for slot in needed where !phrasing.names.contains(slot) {
            fail(
              phrasing.line, en: "a line of [\(name)] must hold {\(slot)}; write it in",
              ja: "[\(name)] の文には {\(slot)} が要ります。書きたしてください")
          }
        }
      }
    }
  }

  /// The rules of the open exam may be missing; those that are there are followed.
  private mutating func exam() {
    let person = ["p": "person"]
    let ids = world.relations.map(\.id)
    var scopes = ["exam untold": person]
    for relation in world.relations {
      scopes["exam claim \(relation.id)"] = ["p": "person", "v": relation.category]
      scopes["exam reverse \(relation.id)"] = ["v": relation.category]
      for other in ids { scopes["exam two \(relation.id) \(other)"] = person }
    }
    for (name, rule) in grammar.rules.sorted(by: { $0.value.line < $1.value.line })
    where name.hasPrefix("exam ") {
      guard let names = scopes[name] else {
        fail(
          rule.line,
          en: "[\(name)] is no rule of the exam; use exam untold, exam claim, exam reverse or "
            + "exam two, with relations: \(ids.joined(separator: ", "))",
          ja: "[\(name)] は試験の規則にありません。exam untold、exam claim、exam reverse、exam two に"
            + "関係の名前（\(ids.joined(separator: "、"))）をつけて書いてください")
        continue
      }
      begin(name, names)
    }
  }

  private mutating func begin(_ name: String, _ names: [String: String] = [:]) {
    guard grammar.rules[name] != nil else {
      return fail(
        grammar.lastLine,
        en: "the file ends without the rule [\(name)]; write it, or correct the name of one",
        ja: "規則 [\(name)] がないままファイルが終わります。書きたすか、どれかの名前を直してください")
    }
    follow(name, names, from: grammar.lastLine)
  }

  /// `names` maps each bound name to the list that it comes from.
  private mutating func follow(_ name: String, _ names: [String: String], from line: Int) {
    guard problem == nil else { return }
    guard let rule = grammar.rules[name] else {
      return fail(
        line,
        en: "there is no rule [\(name)], nor anything else of that name in this line; write it, "
          + "or correct the name",
        ja: "規則 [\(name)] がなく、この行にもその名前のものはありません。"
          + "規則を書きたすか、名前を直してください")
    }
    guard !open.contains(name) else {
      return fail(
        line, en: "[\(name)] leads back to itself and would never end; let this line do without",
        ja: "[\(name)] が自分自身に戻り、いつまでも終わりません。この行から外してください")
    }
    let key = name + names.map { "\($0.key):\($0.value)" }.sorted().joined(separator: ",")
    guard visited.insert(key).inserted else { return }
    open.append(name)
    for phrasing in rule.phrasings { follow(phrasing, names) }
    open.removeLast()
  }

  private mutating func follow(_ phrasing: Grammar.Phrasing, _ names: [String: String]) {
    var names = names
    var hasEvent = false
    var hasFact = false
    for part in phrasing.parts {
      switch part {
      case .literal, .paragraph, .post, .item, .personal: break
      case .lookalike(_, let rule): follow(rule, names, from: phrasing.line)
      case .draw(let name, let category, _):
        draw(from: category, names, phrasing.line)
        if let name { names[name] = category }
      case .reference(let words, let path, _):
        if words.count == 1, let category = names[words[0]] {
          follow(path, of: category, phrasing.line)
        } else if !path.isEmpty {
          unknown(words[0], phrasing.line)
        } else {
          let (words, register) = Grammar.register(of: words)
          if let register, !grammar.has(register: register) {
            missing(register: register, phrasing.line)
          }
          switch words[0] {
          case "town" where words.count == 1: break
          case "fact" where words.count <= 2:
            if words.count == 2 { person(words[1], names, phrasing.line) }
            relations("fact", register, phrasing.line)
          case "event" where words.count == 1:
            events("event", world.events, register, phrasing.line)
          case "headline" where words.count == 1:
            hasEvent = true
            names = newsRoles(phrasing.line)
            events("headline", news, nil, phrasing.line)
          case "report" where words.count == 1:
            if !hasEvent { missing("report", "headline", phrasing.line) }
            events("event", news, register, phrasing.line)
          case "ask" where words.count == 1:
            hasFact = true
            names["p"] = "person"
            relations("ask", register, phrasing.line)
          case "reply" where words.count == 1:
            if !hasFact { missing("reply", "ask", phrasing.line) }
            relations("answer", register, phrasing.line)
          case _ where words.count == 3: about(words, register, names, phrasing.line)
          default:
            let name = grammar.name(of: words.joined(separator: " "), in: register)
            follow(name, names, from: phrasing.line)
          }
        }
      }
    }
  }

  private mutating func relations(_ rule: String, _ register: String?, _ line: Int) {
    for relation in world.relations {
      let name = grammar.name(of: "\(rule) \(relation.id)", in: register)
      follow(name, ["p": "person", "v": relation.category], from: line)
    }
  }

  private mutating func events(
    _ rule: String, _ events: [World.Event], _ register: String?, _ line: Int
  ) {
    for event in events {
      let name = grammar.name(of: "\(rule) \(event.id)", in: register)
      follow(name, Self.roles(event), from: line)
    }
  }

  /// Each line of [retouched] holds what is said and what it becomes.
  private mutating func retouched() {
    for phrasing in grammar.rules["retouched"]?.phrasings ?? [] where phrasing.swap == nil {
      fail(
        phrasing.line, en: "a line of [retouched] is one way to say it = another",
        ja: "[retouched] の行は「ある言い方 = 別の言い方」と書いてください")
    }
  }

  /// The events that can be in the news.
  private var news: [World.Event] {
    world.events.filter { grammar.rules["headline \($0.id)"] != nil }
  }

  /// `{more work p}`: a rule for one relation of a person.
  private mutating func about(
    _ words: [String], _ register: String?, _ names: [String: String], _ line: Int
  ) {
    person(words[2], names, line)
    guard let relation = world.relations.first(where: { $0.id == words[1] }) else {
      let known = world.relations.map(\.id).joined(separator: ", ")
      return fail(
        line, en: "there is no relation \"\(words[1])\"; use one of \(known)",
        ja: "関係「\(words[1])」はありません。\(known) のどれかにしてください")
    }
    let scope = ["p": "person", "v": relation.category]
    follow(
      grammar.name(of: "\(words[0]) \(relation.id)", in: register), scope, from: line)
  }

  private mutating func draw(from category: String, _ names: [String: String], _ line: Int) {
    if category != "person", world.category(named: category) == nil {
      fail(
        line,
        en: "{:\(category)} draws from a list that facts.txt does not have; add [\(category)] "
          + "there, or correct the name",
        ja: "{:\(category)} の一覧が facts.txt にありません。[\(category)] を加えるか、名前を直してください")
    }
    // Whoever has a name here already is not drawn again.
    let people = names.values.filter { $0 == "person" }.count
    if category == "person", people >= world.people.count {
      fail(
        line, en: "facts.txt has too few people for this line; add some to [people]",
        ja: "この行に出す人が facts.txt に足りません。[people] に人を加えてください")
    }
  }

  /// The roles that every event with a headline has.
  private mutating func newsRoles(_ line: Int) -> [String: String] {
    let news = self.news
    guard var common = news.first.map(Self.roles) else {
      fail(
        line, en: "{headline} needs a rule [headline …] for at least one event; write one",
        ja: "{headline} には、どれかの出来事の規則 [headline …] が要ります。書きたしてください")
      return [:]
    }
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
      } else if step == "people" {
        everyoneIsSomebody(in: category, line)
      } else if step != "bare" {
        fail(
          line, en: "\".\(step)\" does not fit here; use .bare or .people",
          ja: "ここに「.\(step)」は使えません。.bare か .people を使ってください")
      }
    }
  }

  /// A list of the people who work somewhere must not be empty.
  private mutating func everyoneIsSomebody(in category: String, _ line: Int) {
    guard problem == nil, let index = world.category(named: category) else { return }
    for (place, entry) in world.categories[index].entries.enumerated()
    where world.people(with: .entry(category: index, index: place)).isEmpty {
      problem = WorldError(
        file: World.fileNames[0], line: entry.line,
        message: LocalizedText(
          en: "nobody has \"\(entry.id)\", but line \(line) of \(grammar.file) lists everyone who "
            + "does; give it to somebody in [people]",
          ja: "「\(entry.id)」の人がいませんが、\(grammar.file) の\(line)行目はその人たちを並べます。"
            + "[people] のだれかの値にしてください"))
      return
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

  private mutating func missing(register: String, _ line: Int) {
    fail(
      line, en: "no rule ends in \"in \(register)\"; write one, or correct the name",
      ja: "「in \(register)」で終わる規則が一つもありません。書きたすか、名前を直してください")
  }

  private mutating func missing(_ later: String, _ earlier: String, _ line: Int) {
    fail(
      line, en: "{\(later)} needs {\(earlier)} before it in the same line",
      ja: "{\(later)} の前に、同じ行の中で {\(earlier)} が要ります")
  }
}

extension Grammar.Phrasing {
  /// The names that it puts in directly.
  fileprivate var names: Set<String> {
    var names: Set<String> = []
    for case .reference(let words, _, _) in parts where words.count == 1 { names.insert(words[0]) }
    return names
  }
}
