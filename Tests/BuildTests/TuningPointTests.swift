import Record
import Testing

@testable import Build

@Suite struct TuningPointTests {
  @Test func stretchesOfLossesKeepTheirMean() {
    let points = TuningRecord.thinned([4, 2, 3, 1, 0.5], count: 2)
    #expect(points == [.init(step: 2, loss: 3), .init(step: 5, loss: 1.5)])
    #expect(TuningRecord.thinned([1], count: 20) == [.init(step: 1, loss: 1)])
    #expect(TuningRecord.thinned([], count: 20).isEmpty)
  }
}
