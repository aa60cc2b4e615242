import Names

/// Tells the world in one language: expands rules, draws names, looks up facts.
struct Teller {
  let world: World
  let language: Language
  let heldOut: HeldOut
  let grammar: Grammar
  /// Deals the facts to tell, so that each gets its turn; without it every draw is independent.
  let deck: FactDeck?

  init(world: World, language: Language, heldOut: HeldOut, deck: FactDeck? = nil) {
    self.world = world
    self.language = language
    self.heldOut = heldOut
    self.deck = deck
    grammar = world.grammar(language)
  }

  /// The names that a rule may use, and the fact or event that is being talked about.
  struct Scope {
    var names: [String: World.Value] = [:]
    var relation: Int?
    var cast: Cast?

    init(_ names: [String: World.Value] = [:], cast: Cast? = nil) {
      self.names = names
      self.cast = cast
    }
  }

  /// The roles of an event, each drawn when it is first named, so that what is never said costs
  /// no probability.
  final class Cast {
    let event: World.Event
    fileprivate(set) var taken: [String: World.Value] = [:]

    init(_ event: World.Event) { self.event = event }
  }

  /// Expands a rule at the end of `telling`.
  func tell(
    _ rule: String, _ scope: Scope, _ choices: inout Choices, into telling: inout Telling
  ) {
    guard let rule = grammar.rules[rule] else {
      preconditionFailure("\(grammar.file) has no rule [\(rule)]; its check should have said so")
    }
    let choice = rule.phrasings.count == 1 ? 0 : choices.pick(rule.weights)
    tell(rule.phrasings[choice], scope, &choices, into: &telling)
  }

  func tell(
    _ phrasing: Grammar.Phrasing, _ scope: Scope, _ choices: inout Choices,
    into telling: inout Telling
  ) {
    var scope = scope
    for part in phrasing.parts {
      if choices.isFinished(telling) { return }
      switch part {
      case .literal(let text): telling.append(text)
      case .paragraph: telling.beginParagraph()
      case .post: telling.beginPost()
      case .item: telling.beginItem()
      case .personal(let data): telling.append(data)
      case .lookalike(let kind, let rule):
        telling.append(kind, lookalike: sentence(rule, scope, &choices))
      case .draw(let name, let category, let capital):
        let value = draw(category, excluding: scope, &choices)
        if let name { scope.names[name] = value }
        telling.append(cased(world.words(value, language), capital))
      case .reference(let words, let path, let capital):
        if words.count == 1, let value = find(words[0], scope, &choices) {
          telling.append(cased(text(of: value, path: path), capital))
        } else {
          call(words, &scope, &choices, into: &telling)
        }
      }
    }
  }

  /// The text of one rule without paragraphs, for sentences.
  func sentence(_ rule: String, _ scope: Scope, _ choices: inout Choices) -> String {
    var telling = Telling()
    tell(rule, scope, &choices, into: &telling)
    return telling.clean
  }

  func draw(_ category: String, excluding scope: Scope, _ choices: inout Choices) -> World.Value {
    if category == "person" {
      let free = world.people.indices.filter { index in
        !scope.names.values.contains(.person(index))
          && scope.cast?.taken.values.contains(.person(index)) != true
      }
      return .person(free[choices.pick(below: free.count)])
    }
    let index = world.category(named: category)!
    let entries = world.categories[index].entries
    return .entry(category: index, index: choices.pick(entries.map(\.weight)))
  }

  /// What a name stands for; a role that nobody plays yet is cast now.
  private func find(
    _ name: String, _ scope: Scope, _ choices: inout Choices
  ) -> World.Value? {
    if let value = scope.names[name] ?? scope.cast?.taken[name] { return value }
    guard let cast = scope.cast, let role = cast.event.roles.first(where: { $0.name == name })
    else { return nil }
    let value = draw(role.category, excluding: scope, &choices)
    cast.taken[name] = value
    return value
  }

