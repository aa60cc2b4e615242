import Foundation
import Numerics
import RawData
import Testing

@testable import Dataset

/// Every byte that goes or comes is in the books of one rule.
@Suite struct BalanceTests {
  private static let documents: [RawDocument] = {
    let world = try! World.load(folder: KnownNoiseTests.repository + "/Lessons/World")
    let corpus = CorpusGenerator(world: world, seed: 55_021, targetBytes: 400_000).generate()
    let folder = NSTemporaryDirectory() + "nakami-balance-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try! corpus.write(to: folder)
    return Array(try! Collector.collect(folder).documents)
  }()

  private func expectBalance(_ result: CleaningResult, _ comment: Comment) {
    var bytes = result.bytesBefore
    for effect in result.effects {
      #expect(effect.bytesBefore == bytes, comment)
      bytes += effect.bytesAdded - effect.bytesRemoved - effect.bytesDropped
      #expect(effect.bytesAfter == bytes && bytes >= 0, comment)
    }
    #expect(bytes == result.bytesAfter, comment)
    let left = result.documents.reduce(0) { sum, document in
      sum + document.fields.reduce(0) { $0 + $1.text.utf8.count }
    }
    #expect(left == result.bytesAfter, comment)
    var characters = result.charactersBefore
    for effect in result.effects {
      let balance = effect.characters
      #expect(balance.before == characters, comment)
      characters += balance.added - balance.removed - balance.dropped
      #expect(balance.after == characters && characters >= 0, comment)
      #expect(
        (balance.removed > 0) == (effect.bytesRemoved > 0)
          && balance.removed <= effect.bytesRemoved && balance.dropped <= effect.bytesDropped,
        comment)
    }
    let scalars = result.documents.reduce(0) { sum, document in
      sum + document.fields.reduce(0) { $0 + $1.text.unicodeScalars.count }
    }
    #expect(characters == result.charactersAfter && scalars == characters, comment)
  }

  @Test func theBooksOfAllRulesBalanceOnTheTown() {
    let result = CleaningPipeline().run(Self.documents, pool: WorkerPool(threadCount: 2))
    let collected = Self.documents.reduce(0) { sum, document in
      sum + document.fields.reduce(0) { $0 + $1.text.utf8.count }
    }
    #expect(result.bytesBefore == collected)
    #expect(
      result.charactersBefore
        == Self.documents.reduce(0) { sum, document in
          sum + document.fields.reduce(0) { $0 + $1.text.unicodeScalars.count }
        })
    for effect in result.effects {
      #expect(
        effect.editCount > 0 || effect.documentsDropped > 0, "\(effect.rule.id) did nothing")
    }
    expectBalance(result, "the town")
  }

  @Test func theBooksOfEachDocumentBalance() {
    let pool = WorkerPool(threadCount: 1)
    for document in Self.documents {
      expectBalance(CleaningPipeline().run([document], pool: pool), "\(document.id)")
    }
  }

  /// What rules about whole documents drop is counted as they found it.
  @Test func droppedDocumentsAreInTheBooks() {
    let clean = "The boats come home in the morning and the nets hang on the wall of the pier."
    let result = CleaningPipeline().run(
      [
        document(clean, id: "a"), document(clean, id: "b"), document("  \n ", id: "c"),
        document("You moron, you idiot.", id: "d"),
      ], pool: WorkerPool(threadCount: 1))
    #expect(result.effect(of: .exactDuplicate).bytesDropped == clean.utf8.count)
    #expect(result.effect(of: .unsuitable).bytesDropped == 21)
    #expect(result.effect(of: .unsuitable).characters.dropped == 21)
    expectBalance(result, "dropped")
  }

  /// Each removed stray is told by what it is, how often and where.
  @Test func straysAreCountedByCharacter() {
    let result = CleaningPipeline().run(
      [
        document("The har\u{FFFD}\u{FFFD}bour wa\u{200B}kes early.", id: "a"),
        document("The market op\u{FFFD}ens at nine.", id: "b"),
      ], pool: WorkerPool(threadCount: 1))
    #expect(result.strays.map(\.scalar.value) == [0x200B, 0xFFFD])
    #expect(result.strays.map(\.count) == [1, 3])
    #expect(result.strays.map(\.documentCount) == [1, 2])
    #expect(result.strays.map(\.firstDocumentID) == ["a", "a"])
  }
}
