import Numerics

/// What counting alone achieves: Kneser-Ney models of orders 1 to 5 on the same documents.
public struct BaselineEvaluation: Sendable, Equatable, Codable {
  public let order: Int
  /// Nats per token and per byte, over the tokens that ``DocumentEvaluation`` predicts.
  public let loss: Double
  public let lossPerByte: Double

  /// One result for each order.
  /// - Parameter byteCount: bytes of text that the evaluated documents hold.
  public static func evaluate(
    training: [[Int32]], test: [[Int32]], byteCount: Int, vocabularySize: Int,
    orders: ClosedRange<Int> = 1...5, pool: WorkerPool
  ) -> [BaselineEvaluation] {
    let orders = Array(orders)
    var results = [BaselineEvaluation?](repeating: nil, count: orders.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      // The longest order takes the longest, so it begins first.
      pool.run(orders.count) { task in
        let number = orders.count - 1 - task
        let model = KneserNeyModel(
          documents: training, order: orders[number], vocabularySize: vocabularySize)
        let (nats, tokens) = model.surprise(of: test)
        buffer[number] = BaselineEvaluation(
          order: orders[number], loss: tokens == 0 ? 0 : nats / Double(tokens),
          lossPerByte: byteCount == 0 ? 0 : nats / Double(byteCount))
      }
    }
    return results.map { $0! }
  }
}