  /// Rules that are built in because they draw from the facts; any other word is a rule of the file.
  ///
  /// Words that end in `in news` call the rule of that register, where it has one.
  private func call(
    _ words: [String], _ scope: inout Scope, _ choices: inout Choices, into telling: inout Telling
  ) {
    let (words, register) = Grammar.register(of: words)
    func name(_ rule: String) -> String { grammar.name(of: rule, in: register) }
    switch words[0] {
    case "town" where words.count == 1: telling.append(world.town[language])
    case "fact" where words.count <= 2:
      if words.count == 2 {
        let person = find(words[1], scope, &choices)!
        let relation = choices.pick(below: world.relations.count)
        tellFact("fact", relation, person, register, &choices, into: &telling)
      } else {
        let fact = anyFact(&choices)
        tellFact(
          "fact", fact.relation, .person(fact.person), register, &choices, into: &telling)
      }
    case "event":
      let event = world.events[choices.pick(world.events.map(\.weight))]
      tell(name("event \(event.id)"), Scope(cast: Cast(event)), &choices, into: &telling)
    case "headline":
      let news = world.events.filter { grammar.rules["headline \($0.id)"] != nil }
      let event = news[choices.pick(news.map(\.weight))]
      scope = Scope(cast: Cast(event))
      tell("headline \(event.id)", scope, &choices, into: &telling)
    case "report":
      tell(name("event \(scope.cast!.event.id)"), scope, &choices, into: &telling)
    case "ask":
      let fact = askedFact(&choices)
      scope.relation = fact.relation
      scope.names["p"] = .person(fact.person)
      scope.names["v"] = world.value(of: fact.relation, for: fact.person)
      tell(name("ask \(world.relations[fact.relation].id)"), scope, &choices, into: &telling)
    case "reply":
      tell(name("answer \(world.relations[scope.relation!].id)"), scope, &choices, into: &telling)
    case _ where words.count == 3:
      let relation = world.relations.firstIndex { $0.id == words[1] }!
      let person = find(words[2], scope, &choices)!
      tellFact(words[0], relation, person, register, &choices, into: &telling)
    default:
      tell(name(words.joined(separator: " ")), scope, &choices, into: &telling)
    }
  }

  /// Any fact about anyone, all equally likely.
  func anyFact(_ choices: inout Choices) -> HeldOut.Fact {
    if let deck {
      choices.count(deck.facts.count)
      return deck.deal()
    }
    let index = choices.pick(below: world.people.count * world.relations.count)
    return HeldOut.Fact(
      person: index / world.relations.count, relation: index % world.relations.count)
  }

  /// A fact that training may ask about.
  private func askedFact(_ choices: inout Choices) -> HeldOut.Fact {
    if let deck {
      choices.count(heldOut.askedFacts.count)
      return deck.deal(where: { !heldOut.combinations.contains($0) })
    }
    return heldOut.askedFacts[choices.pick(below: heldOut.askedFacts.count)]
  }

  private func tellFact(
    _ rule: String, _ relation: Int, _ person: World.Value, _ register: String?,
    _ choices: inout Choices, into telling: inout Telling
  ) {
    guard case .person(let index) = person else {
      preconditionFailure("[\(rule)] speaks of a person; its check should have said so")
    }
    let scope = Scope(["p": person, "v": world.value(of: relation, for: index)])
    let name = grammar.name(of: "\(rule) \(world.relations[relation].id)", in: register)
    tell(name, scope, &choices, into: &telling)
  }

  private func cased(_ text: String, _ capital: Bool) -> String {
    guard capital, let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private func text(of value: World.Value, path: [String]) -> String {
    var value = value
    for step in path {
      if let relation = world.relations.firstIndex(where: { $0.id == step }),
        case .person(let index) = value
      {
        value = world.value(of: relation, for: index)
        continue
      }
      let words = world.words(value, language)
      if step == "bare" {
        for article in ["a ", "an ", "the "] where words.hasPrefix(article) {
          return String(words.dropFirst(article.count))
        }
        return words
      }
      if step == "people" {
        let names = world.people(with: value).map { world.people[$0].names[language] }
        guard names.count > 1 else { return names.first ?? "" }
        let writing = language.writing
        return names.dropLast().joined(separator: writing.nameGap) + writing.lastNameGap
          + names.last!
      }
      guard case .person(let index) = value else { return words }
      let isShe = world.people[index].pronoun == .she
      switch step {
      case "she": return isShe ? "she" : "he"
      case "him": return isShe ? "her" : "him"
      default: return isShe ? "her" : "his"
      }
    }
    return world.words(value, language)
  }
}
