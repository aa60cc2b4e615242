import Foundation
import Numerics
import Training
import Transformer

extension Command {
  static let train = Command(
    name: "train",
    summary: "trains a Transformer on the plain bytes of a file",
    usage: "--data FILE [options]",
    options: [
      Option("--data", "FILE", "text to learn from; its last tenth is for validation"),
      Option("--vocabulary", "N", "tokens that the model knows; a byte is a token (default: 256)"),
      Option("--layers", "N", "blocks of the model (default: 4)"),
      Option("--heads", "N", "attention heads (default: 4)"),
      Option("--width", "N", "width of the residual stream (default: 128)"),
      Option("--context", "N", "tokens in a sequence (default: 64)"),
      Option("--batch", "N", "sequences in a batch (default: 12)"),
      Option("--accumulation", "N", "batches for one optimizer step (default: 1)"),
      Option("--steps", "N", "optimizer steps (default: 2000)"),
      Option("--learning-rate", "X", "highest learning rate (default: 0.001)"),
      Option("--minimum-learning-rate", "X", "rate at the end (default: a tenth of the highest)"),
      Option("--warm-up", "N", "steps up to the highest rate (default: 100)"),
      Option("--weight-decay", "X", "pull of matrices towards zero (default: 0.1)"),
      Option("--beta1", "X", "memory of AdamW's first moment (default: 0.9)"),
      Option("--beta2", "X", "memory of AdamW's second moment (default: 0.99)"),
      Option("--clip", "X", "largest gradient norm; 0 does not clip (default: 1)"),
      Option("--dropout", "X", "share of activations dropped while learning (default: 0)"),
      Option("--evaluation-interval", "N", "steps between validations (default: 250)"),
      Option("--evaluation-batches", "N", "batches of a validation (default: 20)"),
      Option("--patience", "N", "validations without progress before stopping (default: 0, never)"),
      .seed, .threads,
      Option("--out", "DIR", "where the checkpoint and the model go (default: nothing is kept)"),
      Option("--resume", nil, "go on from the checkpoint in the --out folder"),
      .json, .quiet,
    ],
    examples: [
      (
        "nakami train --data play.txt --steps 2000 --out Play",
        "nanoGPT's setting for a processor, on bytes"
      ),
      ("nakami train --data play.txt --steps 2000 --out Play --resume", "go on after a stop"),
    ]
  ) { arguments in
    try arguments.noWords()
    try TrainingSession(arguments).run()
  }
}

