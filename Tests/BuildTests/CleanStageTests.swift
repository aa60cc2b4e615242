import Dataset
import Names
import Numerics
import RawData
import Record
import Testing

@testable import Build

@Suite struct CleanStageTests {
  private func outcome(_ texts: [(id: String, text: String)]) -> CleanStage.Outcome {
    let documents = texts.map {
      RawDocument(
        id: $0.id, kind: .userText, language: .english, fields: [.init(name: .text, text: $0.text)],
        byteCount: $0.text.utf8.count)
    }
    return CleanStage(pool: WorkerPool(threadCount: 1)).run(
      CollectStage.Material(
        documents: Spool(documents), corpus: nil,
        record: CollectionRecord(
          documentCount: documents.count, byteCount: documents.reduce(0) { $0 + $1.byteCount },
          shelves: [], rejected: [], samples: [], examples: [])))
  }

  private let words = """
    The harbour wakes early and the first boats leave before the sun stands over the hill. A baker \
    carries warm bread along the quay while gulls wait on every post for crumbs. At noon the market \
    fills with voices, and somebody always sells the last fish twice.
    """

  @Test func eachOfTwoLikeTextsIsShownInItsOwnWords() throws {
    let other = words.replacingOccurrences(of: "baker", with: "painter")
    let found = outcome([
      ("first", words), ("other", "Nothing of this is alike: seven lamps, a rope and a bell."),
      ("copy", other),
    ])
    let pair = try #require(found.cleaning.duplicates.first)
    #expect(found.cleaning.duplicates.count == 1)
    #expect(pair.documentID == "copy" && pair.duplicateOf == "first")
    func excerpt(_ text: String) -> String { String(text.unicodeScalars.prefix(240)) + "…" }
    #expect(pair.excerpt == excerpt(other) && pair.originalExcerpt == excerpt(words))
    #expect(pair.excerpt != pair.originalExcerpt && pair.similarity < 1)
  }

  @Test func bytesThatAreMissingWereRemovedAndThoseThatCameWereAdded() {
    // One sign becomes four, three and four; wide letters become narrow ones.
    let found = outcome([
      ("longer", "The ㍿ moved to the quay, as the ㌖ stone of ㍻ says, with all its lamps."),
      ("shorter", "Ｔｈｅ boat left at ﬁve with “rope” and bread for everybody on the pier."),
    ])
    let rules = found.cleaning.rules + found.normalization.rules
    #expect(rules.allSatisfy { $0.documentsDropped == 0 } && found.filter.droppedCount == 0)
    let removed = rules.reduce(0) { $0 + $1.bytesRemoved }
    #expect(removed == found.cleaning.bytesBefore - found.cleaning.bytesAfter)
    #expect(found.cleaning.bytesAfter == found.documents.reduce(0) { $0 + $1.byteCount })
    let alone = outcome([
      ("longer", "The ㍿ moved to the quay, as the ㌖ stone of ㍻ says, with all its lamps.")
    ])
    #expect(alone.cleaning.bytesAfter > alone.cleaning.bytesBefore)
    let width = alone.normalization.rules.first { $0.id == .compatibility }
    #expect((width?.bytesRemoved ?? 0) < 0, "more came than went")
  }

  @Test func editsAndDocumentsOfARuleAreCountedApart() throws {
    let found = outcome([
      ("two", "Ｔhe boat Ｌeft the harbour at noon with bread."),
      ("one", "Ｗide letters are rare, and one of them stands here."),
    ])
    let rule = try #require(found.normalization.rules.first { $0.id == .compatibility })
    #expect(rule.edits == 3 && rule.documents == 2 && rule.bytesRemoved == 6)
  }
}
