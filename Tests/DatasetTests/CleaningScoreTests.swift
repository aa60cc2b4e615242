import Names
import Numerics
import RawData
import Testing

@testable import Dataset

/// Cleaning against a truth that is written here by hand.
@Suite struct CleaningScoreTests {
  @Test func everyDocumentIsExactLostStrayOrAltered() {
    let texts = [
      ("exact", "The boat lies at the pier in the morning."),
      ("altered", "Nobody counts the gulls behind the bakery."),
      ("stray", "A lamp burns on the hill all night."),
      ("lost", "The boat lies at the pier in the morning."),
      ("rightly dropped", "Nobody counts the gulls behind the bakery."),
    ]
    let documents = texts.map { document($0.1, language: .english, id: $0.0) }
    let result = CleaningPipeline().run(documents, pool: WorkerPool(threadCount: 1))
    #expect(result.documents.map(\.id) == ["exact", "altered", "stray"], "copies are dropped")
    func field(_ text: String) -> [RawDocument.Field] { [.init(name: .text, text: text)] }
    let score = CleaningScore(
      result, documents: documents, noise: [],
      cleanFields: [
        "exact": field(texts[0].1), "altered": field("Nobody counts the gulls."),
        "lost": field(texts[3].1),
      ])
    #expect(score.knownDocuments == 5)
    #expect(score.exactDocuments == 2, "the one that is right, and the one that is rightly gone")
    #expect(score.differing == ["altered", "stray", "lost"])
    let deviation = score.deviation
    #expect([deviation.lost, deviation.strays, deviation.altered] == [1, 1, 1])
    let lengths = texts.map(\.1.utf8.count)
    #expect(deviation.bytes == lengths[1] - 24 + lengths[2] - lengths[3])
  }

  /// What is exact and what is not are all documents, on text that no rule was written for.
  @Test func exactAndDifferingDocumentsAreAll() {
    let documents = (0..<30).map {
      document("Boat number \($0) left the harbour \($0 * 17) times.", id: "\($0)")
    }
    let result = CleaningPipeline().run(documents, pool: WorkerPool(threadCount: 1))
    for wrong in [0, 7, 30] {
      var truth: [String: [RawDocument.Field]] = [:]
      for (number, raw) in documents.enumerated() {
        truth[raw.id] = number < wrong ? [.init(name: .text, text: "?")] : raw.fields
      }
      let score = CleaningScore(result, documents: documents, noise: [], cleanFields: truth)
      #expect(score.differing.count == wrong)
      #expect(score.exactDocuments + score.differing.count == score.knownDocuments)
    }
  }
}
