import Foundation
import Names
import Numerics
import Training
import Transformer

extension Command {
  static let train = Command(
    name: "train",
    summary: LocalizedText(
      en: "trains a Transformer on the plain bytes of a file", ja: "ファイルのバイト列で、トランスフォーマーを学習させます"),
    usage: "--data FILE [options]",
    options: [
      Option(
        "--data", "FILE", en: "text to learn from; its last tenth is for validation",
        ja: "学ぶ文章。終わりの1割は検証に使う"),
      Option(
        "--vocabulary", "N", en: "tokens that the model knows; a byte is a token (default: 256)",
        ja: "語彙の数。1バイトが1トークン（省略時：256）"),
      Option("--layers", "N", en: "blocks of the model (default: 4)", ja: "モデルのブロックの数（省略時：4）"),
      Option("--heads", "N", en: "attention heads (default: 4)", ja: "注意ヘッドの数（省略時：4）"),
      Option(
        "--width", "N", en: "width of the residual stream (default: 128)", ja: "残差ストリームの幅（省略時：128）"),
      Option("--context", "N", en: "tokens in a sequence (default: 64)", ja: "1行のトークンの数（省略時：64）"),
      Option("--batch", "N", en: "sequences in a batch (default: 12)", ja: "1バッチの行の数（省略時：12）"),
      Option(
        "--accumulation", "N", en: "batches for one optimizer step (default: 1)",
        ja: "1ステップでまとめるバッチの数（省略時：1）"),
      Option("--steps", "N", en: "optimizer steps (default: 2000)", ja: "学習のステップ数（省略時：2000）"),
      TrainingTime.minutes,
      Option(
        "--learning-rate", "X", en: "highest learning rate (default: 0.001)",
        ja: "最大の学習率（省略時：0.001）"),
      Option(
        "--minimum-learning-rate", "X", en: "rate at the end (default: a tenth of the highest)",
        ja: "最後の学習率（省略時：最大の10分の1）"),
      Option(
        "--warm-up", "N", en: "steps up to the highest rate (default: 100)",
        ja: "最大の学習率に達するまでのステップ数（省略時：100）"),
      Option(
        "--weight-decay", "X", en: "pull of matrices towards zero (default: 0.1)",
        ja: "行列を0へ引き戻す重み減衰（省略時：0.1）"),
      Option(
        "--beta1", "X", en: "memory of AdamW's first moment (default: 0.9)",
        ja: "AdamWの勾配の平均が残す割合（省略時：0.9）"),
      Option(
        "--beta2", "X", en: "memory of AdamW's second moment (default: 0.99)",
        ja: "AdamWの勾配の2乗の平均が残す割合（省略時：0.99）"),
      Option(
        "--clip", "X", en: "largest gradient norm; 0 does not clip (default: 1)",
        ja: "勾配の長さの上限。0なら切り詰めない（省略時：1）"),
      Option(
        "--dropout", "X", en: "share of activations dropped while learning (default: 0)",
        ja: "学習中にランダムに0にする値の割合（省略時：0）"),
      Option(
        "--evaluation-interval", "N", en: "steps between validations (default: 250)",
        ja: "検証の間隔のステップ数（省略時：250）"),
      Option(
        "--evaluation-batches", "N", en: "batches of a validation (default: 20)",
        ja: "1回の検証に使うバッチの数（省略時：20）"),
      Option(
        "--patience", "N", en: "validations without progress before stopping (default: 0, never)",
        ja: "良くならない検証がこの回数続けば終了（省略時：0＝終了しない）"),
      .seed, .threads,
      Option(
        "--out", "DIR", en: "where the checkpoint and the model go (default: nothing is kept)",
        ja: "途中経過とモデルの保存先（省略時：何も残さない）"),
      Option(
        "--resume", nil,
        en: "go on from the checkpoint in the --out folder; with more --steps than before, further",
        ja: "--outのフォルダの途中経過から再開。--stepsを増やすと、その先まで続ける"),
      .json, .quiet,
    ],
    examples: [
      Example(
        "nakami train --data play.txt --steps 2000 --out Play",
        en: "nanoGPT's setting for a processor, on bytes", ja: "nanoGPTのプロセッサ向け設定を、バイト列で"
      ),
      Example(
        "nakami train --data play.txt --steps 2000 --out Play --resume", en: "go on after a stop",
        ja: "止めたところから再開"),
      Example(
        "nakami train --data play.txt --steps 4000 --out Play --resume",
        en: "learn 2,000 steps more",
        ja: "さらに2000ステップ学習"),
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
    var options = try Self.options(arguments)
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
    if let seconds = try TrainingTime.seconds(arguments, excluding: ["--steps", "--resume"]) {
      try Self.fit(&options, configuration, seconds: seconds, threads: threads, arguments)
    }
    self.options = options
    folder = arguments.string("--out")
    if let folder { try TrainingFolder.check(folder) }
    if arguments.has("--resume") && folder == nil {
      throw CommandError.usage(
        en: "--resume needs the folder of the checkpoint: --out DIR",
        ja: "--resumeには、チェックポイントのあるフォルダが必要です：--out DIR")
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

  /// Sets the steps that the time is good for, and says so.
  private static func fit(
    _ options: inout TrainingOptions, _ configuration: Configuration, seconds: Double, threads: Int,
    _ arguments: Arguments
  ) throws {
    let rate = try TrainingTime.rate(
      configuration, batch: options.batch, pool: WorkerPool(threadCount: threads))
    options.steps = TrainingTime.steps(
      seconds: seconds, tokensOfStep: options.batch * options.context * options.accumulation,
      rate: rate)
    options.warmupSteps = min(options.warmupSteps, options.steps / 10)
    try options.validate()
    if !arguments.has("--quiet") && !arguments.has("--json") {
      print(TrainingTime.note(steps: options.steps, rate: rate, minutes: seconds / 60).forReader)
    }
  }

  func run() throws {
    guard let path = arguments.string("--data") else {
      throw CommandError.usage(
        en: "name the text to learn from: --data FILE", ja: "学習に使う文章を指定してください：--data FILE")
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

    if arguments.has("--resume"), let files {
      try trainer.resume(from: files.checkpoint, extending: true)
    }
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
        ? LocalizedText(
          en: "nothing was kept: name a folder with --out",
          ja: "何も保存していません。残すには--outでフォルダを指定してください")
        : LocalizedText(
          en: "go on with the same command and --resume", ja: "続きは、同じコマンドに--resumeを付けてください")
      throw CommandError.interrupted(
        en: "interrupted after step \(trainer.completedSteps); \(remedy.en)",
        ja: "ステップ\(trainer.completedSteps)のあとで中断しました。\(remedy.ja)")
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
    let (steps, seconds) = (trainer.completedSteps, String(format: "%.1f", progress.seconds))
    let end =
      outcome == .stoppedEarly
      ? LocalizedText(
        en: "stopped after step \(steps): validation no longer improves (\(seconds) s)",
        ja: "検証の損失が下がらなくなったので、ステップ\(steps)で打ち切りました（\(seconds)秒）")
      : LocalizedText(en: "\(steps) steps in \(seconds) s", ja: "\(steps)ステップを\(seconds)秒で終えました")
    print(end.forReader)
    if trainer.stopping.bestLoss.isFinite {
      let (step, loss) = (
        trainer.stopping.bestStep, String(format: "%.4f", trainer.stopping.bestLoss)
      )
      print(
        LocalizedText(
          en: "best validation loss \(loss) nats per byte, after step \(step)",
          ja: "検証の損失は、ステップ\(step)の1バイトあたり\(loss)ナットが最小でした"
        ).forReader)
    }
    if let files {
      print(
        LocalizedText(
          en: "the best parameters are in \(files.path)", ja: "最良のパラメータは\(files.path)にあります"
        ).forReader)
      let next =
        configuration.vocabularySize < 256
        ? LocalizedText(
          en:
            "no tokenizer can stand for \(configuration.vocabularySize) of 256 bytes, so ask, logits "
            + "and import can't open them; --vocabulary 256 makes a model that they open",
          ja: "256種類のバイトのうち\(configuration.vocabularySize)種類だけのトークナイザーは作れないので、ask、logits、"
            + "importでは開けません。開けるモデルには--vocabulary 256を使ってください")
        : LocalizedText(
          en: "let it go on with a text: nakami ask \"…\" --model \(files.path)",
          ja: "続きを書かせるには：nakami ask \"…\" --model \(files.path)")
      print(next.forReader)
    }
  }
}
