import Build
import Files
import Foundation
import ModelFile
import Names
import Record

/// Both recorded stories, learned and judged by the model of a run, beside what its build took; takes a minute or
/// two, so it runs only where it is asked for by name.
enum ImprovementBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    guard settings.arguments.words.first == "improve" else { return [] }
    let out = try Places.run(in: settings.arguments.string("--model").map(Paths.parent(of:)))
    guard let setting = RunStore.setting(at: out + "/run"), setting.usesWorld, setting.hasLearning
    else {
      throw CommandError.data(
        en:
          "\(out) is no run of the toy world, of which the stories are; build one with nakami build",
        ja: "\(out)は架空の町の記録ではなく、このお話は試せません。nakami buildで作ってください")
    }
    let model = try TrainedModel.load(folder: out + "/model")
    var run = BuildSettings(
      preset: setting.preset ?? .standard, worldFolder: try Places.lessons(given: nil) + "/World")
    run.seed = setting.seed
    run.contextLength = model.parameters.configuration.contextLength
    let folder = NSTemporaryDirectory() + "nakami-bench-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var last = Date()
    func seconds() -> Double {
      defer { last = Date() }
      return Date().timeIntervalSince(last)
    }
    let ground = try ImprovementGround(
      run, tokenizer: model.tokenizer, folder: folder, pool: settings.pool)
    let gathering = seconds()
    var stories = Stories(
      run, from: model.parameters, tokenizer: model.tokenizer, ground: ground, pool: settings.pool)
    let asking = seconds()
    // Its number first: `stories.version(try stories.learnFacts())` would look it up among those before.
    let facts = try stories.learnFacts()
    let first = result("improve facts", stories.version(facts), seconds())
    let unknown = try stories.learnUnknown()
    let second = result("improve unknown", stories.version(unknown), seconds())
    return [
      BenchmarkResult(
        name: "improve documents",
        entries: [
          .number("collect_s", gathering), .number("ask_s", asking),
          .count("documents", ground.training.count),
        ]), first, second,
    ] + build(out)
  }

  /// Of one story on two cores, in seconds.
  private static let limit = 60.0

  /// How long the build of the run took, and of that its stage of versions; nothing where no times are kept.
  private static func build(_ out: String) -> [BenchmarkResult] {
    let path = Paths.join(out, "times.json")
    guard let times = try? JSONFile.read(path, limits: JSONLimits(byteCount: 1 << 16)),
      case .object(let stages)? = times["seconds"]
    else { return [] }
    let seconds = stages.map { ($0.name, $0.value.double ?? 0) }
    return [
      BenchmarkResult(
        name: "improve build",
        entries: [
          .number("build_s", seconds.reduce(0) { $0 + $1.1 }),
          .number("versions_s", seconds.reduce(0) { $0 + ($1.0 == "improve" ? $1.1 : 0) }),
        ])
    ]
  }

  private static func result(
    _ name: String, _ version: ImprovementRecord.Version, _ seconds: Double
  ) -> BenchmarkResult {
    func share(_ groups: [ImprovementMeasure], _ right: KeyPath<ImprovementRecord.Score, Int>)
      -> Double
    {
      let own = version.scores.filter { groups.contains($0.group) }
      let asked = own.reduce(0) { $0 + $1.asked }
      return asked == 0
        ? 0 : 100 * Double(own.reduce(0) { $0 + $1[keyPath: right] }) / Double(asked)
    }
    let known: [ImprovementMeasure] = [.neighbours, .others]
    return BenchmarkResult(
      name: name,
      entries: [
        .number("story_s", seconds), .number("limit_s", limit),
        .number("corrected_percent", share([.corrected], \.rightAfter)),
        .number("otherwise_percent", share([.otherwise], \.rightAfter)),
        .number("unknown_percent", share([.unknown], \.rightAfter)),
        .number("known_before_percent", share(known, \.rightBefore)),
        .number("known_after_percent", share(known, \.rightAfter)),
        .count("failed_clauses", version.failed.count),
      ])
  }
}
