import Dataset
import Inference
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// What learning left behind: the parameters, and the record of rows L4b to L5b.
struct Learned {
  var parameters: Parameters
  var initialization: InitializationRecord
  var algorithm: AlgorithmRecord
  var training: TrainingRecord
  /// Mean over the last steps, nats per token.
  var trainingLoss: Double
  /// The lowest, whose parameters were kept; nats per token.
  var validationLoss: Double
}

extension RunBuilder {
  /// L4b to L5b: new parameters, then training with a journal.
  func learn(
    _ data: DatasetStage.Outcome, tokenizer: Tokenizer, truth: Truth?,
    into tensors: inout TensorStore
  ) throws -> Learned {
    observe(.began(.initialize))
    let configuration = Configuration(
      layerCount: settings.layerCount, headCount: settings.headCount, width: settings.width,
      contextLength: settings.contextLength, vocabularySize: tokenizer.vocabularySize,
      dropout: settings.dropout)
    try configuration.validate()
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: settings.seed)
    let trainer = try makeTrainer(parameters, data.split)
    let prompts = journalPrompts(truth: truth, data: data)
    let initialization = InitializationRecord(
      parameters, seed: settings.seed, loss: Double(trainer.validationLoss() ?? 0),
      prompts: prompts, writer: Writer(tokenizer: tokenizer, pool: pool))
    WeightView.recordCorners(parameters, into: &tensors, prefix: "initialization.")
    let sentence = PromptForm(kind: .continuation, language: data.sentence.language)
      .tokens(of: data.sentence.text, tokenizer: tokenizer)
    let checks = gradientChecks(parameters, sentence: sentence)
    observe(
      .finished(
        summary: "\(configuration.parameterCount) parameters, loss \(rounded(initialization.loss))")
    )

