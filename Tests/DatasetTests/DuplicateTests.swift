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

  /// Who writes a copy in capitals, without its points or in other lines has still copied it.
  @Test func caseAndPunctuationAndLayoutAreNotCompared() {
    let text =
      "The workshop keeps its tools in order, and the machine is checked every Monday; by two people."
    let others = [
      text.uppercased(), text.filter { $0.isLetter || $0 == " " },
      text.replacing(" ", with: "\n"), text.replacing(", ", with: " — "), "«" + text + "»!",
    ]
    let own = withBytes(text) { Shingles.set(of: $0, language: .english) }
    for other in others {
      #expect(withBytes(other) { Shingles.set(of: $0, language: .english) } == own, "\(other)")
      #expect(
        withBytes(other) { Shingles.set(of: $0, language: .english, literally: true) }
          != withBytes(text) { Shingles.set(of: $0, language: .english, literally: true) }
          || other.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    }
    let japanese = "港の町では、朝になると船が帰ってきます。カモメが鳴いて、パン屋から煙が上がります。"
    let marked = "港の町では朝になると、船が帰ってきます！　カモメが鳴いて…パン屋から「煙」が上がります"
    #expect(
      withBytes(japanese) { Shingles.set(of: $0, language: .japanese) }
        == withBytes(marked) { Shingles.set(of: $0, language: .japanese) })
    #expect(
      withBytes("ÉCOLE ΑΒΓ ЖЁ x") { Shingles.set(of: $0, language: .english) }
        == withBytes("école αβγ жё X") { Shingles.set(of: $0, language: .english) })
    // A digit and a letter are no punctuation.
    #expect(
      withBytes("a b c 1") { Shingles.set(of: $0, language: .english) }
        != withBytes("a b c 2") { Shingles.set(of: $0, language: .english) })
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
        + "\(Array(result.dropped)) \(result.findings) \(result.normalization)"
    }
    let one = summary(1)
    #expect(summary(2) == one)
    #expect(summary(5) == one)
  }

  /// Texts of one template: each resembles a great many others, though by less than a group needs.
  private func search(_ count: Int, threads: Int = 1) -> DuplicateFinder {
    var generator = RandomGenerator(seed: 12)
    var fingerprints = Fingerprints()
    var sets: [[UInt64]] = []
    for index in 0..<count {
      let text = (0..<12).map { line in
        "In the morning the ferry \(line % 4) brings \(generator.below(15)) boxes to the old pier"
      }.joined(separator: " ")
      let clean = CleanDocument(
        id: "\(index)", kind: index % 2 == 0 ? .news : .story, language: .english,
        fields: [RawDocument.Field(name: .text, text: text)])
      let signature = withBytes(text) { MinHash(of: $0, language: .english) }
      fingerprints.append(clean, content: UInt64(index), signature: signature)
      sets.append(withBytes(text) { Shingles.set(of: $0, language: .english) })
    }
    return DuplicateFinder(
      fingerprints, isLeftOut: Array(repeating: false, count: count), thresholds: (0.7, 0.5),
      pool: WorkerPool(threadCount: threads)
    ) { [sets] in sets[$0] }
  }

  @Test func comparisonsGrowWithTheDocumentsAndNotWithTheirPairs() {
    let small = search(1500).work
    let large = search(6000).work
    let most = MinHash.bands * NearSearch.mostCandidates
    #expect(small.estimates <= 1500 * most && large.estimates <= 6000 * most)
    #expect(large.comparisons <= 6000 * NearSearch.mostComparisons)
    // A template that hardly met itself would prove nothing.
    #expect(small.comparisons > 1500 * NearSearch.mostComparisons / 2)
    #expect(large.comparisons < 6 * small.comparisons)
  }

  @Test func kindsAreSearchedInParallelWithTheSameResult() {
    let one = search(800)
    let four = search(800, threads: 4)
    #expect(one.found == four.found && one.work == four.work)
    var (groups, others) = (one.groups, four.groups)
    #expect((0..<800).map { groups.root($0) } == (0..<800).map { others.root($0) })
    #expect(!one.found.isEmpty)
  }

  /// More text than a spool holds in memory.
  @Test func aLargeCollectionIsCleanedFromFileToFile() {
    var generator = RandomGenerator(seed: 4)
    let raw = (0..<3000).map { index in
      document(
        index % 10 == 9
          ? "Copy \(index / 100)\tof the same notice, again and again, until nobody reads it."
          : words(400, &generator).joined(separator: " "), kind: .news, language: .english,
        id: "\(index)")
    }
    let spool = Spool(raw)
    let result = CleaningPipeline().run(spool, pool: WorkerPool(threadCount: 2))
    #expect(spool.usesFile && result.documents.usesFile)
    #expect(result.documents.count == 2730)
    #expect(result.dropped.count == 270)
    #expect(result.documents[9].id == "9" && result.documents[19].id == "20")
    #expect(result.documents[9].fields[0].text.hasPrefix("Copy 0 of the same"))
    #expect(result.bytesAfter == result.documents.reduce(0) { $0 + $1.byteCount })
    #expect(result.effect(of: .exactDuplicate).documentsDropped == 270)
    #expect(result.dropped.last?.duplicateOf == "2909")
  }

  @Test func droppedDocumentsComeInTheOrderOfCollection() {
    let german = "Der Hund läuft über die Straße und sucht seine Katze, die nicht im Haus ist."
    let spam = "CLICK HERE!!! Buy now, limited offer!!! http://win.example You have won a prize!!"
    let plain = "The dog runs over the street and looks for his cat, which is not in the house."
    let long = (0..<9).map { "In the year \($0) the ferry came late. " }.joined()
    let texts = [spam, plain, german, spam, plain, long, german, spam, long]
    let raw = texts.enumerated().map { document($1, id: "\($0)") }
    let result = CleaningPipeline().run(raw, pool: WorkerPool(threadCount: 1))
    #expect(result.documents.map(\.id) == ["1", "5"])
    #expect(result.dropped.map(\.documentID) == ["0", "2", "3", "4", "6", "7", "8"])
    #expect(
      result.dropped.map(\.rule) == [
        .spam, .language, .spam, .exactDuplicate, .language, .spam, .exactDuplicate,
      ])
    #expect(result.dropped.compactMap(\.duplicateOf) == ["1", "5"])
    #expect(result.dropped.allSatisfy { !$0.excerpt.isEmpty })
  }
}
