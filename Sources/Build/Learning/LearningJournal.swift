import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// A sentence whose attention is watched while the model learns, as training lays it out.
struct WatchedSentence {
  var language: Language
  var tokens: [Int32]
}

/// Looks over a training's shoulder at chosen steps and keeps what it sees.
///
/// It only reads parameters between two steps, so a run learns the same with and without it.
final class LearningJournal {
  private let tokenizer: Tokenizer
  private let writer: Writer
  private let prompts: [JournalPrompt]
  private var predictions: [WatchedPredictions]
  private let sentences: [WatchedSentence]
  private let watched: WatchedWords
  private let pool: WorkerPool
  private var snapshots: [TrainingRecord.Snapshot] = []
  private(set) var attention: [(step: Int, language: Language, pattern: RecordedTensor)] = []
  private var embeddings: [(step: Int, rows: [[Float]])] = []
  private var weights = TensorStore()

  /// - Parameters:
  ///   - prompts: what the model is asked at each snapshot.
  ///   - sentences: those whose attention is watched, one of each language.
  ///   - watched: the words whose embeddings are watched.
  init(
    contextLength: Int, tokenizer: Tokenizer, prompts: [JournalPrompt],
    sentences: [WatchedSentence], watched: WatchedWords, pool: WorkerPool
  ) {
    self.tokenizer = tokenizer
    self.prompts = prompts
    predictions = prompts.map { WatchedPredictions(prompt: $0, tokenizer: tokenizer) }
    self.watched = watched
    precondition(!sentences.isEmpty, "no sentence to watch")
    self.sentences = sentences.map {
      WatchedSentence(language: $0.language, tokens: Array($0.tokens.prefix(contextLength)))
    }
    writer = Writer(tokenizer: tokenizer, pool: pool)
    self.pool = pool
  }

  /// Steps at which to look: close together at first, when most changes, then further apart.
  ///
  /// `step(i) = steps · (i / (count − 1))²`, rounded, without repetitions.
  static func steps(total: Int, count: Int) -> Set<Int> {
    guard count > 1 else { return [total] }
    return Set((0..<count).map { total * $0 * $0 / ((count - 1) * (count - 1)) })
  }

  func look(at parameters: Parameters, step: Int) {
    // Those that are judged are a mean beside those that are moved: no recorder may be kept.
    for sentence in sentences {
      let recorder = ActivationRecorder(
        parameters: parameters, positions: sentence.tokens.count, pool: pool)
      recorder.look(at: sentence.tokens)
      attention.append((step, sentence.language, recorder.patterns()))
    }
    let table = parameters.tensor("wte.weight")
    let width = parameters.configuration.width
    embeddings.append(
      (step, watched.tokens.map { Array(table[(Int($0) * width)..<((Int($0) + 1) * width)]) }))
    WeightView.recordCorners(
      parameters, names: WeightView.watchedNames(parameters), side: 10, into: &weights,
      prefix: "training.\(step).weights.")
    snapshots.append(
      TrainingRecord.Snapshot(
        step: step,
        samples: prompts.map {
          writer.sample(parameters, to: $0, temperature: 0, seed: 0, limit: 24)
        },
        predictions: []))
    for index in prompts.indices {
      predictions[index].add(writer.logits(parameters, after: prompts[index]))
    }
  }

  /// The journal as a record; tensors go to the store.
  func record(
    of trainer: Trainer, outcome: TrainingOutcome, into store: inout TensorStore
  ) -> TrainingRecord {
    let pieces = sentences.map { (language: $0.language, tokens: tokenizer.pieces($0.tokens)) }
    for name in weights.names { store[name] = weights[name] }
    if let last = embeddings.last, last.rows.count > 2 {
      let projection = watched.projection(fitting: last.rows)
      for (step, rows) in embeddings { store["training.\(step).embedding"] = projection(rows) }
    }
    let courses = predictions.map { $0.predictions() }
    for index in snapshots.indices { snapshots[index].predictions = courses.map { $0[index] } }
    let options = trainer.options
    var record = TrainingRecord(
      steps: trainer.reports.map(TrainingRecord.Step.init),
      validations: trainer.reports.compactMap { report in
        report.validationLoss.map {
          TrainingRecord.Validation(step: report.step, loss: shortest($0))
        }
      },
      snapshots: snapshots,
      tokensPerStep: options.batch * options.context * options.accumulation,
      stoppedEarly: outcome == .stoppedEarly,
      bestStep: trainer.stopping.bestStep,
      attentionTokens: pieces[0].tokens,
      embeddingTokens: tokenizer.pieces(watched.tokens), embeddingWords: watched.words)
    record.attentionLanguage = pieces[0].language
    record.attentionElsewhere = pieces.dropFirst().map {
      TrainingRecord.Sentence(language: $0.language, tokens: $0.tokens)
    }
    for (step, language, pattern) in attention {
      store[record.attentionName(step: step, language)] = pattern
    }
    return record
  }
}

extension TrainingRecord.Step {
  /// A report without digits that single precision does not know.
  init(_ report: StepReport) {
    self.init(
      step: report.step, loss: shortest(report.loss), learningRate: shortest(report.learningRate),
      gradientNorm: shortest(report.gradientNorm),
      gradientNormByPart: report.weightNorms == nil ? nil : Self.parts(report.gradientNorms),
      weightNormByPart: report.weightNorms.map(Self.parts),
      updateRatioByPart: report.weightNorms.flatMap { weights in
        report.updateNorms.map { Self.parts($0.ratio(to: weights)) }
      })
  }

  private static func parts(_ norms: PartNorms) -> [Double] {
    ([norms.embedding] + norms.blocks + [norms.finalNorm]).map(shortest)
  }
}

/// The decimal with the fewest digits that still names this very number in single precision.
func shortest(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }
