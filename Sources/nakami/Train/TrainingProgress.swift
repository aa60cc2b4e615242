import Foundation
import Training

/// Shows a training run: step, losses, speed, time left and the course of the loss.
///
/// In a terminal one line is redrawn; elsewhere each validation prints a line.
final class TrainingProgress {
  private let trainer: Trainer
  private let isQuiet: Bool
  private let isTerminal = Console.canRedraw
  private let firstStep: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant
  private var validationLoss: Float?
  private(set) var seconds = 0.0

  init(trainer: Trainer, isQuiet: Bool) {
    self.trainer = trainer
    self.isQuiet = isQuiet
    firstStep = trainer.completedSteps
    validationLoss = trainer.reports.last { $0.validationLoss != nil }?.validationLoss
    start = clock.now
    lastDrawn = start
  }

  var tokensPerSecond: Double {
    let options = trainer.options
    let tokens =
      (trainer.completedSteps - firstStep) * options.batch * options.context * options.accumulation
    return seconds > 0 ? Double(tokens) / seconds : 0
  }

  func show(_ report: StepReport) {
    let now = clock.now
    seconds = (now - start).seconds
    if let loss = report.validationLoss { validationLoss = loss }
    let isLast = report.step == trainer.options.steps
    guard !isQuiet else { return }
    if isTerminal {
      guard report.validationLoss != nil || isLast || now - lastDrawn > .milliseconds(100) else {
        return
      }
      lastDrawn = now
      Console.redraw(line(report))
    } else if report.validationLoss != nil || report.step == firstStep + 1 {
      print(line(report))
    }
    fflush(nil)
  }

  func end() {
    if !isQuiet && isTerminal { print() }
  }

  private func line(_ report: StepReport) -> String {
    let steps = trainer.options.steps
    let taken = report.step - firstStep
    let words = ProgressWording.of(.ofReader)
    let shown = { (loss: Float) in String(format: "%.4f", loss) }
    var line = words.learning(report.step, steps, shown(report.loss), validationLoss.map(shown))
    if seconds > 0.5 {
      let left = seconds / Double(taken) * Double(steps - report.step)
      line += "  " + words.speed(Int(tokensPerSecond))
      if left > 0 { line += "  " + words.left(Int(left.rounded(.up))) }
    }
    return line + "  " + Sparkline.text(trainer.reports.map(\.loss), width: 24)
  }
}

/// A row of bars that shows the course of a quantity.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// At most `width` bars, each the mean of a stretch of the values, between their least and
  /// largest mean.
  static func text(_ values: [Float], width: Int) -> String {
    guard !values.isEmpty else { return "" }
    let count = min(width, values.count)
    let means = (0..<count).map { number in
      let stretch = values[number * values.count / count..<(number + 1) * values.count / count]
      return stretch.reduce(0, +) / Float(stretch.count)
    }
    let (low, high) = (means.min()!, means.max()!)
    return String(
      means.map { mean in
        high > low ? bars[Int(((mean - low) / (high - low) * 7).rounded())] : bars[0]
      })
  }
}
