import Foundation
import Names
import Numerics
import Record
import Testing

@testable import Build
@testable import Feedback
@testable import ModelFile
@testable import RawData

/// The round of feedback of a build: what is shown to the visitors, and what is kept of what they say.
@Suite struct FeedbackStageTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let folder = checkout + "/Output"
  private static let world = Result { try World.load(folder: checkout + "/Lessons/World") }

  /// A round about the answers of the checkout's own model.
  private static let round = Result { () -> (record: FeedbackRecord, run: Run) in
    var run = try RunStore.read(from: folder + "/run")
    let model = try TrainedModel.load(folder: folder + "/model")
    let stage = FeedbackStage(
      parameters: model.parameters, tokenizer: model.tokenizer, pool: WorkerPool(threadCount: 2),
      seed: run.setting.seed)
    // What is asked depends on the seed alone.
    let truth = CorpusGenerator(
      world: try world.get(), seed: run.setting.seed, targetBytes: 20_000
    ).generate(pool: stage.pool).truth
    let shown = stage.shown(
      run[.exam]!.results, truth.questions, answers: run[.truth]!.answers,
      changed: try world.get().changedFacts(count: FeedbackStage.changes))
    let record = stage.record(shown)
    run[.feedback] = record
    return (record, run)
  }

  @Test func eachKindIsAskedAsOftenAsItIsWrittenDown() throws {
    let record = try Self.round.get().record
    for language in Language.allCases {
      let own = record.answers.filter { $0.language == language }
      #expect(own.count == 15)
      for (kind, count) in FeedbackStage.counts {
        #expect(own.count { $0.kind == kind && $0.change == nil } == count, "\(kind)")
      }
      #expect(own.count { $0.change != nil } == FeedbackStage.changes)
      #expect(Set(own.map(\.question)).count == own.count)
    }
    #expect(record.visitors.count == 10)
  }

  @Test func everyEquationOfTheRoundHolds() throws {
    let report = EquationReport(try Self.round.get().run)
    let names = [
      "every-visitor-is-heard-on-every-answer", "rated-answers-are-the-models-own",
      "what-visitors-know-is-true", "visitors-follow-their-habits", "corrections-are-kept-masked",
      "majority-is-more-than-half", "kappa-follows-from-the-ratings",
      "everybody-is-compared-with-everybody", "every-voter-votes-once",
      "more-than-half-decide-corrections",
    ]
    for name in names {
      let entry = try #require(report.entries.first { $0.equation.name == name }, "\(name)")
      #expect(entry.comparison.holds, "\(name): \(entry.comparison.violation ?? "")")
    }
  }

  /// A round teaches something only if there is something to disagree about.
  @Test func theRoundHasOneOfEach() throws {
    let record = try Self.round.get().record
    let ratings = record.answers.flatMap(\.ratings)
    #expect(ratings.contains { $0.refusal == .unsuitable })
    #expect(ratings.contains { $0.typed != nil && $0.correction?.contains("[email]") == true })
    #expect(record.answers.contains { $0.isRight } && record.answers.contains { !$0.isRight })
    #expect(record.corrections.contains { $0.outcome == .agreed })
    #expect(record.corrections.contains { $0.outcome != .agreed })
    // What is agreed on is true: the careful are many enough.
    for correction in record.corrections where correction.outcome == .agreed {
      #expect(correction.candidates[0].text == record.answers[correction.answer].truth)
    }
  }

  @Test func aRoundIsTheSameAgain() throws {
    let (record, run) = try Self.round.get()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let model = try TrainedModel.load(folder: Self.folder + "/model")
    let stage = FeedbackStage(
      parameters: model.parameters, tokenizer: model.tokenizer, pool: WorkerPool(threadCount: 1),
      seed: run.setting.seed)
    let again = stage.record(
      record.answers.enumerated().map { place, answer in
        FeedbackStage.Shown(
          kind: answer.kind, change: answer.change,
          question: .init(
            answer: RatedAnswer(
              id: "\(place)", prompt: answer.question, answer: answer.answer, kind: .question,
              language: answer.language, model: .init(name: "model", fingerprint: "x")),
            truth: answer.truth, isRight: answer.isRight))
      })
    // Of those who do not ask what was true before.
    let habits = record.visitors.map(\.habit)
    for (first, second) in zip(record.answers, again.answers) {
      for (habit, ratings) in zip(habits, zip(first.ratings, second.ratings))
      where habit != .outdated {
        #expect(ratings.0 == ratings.1)
      }
    }
    #expect(
      !String(decoding: try encoder.encode(record), as: UTF8.self).contains("time\""),
      "no record bears a time")
  }

  @Test func nobodyInTheTownHasAVisitorsName() throws {
    let world = try Self.world.get()
    let known = Set(world.people.flatMap { [$0.names.en, $0.names.ja] })
    let strangers = world.categories.flatMap(\.entries).flatMap { [$0.words.en, $0.words.ja] }
    for visitor in FeedbackStage.visitors {
      #expect(!known.contains(visitor.name.en) && !known.contains(visitor.name.ja))
      #expect(!strangers.contains(visitor.name.en) && !strangers.contains(visitor.name.ja))
    }
    #expect(Set(FeedbackStage.visitors.map(\.name.en)).count == FeedbackStage.visitors.count)
  }
}
