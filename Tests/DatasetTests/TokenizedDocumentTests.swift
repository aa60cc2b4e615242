import Names
import Numerics
import RawData
import Testing
import Tokenization

@testable import Dataset

@Suite struct TokenizedDocumentTests {
  private func clean(_ kind: DocumentKind, _ fields: [(FieldName, String)], _ language: Language)
    -> CleanDocument
  {
    CleanDocument(
      id: "x", kind: kind, language: language,
      fields: fields.map { RawDocument.Field(name: $0.0, text: $0.1) })
  }

  @Test func roleTokensStandBeforeTheirFields() throws {
    let tokenizer = try Tokenizer(merges: [])
    func tokens(_ document: CleanDocument) -> [Int32] {
      TokenizedDocument(document, group: 0, tokenizer: tokenizer).tokens
    }
    let a = tokenizer.encode("a")
    let b = tokenizer.encode("b")
    func ids(_ tokens: [SpecialToken]) -> [Int32] { tokens.map(\.rawValue) }
    #expect(tokens(clean(.news, [(.text, "a")], .english)) == ids([.english]) + a + ids([.end]))
    #expect(
      tokens(clean(.questionAnswer, [(.question, "a"), (.answer, "b")], .japanese))
        == ids([.japanese, .question]) + a + ids([.answer]) + b + ids([.end]))
    #expect(
      tokens(clean(.story, [(.story, "a"), (.summary, "b")], .english))
        == ids([.english, .story]) + a + ids([.summary]) + b + ids([.end]))
    #expect(
      tokens(clean(.parallel, [(.japanese, "a"), (.english, "b")], .japanese))
        == ids([.japanese]) + a + ids([.english]) + b + ids([.end]))
  }

  @Test func textIsKeptToTheByteWhateverTheThreads() throws {
    let tokenizer = try Tokenizer(merges: [])
    let documents = Spool(
      (0..<200).map { clean(.news, [(.text, "text \($0) ミラ")], .english) })
    let groups = Array(0..<200)
    let one = TokenizedDocument.tokenize(
      documents, groups: groups, tokenizer: tokenizer, pool: WorkerPool(threadCount: 1))
    let two = TokenizedDocument.tokenize(
      documents, groups: groups, tokenizer: tokenizer, pool: WorkerPool(threadCount: 2))
    #expect(one == two && one.count == 200)
    #expect(String(decoding: tokenizer.decode(one[7].tokens), as: UTF8.self) == "text 7 ミラ")
    #expect(one[7].byteCount == 13)
  }
}
