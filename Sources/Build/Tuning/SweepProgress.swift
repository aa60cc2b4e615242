import Names
import Synchronization
import Training

/// Counts what the runs of a sweep have read, on whichever thread they are, and tells the observer.
final class SweepProgress: @unchecked Sendable {
  private let tokens: Int
  private let observe: (BuildEvent) -> Void
  // The lock guards the counts and lets one thread at a time speak to the observer.
  private let state = Mutex((read: 0, finished: 0, best: Float.infinity))

  /// - Parameter tokens: that all runs together will read.
  init(tokens: Int, observe: @escaping (BuildEvent) -> Void) {
    self.tokens = tokens
    self.observe = observe
  }

  func add(_ count: Int) {
    state.withLock { state in
      state.read += count
      var detail = LocalizedText(
        en: "\(state.finished) runs finished", ja: "\(state.finished)回の実行が終了")
      if state.best.isFinite {
        let best = rounded(Double(state.best))
        detail.en += ", lowest loss \(best)"
        detail.ja += "、損失は最小\(best)"
      }
      observe(.progress(done: min(state.read, tokens), total: tokens, detail: detail))
    }
  }

  func finish(_ result: SweepResult) {
    state.withLock { state in
      state.finished += 1
      state.best = min(state.best, result.best?.loss ?? .infinity)
    }
  }
}
