import Foundation
import Names
import Numerics
import RawData
import Testing

@testable import Dataset

/// Cleaning against the generator's noise, on seeds that were never looked at while rules were
/// written.
@Suite struct KnownNoiseTests {
  /// What became of one corpus.
  private struct Trial: Sendable {
    var corpus: GeneratedCorpus
    var documents: [RawDocument]
    var score: CleaningScore
  }

  private static let trials: [Trial] = {
    let world = try! World.load(folder: repository + "/Lessons/World")
    let seeds: [UInt64] = [20_261, 77_003, 918_273, 4_404_404, 31_337, 600_613, 8_675_309]
    return seeds.map { seed in
      let corpus = CorpusGenerator(world: world, seed: seed, targetBytes: 300_000).generate()
      let folder = NSTemporaryDirectory() + "nakami-noise-\(seed)-\(getpid())"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try! corpus.write(to: folder)
      let documents = Array(try! Collector.collect(folder).documents)
      var options = CleaningOptions()
      options.recordsAllEdits = true
      let result = CleaningPipeline(options: options).run(
        documents, pool: WorkerPool(threadCount: 2))
      return Trial(
        corpus: corpus, documents: documents,
        score: CleaningScore(
          result, documents: documents, noise: corpus.noise, cleanFields: corpus.cleanFields))
    }
  }()

  /// Every rule that some noise is meant for, over all seeds together, so that 0.98 of its places
  /// means something.
  @Test func everyRuleIsPreciseAndComplete() {
    let rules = CleaningRule.all.filter { $0.noise != nil }
    #expect(rules.count == 18)
    for rule in rules {
      var sum = RuleScore(
        rule: rule.id, truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
      for score in Self.trials.compactMap({ $0.score[rule.id] }) {
        sum.truePositives += score.truePositives
        sum.falsePositives += score.falsePositives
        sum.falseNegatives += score.falseNegatives
        sum.trueNegatives += score.trueNegatives
      }
      print(
        "\(rule.id): right \(sum.truePositives), needless \(sum.falsePositives), "
          + "missed \(sum.falseNegatives), left alone \(sum.trueNegatives)")
      #expect(sum.truePositives >= 50, "too little noise for \(rule.id)")
      #expect(sum.precision >= 0.98, "precision of \(rule.id): \(needless(rule.id))")
      #expect(sum.recall >= 0.98, "recall of \(rule.id): \(missed(rule.id))")
    }
  }

  private func needless(_ rule: RuleID) -> [CleaningEdit] {
    Self.trials.flatMap { $0.score.needless.filter { $0.rule == rule } }
  }

  private func missed(_ rule: RuleID) -> [NoiseMark] {
    let kind = CleaningRule(rule).noise
    return Self.trials.flatMap { $0.score.missed.filter { $0.kind == kind } }
  }

  @Test func nearlyAllDocumentsComeOutToTheByte() {
    for trial in Self.trials {
      #expect(
        Double(trial.score.exactDocuments) >= 0.995 * Double(trial.score.knownDocuments),
        "not as they should be: \(trial.score.differing)")
      #expect(trial.score.knownDocuments > 1000)
    }
  }

  @Test func theThresholdOfTheFilterIsWellChosen() throws {
    for trial in Self.trials {
      let sweep = trial.score.sweep
      let chosen = try #require(sweep.first { $0.threshold == 1 })
      #expect(chosen.precision >= 0.98 && chosen.recall >= 0.98)
      #expect(sweep.first!.flagged > chosen.flagged)
      #expect(sweep.last!.recall < chosen.recall)
    }
  }

  /// The rows and columns of the confusion matrix add up to what the rules did.
  @Test func theMatrixCountsEveryAct() {
    for trial in Self.trials {
      for rule in trial.score.rules {
        let own = CleaningRule(rule.rule).noise!.place
        let row = trial.score.matrix[rule.rule.index]
        #expect(row.count == NoiseKind.allCases.count + 1)
        #expect(row[own] > 0, "\(rule.rule) never met its own noise")
      }
    }
  }

  /// Clean text goes in, and the same bytes come out: nothing of it looks like noise to any rule.
  @Test(arguments: [0, 1]) func cleanTextStaysToTheByte(trial: Int) throws {
    let trial = Self.trials[trial]
    var clean: [RawDocument] = []
    for document in trial.documents {
      guard let fields = trial.corpus.cleanFields[document.id] else { continue }
      var copy = document
      copy.fields = fields
      copy.isMarkup = false
      clean.append(copy)
    }
    let result = CleaningPipeline().run(clean, pool: WorkerPool(threadCount: 2))
    #expect(result.documents.map(\.id) == clean.map(\.id))
    for (after, before) in zip(result.documents, clean) {
      for (left, right) in zip(after.fields, before.fields) {
        #expect(left.text.utf8.elementsEqual(right.text.utf8), "\(after.id): \(left.text)")
      }
    }
    #expect(result.effects.allSatisfy { $0.editCount == 0 && $0.documentsDropped == 0 })
  }

  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
