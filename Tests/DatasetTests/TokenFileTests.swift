import Names
import Numerics
import RawData
import Testing
import Tokenization

@testable import Dataset

@Suite struct TokenFileTests {
  @Test(arguments: [2048, 1 << 16, 1 << 16 + 1], [1 << 20, 64])
  func idsComeBackFromMemoryAndFromDisk(vocabulary: Int, held: Int) {
    let file = TokenFile(vocabularySize: vocabulary, heldBytes: held)
    let documents: [[Int32]] = (0..<50).map { number in
      (0..<number).map { Int32(($0 * 7919 + number * 31) % vocabulary) } + [Int32(vocabulary - 1)]
    }
    var place = 0
    let places = documents.map { tokens in
      defer { place += tokens.count }
      #expect(file.append(tokens) == place)
      return place
    }
    #expect(file.usesFile == (held == 64))
    for (start, tokens) in zip(places, documents) {
      #expect(file.tokens(start..<start + tokens.count) == tokens)
      let inner = tokens.count / 3..<tokens.count
      #expect(
        file.tokens(start + inner.lowerBound..<start + inner.upperBound) == Array(tokens[inner]))
    }
    #expect(file.tokens(7..<7) == [])
  }

  @Test func aDocumentIsTheSameWhereverItsIdsAre() {
    let file = TokenFile(vocabularySize: 300, heldBytes: 1)
    let documents = [[4, 5, 6, 299], [], [7]].enumerated().map { number, tokens in
      TokenizedDocument(
        id: "d\(number)", kind: .news, language: .japanese, tokens: tokens.map(Int32.init),
        byteCount: 9 + number, group: number)
    }
    let moved = documents.map { TokenizedDocument($0, movedTo: file) }
    #expect(file.usesFile && moved == documents)
    #expect(moved.map(\.tokenCount) == [4, 0, 1] && moved.map(\.group) == [0, 1, 2])
    #expect(moved[0].tokens(1..<3) == [5, 6] && moved[2].tokens == [7])
    #expect(moved[0] != moved[2] && moved[0].kind == .news && moved[0].language == .japanese)
  }

  /// Documents of a megabyte are more than one task and more than one block.
  @Test func largeCollectionsAreTokenizedInOrder() throws {
    let tokenizer = try Tokenizer(merges: [])
    let long = String(repeating: "the sea sings. ", count: 100_000)
    let documents = Spool(
      (0..<40).map { number in
        CleanDocument(
          id: "\(number)", kind: .userText, language: .english,
          fields: [.init(name: .text, text: number % 8 == 0 ? "\(number) " + long : "\(number)")])
      })
    let all = TokenizedDocument.tokenize(
      documents, groups: Array(100..<140), tokenizer: tokenizer, pool: WorkerPool(threadCount: 2))
    #expect(all.map(\.id) == (0..<40).map { "\($0)" } && all.map(\.group) == Array(100..<140))
    for document in all {
      let text = String(decoding: tokenizer.decode(document.tokens), as: UTF8.self)
      #expect(text.count == document.byteCount && text.hasPrefix(document.id))
    }
  }
}
