import Dataset
import Foundation
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training

/// Text on which twins can be trained: collected, cleaned, dealt out and tokenized as a build does it.
public struct TwinGround {
  public let split: DatasetSplit
  public let clean: Spool<CleanDocument>
  public let tokenizer: Tokenizer
  /// Questions whose answers are known; none about text of one's own.
  public let questions: [TruthQuestion]
  private let pool: WorkerPool

  /// - Throws: the typed errors of the rooms, when text or world can't be read or are too small.
  public init(_ settings: BuildSettings, pool: WorkerPool) throws {
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/nakami-twin-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let material = try CollectStage(settings: settings, pool: pool).run(writingTo: folder)
    let cleaned = CleanStage(pool: pool).run(material)
    let dealt = try SplitStage.deal(
      cleaned.documents, groups: cleaned.groups, inexact: cleaned.inexact, seed: settings.seed)
    tokenizer = try TokenizeStage(vocabularySize: settings.vocabularySize)
      .run(dealt.training).tokenizer
    split =
      DatasetStage(settings: settings, tokenizer: tokenizer, pool: pool)
      .run(cleaned.documents, groups: cleaned.groups, plan: dealt.plan).split
    clean = dealt.training
    questions = material.corpus?.truth.questions ?? []
    self.pool = pool
  }

  /// Twins of which one never reads what tells `omission`.
  public func twins(
    _ settings: TwinSettings, without omission: Omission, fact: ToldFact?
  ) throws(TwinError) -> Twins {
    try Twins(
      settings, omission: omission, fact: fact, clean: clean, training: split.training,
      test: split.test, tokenizer: tokenizer,
      pool: pool)
  }
}
