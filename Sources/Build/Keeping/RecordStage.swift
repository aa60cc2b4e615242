import Inference
import ModelFile
import Numerics
import Record
import Usage

/// Records one answer that somebody asked for, from the prompt through the whole model to the text, as a run
/// that has nothing else: pages and lessons show it with the figures that a build's own prompts have.
///
/// Nobody knows what is right: the tokens that were written are followed and judged, whoever chose them.
public struct RecordStage {
  /// Tokens of a prompt at most: a pattern has a cell for each pair of them.
  public static let tokenLimit = 256

  let pool: WorkerPool

  public init(pool: WorkerPool) { self.pool = pool }

  /// - Parameters:
  ///   - answer: as `model` wrote it.
  ///   - translation: of its text, where one was wanted.
  ///   - name: of the model, without a path.
  ///   - origin: the setting of the run in which the model was made, where there is one.
  ///   - folder: gets a copy of the model, so that it can be asked again.
  /// - Throws: `FileError` when the copy can't be written.
  public func run(
    _ answer: Answer, translation: TranslationRecord?, by model: TrainedModel, name: String,
    origin: SettingRecord?, into folder: String
  ) throws -> Run {
    precondition(
      answer.prompt.tokens.count <= Self.tokenLimit,
      "a prompt of \(answer.prompt.tokens.count) tokens, at most \(Self.tokenLimit) are recorded")
    let card = """
      # A copy of the model \(name)

      It wrote the answer that is recorded beside it (`nakami ask --record`). Its numbers are those of \
      the original, in single precision.

      """
    try model.save(folder: folder + "/model", card: card)
    let copy = try TrainedModel.load(folder: folder + "/model")
    let stage = UseStage(model: copy, pool: pool)
    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: nil, seed: answer.seed,
        usesWorld: origin?.usesWorld ?? false, dataName: origin?.dataName,
        importedFrom: origin?.importedFrom ?? (stage.assistant.knowsRoles ? nil : name),
        recordedFrom: name))
    run[.architecture] = ArchitectureRecord(copy.parameters)
    WeightView.recordCorners(copy.parameters, into: &run.tensors, prefix: "learned.")
    run[.modelFile] = try SaveStage.describe(
      folder + "/model/" + SaveStage.weightFile, copy.parameters)
    run[.inference] = SaveStage.compare(
      model.parameters, copy, answer.prompt.text, ids: answer.prompt.tokens,
      by: stage.assistant.generator, pool: pool)
    var record = AnswerRecord(
      answer, id: answer.prompt.language.rawValue, tokenizer: copy.tokenizer)
    record.translation = translation
    stage.keepInside(
      of: &record, prompt: answer.prompt, judged: answer.choices.map(\.chosen), into: &run)
    run[.usage] = UsageRecord(answers: [record])
    return run
  }
}
