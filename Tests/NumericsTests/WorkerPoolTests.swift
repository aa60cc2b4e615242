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

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
