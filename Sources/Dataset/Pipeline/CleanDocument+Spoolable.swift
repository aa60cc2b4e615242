import Names
import RawData

extension CleanDocument: Spoolable {
  public func write(to bytes: inout SpoolWriter) {
    bytes.add(kind.place)
    bytes.add(language.place)
    bytes.add(id)
    bytes.add(fields.count)
    for field in fields { field.write(to: &bytes) }
  }

  public init(from bytes: inout SpoolReader) {
    kind = DocumentKind.allCases[bytes.number()]
    language = Language.allCases[bytes.number()]
    id = bytes.text()
    fields = (0..<bytes.number()).map { _ in RawDocument.Field(from: &bytes) }
  }
}

extension DroppedDocument: Spoolable {
  public func write(to bytes: inout SpoolWriter) {
    bytes.add(kind.place)
    bytes.add(language.place)
    bytes.add(rule.index)
    bytes.add(score)
    bytes.add(documentID)
    bytes.add(reasons.count)
    for reason in reasons { bytes.add(reason) }
    bytes.add(duplicateOf == nil ? 0 : 1)
    if let duplicateOf { bytes.add(duplicateOf) }
    bytes.add(overlap == nil ? 0 : 1)
    if let overlap {
      bytes.add(overlap.common)
      bytes.add(overlap.all)
    }
    bytes.add(excerpt)
    bytes.add(byteCount)
    bytes.add(characterCount)
  }

  public init(from bytes: inout SpoolReader) {
    kind = DocumentKind.allCases[bytes.number()]
    language = Language.allCases[bytes.number()]
    rule = RuleID.allCases[bytes.number()]
    score = bytes.fraction()
    documentID = bytes.text()
    reasons = (0..<bytes.number()).map { _ in bytes.text() }
    duplicateOf = bytes.number() == 1 ? bytes.text() : nil
    overlap =
      bytes.number() == 1 ? ShingleOverlap(common: bytes.number(), all: bytes.number()) : nil
    excerpt = bytes.text()
    byteCount = bytes.number()
    characterCount = bytes.number()
  }
}
