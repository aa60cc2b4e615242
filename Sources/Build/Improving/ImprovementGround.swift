import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization

/// What a version of a run needs besides corrections: the documents that its model learned from, dealt into
/// the same three parts, and the truth where it is known.
///
/// Nothing of it is kept in a run, so it is made again by the stages of the build, to the same documents:
/// they depend on seed and preset alone.
package struct ImprovementGround {
  package let training: [TokenizedDocument]
  package let test: [TokenizedDocument]
  /// Nil for a user's own text.
  package let truth: Truth?
  package let world: World?

  /// - Parameters:
  ///   - settings: of the run; with the user's own text its path.
  ///   - tokenizer: of the run's model.
  ///   - folder: a place for documents on their way; nothing of them stays.
  /// - Throws: the typed errors of the rooms: unreadable data, a corpus too small.
  package init(
    _ settings: BuildSettings, tokenizer: Tokenizer, folder: String, pool: WorkerPool,
    observe: @escaping (BuildEvent) -> Void = { _ in }
  ) throws {
    let bench = Workbench(settings: settings, pool: pool, folder: folder, observe: observe)
    let stages = ["collect", "clean", "split", "tokenize", "dataset"]
    for stage in BuildStage.all where stages.contains(stage.id) {
      observe(.began(stage))
      if stage.id == "tokenize" {
        bench.tokenizer = tokenizer
        observe(.finished(summary: LocalizedText(en: "the model's own", ja: "モデルのものを使用")))
      } else {
        observe(.finished(summary: try stage.run(bench)))
      }
    }
    training = bench.data.split.training
    test = bench.data.split.test
    truth = bench.truth
    world = settings.dataPath == nil ? try settings.world() : nil
  }
}
