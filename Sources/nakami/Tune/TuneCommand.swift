import Foundation
import Numerics
import Training

extension Command {
  static let tune = Command(
    name: "tune",
    summary: "tries settings on small models and compares them",
    usage: "[--data FILE] [options]",
    options: [
      Option("--data", "FILE", "text to learn from, byte by byte (default: the toy world)"),
      Option("--learning-rate", "LIST", "highest learning rates (default: 0.004)"),
      Option("--width", "LIST", "widths of the residual stream (default: 64)"),
      Option("--layers", "LIST", "blocks of the model (default: 2)"),
      Option("--heads", "LIST", "attention heads (default: 4)"),
      Option("--batch", "LIST", "sequences in a batch (default: 8)"),
      Option("--dropout", "LIST", "shares of activations dropped while learning (default: 0)"),
      Option("--context", "N", "tokens in a sequence (default: 64)"),
      Option("--steps", "N", "steps of the base; all runs read as many tokens (default: 200)"),
      Option(
        "--one-at-a-time", nil, "change one value of the base, the first of each list (default)"),
      Option("--grid", nil, "try every combination of the values"),
      .seed, .threads,
      Option("--lessons", "DIR", "folder of lessons and world (default: Lessons, here or above)"),
      .json, .quiet,
    ],
    examples: [
      ("nakami tune --learning-rate 0.0004,0.004,0.04", "three learning rates on the toy world"),
      (
        "nakami tune --data play.txt --width 32,64 --layers 1,2 --grid",
        "all four combinations on a text of your own"
      ),
      (
        "nakami tune --data play.txt --batch 8,32 --dropout 0,0.1 --steps 500 --json",
        "the base, another batch, another dropout, as JSON"
      ),
    ],
    run: TuneCommand.run)
}

enum TuneCommand {
  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    let request = try TuneRequest(arguments)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let ground = try TuneGround(request, lessons: arguments.string("--lessons"), pool: pool)
    let candidates = try request.candidates(vocabularySize: ground.vocabularySize)
    let isJSON = arguments.has("--json")
    let progress = TuneProgress(
      candidates, isQuiet: isJSON || arguments.has("--quiet"))

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
      throw CommandError(
        description: "interrupted: \(report.finishedCount) of \(results.count) runs were finished",
        exitCode: 130)
    }
  }
}
