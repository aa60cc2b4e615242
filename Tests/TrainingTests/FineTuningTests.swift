import Dataset
import Numerics
import Testing
import Tokenization
import Transformer

@testable import Training

@Suite struct FineTuningTests {
  @Test func withAllWeightsItDoesWhatTheTrainerDoes() throws {
    let (tuned, trained) = (Self.parameters(), Self.parameters())
    let options = Self.options(steps: 7)
    let trainer = try Trainer(
      parameters: trained, options: options, source: Self.batches(), pool: Self.pool())
    _ = try trainer.run()
    let tuning = try Self.tuning(.all, tuned, options)
    var reports: [FineTuning.Report] = []
    try tuning.run { reports.append($0) }
    #expect(bits(tuned) == bits(trained))
    #expect(reports.map(\.loss) == trainer.reports.map(\.loss))
    #expect(reports.map(\.step) == Array(1...7))
  }

  @Test func onlyTheLastBlockMoves() throws {
    let (before, after) = (Self.parameters(), Self.parameters())
    try Self.tuning(.lastBlock, after, Self.options(steps: 3)).run()
    for tensor in before.tensors {
      let moved = !before.tensor(tensor.name).elementsEqual(after.tensor(tensor.name))
      let may = tensor.name.hasPrefix("h.1.") || tensor.name.hasPrefix("ln_f.")
      #expect(moved == may, "\(tensor.name)")
    }
  }

  @Test func aCorrectionHasItsRankAndNothingElseMoves() throws {
    let (before, after) = (Self.parameters(), Self.parameters())
    try Self.tuning(.lowRank(1), after, Self.options(steps: 3)).run()
    for tensor in before.tensors {
      let change = zip(before.tensor(tensor.name), after.tensor(tensor.name)).map { $1 - $0 }
      let isMatrix = tensor.name.hasPrefix("h.") && tensor.shape.count == 2
      #expect(change.contains { $0 != 0 } == isMatrix, "\(tensor.name)")
      guard isMatrix else { continue }
      // Of rank 1 every two rows are multiples of each other: all 2 × 2 minors vanish.
      let columns = tensor.shape[1]
      let largest = change.map(abs).max() ?? 0
      for row in 1..<tensor.shape[0] {
        for column in 1..<columns {
          let minor =
            change[0] * change[row * columns + column] - change[column] * change[row * columns]
          #expect(abs(minor) < 1e-3 * largest * largest, "\(tensor.name) \(row) \(column)")
        }
      }
    }
  }

  /// The gradients of both factors against a small change of each number.
  @Test func factorsHaveTheGradientOfTheirProduct() {
    let parameters = Self.parameters()
    let tensor = parameters.tensors.first { $0.name == "h.0.attn.c_proj.weight" }!
    var correction = LowRankCorrection(tensor, rank: 2, parameters: parameters, seed: 3)
    // For the loss Σ c·W the gradient of W is c.
    let slopes = Parameters(configuration: parameters.configuration)
    for (place, index) in slopes.tensor(tensor.name).indices.enumerated() {
      slopes.tensor(tensor.name)[index] = Float((place * 7) % 5) - 2
    }
    let kernel = AdamWKernel(
      learningRate: 0.1, weightDecay: 0, correction1: 1, correction2: 1)
    correction.readGradient(slopes)
    correction.step(kernel, Self.pool())
    correction.readGradient(slopes)
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    let (a, b) = (correction.factors.prefix(rows * 2), correction.factors.dropFirst(rows * 2))
    let c = Array(slopes.tensor(tensor.name))
    for row in 0..<rows {
      for r in 0..<2 {
        let expected = (0..<columns).reduce(Float(0)) {
          $0 + c[row * columns + $1] * b[b.startIndex + r * columns + $1]
        }
        #expect(abs(correction.gradients[row * 2 + r] - expected) < 1e-4)
      }
    }
    for r in 0..<2 {
      for column in 0..<columns {
        let expected = (0..<rows).reduce(Float(0)) {
          $0 + a[$1 * 2 + r] * c[$1 * columns + column]
        }
        #expect(abs(correction.gradients[rows * 2 + r * columns + column] - expected) < 1e-4)
      }
    }
  }

  @Test func nothingHasChangedBeforeTheFirstStep() {
    let (before, after) = (Self.parameters(), Self.parameters())
    for tensor in after.tensors where tensor.shape.count == 2 {
      LowRankCorrection(tensor, rank: 3, parameters: after, seed: 1).write(into: after)
    }
    #expect(bits(before) == bits(after))
  }

