import Names

extension RawDocument.Field: Spoolable {
  /// The name by its number, then the text.
  public func write(to bytes: inout SpoolWriter) {
    bytes.add(FieldName.allCases.firstIndex(of: name)!)
    bytes.add(text)
  }

  /// Reads what `write(to:)` wrote, in the same order.
  public init(from bytes: inout SpoolReader) {
    name = FieldName.allCases[bytes.number()]
    text = bytes.text()
  }
}

extension RawDocument: Spoolable {
  /// Kind and language by their numbers, then all texts, then the fields after their count.
  public func write(to bytes: inout SpoolWriter) {
    bytes.add(kind.place)
    bytes.add(language.map { $0.place + 1 } ?? 0)
    bytes.add(isMarkup ? 1 : 0)
    bytes.add(byteCount)
    for text in [id, source, title, date, licence, encoding] { bytes.add(text) }
    bytes.add(fields.count)
    for field in fields { field.write(to: &bytes) }
  }

  /// Reads what `write(to:)` wrote, in the same order.
  public init(from bytes: inout SpoolReader) {
    kind = DocumentKind.allCases[bytes.number()]
    let language = bytes.number()
    self.language = language == 0 ? nil : Language.allCases[language - 1]
    isMarkup = bytes.number() == 1
    byteCount = bytes.number()
    id = bytes.text()
    source = bytes.text()
    title = bytes.text()
    date = bytes.text()
    licence = bytes.text()
    encoding = bytes.text()
    fields = (0..<bytes.number()).map { _ in Field(from: &bytes) }
  }
}

extension DocumentKind {
  /// The place among all kinds.
  public var place: Int { Self.allCases.firstIndex(of: self)! }
}

extension Language {
  /// The place among all languages.
  public var place: Int { Self.allCases.firstIndex(of: self)! }
}
