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

  /// Bytes of text that are tokenized before their ids go where they stay.
  private static let blockBytes = 32 << 20
  /// Bytes and documents of one task.
  private static let (taskBytes, taskDocuments) = (1 << 20, 64)

  /// Tokenizes a collection on all threads; the order stays. Empty documents are left out. The ids of
  /// a large collection lie in a temporary file.
  public static func tokenize(
    _ documents: Spool<CleanDocument>, groups: [Int], tokenizer: Tokenizer, pool: WorkerPool
  ) -> [TokenizedDocument] {
    precondition(
      documents.count == groups.count, "\(documents.count) documents, \(groups.count) groups")
    let file = TokenFile(vocabularySize: tokenizer.vocabularySize)
    var all: [TokenizedDocument] = []
    var start = 0
    while start < documents.count {
      var tasks: [Range<Int>] = []
      var bytes = 0
      while start < documents.count, bytes < blockBytes {
        let range = start..<taskEnd(documents, from: start)
        bytes += range.reduce(0) { $0 + documents.byteCount(at: $1) }
        tasks.append(range)
        start = range.upperBound
      }
      let first = tasks[0].lowerBound
      var block = [TokenizedDocument?](repeating: nil, count: start - first)
      block.withUnsafeMutableBufferPointer { block in
        nonisolated(unsafe) let output = block
        let tasks = tasks
        pool.run(tasks.count) { task in
          for (index, document) in zip(tasks[task], documents.elements(tasks[task])) {
            output[index - first] = TokenizedDocument(
              document, group: groups[index], tokenizer: tokenizer)
          }
        }
      }
      for case let document? in block where document.byteCount > 0 {
        all.append(TokenizedDocument(document, movedTo: file))
      }
    }
    return all
  }

  private static func taskEnd(_ documents: Spool<CleanDocument>, from start: Int) -> Int {
    var (end, bytes) = (start + 1, documents.byteCount(at: start))
    while end < documents.count, end - start < taskDocuments, bytes < taskBytes {
      bytes += documents.byteCount(at: end)
      end += 1
    }
    return end
  }
}
