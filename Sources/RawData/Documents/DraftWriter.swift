import Names
import Numerics

/// Draws the documents of a corpus from the world, without noise.
struct DraftWriter {
  let world: World
  let heldOut: HeldOut
  let seed: UInt64
  let targetBytes: Int

  /// The share of each kind in the clean bytes, and the most files that it may take a language.
  static let shares: [(kind: DocumentKind, share: Double, limit: Int)] = [
    (.webPage, 0.07, 50), (.bookChapter, 0.06, 24), (.encyclopedia, 0.06, 70),
    (.questionAnswer, 0.22, .max), (.parallel, 0.15, .max), (.dialogue, 0.14, .max),
    (.news, 0.19, .max), (.story, 0.11, .max),
  ]

  /// Which of `shares` are drawn at the same time: first what few files hold, then what is said in
  /// only so many ways, then what can go on as long as one wants.
  private static let rounds = [0..<3, 3..<5, 5..<8]

  /// All drafts, by kind, then by language, in the order in which they were drawn.
  ///
  /// No two have the same fields, and no two of the kinds that are searched for near duplicates
  /// resemble each other by more than 0.6. What the kinds of one round leave over goes to those of
  /// the next.
  /// - Parameter pool: threads that draw; what they draw does not depend on their number.
  func write(pool: WorkerPool) -> [Draft] {
    var drafts: [Draft] = []
    var remaining = Double(targetBytes)
    var shareLeft = 1.0
    for round in Self.rounds {
      let goals = round.map { remaining * Self.shares[$0].share / shareLeft }
      let made = draw(round, goals: goals, pool: pool)
      remaining = max(0, remaining - Double(made.reduce(0) { $0 + $1.cleanByteCount }))
      shareLeft -= round.reduce(0) { $0 + Self.shares[$1].share }
      drafts += made
    }
    addKindSurprisal(&drafts)
    return drafts
  }

  /// The kinds of a round, each in every language.
  private func draw(_ round: Range<Int>, goals: [Double], pool: WorkerPool) -> [Draft] {
    let languages = Language.allCases
    var made = [[Draft]](repeating: [], count: round.count * languages.count)
    made.withUnsafeMutableBufferPointer { made in
      pool.run(made.count) { task in
        let (turn, language) = (task / languages.count, languages[task % languages.count])
        let place = round.lowerBound + turn
        let entry = Self.shares[place]
        var random = RandomGenerator(
          seed: seed, stream: UInt64(place * languages.count + language.place + 16))
        // Japanese takes more bytes to say the same, so each language gets about as many documents.
        let part = entry.kind == .parallel ? 0.5 : Habits.of(language).byteShare
        let bytes = Int(goals[turn] * part)
        made[task] =
          entry.kind == .questionAnswer
          ? questions(language, bytes: bytes, &random)
          : draw(entry.kind, language, bytes: bytes, limit: entry.limit, &random)
      }
    }
    return made.flatMap(\.self)
  }

  private func draw(
    _ kind: DocumentKind, _ language: Language, bytes: Int, limit: Int,
    _ random: inout RandomGenerator
  ) -> [Draft] {
    let deck = FactDeck(world: world, random: random)
    let teller = Teller(world: world, language: language, heldOut: heldOut, deck: deck)
    let other = Teller(world: world, language: language.other, heldOut: heldOut)
    var drafts: [Draft] = []
    var seen: Set<String> = []
    var index = ShingleIndex()
    var size = 0
    var failures = 0
    let corrector = Corrector(world: world, heldOut: heldOut, kind: kind, language: language)
    /// Corrections that wait for some other documents to come between.
    var waiting: [(draft: Draft, due: Int)] = []
    while size < bytes, drafts.count < limit, failures < 200 {
      var choices = Choices(random: random)
      let parts: [Draft.Part]
      switch kind {
      case .story: parts = story(teller, &choices)
      case .parallel: parts = parallel(teller, other, &choices)
      default:
        var telling = Telling()
        teller.tell(kind.rawValue, Teller.Scope(), &choices, into: &telling)
        parts = [Draft.Part(name: .text, language: language, telling: telling)]
      }
      random = choices.generator!
      let draft = Draft(
        kind: kind, language: language, parts: parts, surprisal: choices.surprisal)
      let isNew: Bool
      if kind == .parallel {
        isNew = seen.insert(draft.identity).inserted
      } else {
        let shingles = Shingles(draft.cleanFields[0].text, language)
        isNew = index.greatestSimilarity(of: shingles) <= 0.58
        if isNew { index.add(shingles) }
      }
      failures = isNew ? 0 : failures + 1
      guard isNew else { continue }
      size += draft.cleanByteCount
      drafts.append(draft)
      if let first = waiting.first, first.due <= drafts.count {
        drafts.append(waiting.removeFirst().draft)
      }
      if Corrector.kinds.contains(kind), drafts.count % 125 == 60, drafts.count + 8 < limit,
        let pair = corrector.pair(&random)
      {
        let texts = [pair.first, pair.second].map {
          Shingles($0.cleanFields[0].text, language)
        }
        guard texts.allSatisfy({ index.greatestSimilarity(of: $0) <= 0.55 }) else { continue }
        for text in texts { index.add(text) }
        size += pair.first.cleanByteCount + pair.second.cleanByteCount
        var second = pair.second
        second.corrects = drafts.count
        drafts.append(pair.first)
        waiting.append((second, drafts.count + 6))
      }
    }
    return drafts + waiting.map(\.draft)
  }

