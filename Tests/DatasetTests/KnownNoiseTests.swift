import Foundation
import Numerics
import RawData
import Testing

@testable import Dataset

/// Cleaning against the generator's noise, on seeds that were never looked at while rules were
/// written.
@Suite struct KnownNoiseTests {
  @Test(arguments: [20_261, 77_003] as [UInt64])
  func everyRuleIsPreciseAndComplete(seed: UInt64) throws {
    let world = try World.load(folder: Self.repository + "/Lessons/World")
    let corpus = CorpusGenerator(world: world, seed: seed, targetBytes: 300_000).generate()
    let folder = NSTemporaryDirectory() + "nakami-noise-\(seed)-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try corpus.write(to: folder)
    let documents = try Collector.collect(folder, limits: CollectionLimits()).documents
    var options = CleaningOptions()
    options.recordsAllEdits = true
    let result = CleaningPipeline(options: options).run(documents, pool: WorkerPool(threadCount: 2))
    let score = CleaningScore(
      result, documents: documents, noise: corpus.noise, cleanFields: corpus.cleanFields)
    for rule in score.rules {
      #expect(rule.precision >= 0.98, "precision of \(rule.rule): \(score.needless)")
      #expect(rule.recall >= 0.98, "recall of \(rule.rule): \(score.missed)")
    }
    #expect(
      Double(score.exactDocuments) >= 0.995 * Double(score.knownDocuments),
      "not as they should be: \(score.differing)")
    #expect(score.knownDocuments > 1000)
    let chosen = try #require(score.sweep.first { $0.threshold == 1 })
    #expect(chosen.precision >= 0.98 && chosen.recall >= 0.98)
    #expect(score.sweep.first!.flagged > chosen.flagged)
    #expect(score.sweep.last!.recall < chosen.recall)
  }

  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
