import Dataset
import ModelFile
import Numerics
import RawData
import Record
import Tokenization

/// What the stages of a build hand to each other, and the record that they fill.
///
/// Each member after the settings is left here by one stage; a stage that reads one before that traps.
final class Workbench {
  let settings: BuildSettings
  let pool: WorkerPool
  let observe: (BuildEvent) -> Void
  /// Documents and model are written below it.
  let folder: String
  /// Nil where an interrupted build is not gone on with.
  let keep: TrainingKeep?
  var run: Run

  /// By the stage of collection.
  var material: CollectStage.Material!
  /// By the stage of cleaning.
  var clean: CleanStage.Outcome!
  /// By the stage of the split.
  var split: SplitStage.Outcome!
  /// By the stage that learns it.
  var tokenizer: Tokenizer!
  /// By the stage of the dataset.
  var data: DatasetStage.Outcome!
  /// By the stage that makes it.
  var newModel: NewModel!
  /// By training.
  var learned: Learned!
  /// As it was loaded from its file.
  var savedModel: TrainedModel!

  /// What is true about the documents, where that is known.
  var truth: Truth? { material.corpus?.truth }

  init(
    settings: BuildSettings, pool: WorkerPool, folder: String, keep: TrainingKeep? = nil,
    observe: @escaping (BuildEvent) -> Void
  ) {
    self.settings = settings
    self.pool = pool
    self.folder = folder
    self.keep = keep
    self.observe = observe
    run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: settings.preset, seed: settings.seed,
        usesWorld: settings.dataPath == nil,
        dataName: settings.dataPath.map { String($0.split(separator: "/").last ?? "") },
        rulesLeftOut: settings.without.sorted()))
  }
}
