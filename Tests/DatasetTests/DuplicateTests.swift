import Numerics
import RawData
import Testing

@testable import Dataset

@Suite struct DuplicateTests {
  private func words(_ count: Int, _ generator: inout RandomGenerator) -> [String] {
    (0..<count).map { _ in "w\(generator.below(5000))" }
  }

  @Test func theEstimateAgreesWithTheExactSimilarity() {
    var generator = RandomGenerator(seed: 2)
    var worst = 0.0
    for changes in 0..<40 {
      let first = words(300, &generator)
      var second = first
      for _ in 0..<changes { second[generator.below(300)] = "x\(generator.below(1000))" }
      let (one, two) = (first.joined(separator: " "), second.joined(separator: " "))
      let exact = Shingles.jaccard(
        withBytes(one) { Shingles.set(of: $0, language: .english) },
        withBytes(two) { Shingles.set(of: $0, language: .english) })
      let estimate = withBytes(one) { MinHash(of: $0, language: .english) }
        .similarity(to: withBytes(two) { MinHash(of: $0, language: .english) })
      worst = max(worst, abs(exact - estimate))
    }
    // Three deviations of 64 draws at 0.5.
    #expect(worst < 0.19)
  }

  @Test func jaccardIsWhatTheDefinitionSays() {
    #expect(Shingles.jaccard([1, 2, 3], [2, 3, 4, 5]) == 0.4)
    #expect(Shingles.jaccard([], []) == 0)
    #expect(Shingles.jaccard([7], [7]) == 1)
    #expect(withBytes("a b c d e") { Shingles.set(of: $0, language: .english).count } == 2)
    #expect(withBytes("あいう えおかきくけ") { Shingles.set(of: $0, language: .japanese).count } == 2)
  }

  @Test func copiesGoAndTheFirstStays() {
    var generator = RandomGenerator(seed: 3)
    let text = words(80, &generator)
    var near = text
    near[40] = "other"
    let far = words(80, &generator)
    let raw = [
      document(text.joined(separator: " "), kind: .news, id: "a"),
      document(far.joined(separator: " "), kind: .news, id: "b"),
      document(text.joined(separator: "  "), kind: .news, id: "c"),
      document(near.joined(separator: " "), kind: .news, id: "d"),
      document(near.joined(separator: " "), kind: .story, id: "e"),
    ]
    let result = CleaningPipeline().run(raw, pool: WorkerPool(threadCount: 1))
    #expect(result.documents.map(\.id) == ["a", "b", "e"])
    #expect(result.dropped.map(\.documentID) == ["c", "d"])
    #expect(result.dropped.map(\.duplicateOf) == ["a", "a"])
    #expect(result.dropped.map(\.rule) == [.exactDuplicate, .nearDuplicate])
    // One word of 80 is in 4 of 77 shingles: 73 / 81.
    #expect(result.dropped[1].score == 0.9012)
  }

  @Test func aTemplateDoesNotMakeDuplicates() {
    let raw = (0..<200).map {
      document("Mira\($0) works at place \($0) and likes food \($0).", kind: .story, id: "\($0)")
    }
    let result = CleaningPipeline().run(raw, pool: WorkerPool(threadCount: 2))
    #expect(result.documents.count == 200)
  }

  @Test func threadsChangeNothing() {
    var generator = RandomGenerator(seed: 8)
    var raw: [RawDocument] = []
    for index in 0..<300 {
      let text = (0..<60).map { _ in "word\(generator.below(40))" }.joined(separator: " ")
      raw.append(
        document(
          text + " Ａ‘b’ x@y.example You idiot! Ã© end.", kind: index % 2 == 0 ? .news : .story,
          id: "\(index)"))
    }
    raw.append(document(String(repeating: "A line of a long text.\n\n", count: 90_000), id: "long"))
    func summary(_ threads: Int) -> String {
      let result = CleaningPipeline().run(raw, pool: WorkerPool(threadCount: threads))
      return "\(result.documents.map(\.fields)) \(result.groups) \(result.effects) "
        + "\(result.dropped) \(result.findings) \(result.normalization)"
    }
    let one = summary(1)
    #expect(summary(2) == one)
    #expect(summary(5) == one)
  }
}