/// One run of `nakami train`.
private struct TrainingSession {
  let arguments: Arguments
  let options: TrainingOptions
  let configuration: Configuration
  let threads: Int
  let folder: String?

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    options = try Self.options(arguments)
    try options.validate()
    configuration = Configuration(
      layerCount: try arguments.integer("--layers", in: 1...512) ?? 4,
      headCount: try arguments.integer("--heads", in: 1...512) ?? 4,
      width: try arguments.integer("--width", in: 1...65_536) ?? 128,
      contextLength: options.context,
      vocabularySize: try arguments.integer("--vocabulary", in: 2...1_000_000) ?? 256,
      dropout: options.dropout)
    try BenchSettings.check(configuration, batch: options.batch)
    threads = try Threads.count(arguments)
    folder = arguments.string("--out")
    if let folder { try TrainingFolder.check(folder) }
    if arguments.has("--resume") && folder == nil {
      throw CommandError.usage("--resume needs the folder of the checkpoint: --out DIR")
    }
  }

  private static func options(_ arguments: Arguments) throws -> TrainingOptions {
    var options = TrainingOptions()
    func number(_ name: String) throws -> Float? {
      try arguments.number(name, in: 0...1e6).map { Float($0) }
    }
    options.context = try arguments.integer("--context", in: 1...65_536) ?? options.context
    options.batch = try arguments.integer("--batch", in: 1...65_536) ?? options.batch
    options.accumulation = try arguments.integer("--accumulation", in: 1...65_536) ?? 1
    options.steps = try arguments.integer("--steps", in: 0...100_000_000) ?? options.steps
    options.learningRate = try number("--learning-rate") ?? options.learningRate
    options.minimumLearningRate =
      try number("--minimum-learning-rate") ?? options.learningRate / 10
    options.warmupSteps =
      try arguments.integer("--warm-up", in: 0...100_000_000) ?? options.warmupSteps
    options.weightDecay = try number("--weight-decay") ?? options.weightDecay
    options.beta1 = try number("--beta1") ?? options.beta1
    options.beta2 = try number("--beta2") ?? options.beta2
    options.gradientClip = try number("--clip") ?? options.gradientClip
    options.dropout = try number("--dropout") ?? options.dropout
    options.evaluationInterval =
      try arguments.integer("--evaluation-interval", in: 1...100_000_000)
      ?? options.evaluationInterval
    options.patience = try arguments.integer("--patience", in: 0...1_000_000) ?? options.patience
    options.seed = try arguments.seed() ?? options.seed
    options.normInterval = 0
    return options
  }

  func run() throws {
    guard let path = arguments.string("--data") else {
      throw CommandError.usage("name the text to learn from: --data FILE")
    }
    let text = try ByteText(
      path: path, context: options.context, vocabularySize: configuration.vocabularySize)
    let pool = WorkerPool(threadCount: threads)
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: options.seed)
    let batches = try ValidationBatches(
      from: WindowSampler(
        tokens: text.validation, context: options.context, seed: options.seed &+ 1),
      count: arguments.integer("--evaluation-batches", in: 1...100_000) ?? 20,
      batch: options.batch, context: options.context)
    let trainer = try Trainer(
      parameters: parameters, options: options,
      source: WindowSampler(tokens: text.training, context: options.context, seed: options.seed),
      validation: batches, pool: pool)
    let files = try folder.map { try TrainingFolder(path: $0) }

    if arguments.has("--resume"), let files { try trainer.resume(from: files.checkpoint) }
    let progress = TrainingProgress(
      trainer: trainer, isQuiet: arguments.has("--quiet") || arguments.has("--json"))
    let cancellation = Cancellation()
    let interrupt = InterruptSignal { cancellation.cancel() }
    let outcome = try trainer.run(
      checkpointPath: files?.checkpoint, cancellation: cancellation, onStep: progress.show)
    interrupt.stop()
    progress.end()
    if outcome == .cancelled {
      let remedy =
        files == nil
        ? "nothing was kept: name a folder with --out" : "go on with the same command and --resume"
      throw CommandError(
        description: "interrupted after step \(trainer.completedSteps); \(remedy)", exitCode: 130)
    }
    trainer.keepBestParameters()
    try files?.save(trainer, data: (path as NSString).lastPathComponent)
    report(trainer, progress: progress, outcome: outcome, files: files)
  }

  private func report(
    _ trainer: Trainer, progress: TrainingProgress, outcome: TrainingOutcome,
    files: TrainingFolder?
  ) {
    let last = trainer.reports.last
    let final = trainer.reports.last { $0.validationLoss != nil }?.validationLoss
    if arguments.has("--json") {
      let entries: [BenchmarkResult.Entry] = [
        .count("steps", trainer.completedSteps),
        .number("loss", Double(last?.loss ?? .nan)),
        .number("validation_loss", Double(final ?? .nan)),
        .number("best_validation_loss", Double(trainer.stopping.bestLoss)),
        .count("best_step", trainer.stopping.bestStep),
        .number("seconds", progress.seconds),
        .number("tokens_per_s", progress.tokensPerSecond),
        .count("parameters", configuration.parameterCount),
      ]
      Console.json(BenchmarkResult(name: "train", entries: entries).json)
      return
    }
    let seconds = String(format: "%.1f s", progress.seconds)
    print(
      outcome == .stoppedEarly
        ? "stopped after step \(trainer.completedSteps): validation no longer improves (\(seconds))"
        : "\(trainer.completedSteps) steps in \(seconds)")
    if trainer.stopping.bestLoss.isFinite {
      let loss = String(format: "%.4f", trainer.stopping.bestLoss)
      print("best validation loss \(loss) nats per byte, after step \(trainer.stopping.bestStep)")
    }
    if let files { print("the best parameters are in \(files.path)") }
  }
}
