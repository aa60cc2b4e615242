import Build
import Feedback
import Files
import Foundation
import ModelFile
import Names
import Numerics
import RawData
import Record
import Training

extension Command {
  static let improve = Command(
    name: "improve",
    summary: LocalizedText(
      en: "learns what people corrected, and keeps the new version if it is better",
      ja: "訂正から学んだ新しい版を作り、良くなっていれば採用します"),
    usage: "[options]",
    options: [
      .out,
      Option(
        "--feedback", "FILE",
        en: "feedback to learn from (default: where nakami feedback keeps it)",
        ja: "学ぶ評価のファイル（省略時：nakami feedbackの保存先）"),
      Option(
        "--way", "WAY", en: "all (every weight, default), last-block or low-rank",
        ja: "all（すべての重み、省略時）、last-block（最後のブロック）、low-rank（低ランク）"),
      Option("--rank", "N", en: "rank of low-rank corrections (default: 8)", ja: "低ランクの階数（省略時：8）"),
      Option("--steps", "N", en: "training steps", ja: "学習のステップ数"),
      Option("--learning-rate", "X", en: "learning rate of the first steps", ja: "はじめの学習率"),
      Option(
        "--no-replay", nil, en: "learn the corrections alone: see what is forgotten",
        ja: "訂正だけを学ぶ。何を忘れるかがわかる"),
      Option(
        "--from", "ID", en: "version to learn on from (default: the one that answers)",
        ja: "もとにする版（省略時：いま答えている版）"),
      Option(
        "--gate", "FILE",
        en: "your own conditions (default: versions/gate.json in the run's folder)",
        ja: "自分で決めた条件（省略時：記録のフォルダのversions/gate.json）"),
      Option(
        "--data", "PATH", en: "the text from which the model was built, if it was your own",
        ja: "自分の文章から作ったモデルなら、その文章"),
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
      .threads, .quiet,
    ],
    examples: [
      Example(
        "nakami improve", en: "a version from all corrections with a majority",
        ja: "過半数の支持を得た訂正から新しい版を作る"),
      Example("nakami improve --no-replay", en: "what the gate is for", ja: "条件がなぜ要るかを見る"),
      Example(
        "nakami improve --way low-rank --steps 400", en: "few numbers, more steps",
        ja: "少ない数だけを、長く学ぶ"),
      Example("nakami versions", en: "all versions and which one answers", ja: "すべての版と、いま答えている版"),
    ],
    notes: [
      LocalizedText(
        en: """
          Corrections are mixed with documents that the model learned before, or it would forget them. No run
          keeps its documents: those of the toy world are made again from seed and preset, which takes about as
          long as the first stages of the build; your own are read again from --data. Documents that tell the
          opposite of a correction are left out.

          Before anything is learned the conditions are read: versions/gate.json, or the file of --gate. Old and
          new version answer the same questions, and only a version that meets all conditions answers from then
          on. Refused ones are kept as well; nakami versions shows them.
          """,
        ja: """
          前に学んだ文書も混ぜて学びます。そうしないと忘れてしまうからです。記録に文書は残らないので、
          架空の町の文書は乱数の種から作り直し（構築のはじめの段階と同じくらいの時間がかかります）、
          自分の文章は --data から読み直します。
          訂正と逆のことを言う文書は使いません。

          学ぶ前に、採用の条件を versions/gate.json か --gate のファイルから読みます。もとの版と新しい版に同じ質問を
          して、すべての条件を満たした版だけが、それからの答えを受け持ちます。不採用の版も残り、nakami versions で
          見られます。
          """)
    ],
    run: ImproveCommand.run)
}

