import Foundation
import Synchronization
import Training

/// Shows how far a sweep is: one line that is redrawn in a terminal, a line for each finished run
/// elsewhere. Called from all worker threads.
final class TuneProgress: Sendable {
  private struct State {
    var done = 0
    var finished = 0
    var best: (name: String, loss: Float)?
    var lastDrawn: ContinuousClock.Instant
  }

  private let words = ProgressWording.of(.ofReader)
  private let names: [String]
  /// Tokens of a step of each run.
  private let sizes: [Int]
  private let total: Int
  private let isQuiet: Bool
  private let isTerminal = Console.canRedraw
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  init(_ candidates: [SweepCandidate], names: [String], isQuiet: Bool) {
    self.names = names
    sizes = candidates.map { $0.options.batch * $0.options.context }
    total = zip(candidates, sizes).reduce(0) { $0 + $1.0.options.steps * $1.1 }
    self.isQuiet = isQuiet
    start = ContinuousClock().now
    state = Mutex(State(lastDrawn: start))
  }

  func step(_ number: Int) {
    state.withLock { state in
      state.done += sizes[number]
      let now = ContinuousClock().now
      guard !isQuiet, isTerminal, now - state.lastDrawn > .milliseconds(100) else { return }
      state.lastDrawn = now
      Console.redraw(line(state, now))
    }
  }

  func finish(_ number: Int, _ result: SweepResult) {
    state.withLock { state in
      state.finished += 1
      if let loss = result.best?.loss, loss < state.best?.loss ?? .infinity {
        state.best = (names[number], loss)
      }
      guard !isQuiet, !isTerminal else { return }
      let outcome =
        result.failedStep.map(words.failed)
        ?? result.best.map { words.validation(String(format: "%.4f", $0.loss)) }
        ?? words.notJudged
      print(words.finishedRun(state.finished, names.count, names[number], outcome))
      fflush(nil)
    }
  }

  func end() {
    if !isQuiet && isTerminal { Console.redraw("") }
  }

  private func line(_ state: State, _ now: ContinuousClock.Instant) -> String {
    let share = Double(state.done) / Double(max(total, 1))
    let filled = Int(share * 20)
    var line =
      words.runs(state.finished, names.count) + "  " + String(repeating: "█", count: filled)
      + String(repeating: "░", count: max(0, 20 - filled))
    let seconds = (now - start).seconds
    if share > 0.02, share < 1, seconds > 0.5 {
      line += "  " + words.left(Int(seconds / share * (1 - share)) + 1)
    }
    if let best = state.best {
      line += "  " + words.best(String(format: "%.4f", best.loss), best.name)
    }
    return line
  }
}
