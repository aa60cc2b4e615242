import Names
import Numerics
import RawData
import Tokenization

extension TokenizedDocument {
  public init(_ document: CleanDocument, group: Int, tokenizer: Tokenizer) {
    self.init(
      id: document.id, kind: document.kind, language: document.language,
      tokens: PromptForm.tokens(of: document, tokenizer: tokenizer),
      byteCount: document.byteCount, group: group)
  }

  /// Tokenizes a collection on all threads; the order stays. Empty documents are left out.
  public static func tokenize(
    _ documents: Spool<CleanDocument>, groups: [Int], tokenizer: Tokenizer, pool: WorkerPool
  ) -> [TokenizedDocument] {
    precondition(
      documents.count == groups.count, "\(documents.count) documents, \(groups.count) groups")
    var results = [TokenizedDocument?](repeating: nil, count: documents.count)
    let chunk = 64
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let output = results
      pool.run((documents.count + chunk - 1) / chunk) { task in
        let range = task * chunk..<min(documents.count, (task + 1) * chunk)
        for (index, document) in zip(range, documents.elements(range)) {
          output[index] = TokenizedDocument(
            document, group: groups[index], tokenizer: tokenizer)
        }
      }
    }
    return results.compactMap { $0 }.filter { $0.byteCount > 0 }
  }
}
