import Build
import Foundation
import Lessons
import ModelFile
import Numerics
import Record
import Site

extension Command {
  static let importModel = Command(
    name: "import",
    summary: "opens a GPT-2 style model made elsewhere and shows its inside",
    usage: "DIR [options]",
    options: [
      Option("--text", "TEXT", "what the model is to go on with (default: \"Once upon a time\")"),
      Option("--tokens", "N", "how many tokens it writes at most (default: 32)"),
      Option("--out", "DIR", "folder for the pages and the converted model (default: Imported)"),
      .threads,
      Option("--lessons", "DIR", "folder of lessons and world (default: Lessons, here or above)"),
      .quiet,
    ],
    examples: [
      ("nakami import gpt2", "a folder that transformers' save_pretrained wrote"),
      ("nakami import my-model --text \"The sea\" --out Sea", "with a prompt of your own"),
      ("nakami ask \"The sea\" --out Sea", "afterwards: let it answer"),
      ("nakami learn U3 --out Sea", "afterwards: walk through its inside"),
    ],
    run: ImportCommand.run)
}

enum ImportCommand {
  static func run(_ arguments: Arguments) throws {
    guard let source = try arguments.oneWord(called: "folder") else {
      throw CommandError.usage("a model folder is missing: nakami import DIR")
    }
    let text = arguments.string("--text") ?? "Once upon a time"
    let limit = try arguments.integer("--tokens", in: 1...100_000) ?? 32
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    let course = try Course.load(folder: lessons)
    let model = try TrainedModel.load(folder: source)
    let output = try OutputFolder(path: arguments.string("--out") ?? "Imported")
    let interruption = Interruption(of: output)
    do {
      try output.begin()
      let name = URL(fileURLWithPath: source).standardizedFileURL.lastPathComponent
      let run = try ImportStage(pool: pool).run(
        model, name: name, text: text, limit: limit, into: output.draft)
      let equations = try RecordProof.demand(run)
      try RunStore.write(run, to: output.draft + "/run")
      try SiteWriter.write(run: run, course: course, to: output.draft)
      try interruption.hold { try output.complete() }
      if !arguments.has("--quiet") {
        report(run, equations: equations, folder: output.path)
      }
    } catch {
      output.discard()
      throw error
    }
  }

  private static func report(_ run: Run, equations: Int, folder: String) {
    let shape = run[.architecture]!
    print(
      "\(shape.parameterCount) parameters: \(shape.layerCount) layers, \(shape.headCount) heads, "
        + "width \(shape.width), context \(shape.contextLength), vocabulary \(shape.vocabularySize)"
    )
    for answer in run[.usage]?.answers ?? [] { print("\(answer.prompt) → \(answer.text)") }
    print(RecordProof.line(equations))
    print(
      "Open \(folder)/index.html in a browser, or walk the lessons: nakami learn --out \(folder)")
  }
}
