import Files
import Foundation
import ModelFile
import Names
import Record
import Training
import Transformer

/// What a build keeps of its training as it goes, so that an interrupted one can go on to the same bits.
///
/// One folder: the trainer between two steps, the parameters of each moment at which the journal looked,
/// and the record of the watched step once it was taken. Everything before training depends on the
/// settings and the text alone and is made again; what comes after it has not been begun.
public final class TrainingKeep {
  public let folder: String
  /// Whether the training goes on from what the folder holds.
  public let resumes: Bool
  private let isDue: () -> Bool
  /// Parameters that the journal looked at since the last checkpoint.
  private var looks: [(step: Int, values: [Float])] = []
  private var isOwn: Bool

  /// - Parameters:
  ///   - folder: made by the first checkpoint, and emptied by it when nothing is resumed.
  ///   - isDue: asked at each evaluation whether a checkpoint is to be written; what it says changes
  ///     nothing of what is learned.
  public init(folder: String, resumes: Bool, isDue: @escaping () -> Bool) {
    self.folder = folder
    self.resumes = resumes
    self.isDue = isDue
    isOwn = resumes
  }

  /// Whether an interrupted training lies in a folder.
  public static func exists(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: checkpoint(in: folder))
  }

  public func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private static func checkpoint(in folder: String) -> String {
    folder + "/checkpoint.safetensors"
  }
  private var checkpoint: String { Self.checkpoint(in: folder) }
  private var watchedStep: String { folder + "/watched-step.json" }
  private func look(at step: Int) -> String { folder + "/look-\(step).safetensors" }

  /// To be called at each look of the journal.
  func note(_ parameters: Parameters, step: Int) {
    looks.append((step, Array(parameters.values)))
  }

  /// Writes all that going on takes, when it is due; the checkpoint last, so that one which is there
  /// never misses anything.
  func write(_ trainer: Trainer, watched: AlgorithmRecord?) throws(TrainingError) {
    guard isDue() else { return }
    do {
      if !isOwn { remove() }
      try AtomicFile.createFolder(folder)
      isOwn = true
      for (step, values) in looks {
        try Checkpoint(floats: ["parameters": values]).write(to: look(at: step))
      }
      if let watched {
        // Numbers as their shortest decimals, which read back as the same numbers.
        let text = try? JSONEncoder().encode(watched)
        guard let text else { preconditionFailure("the watched step has a number that is none") }
        try AtomicFile.write(String(decoding: text, as: UTF8.self), to: watchedStep)
      }
      looks = []
    } catch {
      throw .checkpoint(error)
    }
    try trainer.writeCheckpoint(to: checkpoint)
  }

  /// Puts a trainer where the interrupted one was, and lets the journal look again at what it saw.
  /// - Parameters:
  ///   - watchedStep: whose record is there if the trainer has taken it.
  ///   - steps: after which the journal looks.
  /// - Returns: the record of the watched step, where it had been taken.
  /// - Throws: ``TrainingError/checkpoint(_:)`` when a file can't be read,
  ///   ``TrainingError/checkpointMismatch(file:problem:)`` when it is another run's.
  func restore(
    _ trainer: Trainer, watchedStep: Int, looks steps: Set<Int>,
    look: (Parameters, _ step: Int) -> Void
  ) throws(TrainingError) -> AlgorithmRecord? {
    try trainer.resume(from: checkpoint)
    let parameters = Parameters(configuration: trainer.parameters.configuration)
    for step in steps.sorted() where step <= trainer.completedSteps {
      let path = self.look(at: step)
      let file: Checkpoint
      do { file = try Checkpoint(reading: path) } catch { throw .checkpoint(error) }
      guard let values = file.floats["parameters"], values.count == parameters.values.count else {
        throw .checkpointMismatch(
          file: path,
          problem: LocalizedText(
            en: "it has other parameters", ja: "パラメータの数が違います"))
      }
      _ = parameters.values.update(fromContentsOf: values)
      look(parameters, step)
    }
    return trainer.completedSteps < watchedStep ? nil : try readWatchedStep()
  }

  private func readWatchedStep() throws(TrainingError) -> AlgorithmRecord {
    guard let text = FileManager.default.contents(atPath: watchedStep),
      let record = try? JSONDecoder().decode(AlgorithmRecord.self, from: text)
    else {
      throw .checkpointMismatch(
        file: watchedStep,
        problem: LocalizedText(en: "the record of a step is missing", ja: "1ステップの記録がありません"))
    }
    return record
  }
}
