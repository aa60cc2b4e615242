import Dataset
import Inference
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build
@testable import Training

/// What the journal says of a training, beside what was photographed independently of it.
@Suite struct LearningJournalTests {
  /// Of this test alone: a pool has one working memory, and tests run side by side.
  private let pool = WorkerPool(threadCount: 1)

  private struct Course {
    var trainer: Trainer
    var record: TrainingRecord
    var store = TensorStore()
    /// Copies of the parameters at each look.
    var photographs: [(step: Int, parameters: Parameters)]
    var watched: WatchedWords
    var sentence: [Int32]
    var prompt: JournalPrompt
    var tokenizer: Tokenizer
  }

  /// Ten steps on letters of which the validation has none, so that every step makes it worse.
  private static func course(_ pool: WorkerPool) throws -> Course {
    let tokenizer = try Tokenizer(merges: [])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 12,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 4)
    var options = TrainingOptions()
    (options.steps, options.batch, options.context) = (10, 4, 12)
    (options.learningRate, options.minimumLearningRate, options.warmupSteps) = (0.02, 0.02, 0)
    (options.evaluationInterval, options.normInterval) = (2, 1)
    func source(_ text: String) throws -> WindowSampler {
      try WindowSampler(tokens: tokenizer.encode(text), context: 12, seed: 2)
    }
    let trainer = try Trainer(
      parameters: parameters, options: options,
      source: source(String(repeating: "the sea sings. ", count: 30)),
      validation: ValidationBatches(
        from: source(String(repeating: "QZJXK", count: 30)), count: 2, batch: 4, context: 12),
      pool: pool)
    var watched = WatchedWords(world: nil, documents: [], tokenizer: tokenizer)
    watched.tokens = tokenizer.encode("thesaing.")
    let sentence = tokenizer.encode("sea sings")
    let prompt = JournalPrompt(language: .english, kind: .continuation, text: "the s")
    let journal = LearningJournal(
      contextLength: parameters.configuration.contextLength, tokenizer: tokenizer,
      prompts: [prompt], sentences: [WatchedSentence(language: .english, tokens: sentence)],
      watched: watched, pool: pool)
    var photographs: [(step: Int, parameters: Parameters)] = []
    let outcome = try trainer.run(
      snapshotSteps: [0, 3, 10],
      onSnapshot: { trainer in
        journal.look(at: trainer.judgedParameters, step: trainer.completedSteps)
        let copy = Parameters(configuration: parameters.configuration)
        copy.copy(from: trainer.judgedParameters)
        photographs.append((trainer.completedSteps, copy))
      })
    var store = TensorStore()
    let record = journal.record(of: trainer, outcome: outcome, into: &store)
    return Course(
      trainer: trainer, record: record, store: store, photographs: photographs, watched: watched,
      sentence: sentence, prompt: prompt, tokenizer: tokenizer)
  }

  private let training: Course
  init() throws { training = try Self.course(pool) }

  @Test func theBestStepIsThatOfTheLeastValidationLoss() {
    let record = training.record
    let losses = record.validations.map(\.loss)
    #expect(record.validations.map(\.step) == [2, 4, 6, 8, 10])
    #expect(losses == losses.sorted(), "each step makes it worse")
    #expect(record.bestStep == 2 && training.trainer.reports.count == 10)
  }

  @Test func embeddingsAreTheRowsOfTheirTokens() throws {
    let tokens = training.watched.tokens
    func rows(_ parameters: Parameters) -> [[Float]] {
      let table = Array(parameters.tensor("wte.weight"))
      return tokens.map { Array(table[Int($0) * 8..<Int($0) * 8 + 8]) }
    }
    let last = rows(try #require(training.photographs.last).parameters)
    let axes = PrincipalAxes(rows: last)
    for (step, parameters) in training.photographs {
      let found = try #require(training.store["training.\(step).embedding"])
      #expect(found.values == axes.project(rows(parameters)).values, "step \(step)")
    }
    #expect(training.record.embeddingTokens.map(\.id) == tokens)
  }

  @Test func attentionIsThatOfEveryHeadOfEveryLayer() throws {
    let count = training.sentence.count
    for (step, parameters) in training.photographs {
      let found = try #require(training.store["training.\(step).attention"])
      #expect(found.shape == [4, count, count])
      let model = Model(
        parameters: parameters, batch: 1, positions: count, pool: pool, keepsGradients: false)
      _ = training.sentence.withUnsafeBufferPointer {
        model.forward(inputs: $0, targets: nil, batch: 1, positions: count)
      }
      let layers = try (0..<2).map {
        Array(try #require(model.activations.named("blocks.\($0).attn.hook_pattern")).values)
      }
      #expect(found.values == layers[0] + layers[1], "step \(step)")
      #expect(layers[0] != layers[1])
    }
  }

  @Test func normsStandInTheOrderOfTheParts() throws {
    let (step, last) = (try #require(training.record.steps.last), training.trainer.parameters)
    let parts = [["wte.", "wpe."], ["h.0."], ["h.1."], ["ln_f."]]
    let norms = parts.map { prefixes in
      last.tensors.filter { tensor in prefixes.contains { tensor.name.hasPrefix($0) } }
        .flatMap { Array(last.tensor($0.name)) }
        .reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    let found = try #require(step.weightNormByPart)
    #expect(zip(found, norms).allSatisfy { abs($0 / $1 - 1) < 1e-5 }, "\(found), not \(norms)")
    let report = try #require(training.trainer.reports.last)
    let gradients = report.gradientNorms
    #expect(
      step.gradientNormByPart?.map(Float.init)
        == [gradients.embedding] + gradients.blocks + [gradients.finalNorm])
    let (updates, weights) = try (#require(report.updateNorms), #require(report.weightNorms))
    #expect(
      step.updateRatioByPart?.map(Float.init)
        == [updates.embedding / weights.embedding]
        + zip(updates.blocks, weights.blocks).map { $0 / $1 }
        + [updates.finalNorm / weights.finalNorm])
  }

  @Test func predictionsAndSamplesAreOfTheModelAtThatStep() throws {
    let (record, tokenizer) = (training.record, training.tokenizer)
    #expect(record.snapshots.map(\.step) == training.photographs.map(\.step))
    let prompt = training.prompt.tokens(tokenizer)
    for (snapshot, photograph) in zip(record.snapshots, training.photographs) {
      let generator = Generator(parameters: photograph.parameters, pool: pool)
      let logits = Array(generator.process(prompt))
      let best = try #require(snapshot.predictions.first?.candidates.first)
      #expect(best.logit == Double(logits.max()!) && logits[Int(best.token.id)] == logits.max())
      let likeliest = tokenizer.bytes(of: best.token.id)
      let written = Array(try #require(snapshot.samples.first).text.utf8)
      #expect(likeliest.isEmpty || likeliest[0] > 0x7F || written.starts(with: likeliest))
    }
  }

  @Test func aSnapshotShowsTheAttentionOfTheParametersThatAreJudged() throws {
    let tokenizer = try Tokenizer(merges: [])
    let configuration = Configuration(
      layerCount: 2, headCount: 2, width: 8, contextLength: 32,
      vocabularySize: tokenizer.vocabularySize)
    let pool = WorkerPool(threadCount: 1)
    let (sentence, other) = (tokenizer.encode("Foggy weather"), tokenizer.encode("霧"))
    let journal = LearningJournal(
      contextLength: configuration.contextLength, tokenizer: tokenizer, prompts: [],
      sentences: [
        WatchedSentence(language: .english, tokens: sentence),
        WatchedSentence(language: .japanese, tokens: other),
      ],
      watched: WatchedWords(world: nil, documents: [], tokenizer: tokenizer), pool: pool)
    for seed in [3, 4] as [UInt64] {
      let parameters = Parameters(configuration: configuration)
      parameters.initialize(seed: seed)
      journal.look(at: parameters, step: Int(seed))
      for (language, tokens) in [(Language.english, sentence), (.japanese, other)] {
        let recorder = ActivationRecorder(
          parameters: parameters, positions: tokens.count, pool: pool)
        recorder.look(at: tokens)
        let seen = try #require(journal.attention.last { $0.language == language })
        #expect(seen.step == Int(seed) && seen.pattern == recorder.patterns())
      }
    }
    #expect(journal.attention[0].pattern != journal.attention[2].pattern)
  }
}
