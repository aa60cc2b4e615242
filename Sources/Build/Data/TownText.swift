import Dataset
import Foundation
import Numerics

/// A small corpus of the toy world, cleaned, tokenized and split: something to try settings on.
public struct TownText: Sendable {
  public let split: DatasetSplit
  public let vocabularySize: Int

  /// Takes the same way as a trial build, up to the split; nothing stays on disk.
  /// - Throws: the typed errors of the rooms, when the world can't be read or nothing be written.
  public init(worldFolder: String, seed: UInt64?, pool: WorkerPool) throws {
    var settings = BuildSettings(preset: .trial, worldFolder: worldFolder)
    if let seed { settings.seed = seed }
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/nakami-town-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let material = try CollectStage(settings: settings, pool: pool).run(writingTo: folder)
    let clean = CleanStage(pool: pool).run(material)
    let dealt = try SplitStage.deal(
      clean.documents, groups: clean.groups, inexact: clean.inexact, seed: settings.seed)
    let tokenizer = try TokenizeStage(vocabularySize: settings.vocabularySize)
      .run(dealt.training).tokenizer
    split =
      DatasetStage(settings: settings, tokenizer: tokenizer, pool: pool)
      .run(clean.documents, groups: clean.groups, plan: dealt.plan).split
    vocabularySize = tokenizer.vocabularySize
  }
}
