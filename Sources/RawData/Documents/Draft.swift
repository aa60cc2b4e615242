import Names

/// A document as the world tells it, before it takes the form of a file and before any noise.
struct Draft: Sendable {
  struct Part: Sendable {
    var name: FieldName
    var language: Language
    var telling: Telling
  }

  /// What is wrong with the whole document, for drafts that are noise themselves.
  enum Fault: Sendable, Equatable {
    case none
    case spam
    case wrongLanguage
    case unsuitable
    /// The index of the draft that this one repeats.
    case exactDuplicate(of: Int)
    case nearDuplicate(of: Int)
  }

  var kind: DocumentKind
  /// The language claimed; for parallel sentences the one that comes first.
  var language: Language
  var parts: [Part]
  /// `-Σ ln p` of the choices that made the text, in nats.
  var surprisal: Double
  var fault = Fault.none
  /// Whether the fault is one that a rule can hardly see.
  var isDisguised = false
  /// The index of the draft that this one corrects in one point; both are to stay.
  var corrects: Int?

  var cleanFields: [RawDocument.Field] {
    parts.map { RawDocument.Field(name: $0.name, text: $0.telling.clean) }
  }

  var cleanByteCount: Int { parts.reduce(0) { $0 + $1.telling.clean.utf8.count } }

  /// Equal for documents that cleaning must take for the same.
  var identity: String {
    kind.rawValue + cleanFields.map { "\u{0}\($0.name.rawValue)\u{0}\($0.text)" }.joined()
  }

  init(kind: DocumentKind, language: Language, parts: [Part], surprisal: Double) {
    self.kind = kind
    self.language = language
    self.parts = parts
    self.surprisal = surprisal
  }

  /// A part made of one plain text.
  static func part(_ name: FieldName, _ language: Language, _ text: String) -> Part {
    var telling = Telling()
    telling.append(text)
    return Part(name: name, language: language, telling: telling)
  }
}
