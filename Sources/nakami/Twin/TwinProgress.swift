import Foundation
import Names
import Synchronization

/// Shows how far a pair is, in one line that is redrawn in a terminal. Called from both trainings.
final class TwinProgress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let isQuiet: Bool
  private let state: Mutex<(done: Int, drawn: ContinuousClock.Instant)>

  init(steps: Int, isQuiet: Bool) {
    total = 2 * steps
    self.isQuiet = isQuiet
    isShown = !isQuiet && Console.canRedraw
    state = Mutex((0, ContinuousClock().now))
  }

  /// Text is made or read first.
  func collects() {
    let line = LocalizedText(
      en: "collecting and cleaning the text …", ja: "文章を集めて、掃除しています…"
    ).forReader
    if isShown { Console.redraw(line) } else if !isQuiet { print(line) }
  }

  /// One of the two took a step.
  func step() {
    state.withLock { state in
      state.done += 1
      let now = ContinuousClock().now
      guard isShown, now - state.drawn > .milliseconds(100) else { return }
      state.drawn = now
      let filled = state.done * 20 / max(total, 1)
      Console.redraw(
        LocalizedText(
          en: "two models, \(state.done) of \(total) steps",
          ja: "二つのモデル、\(total)ステップのうち\(state.done)"
        ).forReader + "  " + String(repeating: "█", count: filled)
          + String(repeating: "░", count: max(0, 20 - filled)))
    }
  }

  func end() {
    if isShown { Console.redraw("") }
  }
}
