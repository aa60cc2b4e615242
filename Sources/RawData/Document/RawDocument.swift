import Names

/// One document as it was collected, decoded but not cleaned.
public struct RawDocument: Sendable, Equatable {
  public struct Field: Sendable, Equatable {
    public var name: FieldName
    public var text: String

    /// One field with its text, decoded but not cleaned.
    public init(name: FieldName, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The path in the collected folder, with `#line` for a record within a file.
  public var id: String
  public var kind: DocumentKind
  /// As the manifest claims it; nil when nobody said.
  public var language: Language?
  public var source: String
  public var title: String
  public var date: String
  public var licence: String
  /// The encoding that was found when the file was read, such as `UTF-8` or `Shift_JIS`.
  public var encoding: String
  public var fields: [Field]
  /// Bytes on disk of the file or the record.
  public var byteCount: Int
  /// True for HTML.
  public var isMarkup: Bool

  /// - Parameters:
  ///   - id: the path in the collected folder, with `#line` for a record within a file.
  ///   - language: as the manifest claims it; nil when nothing is claimed.
  ///   - encoding: that was found when the file was read.
  ///   - byteCount: of the file or the record on disk.
  ///   - isMarkup: whether it is HTML.
  public init(
    id: String, kind: DocumentKind, language: Language? = nil, source: String = "",
    title: String = "", date: String = "", licence: String = "", encoding: String = "UTF-8",
    fields: [Field], byteCount: Int, isMarkup: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.source = source
    self.title = title
    self.date = date
    self.licence = licence
    self.encoding = encoding
    self.fields = fields
    self.byteCount = byteCount
    self.isMarkup = isMarkup
  }
}
