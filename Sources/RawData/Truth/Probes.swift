import Names

/// The beginning of a document with the true probabilities of what comes next.
public struct TruthProbe: Codable, Sendable, Equatable {
  public struct Field: Codable, Sendable, Equatable {
    public var name: FieldName
    public var text: String
  }

  /// One way to go on. In English the next word with the space before it, or a punctuation mark; in
  /// Japanese the text up to and with the next punctuation mark or line end.
  public struct Continuation: Codable, Sendable, Equatable {
    public var text: String
    public var probability: Double
  }

  public var kind: DocumentKind
  /// The language of the field that goes on.
  public var language: Language
  /// Fields that are complete.
  public var before: [Field]
  /// The field that goes on.
  public var field: FieldName
  /// Its beginning.
  public var prefix: String
  /// All continuations, the most probable first; the probabilities add up to 1.
  public var next: [Continuation]
}

/// Chooses beginnings and works out their true continuations by following every choice of a grammar.
struct ProbeWriter {
  let world: World
  let heldOut: HeldOut

  /// Where a text can go on in more ways than this, it makes no probe.
  static let limit = 80

  func probes() -> [TruthProbe] {
    var probes: [TruthProbe] = []
    for language in Language.allCases {
      let teller = Teller(world: world, language: language, heldOut: heldOut)
      for rule in ["story", "web", "book", "news", "dialogue"] {
        probes += chain(teller, DocumentKind(rawValue: rule)!)
      }
      probes += questionProbes(teller)
      probes += parallelProbes(teller)
    }
    return probes.filter { !$0.next.isEmpty }
  }

  /// Beginnings of a kind of document along the likeliest text.
  ///
  /// Left out are the empty beginning of kinds that no token announces, since a reader can't know the
  /// kind yet, and beginnings that may be half a word ("On" in "One").
  private func chain(_ teller: Teller, _ kind: DocumentKind) -> [TruthProbe] {
    var probes: [TruthProbe] = []
    var prefix = ""
    var isPlain = kind == .story
    let steps = Habits.of(teller.language).probeSteps
    for _ in 0..<steps {
      let next = continuations(of: prefix, kind, teller)
      guard let likeliest = next.first else { break }
      if isPlain {
        probes.append(
          TruthProbe(
            kind: kind, language: teller.language, before: [],
            field: kind == .story ? .story : .text, prefix: prefix, next: next))
      }
      prefix += likeliest.text
      isPlain = !next.contains {
        $0.text.utf8.count > likeliest.text.utf8.count && $0.text.hasPrefix(likeliest.text)
      }
    }
    // What is certain teaches little; keep where there is a choice.
    return probes.filter { $0.next.count > 1 }
  }

  /// How a document of a kind goes on after its beginning.
  func continuations(
    of prefix: String, _ kind: DocumentKind, _ teller: Teller
  ) -> [TruthProbe.Continuation] {
    continuations(of: prefix, teller.language) { choices, telling in
      if kind == .story {
        let story = world.stories[choices.pick(world.stories.map(\.weight))]
        let scope = Teller.Scope(cast: Teller.Cast(story))
        teller.tell("story \(story.id)", scope, &choices, into: &telling)
      } else {
        teller.tell(kind.rawValue, Teller.Scope(), &choices, into: &telling)
      }
    }
  }

  private func questionProbes(_ teller: Teller) -> [TruthProbe] {
    let language = teller.language
    let space = QuestionSpace(world: world, language: language, heldOut: heldOut)
    var probes: [TruthProbe] = []
    let ask: (inout Choices, inout Telling) -> Void = { choices, telling in
      let facts = heldOut.askedFacts
      let fact = facts[choices.pick(below: facts.count)]
      let questions = space.phrasings("question", fact)
      let kept = heldOut.trainingPhrasings(of: fact, count: questions.count, language)
      let index = kept[choices.pick(kept.map { questions[$0].weight })]
      telling.append(questions[index].text)
    }
    for relation in world.relations.indices {
      guard let fact = heldOut.askedFacts.first(where: { $0.relation == relation }) else {
        continue
      }
      let questions = space.phrasings("question", fact)
      let training = heldOut.trainingPhrasings(of: fact, count: questions.count, language)
      let question = questions[training[0]].text
      let name = world.people[fact.person].names[language]
      if language.writing.separatesWords, let place = question.firstRange(of: name) {
        var prefixes = relation == 0 ? [""] : []
        let before = question[..<place.lowerBound]
        if before.hasSuffix(" ") { prefixes.append(String(before.dropLast())) }
        for prefix in prefixes
        where !probes.contains(where: { $0.field == .question && $0.prefix == prefix }) {
          probes.append(
            TruthProbe(
              kind: .questionAnswer, language: language, before: [], field: .question,
              prefix: prefix, next: continuations(of: prefix, language, of: ask)))
        }
      }
      let answers = space.phrasings("answer", fact)
      var prefixes = [""]
      if language.writing.separatesWords {
        let words = answers[0].text.split(separator: " ")
        prefixes += [name, words.dropLast().joined(separator: " ")]
      }
      for prefix in prefixes {
        let next = continuations(of: prefix, language) { choices, telling in
          telling.append(answers[choices.pick(answers.map(\.weight))].text)
        }
        let before = TruthProbe.Field(name: .question, text: question)
        probes.append(
          TruthProbe(
            kind: .questionAnswer, language: language, before: [before], field: .answer,
            prefix: prefix, next: next))
      }
    }
    return probes
  }

