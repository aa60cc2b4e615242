import Dataset
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build
@testable import Training

/// Each part of the dataset is used for what it is for, and for nothing else.
@Suite struct PartsInUseTests {
  private let text: PartedText
  init() throws { text = try PartedText() }

  @Test func thePartsHoldTheirOwnDocuments() {
    let split = text.data().split
    for part in Split.allCases {
      #expect(split[part].count >= 2)
      #expect(text.parts(in: split[part].flatMap(\.tokens)) == [part])
    }
  }

  @Test func theBatchShownIsTheFirstThatTrainingTakes() throws {
    let bench = text.bench()
    let rows = bench.data.record.rows
    #expect(rows.count == 4)
    for row in rows {
      #expect(text.parts(in: row.inputs.map(\.id) + row.targets.map(\.id)) == [.training])
    }
    _ = try InitializeStage.run(bench)
    var source = bench.newModel.trainer.source
    let (batch, context) = (text.settings.batchSize, text.settings.contextLength)
    var inputs = [Int32](repeating: 0, count: batch * context)
    var targets = inputs
    inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { source.next(inputs: inputs, targets: $0) }
    }
    for (number, row) in rows.enumerated() {
      let start = number * context
      #expect(row.inputs.map(\.id) == Array(inputs[start..<start + row.inputs.count]))
      #expect(row.targets.map(\.id) == Array(targets[start..<start + row.targets.count]))
    }
  }

  @Test func trainingLearnsFromOnePartAndIsWatchedOnAnother() throws {
    let bench = text.bench()
    _ = try InitializeStage.run(bench)
    let (trainer, split) = (bench.newModel.trainer, bench.data.split)
    #expect(trainer.source.identity == Training.identity(of: split.training.flatMap(\.tokens)))
    let (batch, context) = (text.settings.batchSize, text.settings.contextLength)
    func identity(_ part: Split) throws -> String {
      let batches = try DocumentBatches(
        documents: split[part], batch: batch, context: context, seed: text.settings.seed)
      return ValidationBatches(from: batches, count: 8, batch: batch, context: context).identity
    }
    #expect(trainer.validation?.identity == (try identity(.validation)))
    #expect(try identity(.validation) != identity(.training))
    // The loss before learning is of whole validation documents.
    let loss = DocumentEvaluation(
      split.validation, parameters: bench.newModel.parameters, pool: text.pool
    ).loss
    #expect(bench.run[.initialization]?.loss == loss)
  }

  @Test func headsAreWatchedInTheValidationPart() {
    let documents = HeadLabelStage.documents(text.data().split)
    #expect(text.parts(in: documents.flatMap { $0 }) == [.validation])
  }

  @Test func theCountingModelsLearnFromTheTrainingPartAlone() throws {
    let split = text.data().split
    let record = EvaluationStage(
      parameters: text.parameters(), tokenizer: text.tokenizer, split: split, corpus: nil,
      questionLimit: 2, seed: 1, pool: text.pool
    ).run()
    func losses(_ training: [TokenizedDocument]) -> [Double] {
      BaselineEvaluation.evaluate(
        training: training.map(\.tokens), test: split.test.map(\.tokens), byteCount: record.bytes,
        vocabularySize: text.tokenizer.vocabularySize, pool: text.pool
      ).map(\.loss)
    }
    #expect(record.baselines.map(\.loss) == losses(split.training))
    // Whoever had seen the test would know its word.
    for (honest, spoiled) in zip(record.baselines, losses(split.training + split.test)) {
      #expect(honest.loss > spoiled + 0.1, "order \(honest.order)")
    }
    for part in Split.allCases where part != .training {
      let own = DocumentEvaluation(split[part], parameters: text.parameters(), pool: text.pool)
      #expect(record.part(part)?.loss == own.loss && record.part(part)?.bytes == own.bytes)
    }
  }

  @Test func theRunOnFewDocumentsKnowsTheseAndTheOtherDoesNot() throws {
    // The few documents are one letter each and quickly known; all others are noise.
    var dice = RandomGenerator(seed: 5)
    let few = TuneSettings(.trial).fewDocuments
    var documents = (0..<64).map { number in
      TokenizedDocument(
        id: "\(number)", kind: .story, language: .english,
        tokens: (0..<50).map { _ in Int32(30 + dice.below(200)) }, byteCount: 50, group: number)
    }
    let plan = try SplitPlan(
      documents.map { .init(kind: .story, language: .english, byteCount: 50, group: $0.group) },
      seed: 1)
    let training = documents.indices.filter { plan.parts[$0] == .training }
    for number in 0..<few {
      let place = training[number * training.count / few]
      documents[place] = TokenizedDocument(
        id: documents[place].id, kind: .story, language: .english,
        tokens: Array(repeating: Int32(20 + number), count: 50), byteCount: 50,
        group: documents[place].group)
    }
    let record = try TuneStage(
      settings: text.settings, split: DatasetSplit(documents, plan: plan),
      vocabularySize: text.tokenizer.vocabularySize, pool: text.pool, observe: { _ in }
    ).run()
    let (healthy, overfitted) = (record.overfitting.healthy, record.overfitting.overfitted)
    #expect(healthy.documents == training.count && overfitted.documents == few)
    let ends = [healthy, overfitted].map { $0.losses.last?.loss ?? .nan }
    #expect(ends[1] < ends[0] - 1, "\(ends)")
    let judged = [healthy, overfitted].map { $0.validations.last?.loss ?? .nan }
    #expect(judged[1] > judged[0] + 0.2, "\(judged)")
  }
}
