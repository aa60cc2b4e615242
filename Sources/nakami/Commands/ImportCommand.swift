import Build
import Foundation
import Lessons
import ModelFile
import Names
import Numerics
import Record

extension Command {
  static let importModel = Command(
    name: "import",
    summary: LocalizedText(
      en: "opens a GPT-2 style model made elsewhere and shows its inside",
      ja: "ほかで作られたGPT-2形式のモデルを開き、中を見せます"),
    usage: "DIR [options]",
    options: [
      Option(
        "--text", "TEXT", en: "what the model is to go on with (default: \"Once upon a time\")",
        ja: "続きを書かせる文章（省略時：\"Once upon a time\"）"),
      Option(
        "--positions", "N",
        en:
          "how many tokens of the text are recorded, its last ones (default: 128); time and pages "
          + "grow with their square",
        ja: "文章の最後の何トークンまでを記録するか（省略時：128）。時間とページの大きさは、その2乗で増える"),
      Option(
        "--tokens", "N", en: "how many tokens it writes at most (default: 32)",
        ja: "書かせる最大のトークン数（省略時：32）"),
      Option(
        "--out", "DIR", en: "folder for the pages and the converted model (default: Imported)",
        ja: "ページと変換したモデルのフォルダ（省略時：Imported）"),
      .threads,
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
      .quiet,
    ],
    examples: [
      Example(
        "nakami import gpt2", en: "a folder that transformers' save_pretrained wrote",
        ja: "transformersのsave_pretrainedが書いたフォルダ"),
      Example(
        "nakami import my-model --text \"The sea\" --out Sea", en: "with a prompt of your own",
        ja: "自分のプロンプトで"),
      Example(
        "nakami ask \"The sea\" --out Sea", en: "afterwards: let it answer", ja: "そのあとで、答えさせる"),
      Example(
        "nakami learn U3 --out Sea", en: "afterwards: walk through its inside", ja: "そのあとで、中を歩く"),
    ],
    run: ImportCommand.run)
}

enum ImportCommand {
  static func run(_ arguments: Arguments) throws {
    guard let source = try arguments.oneWord(called: .folder) else {
      throw CommandError.usage(
        en: "a model folder is missing: nakami import DIR",
        ja: "モデルのフォルダを指定してください：nakami import DIR")
    }
    let text = arguments.string("--text") ?? "Once upon a time"
    let limit = try arguments.integer("--tokens", in: 1...100_000) ?? 32
    let most = try arguments.integer("--positions", in: 1...100_000) ?? ImportStage.most
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    // What somebody named is looked at before what the program needs besides.
    var given: TrainedModel? = try TrainedModel.load(folder: source)
    given.map { ModelRemarks.show($0) }
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    let course = try Course.load(folder: lessons)
    let output = try OutputFolder(path: arguments.string("--out") ?? "Imported")
    let name = URL(fileURLWithPath: source).standardizedFileURL.lastPathComponent
    let progress = ImportProgress(isQuiet: arguments.has("--quiet"))
    let (run, equations) = try RunFolder.fill(output, course: course) { draft in
      // Nobody else keeps the model, so that its memory is free once the stage is done with it.
      guard let model = given.take() else { preconditionFailure("a model is imported once") }
      let run = try ImportStage(pool: pool).run(
        consume model, name: name, text: text, limit: limit, most: most, into: draft,
        onStage: progress.show)
      progress.showPages()
      return run
    }
    progress.end()
    sayCut(run, most: most)
    if !arguments.has("--quiet") { report(run, equations: equations, folder: output.path) }
  }

  /// Of a long text only the end is recorded.
  private static func sayCut(_ run: Run, most: Int) {
    guard
      run[.usage]?.answers.contains(where: { $0.preprocessing.contains { $0.name == .cut } })
        == true
    else { return }
    Console.error(
      LocalizedText(
        en:
          "the text is longer than the \(most) tokens that are recorded: only its end was given to "
          + "the model; --positions N records more, up to the context less one",
        ja: "文章が、記録する\(most)トークンより長いので、最後の部分だけをモデルに与えました。--positions N で、"
          + "文脈の長さより1少ない数まで増やせます"
      ).forReader)
  }

  private static func report(_ run: Run, equations: Int, folder: String) {
    let shape = run[.architecture]!
    print(
      LocalizedText(
        en: "\(shape.parameterCount) parameters: \(shape.layerCount) layers, "
          + "\(shape.headCount) heads, width \(shape.width), context \(shape.contextLength), "
          + "vocabulary \(shape.vocabularySize)",
        ja: "パラメータ\(shape.parameterCount)個：ブロック\(shape.layerCount)個、"
          + "ヘッド\(shape.headCount)個、幅\(shape.width)、文脈の長さ\(shape.contextLength)、"
          + "語彙\(shape.vocabularySize)"
      ).forReader)
    for answer in run[.usage]?.answers ?? [] { print("\(answer.prompt) → \(answer.text)") }
    print(RecordProof.line(equations))
    print(ReportWording.of(.ofReader).open(folder, " --out \(folder)"))
  }
}