  @Test(arguments: [FineTuningWay.all, .lastBlock, .lowRank(2)])
  func bitsDoNotDependOnThreads(way: FineTuningWay) throws {
    let (one, many) = (Self.parameters(), Self.parameters())
    try Self.tuning(way, one, Self.options(steps: 4)).run()
    try Self.tuning(way, many, Self.options(steps: 4), threads: 3).run()
    #expect(bits(one) == bits(many))
  }

  @Test func whatIsStoredOfAVersionIsCounted() {
    let configuration = Self.parameters().configuration
    #expect(
      FineTuningWay.all.learnedCount(configuration)
        == Parameters.specifications(configuration).reduce(0) { $0 + $1.count })
    // Two blocks, each with matrices of 8 × 24, 8 × 8, 8 × 32 and 32 × 8.
    #expect(FineTuningWay.lowRank(2).learnedCount(configuration) == 2 * 2 * (32 + 16 + 40 + 40))
    #expect(
      FineTuningWay.lastBlock.learnedCount(configuration)
        == 8 * 24 + 24 + 8 * 8 + 8 + 8 * 32 + 32 + 32 * 8 + 8 + 6 * 8)
  }

  @Test func aRankThatNoMatrixHasIsRefused() {
    for rank in [0, 9] {
      #expect(throws: TrainingError.self) {
        try Self.tuning(.lowRank(rank), Self.parameters(), Self.options(steps: 1))
      }
    }
  }

  @Test func examplesFillTheFirstRowsAndOldDocumentsTheOthers() throws {
    let size = 4 * 8
    var (inputs, targets) = ([Int32](repeating: 0, count: size), [Int32](repeating: 0, count: size))
    var source = try Self.batches()
    let fill = { (source: inout ReplayBatches) in
      inputs.withUnsafeMutableBufferPointer { inputs in
        targets.withUnsafeMutableBufferPointer { source.next(inputs: inputs, targets: $0) }
      }
    }
    let state = source.checkpointState
    var first: [Int32] = []
    for turn in 0..<5 {
      fill(&source)
      if turn == 0 { first = inputs }
      let words = inputs.map { $0 == SpecialToken.end.rawValue ? nil : $0 }
      #expect(words[0..<8].allSatisfy { $0.map { $0 >= 12 } ?? true }, "examples")
      #expect(words[8...].allSatisfy { $0.map { $0 < 12 } ?? true }, "replayed")
      #expect(words[0..<8].contains { $0 != nil } && words[8...].contains { $0 != nil })
    }
    source.checkpointState = state
    fill(&source)
    #expect(inputs == first)
    #expect(throws: TrainingError.self) {
      try ReplayBatches(
        examples: [], replayed: Self.old, batch: 4, exampleRows: 1, context: 8, seed: 1)
    }
    // Without replay the old documents are not needed.
    _ = try ReplayBatches(
      examples: Self.new, replayed: [], batch: 4, exampleRows: 4, context: 8, seed: 1)
  }

  // MARK: Samples

  private static func document(_ tokens: [Int32]) -> TokenizedDocument {
    TokenizedDocument(
      id: "d", kind: .userText, language: .english, tokens: tokens, byteCount: tokens.count,
      group: 0)
  }
  private static let new = [document([12, 13, 14, 15]), document([13, 15, 12])]
  private static let old = (0..<6).map { turn in
    document((0..<5).map { Int32((turn + $0 * 3) % 4 + 8) })
  }

  private static func batches() throws -> ReplayBatches {
    try ReplayBatches(
      examples: new, replayed: old, batch: 4, exampleRows: 1, context: 8, seed: 9)
  }

  private static func parameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 8, vocabularySize: 16))
    parameters.initialize(seed: 4)
    return parameters
  }

  private static func options(steps: Int) -> TrainingOptions {
    var options = TrainingOptions()
    (options.steps, options.batch, options.context) = (steps, 4, 8)
    (options.learningRate, options.minimumLearningRate, options.warmupSteps) = (1e-2, 1e-3, 1)
    (options.evaluationInterval, options.normInterval) = (0, 0)
    return options
  }

  private static func pool(_ threads: Int = 2) -> WorkerPool { WorkerPool(threadCount: threads) }

  @discardableResult
  private static func tuning(
    _ way: FineTuningWay, _ parameters: Parameters, _ options: TrainingOptions, threads: Int = 2
  ) throws -> FineTuning {
    try FineTuning(
      way, parameters: parameters, options: options, source: batches(), pool: pool(threads))
  }

  private func bits(_ parameters: Parameters) -> [UInt32] { parameters.values.map(\.bitPattern) }
}
