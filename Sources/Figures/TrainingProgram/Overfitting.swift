import Charts
import Record

/// Training and validation loss of a model that learned, and of one that learned by heart: as far as they have
/// come at the first look, where the validation loss is lowest, where one would stop, and at the end.
struct Overfitting: FigureDefinition {
  let name = "overfitting"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ numbers: Measures) -> String
    var columns: [String]
    var series: Series
    var marks: @Sendable (_ best: String, _ stop: String?) -> (best: String, stop: String)
    var lossAxis: String
    var stepAxis: String
    var moment: @Sendable (_ moment: Moment, _ few: String, _ all: String) -> String
    var gap: String

    /// Why one looks at a step.
    enum Moment: Sendable {
      case first
      case best
      case stop(patience: Int)
      case last
    }

    struct Measures: Sendable {
      var documents: String
      var epochs: String
      var best: String
      var last: String
      var healthy: String
      var training: String
      var step: String
      /// Whether validation loss was above its best in the end.
      var worsens: Bool
    }

    struct Series: Sendable {
      var overfittedTraining: String
      var overfittedValidation: String
      var healthyTraining: String
      var healthyValidation: String
    }
  }

  static let english = Words(
    title: "Learning, and learning by heart",
    description: { numbers in
      "One model read all training documents, the other \(numbers.documents) of them "
        + "\(numbers.epochs) times over. Its training loss ends at \(numbers.training)"
        + (numbers.worsens
          ? ", but its validation loss is lowest at step \(numbers.step) (\(numbers.best)) and ends "
            + "at \(numbers.last)"
          : ", its validation loss at \(numbers.last), the lowest that it had")
        + ", where the other one has \(numbers.healthy)."
    },
    columns: [
      "#Step", "#Few: training", "#Few: validation", "#All: training", "#All: validation",
    ],
    series: Words.Series(
      overfittedTraining: "few documents: training",
      overfittedValidation: "few documents: validation",
      healthyTraining: "all documents: training", healthyValidation: "all documents: validation"),
    marks: { best, stop in
      (best: "kept: step \(best)", stop: stop.map { "stop: \($0)" } ?? "")
    },
    lossAxis: "loss (nats per token)",
    stepAxis: "training step",
    moment: { moment, few, all in
      switch moment {
      case .first: "At the first look the validation losses are \(few) (few) and \(all) (all)."
      case .best: "With few documents validation loss is never lower than here, \(few)."
      case .stop(let patience):
        "After \(NameWording.english(patience, "look")) without a new best, early stopping would end here, at \(few)."
      case .last: "At the end the validation losses are \(few) (few) and \(all) (all)."
      }
    },
    gap: "validation loss above training loss, few documents"
  )

  static let japanese = Words(
    title: "学ぶことと、丸暗記すること",
    description: { numbers in
      "片方は訓練の文書をすべて読み、もう片方は\(numbers.documents)個の文書だけを\(numbers.epochs)回繰り返し読みました。"
        + (numbers.worsens
          ? "丸暗記のほうは、訓練の損失が\(numbers.training)で終わるのに、検証の損失はステップ\(numbers.step)の"
            + "\(numbers.best)を底に\(numbers.last)で終わります。"
          : "丸暗記のほうは、訓練の損失が\(numbers.training)、検証の損失が\(numbers.last)（その中でいちばん低い値）で終わります。")
        + "もう片方は\(numbers.healthy)です。"
    },
    columns: ["#ステップ", "#少し：訓練", "#少し：検証", "#すべて：訓練", "#すべて：検証"],
    series: Words.Series(
      overfittedTraining: "少しの文書：訓練", overfittedValidation: "少しの文書：検証",
      healthyTraining: "すべての文書：訓練", healthyValidation: "すべての文書：検証"),
    marks: { best, stop in
      (best: "採用：\(best)", stop: stop.map { "打ち切り：\($0)" } ?? "")
    },
    lossAxis: "損失（ナット／トークン）",
    stepAxis: "学習ステップ",
    moment: { moment, few, all in
      switch moment {
      case .first: "最初に測った検証の損失は、少しの文書で\(few)、すべての文書で\(all)です。"
      case .best: "少しの文書での検証の損失は、ここがいちばん低く、\(few)です。"
      case .stop(let patience): "\(patience)回続けて良くならなかったので、早期終了ならここ（\(few)）で打ち切ります。"
      case .last: "終わりの検証の損失は、少しの文書で\(few)、すべての文書で\(all)です。"
      }
    },
    gap: "少しの文書で、検証の損失が訓練の損失を上回る分"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.tuning].overfitting
    let (few, all) = (record.overfitted, record.healthy)
    guard let last = few.validations.last, let healthy = all.validations.last,
      let training = few.losses.last, let best = few.validations.min(by: { $0.loss < $1.loss })
    else { throw context.missing(context.wording.reasons.noTrials) }
    let series = { (name: String, points: [TuningRecord.Point], isMarked: Bool) in
      LineChart.Series(
        name, points.map { LineChart.Point(Double($0.step), $0.loss) }, isMarked: isMarked)
    }
    let names = words.series
    let lines = [
      series(names.overfittedTraining, few.losses, false),
      series(names.overfittedValidation, few.validations, true),
      series(names.healthyTraining, all.losses, false),
      series(names.healthyValidation, all.validations, true),
    ]
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          documents: Numbers.count(few.documents), epochs: Numbers.fixed(few.epochs, 1),
          best: Numbers.fixed(best.loss, 3), last: Numbers.fixed(last.loss, 3),
          healthy: Numbers.fixed(healthy.loss, 3), training: Numbers.fixed(training.loss, 3),
          step: Numbers.count(few.bestStep), worsens: best.loss < last.loss)),
      DataTable(
        words.columns,
        few.validations.map { point in
          let near = { (points: [TuningRecord.Point]) in
            Trials.loss(points.first { $0.step >= point.step } ?? points.last)
          }
          return [
            Numbers.count(point.step), near(few.losses), Trials.loss(point), near(all.losses),
            near(all.validations),
          ]
        }),
      film(record, lines, context, words))
  }

  private func film(
    _ record: TuningRecord.Overfitting, _ lines: [LineChart.Series], _ context: FigureContext,
    _ words: Words
  ) -> Film {
    let few = record.overfitted
    let x = Axis(words.stepAxis, steps: lines.flatMap { $0.points.map(\.x) })
    let y = Axis(words.lossAxis, spanning: lines.flatMap { $0.points.map(\.y) }, from: 0)
    let mark = words.marks(Numbers.count(few.bestStep), few.stopStep.map { Numbers.count($0) })
    let marks =
      [LineChart.Reference(mark.best, at: Double(few.bestStep))]
      + (few.stopStep.map { [LineChart.Reference(mark.stop, at: Double($0))] } ?? [])
    let near = { (points: [TuningRecord.Point], step: Int) in
      (points.first { $0.step >= step } ?? points.last)?.loss ?? 0
    }
    return Film(
      Self.moments(record).map { step, moment in
        let (own, other) = (near(few.validations, step), near(record.healthy.validations, step))
        return Film.Frame(
          context.wording.learning.atStep(Numbers.count(step)),
          sentence: words.moment(moment, Numbers.fixed(own, 3), Numbers.fixed(other, 3)),
          check: Film.Check(FrameChecks.difference(own, near(few.losses, step)), words.gap),
          LineChart(
            x: x, y: y,
            series: lines.map { line in
              LineChart.Series(
                line.name, line.points.filter { $0.x <= Double(step) }, isMarked: line.isMarked)
            }, marks: marks, pointed: LineChart.Point(Double(step), own)))
      })
  }

  /// The steps that are shown, in their order; one that is several of them stands once, as the last.
  private static func moments(
    _ record: TuningRecord.Overfitting
  ) -> [(step: Int, moment: Words.Moment)] {
    let few = record.overfitted
    var moments: [(step: Int, moment: Words.Moment)] = [(few.bestStep, .best)]
    if let first = few.validations.first { moments.insert((first.step, .first), at: 0) }
    if let stop = few.stopStep { moments.append((stop, .stop(patience: record.patience))) }
    if let last = few.validations.last { moments.append((last.step, .last)) }
    return moments.indices.filter { index in
      !moments[(index + 1)...].contains { $0.step == moments[index].step }
    }.map { moments[$0] }
  }
}
