import Numerics
import Testing

@testable import Training

struct BaselineTests {
  private let training: [[Int32]] = (0..<12).map { document in
    (0..<40).map { Int32([0, 1, 2, 1, 3, 1, 4][($0 + document * 3) % 7]) }
  }
  private let test: [[Int32]] = [[0, 1, 2, 1, 3, 4, 4, 1, 0], [3, 1, 4, 0, 1]]

  /// Whatever the threads do first, each result is that of a model of its own order.
  @Test(arguments: [1, 2, 3]) func eachOrderHasTheLossOfItsModel(threads: Int) {
    let found = BaselineEvaluation.evaluate(
      training: training, test: test, byteCount: 100, vocabularySize: 6,
      pool: WorkerPool(threadCount: threads))
    #expect(found.map(\.order) == [1, 2, 3, 4, 5])
    for result in found {
      let model = KneserNeyModel(documents: training, order: result.order, vocabularySize: 6)
      var nats = 0.0
      for document in test {
        for place in 1..<document.count {
          nats -= Portable.log(model.probability(of: document[place], after: document[..<place]))
        }
      }
      #expect(abs(result.loss - nats / 12) < 1e-9, "order \(result.order)")
      #expect(abs(result.lossPerByte - nats / 100) < 1e-9, "order \(result.order)")
    }
    #expect(Set(found.map(\.loss)).count == 5, "no two orders are taken for each other")
  }

  @Test func onlyTheOrdersAskedForAreTried() {
    let found = BaselineEvaluation.evaluate(
      training: training, test: test, byteCount: 100, vocabularySize: 6, orders: 2...3,
      pool: WorkerPool(threadCount: 1))
    #expect(found.map(\.order) == [2, 3])
  }
}
