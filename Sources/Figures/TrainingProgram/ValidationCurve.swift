import Charts
import Record

/// Training and validation loss side by side as far as they have come, and the step that was kept.
struct ValidationCurve: FigureDefinition {
  let name = "validation-curve"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ best: String, _ loss: String, _ training: String, _ stopped: Bool) -> String
    var bestMark: @Sendable (_ step: String) -> String
    var smoothed: String
    var start: @Sendable (_ loss: String) -> String
    var later: @Sendable (_ loss: String, _ isBest: Bool) -> String
    var kept: @Sendable (_ loss: String) -> String
    var check: (gap: String, loss: String)
  }

  static let english = Words(
    title: "Learning or learning by heart? Training and validation loss",
    description: { best, loss, training, stopped in
      "The validation loss is lowest at step \(best): \(loss) nats per token (training then: "
        + "\(training)). "
        + (stopped
          ? "It rose after that, so training was stopped and the best parameters were kept."
          : "The parameters of that step were kept.")
    },
    bestMark: { "kept: step \($0)" },
    smoothed: "training (mean around each point)",
    start: { "The first look at the validation part: \($0) nats per token." },
    later: { loss, isBest in
      isBest
        ? "At \(loss) the validation loss is lower than at any look before."
        : "At \(loss) the validation loss is not the lowest any more."
    },
    kept: { "Lower than here it never is: at \($0) the parameters are kept." },
    check: (gap: "how far the validation loss is from the training loss", loss: "validation loss")
  )

  static let japanese = Words(
    title: "身についたのか、丸暗記か：訓練と検証の損失",
    description: { best, loss, training, stopped in
      "検証の損失がいちばん低いのはステップ\(best)で、1トークンあたり\(loss)ナット（そのときの訓練の損失は\(training)）。"
        + (stopped ? "そのあと上がり始めたので学習を打ち切り、いちばん良かったパラメータを残しました。" : "このステップのパラメータを残しました。")
    },
    bestMark: { "採用：ステップ\($0)" },
    smoothed: "訓練（前後の平均）",
    start: { "はじめて検証データで測りました。1トークンあたり\($0)ナットです。" },
    later: { loss, isBest in
      isBest ? "検証の損失は\(loss)で、これまででいちばん低くなりました。" : "検証の損失は\(loss)で、いちばん低かったときより高くなりました。"
    },
    kept: { "検証の損失がいちばん低いのは、この\($0)です。ここのパラメータを残します。" },
    check: (gap: "検証の損失と訓練の損失の差", loss: "検証の損失")
  )

  private typealias Step = TrainingRecord.Step

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    guard
      let best = record.validations.first(where: { $0.step == record.bestStep })
        ?? record.validations.min(by: { $0.loss < $1.loss }), !record.steps.isEmpty
    else { throw context.missing(context.wording.reasons.noSteps) }
    let smooth = record.validations.compactMap { validation in
      mean(record.steps, around: validation.step).map {
        LineChart.Point(Double(validation.step), $0)
      }
    }
    let atBest = mean(record.steps, around: best.step)
    let losses = smooth.map(\.y) + record.validations.map(\.loss)
    return context.figure(
      words.title,
      words.description(
        Numbers.count(best.step), Numbers.fixed(best.loss, 3),
        atBest.map { Numbers.fixed($0, 3) } ?? "–", record.stoppedEarly),
      try TrainingCurves.lossTable(context),
      try film(record, best: best, losses: losses, context, words))
  }

  private func film(
    _ record: TrainingRecord, best: TrainingRecord.Validation, losses: [Double],
    _ context: FigureContext, _ words: Words
  ) throws(FigureError) -> Film {
    let x = Axis(context.wording.learning.stepAxis, steps: record.steps.map { Double($0.step) })
    let y = Axis(context.wording.learning.lossAxis, spanning: losses, scale: .logarithmic)
    let whole = try TrainingCurves.validationSeries(context)
    return Film(
      Self.moments(record.validations, best: best.step).map { place in
        let now = record.validations[place]
        let training = mean(record.steps, around: now.step)
        return Film.Frame(
          context.wording.learning.atStep(Numbers.count(now.step)),
          sentence: sentence(place, of: record.validations, best: best.step, words),
          check: training.map {
            Film.Check(FrameChecks.difference(now.loss, $0), words.check.gap)
          } ?? Film.Check(Numbers.fixed(now.loss, 3), words.check.loss),
          LineChart(
            x: x, y: y,
            series: [
              LineChart.Series(
                words.smoothed,
                record.validations[...place].compactMap { validation in
                  mean(record.steps, around: validation.step).map {
                    LineChart.Point(Double(validation.step), $0)
                  }
                }, isMarked: true),
              LineChart.Series(
                whole.name, whole.points.filter { $0.x <= Double(now.step) }, isMarked: true),
            ],
            marks: now.step < best.step
              ? []
              : [
                LineChart.Reference(
                  words.bestMark(Numbers.count(best.step)), at: Double(best.step))
              ], pointed: LineChart.Point(Double(now.step), now.loss)))
      })
  }

  private func sentence(
    _ place: Int, of looks: [TrainingRecord.Validation], best: Int, _ words: Words
  ) -> String {
    let now = looks[place]
    let loss = Numbers.fixed(now.loss, 3)
    if now.step == best { return words.kept(loss) }
    if place == 0 { return words.start(loss) }
    return words.later(loss, looks[..<place].allSatisfy { now.loss < $0.loss })
  }

  /// The first look, the last, the one that was kept, and up to three between, closer together at the beginning.
  static func moments(_ looks: [TrainingRecord.Validation], best: Int) -> [Int] {
    let spread = LossCurve.moments(looks.count)
    let kept = looks.firstIndex { $0.step == best }
    return Array(Set(spread + [kept].compactMap(\.self))).sorted()
  }

  /// Mean loss of the steps at most ten away from one.
  private func mean(_ steps: [Step], around step: Int) -> Double? {
    let near = steps.filter { ($0.step - step).magnitude <= 10 }
    return near.isEmpty ? nil : near.reduce(0) { $0 + $1.loss } / Double(near.count)
  }
}
