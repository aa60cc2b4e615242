import Dataset
import Names
import Numerics
import RawData
import Record
import Testing
import Tokenization
import Training
import Transformer

@testable import Build

/// One step of a training, looked at from beside it.
@Suite struct StepWatcherTests {
  private let tokenizer: Tokenizer

  /// Has whole Japanese characters.
  init() throws {
    var learner = TokenizerLearner(vocabularySize: 275)
    for _ in 0..<20 { learner.add("港です 猫") }
    tokenizer = learner.learn().tokenizer
  }

  private func trainer() throws -> Trainer {
    let texts = [
      (SpecialToken.english, "Mira works."), (.japanese, "港です"), (.english, "Ben sings a song."),
      (.english, "A cat."), (.japanese, "猫"), (.english, "Ida is at sea."),
    ]
    let documents = texts.enumerated().map { index, entry in
      let (sign, text) = entry
      return TokenizedDocument(
        id: "\(index)", kind: .story, language: sign == .english ? .english : .japanese,
        tokens: [sign.rawValue] + tokenizer.encode(text) + [SpecialToken.end.rawValue],
        byteCount: text.utf8.count, group: index)
    }
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 24,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 3)
    var options = TrainingOptions()
    (options.steps, options.batch, options.context) = (6, 4, 24)
    (options.learningRate, options.warmupSteps, options.gradientClip) = (1e-2, 2, 0.2)
    options.evaluationInterval = 3
    let validation = ValidationBatches(
      from: try DocumentBatches(documents: documents, batch: 2, context: 24, seed: 9),
      count: 1, batch: 2, context: 24)
    return try Trainer(
      parameters: parameters, options: options,
      source: try DocumentBatches(documents: documents, batch: 4, context: 24, seed: 8),
      validation: validation, pool: WorkerPool(threadCount: 2))
  }

  private func bits(_ trainer: Trainer) -> [UInt32] { trainer.parameters.values.map(\.bitPattern) }

  /// - Returns: the record, the trainer after all steps, and the parameters just after the watched one.
  private func watch(_ step: Int) throws -> (
    record: AlgorithmRecord, trainer: Trainer, after: Parameters
  ) {
    let trainer = try trainer()
    let watcher = StepWatcher(
      step: step, trainer: trainer, tokenizer: tokenizer, pool: WorkerPool(threadCount: 2))
    let after = Parameters(configuration: trainer.parameters.configuration)
    _ = try trainer.run(
      onStep: { report in
        watcher.look(at: trainer, report)
        if report.step == step { after.copy(from: trainer.parameters) }
      })
    return (try #require(watcher.record), trainer, after)
  }

  @Test(arguments: [1, 3]) func aRunLearnsTheSameWhetherOrNotItIsWatched(step: Int) throws {
    let alone = try trainer()
    _ = try alone.run()
    let watched = try watch(step)
    #expect(bits(alone) == bits(watched.trainer))
    #expect(alone.reports == watched.trainer.reports)
  }

  // An evaluation stands between the third step and the look at it.
  @Test(arguments: [1, 3, 5]) func theStepIsTheOneThatWasTaken(step: Int) throws {
    let (record, trainer, after) = try watch(step)
    let report = trainer.reports[step - 1]
    let batch = try #require(record.batch)
    #expect(batch.step == step)
    #expect(abs(batch.lossBefore - Double(report.loss)) < 1e-5)
    #expect(abs(batch.lossAfter - batch.lossBefore) > 1e-4)
    #expect(record.adamSteps.count == 5 && record.gradientChecks.count == 5)
    for (check, moved) in zip(record.gradientChecks, record.adamSteps) {
      #expect(moved.step == step && moved.parameter == check.parameter)
      #expect(moved.clipFactor == Double(report.clipFactor) && report.clipFactor < 1)
      let difference = abs(check.backpropagation - check.finiteDifference)
      #expect(difference < 1e-4 * abs(check.backpropagation), "\(check)")
      let weight = Double(after.tensor(moved.parameter)[moved.index])
      #expect(abs(weight - moved.weightAfter) < 1e-6, "\(moved)")
      #expect(weight != moved.weightBefore)
    }
    #expect(record.adamSteps.contains { $0.firstMomentBefore != 0 } == (step > 1))
  }

  @Test func theExamplesAreTheLeastExpectedTokensOfEachLanguage() throws {
    let record = try watch(3).record
    let batch = try #require(record.batch)
    let second = try #require(record.exampleInOtherLanguage)
    #expect(Set(record.examples.map(\.language)) == [.english, .japanese])
    for example in record.examples {
      let places = batch.texts.filter { $0.language == example.language }.flatMap { text in
        zip(text.tokens.dropFirst(), text.before).filter {
          !$0.0.bytes.isEmpty && !$0.0.endsInsideACharacter
        }
      }
      #expect(places.map(\.1).min() == example.targetProbability)
      #expect(places.contains { $0.0.id == example.target.id })
      #expect(abs(Portable.exp(-example.loss) - example.targetProbability) < 1e-9)
      let text = batch.texts[try #require(example.text)]
      #expect(text.after[try #require(example.place)] == example.targetProbabilityAfter)
      #expect(example.context.first.map { $0.text.hasPrefix("<|") } == true)
    }
    #expect(record.example.targetProbability <= second.targetProbability)
    for (example, check) in zip(record.examples, record.gradientChecks) {
      #expect(check.parameter == "wte.weight" && check.index / 8 == Int(example.target.id))
    }
  }

  @Test func aTenthOfTheWayIsWatched() {
    #expect([1, 9, 10, 60, 7000].map(StepWatcher.step) == [1, 1, 1, 6, 700])
  }
}
