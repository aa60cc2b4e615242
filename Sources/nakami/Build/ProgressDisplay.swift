import Build
import Charts
import Foundation
import Names

/// Shows how far a build is: a bar that stays on one line in a terminal, plain lines elsewhere.
///
/// Wall time is only ever shown here and in `times.json`; nothing that is compared holds it.
final class ProgressDisplay {
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let language: Language
  private let start = Date()
  private var stage: BuildStage?
  private var stageStart = Date()
  private var lastDrawn = Date.distantPast
  private var lastPlainShare = 0.0
  private var losses: [Float] = []
  private var validationLoss: Float?
  private(set) var seconds: [(stage: String, seconds: Double)] = []

  init(isQuiet: Bool, language: Language = .ofReader) {
    self.isQuiet = isQuiet
    self.language = language
    isTerminal = Console.canRedraw
  }

  var totalSeconds: Double { Date().timeIntervalSince(start) }

  func show(_ event: BuildEvent) {
    switch event {
    case .began(let next):
      endStage()
      stage = next
      stageStart = Date()
      lastPlainShare = 0
      losses = []
      validationLoss = nil
      draw(share: nil, detail: "")
    case .progress(let done, let total, let detail):
      draw(
        share: Double(done) / Double(max(total, 1)), detail: detail[language], done: done)
    case .learned(let step, let total, let loss, let validation, let tokens):
      losses.append(loss)
      validationLoss = validation ?? validationLoss
      draw(
        share: Double(step) / Double(max(total, 1)),
        detail: learning(step: step, total: total, loss: loss, tokensPerStep: tokens))
    case .finished(let summary):
      guard !isQuiet, let stage else { return }
      let line = label(stage) + "  " + summary[language]
      if isTerminal { Console.redraw(line, terminator: "\n") } else { print(line) }
      flush()
    }
  }

  func end() {
    endStage()
  }

  private func endStage() {
    if let stage {
      seconds.append((stage.id, Date().timeIntervalSince(stageStart)))
    }
    stage = nil
  }

  private func label(_ stage: BuildStage) -> String {
    let number = (BuildStage.all.firstIndex { $0.id == stage.id } ?? 0) + 1
    let count = BuildStage.all.count
    let place = number < 10 ? " \(number)/\(count)" : "\(number)/\(count)"
    return place + "  " + TerminalText.padded(stage.title[language], to: 14)
  }

  /// Step, losses, speed, and on a terminal the course of the loss.
  private func learning(step: Int, total: Int, loss: Float, tokensPerStep: Int) -> String {
    let words = ProgressWording.of(language)
    let shown = { (loss: Float) in String(format: "%.3f", loss) }
    var text = words.learning(step, total, shown(loss), validationLoss.map(shown))
    let elapsed = Date().timeIntervalSince(stageStart)
    if elapsed > 0.5 { text += "  " + words.speed(Int(Double(step * tokensPerStep) / elapsed)) }
    return isTerminal ? text + "  " + Sparkline.text(losses, width: 16) : text
  }

  private func draw(share: Double?, detail: String, done: Int = 0) {
    guard !isQuiet, let stage else { return }
    let now = Date()
    let elapsed = now.timeIntervalSince(stageStart)
    if isTerminal {
      guard share == nil || share! >= 1 || now.timeIntervalSince(lastDrawn) > 0.1 else { return }
      lastDrawn = now
      var line = label(stage)
      if let share {
        let filled = Int(share * 20)
        line +=
          "  " + String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        line += " " + (done > 0 ? rate(done, elapsed) : "") + remaining(share, elapsed)
      }
      if !detail.isEmpty { line += "  " + detail }
      Console.redraw(TerminalText.truncated(line, to: columns - 1))
    } else if let share, share - lastPlainShare >= 0.2, share < 1 {
      lastPlainShare = share
      print(label(stage) + "  \(Int(share * 100))%\(remaining(share, elapsed))  " + detail)
      flush()
    }
  }

  private func rate(_ done: Int, _ elapsed: Double) -> String {
    guard elapsed > 0.5 else { return "" }
    return String(format: "%.1f/s ", Double(done) / elapsed)
  }

  private func remaining(_ share: Double, _ elapsed: Double) -> String {
    guard share > 0.02, share < 1, elapsed > 0.5 else { return "" }
    return " " + ProgressWording.of(language).left(Int(elapsed / share * (1 - share)) + 1)
  }

  private var columns: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : 80
  }

  private func flush() { fflush(nil) }
}
