import Names

/// What is true about a world and its documents, in numbers that a model can be judged by.
public struct Truth: Codable, Sendable, Equatable {
  /// Questions with all right answers: some asked in training, some kept out of it.
  public var questions: [TruthQuestion]
  /// Questions of which most are there to be failed; none of those is asked in training.
  public var exam: [ExamQuestion]
  /// Beginnings of texts with the true probabilities of what comes next.
  public var probes: [TruthProbe]
  /// How much there is to know: the floor under any model's loss.
  public var entropy: SourceEntropy

  /// - Parameters:
  ///   - questions: with all right answers.
  ///   - exam: questions of which most are there to be failed.
  ///   - probes: beginnings of texts with the true probabilities of what comes next.
  ///   - entropy: the floor under any model's loss.
  public init(
    questions: [TruthQuestion], exam: [ExamQuestion] = [], probes: [TruthProbe],
    entropy: SourceEntropy
  ) {
    self.questions = questions
    self.exam = exam
    self.probes = probes
    self.entropy = entropy
  }

  init(world: World, heldOut: HeldOut, drafts: [Draft]) {
    questions = TruthQuestion.all(world, heldOut)
    exam = Language.allCases.flatMap {
      ExamWriter(world: world, language: $0, heldOut: heldOut).questions()
    }
    probes = ProbeWriter(world: world, heldOut: heldOut).probes()
    entropy = SourceEntropy(drafts)
  }
}

/// A question whose right answers are known.
public struct TruthQuestion: Codable, Sendable, Equatable {
  public var question: String
  /// The answer that the grammar prefers.
  public var answer: String
  /// Every right answer, sorted.
  public var accepted: [String]
  public var language: Language
  public var phrasing: QuestionPhrasing
  /// The relation and the person's English name, as in the facts file.
  public var relation: String
  public var subject: String

  /// One question for each fact that training asks about, each phrasing that is kept back, and three
  /// phrasings of each fact that is never asked about.
  static func all(_ world: World, _ heldOut: HeldOut) -> [TruthQuestion] {
    Language.allCases.flatMap { all(world, heldOut, $0) }
  }

  /// The same in one language.
  static func all(
    _ world: World, _ heldOut: HeldOut, _ language: Language
  ) -> [TruthQuestion] {
    var questions: [TruthQuestion] = []
    let space = QuestionSpace(world: world, language: language, heldOut: heldOut)
    for relation in world.relations.indices {
      for person in world.people.indices {
        let fact = HeldOut.Fact(person: person, relation: relation)
        let asked = space.phrasings("question", fact)
        let answers = space.phrasings("answer", fact)
        var preferred = answers[0]
        for answer in answers where answer.weight > preferred.weight { preferred = answer }
        let right =
          (answers + space.everyPhrasing("fact", fact) + space.everyPhrasing("more", fact))
          .map(\.text)
        func add(_ index: Int, _ phrasing: QuestionPhrasing) {
          questions.append(
            TruthQuestion(
              question: asked[index].text, answer: preferred.text,
              accepted: Set(right).sorted(), language: language, phrasing: phrasing,
              relation: world.relations[relation].id, subject: world.people[person].id))
        }
        let training = heldOut.trainingPhrasings(of: fact, count: asked.count, language)
        if training.isEmpty {
          for turn in 0..<min(3, asked.count) {
            add((person + turn) % asked.count, .heldOutCombination)
          }
        } else {
          add(training[person % training.count], .seen)
          if let kept = heldOut.phrasings[language]?[fact] { add(kept, .heldOutPhrasing) }
        }
      }
    }
    return questions
  }
}

/// How uncertain the source itself is, in nats for each byte of clean text.
///
/// Each document counts as drawn on its own, given its first language: its surprisal is
/// `-ln p(kind | language) - Σ ln p(choice)` over all choices that its grammar made (phrasing, person,
/// place, length …), and the entropy is the mean of that over the documents, divided by their bytes.
/// The bytes are those of all fields after cleaning; the marks between fields have none. A model that
/// knew the world and its grammars perfectly would reach this loss and none could stay below it.
public struct SourceEntropy: Codable, Sendable, Equatable {
  public struct Share: Codable, Sendable, Equatable {
    public var kind: DocumentKind
    /// The first language of the documents.
    public var language: Language
    public var documents: Int
    public var bytes: Int
    public var nats: Double
    public var natsPerByte: Double
  }

  public var shares: [Share]
  public var documents: Int
  public var bytes: Int
  public var nats: Double
  public var natsPerByte: Double

  /// The sums over all shares; `natsPerByte` is 0 when there are no bytes.
  public init(shares: [Share]) {
    self.shares = shares
    documents = shares.reduce(0) { $0 + $1.documents }
    bytes = shares.reduce(0) { $0 + $1.bytes }
    nats = shares.reduce(0) { $0 + $1.nats }
    natsPerByte = bytes == 0 ? 0 : nats / Double(bytes)
  }

  init(_ drafts: [Draft]) {
    var shares: [Share] = []
    for kind in DocumentKind.allCases {
      for language in Language.allCases {
        let own = drafts.filter { $0.kind == kind && $0.language == language }
        guard !own.isEmpty else { continue }
        let bytes = own.reduce(0) { $0 + $1.cleanByteCount }
        let nats = own.reduce(0) { $0 + $1.surprisal }
        shares.append(
          Share(
            kind: kind, language: language, documents: own.count, bytes: bytes, nats: nats,
            natsPerByte: nats / Double(bytes)))
      }
    }
    self.init(shares: shares)
  }
}
