import Dataset
import Names
import Numerics
import RawData
import Testing

@testable import Build

@Suite struct SplitStageTests {
  /// Forty documents of the same length; `hidden` is said in those that are held back.
  private func documents(heldBack: Set<Int>, hidden: String) -> Spool<CleanDocument> {
    Spool(
      (0..<40).map { number in
        let word = heldBack.contains(number) ? hidden : "harbour"
        return CleanDocument(
          id: "d\(number)", kind: .story, language: .english,
          fields: [
            RawDocument.Field(
              name: .text, text: "The \(word) and the \(word) of day \(10 + number) were quiet.")
          ])
      })
  }

  @Test func whatOtherPartsSayIsUnknownToTheTokenizer() throws {
    let groups = Array(0..<40)
    let plain = documents(heldBack: [], hidden: "")
    let first = try SplitStage.deal(plain, groups: groups, seed: 4)
    let heldBack = Set(groups.filter { first.plan.parts[$0] != .training })
    #expect(heldBack.count >= 2 && first.training.count == 40 - heldBack.count)
    // Seven letters, too, so that the dealing stays the same.
    let other = try SplitStage.deal(
      documents(heldBack: heldBack, hidden: "zzzzzzz"), groups: groups, seed: 4)
    #expect(other.plan == first.plan)
    let stage = TokenizeStage(vocabularySize: 300)
    let (one, two) = (try stage.run(first.training), try stage.run(other.training))
    #expect(one.record.merges.map(\.result.text) == two.record.merges.map(\.result.text))
    #expect(!two.record.merges.contains { $0.result.text.contains("z") })
    #expect(one.record.bytesInCorpus == first.training.reduce(0) { $0 + $1.byteCount })
  }

  @Test func theTrainingSampleIsAsLargeAsValidationAndSpread() throws {
    let all = (0..<20).map { number in
      TokenizedDocument(
        id: "\(number)", kind: .story, language: .english, tokens: [1, 2], byteCount: 100,
        group: number)
    }
    let plan = try SplitPlan(
      all.map { .init(kind: .story, language: .english, byteCount: 100, group: $0.group) },
      share: 0.2, seed: 3)
    let split = DatasetSplit(all, plan: plan)
    let sample = EvaluationStage.sample(of: split)
    #expect(sample.count == split.validation.count)
    #expect(sample.allSatisfy(split.training.contains))
    #expect(Set(sample.map(\.id)).count == sample.count)
    let step = split.training.count / sample.count
    #expect(sample.map(\.id) == sample.indices.map { split.training[$0 * step].id })
    #expect(step > 1 && split.training.count % sample.count == 0)
  }
}
