import Numerics
import Testing
import Transformer

@testable import Training

struct EvaluationTests {
  @Test func everyTokenButTheFirstIsPredictedOnce() {
    let documents: [[Int32]] = [[1], [], [1, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]]
    let windows = DocumentEvaluation.windows(of: documents, context: 4)
    #expect(
      windows == [
        .init(document: 3, start: 0, count: 4), .init(document: 3, start: 4, count: 4),
        .init(document: 2, start: 0, count: 2),
      ])
  }

  @Test func uniformModelIsAsSurprisedAsItsVocabulary() {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 8, contextLength: 4, vocabularySize: 10))
    let result = DocumentEvaluation(
      parameters: parameters, documents: [[1, 2, 3, 0, 5, 6, 7], [1, 0]], byteCount: 14, batch: 2,
      pool: WorkerPool(threadCount: 1))
    #expect(result.tokens == 7)
    #expect(abs(result.loss - 2.302585) < 1e-5)
    #expect(abs(result.lossPerByte - 2.302585 / 2) < 1e-5)
    #expect(abs(result.perplexity - 10) < 1e-4)
    // All logits are equal, so the best guess is token 0, which comes twice.
    #expect(result.right == 2)
    #expect(result.calibration.bins[1].count + result.calibration.bins[0].count == 7)
  }

  @Test func lossAgreesWithTheModelsOwn() {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 16, contextLength: 4, vocabularySize: 10))
    parameters.initialize(seed: 4)
    for index in parameters.values.indices { parameters.values[index] *= 8 }
    let documents: [[Int32]] = [[1, 2, 3, 0, 5, 6, 7, 8, 9], [4, 5], [9, 8, 7]]
    let result = DocumentEvaluation(
      parameters: parameters, documents: documents, byteCount: 1, batch: 2,
      pool: WorkerPool(threadCount: 2))
    let model = Model(
      parameters: parameters, batch: 1, positions: 4, pool: WorkerPool(threadCount: 1),
      keepsGradients: false)
    var nats = 0.0
    for row in [[1, 2, 3, 0, 5], [5, 6, 7, 8, 9], [4, 5], [9, 8, 7]] as [[Int32]] {
      row.withUnsafeBufferPointer { row in
        let count = row.count - 1
        nats +=
          Double(count)
          * Double(
            model.forward(
              inputs: .init(rebasing: row[..<count]), targets: .init(rebasing: row[1...]), batch: 1,
              positions: count))
      }
    }
    #expect(result.tokens == 11)
    #expect(abs(result.nats - nats) < 1e-4)
  }

  @Test func calibrationSortsByConfidence() {
    var calibration = Calibration(binCount: 2)
    for (confidence, isRight) in [(0.2, false), (0.4, true), (0.9, true), (1.0, true)] {
      calibration.add(confidence: confidence, isRight: isRight)
    }
    #expect(calibration.bins.map(\.count) == [2, 2])
    #expect(calibration.bins.map(\.accuracy) == [0.5, 1])
    // |0.5 − 0.3| and |1 − 0.95|, each half of all.
    #expect(abs(calibration.expectedError - 0.125) < 1e-12)
  }

  @Test func earlyStoppingCountsEvaluationsWithoutProgress() {
    var stopping = EarlyStopping(patience: 2, minimumGain: 0.1)
    let progress = [(2, 10), (1.95, 20)].map { stopping.observe(loss: $0, step: $1) }
    #expect(progress == [true, false])
    #expect(!stopping.shouldStop)
    let last = stopping.observe(loss: 2.5, step: 30)
    #expect(!last)
    #expect(stopping.shouldStop)
    #expect(stopping.bestStep == 10)
  }
}