    observe(.began(.train))
    let journal = LearningJournal(
      parameters: parameters, tokenizer: tokenizer, prompts: prompts,
      sentence: sentence,
      embeddingTokens: frequentWords(data.split.training, tokenizer), pool: pool)
    let watcher = AdamWatcher(step: max(2, settings.steps / 10))
    let outcome = try train(trainer, journal: journal, watcher: watcher)
    trainer.keepBestParameters()
    WeightView.recordCorners(parameters, into: &tensors, prefix: "learned.")
    let last = trainer.reports.suffix(50)
    let trainingLoss = last.reduce(0) { $0 + Double($1.loss) } / Double(max(last.count, 1))
    let validationLoss = Double(trainer.stopping.bestLoss)
    observe(
      .finished(
        summary:
          "loss \(rounded(trainingLoss)), validation \(rounded(validationLoss)) nats per token"))
    return Learned(
      parameters: parameters, initialization: initialization,
      algorithm: AlgorithmRecord(
        gradientChecks: checks, adamSteps: watcher.steps,
        example: lossExample(parameters, tokenizer, sentence)),
      training: journal.record(of: trainer, outcome: outcome, into: &tensors),
      trainingLoss: trainingLoss, validationLoss: validationLoss)
  }

  private func makeTrainer(_ parameters: Parameters, _ split: DatasetSplit) throws -> Trainer {
    var options = TrainingOptions()
    options.steps = settings.steps
    options.batch = settings.batchSize
    options.context = settings.contextLength
    options.learningRate = settings.learningRate
    options.minimumLearningRate = settings.minimumLearningRate
    options.warmupSteps = settings.warmupSteps
    options.weightDecay = settings.weightDecay
    options.gradientClip = settings.gradientClip
    options.dropout = settings.dropout
    options.averaging = settings.averaging
    options.evaluationInterval = settings.validationInterval
    options.patience = settings.patience
    options.normInterval = max(1, settings.steps / 100)
    options.seed = settings.seed
    let (batch, context) = (settings.batchSize, settings.contextLength)
    let validation = ValidationBatches(
      from: try DocumentBatches(
        documents: split.validation, batch: batch, context: context, seed: settings.seed),
      count: 8, batch: batch, context: context)
    return try Trainer(
      parameters: parameters, options: options,
      source: try DocumentBatches(
        documents: split.training, batch: batch, context: context, seed: settings.seed),
      validation: validation, pool: pool)
  }

  private func train(
    _ trainer: Trainer, journal: LearningJournal, watcher: AdamWatcher
  ) throws -> TrainingOutcome {
    let total = settings.steps
    let tokens = settings.batchSize * settings.contextLength
    return try trainer.run(
      snapshotSteps: LearningJournal.steps(total: total, count: settings.snapshotCount),
      onStep: { report in
        watcher.look(at: trainer, report)
        self.observe(
          .learned(
            step: report.step, total: total, loss: report.loss,
            validationLoss: report.validationLoss, tokensPerStep: tokens))
      },
      onSnapshot: { journal.look(at: $0.judgedParameters, step: $0.completedSteps) })
  }

  /// What the model goes on with while it learns: the probes whose truth is known, or openings of the text.
  private func journalPrompts(
    truth: Truth?, data: DatasetStage.Outcome
  ) -> [(Language, String)] {
    let probes = Language.allCases.compactMap { language in
      truth?.probes.first { $0.language == language }.map { (language, $0.prefix) }
    }
    return probes.isEmpty ? data.openings : probes
  }

  /// Gradients of a few weights in different parts, by backpropagation and by moving the weight.
  private func gradientChecks(
    _ parameters: Parameters, sentence: [Int32]
  ) -> [AlgorithmRecord.GradientCheck] {
    let tokens = Array(sentence.prefix(17))
    guard tokens.count > 1 else { return [] }
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count - 1, pool: pool,
      keepsGradients: true)
    return Training.GradientCheck.check(
      model: model, inputs: Array(tokens.dropLast()), targets: Array(tokens.dropFirst()),
      tensors: [
        "wte.weight", "wpe.weight", "h.0.attn.c_attn.weight", "h.0.mlp.c_fc.weight",
        "h.\(settings.layerCount - 1).mlp.c_proj.weight", "ln_f.weight",
      ]
    ).map(AlgorithmRecord.GradientCheck.init)
  }

  /// The tokens of whole words that occur most often, at most 48.
  private func frequentWords(_ documents: [TokenizedDocument], _ tokenizer: Tokenizer) -> [Int32] {
    var counts = [Int](repeating: 0, count: tokenizer.vocabularySize)
    for document in documents { for token in document.tokens { counts[Int(token)] += 1 } }
    return counts.indices.filter { id in
      let bytes = tokenizer.bytes(of: Int32(id))
      guard bytes.count >= 4, let text = String(validating: bytes, as: UTF8.self) else {
        return false
      }
      let scalars = text.unicodeScalars
      let isWord = scalars.first == " " || (scalars.first?.value ?? 0) > 0x3000
      return isWord && scalars.dropFirst().allSatisfy(\.properties.isAlphabetic)
    }
    .sorted { (counts[$1], $0) < (counts[$0], $1) }
    .prefix(48).sorted().map(Int32.init)
  }

  /// One prediction in the middle of the sentence, and the loss that it gives.
  private func lossExample(
    _ parameters: Parameters, _ tokenizer: Tokenizer, _ tokens: [Int32]
  ) -> AlgorithmRecord.LossExample {
    let cut = max(1, min(tokens.count - 1, settings.contextLength) * 2 / 3)
    let generator = Generator(parameters: parameters, pool: pool)
    let logits = Array(generator.process(Array(tokens[..<cut])))
    let target = tokens[min(cut, tokens.count - 1)]
    let probability = Distribution.softmax(logits)[Int(target)]
    return AlgorithmRecord.LossExample(
      context: tokenizer.pieces(tokens[..<cut]), target: tokenizer.piece(target),
      candidates: Distribution.candidates(logits, count: 8, tokenizer: tokenizer),
      targetProbability: probability, loss: -Portable.log(probability))
  }
}
