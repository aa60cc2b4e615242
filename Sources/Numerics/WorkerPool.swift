/// A fixed set of threads that share out numbered tasks.
///
/// Each thread, the caller among them, begins with tasks that are its own, the same in every run with
/// as many tasks: what they touch is then in its core's cache. A thread that is done takes those of
/// others one by one, so a core that runs another process slows only the task that it holds. A result
/// may depend on which task a number names, never on which thread ran it or when: that is how the bits
/// stay the same with any number of threads. A `run` inside a task of the same pool is carried out by
/// that task alone. Whoever calls from several threads at once takes a pool for each: a pool has one
/// working memory.
public final class WorkerPool: @unchecked Sendable {
  public let threadCount: Int

  /// One pool of a single thread for each participant, for work nested inside a task.
  private var serialPools: [WorkerPool] = []
  private var scratchMemory = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)
  #if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
    private var crew: Crew?
  #endif

  /// - Parameter threadCount: the caller included; 1 runs everything on the caller.
  public init(threadCount: Int) {
    precondition(threadCount >= 1, "WorkerPool(threadCount: \(threadCount)): needs at least 1")
    #if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
      self.threadCount = threadCount
      if threadCount > 1 {
        serialPools = (0..<threadCount).map { _ in WorkerPool(threadCount: 1) }
        crew = Crew(workerCount: threadCount - 1)
      }
    #else
      self.threadCount = 1
    #endif
  }

  deinit { UnsafeMutableRawPointer(scratchMemory.baseAddress)?.deallocate() }

  /// Runs each of the tasks `0..<taskCount` once, in no fixed order, and returns when all are done.
  public func run(_ taskCount: Int, _ body: (_ task: Int) -> Void) {
    runNested(taskCount) { task, _ in body(task) }
  }

  /// Runs tasks that use kernels inside: each is handed a pool of its own thread only.
  public func runNested(
    _ taskCount: Int, _ body: (_ task: Int, _ serial: WorkerPool) -> Void
  ) {
    #if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
      if taskCount > 1, let crew {
        let pools = serialPools
        if crew.run(taskCount, { task, participant in body(task, pools[participant]) }) { return }
        let serial = WorkerPool(threadCount: 1)  // already inside a task of this pool
        for task in 0..<taskCount { body(task, serial) }
        return
      }
    #endif
    let serial = serialPools.first ?? self
    for task in 0..<taskCount { body(task, serial) }
  }

  /// Working memory of this single thread, kept from call to call; contents are undefined.
  func scratch(floats count: Int) -> UnsafeMutablePointer<Float> {
    if count > scratchMemory.count {
      UnsafeMutableRawPointer(scratchMemory.baseAddress)?.deallocate()
      scratchMemory = FloatMemory.zeros(max(count, FloatMemory.largePageCount))
    }
    return scratchMemory.baseAddress.unsafelyUnwrapped
  }
}
