import Foundation
import Names
import Numerics
import Training

extension Command {
  static let tune = Command(
    name: "tune",
    summary: LocalizedText(
      en: "tries settings on small models and compares them", ja: "小さなモデルで設定を試し、比べます"),
    usage: "[--data FILE] [options]",
    options: [
      Option(
        "--data", "FILE", en: "text to learn from, byte by byte (default: the toy world)",
        ja: "1バイトずつ学ぶ文章（省略時：架空の町）"),
      Option(
        "--learning-rate", "LIST", en: "highest learning rates (default: 0.004)",
        ja: "最大の学習率（省略時：0.004）"),
      Option(
        "--width", "LIST", en: "widths of the residual stream (default: 64)",
        ja: "残差ストリームの幅（省略時：64）"),
      Option("--layers", "LIST", en: "blocks of the model (default: 2)", ja: "モデルのブロックの数（省略時：2）"),
      Option("--heads", "LIST", en: "attention heads (default: 4)", ja: "注意ヘッドの数（省略時：4）"),
      Option("--batch", "LIST", en: "sequences in a batch (default: 8)", ja: "1バッチの行の数（省略時：8）"),
      Option(
        "--dropout", "LIST", en: "shares of activations dropped while learning (default: 0)",
        ja: "学習中にランダムに0にする値の割合（省略時：0）"),
      Option("--context", "N", en: "tokens in a sequence (default: 64)", ja: "1行のトークンの数（省略時：64）"),
      Option(
        "--steps", "N", en: "steps of the base; all runs read as many tokens (default: 200)",
        ja: "基準のステップ数。読む量はどの実行も同じ（省略時：200）"),
      TrainingTime.minutes,
      Option(
        "--one-at-a-time", nil,
        en: "change one value of the base, the first of each list (default)",
        ja: "各リストの先頭を基準に、一つずつ変える（省略時）"),
      Option("--grid", nil, en: "try every combination of the values", ja: "値のすべての組み合わせを試す"),
      .seed, .threads,
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
      .json, .quiet,
    ],
    examples: [
      Example(
        "nakami tune --learning-rate 0.0004,0.004,0.04",
        en: "three learning rates on the toy world", ja: "架空の町で、三つの学習率"),
      Example(
        "nakami tune --data play.txt --width 32,64 --layers 1,2 --grid",
        en: "all four combinations on a text of your own", ja: "自分の文章で、4通りすべて"
      ),
      Example(
        "nakami tune --data play.txt --batch 8,32 --dropout 0,0.1 --steps 500 --json",
        en: "the base, another batch, another dropout, as JSON", ja: "基準と、別のバッチと、別のドロップアウトをJSONで"
      ),
    ],
    run: TuneCommand.run)
}

enum TuneCommand {
  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    var request = try TuneRequest(arguments)
    let seconds = try TrainingTime.seconds(arguments, excluding: ["--steps"])
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let ground = try TuneGround(request, lessons: arguments.string("--lessons"), pool: pool)
    let isJSON = arguments.has("--json")
    if let seconds {
      let note = try request.fit(
        seconds: seconds, vocabularySize: ground.vocabularySize, pool: pool)
      if !isJSON && !arguments.has("--quiet") { print(note.forReader) }
    }
    let candidates = try request.candidates(vocabularySize: ground.vocabularySize)
    let progress = TuneProgress(
      candidates, names: request.trials.map { $0.title(in: .ofReader) },
      isQuiet: isJSON || arguments.has("--quiet"))

    let cancellation = Cancellation()
    let interrupt = InterruptSignal { cancellation.cancel() }
    let results = try Sweep.run(
      candidates, validation: ground.validation, pool: pool, cancellation: cancellation,
      onStep: { number, _ in progress.step(number) },
      onFinish: { number, result in progress.finish(number, result) },
      source: ground.source)
    interrupt.stop()
    progress.end()

    let report = TuneReport(trials: request.trials, results: results)
    if isJSON { Console.json(report.json) } else { print(report.table) }
    if cancellation.isCancelled && report.finishedCount < results.count {
      throw CommandError.interrupted(
        en: "interrupted: \(report.finishedCount) of \(results.count) runs were finished",
        ja: "中断しました：\(results.count)回の学習のうち\(report.finishedCount)回が終わっています")
    }
  }
}
