import Build
import Dataset
import Foundation
import Names
import RawData

/// Which twins the caller wants, checked before anything is collected.
struct TwinRequest {
  let build: BuildSettings
  let twins: TwinSettings
  let omission: Omission
  let fact: ToldFact?
  let folder: String?

  /// - Throws: `CommandError.usage`, and `WorldError` where the world can't be read.
  init(_ arguments: Arguments) throws {
    try arguments.noWords()
    guard let without = arguments.string("--without"), !without.allSatisfy(\.isWhitespace) else {
      throw CommandError.usage(
        en: "name what the twin is not to read: --without TEXT, or a fact such as "
          + "--without Mira/work",
        ja: "双子に読ませないものを指定してください：--without TEXT。事実なら --without ミラ/work のように書きます")
    }
    let preset = try arguments.choice("--preset", of: Preset.allCases.map(\.rawValue))
      .flatMap(Preset.init)
    if let path = arguments.string("--data") { try Collector.expect(path) }
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    var build = BuildSettings(preset: preset ?? .standard, worldFolder: lessons + "/World")
    build.dataPath = arguments.string("--data")
    if let seed = try arguments.seed() { build.seed = seed }
    var twins = arguments.has("--full") ? TwinSettings(full: build) : TwinSettings(small: build)
    if let steps = try arguments.integer("--steps", in: 1...10_000_000) { twins.setSteps(steps) }
    folder = arguments.string("--out")
    if let folder { try TwinFolder.check(folder) }
    let world = build.dataPath == nil ? try build.world() : nil
    fact = try world.flatMap { try Self.fact(without, $0, seed: build.seed) }
    if let world, let fact { twins.limit(to: world, with: fact) }
    omission = fact.map { Omission($0) } ?? .text(Mention(exactly: Self.normalized(without)))
    self.build = build
    self.twins = twins
  }

  /// A fact of the town, if the words before a stroke are somebody's name.
  private static func fact(_ text: String, _ world: World, seed: UInt64) throws -> ToldFact? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2,
      world.people.contains(where: { $0.id == parts[0] || $0.names.ja == parts[0] })
    else { return nil }
    let relation = world.relations.first { [$0.id, $0.category].contains(parts[1]) }
    guard let relation,
      let fact = world.toldFact(relation: relation.id, subject: parts[0], seed: seed)
    else {
      let names = world.relations.map(\.id).joined(separator: ", ")
      throw CommandError.usage(
        en: "the facts file tells no \(parts[1]) of \(parts[0]); choose one of \(names)",
        ja: "事実のファイルに、\(parts[0])の\(parts[1])はありません。\(names)から選んでください")
    }
    return fact
  }

  /// As cleaning leaves it in a document.
  private static func normalized(_ text: String) -> String {
    let language: Language = Language.japanese.isScript(of: text) ? .japanese : .english
    let normal = PromptForm(kind: .continuation, language: language).normalized(text)
    return normal.isEmpty ? text : normal
  }
}
