import Inference
import Numerics
import Testing
import Transformer

@testable import Training

struct ShrinkingTests {
  @Test func pruningZeroesTheSmallestWeightsOfTheBlocks() {
    let parameters = parameters()
    let pruned = MagnitudePruning.pruned(parameters, share: 0.25)
    for tensor in parameters.tensors {
      let before = Array(parameters.tensor(tensor.name))
      let after = Array(pruned.tensor(tensor.name))
      guard MagnitudePruning.isPruned(tensor) else {
        #expect(before == after)
        continue
      }
      let lost = zip(before, after).filter { $1 == 0 }.map { abs($0.0) }
      let kept = zip(before, after).filter { $1 != 0 }.map { abs($0.0) }
      #expect(lost.count == tensor.count / 4)
      #expect(lost.max()! <= kept.min()!)
    }
  }

  @Test func firstBlocksAreThoseOfTheWholeModel() {
    let whole = parameters()
    let first = FirstBlocks.copied(of: whole, count: 1)
    #expect(first.configuration.layerCount == 1 && whole.configuration.layerCount > 1)
    #expect(first.tensors.map(\.name) == whole.tensors.map(\.name).filter { !$0.hasPrefix("h.1.") })
    for tensor in first.tensors {
      #expect(
        Array(first.tensor(tensor.name)) == Array(whole.tensor(tensor.name)), "\(tensor.name)")
    }
    let all = FirstBlocks.copied(of: whole, count: whole.configuration.layerCount)
    #expect(Array(all.values) == Array(whole.values))
  }

  @Test func quantizationRoundsToTheNearestWholeNumberOfTheColumn() {
    // Columns with largest magnitudes 1.27 and 12.7: scales 0.01 and 0.1.
    let weights: [[Float]] = [[1.27, -12.7], [-0.504, 0.26], [0, 12.65]]
    let matrix = QuantizedMatrix(depth: 3, columns: 2, precision: .eightBits) { weights[$0][$1] }
    #expect((0..<3).map { matrix.whole(row: $0, column: 0) } == [127, -50, 0])
    #expect((0..<3).map { matrix.whole(row: $0, column: 1) } == [-127, 3, 126])
    let coarse = QuantizedMatrix(depth: 3, columns: 2, precision: .fourBits) { weights[$0][$1] }
    #expect((0..<3).map { coarse.whole(row: $0, column: 0) } == [7, -3, 0])
    #expect((0..<3).map { coarse.whole(row: $0, column: 1) } == [-7, 0, 7])
    #expect(coarse.byteCount == 3 + 8)
  }

  @Test(arguments: QuantizedMatrix.Precision.allCases)
  func productUsesTheWholeNumbers(precision: QuantizedMatrix.Precision) {
    var generator = RandomGenerator(seed: 1)
    let (depth, columns) = (19, 45)
    let weights = (0..<depth * columns).map { _ in generator.normal() }
    let x = (0..<depth).map { _ in generator.normal() }
    let bias = (0..<columns).map { _ in generator.normal() }
    let matrix = QuantizedMatrix(depth: depth, columns: columns, precision: precision) {
      weights[$0 * columns + $1]
    }
    var result = [Float](repeating: 0, count: columns)
    matrix.multiply(x, bias: bias, addend: bias, into: &result, pool: WorkerPool(threadCount: 1))
    for column in 0..<columns {
      var expected = 2 * bias[column]
      for row in 0..<depth {
        expected += x[row] * matrix.value(row: row, column: column)
        let error = abs(matrix.value(row: row, column: column) - weights[row * columns + column])
        #expect(error <= matrix.scales[column] * 0.5001)
      }
      #expect(abs(result[column] - expected) < 1e-4)
    }
  }

  @Test(arguments: QuantizedMatrix.Precision.allCases)
  func quantizedInferenceAgreesWithTheDequantizedModel(precision: QuantizedMatrix.Precision) {
    let quantized = QuantizedModel(parameters(), precision: precision)
    let generator = QuantizedGenerator(quantized, pool: WorkerPool(threadCount: 1))
    let plain = Generator(parameters: quantized.dequantized(), pool: WorkerPool(threadCount: 1))
    for _ in 0..<2 {
      generator.reset()
      plain.reset()
      for token: Int32 in [3, 1, 4, 1, 5] {
        let logits = Array(generator.process([token]))
        for (own, other) in zip(logits, plain.process([token])) {
          #expect(abs(own - other) < 1e-3)
        }
      }
    }
    #expect(quantized.byteCount < quantized.configuration.parameterCount * 2)
  }

  @Test(arguments: QuantizedMatrix.Precision.allCases)
  func threadsDoNotChangeAProduct(precision: QuantizedMatrix.Precision) {
    var generator = RandomGenerator(seed: 3)
    let (depth, columns) = (128, 1000)
    let weights = (0..<depth * columns).map { _ in generator.normal() }
    let x = (0..<depth).map { _ in generator.normal() }
    let matrix = QuantizedMatrix(depth: depth, columns: columns, precision: precision) {
      weights[$0 * columns + $1]
    }
    let results = [1, 2, 3].map { threads in
      var result = [Float](repeating: 0, count: columns)
      matrix.multiply(
        x, bias: nil, addend: nil, into: &result, pool: WorkerPool(threadCount: threads))
      return result
    }
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test func readersAreJudgedAsWholeWindowsAre() {
    let parameters = parameters()
    let documents = (0..<5).map { document in
      (0..<(3 + 4 * document)).map { Int32(($0 * 7 + document * 3) % 40) }
    }
    let batched = DocumentEvaluation(
      parameters: parameters, documents: documents, byteCount: 50, pool: WorkerPool(threadCount: 1)
    )
    for threads in [1, 2] {
      let read = DocumentEvaluation(
        documents: documents, byteCount: 50, context: 8, pool: WorkerPool(threadCount: threads)
      ) { Generator(parameters: parameters, pool: $0) }
      #expect(read.tokens == batched.tokens && read.right == batched.right)
      #expect(abs(read.loss - batched.loss) < 1e-5)
    }
  }

  @Test func pupilWithoutTextLearnsFromItsTeacher() throws {
    let teacher = try trainer(width: 16, steps: 60)
    _ = try teacher.run()
    let pupil = try trainer(
      width: 8, steps: 60,
      teacher: Teacher(parameters: teacher.parameters, temperature: 2, share: 1))
    _ = try pupil.run()
    #expect(try #require(pupil.validationLoss()) < 1.5)  // ln 8 before
  }

  @Test func teacherWithoutAShareChangesNothing() throws {
    let teacher = try trainer(width: 16, steps: 0)
    let alone = try trainer(width: 8, steps: 5)
    let taught = try trainer(
      width: 8, steps: 5, teacher: Teacher(parameters: teacher.parameters, share: 0))
    _ = try alone.run()
    _ = try taught.run()
    #expect(alone.reports == taught.reports)
  }

  /// `(1 − a) · own gradient + a · τ · (softmax(s/τ) − softmax(t/τ)) / asked`, place by place.
  @Test(arguments: [(1, 0.5), (2, 1), (0.5, 0.9), (3, 0.25)] as [(Float, Float)])
  func theTeacherPullsTheSoftenedOpinions(temperature: Float, share: Float) {
    let pool = WorkerPool(threadCount: 1)
    let (own, other) = (parameters(), parameters())
    other.initialize(seed: 9)
    for index in other.values.indices { other.values[index] *= 4 }
    let (inputs, targets): ([Int32], [Int32]) = ([3, 1, 4, 1, 5, 9], [1, 4, -1, 5, 9, -1])
    let pupil = Model(parameters: own, batch: 2, positions: 3, pool: pool, keepsGradients: true)
    let teacher = Model(
      parameters: other, batch: 2, positions: 3, pool: pool, keepsGradients: false)
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        pupil.forward(inputs: inputs, targets: targets, batch: 2, positions: 3)
        teacher.forward(inputs: inputs, targets: nil, batch: 2, positions: 3)
        let before = gradients(pupil)
        Teacher(parameters: other, temperature: temperature, share: share).teach(
          pupil, inputs: inputs, targets: targets, batch: 2, positions: 3, separator: nil)
        let after = gradients(pupil)
        let (found, wanted) = (Array(pupil.logits), Array(teacher.logits))
        for place in 0..<6 {
          let range = place * 40..<(place + 1) * 40
          let s = softmax(found[range], temperature)
          let t = softmax(wanted[range], temperature)
          for (token, index) in range.enumerated() {
            let pull = share * temperature * (s[token] - t[token]) / 4
            let expected =
              targets[place] < 0 ? before[index] : (1 - share) * before[index] + pull
            #expect(abs(after[index] - expected) < 1e-5, "place \(place), token \(token)")
          }
        }
      }
    }
  }

  private func gradients(_ model: Model) -> [Float] {
    Array(model.activationGradients!.named("logits_grad")!.values.prefix(6 * 40))
  }

  private func softmax(_ logits: ArraySlice<Float>, _ temperature: Float) -> [Float] {
    let powers = logits.map { Portable.exp(Double($0 / temperature)) }
    return powers.map { Float($0 / powers.reduce(0, +)) }
  }

  @Test func aPupilThatIsItsTeacherHasNothingToLearn() throws {
    let teacher = try trainer(width: 8, steps: 0)
    let pupil = try trainer(
      width: 8, steps: 1,
      teacher: Teacher(parameters: teacher.parameters, temperature: 2, share: 1))
    let report = try pupil.step()
    #expect(report.gradientNorm < 1e-6 && report.loss > 1)
  }

  private func trainer(width: Int, steps: Int, teacher: Teacher? = nil) throws -> Trainer {
    var options = TrainingOptions()
    options.steps = steps
    options.batch = 6
    options.context = 8
    options.learningRate = 1e-2
    options.warmupSteps = 5
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 2, width: width, contextLength: 8, vocabularySize: 8))
    parameters.initialize(seed: 1)
    return try Trainer(
      parameters: parameters, options: options, source: TrainerTests.source(),
      validation: ValidationBatches(
        from: TrainerTests.source(seed: 6), count: 4, batch: 6, context: 8), teacher: teacher,
      pool: WorkerPool(threadCount: 1))
  }

  private func parameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 32, contextLength: 8, vocabularySize: 40))
    parameters.initialize(seed: 2)
    for index in parameters.values.indices { parameters.values[index] *= 3 }
    return parameters
  }
}
