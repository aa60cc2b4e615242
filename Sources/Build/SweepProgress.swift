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
      var detail = "\(state.finished) runs finished"
      if state.best.isFinite { detail += ", lowest loss \(rounded(Double(state.best)))" }
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
