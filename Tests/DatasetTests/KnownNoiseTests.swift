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
      let sum = Self.sum(rule.id, \.rules, less: \.ambiguous)
      print(
        "\(rule.id): right \(sum.truePositives), needless \(sum.falsePositives), "
          + "missed \(sum.falseNegatives), left alone \(sum.trueNegatives)")
      #expect(sum.truePositives >= 50, "too little noise for \(rule.id)")
      #expect(sum.precision >= 0.98, "precision of \(rule.id): \(needless(rule.id))")
      #expect(sum.recall >= 0.98, "recall of \(rule.id): \(missed(rule.id))")
    }
  }

  /// The counts of a rule over all trials, less those of another list.
  private static func sum(
    _ rule: RuleID, _ list: (CleaningScore) -> [RuleScore],
    less other: (CleaningScore) -> [RuleScore] = { _ in [] }
  ) -> RuleScore {
    var sum = RuleScore(rule)
    func add(_ score: RuleScore, _ sign: Int) {
      sum.truePositives += sign * score.truePositives
      sum.falsePositives += sign * score.falsePositives
      sum.falseNegatives += sign * score.falseNegatives
      sum.trueNegatives += sign * score.trueNegatives
    }
    for trial in trials {
      for score in list(trial.score) where score.rule == rule { add(score, 1) }
      for score in other(trial.score) where score.rule == rule { add(score, -1) }
    }
    return sum
  }

  /// A sentence that goes takes the space before it along; the sentence on the other side of that
  /// space was left all the same.
  @Test func aSentenceLeftBesideOneThatWentIsMissed() throws {
    let threat = "You had better not walk home alone tonight. "
    let insult = "Sami is a stupid squidbrain."
    let text = "The sea is calm. " + threat + insult
    let document = RawDocument(
      id: "talk", kind: .dialogue, language: .english,
      fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count)
    var options = CleaningOptions()
    options.recordsAllEdits = true
    let result = CleaningPipeline(options: options).run(
      [document], pool: WorkerPool(threadCount: 1))
    #expect(result.documents.first?.fields[0].text == "The sea is calm. " + threat.dropLast())
    let marks = [threat, insult].map { sentence in
      NoiseMark(
        documentID: "talk", kind: .unsuitable, field: .text, noisy: sentence, clean: "",
        offset: text.utf8.count
          - text[text.range(of: sentence)!.lowerBound...].utf8.count,
        guise: sentence == threat ? .disguised : nil)
    }
    let score = CleaningScore(result, documents: [document], noise: marks, cleanFields: [:])
    #expect(score.cases.map(\.isCaught) == [false])
    #expect(score[.unsuitable]?.truePositives == 1)
    #expect(score[.unsuitable]?.falseNegatives == 1)
  }

  /// On ambiguous cases every rule that meets some is wrong now and then, in both ways where both
  /// are planted, and yet it is mostly right on the whole.
  @Test func ambiguousCasesCostPrecisionAndRecall() {
    for rule in [RuleID.personalData, .spam, .language, .unsuitable, .nearDuplicate] {
      let hard = Self.sum(rule, \.ambiguous)
      let all = Self.sum(rule, \.rules)
      print(
        "\(rule): of ambiguous cases right \(hard.truePositives), needless \(hard.falsePositives), "
          + "missed \(hard.falseNegatives), left alone \(hard.trueNegatives); precision "
          + "\(all.precision), recall \(all.recall)")
      #expect(hard.falsePositives > 0, "\(rule) is never fooled by a lookalike")
      #expect(hard.falseNegatives > 0, "\(rule) misses nothing")
      #expect((0.8..<0.999).contains(all.precision), "\(rule): \(all.precision)")
      #expect((0.8..<0.999).contains(all.recall), "\(rule): \(all.recall)")
    }
  }

  /// Lookalikes and disguised noise are told apart by the generator, in both languages.
  @Test func everyAmbiguousCaseIsWrittenDown() {
    var seen: Set<String> = []
    for trial in Self.trials {
      let copies = Set(trial.corpus.noise.filter { $0.kind == .exactDuplicate }.map(\.documentID))
      for mark in trial.corpus.noise {
        guard let guise = mark.guise else { continue }
        let language = mark.documentID.contains("en-") ? "en" : "ja"
        seen.insert("\(language) \(mark.kind) \(guise)")
        if guise == .lookalike {
          #expect(mark.noisy == mark.clean)
          let isCopy = copies.contains(mark.documentID)
          #expect((trial.corpus.cleanFields[mark.documentID] == nil) == isCopy)
        }
      }
    }
    for language in ["en", "ja"] {
      for kind in [NoiseKind.personalData, .spam, .wrongLanguage, .unsuitable, .nearDuplicate] {
        for guise in NoiseGuise.allCases {
          #expect(seen.contains("\(language) \(kind) \(guise)"))
        }
      }
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
      let ambiguous = Set(trial.corpus.noise.filter { $0.guise != nil }.map(\.documentID))
      let differing = trial.score.differing.filter { !ambiguous.contains($0) }
      let known = trial.score.knownDocuments - ambiguous.count
      #expect(
        Double(differing.count) <= 0.005 * Double(known), "not as they should be: \(differing)")
      #expect(trial.score.knownDocuments > 1000)
    }
  }

  @Test func theThresholdOfTheFilterIsWellChosen() throws {
    for trial in Self.trials {
      let sweep = trial.score.sweep
      let chosen = try #require(sweep.first { $0.threshold == 1 })
      #expect(chosen.precision >= 0.9 && chosen.recall >= 0.9)
      #expect(sweep.first!.flagged > chosen.flagged)
      #expect(sweep.last!.recall < chosen.recall)
    }
    let chosen = Self.trials.compactMap { $0.score.sweep.first { $0.threshold == 1 } }
    #expect(chosen.contains { $0.precision < 1 } && chosen.contains { $0.recall < 1 })
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

  /// Clean text goes in, and the same bytes come out: nothing of it looks like noise to any rule,
  /// but for what was put there to look like it.
  @Test(arguments: [0, 1]) func cleanTextStaysToTheByte(trial: Int) throws {
    let trial = Self.trials[trial]
    let lookalikes = Set(
      trial.corpus.noise.filter { $0.guise == .lookalike }.map(\.documentID))
    var clean: [RawDocument] = []
    for document in trial.documents {
      guard let fields = trial.corpus.cleanFields[document.id], !lookalikes.contains(document.id)
      else { continue }
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
