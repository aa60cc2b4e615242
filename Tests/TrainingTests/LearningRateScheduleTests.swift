import Testing

@testable import Training

struct LearningRateScheduleTests {
  let schedule = LearningRateSchedule(peak: 1, floor: 0.1, warmupSteps: 3, totalSteps: 11)

  @Test func warmsUpInEqualSteps() {
    #expect((0..<4).map(schedule.rate) == [0.25, 0.5, 0.75, 1])
  }

  @Test func fallsAlongHalfACosine() {
    // Half way from step 3 to step 11 the cosine is 0; a quarter of the way it is √½.
    #expect(schedule.rate(at: 7) == 0.55)
    let share = Float((1 + 0.5.squareRoot()) / 2)
    #expect(abs(schedule.rate(at: 5) - 0.1 - 0.9 * share) < 1e-6)
  }

  @Test func staysAtTheFloorAtTheEnd() {
    #expect(schedule.rate(at: 11) == 0.1)
    #expect(schedule.rate(at: 1000) == 0.1)
  }

  @Test func needsNoWarmUp() {
    let plain = LearningRateSchedule(peak: 1, floor: 0, warmupSteps: 0, totalSteps: 4)
    #expect(plain.rate(at: 0) == 1)
    #expect(plain.rate(at: 2) == 0.5)
  }
}
