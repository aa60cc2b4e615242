import Names
import Record

extension SampleRun {
  private static let japaneseRow = ["ミラ", "は", "パン屋", "。"].enumerated().map {
    piece(Int32(30 + $0), $1)
  }

  private static func adamStep(
    _ index: Int, weight: Double, gradient: Double
  ) -> AlgorithmRecord.AdamStep {
    .init(
      parameter: "wte.weight", index: index, step: 1, weightBefore: weight, gradient: gradient,
      firstMomentBefore: 0, secondMomentBefore: 0, firstMoment: 0.0001, secondMoment: 1e-9,
      firstMomentCorrected: 0.001, secondMomentCorrected: 1e-6, learningRate: 0.001,
      weightDecay: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightAfter: 0.018998,
      rawGradient: 2 * gradient, clipFactor: 0.5)
  }

  /// The step made “.” likelier and “。” less likely, and the loss of both texts smaller.
  package static let algorithm = AlgorithmRecord(
    gradientChecks: [
      .init(
        parameter: "wte.weight", index: 45 * width + 2, weight: 0.02, backpropagation: 0.00123,
        finiteDifference: 0.00123, step: 0.001),
      .init(
        parameter: "wte.weight", index: 33 * width + 4, weight: 0.03, backpropagation: 0.00456,
        finiteDifference: 0.00456, step: 0.001),
      .init(
        parameter: "ln_f.weight", index: 1, weight: 1, backpropagation: 0.5,
        finiteDifference: 0.5, step: 0.001),
    ],
    adamSteps: [
      adamStep(45 * width + 2, weight: 0.02, gradient: 0.001),
      adamStep(33 * width + 4, weight: 0.03, gradient: 0.002),
    ],
    example: .init(
      context: Array(row.dropLast()), target: row[5], candidates: candidates([".", ",", " and"]),
      targetProbability: 0.5, loss: 0.6931, language: .english, text: 0, place: 4,
      candidatesAfter: [0.75, 0.125, 0.0625], targetProbabilityAfter: 0.75, lossAfter: 0.2877),
    exampleInOtherLanguage: .init(
      context: Array(japaneseRow.dropLast()), target: japaneseRow[3],
      candidates: candidates(["で", "が", "を"]), targetProbability: 0.0625, loss: 2.7726,
      language: .japanese, text: 1, place: 2, candidatesAfter: [0.5, 0.25, 0.0625],
      targetProbabilityAfter: 0.03125, lossAfter: 3.4657),
    batch: .init(
      step: 1,
      texts: [
        .init(
          language: .english, tokens: row, before: [0.9, 0.8, 0.7, 0.6, 0.5],
          after: [0.9, 0.8, 0.75, 0.65, 0.75]),
        .init(
          language: .japanese, tokens: japaneseRow, before: [0.5, 0.25, 0.0625],
          after: [0.6, 0.3, 0.03125]),
      ], lossBefore: 0.9461, lossAfter: 0.7654))
}
