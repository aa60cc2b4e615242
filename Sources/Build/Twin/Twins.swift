import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// Two models of which one never reads the documents that tell something.
///
/// Both begin with the same parameters and read the same batches of the same documents, so that after
/// every step the two would be the same to the bit, were it not for the places where a document that was
/// left out would stand: there the twin's rows are blank, and nothing is asked.
public struct Twins {
  /// Told of each step that either takes, from whichever thread it is taken on.
  public typealias Watcher = @Sendable (_ step: Int) -> Void

  /// What became of the two.
  public struct Outcome {
    public var record: TwinRecord
    public var whole: Parameters
    public var twin: Parameters
  }

  let settings: TwinSettings
  let omission: Omission
  /// The fact that is left out, if it is one.
  let fact: ToldFact?
  let tokenizer: Tokenizer
  let pool: WorkerPool
  /// All that the whole model reads, and the places of those in it that are left out.
  private let documents: [TokenizedDocument]
  private let leftOut: Set<Int>
  private let sentences: [TwinRecord.Sentence]
  private let test: [TokenizedDocument]

  /// - Parameters:
  ///   - clean: the documents of the training part.
  ///   - training: the same as tokens.
  ///   - test: documents that neither reads.
  /// - Throws: `TwinError` where no document tells it, or every one does.
  public init(
    _ settings: TwinSettings, omission: Omission, fact: ToldFact?, clean: Spool<CleanDocument>,
    training: [TokenizedDocument], test: [TokenizedDocument], tokenizer: Tokenizer,
    pool: WorkerPool
  ) throws(TwinError) {
    self.settings = settings
    self.omission = omission
    self.fact = fact
    self.tokenizer = tokenizer
    self.pool = pool
    let kinds = settings.kinds
    var read: Set<String> = []
    var told: Set<String> = []
    var found = FoundSentences()
    for document in clean where kinds?.contains(document.kind) ?? true {
      guard settings.cast?.isNamed(in: document) ?? true else { continue }
      read.insert(document.id)
      guard omission.isTold(by: document) else { continue }
      told.insert(document.id)
      found.add(omission.sentences(of: document))
    }
    let documents = training.filter { read.contains($0.id) }
    let leftOut = Set(documents.indices.filter { told.contains(documents[$0].id) })
    guard !leftOut.isEmpty else {
      throw .nothingTold(omission.name, documents: documents.count)
    }
    let isLeft = documents.indices.contains {
      !leftOut.contains($0) && documents[$0].tokenCount > 1
    }
    guard isLeft else { throw .nothingLeft(omission.name, documents: documents.count) }
    self.documents = documents
    self.leftOut = leftOut
    sentences = found.sentences
    self.test = test.filter { kinds?.contains($0.kind) ?? true }
  }

  /// Trains both, each on a thread of its own, and asks them.
  /// - Parameter questions: whose answers are known, to be asked of both.
  /// - Returns: nil if it was cancelled.
  /// - Throws: `TrainingError`.
  public func run(
    asking questions: [TruthQuestion], cancellation: Cancellation? = nil,
    onStep: @escaping Watcher = { _ in }
  ) throws(TrainingError) -> Outcome? {
    let asking = TwinQuestions(tokenizer: tokenizer, pool: pool)
    let prompts =
      fact.map(TwinQuestions.prompts)
      ?? TwinQuestions.prompts(omission.name, sentences)
    let watched = Language.allCases.compactMap { language in
      prompts.firstIndex { $0.language == language && $0.isTaught }
    }
    var slots = [Result<Life?, TrainingError>](repeating: .success(nil), count: 2)
    slots.withUnsafeMutableBufferPointer { slots in
      pool.runNested(2) { number, serial in
        do throws(TrainingError) {
          slots[number] = .success(
            try life(
              leavingOut: number == 0 ? [] : leftOut, watching: watched.map { prompts[$0] },
              serial, cancellation, onStep))
        } catch {
          slots[number] = .failure(error)
        }
      }
    }
    guard let whole = try slots[0].get(), let twin = try slots[1].get() else { return nil }
    let people = settings.cast?.people
    let chosen = EvaluationStage.chosen(
      questions.filter { people?.contains($0.subject) ?? true }, limit: settings.questionLimit)
    return Outcome(
      record: TwinRecord(
        fact: fact.map(TwinRecord.Fact.init), text: fact == nil ? omission.name : nil,
        people: people, shape: shape(whole.parameters), shelves: shelves, whole: whole.reading,
        twin: twin.reading, sentences: sentences,
        asked: asked(
          prompts, asking.replies(prompts, whole.parameters),
          asking.replies(prompts, twin.parameters)),
        groups: asking.groups(
          chosen, fact, omission, whole: whole.parameters, twin: twin.parameters),
        losses: TwinText.allCases.map { loss($0, whole.parameters, twin.parameters) },
        course: zip(whole.course, twin.course).flatMap { first, second in
          watched.indices.map { place in
            TwinRecord.Point(
              step: first.step, language: prompts[watched[place]].language,
              whole: first.probabilities[place], twin: second.probabilities[place])
          }
        }), whole: whole.parameters, twin: twin.parameters)
  }

