import Foundation
import Synchronization
import Testing

@testable import Numerics

@Suite struct WorkerPoolTests {
  @Test("every task runs exactly once", arguments: [1, 2, 3, 8])
  func everyTaskOnce(threads: Int) {
    let pool = WorkerPool(threadCount: threads)
    for taskCount in [0, 1, 2, 7, 100] {
      for _ in 0..<50 {
        let counts = (0..<taskCount).map { _ in Counter() }
        pool.run(taskCount) { counts[$0].value.add(1, ordering: .relaxed) }
        #expect(counts.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
      }
    }
  }

  @Test("a run inside a task of the same pool is carried out by that task")
  func nestedRuns() {
    let pool = WorkerPool(threadCount: 3)
    let total = Counter()
    pool.run(5) { _ in pool.run(10) { total.value.add($0, ordering: .relaxed) } }
    #expect(total.value.load(ordering: .relaxed) == 5 * 45)
  }

  @Test("workers that went to sleep wake up for the next run")
  func sleepersWake() async throws {
    let pool = WorkerPool(threadCount: 4)
    let total = Counter()
    for _ in 0..<5 {
      pool.run(20) { _ in total.value.add(1, ordering: .relaxed) }
      try await Task.sleep(for: .milliseconds(3))
    }
    #expect(total.value.load(ordering: .relaxed) == 100)
  }

  @Test(
    "stages: each task once, and none before the stage before it is done", arguments: [1, 2, 3, 8])
  func stagesInOrder(threads: Int) {
    let pool = WorkerPool(threadCount: threads)
    let work = StagedWork(taskCount: threads, pool)
    let (stages, tasks) = (40, work.taskCount)
    #expect(tasks == threads)
    for _ in 0..<20 {
      let done = (0..<stages * tasks).map { _ in Counter() }
      let early = Counter()
      work.run(stages: stages) { stage, task in
        for before in 0..<stage * tasks where done[before].value.load(ordering: .relaxed) != 1 {
          early.value.add(1, ordering: .relaxed)
        }
        done[stage * tasks + task].value.add(1, ordering: .relaxed)
      } ahead: { _, _, _ in
      }
      #expect(early.value.load(ordering: .relaxed) == 0)
      #expect(done.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
    }
  }

  @Test("stages: a thread that is alone does the work of all")
  func stagesAlone() {
    let pool = WorkerPool(threadCount: 3)
    let work = StagedWork(taskCount: 3, pool)
    let seen = Counter()
    pool.run(2) { outer in
      if outer == 0 {  // inside a task of the pool no other thread comes to help
        work.run(stages: 5) { stage, task in
          seen.value.add(1 << (3 * stage + task), ordering: .relaxed)
        } ahead: { _, _, _ in
        }
      }
    }
    #expect(seen.value.load(ordering: .relaxed) == 1 << 15 - 1)
  }

  @Test("stages: a task stays with its thread in every run", arguments: [2, 3])
  func stagesStay(threads: Int) {
    let pool = WorkerPool(threadCount: threads)
    let work = StagedWork(taskCount: threads, pool)
    let owners = (0..<threads).map { _ in Counter() }
    let strangers = Counter()
    for _ in 0..<300 {
      let present = Counter()
      work.run(stages: 1) { _, task in
        // Nobody can take a second task while all wait here for each other.
        present.value.add(1, ordering: .relaxed)
        while present.value.load(ordering: .relaxed) < threads { sched_yield() }
        let thread = Int(bitPattern: pthread_self())
        let (isFirst, owner) = owners[task].value.compareExchange(
          expected: 0, desired: thread, ordering: .relaxed)
        if !isFirst && owner != thread { strangers.value.add(1, ordering: .relaxed) }
      } ahead: { _, _, _ in
      }
    }
    #expect(strangers.value.load(ordering: .relaxed) == 0)
  }

  @Test("stages: whoever waits is told of the stage to come, from step 0 on")
  func stagesAhead() {
    let pool = WorkerPool(threadCount: 2)
    let work = StagedWork(taskCount: 2, pool)
    let (first, wrong, steps) = (Counter(), Counter(), Counter())
    work.run(stages: 2) { stage, task in
      if stage == 0 && first.value.add(1, ordering: .relaxed).newValue == 2 {
        while steps.value.load(ordering: .relaxed) < 100 {}  // the other one has to wait
      }
    } ahead: { stage, _, step in
      let expected = steps.value.add(1, ordering: .relaxed).oldValue
      if stage != 1 || step != expected { wrong.value.add(1, ordering: .relaxed) }
    }
    #expect(wrong.value.load(ordering: .relaxed) == 0)
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
