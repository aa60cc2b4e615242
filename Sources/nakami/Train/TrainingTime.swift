import Build
import Charts
import Foundation
import Names
import Numerics
import Training
import Transformer

/// How much learning fits into a time on this machine, by a rate that is measured for a moment.
enum TrainingTime {
  static let minutes = Option(
    "--minutes", "N", en: "choose the steps so that it takes about so long on this machine",
    ja: "このコンピュータで約N分になるように、ステップ数を選ぶ")

  /// - Returns: seconds; nil without the option.
  /// - Throws: `CommandError.usage` where something else says the length, too.
  static func seconds(_ arguments: Arguments, excluding others: [String]) throws -> Double? {
    guard let minutes = try arguments.number("--minutes", in: 0.01...100_000) else { return nil }
    for other in others where arguments.string(other) != nil || arguments.has(other) {
      throw CommandError.usage(
        en: "--minutes and \(other) exclude each other; give one of them",
        ja: "--minutesと\(other)は同時に使えません。どちらか一つにしてください")
    }
    return minutes * 60
  }

  /// Preset and steps of a build, said on the way; nil without `--minutes`.
  static func choice(
    _ arguments: Arguments, preset: Preset?, dataPath: String?, pool: WorkerPool
  ) throws -> TimeBudget.Choice? {
    guard let seconds = try seconds(arguments, excluding: ["--steps", "--resume"]) else {
      return nil
    }
    let budget = TimeBudget(seconds: seconds, textBytes: dataPath.map(bytes))
    let choice = try budget.choice(of: preset) {
      try rate($0.configuration, batch: $0.batchSize, pool: pool)
    }
    let command = "--preset \(choice.preset.rawValue) --steps \(choice.steps)"
    if !arguments.has("--quiet") {
      print(note(choice, minutes: seconds / 60, command: command).forReader)
    }
    return choice
  }

  /// Bytes of a file or of all files in a folder; what can't be read counts nothing and is named later.
  private static func bytes(_ path: String) -> Int {
    let files = FileManager.default
    func size(_ path: String) -> Int {
      ((try? files.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return size(path)
    }
    let names = files.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.reduce(0) { sum, name in
      var isInner: ObjCBool = false
      let inner = path + "/" + name
      guard files.fileExists(atPath: inner, isDirectory: &isInner), !isInner.boolValue else {
        return sum
      }
      return sum + size(inner)
    }
  }

  /// Tokens a second at which a model of this shape is trained, measured over about `seconds`.
  static func rate(
    _ configuration: Configuration, batch: Int, pool: WorkerPool, seconds: Double = 0.4
  ) throws -> Double {
    let shape = BenchSettings.Shape(
      layers: configuration.layerCount, heads: configuration.headCount,
      width: configuration.width, context: configuration.contextLength, batch: batch,
      vocabulary: configuration.vocabularySize)
    let trainer = try StepBenchmark.trainer(shape, pool: pool)
    let measurement = try Measurement(seconds: seconds) { _ = try trainer.step() }
    return Double(shape.tokens) / measurement.median * 1e3
  }

  /// Steps of about so many seconds.
  static func steps(seconds: Double, tokensOfStep: Int, rate: Double) -> Int {
    max(1, Int(min(seconds * rate / Double(tokensOfStep), 100_000_000)))
  }

  /// What was chosen and why, with what makes the same again.
  static func note(
    _ choice: TimeBudget.Choice, minutes: Double, command: String
  ) -> LocalizedText {
    let (steps, rate) = (Numbers.count(choice.steps), Numbers.count(Int(choice.rate)))
    let passes = String(format: "%.1f", choice.passes)
    let time = String(format: "%g", minutes)
    let limit = choice.isLimitedByText
    return LocalizedText(
      en: "\(time) minutes: preset \(choice.preset.rawValue), \(steps) steps "
        + "(\(rate) tokens a second, measured; the text \(passes) times"
        + (limit ? ", more would teach it by heart" : "") + "); the same again: \(command)",
      ja: "\(time)分なら：プリセット\(choice.preset.rawValue)、\(steps)ステップ"
        + "（測った速さは毎秒\(rate)トークン。文章を\(passes)回読みます"
        + (limit ? "。これ以上は丸暗記になります" : "") + "）。同じものをもう一度作るには：\(command)")
  }

  static func note(steps: Int, rate: Double, minutes: Double) -> LocalizedText {
    let time = String(format: "%g", minutes)
    return LocalizedText(
      en:
        "\(time) minutes: \(Numbers.count(steps)) steps (\(Numbers.count(Int(rate))) tokens a second, "
        + "measured); the same again: --steps \(steps)",
      ja: "\(time)分なら：\(Numbers.count(steps))ステップ（測った速さは毎秒\(Numbers.count(Int(rate)))トークン）。"
        + "同じものをもう一度作るには：--steps \(steps)")
  }
}