  /// What one of the two became.
  private struct Life {
    var parameters: Parameters
    var reading: TwinRecord.Reading
    /// The probability of what is true, for each prompt that is watched.
    var course: [(step: Int, probabilities: [Double])]
  }

  /// - Returns: nil if it was cancelled.
  private func life(
    leavingOut leftOut: Set<Int>, watching prompts: [TwinQuestions.Prompt], _ pool: WorkerPool,
    _ cancellation: Cancellation?, _ onStep: Watcher
  ) throws(TrainingError) -> Life? {
    let parameters = Parameters(
      configuration: settings.configuration(vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: settings.seed)
    let options = settings.options
    let counter = TwinRows.Counter(omission, tokenizer)
    let trainer = try Trainer(
      parameters: parameters, options: options,
      source: TwinRows(
        try DocumentBatches(
          documents: documents, leavingOut: leftOut, batch: options.batch,
          context: options.context, seed: options.seed),
        context: options.context, counter: counter), pool: pool)
    let asking = TwinQuestions(tokenizer: tokenizer, pool: pool)
    var course: [(step: Int, probabilities: [Double])] = []
    let outcome = try trainer.run(
      snapshotSteps: Set(settings.lookSteps), cancellation: cancellation,
      onStep: { onStep($0.step) },
      onSnapshot: { trainer in
        let found = asking.probabilities(prompts, trainer.judgedParameters)
        course.append((trainer.completedSteps, found.map { $0[fact?.place ?? 0] }))
      })
    guard outcome != .cancelled else { return nil }
    if options.averaging > 0 { parameters.copy(from: trainer.judgedParameters) }
    return Life(parameters: parameters, reading: counter.reading, course: course)
  }

  private func asked(
    _ prompts: [TwinQuestions.Prompt], _ whole: [TwinRecord.Reply], _ twin: [TwinRecord.Reply]
  ) -> [TwinRecord.Asked] {
    prompts.indices.map { place in
      let prompt = prompts[place]
      return TwinRecord.Asked(
        kind: prompt.kind, prompt: prompt.text, language: prompt.language,
        isTaught: prompt.isTaught, accepted: prompt.accepted, prefix: prompt.prefix,
        whole: whole[place], twin: twin[place])
    }
  }

  private func shape(_ parameters: Parameters) -> TwinRecord.Shape {
    let model = parameters.configuration
    return TwinRecord.Shape(
      layerCount: model.layerCount, headCount: model.headCount, width: model.width,
      contextLength: model.contextLength, parameterCount: model.parameterCount,
      batchSize: settings.options.batch, steps: settings.steps)
  }

  private var shelves: [TwinRecord.Shelf] {
    DocumentKind.allCases.flatMap { kind in
      Language.allCases.compactMap { language in
        let places = documents.indices.filter {
          documents[$0].kind == kind && documents[$0].language == language
        }
        guard !places.isEmpty else { return nil }
        return TwinRecord.Shelf(
          kind: kind, language: language, documents: places.count,
          leftOut: places.count(where: leftOut.contains))
      }
    }
  }

  private func loss(
    _ text: TwinText, _ whole: Parameters, _ twin: Parameters
  ) -> TwinRecord.Loss {
    let documents =
      switch text {
      case .test: test
      case .leftOut: leftOut.sorted().map { self.documents[$0] }
      }
    let first = DocumentEvaluation(documents, parameters: whole, pool: pool)
    let second = DocumentEvaluation(documents, parameters: twin, pool: pool)
    return TwinRecord.Loss(
      text: text, documents: documents.count, tokens: first.tokens, bytes: first.bytes,
      whole: first.loss, twin: second.loss)
  }
}

extension TwinSettings.Cast {
  fileprivate func isNamed(in document: CleanDocument) -> Bool {
    document.fields.contains { field in names.contains { $0.isIn(field.text) } }
  }
}

/// Sentences in the order in which they are first found, and how often.
private struct FoundSentences {
  private(set) var sentences: [TwinRecord.Sentence] = []
  private var places: [String: Int] = [:]

  /// Those of one document.
  mutating func add(_ found: [(text: String, language: Language)]) {
    var counted: Set<String> = []
    for sentence in found where counted.insert(sentence.text).inserted {
      if let place = places[sentence.text] {
        sentences[place].documents += 1
      } else {
        places[sentence.text] = sentences.count
        sentences.append(
          TwinRecord.Sentence(text: sentence.text, language: sentence.language, documents: 1))
      }
    }
  }
}

extension TwinRecord.Fact {
  fileprivate init(_ fact: ToldFact) {
    self.init(
      relation: fact.relation, subject: fact.subject, name: fact.name, values: fact.values,
      place: fact.place)
  }
}
