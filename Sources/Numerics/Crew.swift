#if canImport(Glibc) || canImport(Darwin) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif
  import Synchronization

  /// The threads of a pool and the counter from which they claim tasks.
  ///
  /// Owner of the threads: they refer only to the shared state, and are joined when it goes.
  final class Crew {
    private let shared = CrewState()
    private var threads: [pthread_t] = []

    init(workerCount: Int) {
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

  /// What the threads of a crew share.
  ///
  /// `ticket` holds the number of the run in its upper half and the next unclaimed task in its
  /// lower half, so that one compare-and-exchange claims a task of exactly the run that was meant.
  private final class CrewState: @unchecked Sendable {
    private let ticket = Atomic<UInt64>(closed)
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

    /// Lower half of a ticket whose tasks may not be claimed yet.
    private static let closed: UInt64 = 0xFFFF_FFFF

    /// Looks that a thread takes before it sleeps: some tens of microseconds. That outlasts the
    /// pauses within a token or a step, where waking up would cost as much as the work that is
    /// shared, and still hands over a core which is wanted by another process soon.
    private static let patience = 100_000

    init() {
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
    }

    func run(_ count: Int, _ tasks: TaskBody) -> Bool {
      if busy.exchange(true, ordering: .acquiringAndReleasing) { return false }
      defer { busy.store(false, ordering: .releasing) }
      withoutActuallyEscaping(tasks) { escapable in
        withUnsafePointer(to: escapable) { pointer in
          // Closing the ticket first keeps a late worker of the run before from claiming a task
          // while the new run is being described.
          let run = ((ticket.load(ordering: .relaxed) >> 32) &+ 1) << 32
          ticket.store(run | Self.closed, ordering: .sequentiallyConsistent)
          taskCount.store(count, ordering: .relaxed)
          body.store(UInt(bitPattern: pointer), ordering: .relaxed)
          remaining.store(count, ordering: .relaxed)
          ticket.store(run, ordering: .sequentiallyConsistent)
          if sleepingWorkers.load(ordering: .sequentiallyConsistent) > 0 {
            pthread_mutex_lock(mutex)
            pthread_cond_broadcast(workToDo)
            pthread_mutex_unlock(mutex)
          }
          claimTasks(of: run >> 32, as: 0)
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

    private func claimTasks(of run: UInt64, as participant: Int) {
      while true {
        let current = ticket.load(ordering: .acquiring)
        let task = current & 0xFFFF_FFFF
        guard current >> 32 == run, task < UInt64(taskCount.load(ordering: .relaxed)) else {
          return
        }
        let address = body.load(ordering: .relaxed)
        let (claimed, _) = ticket.weakCompareExchange(
          expected: current, desired: current &+ 1, ordering: .acquiringAndReleasing)
        guard claimed else { continue }
        UnsafePointer<TaskBody>(bitPattern: address).unsafelyUnwrapped.pointee(
          Int(task), participant)
        if remaining.subtract(1, ordering: .sequentiallyConsistent).newValue == 0,
          callerSleeps.load(ordering: .sequentiallyConsistent)
        {
          pthread_mutex_lock(mutex)
          pthread_cond_signal(workDone)
          pthread_mutex_unlock(mutex)
        }
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
      let current = ticket.load(ordering: .sequentiallyConsistent)
      let isOpen = current & 0xFFFF_FFFF != Self.closed && current >> 32 != last
      return isOpen ? current >> 32 : nil
    }
  }
#endif
