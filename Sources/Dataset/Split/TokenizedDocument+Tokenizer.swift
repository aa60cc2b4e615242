import Names
import Numerics
import RawData
import Tokenization

extension TokenizedDocument {
  public init(_ document: CleanDocument, group: Int, tokenizer: Tokenizer) {
    let fields = document.fields.map { tokenizer.encode($0.text) }
    var tokens: [Int32] = []
    // No more than needed: a large corpus is held as tokens while the model learns.
    tokens.reserveCapacity(fields.reduce(2 + fields.count) { $0 + $1.count })
    if document.kind != .parallel { tokens.append(Self.token(of: document.language)) }
    for (field, ids) in zip(document.fields, fields) {
      if let role = Self.role(of: field.name) { tokens.append(role) }
      tokens += ids
    }
    tokens.append(SpecialToken.end.rawValue)
    self.init(
      id: document.id, kind: document.kind, language: document.language, tokens: tokens,
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

  private static func token(of language: Language) -> Int32 {
    (language == .english ? SpecialToken.english : .japanese).rawValue
  }

  private static func role(of field: FieldName) -> Int32? {
    switch field {
    case .text: nil
    case .question: SpecialToken.question.rawValue
    case .answer: SpecialToken.answer.rawValue
    case .story: SpecialToken.story.rawValue
    case .summary: SpecialToken.summary.rawValue
    case .english: SpecialToken.english.rawValue
    case .japanese: SpecialToken.japanese.rawValue
    }
  }
}
