import Feedback
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// U7: a round of feedback by simulated visitors about answers that the model really gave.
///
/// They read answers of the open exam, and answers about facts that have become others since the documents
/// were written, so that the model cannot know them. What they say goes through the same screening and
/// counting as what people say to `nakami feedback`.
struct FeedbackStage {
  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool
  let seed: UInt64

  /// How many questions of each kind there are, in each language.
  static let counts: [(kind: ExamKind, count: Int)] = [
    (.known, 4), (.stranger, 2), (.untold, 1), (.trueClaim, 1), (.falseClaim, 1), (.reverse, 1),
    (.two, 1),
  ]
  /// How many facts have changed.
  static let changes = 4

  static func run(_ bench: Workbench) throws -> LocalizedText {
    guard let truth = bench.truth, let exam = bench.run[.exam], let recorded = bench.run[.truth]
    else {
      return LocalizedText(
        en: "no visitors, for nobody knows the truth", ja: "正解がわからないので、訪問者なし")
    }
    let stage = FeedbackStage(
      parameters: bench.learned.parameters, tokenizer: bench.tokenizer, pool: bench.pool,
      seed: bench.settings.seed)
    let world = try bench.settings.world()
    let shown = stage.shown(
      exam.results, truth.questions, answers: recorded.answers,
      changed: world.changedFacts(count: Self.changes))
    let record = stage.record(shown)
    bench.run[.feedback] = record
    let ratings = record.answers.reduce(0) { $0 + $1.ratings.count { $0.stars != nil } }
    let examples = record.corrections.count { $0.outcome == .agreed }
    return LocalizedText(
      en: "\(ratings) ratings, \(examples) corrections with a majority",
      ja: "評価\(ratings)件、過半数の訂正\(examples)件")
  }

  /// An answer to be shown, with what the record says of it beside what is said about it.
  struct Shown {
    var kind: ExamKind
    var change: FeedbackRecord.Change?
    var question: FeedbackRound.Question
  }

  // MARK: What is shown

  /// By language: questions of the exam, kind by kind, then those about changed facts.
  func shown(
    _ results: [ExamRecord.Result], _ questions: [TruthQuestion], answers: [String],
    changed: [ChangedFact]
  ) -> [Shown] {
    let former = Set(changed.flatMap { $0.questions.flatMap(\.formerlyAccepted) })
    let changedAnswers = self.answers(to: changed)
    let fingerprint = Fingerprint.digits(
      Fingerprint.of(UnsafeRawBufferPointer(parameters.values)))
    var shown: [Shown] = []
    func add(
      _ kind: ExamKind, _ language: Language, _ text: String, _ answer: String, truth: String,
      isRight: Bool, former: FeedbackRound.Question.Former? = nil,
      _ change: FeedbackRecord.Change? = nil
    ) {
      let rated = RatedAnswer(
        id: "\(shown.count)", prompt: text, answer: answer, kind: .question, language: language,
        model: .init(name: "model", fingerprint: fingerprint))
      shown.append(
        Shown(
          kind: kind, change: change,
          question: .init(answer: rated, truth: truth, isRight: isRight, former: former)))
    }
    for language in Language.allCases {
      for (kind, count) in Self.counts {
        let own = results.compactMap { result -> (ExamRecord.Result, String)? in
          let accepted = result.accepted.map { answers[$0] }
          // What has changed is asked below.
          guard result.kind == kind, result.language == language,
            !accepted.contains(where: former.contains), !former.contains(result.answer)
          else { return nil }
          return truth(of: result, accepted, questions).map { (result, $0) }
        }
        for place in 0..<min(count, own.count) {
          let (result, truth) = own[place * own.count / min(count, own.count)]
          add(
            kind, language, result.question, result.answer, truth: truth, isRight: result.isRight)
        }
      }
      for (fact, answer) in changedAnswers where answer.question.language == language {
        add(
          .known, language, answer.question.question, answer.answer, truth: answer.question.answer,
          isRight: answer.question.accepted.contains(answer.answer),
          former: .init(
            truth: formerTruth(answer.question, questions),
            isRight: answer.question.formerlyAccepted.contains(answer.answer)),
          FeedbackRecord.Change(before: fact.before[language], now: fact.after[language]))
      }
    }
    return shown
  }

  /// The model's answers to the first question about each fact in each language.
  private func answers(
    to changed: [ChangedFact]
  ) -> [(fact: ChangedFact, answer: (question: ChangedFact.Question, answer: String))] {
    let asked = Language.allCases.flatMap { language in
      changed.compactMap { fact in
        fact.questions.first { $0.language == language }.map { (fact, $0) }
      }
    }
    let results = ExamEvaluation(
      questions: asked.map {
        ExamQuestion(
          question: $1.question, language: $1.language, kind: .known, accepted: $1.accepted)
      }, parameters: parameters, tokenizer: tokenizer, pool: pool
    ).results
    return zip(asked, results).map { ($0.0, ($0.1, $1.answer)) }
  }

  /// A right answer in the words that the grammar prefers; nil where none can be told.
  private func truth(
    of result: ExamRecord.Result, _ accepted: [String], _ questions: [TruthQuestion]
  ) -> String? {
    let own = questions.filter { $0.language == result.language }
    if !accepted.isEmpty {
      let accepted = Set(accepted)
      return own.first { accepted.contains($0.answer) }?.answer
    }
    if result.mentions.isEmpty { return HeldReply.text[result.language] }
    let sentences = result.mentions.compactMap { mention in
      own.first { $0.answer.contains(mention) && result.question.contains($0.name) }?.answer
    }
    guard sentences.count == result.mentions.count else { return nil }
    return sentences.joined(separator: result.language.writing.sentenceGap)
  }

  /// What would have been the preferred answer before.
  private func formerTruth(
    _ question: ChangedFact.Question, _ questions: [TruthQuestion]
  ) -> String {
    let former = Set(question.formerlyAccepted)
    return questions.first {
      $0.language == question.language && former.contains($0.answer)
    }?.answer ?? question.formerlyAccepted[0]
  }
}

extension TruthQuestion {
  /// The person's name as the question has it.
  fileprivate var name: String {
    guard !language.writing.separatesWords, let end = question.firstRange(of: "さん") else {
      return subject
    }
    return String(question[..<end.lowerBound])
  }
}
