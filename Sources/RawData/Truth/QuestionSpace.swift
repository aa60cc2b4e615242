import Names

/// Every question and answer that a grammar can make, with its probability among the documents.
///
/// `p = 1/F · w(question)/Σw · w(answer)/Σw`, where `F` counts the facts that may be asked about and
/// the first sum leaves out the phrasing that is kept back for that person.
struct QuestionSpace {
  struct Pair: Sendable {
    var fact: HeldOut.Fact
    var questionPhrasing: Int
    var question: String
    var answer: String
    var probability: Double
  }

  let teller: Teller

  init(world: World, language: Language, heldOut: HeldOut) {
    teller = Teller(world: world, language: language, heldOut: heldOut)
  }

  var pairs: [Pair] {
    let facts = teller.heldOut.askedFacts
    var pairs: [Pair] = []
    for fact in facts {
      let questions = phrasings("question", fact)
      let answers = phrasings("answer", fact)
      let kept = teller.heldOut.trainingPhrasings(
        of: fact, count: questions.count, teller.language)
      let questionSum = kept.reduce(0) { $0 + questions[$1].weight }
      let answerSum = answers.reduce(0) { $0 + $1.weight }
      for index in kept {
        for answer in answers {
          pairs.append(
            Pair(
              fact: fact, questionPhrasing: index, question: questions[index].text,
              answer: answer.text,
              probability: questions[index].weight / questionSum * answer.weight / answerSum
                / Double(facts.count)))
        }
      }
    }
    return pairs
  }

  /// Every phrasing of `rule` for one fact in all registers, the plain one first.
  func everyPhrasing(_ rule: String, _ fact: HeldOut.Fact) -> [(text: String, weight: Double)] {
    phrasings(rule, fact)
      + teller.grammar.registers.flatMap { phrasings(rule, fact, in: $0) }
  }

  /// Every phrasing of `rule` for one fact, in the order of the grammar.
  /// - Parameter register: whose own phrasings are wanted; there may be none.
  func phrasings(
    _ rule: String, _ fact: HeldOut.Fact, in register: String? = nil
  ) -> [(text: String, weight: Double)] {
    let world = teller.world
    let scope = Teller.Scope([
      "p": .person(fact.person), "v": world.value(of: fact.relation, for: fact.person),
    ])
    let name =
      "\(rule) \(world.relations[fact.relation].id)" + (register.map { " in \($0)" } ?? "")
    return (teller.grammar.rules[name]?.phrasings ?? []).map { phrasing in
      var telling = Telling()
      var choices = Choices(path: [])
      teller.tell(phrasing, scope, &choices, into: &telling)
      return (telling.clean, phrasing.weight)
    }
  }

  /// Every sentence that states a fact: as an answer, plainly, and in the registers.
  func statements(of fact: HeldOut.Fact) -> Set<String> {
    Set(
      (phrasings("answer", fact) + everyPhrasing("fact", fact) + everyPhrasing("more", fact))
        .map(\.text))
  }

  /// The words for a value without an article.
  func bare(_ value: World.Value) -> String {
    var telling = Telling()
    var choices = Choices(path: [])
    let phrasing = Grammar.Phrasing(
      weight: 1, text: "", line: 0,
      parts: [.reference(words: ["v"], path: ["bare"], capital: false)])
    teller.tell(phrasing, Teller.Scope(["v": value]), &choices, into: &telling)
    return telling.clean
  }
}
