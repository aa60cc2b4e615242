import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// A model that has learned nothing yet, and the trainer that will teach it.
struct NewModel {
  var parameters: Parameters
  var trainer: Trainer
  /// What it is asked while it learns.
  var prompts: [JournalPrompt]
  /// The sentences that are watched while it learns.
  var sentences: [WatchedSentence]
}

/// L4a to L4c: the architecture, new parameters, the hyperparameters.
struct InitializeStage {
  let settings: BuildSettings
  let pool: WorkerPool

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = InitializeStage(settings: bench.settings, pool: bench.pool)
    let tokenizer: Tokenizer = bench.tokenizer
    let model = try stage.make(bench.data, tokenizer: tokenizer, truth: bench.truth)
    let parameters = model.parameters
    let initialization = InitializationRecord(
      parameters, seed: bench.settings.seed,
      loss: DocumentEvaluation(
        bench.data.split.validation, parameters: parameters, pool: bench.pool
      ).loss, prompts: model.prompts,
      writer: Writer(tokenizer: tokenizer, pool: bench.pool))
    WeightView.recordCorners(parameters, into: &bench.run.tensors, prefix: "initialization.")
    bench.newModel = model
    bench.run[.architecture] = ArchitectureRecord(parameters)
    bench.run[.initialization] = initialization
    bench.run[.hyperparameters] = HyperparameterRecord(bench.settings)
    let (count, loss) = (parameters.configuration.parameterCount, rounded(initialization.loss))
    return LocalizedText(
      en: "\(count) parameters, loss \(loss)", ja: "パラメータ\(count)個、損失\(loss)")
  }

  private func make(
    _ data: DatasetStage.Outcome, tokenizer: Tokenizer, truth: Truth?
  ) throws -> NewModel {
    let configuration = Configuration(
      layerCount: settings.layerCount, headCount: settings.headCount, width: settings.width,
      contextLength: settings.contextLength, vocabularySize: tokenizer.vocabularySize,
      dropout: settings.dropout)
    try configuration.validate()
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: settings.seed)
    let sentences = data.sentences.map { language, text in
      WatchedSentence(
        language: language,
        tokens: PromptForm(kind: .continuation, language: language)
          .tokens(of: text, tokenizer: tokenizer))
    }
    return NewModel(
      parameters: parameters, trainer: try makeTrainer(parameters, data.split),
      prompts: JournalPrompt.all(
        truth: truth, openings: data.openings, tokenizer: tokenizer),
      sentences: sentences)
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
}
