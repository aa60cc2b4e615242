import Inference
import ModelFile
import Numerics
import RawData
import Record
import Transformer
import Usage

/// Looks into a model that was made elsewhere and records what a model alone can tell: its architecture, its
/// file, its inference, and one prompt on its way through it.
public struct ImportStage {
  let pool: WorkerPool

  /// Tokens of a prompt that are recorded where nobody asks for more.
  public static let most = 128

  /// What is done, one after the other.
  public enum Stage: CaseIterable, Sendable { case saving, comparing, recording }

  public init(pool: WorkerPool) { self.pool = pool }

  /// - Parameters:
  ///   - model: as it was read from its own folder; it is let go once the file is compared with it.
  ///   - name: of that folder, without the path to it.
  ///   - text: what the model is to go on with, and `limit` the most tokens of that.
  ///   - most: tokens of the text that are recorded at most, its last ones: each is compared with each in
  ///     every head, so that cost and pages grow with their square.
  ///   - onStage: told what is done next.
  ///   - folder: gets the model in this program's form, in single precision.
  /// - Throws: `FileError` when the model can't be written, `PromptError` when the text does not fit.
  public func run(
    _ model: consuming TrainedModel, name: String, text: String, limit: Int = 32,
    most: Int = Self.most,
    into folder: String, onStage: (Stage) -> Void = { _ in }
  ) throws -> Run {
    onStage(.saving)
    let card = """
      # A GPT-2 style model, imported

      Read from the folder \(name) by `nakami import` and stored in single precision. What it was trained \
      on, how it was judged and what it can't do is known to whoever made it.

      """
    try model.save(folder: folder + "/model", card: card)
    let saved = try TrainedModel.load(folder: folder + "/model")
    let stage = UseStage(model: saved, pool: pool)
    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: nil, seed: 1, usesWorld: false, dataName: nil,
        importedFrom: name))
    run[.architecture] = ArchitectureRecord(model.parameters)
    WeightView.recordCorners(model.parameters, into: &run.tensors, prefix: "learned.")
    run[.modelFile] = try SaveStage.describe(
      folder + "/model/" + SaveStage.weightFile, saved.parameters)
    onStage(.comparing)
    let prepared = try stage.assistant.prepare(text, readsSpecial: true, most: most)
    run[.inference] = SaveStage.compare(
      model.parameters, saved, prepared.text, ids: prepared.tokens,
      by: stage.assistant.generator, pool: pool)
    _ = consume model
    onStage(.recording)
    try stage.run(
      [
        UseStage.Prompt(
          id: prepared.language.rawValue, text: text, kind: prepared.kind,
          options: SamplingOptions(temperature: 0, topK: 0, topP: 1), accepted: nil,
          keepsActivations: true, limit: limit, readsSpecial: true,
          most: most)
      ], seed: 1, into: &run)
    return run
  }
}
