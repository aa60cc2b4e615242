#if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif
  import Synchronization

  /// The threads of a pool, and from where they claim tasks.
  ///
  /// Owner of the threads: they refer only to the shared state, and are joined when it goes.
  final class Crew {
    private let shared: CrewState
    private var threads: [pthread_t] = []

    init(workerCount: Int) {
      shared = CrewState(participants: workerCount + 1)
      for worker in 1...workerCount {
        let start = Unmanaged.passRetained(WorkerStart(state: shared, participant: worker))
        #if canImport(Darwin)
          var thread: pthread_t?
        #else
          var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, nil, runWorker, start.toOpaque())
        precondition(status == 0, "a worker thread could not be started (error \(status))")
        #if canImport(Darwin)
          threads.append(thread!)
        #else
          threads.append(thread)
        #endif
      }
    }

    deinit {
      shared.stop()
      for thread in threads { pthread_join(thread, nil) }
    }

    /// Returns false, and runs nothing, when called from inside a task of this crew.
    func run(_ taskCount: Int, _ body: (_ task: Int, _ participant: Int) -> Void) -> Bool {
      shared.run(taskCount, body)
    }
  }

  private final class WorkerStart {
    let state: CrewState
    let participant: Int
    init(state: CrewState, participant: Int) {
      self.state = state
      self.participant = participant
    }
  }

  #if canImport(Darwin)
    private func runWorker(_ start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      let start = Unmanaged<WorkerStart>.fromOpaque(start).takeRetainedValue()
      start.state.work(as: start.participant)
      return nil
    }
  #else
    private func runWorker(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      let start = Unmanaged<WorkerStart>.fromOpaque(start!).takeRetainedValue()
      start.state.work(as: start.participant)
      return nil
    }
  #endif

  private typealias TaskBody = (_ task: Int, _ participant: Int) -> Void

  /// The tasks of one thread that no thread has claimed yet.
  ///
  /// `next` holds the number of the run in its upper half and the next unclaimed task in its lower
  /// half, so that one compare-and-exchange claims a task of exactly the run that was meant.
  private struct Claims: ~Copyable {
    let next = Atomic<UInt64>(CrewState.closed)
    /// Keeps the claims of two threads on different lines of the cache.
    private let space = SIMD8<UInt64>()
  }

  /// What the threads of a crew share.
  ///
  /// Each thread has a stretch of the tasks that is its own, the same in every run with as many
  /// tasks: what they read and write is then still in its core's caches. Whoever is done with its
  /// own takes tasks of the others.
  private final class CrewState: @unchecked Sendable {
    private let participants: Int
    private let claims: UnsafeMutablePointer<Claims>  // (participants)
    /// Number of the run whose tasks may be claimed.
    private let opened = Atomic<UInt64>(0)
    private let taskCount = Atomic<Int>(0)
    private let body = Atomic<UInt>(0)
    private let remaining = Atomic<Int>(0)
    private let busy = Atomic<Bool>(false)
    private let stopping = Atomic<Bool>(false)
    private let sleepingWorkers = Atomic<Int>(0)
    private let callerSleeps = Atomic<Bool>(false)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let workToDo = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let workDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// Lower half of claims that may not be made yet.
    static let closed: UInt64 = 0xFFFF_FFFF

    /// Looks that a thread takes before it sleeps: some tens of microseconds. That outlasts the
    /// pauses within a token or a step, where waking up would cost as much as the work that is
    /// shared, and still hands over a core which is wanted by another process soon.
    private static let patience = 100_000

    /// - Parameter participants: the workers and the caller, whose number is 0.
    init(participants: Int) {
      self.participants = participants
      claims = .allocate(capacity: participants)
      for participant in 0..<participants { (claims + participant).initialize(to: Claims()) }
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(workToDo, nil)
      pthread_cond_init(workDone, nil)
    }

    deinit {
      pthread_cond_destroy(workDone)
      pthread_cond_destroy(workToDo)
      pthread_mutex_destroy(mutex)
      workDone.deallocate()
      workToDo.deallocate()
      mutex.deallocate()
      claims.deinitialize(count: participants)
      claims.deallocate()
    }

    func run(_ count: Int, _ tasks: TaskBody) -> Bool {
      if busy.exchange(true, ordering: .acquiringAndReleasing) { return false }
      defer { busy.store(false, ordering: .releasing) }
      withoutActuallyEscaping(tasks) { escapable in
        withUnsafePointer(to: escapable) { pointer in
          let run = opened.load(ordering: .relaxed) &+ 1
          // Closing all claims first keeps a late worker of the run before from claiming a task
          // while the new run is being described.
          for participant in 0..<participants {
            claims[participant].next.store(
              run << 32 | Self.closed, ordering: .sequentiallyConsistent)
          }
          body.store(UInt(bitPattern: pointer), ordering: .relaxed)
          remaining.store(count, ordering: .relaxed)
          taskCount.store(count, ordering: .releasing)
          for participant in 0..<participants {
            let first = UInt64(firstTask(of: participant, count))
            claims[participant].next.store(run << 32 | first, ordering: .releasing)
          }
          opened.store(run, ordering: .sequentiallyConsistent)
          if sleepingWorkers.load(ordering: .sequentiallyConsistent) > 0 {
            pthread_mutex_lock(mutex)
            pthread_cond_broadcast(workToDo)
            pthread_mutex_unlock(mutex)
          }
          claimTasks(of: run, as: 0)
          waitUntilDone()
        }
      }
      return true
    }

    func work(as participant: Int) {
      var lastRun: UInt64 = 0
      while let run = nextRun(after: lastRun) {
        claimTasks(of: run, as: participant)
        lastRun = run
      }
    }

    func stop() {
      pthread_mutex_lock(mutex)
      stopping.store(true, ordering: .sequentiallyConsistent)
      pthread_cond_broadcast(workToDo)
      pthread_mutex_unlock(mutex)
    }

    /// Where a thread's own tasks begin; the next thread's end them.
    private func firstTask(of participant: Int, _ count: Int) -> Int {
      (participant * count + participants - 1) / participants
    }

    /// Runs tasks, the thread's own ones first, until none are left.
    private func claimTasks(of run: UInt64, as participant: Int) {
      for distance in 0..<participants {
        let owner = (participant + distance) % participants
        while let task = claim(from: owner, run) {
          let address = body.load(ordering: .relaxed)
          UnsafePointer<TaskBody>(bitPattern: address).unsafelyUnwrapped.pointee(task, participant)
          if remaining.subtract(1, ordering: .sequentiallyConsistent).newValue == 0,
            callerSleeps.load(ordering: .sequentiallyConsistent)
          {
            pthread_mutex_lock(mutex)
            pthread_cond_signal(workDone)
            pthread_mutex_unlock(mutex)
          }
        }
      }
    }

    /// The next task of a thread's own in this run, or nil when none is left.
    private func claim(from owner: Int, _ run: UInt64) -> Int? {
      while true {
        let current = claims[owner].next.load(ordering: .acquiring)
        let task = Int(current & Self.closed)
        let end = firstTask(of: owner + 1, taskCount.load(ordering: .acquiring))
        guard current >> 32 == run & Self.closed, task < end else { return nil }
        let (isClaimed, _) = claims[owner].next.weakCompareExchange(
          expected: current, desired: current &+ 1, ordering: .acquiringAndReleasing)
        if isClaimed { return task }
      }
    }

    private func waitUntilDone() {
      for _ in 0..<Self.patience where remaining.load(ordering: .acquiring) == 0 { return }
      pthread_mutex_lock(mutex)
      callerSleeps.store(true, ordering: .sequentiallyConsistent)
      while remaining.load(ordering: .sequentiallyConsistent) != 0 {
        pthread_cond_wait(workDone, mutex)
      }
      callerSleeps.store(false, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(mutex)
    }

    /// The number of the next open run, or nil when the crew is dissolved.
    private func nextRun(after last: UInt64) -> UInt64? {
      for _ in 0..<Self.patience {
        if let run = openRun(after: last) { return run }
        if stopping.load(ordering: .relaxed) { return nil }
      }
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      sleepingWorkers.add(1, ordering: .sequentiallyConsistent)
      defer { sleepingWorkers.subtract(1, ordering: .sequentiallyConsistent) }
      while true {
        if let run = openRun(after: last) { return run }
        if stopping.load(ordering: .sequentiallyConsistent) { return nil }
        pthread_cond_wait(workToDo, mutex)
      }
    }

    private func openRun(after last: UInt64) -> UInt64? {
      let run = opened.load(ordering: .sequentiallyConsistent)
      return run != last ? run : nil
    }
  }
#endif