  /// A translation: the fact is given in the other language.
  private func parallelProbes(_ teller: Teller) -> [TruthProbe] {
    let language = teller.language
    let other = language.other
    let given = QuestionSpace(world: world, language: other, heldOut: heldOut)
    let space = QuestionSpace(world: world, language: language, heldOut: heldOut)
    return world.relations.indices.map { relation in
      let fact = HeldOut.Fact(person: 2 * relation % world.people.count, relation: relation)
      let ways = space.phrasings("fact", fact)
      let isPaired = given.phrasings("fact", fact).count == ways.count
      let next = continuations(of: "", language) { choices, telling in
        let way = isPaired ? 0 : choices.pick(ways.map(\.weight))
        telling.append(ways[way].text)
      }
      let before = TruthProbe.Field(
        name: other.field, text: given.phrasings("fact", fact)[0].text)
      return TruthProbe(
        kind: .parallel, language: language, before: [before],
        field: language.field, prefix: "", next: next)
    }
  }

  /// Every continuation of `prefix` among the texts that `tell` can tell, with `p(next | prefix)`;
  /// none when there are more than `limit`.
  private func continuations(
    of prefix: String, _ language: Language, of tell: (inout Choices, inout Telling) -> Void
  ) -> [TruthProbe.Continuation] {
    var weights: [String: Double] = [:]
    var path: [Int]? = []
    while let current = path {
      var choices = Choices(path: current) { telling in
        let text = telling.clean
        if text.utf8.count < prefix.utf8.count { return !prefix.utf8.starts(with: text.utf8) }
        guard text.utf8.starts(with: prefix.utf8) else { return true }
        return Self.isInsideWord(text, after: prefix, language)
          || Self.next(in: text, after: prefix, language, isWhole: false) != nil
      }
      var telling = Telling()
      tell(&choices, &telling)
      let text = telling.clean
      if text.utf8.starts(with: prefix.utf8), !Self.isInsideWord(text, after: prefix, language),
        let next = Self.next(in: text, after: prefix, language, isWhole: true)
      {
        weights[next, default: 0] += choices.probability
        if weights.count > Self.limit { return [] }
      }
      path = choices.nextPath
    }
    let order = weights.sorted { first, second in
      first.value == second.value ? first.key < second.key : first.value > second.value
    }
    let total = order.reduce(0) { $0 + $1.value }
    return order.map { TruthProbe.Continuation(text: $0.key, probability: $0.value / total) }
  }

  /// True when the prefix ends in the middle of a word, as "On" does in "One"; where nothing stands
  /// between words, nobody can tell.
  private static func isInsideWord(
    _ text: String, after prefix: String, _ language: Language
  ) -> Bool {
    guard language.writing.separatesWords, let last = prefix.unicodeScalars.last else {
      return false
    }
    let rest = text.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
    guard let first = rest.first else { return false }
    return last.properties.isAlphabetic && first.properties.isAlphabetic
  }

  /// The next word or clause after the prefix; nil when it is not certain yet where it ends.
  private static func next(
    in text: String, after prefix: String, _ language: Language, isWhole: Bool
  ) -> String? {
    let rest = text.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
    let separatesWords = language.writing.separatesWords
    var taken = String.UnicodeScalarView()
    for scalar in rest {
      let isMark = ".,?!:、。？！\n".unicodeScalars.contains(scalar)
      if !separatesWords {
        taken.append(scalar)
        if isMark { return String(taken) }
      } else {
        if isMark {
          if taken.isEmpty { return String(scalar) }
          return String(taken)
        }
        if scalar == " ", !taken.isEmpty { return String(taken) }
        taken.append(scalar)
      }
    }
    return isWhole && !taken.isEmpty ? String(taken) : nil
  }
}
