import Charts
import Foundation
import Training

/// The finished runs of a sweep by rising validation loss, failed ones last.
struct TuneReport {
  private struct Row {
    var setting: SweepSetting
    var result: SweepResult
    var loss: Float
  }

  private let rows: [Row]

  init(trials: [SweepPlan.Trial], results: [SweepResult?]) {
    let finished = zip(trials, results).compactMap { trial, result in
      result.map { result in
        Row(
          setting: trial.setting, result: result,
          loss: result.failedStep == nil ? result.best?.loss ?? .infinity : .infinity)
      }
    }
    // Equal ones stay in the order in which they were asked for.
    rows = finished.enumerated().sorted {
      ($0.element.loss, $0.offset) < ($1.element.loss, $1.offset)
    }
    .map(\.element)
  }

  var finishedCount: Int { rows.count }

  var table: String {
    let words = TuneWording.of(.ofReader)
    guard !rows.isEmpty else { return words.nothing }
    let head = words.columns
    let cells = rows.map { row in
      [
        row.result.failedStep.map(words.failed) ?? Self.loss(row.loss),
        Self.loss(Self.trainingLoss(row.result)), Self.number(row.setting.learningRate),
        "\(row.setting.width)", "\(row.setting.layerCount)", "\(row.setting.headCount)",
        "\(row.setting.batchSize)", Self.number(row.setting.dropout),
        "\(row.result.losses.count)", "\(row.result.parameterCount)",
      ]
    }
    let widths = head.indices.map { column in
      ([head] + cells).map { TerminalText.width(of: $0[column]) }.max()!
    }
    let lines = ([head] + cells).map { row in
      zip(row, widths).map { TerminalText.aligned($0, to: $1) }
        .joined(separator: "  ")
    }
    return lines.joined(separator: "\n") + "\n" + words.note
  }

  var json: String {
    let objects = rows.map { row in
      let setting = row.setting
      let best = row.result.best
      let entries = [
        ("validation_loss", row.loss.isFinite ? Self.loss(row.loss) : "null"),
        ("best_step", best.map { "\($0.step)" } ?? "null"),
        ("training_loss", Self.jsonLoss(Self.trainingLoss(row.result))),
        ("learning_rate", "\(setting.learningRate)"), ("width", "\(setting.width)"),
        ("layers", "\(setting.layerCount)"), ("heads", "\(setting.headCount)"),
        ("batch", "\(setting.batchSize)"), ("dropout", "\(setting.dropout)"),
        ("steps", "\(row.result.losses.count)"), ("parameters", "\(row.result.parameterCount)"),
        ("failed_step", row.result.failedStep.map { "\($0)" } ?? "null"),
      ]
      return "    {" + entries.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
    return "{\n  \"runs\": [\n" + objects.joined(separator: ",\n") + "\n  ]\n}"
  }

  /// Mean over the last tenth of the steps.
  private static func trainingLoss(_ result: SweepResult) -> Float {
    let last = result.losses.suffix(max(1, result.losses.count / 10))
    return last.isEmpty ? .nan : last.reduce(0, +) / Float(last.count)
  }

  private static func loss(_ value: Float) -> String {
    value.isFinite ? String(format: "%.4f", value) : "–"
  }

  private static func jsonLoss(_ value: Float) -> String {
    value.isFinite ? String(format: "%.4f", value) : "null"
  }

  private static func number(_ value: Double) -> String { String(format: "%g", value) }
}