/// U8: corrections become a version.
enum ImproveCommand {
  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    let request = try ImproveRequest(arguments)
    let store = VersionStore(try Places.run(in: arguments.string("--out")))
    // Fixed before anything is learned.
    let gate = try request.gate ?? Self.gate(of: store)
    let lock = try store.lock()
    let parent = try request.parent ?? store.live()
    let ancestors = try Self.ancestors(of: parent, store)
    for ancestor in ancestors { try store.check(ancestor) }
    let base = try store.base()
    let model = try TrainedModel.load(folder: store.folder(of: parent))
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let corrections = try Corrections(
      arguments.string("--feedback") ?? FeedbackPlace.demand(arguments))
    let settings = try request.settings(of: store.out, model)
    let progress = ProgressDisplay(isQuiet: request.isQuiet)
    let ground = try Self.ground(settings, model, pool) { progress.show($0) }
    var plan = ImprovementPlan(settings)
    request.change(&plan)
    let stage = BuildStage.all.first { $0.id == "improve" }!
    progress.show(.began(stage))
    let outcome = try FeedbackVersion(
      ground: ground, gate: gate, tokenizer: model.tokenizer, pool: pool
    ).make(
      corrections.examples, again: ancestors.flatMap(\.examples).map(\.correction),
      from: model.parameters, plan: plan, feedback: corrections.count
    ) { done in
      progress.show(
        .progress(
          done: done, total: plan.steps,
          detail: LocalizedText(en: "learning from corrections", ja: "訂正から学習")))
    }
    progress.show(
      .finished(summary: LocalizedText(en: "\(plan.steps) steps", ja: "\(plan.steps)ステップ")))
    progress.end()
    let manifest = Self.manifest(
      store.nextID, parent: parent, base: base, outcome, corrections, gate, plan)
    var improved = TrainedModel(parameters: outcome.parameters, tokenizer: model.tokenizer)
    improved.generation = model.generation
    try store.add(manifest, improved, card: card(manifest, outcome), lock)
    if manifest.verdict == .accepted { try store.makeLive(manifest.id, lock) }
    if !request.isQuiet {
      for line in VersionWording.report(manifest) { print(line) }
    }
  }

  /// The README that travels with the version, as the build writes it of its own.
  private static func card(
    _ manifest: VersionManifest, _ outcome: FeedbackVersion.Outcome
  ) -> String {
    VersionCard(
      id: manifest.id,
      origin: .init(
        parent: manifest.parent, parentLoss: outcome.lossBefore, outcome.learning,
        rank: manifest.rank),
      corrections: manifest.examples.map { [$0.prompt, $0.before, $0.chosen, $0.after] },
      outcome: outcome, gate: manifest.gate
    ).text
  }

  /// Its own gate; the usual one is written there first where there is none.
  private static func gate(of store: VersionStore) throws -> ImprovementRecord.Gate {
    if !SystemCalls.exists(store.gate) { try GateFile.write(.usual, to: store.gate) }
    return try GateFile.read(store.gate)
  }

  /// The version and those that it came from, down to the second; version 1 has no manifest.
  static func ancestors(
    of id: Int, _ store: VersionStore
  ) throws(FileError) -> [VersionManifest] {
    var result: [VersionManifest] = []
    var id = id
    while id > 1 {
      let manifest = try store.manifest(id)
      result.append(manifest)
      id = manifest.parent
    }
    return result
  }

  private static func ground(
    _ settings: BuildSettings, _ model: TrainedModel, _ pool: WorkerPool,
    observe: @escaping (BuildEvent) -> Void
  ) throws -> ImprovementGround {
    let folder = NSTemporaryDirectory() + "nakami-improve-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try ImprovementGround(
      settings, tokenizer: model.tokenizer, folder: folder, pool: pool, observe: observe)
  }

  private static func manifest(
    _ id: Int, parent: Int, base: String, _ outcome: FeedbackVersion.Outcome,
    _ corrections: Corrections, _ gate: ImprovementRecord.Gate, _ plan: ImprovementPlan
  ) -> VersionManifest {
    var rank: Int?
    if case .lowRank(let own) = plan.way { rank = own }
    return VersionManifest(
      id: id, parent: parent, base: base,
      made: Date().formatted(.iso8601), way: plan.way.name, rank: rank, steps: plan.steps,
      learningRate: Double(plan.learningRate),
      exampleDocuments: outcome.learning.exampleDocuments,
      replayedDocuments: outcome.learning.replayedDocuments, feedback: corrections.count,
      examples: corrections.examples.enumerated().map { place, example in
        .init(
          kind: example.kind, language: example.language, prompt: example.prompt,
          chosen: example.answer, before: outcome.before[place], after: outcome.after[place])
      },
      scores: outcome.scores, lossBefore: outcome.lossBefore, lossAfter: outcome.lossAfter,
      gate: gate, failed: outcome.failed,
      verdict: outcome.failed.isEmpty ? .accepted : .refused, files: [])
  }
}
