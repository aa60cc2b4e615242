import ModelFile
import Names

extension Trainer {
  /// All that the run needs to go on to the same bits: parameters, their running mean, the best
  /// parameters, both moments, counters, the state of the source, and what the steps so far did.
  public func checkpoint() -> Checkpoint {
    let layers = parameters.configuration.layerCount
    var floats = [
      "parameters": Array(parameters.values), "best_parameters": Array(bestParameters.values),
      "first_moment": Array(optimizer.firstMoment.values),
      "second_moment": Array(optimizer.secondMoment.values), "best_loss": [stopping.bestLoss],
    ]
    if let weightAverage { floats["average"] = Array(weightAverage.average.values) }
    floats["reports"] = reports.flatMap { $0.row(layers: layers) }
    return Checkpoint(
      floats: floats,
      words: [
        "source": source.checkpointState,
        "counters": [
          UInt64(optimizer.step), UInt64(stopping.bestStep),
          UInt64(stopping.evaluationsWithoutProgress),
        ],
      ],
      texts: ["run": fingerprint])
  }

  /// Writes a checkpoint that is there as a whole or not at all.
  /// - Throws: ``TrainingError/checkpoint(_:)``.
  public func writeCheckpoint(to path: String) throws(TrainingError) {
    do {
      try checkpoint().write(to: path)
    } catch {
      throw .checkpoint(error)
    }
  }

  /// Goes on from the checkpoint of an earlier, interrupted run with the same options and data.
  ///
  /// - Parameter extending: whether the run may have had fewer steps in all. The learning rate of the
  ///   steps to come is that of the longer run; those that were taken stay as they are.
  /// - Throws: ``TrainingError/checkpoint(_:)`` when the file can't be read, and
  ///   ``TrainingError/checkpointMismatch(file:problem:)`` when it is another run's.
  public func resume(from path: String, extending: Bool = false) throws(TrainingError) {
    let checkpoint: Checkpoint
    do {
      checkpoint = try Checkpoint(reading: path)
    } catch {
      throw .checkpoint(error)
    }
    let run = checkpoint.texts["run"] ?? ""
    let isSame =
      extending
      ? Self.withoutSteps(run) == Self.withoutSteps(fingerprint) : run == fingerprint
    guard isSame else {
      throw .checkpointMismatch(file: path, problem: Self.difference(run, fingerprint))
    }
    let taken = checkpoint.words["counters"]?.first ?? 0
    guard taken <= UInt64(options.steps) else {
      throw .checkpointMismatch(
        file: path,
        problem: LocalizedText(
          en: "it has taken \(taken) steps, now steps \(options.steps)",
          ja: "チェックポイントは\(taken)ステップまで進んでいますが、今のstepsは\(options.steps)です"))
    }
    try restore(checkpoint, from: path)
  }

  private static func withoutSteps(_ fingerprint: String) -> [Substring] {
    fingerprint.split(separator: "\n").filter { !$0.hasPrefix("steps ") }
  }

  private func restore(_ checkpoint: Checkpoint, from path: String) throws(TrainingError) {
    let layers = parameters.configuration.layerCount
    let counters = checkpoint.words["counters"] ?? []
    let rows = checkpoint.floats["reports"] ?? []
    let length = StepReport.rowLength(layers: layers)
    var targets = [
      "parameters": parameters, "best_parameters": bestParameters,
      "first_moment": optimizer.firstMoment, "second_moment": optimizer.secondMoment,
    ]
    if let weightAverage { targets["average"] = weightAverage.average }
    guard counters.count == 3, counters.allSatisfy({ $0 <= UInt64(options.steps) }),
      checkpoint.floats["best_loss"]?.count == 1,
      checkpoint.words["source"]?.count == source.checkpointState.count,
      rows.count == length * Int(counters[0]),
      targets.allSatisfy({ checkpoint.floats[$0.key]?.count == $0.value.values.count })
    else {
      throw .checkpointMismatch(
        file: path,
        problem: LocalizedText(
          en: "its rows are not those of a run", ja: "行が学習の記録のものではありません"))
    }
    for (name, target) in targets {
      _ = target.values.update(fromContentsOf: checkpoint.floats[name]!)
    }
    optimizer.step = Int(counters[0])
    stopping.bestStep = Int(counters[1])
    stopping.evaluationsWithoutProgress = Int(counters[2])
    stopping.bestLoss = checkpoint.floats["best_loss"]![0]
    source.checkpointState = checkpoint.words["source"]!
    reports = (0..<Int(counters[0])).map { number in
      StepReport(row: rows[number * length..<(number + 1) * length], layers: layers)
    }
  }

  /// Shape, hyperparameters and data, a line each: whoever goes on must have the same.
  var fingerprint: String {
    let shape = parameters.configuration
    let o = options
    let pairs: [(String, String)] = [
      ("layers", "\(shape.layerCount)"), ("heads", "\(shape.headCount)"),
      ("width", "\(shape.width)"), ("positions", "\(shape.contextLength)"),
      ("vocabulary", "\(shape.vocabularySize)"), ("dropout", "\(shape.dropout)"),
      ("steps", "\(o.steps)"), ("batch", "\(o.batch)"), ("context", "\(o.context)"),
      ("accumulation", "\(o.accumulation)"), ("learning-rate", "\(o.learningRate)"),
      ("minimum-learning-rate", "\(o.minimumLearningRate)"), ("warm-up", "\(o.warmupSteps)"),
      ("weight-decay", "\(o.weightDecay)"), ("beta1", "\(o.beta1)"), ("beta2", "\(o.beta2)"),
      ("epsilon", "\(o.epsilon)"), ("clip", "\(o.gradientClip)"), ("seed", "\(o.seed)"),
      ("evaluation-interval", "\(o.evaluationInterval)"), ("patience", "\(o.patience)"),
      ("averaging", "\(o.averaging)"),
      ("separator", source.separator.map { "\($0)" } ?? "none"),
      ("norm-interval", "\(o.normInterval)"), ("data", source.identity),
      ("validation", validation?.identity ?? "none"),
    ]
    return pairs.map { "\($0.0) \($0.1)" }.joined(separator: "\n")
  }

  /// The first line that differs, as `it has width 128, now width 64`.
  private static func difference(_ old: String, _ new: String) -> LocalizedText {
    let pairs = zip(old.split(separator: "\n"), new.split(separator: "\n"))
    guard let (before, now) = pairs.first(where: { $0 != $1 }) else {
      return LocalizedText(en: "it is unlike this one", ja: "この学習と違います")
    }
    return LocalizedText(
      en: "it has \(before), now \(now)", ja: "チェックポイントは\(before)、今は\(now)")
  }
}
