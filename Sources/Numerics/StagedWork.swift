#if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif
  import Synchronization
#endif

/// Work in many short stages: the threads of a pool stay together from the first to the last.
///
/// A stage has the same number of tasks as all others, and begins when those of the stage before are
/// done. Each thread takes the task of its own number if it can, in run after run, so that the
/// caches of its core keep what that task reads; and any other that is left, so that a thread that
/// is late or away is waited for only while it holds a task. Whoever waits may use the time to read
/// ahead what it will need.
public final class StagedWork: @unchecked Sendable {
  /// Tasks of each stage, one for each thread.
  public let taskCount: Int
  private let pool: WorkerPool

  /// - Parameter taskCount: at least 1; not more than the pool's threads or 32 are used.
  public init(taskCount: Int, _ pool: WorkerPool) {
    self.pool = pool
    self.taskCount = max(1, min(taskCount, pool.threadCount, 32))
  }

  #if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
    /// Tasks done so far, of all stages together.
    private let done = Atomic<Int>(0)
    /// The stage whose tasks are being claimed in the upper half, a bit for each claimed one below.
    private let claims = Atomic<UInt64>(0)
    /// Looks at the others' progress before a waiting thread lets another process have its core.
    private static let patience = 20_000

    /// Runs every task of every stage once; returns when all are done.
    ///
    /// - Parameters:
    ///   - ahead: a small step of preparation for a task that will come; called while there is
    ///     nothing to do, with `step` counted from 0.
    public func run(
      stages: Int, _ body: (_ stage: Int, _ task: Int) -> Void,
      ahead: (_ stage: Int, _ task: Int, _ step: Int) -> Void
    ) {
      if taskCount == 1 {
        for stage in 0..<stages { body(stage, 0) }
        return
      }
      done.store(0, ordering: .relaxed)
      claims.store(0, ordering: .relaxed)
      pool.run(taskCount) { own in
        var step = 0
        while true {
          let stage = done.load(ordering: .acquiring) / taskCount
          if stage >= stages { return }
          if let task = claim(stage, preferring: own) {
            body(stage, task)
            done.add(1, ordering: .acquiringAndReleasing)
            step = 0
          } else {
            if stage + 1 < stages { ahead(stage + 1, own, step) }
            step += 1
            if step > Self.patience { sched_yield() }
          }
        }
      }
    }

    /// A task of this stage that no thread has claimed, or nil.
    private func claim(_ stage: Int, preferring own: Int) -> Int? {
      let all = UInt64(1) << UInt64(taskCount) - 1
      var seen = claims.load(ordering: .acquiring)
      while seen >> 32 <= UInt64(stage) {
        let taken = seen >> 32 == UInt64(stage) ? seen & 0xFFFF_FFFF : 0
        if taken == all { return nil }
        let isFree = taken >> UInt64(own) & 1 == 0
        let task = isFree ? own : (~taken).trailingZeroBitCount
        let (claimed, now) = claims.compareExchange(
          expected: seen, desired: UInt64(stage) << 32 | taken | 1 << UInt64(task),
          ordering: .acquiringAndReleasing)
        if claimed { return task }
        seen = now
      }
      return nil
    }
  #else
    /// Runs every task of every stage once.
    public func run(
      stages: Int, _ body: (_ stage: Int, _ task: Int) -> Void,
      ahead: (_ stage: Int, _ task: Int, _ step: Int) -> Void
    ) {
      for stage in 0..<stages { body(stage, 0) }
    }
  #endif
}
