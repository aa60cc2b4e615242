import Build
import Foundation
import Lessons
import Names
import Numerics
import RawData
import Record
import Site
import Transformer

extension Command {
  static let build = Command(
    name: "build",
    summary: LocalizedText(
      en: "makes a model from raw text, records it, and writes the pages",
      ja: "文章からモデルを作り、記録し、ページを書き出します"),
    usage: "[options]",
    options: [
      Option(
        "--data", "PATH", en: "a file or folder of your own text (default: the toy world)",
        ja: "自分の文章のファイルかフォルダ（省略時：架空の町）"),
      .textColumn, .without,
      .out, .seed,
      Option(
        "--preset", "NAME",
        en:
          "trial (a moment, learns nothing), tiny (15 seconds), standard (default) or large (an hour)",
        ja: "trial（一瞬。学習はしない）、tiny（15秒）、standard（省略時）、large（約1時間）"),
      Option("--steps", "N", en: "training steps", ja: "学習のステップ数"),
      Option(
        "--minutes", "N", en: "choose preset and steps so that all takes about so long here",
        ja: "全体が約N分になるように、このコンピュータでプリセットとステップ数を選ぶ"),
      .threads,
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
      Option(
        "--documents", "DIR", en: "keep the generated raw documents in an empty folder",
        ja: "作った生データを、空のフォルダに残す"),
      Option(
        "--parts", "DIR", en: "write the clean documents of the three parts to an empty folder",
        ja: "三つの組に分けたきれいな文書を、空のフォルダに書き出す"),
    ] + BuildKeep.options + [
      Option("--quiet", nil, en: "show no progress", ja: "途中経過を表示しない")
    ],
    examples: [
      Example(
        "nakami build", en: "the standard model, about six minutes on two cores",
        ja: "標準のモデル。2コアで約6分"),
      Example(
        "nakami build --preset tiny --out Tiny", en: "a small model that answers, in 15 seconds",
        ja: "答えられる小さなモデルを、15秒で"),
      Example(
        "nakami build --data my-texts --out Mine",
        en: "from your own .txt .md .html .json .jsonl .csv",
        ja: "自分の.txt .md .html .json .jsonl .csvから"),
      Example(
        "nakami build --data my-texts --minutes 20 --out Mine",
        en: "as large a model as twenty minutes are good for", ja: "20分に見合う大きさのモデルを作る"),
      Example(
        "nakami build --seed 7 --steps 800", en: "another start, a shorter training",
        ja: "別の種から、短い学習で"),
      Example("nakami build --resume", en: "go on after a stop", ja: "止めたところから再開"),
    ],
    notes: [.rulesOfCleaning],
    run: BuildCommand.run)
}

enum BuildCommand {
  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    let preset = try arguments.choice("--preset", of: Preset.allCases.map(\.rawValue))
    let steps = try arguments.integer("--steps", in: 1...10_000_000)
    let seed = try arguments.seed()
    let threads = try Threads.count(arguments)
    let dataPath = arguments.string("--data")
    if let dataPath { try Collector.expect(dataPath) }
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    let pool = WorkerPool(threadCount: threads)
    let chosen = try TrainingTime.choice(
      arguments, preset: preset.flatMap(Preset.init), dataPath: dataPath, pool: pool)
    var settings = BuildSettings(
      preset: chosen?.preset ?? preset.flatMap(Preset.init) ?? .standard,
      worldFolder: lessons + "/World")
    settings.dataPath = dataPath
    settings.textColumn = try textColumn(arguments)
    settings.without = try RuleNames.without(arguments)
    settings.documentsFolder = try arguments.emptyFolder("--documents")
    settings.partsFolder = try arguments.emptyFolder("--parts")
    if let steps = chosen?.steps ?? steps { settings.setSteps(steps) }
    if let seed { settings.seed = seed }

    let course = try Course.load(folder: lessons)
    let output = try OutputFolder(path: arguments.string("--out") ?? "Output")
    let keep = try BuildKeep.make(arguments, in: output)
    let interruption = Interruption(of: output) { BuildKeep.remark(output) }
    let progress = ProgressDisplay(isQuiet: arguments.has("--quiet"))
    do {
      try output.begin()
      let builder = RunBuilder(settings: settings, pool: pool) {
        progress.show($0)
      }
      let run = try builder.build(into: output.draft, keep: keep)
      progress.show(.began(.write))
      let equations = try RecordProof.demand(run)
      try RunStore.write(run, to: output.draft + "/run")
      try SiteWriter.write(
        run: run, course: course, live: try LiveFile.content(of: output.draft + "/model"),
        to: output.draft)
      progress.show(
        .finished(
          summary: LocalizedText(en: "pages in English and Japanese", ja: "英語と日本語のページ")))
      progress.end()
      try writeTimes(
        progress, speeds(run, preset: settings.preset, pool: pool), to: output.draft)
      try interruption.hold {
        try output.complete()
        keep.remove()
      }
      print(
        BuildReport.lines(
          run, equations: equations, seconds: progress.totalSeconds, folder: output.path
        ).joined(separator: "\n"))
    } catch {
      output.discard()
      throw error
    }
  }

  /// Only text of one's own has columns.
  private static func textColumn(_ arguments: Arguments) throws -> String? {
    guard let name = arguments.string("--text-column") else { return nil }
    guard arguments.string("--data") != nil else {
      throw CommandError.usage(
        en: "--text-column names a column of your own text; give that with --data",
        ja: "--text-columnは自分の文章の列を指定するものです。--dataで文章も指定してください")
    }
    return name
  }

  /// How fast the model and its smaller versions write on this machine, measured for a moment.
  private static func speeds(
    _ run: Run, preset: Preset, pool: WorkerPool
  ) -> [(name: String, rate: Double)] {
    let shape = run[.architecture]!
    let whole = Configuration(
      layerCount: shape.layerCount, headCount: shape.headCount, width: shape.width,
      contextLength: shape.contextLength, vocabularySize: shape.vocabularySize)
    return ShrinkBenchmark.measure(
      whole, BuildSettings.distilledConfiguration(of: whole),
      seconds: [.trial, .tiny].contains(preset) ? 0.02 : 0.3, pool: pool
    ).map { result in
      let rate = result.entries.compactMap { entry -> Double? in
        if case .number("tokens_per_s", let rate) = entry { return rate }
        return nil
      }
      return (String(result.name.dropFirst("shrink ".count)), rate.first ?? 0)
    }
  }

  /// Wall times and speeds, in a file of their own that is left out of every comparison.
  private static func writeTimes(
    _ progress: ProgressDisplay, _ speeds: [(name: String, rate: Double)], to folder: String
  ) throws {
    let stages = progress.seconds.map { String(format: "\"%@\":%.2f", $0.stage, $0.seconds) }
    let rates = speeds.map { String(format: "\"%@\":%.0f", $0.name, $0.rate) }
    let text =
      "{\"seconds\":{\(stages.joined(separator: ","))},"
      + "\"tokens_per_s\":{\(rates.joined(separator: ","))}}\n"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/times.json"))
    } catch {
      throw CommandError.io(
        en: "can't write times.json: \(OutputFolder.reason(error)); free some space",
        ja: "times.jsonを書き込めません（\(OutputFolder.reason(error))）。ディスクの空きを増やしてください")
    }
  }
}
