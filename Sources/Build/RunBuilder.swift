import Dataset
import Foundation
import Inference
import ModelFile
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer
import Usage

/// Goes through both flows from raw text to an answer, for real, and keeps the record.
///
/// Each stage takes what the one before it made. The result depends on the settings and the text alone: not on
/// threads, clock or place.
public final class RunBuilder {
  let settings: BuildSettings
  let pool: WorkerPool
  let observe: (BuildEvent) -> Void

  public init(
    settings: BuildSettings, pool: WorkerPool, observe: @escaping (BuildEvent) -> Void = { _ in }
  ) {
    self.settings = settings
    self.pool = pool
    self.observe = observe
  }

  /// Builds everything but the pages; documents and model are written below `folder`.
  /// - Throws: the typed errors of the rooms: bad data, a corpus too small, a folder that can't be written.
  public func build(into folder: String) throws -> Run {
    var tensors = TensorStore()

    observe(.began(.collect))
    let material = try collect(folder)
    let truth = material.corpus?.truth
    let unread = Set(material.record.rejected.map(\.path)).count
    observe(
      .finished(
        summary:
          "\(material.record.documentCount) documents, \(material.record.byteCount / 1024) KB"
          + (unread > 0 ? ", \(unread) file\(unread == 1 ? "" : "s") not read in full" : "")))

    observe(.began(.clean))
    let clean = CleanStage(pool: pool).run(material)
    observe(
      .finished(
        summary: "\(clean.cleaning.documentsAfter) documents left, "
          + "\(clean.cleaning.bytesAfter / 1024) KB"))

    observe(.began(.tokenize))
    let language = try TokenizeStage(vocabularySize: settings.vocabularySize).run(clean.documents)
    let tokenizer = language.tokenizer
    observe(.finished(summary: "\(language.record.merges.count) merges learned"))

    observe(.began(.split))
    let data = try DatasetStage(settings: settings, tokenizer: tokenizer, pool: pool).run(
      clean.documents, groups: clean.groups)
    observe(
      .finished(
        summary: data.record.parts.map { "\($0.name) \($0.tokens)" }.joined(separator: ", ")
          + " tokens"))

    observe(.began(.tune))
    let tuning = try TuneStage(
      settings: settings, split: data.split, vocabularySize: tokenizer.vocabularySize, pool: pool,
      observe: observe
    ).run()
    observe(
      .finished(
        summary: "\(tuning.trials.count) runs, lowest validation loss "
          + "\(tuning.bestTrial.map { "\(rounded(tuning.trials[$0].best!.loss))" } ?? "–")"))

    let learned = try learn(data, tokenizer: tokenizer, truth: truth, into: &tensors)

    observe(.began(.evaluate))
    let evaluation = EvaluationStage(
      parameters: learned.parameters, tokenizer: tokenizer, split: data.split,
      corpus: material.corpus, questionLimit: settings.questionLimit, pool: pool
    ).run(trainingLoss: learned.trainingLoss, validationLoss: learned.validationLoss)
    observe(.finished(summary: "test loss \(rounded(evaluation.loss)) nats per token"))

    observe(.began(.shrink))
    let shrinking = try ShrinkStage(
      settings: settings, parameters: learned.parameters, tokenizer: tokenizer, data: data,
      truth: truth, pool: pool, observe: observe
    ).run(into: &tensors)
    observe(.finished(summary: "\(shrinking.variants.count) models compared"))

    observe(.began(.save))
    let saved = try SaveStage(settings: settings, pool: pool).run(
      learned.parameters, tokenizer: tokenizer, evaluation: evaluation,
      prompt: data.sentence, folder: folder + "/model")
    observe(
      .finished(summary: "\(saved.file.byteCount / 1024) KB, loaded again with the same numbers"))

    observe(.began(.use))
    let usage = try UseStage(model: saved.model, pool: pool).run(
      prompts(truth: truth, data: data), seed: settings.seed, into: &tensors)
    observe(.finished(summary: "\(usage.answers.count) prompts answered"))

    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: settings.preset, seed: settings.seed,
        usesWorld: settings.dataPath == nil,
        dataName: settings.dataPath.map { String($0.split(separator: "/").last ?? "") }))
    run[.collection] = material.record
    run[.cleaning] = clean.cleaning
    run[.filter] = clean.filter
    run[.normalization] = clean.normalization
    run[.tokenization] = language.record
    run[.dataset] = data.record
    run[.truth] = truth.map(TruthRecord.init)
    run[.architecture] = ArchitectureRecord(learned.parameters)
    run[.initialization] = learned.initialization
    run[.hyperparameters] = HyperparameterRecord(settings)
    run[.algorithm] = learned.algorithm
    run[.workedExample] = .make()
    run[.tuning] = tuning
    run[.training] = learned.training
    run[.evaluation] = evaluation
    run[.shrinking] = shrinking
    run[.modelFile] = saved.file
    run[.inference] = saved.inference
    run[.usage] = usage
    run.tensors = tensors
    return run
  }

  /// The world's documents lie in a folder while they are collected; it stays only where it was asked for.
  private func collect(_ folder: String) throws -> CollectStage.Material {
    let stage = CollectStage(settings: settings, pool: pool)
    if let kept = settings.documentsFolder { return try stage.run(writingTo: kept) }
    let passing = folder + "/.documents"
    defer { try? FileManager.default.removeItem(atPath: passing) }
    return try stage.run(writingTo: passing)
  }

  /// A question in each language with every activation kept, and a text drawn with temperature.
  private func prompts(truth: Truth?, data: DatasetStage.Outcome) -> [UseStage.Prompt] {
    let greedy = SamplingOptions(temperature: 0, topK: 0, topP: 1)
    let drawn = SamplingOptions(temperature: 0.9, topK: 0, topP: 0.95)
    return Language.allCases.flatMap { language -> [UseStage.Prompt] in
      var prompts: [UseStage.Prompt] = []
      let question =
        truth?.questions.first { $0.language == language && $0.phrasing == .heldOutPhrasing }
        ?? truth?.questions.first { $0.language == language }
      if let question {
        prompts.append(
          UseStage.Prompt(
            id: language.rawValue, text: question.question, kind: .question, options: greedy,
            accepted: question.accepted, keepsActivations: true))
      }
      if let opening = data.openings.first(where: { $0.0 == language })?.1 {
        prompts.append(
          UseStage.Prompt(
            id: question == nil ? language.rawValue : language.rawValue + ".drawn", text: opening,
            kind: .continuation, options: drawn, accepted: nil,
            keepsActivations: question == nil))
      }
      return prompts
    }
  }
}

/// Three decimals, for progress lines.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
