import Foundation
import Names
import Numerics
import Training
import Transformer

/// The ranges that the caller wants to have tried, checked before anything runs.
struct TuneRequest {
  /// More runs than anyone waits for.
  private static let mostRuns = 1000

  let trials: [SweepPlan.Trial]
  let contextLength: Int
  private(set) var tokens: Int
  let seed: UInt64
  let dataPath: String?
  let base: SweepSetting

  /// - Throws: `CommandError.usage` for a value that no run can use.
  init(_ arguments: Arguments) throws(CommandError) {
    let rates = try Self.numbers(arguments, "--learning-rate", in: 1e-9...1e9)
    let widths = try Self.integers(arguments, "--width", in: 1...65_536)
    let layers = try Self.integers(arguments, "--layers", in: 1...512)
    let heads = try Self.integers(arguments, "--heads", in: 1...512)
    let batches = try Self.integers(arguments, "--batch", in: 1...65_536)
    let dropouts = try Self.numbers(arguments, "--dropout", in: 0...0.99)
    base = SweepSetting(
      learningRate: rates?[0] ?? 0.004, width: Int(widths?[0] ?? 64),
      layerCount: Int(layers?[0] ?? 2), headCount: Int(heads?[0] ?? 4),
      batchSize: Int(batches?[0] ?? 8), dropout: dropouts?[0] ?? 0)
    if arguments.has("--grid") && arguments.has("--one-at-a-time") {
      throw .usage(
        en: "--grid and --one-at-a-time exclude each other; give one of them",
        ja: "--gridと--one-at-a-timeは同時に使えません。どちらか一つにしてください")
    }
    var values: [SweepKnob: [Double]] = [:]
    values[.learningRate] = rates
    values[.width] = widths
    values[.layerCount] = layers
    values[.headCount] = heads
    values[.batchSize] = batches
    values[.dropout] = dropouts
    let count =
      arguments.has("--grid")
      ? values.values.reduce(1.0) { $0 * Double($1.count) }
      : values.values.reduce(1.0) { $0 + Double($1.count - 1) }
    guard count <= Double(Self.mostRuns) else {
      throw .usage(
        en: "these are more than \(Self.mostRuns) runs; name fewer values",
        ja: "学習が\(Self.mostRuns)回を超えます。値の数を減らしてください")
    }
    let plan = SweepPlan(base: base, values: values)
    trials = arguments.has("--grid") ? plan.grid : plan.oneAtATime
    contextLength = try arguments.integer("--context", in: 1...65_536) ?? 64
    let steps = try arguments.integer("--steps", in: 1...10_000_000) ?? 200
    tokens = steps * base.batchSize * contextLength
    seed = try arguments.seed() ?? 1337
    dataPath = arguments.string("--data")
  }

  /// The runs.
  /// - Throws: `CommandError.usage` for the first combination of which no model can be made.
  func candidates(vocabularySize: Int) throws -> [SweepCandidate] {
    try trials.map { trial in
      let candidate = SweepCandidate(
        trial, context: contextLength, vocabularySize: vocabularySize, tokens: tokens, seed: seed)
      try BenchSettings.check(candidate.configuration, batch: candidate.options.batch)
      try candidate.options.validate()
      return candidate
    }
  }

  /// Sets the tokens that each run reads so that all of them take about `seconds`: the base is timed, and
  /// the others are expected to take as much longer as they have more parameters.
  mutating func fit(
    seconds: Double, vocabularySize: Int, pool: WorkerPool
  ) throws -> LocalizedText {
    let runs = try candidates(vocabularySize: vocabularySize)
    let rate = try TrainingTime.rate(
      runs[0].configuration, batch: runs[0].options.batch, pool: pool)
    let own = Double(runs[0].configuration.parameterCount)
    let share = runs.reduce(0) { $0 + Double($1.configuration.parameterCount) / own }
    let steps = TrainingTime.steps(
      seconds: seconds / share, tokensOfStep: base.batchSize * contextLength, rate: rate)
    tokens = steps * base.batchSize * contextLength
    return TrainingTime.note(steps: steps, rate: rate, minutes: seconds / 60)
  }

  private static func integers(
    _ arguments: Arguments, _ name: String, in range: ClosedRange<Int>
  ) throws(CommandError) -> [Double]? {
    try list(arguments, name) { text in
      Int(text).flatMap { range.contains($0) ? Double($0) : nil }
    } expecting: {
      LocalizedText(
        en: "whole numbers from \(range.lowerBound) to \(range.upperBound)",
        ja: "\(range.lowerBound)から\(range.upperBound)までの整数")
    }
  }

  private static func numbers(
    _ arguments: Arguments, _ name: String, in range: ClosedRange<Double>
  ) throws(CommandError) -> [Double]? {
    try list(arguments, name) { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    } expecting: {
      LocalizedText(
        en: String(format: "numbers from %g to %g", range.lowerBound, range.upperBound),
        ja: String(format: "%gから%gまでの数", range.lowerBound, range.upperBound))
    }
  }

  private static func list(
    _ arguments: Arguments, _ name: String, _ parse: (Substring) -> Double?,
    expecting: () -> LocalizedText
  ) throws(CommandError) -> [Double]? {
    guard let text = arguments.string(name) else { return nil }
    var values: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = parse(part) else {
        throw .usage(
          en: "\(name) takes \(expecting().en), separated by commas, not “\(part)”",
          ja: "\(name)に「\(part)」は使えません。\(expecting().ja)をコンマで区切って書いてください")
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }
}