  private func story(_ teller: Teller, _ choices: inout Choices) -> [Draft.Part] {
    let stories = world.stories
    let story = stories[choices.pick(stories.map(\.weight))]
    let scope = Teller.Scope(cast: Teller.Cast(story))
    let text = teller.sentence("story \(story.id)", scope, &choices)
    let summary = teller.sentence("summary \(story.id)", scope, &choices)
    return [
      Draft.part(.story, teller.language, text), Draft.part(.summary, teller.language, summary),
    ]
  }

  /// The same fact or event in one language and then in the other.
  private func parallel(
    _ first: Teller, _ second: Teller, _ choices: inout Choices
  ) -> [Draft.Part] {
    let rule: String
    let scope: Teller.Scope
    if choices.pick([3, 2]) == 0 {
      let fact = first.anyFact(&choices)
      rule = "fact \(world.relations[fact.relation].id)"
      scope = Teller.Scope([
        "p": .person(fact.person), "v": world.value(of: fact.relation, for: fact.person),
      ])
    } else {
      let event = world.events[choices.pick(world.events.map(\.weight))]
      rule = "event \(event.id)"
      scope = Teller.Scope(cast: Teller.Cast(event))
    }
    var texts: [String] = []
    var way: Int?
    for teller in [first, second] {
      let phrasings = teller.grammar.rules[rule]!.phrasings
      // Both grammars list their ways to say it in the same order, so a sentence meets its equal.
      if way == nil || first.grammar.rules[rule]!.phrasings.count != phrasings.count {
        way = choices.pick(phrasings.map(\.weight))
      }
      var telling = Telling()
      teller.tell(phrasings[way!], scope, &choices, into: &telling)
      texts.append(telling.clean)
    }
    return zip([first, second], texts).map { teller, text in
      Draft.part(teller.language.field, teller.language, text)
    }
  }

  /// Question-and-answer pairs: each possible pair at most once, likelier ones more often.
  private func questions(
    _ language: Language, bytes: Int, _ random: inout RandomGenerator
  ) -> [Draft] {
    let all = QuestionSpace(world: world, language: language, heldOut: heldOut).pairs
    let greatest = all.map(\.probability).max() ?? 1
    let whole = all.reduce(0.0) { sum, pair in
      sum + pair.probability / greatest * Double(pair.question.utf8.count + pair.answer.utf8.count)
    }
    let rate = min(1, Double(bytes) / whole)
    var drafts: [Draft] = []
    for pair in all where random.uniformDouble() < rate * pair.probability / greatest {
      let parts = [
        Draft.part(.question, language, pair.question), Draft.part(.answer, language, pair.answer),
      ]
      drafts.append(
        Draft(
          kind: .questionAnswer, language: language, parts: parts,
          surprisal: -Portable.log(pair.probability)))
    }
    random.shuffle(&drafts)
    return drafts
  }

  /// Adds `-ln p(kind | first language)`, with the shares of the kinds among the documents.
  private func addKindSurprisal(_ drafts: inout [Draft]) {
    for language in Language.allCases {
      let total = drafts.count { $0.language == language }
      for kind in DocumentKind.allCases {
        let indices = drafts.indices.filter {
          drafts[$0].language == language && drafts[$0].kind == kind
        }
        for index in indices {
          drafts[index].surprisal -= Portable.log(Double(indices.count) / Double(total))
        }
      }
    }
  }
}
