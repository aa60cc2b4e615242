import Record
import Training

/// Results of a sweep as a recording keeps them: few points, four decimals.
extension TuningRecord {
  static func points(_ result: SweepResult) -> [Point] {
    result.validations.map { Point(step: $0.step, loss: fourDecimals(Double($0.loss))) }
  }

  /// At most `count` stretches of equal length; each point is the mean of a stretch, at its end.
  static func thinned(_ losses: [Float], count: Int = 20) -> [Point] {
    let stretches = min(count, losses.count)
    return (0..<stretches).map { stretch in
      let range = stretch * losses.count / stretches..<(stretch + 1) * losses.count / stretches
      let sum = losses[range].reduce(0) { $0 + Double($1) }
      return Point(step: range.upperBound, loss: fourDecimals(sum / Double(range.count)))
    }
  }
}

extension TuningRecord.Trial {
  init(_ knob: TuningRecord.Change, _ setting: SweepSetting, _ result: SweepResult) {
    self.init(
      knob: knob, learningRate: setting.learningRate, width: setting.width,
      layerCount: setting.layerCount, headCount: setting.headCount, batchSize: setting.batchSize,
      dropout: setting.dropout, steps: result.losses.count, parameterCount: result.parameterCount,
      losses: TuningRecord.thinned(result.losses), validations: TuningRecord.points(result),
      failedStep: result.failedStep)
  }
}

/// Four decimals: what a loss of a few nats is worth keeping.
func fourDecimals(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
